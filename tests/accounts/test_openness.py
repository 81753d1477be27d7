"""What a board's settings open beyond its roles."""

import pytest

from tafla.accounts.models import BoardPrivacy
from tafla.core.refusals import Refusal
from tafla.sync.db import current
from tafla.sync.gate import Gate
from tafla.sync.reading import Reader, access_ground
from tests.support.world import LINK, World, ident

READERS = {
    "owner": Reader(ident("ana")),
    "admin": Reader(ident("ben")),
    "member": Reader(ident("chidi")),
    "visitor": Reader(ident("dana")),
    "reader": Reader(ident("eve")),
    "stranger": Reader(ident("mallory")),
    "link": Reader(None, LINK),
}
TEAM = {"owner", "admin", "member"}


def holders(right: str) -> set[str]:
    """Who has a right on `plan` now, as a fresh process sees it."""
    may = set()
    for role, reader in READERS.items():
        try:
            access_ground(current(), Gate(), reader, f"board:{ident('plan')}", right)
            may.add(role)
        except Refusal:
            pass
    return may


def test_without_settings_only_the_team_has_chat_and_no_file_goes_by_link(world: World) -> None:
    assert holders("read_chat") == holders("chat") == TEAM
    assert holders("read_files") == TEAM | {"visitor", "reader"}
    assert holders("arrange") == {"owner", "admin"}


def test_visitors_may_read_chat_where_the_board_lets_them(world: World) -> None:
    world.done("ben", "board.set_visitors_chat", board_id=world.plan, on=True)
    assert holders("read_chat") == TEAM | {"visitor", "reader"}
    assert holders("chat") == TEAM


@pytest.mark.parametrize("chat", [True, False])
@pytest.mark.parametrize("files", [True, False])
def test_the_link_opens_chat_and_files_each_by_itself(world: World, chat: bool, files: bool) -> None:
    world.done("ben", "board.set_link_options", board_id=world.plan, chat=chat, files=files)
    assert ("link" in holders("read_chat")) == chat
    assert ("link" in holders("read_files")) == files


def test_the_team_arranges_columns_where_the_board_lets_it(world: World) -> None:
    assert world.refusal("chidi", "column.rename", column_id=world.todo, name="Mine") == "not_allowed"
    world.done("ben", "board.set_team_arranges", board_id=world.plan, on=True)
    world.done("chidi", "column.rename", column_id=world.todo, name="Mine")
    assert world.refusal("dana", "column.rename", column_id=world.todo, name="Hers") == "not_allowed"
    assert world.refusal("chidi", "column.set_wip_limit", column_id=world.todo, limit=2) == "not_allowed"


def test_in_the_archive_all_is_read_and_nothing_is_written(world: World) -> None:
    BoardPrivacy.objects.filter(id=world.plan).update(state="archived")
    assert holders("read_chat") == TEAM
    assert holders("chat") == holders("arrange") == set()
    assert holders("shelve") == {"owner", "admin"}
