"""A real server with the demo world, and ways to prepare boards and to read mails without a browser."""

import json
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from tafla.core.ids import new_id
from tests.support.servers import RunningServer, environment, running

DATABASE = "tafla.sqlite3"
SECRET = "only-for-tests-0123456789-0123456789"
SERVE = ["tafla.project.cli", "serve"]


@dataclass(frozen=True)
class Template:
    """A data folder to copy, and what is in its database."""

    folder: Path
    facts: dict[str, Any]


@dataclass(frozen=True)
class NewBoard:
    """A board made for one test: its id, and the ids of its columns and cards by their names."""

    id: str
    columns: dict[str, str]
    cards: dict[str, str]


def make_template(folder: Path) -> Template:
    """The index of the search is made here once, and not in every house anew."""
    folder.mkdir()
    _ran(folder, ["tafla.project.cli", "migrate"])
    seeded = _ran(folder, ["tests.e2e.seed"])
    _ran(folder, ["tafla.project.cli", "search", "--rebuild"])
    return Template(folder, json.loads(seeded.splitlines()[-1]))


def _ran(folder: Path, arguments: list[str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        env=environment(folder, 8000, TAFLA_SECRET_KEY=SECRET),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def open_house(template: Template, folder: Path) -> Iterator["House"]:
    """A server on a copy of the template, until the block ends."""
    folder.mkdir()
    shutil.copyfile(template.folder / DATABASE, folder / DATABASE)
    mails = folder / "mails"
    settings: dict[str, Any] = {
        "TAFLA_SECRET_KEY": SECRET,
        "TAFLA_MAIL_URL": f"file:{mails}",
        "TAFLA_LOG_LEVEL": "warning",
        "TAFLA_INVITATION_PAUSE": "0",
    }
    with running(SERVE, folder, **settings) as server:
        yield House(server, mails, settings, template.facts)


@contextmanager
def running_again(house: "House") -> Iterator[None]:
    """A new server on the port and the data of one that died."""
    with running(SERVE, house.mails.parent, port=house.server.port, **house.settings) as server:
        house.server = server
        yield


@dataclass
class House:
    """The running server. People are named by their keys: ana, ben, chidi, dana."""

    server: RunningServer
    mails: Path
    settings: dict[str, Any]
    facts: dict[str, Any]

    @property
    def site(self) -> str:
        return self.server.url

    def session(self, who: str) -> str:
        return str(self.facts["people"][who]["session"])

    def person_id(self, who: str) -> str:
        return str(self.facts["people"][who]["id"])

    def do(self, who: str, verb: str, **args: Any) -> None:
        """Run a command as somebody, without a browser; it has to succeed."""
        answer = self._ask(who, "/live/command", {"id": new_id(), "verb": verb, "args": args})
        assert answer["s"] == "done", (verb, answer)

    def whole(self, who: str, board: str) -> dict[str, Any]:
        """A board as the server has it now. Raises HTTPError for whom it is not for."""
        return dict(self._ask(who, f"/api/v1/boards/{board}"))

    def titles(self, who: str, board: NewBoard, column: str) -> list[str]:
        """The titles of a column's cards in their order, as the server has them now."""
        cards = self.whole(who, board.id)["cards"]
        here = [card for card in cards if card["column_id"] == board.columns[column]]
        return [card["title"] for card in sorted(here, key=lambda card: (card["rank"], card["id"]))]

    def make_board(
        self,
        columns: Mapping[str, Sequence[str]],
        *,
        team: Mapping[str, str] | None = None,
        name: str = "Plan",
    ) -> NewBoard:
        """A board of Ana's with these columns and cards, and with these people by their roles."""
        board = new_id()
        self.do("ana", "board.create", board_id=board, account_id=self.facts["account"], name=name)
        self._replace_columns(board, columns)
        found = {row["name"]: row["id"] for row in self.whole("ana", board)["columns"]}
        ids: dict[str, str] = {}
        for column, titles in columns.items():
            made = {title: new_id() for title in titles}
            cards = [{"card_id": card_id, "title": title} for title, card_id in made.items()]
            if cards:
                self.do("ana", "card.add", column_id=found[column], cards=cards)
            ids |= made
        for who, role in (team or {}).items():
            people = [{"invitation_id": new_id(), "email": f"{who}@example.com"}]
            self.do("ana", "member.invite", board_id=board, role=role, people=people)
        return NewBoard(board, found, ids)

    def _replace_columns(self, board: str, columns: Mapping[str, Sequence[str]]) -> None:
        there = self.whole("ana", board)["columns"]
        for name in columns:
            if name not in [row["name"] for row in there]:
                self.do("ana", "column.add", column_id=new_id(), board_id=board, name=name)
        for row in there:
            if row["kind"] == "normal" and row["name"] not in columns:
                self.do("ana", "column.delete", column_id=row["id"])

    def mailed_link(self, address: str, page: str) -> str | None:
        """The path of the newest link to a page in the mails for an address; None while there is none."""
        found = None
        for file in sorted(self.mails.glob("*.log"), key=lambda path: path.stat().st_mtime_ns):
            for part in file.read_bytes().split(b"-" * 79):
                mail = message_from_bytes(part.strip(), policy=policy.default)
                body = mail.get_body(("plain",))
                if address not in (mail["To"] or "") or body is None:
                    continue
                lines = [line.strip() for line in body.get_content().splitlines() if f"/{page}/" in line]
                found = (
                    lines[0][lines[0].index("http") :].split()[0].removeprefix(self.site) if lines else found
                )
        return found

    def _ask(self, who: str, path: str, body: Any = None) -> Any:
        token = secrets.token_hex(16)
        headers = {
            "Cookie": f"sessionid={self.session(who)}; csrftoken={token}",
            "X-CSRFToken": token,
            "Origin": self.site,
            "Content-Type": "application/json",
        }
        data = None if body is None else json.dumps(body).encode()
        with urlopen(Request(self.site + path, data, headers), timeout=10) as answer:
            return json.load(answer)
