"""Whoever loses a board is told nothing of it any more, from that moment, by any address (S10).

Every address that is read has a line here: those of REST, the lean doors and the kinds of scope are compared
with their registries, so that a new one without a line fails.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tafla.boards.models import Column
from tafla.core.clock import now_ms
from tafla.core.ids import new_id
from tafla.files.models import AttachmentVersion, Finding, StoredFile
from tafla.files.store import THUMB
from tafla.project import asgi
from tafla.sync.dispatch import do
from tafla.sync.gate import READERS
from tests.doors.addresses import ADDRESSES, DOORS, MANY, ROUTES, SCOPES
from tests.doors.conftest import join, serve_arguments
from tests.marks.looking import read_log
from tests.search.asking import indexed
from tests.support.matrix import GET_ROWS
from tests.support.servers import RunningServer, running
from tests.support.sockets import sign_in, socket
from tests.support.uploading import Page, attach
from tests.support.world import THEN, build_world, ident

WITHIN_S = 5.0


def test_every_address_that_is_read_has_a_line() -> None:
    assert set(ROUTES) == set(GET_ROWS)
    assert set(SCOPES) == set(READERS)
    doors = [start for start, _ in asgi.application.router.doors]
    assert {door.removesuffix("/") for door in DOORS} == {door.removesuffix("/") for door in doors}


@dataclass
class Lost:
    """A board that somebody is about to lose. `many`: only from what shows many boards."""

    how: str
    person: str | None
    role: str | None
    lose: Callable[["Lost"], None]
    privacy: str = "team"
    many: bool = False
    ids: dict[str, str] = field(default_factory=lambda: {name: new_id() for name in NAMES})
    link: str = field(default_factory=lambda: new_id()[-22:])
    # It stands in everything on the board that has a name or a text.
    word: str = field(default_factory=lambda: f"q{new_id()[-12:]}")

    def on(self, who: str, verb: str, **args: Any) -> None:
        do(ident(who), verb, board_id=self.ids["board"], **args)

    def told(self, page: Page) -> set[str]:
        """The addresses that tell of the board now."""
        asked = ADDRESSES if not self.many else [each for each in ADDRESSES if each.startswith(MANY)]
        return {address for address in asked if self._tells(page, address)}

    def _tells(self, page: Page, address: str) -> bool:
        # An export is not made, only asked for.
        method = "HEAD" if address.startswith("/exports/") else "GET"
        answer = page.http.request(method, address.format(word=self.word, **self.ids))
        assert answer.status_code in (200, 401, 403, 404), (self.how, address, answer.text)
        # An address that names something of the board says by its status that it is there.
        is_of_board = any(name in address.partition("?")[0] for name in ("{board}", "{card}", "{file}"))
        words = [self.word, *(self.ids[name] for name in NAMES)]
        return answer.status_code == 200 and (is_of_board or any(word in answer.text for word in words))


NAMES = ("board", "column", "card", "done", "file", "filter", "request", "message", "notice")


def removed(lost: Lost) -> None:
    lost.on("ben", "member.remove", person_id=ident(lost.person or ""))


def left(lost: Lost) -> None:
    lost.on(lost.person or "", "member.remove", person_id=ident(lost.person or ""))


def closed(lost: Lost) -> None:
    lost.on("ben", "board.set_privacy", privacy="team")


def shelved(lost: Lost) -> None:
    lost.on("ben", "board.set_state", state="trash" if not lost.many else "archived")


def purged(lost: Lost) -> None:
    shelved(lost)
    lost.on("ana", "board.purge")


def given_away(lost: Lost) -> None:
    lost.on("ana", "transfer.offer", email="mallory@example.com")
    lost.on("mallory", "transfer.accept", account_id=ident("rogue"))


def account_left(_lost: Lost) -> None:
    do(ident("eve"), "member.remove", board_id=ident("ops"), person_id=ident("eve"))


def losses() -> list[Lost]:
    return [
        Lost("removed", "chidi", "member", removed),
        Lost("left as admin", "ben", "admin", left),
        Lost("left", "dana", "visitor", left),
        Lost("closed to the account", "eve", None, closed, "account"),
        Lost("closed to the link", None, None, closed, "link"),
        Lost("archived", "chidi", "member", shelved, many=True),
        Lost("put into the trash", "chidi", "member", shelved),
        Lost("deleted for ever", "ben", "admin", purged),
        Lost("given to another account", "eve", None, given_away, "account"),
        # The last: Eve is of the account no more.
        Lost("the account left", "eve", None, account_left, "account"),
    ]


def furnish(lost: Lost, owner: Page, server: RunningServer) -> None:
    """Make the board with all that one can tell; the person looks before most of it happens."""
    ids = lost.ids
    do(
        ident("ana"),
        "board.create",
        board_id=ids["board"],
        account_id=ident("acme"),
        name=f"{lost.word} board",
    )
    more = {"link_token": lost.link} if lost.privacy == "link" else {}
    lost.on("ana", "board.set_privacy", privacy=lost.privacy, **more)
    join(ids["board"], "ben", "admin")
    if lost.person and lost.role and lost.person != "ben":
        join(ids["board"], lost.person, lost.role)
    lost.on("ana", "board.set_link_options", chat=True, files=True)
    lost.on("ana", "board.set_visitors_chat", on=True)
    lost.on("ana", "column.add", column_id=ids["column"], name=f"{lost.word} column")
    cards = [{"card_id": ids[name], "title": f"{lost.word} {name}"} for name in ("card", "done")]
    if lost.person:
        look(lost, lost.person)
    do(ident("ana"), "card.add", column_id=ids["column"], cards=cards)
    fill_card(lost, owner, server)


def look(lost: Lost, person: str) -> None:
    """What a person has of their own from the board."""
    lost.on(person, "marks.see_board", at=now_ms())
    lost.on(person, "pref.open_board")
    wanted = {"filter": {"statuses": ["in_progress"]}, "name": "Mine", "is_view": True}
    do(ident(person), "filter.save", filter_id=lost.ids["filter"], **wanted)
    if lost.role in ("member", "visitor"):
        lost.on(person, "request.ask", request_id=lost.ids["request"], role="admin", note=lost.word)


def fill_card(lost: Lost, owner: Page, server: RunningServer) -> None:
    ids, ana = lost.ids, ident("ana")
    only = {"card_ids": [ids["card"]]}
    do(ana, "card.set_details", card_id=ids["card"], text=lost.word, base_version=0)
    do(ana, "card.set_status", status="in_progress", **only)
    do(ana, "card.set_due", due_on="2020-01-01", **only)
    if lost.role in ("member", "admin"):
        do(ana, "card.assign", person_id=ident(lost.person or ""), **only)
    completed = Column.objects.get(board_id=ids["board"], kind="completed").id
    do(ana, "card.move", card_ids=[ids["done"]], column_id=completed)
    do(ana, "chat.post", message_id=ids["message"], card_id=ids["card"], text=lost.word)
    do(ana, "chat.post", message_id=ids["notice"], board_id=ids["board"], text=lost.word)
    do(ana, "dependency.add", card_id=ids["tied"], kind="blocked_by", other_id=ids["card"])
    ids["file"] = attach(owner, ana, b"x", f"{lost.word}.png", card_id=ids["card"])
    stored = StoredFile.objects.get(id=AttachmentVersion.objects.get(attachment_id=ids["file"]).file_id)
    Finding.objects.create(id=stored.id, preview="image", width=1, height=1, at=THEN)
    (server.log.parent / "files" / f"{stored.key}{THUMB}").write_bytes(b"x")


def another_board(readers: list[str]) -> dict[str, str]:
    """A board everybody keeps, whose card waits for cards of those that are lost."""
    ids = {"other": new_id(), "tied": new_id()}
    ana, column = ident("ana"), new_id()
    do(ana, "board.create", board_id=ids["other"], account_id=ident("acme"), name="Kept")
    do(ana, "column.add", board_id=ids["other"], column_id=column, name="Kept")
    do(ana, "card.add", column_id=column, cards=[{"card_id": ids["tied"], "title": "Waits"}])
    for name in readers:
        join(ids["other"], name, "visitor")
    return ids


async def watch_and_lose(lost: Lost, url: str, cookie: str) -> None:
    """Lose the board while a socket has all of it open: it is told so of each part."""
    scopes = [scope.format(**lost.ids) for scopes in SCOPES.values() for scope in scopes]
    async with socket(url, cookie, link="" if lost.person else lost.link) as line:
        await line.hello()
        for scope in scopes:
            await line.say({"t": "sub", "scope": scope, "epoch": "0", "seq": 0})
        await line.hear("subbed", scope=f"card:{lost.ids['card']}")
        await line.say({"t": "ping"})
        await line.hear("pong")
        heard = {message["scope"] for message in line.passed if message["t"] == "subbed"}
        await asyncio.to_thread(lost.lose, lost)
        for scope in heard if not lost.many else ():
            assert (await line.hear("gone", WITHIN_S, scope=scope))["code"] == "lost_access", lost.how


def test_nothing_of_a_lost_board_is_told_any_more(each_database: Path | str, tmp_path: Path) -> None:
    build_world()
    address = each_database if isinstance(each_database, str) else f"sqlite:///{each_database}"
    seen: set[str] = set()
    leaks: dict[str, set[str]] = {}
    with running(["tafla.project.live"], tmp_path, TAFLA_DATABASE_URL=address, **serve_arguments()) as server:
        found = losses()
        kept = another_board(["ben", "chidi", "dana", "eve"])
        for lost in found:
            lost.ids |= kept
            furnish(lost, Page(server.url, sign_in(ident("ana"))), server)
        read_log()
        indexed()
        for lost in found:
            cookie = sign_in(ident(lost.person)) if lost.person else ""
            page = Page(server.url, cookie, link="" if lost.person else lost.link)
            seen |= lost.told(page)
            asyncio.run(watch_and_lose(lost, server.url, cookie))
            leaks[lost.how] = lost.told(page)
    assert seen == set(ADDRESSES)
    assert not any(leaks.values()), {how: told for how, told in leaks.items() if told}
