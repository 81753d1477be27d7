"""Who may do and read what, by every door (S10). No default: a verb, scope or route without its row fails."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tafla.accounts.models import BoardPrivacy, Invitation
from tafla.boards.models import Tag
from tafla.core.ids import new_id
from tafla.core.refusals import Refusal
from tafla.people.models import Person
from tafla.project.rest import api
from tafla.sync import dispatch as dispatching
from tafla.sync import reading
from tafla.sync.batch import run_batch
from tafla.sync.command import Answer
from tafla.sync.db import current
from tafla.sync.gate import READERS, Gate
from tafla.sync.reading import Reader
from tafla.sync.verbs import VERBS
from tests.support.case import Case
from tests.support.cases import CASES
from tests.support.checklists import foreign_item
from tests.support.matrix import ACCEPT, AUTHOR, GET_ROWS, LEAVE, MANAGE, ROLES, SCOPE_ROWS, VERB_ROWS, WRITE
from tests.support.preparing import world_id
from tests.support.rehearsal import Rehearsal, rehearsing
from tests.support.shelves import foreign_shelf
from tests.support.world import LINK, World, build_world, ident

# The first case of each verb that stands on `plan` alone.
FIRST = {case.verb: case for case in reversed(CASES) if case.name in ("", "closing", "a stranger")}

STATUS = {"done": 200, "not_found": 404, "not_allowed": 403}


@pytest.fixture
def world(database: object) -> World:
    return build_world()


def test_every_verb_and_every_scope_has_a_row() -> None:
    assert set(VERB_ROWS) == set(VERBS) == set(FIRST)
    assert {scope.split(":")[0] for scope in SCOPE_ROWS} == set(READERS)
    assert all(set(row) == set(ROLES) for row in VERB_ROWS.values())


def code_of(answer: Answer) -> str:
    return str(answer.get("code", "done"))


@pytest.mark.parametrize("verb", VERB_ROWS)
def test_commands_in_a_batch(world: World, verb: str) -> None:
    case = FIRST[verb]
    case.prepare(world)
    found = {}
    for role, name in ROLES.items():
        outcomes, _ = run_batch(Rehearsal(current()), Gate(), [world.command(name, verb, **case.args(world))])
        found[role] = code_of(outcomes[0].answer)
    assert found == VERB_ROWS[verb]


@pytest.mark.parametrize("verb", VERB_ROWS)
def test_routes_of_rest(world: World, verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case = FIRST[verb]
    case.prepare(world)
    monkeypatch.setattr(dispatching, "current", rehearsing)
    method, path, body = rest_request(world, case)
    for role, name in ROLES.items():
        client = signed_in(name)
        answer = client.generic(method, path, json_of(body), "application/json")
        expected = VERB_ROWS[verb][role]
        assert answer.status_code == STATUS.get(expected, 422), (role, answer.content)
        assert answer.json().get("code", "done") == expected, role
    answer = Client().generic(method, path, json_of(body), "application/json")
    assert (answer.status_code, answer.json()["code"]) == (401, "signed_out")
    assert (
        Client().generic(method, f"{path}?link={LINK}", json_of(body), "application/json").status_code == 401
    )


def signed_in(name: str) -> Client:
    client = Client()
    client.force_login(Person.objects.get(id=ident(name)), settings.AUTHENTICATION_BACKENDS[0])
    return client


def rest_request(world: World, case: Case) -> tuple[str, str, dict[str, Any]]:
    """Method, address and body of a case's command."""
    method, path = VERBS[case.verb].rest.split(" ", 1)
    args = case.args(world)
    for name in [name for name in args if f"{{{name}}}" in path]:
        path = path.replace(f"{{{name}}}", args.pop(name))
    return method, "/api/v1" + path, args


def json_of(body: dict[str, Any]) -> str:
    return api.renderer.render(None, body, response_status=200) if body else ""  # type: ignore[arg-type]


def reader(role: str) -> Reader:
    return Reader(None, LINK) if role == "link" else Reader(ident(ROLES[role]))


def scope_id(name: str) -> str:
    kind, _, what = name.partition(":")
    return f"{kind}:{ident(what)}"


def readers_of(scope: str) -> set[str]:
    """The roles that may read a scope now, as a fresh process sees it."""
    may = set()
    for role in [*ROLES, "link"]:
        try:
            reading.access_scope(current(), Gate(), reader(role), scope_id(scope))
            may.add(role)
        except Refusal:
            pass
    return may


@pytest.mark.parametrize("scope", SCOPE_ROWS)
def test_scopes_are_read_by(world: World, scope: str) -> None:
    assert readers_of(scope) == SCOPE_ROWS[scope]


