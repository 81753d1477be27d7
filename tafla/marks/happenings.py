"""What changes of the log are news of: aspects of cards and boards, when and by whom."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from tafla.marks.aspects import ASPECTS, COMING
from tafla.sync.listeners import Change
from tafla.sync.tables import TABLES

# Subject and aspect.
Key = tuple[str, str]
# These rows are their subject's; all others hang on the one whose scope they lie in.
_SUBJECTS = ("cards", "talks", "shelves")


class Latest(NamedTuple):
    """The newest change, and the newest that is not by the same person (0: there is none)."""

    at: int
    by: str
    other_at: int = 0
    other_by: str = ""

    def after(self, at: int, by: str) -> "Latest":
        """With one more change. However often it is told and in whatever order, the result is the same."""
        if by == self.by:
            return self._replace(at=max(at, self.at))
        if at > self.at:
            return Latest(at, by, self.at, self.by)
        return self._replace(other_at=at, other_by=by) if at > self.other_at else self

    def with_all(self, other: "Latest") -> "Latest":
        """With what the other one knows, too."""
        latest = self.after(other.at, other.by)
        return latest.after(other.other_at, other.other_by) if other.other_at else latest


# A command and a card that it made, or brought from another board.
Made = tuple[str, str]


def happenings(changes: Iterable[Change], made: Collection[Made]) -> dict[Key, Latest]:
    """What these changes are news of. All that comes with a card is part of its coming."""
    found: dict[Key, Latest] = {}
    for change in changes:
        for subject_id, aspect, at, by in _told(change):
            if aspect == "new" or (change.command_id, subject_id) not in made:
                key = (subject_id, aspect)
                found[key] = found[key].after(at, by) if key in found else Latest(at, by)
    return found


def cards_made(changes: Iterable[Change]) -> set[Made]:
    """The cards that come by these changes, and the commands that made them come."""
    return {
        (change.command_id, row["id"])
        for change in changes
        for kind, table, row in _rows(change.patches)
        if (kind, table) == ("+", "cards")
    }


def commands_to_ask(changes: Iterable[Change], made: Iterable[Made]) -> set[str]:
    """Commands by which rows came that may have come with a card, of which these changes do not tell."""
    asked = {
        change.command_id
        for change in changes
        for kind, table, _ in _rows(change.patches)
        if kind == "+" and table != "cards" and COMING in ASPECTS.get(table, ())
    }
    return asked - {command for command, _ in made}


def went(changes: Iterable[Change], table: str) -> set[str]:
    """Ids of the table's rows that went, for ever or to another scope."""
    patches = (patch for change in changes for patch in change.patches)
    return {str(what) for kind, name, what, *_ in patches if (kind, name) == ("-", table)}


def _rows(patches: list[list[Any]]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(kind, table, what a patch says of the row and its id) of patches that are more than a removal."""
    for kind, table, what, *rest in patches:
        if kind == "+":
            yield kind, table, dict(zip(TABLES[table].wire_names, what, strict=False))
        elif kind == "~":
            yield kind, table, {**rest[0], "id": what}


def _told(change: Change) -> Iterator[tuple[str, str, int, str]]:
    """(subject, aspect, at, by) of everything a change is news of."""
    home = change.scope.split(":", 1)[1]
    for kind, table, row in _rows(change.patches):
        aspects = ASPECTS.get(table, {})
        fields = (COMING,) if kind == "+" else row
        subject_id = row["id"] if table in _SUBJECTS else home
        for aspect in {aspects[field] for field in fields if field in aspects}:
            yield subject_id, aspect, *_made(change, row)


def _made(change: Change, row: dict[str, Any]) -> tuple[int, str]:
    """When and by whom. A talk says so itself: it may have come along with its card."""
    return row.get("last_at", change.at), row.get("last_by", change.person_id) or ""
