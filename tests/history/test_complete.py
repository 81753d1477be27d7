"""History is complete: every verb's happy case leaves entries wherever it changed something people see."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from tafla.core.ids import new_id
from tafla.history.models import Entry
from tafla.sync.models import Change
from tafla.sync.tables import TABLES
from tests.history.lines import indexed
from tests.support.case import Case
from tests.support.cases import CASES
from tests.support.world import World

# Fields whose change alone is no history: an order, and what follows from other rows.
SILENT = {"rank", "checklist_done", "checklist_total", "checklist_due_at", "completed_at", "completed_by"}
# Scopes of what is no history: chat and its counts, how many files there are, invitations, one's own things.
QUIET = {"talk", "chat", "files", "desk", "person", "account"}
# What only the server finds out about files, and what purging has blanked.
UNTOLD = {"file.refresh", "card.purge", "board.purge"}
PAGE = Path(__file__).resolve().parents[2] / "docs/topics/history.md"
DOCUMENTED = {
    what
    for row in PAGE.read_text("utf-8").splitlines()
    if row.startswith("| `")
    for what in re.findall(r"`(\w+)`", row.split("|")[1])
}


@pytest.mark.parametrize("case", [case for case in CASES if case.verb not in UNTOLD], ids=str)
def test_every_change_is_told(world: World, case: Case) -> None:
    case.prepare(world)
    command_id = new_id()
    world.done(case.actor, case.verb, command_id, **case.args(world))
    indexed()
    told = {subject for entry in Entry.objects.filter(command_id=command_id) for subject in subjects(entry)}
    assert {subject for record in records(command_id) for subject in touched(*record)} <= told
    assert {entry.what for entry in Entry.objects.all()} <= DOCUMENTED
    assert all(entry.by is not None for entry in Entry.objects.filter(command_id=command_id))


def records(command_id: str) -> list[tuple[str, list[Any]]]:
    """(scope, patches) of a command's records that history is made of."""
    found = Change.objects.filter(command_id=command_id).values_list("scope", "patches")
    return [(scope, orjson.loads(patches)) for scope, patches in found if scope.split(":")[0] not in QUIET]


def touched(scope: str, patches: list[Any]) -> Iterator[str]:
    """Ids of cards and boards that this record changed for people's eyes."""
    _, home = scope.split(":", 1)
    for mark, table, what, *more in patches:
        if mark == "~" and set(more[0]) <= SILENT and table not in ("columns", "tags"):
            continue
        if table == "cards":
            yield dict(zip(TABLES[table].wire_names, what, strict=True))["id"] if mark == "+" else what
        elif table == "dependencies":
            yield (
                dict(zip(TABLES[table].wire_names, what, strict=True))["id"] if mark == "+" else what
            ).split(".")[0]
        else:
            yield home


def subjects(entry: Entry) -> set[str]:
    """A board counts as told by what is told of its cards: columns come and go with them."""
    return {entry.board_id, entry.card_id or entry.board_id}