@pytest.mark.parametrize(
    ("privacy", "without"), [("team", {"reader", "link"}), ("account", {"link"}), ("link", set())]
)
def test_privacy_decides_who_reads_beside_the_team(world: World, privacy: str, without: set[str]) -> None:
    BoardPrivacy.objects.filter(id=world.plan).update(privacy=privacy)
    for scope in ("board:plan", "card:ink", "team:plan"):
        assert readers_of(scope) == SCOPE_ROWS[scope] - without


def test_a_wrong_link_and_nobody_read_nothing(world: World) -> None:
    for who in (Reader(None), Reader(None, "x" * 22), Reader(None, ""), Reader(ident("mallory"), "x" * 22)):
        for scope in [scope for scope, may in SCOPE_ROWS.items() if may != {"stranger"}]:
            with pytest.raises(Refusal):
                reading.access_scope(current(), Gate(), who, scope_id(scope))


def test_a_signed_in_stranger_with_the_link_reads_the_board_and_not_its_team(world: World) -> None:
    who = Reader(ident("mallory"), LINK)
    reading.access_scope(current(), Gate(), who, f"board:{world.plan}")
    with pytest.raises(Refusal):
        reading.access_scope(current(), Gate(), who, f"team:{world.plan}")


@pytest.mark.parametrize("scope", ["board:", "nothing:1", "", "board", "card:' OR 1=1", "team:" + "x" * 500])
def test_odd_scopes_are_not_found(world: World, scope: str) -> None:
    with pytest.raises(Refusal) as refused:
        reading.access_scope(current(), Gate(), reader("owner"), scope)
    assert refused.value.code == "not_found"


FROZEN = {
    verb
    for verb, row in VERB_ROWS.items()
    if row in (WRITE, MANAGE, LEAVE, ACCEPT, AUTHOR) or verb == "change.undo"
}
# What one has read is one's own; and an archived board may be put into the trash.
FROZEN -= {"chat.seen", "board.set_state"}


@pytest.mark.parametrize("verb", sorted(FROZEN))
def test_an_archived_board_is_frozen_for_everybody(world: World, verb: str) -> None:
    case = FIRST[verb]
    case.prepare(world)
    BoardPrivacy.objects.filter(id=world.plan).update(state="archived")
    who = "mallory" if verb == "invitation.accept" else case.actor
    outcomes, _ = run_batch(Rehearsal(current()), Gate(), [world.command(who, verb, **case.args(world))])
    assert code_of(outcomes[0].answer) == "board_archived"
    assert readers_of("board:plan") == SCOPE_ROWS["board:plan"]


def test_a_board_in_the_trash_is_there_for_its_admins_only(world: World) -> None:
    BoardPrivacy.objects.filter(id=world.plan).update(state="trash")
    assert readers_of("board:plan") == {"owner", "account_admin", "admin"}
    rename = world.command("ben", "card.rename", card_id=world.ink, title="x")
    outcomes, _ = run_batch(Rehearsal(current()), Gate(), [rename])
    assert code_of(outcomes[0].answer) == "board_in_trash"


# argument -> the id of Mallory's own in the place of the case's
FOREIGN = {"board_id": "lair", "column_id": "secret", "card_id": "loot", "account_id": "rogue"}
FOREIGN |= {"invitation_id": "foreign_offer", "move_cards_to": "secret", "person_id": "mallory"}
FOREIGN |= {"after": "secret", "before": "secret", "tag_id": "foreign_tag", "into_id": "foreign_tag"}
FOREIGN |= {"attachment_id": "loot_file", "upload_id": "loot_upload", "item_id": "gem"}
LISTS = {"card_ids": "loot", "item_ids": "gem"}
NEW_IDS = {("board.create", "board_id"), ("account.open", "account_id"), ("column.add", "column_id")}
# Whom a board is offered to is Mallory, so this account is her own.
NEW_IDS |= {("transfer.accept", "account_id"), ("transfer.decline", "board_id")}
NEW_IDS |= {
    ("request.ask", "request_id"),
    ("template.save", "template_id"),
    ("board.copy_frame", "new_board_id"),
}
NEW_IDS |= {("tag.create", "tag_id"), ("checklist.make_card", "card_id")}
NEW_IDS |= {("board.import_frame", "board_id"), ("file.import", "attachment_id")}
NEW_IDS |= {("file.import_link", "attachment_id")}
NEW_IDS |= {("file.attach", "attachment_id"), ("file.add_link", "attachment_id")}
FOREIGN |= {"message_id": "whisper", "reply_to": "whisper"}
NEW_IDS |= {("chat.post", "message_id")}


def replaced(args: dict[str, Any], name: str, found: str) -> dict[str, Any]:
    return {**args, name: [*args[name], found] if name in LISTS else found}


SWAPS = [
    (case, name)
    for case in FIRST.values()
    for name in VERBS[case.verb].args.model_fields
    if name in FOREIGN | LISTS and (case.verb, name) not in NEW_IDS
]


