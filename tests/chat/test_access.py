"""Who reads chat and who writes it, role by role, with every setting that opens it."""

import pytest

from tafla.accounts.models import BoardPrivacy
from tafla.core.refusals import Refusal
from tafla.sync import reading
from tafla.sync.db import current
from tafla.sync.gate import Gate
from tests.support.matrix import CHATTING, EVERYONE, ROLES
from tests.support.talks import said
from tests.support.world import World, ident
from tests.test_access_matrix import reader

SCOPES = ("chat:ink", "chat:oak", "chat:plan", "talk:plan")


def readers(world: World, scope: str) -> set[str]:
    kind, _, name = scope.partition(":")
    may = set()
    for role in [*ROLES, "link"]:
        try:
            reading.access_scope(current(), Gate(), reader(role), f"{kind}:{ident(name)}")
            may.add(role)
        except Refusal:
            pass
    return may


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize(
    ("setting", "more"),
    [({}, set()), ({"visitors_chat": True}, {"visitor", "reader"}), ({"link_chat": True}, {"link"})],
)
def test_settings_open_chat_for_reading(
    world: World, scope: str, setting: dict[str, bool], more: set[str]
) -> None:
    """With a talk (`ink`), before anybody has said a word (`oak`), and of the board."""
    said(world)
    BoardPrivacy.objects.filter(id=world.plan).update(**setting)
    assert readers(world, scope) == CHATTING | more
    assert CHATTING | more <= EVERYONE


def test_a_link_that_is_closed_opens_no_chat(world: World) -> None:
    BoardPrivacy.objects.filter(id=world.plan).update(link_chat=True, privacy="account")
    assert readers(world, "chat:plan") == CHATTING


def test_visitors_who_may_read_may_not_write(world: World) -> None:
    BoardPrivacy.objects.filter(id=world.plan).update(visitors_chat=True)
    said(world)
    for who in ("dana", "eve"):
        post = {"message_id": world.new, "card_id": world.ink, "text": "x"}
        assert world.refusal(who, "chat.post", **post) == "not_allowed"
        react = {"message_id": world.hello, "emoji": "👍", "on": True}
        assert world.refusal(who, "chat.react", **react) == "not_allowed"
        world.done(who, "chat.seen", card_id=world.ink, until=2**50)
    assert world.refusal("mallory", "chat.seen", card_id=world.ink, until=1) == "not_found"


def test_who_becomes_a_visitor_reads_no_more(world: World) -> None:
    assert "member" in readers(world, "chat:ink")
    world.done("ben", "member.set_role", board_id=world.plan, person_id=world.chidi, role="visitor")
    assert "member" not in readers(world, "chat:ink")


def test_an_archived_board_keeps_its_chat_readable_and_frozen(world: World) -> None:
    said(world)
    BoardPrivacy.objects.filter(id=world.plan).update(state="archived")
    assert readers(world, "chat:ink") == CHATTING
    post = {"message_id": world.new, "board_id": world.plan, "text": "x"}
    assert world.refusal("ana", "chat.post", **post) == "board_archived"
    world.done("chidi", "chat.seen", card_id=world.ink, until=2**50)