@pytest.mark.parametrize(("case", "name"), SWAPS, ids=lambda part: str(part))
def test_what_belongs_to_others_answers_like_what_does_not_exist(world: World, case: Case, name: str) -> None:
    """Byte for byte, for whoever may do it and for a visitor; ids alone open nothing."""
    case.prepare(world)
    foreign_shelf()
    foreign_item()
    Invitation.objects.create(
        id=ident("foreign_offer"),
        board_id=world.lair,
        email="q@example.com",
        role="member",
        invited_by=world.mallory,
        created_at=0,
        expires_at=2**50,
    )
    Tag.objects.create(id=ident("foreign_tag"), board_id=world.lair, name="red", hue="red")
    world.done("mallory", "chat.post", message_id=world.whisper, card_id=world.loot, text="psst")
    args = case.args(world)
    if name not in args:
        args[name] = None
    for who in (case.actor, "dana", "ana"):
        answers = []
        for found in (ident((FOREIGN | LISTS)[name]), new_id()):
            command = world.command(who, case.verb, **replaced(args, name, found))
            outcomes, _ = run_batch(Rehearsal(current()), Gate(), [command])
            answers.append(outcomes[0].answer)
        assert answers[0] == answers[1], who


def test_a_taken_id_answers_the_same_whoever_owns_it(world: World) -> None:
    """S20."""
    for taken in (world.ink, world.loot):
        card = {"card_id": taken, "title": "x"}
        assert world.refusal("chidi", "card.add", column_id=world.todo, cards=[card]) == "id_taken"
    for taken in (world.plan, world.lair):
        assert (
            world.refusal("ana", "board.create", board_id=taken, account_id=world.acme, name="x")
            == "id_taken"
        )
    world.done("ben", "chat.post", message_id=world.hello, board_id=world.plan, text="x")
    world.done("mallory", "chat.post", message_id=world.whisper, card_id=world.loot, text="x")
    for taken in (world.hello, world.whisper):
        assert (
            world.refusal("chidi", "chat.post", message_id=taken, card_id=world.ink, text="x") == "id_taken"
        )
    for taken in (world.todo, world.secret):
        assert (
            world.refusal("ben", "column.add", board_id=world.plan, column_id=taken, name="x") == "id_taken"
        )
    for name, board in (("plan_tag", world.plan), ("lair_tag", world.lair)):
        Tag.objects.create(id=ident(name), board_id=board, name="taken", hue="red")
        new = {"board_id": world.plan, "tag_id": ident(name), "name": "x", "hue": "red"}
        assert world.refusal("ben", "tag.create", **new) == "id_taken"


def test_undo_of_somebody_elses_command_is_like_one_that_never_was(world: World) -> None:
    FIRST["change.undo"].prepare(world)
    theirs = world.run("mallory", "change.undo", command_id=world_id("chidi"))
    assert theirs == world.run("mallory", "change.undo", command_id=new_id())


def test_every_get_route_has_a_row() -> None:
    paths = {path for path, methods in api.get_openapi_schema()["paths"].items() if "get" in methods}
    assert paths == set(GET_ROWS)


@pytest.mark.parametrize("path", GET_ROWS)
def test_pages_need_somebody_signed_in(world: World, path: str) -> None:
    who = GET_ROWS[path]
    expected = 404 if who in ("anybody", "link_readers") else 401
    path = (
        path.replace("{board_id}", world.plan)
        .replace("{token}", "no-such-token")
        .replace("{subject_id}", world.ink)
        .replace("{card_id}", world.ink)
    )
    assert Client().get(path).status_code == expected
    with_link = 200 if who == "link_readers" else expected
    assert Client().get(f"{path}?link={LINK}").status_code == with_link


def test_a_board_of_rest_is_for_its_readers(world: World) -> None:
    for role, name in ROLES.items():
        for board in ("plan", "ops", "lair"):
            answer = signed_in(name).get(f"/api/v1/boards/{ident(board)}")
            assert answer.status_code == (200 if role in SCOPE_ROWS[f"board:{board}"] else 404), (role, board)


def test_a_foreign_board_of_rest_is_like_none(world: World) -> None:
    answers = [signed_in("chidi").get(f"/api/v1/boards/{board}") for board in (world.lair, new_id())]
    assert answers[0].content == answers[1].content


def test_home_shows_each_person_their_boards_and_no_others(world: World) -> None:
    expected = {
        "ana": {"plan", "ops"},
        "faye": {"plan", "ops"},
        "ben": {"plan"},
        "chidi": {"plan", "ops"},
        "dana": {"plan"},
        "eve": {"plan", "ops"},
        "mallory": {"lair"},
    }
    for name, boards in expected.items():
        client = signed_in(name)
        assert {board["name"] for board in client.get("/api/v1/home").json()["boards"]} == boards, name
        assert client.get("/api/v1/me").json()["id"] == ident(name)
