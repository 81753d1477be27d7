"""What changed on a card, in aspects: (what, old, new)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tafla.history.known import Known, Turn
from tafla.sync.tables import Row

Aspect = tuple[str, Any, Any]
Teller = Callable[[Turn], Iterable[Aspect]]

_PLAIN = {"title": "title", "status": "status", "priority": "priority", "start_on": "start"}
_DUE = {"on": "due_on", "time": "due_time", "zone": "due_zone", "at": "due_at"}


def card(turn: Turn) -> Iterator[Aspect]:
    """A card made or changed; its place within a column is no aspect."""
    before, after, known = turn.before, turn.after, turn.known
    if before is None or after is None:
        if after is not None:
            column = known.named("columns", after["column_id"])
            yield "created", None, {"title": after["title"], "column": column}
        return
    for field, what in _PLAIN.items():
        if field in after:
            yield what, before[field], after[field]
    yield from _due(before, after)
    yield from _sets("assigned", before.get("assignee_ids"), after.get("assignee_ids"))
    yield from _tags(known, before, after)
    if "column_id" in after:
        yield _place(known, before, after)


def _due(before: Row, after: Row) -> Iterator[Aspect]:
    if not set(_DUE.values()).isdisjoint(after):
        yield "due", _due_of(before), _due_of({**before, **after})


def _due_of(row: Row) -> dict[str, Any] | None:
    return {name: row[field] for name, field in _DUE.items()} if row["due_on"] else None


def _sets(what: str, before: list[Any] | None, after: list[Any] | None) -> Iterator[Aspect]:
    """Members gained and lost, each an aspect: `assigned` and `unassigned`."""
    before, after = before or [], after or []
    if gained := [one for one in after if one not in before]:
        yield what, None, gained
    if lost := [one for one in before if one not in after]:
        yield f"un{what}", lost, None


def _tags(known: Known, before: Row, after: Row) -> Iterator[Aspect]:
    old, new = ([known.named("tags", tag) for tag in row.get("tag_ids", ())] for row in (before, after))
    if "board_id" in after:
        # They came along by name, under other ids.
        stayed = {tag["name"] for tag in old} & {tag["name"] for tag in new}
        old, new = ([tag for tag in tags if tag["name"] not in stayed] for tags in (old, new))
    yield from _sets("tagged", old, new)


def _place(known: Known, before: Row, after: Row) -> Aspect:
    old, new = (known.named("columns", row["column_id"]) for row in (before, after))
    if "board_id" in after:
        return "board", _standing(known, before), _standing(known, after)
    if after.get("deleted_at"):
        return "deleted", old, None
    if "deleted_at" in after:
        return "restored", None, new
    return "completed" if new["kind"] == "completed" else "moved", old, new


def _standing(known: Known, row: Row) -> Row:
    column = known.named("columns", row["column_id"])
    return {"board": known.named("boards", row["board_id"]), "column": column, "number": row.get("number")}


def text(turn: Turn) -> Iterator[Aspect]:
    """Details: only that they changed, and from which version to which."""
    if turn.after is not None and "version" in turn.after:
        yield "details", turn.before["version"] if turn.before else None, turn.after["version"]


def item(turn: Turn) -> Iterator[Aspect]:
    """A line of a checklist. Old and new are lists of {id, text, …}, for a command may change several."""
    before, after = turn.before, turn.after
    named = {"id": turn.row_id, "text": turn.whole.get("text")}
    if before is None or after is None:
        yield ("item_added", None, [named]) if before is None else ("item_removed", [named], None)
        return
    if "text" in after:
        yield "item_renamed", [{**named, "text": before["text"]}], [named]
    if "done" in after:
        yield "item_done" if after["done"] else "item_undone", None, [named]
    for what, old, new in _sets("assigned", before.get("assignee_ids"), after.get("assignee_ids")):
        yield f"item_{what}", old and [{**named, "people": old}], new and [{**named, "people": new}]
    for _, old, new in _due(before, after):
        yield "item_due", [{**named, "due": old}], [{**named, "due": new}]


def attachment(turn: Turn) -> Iterator[Aspect]:
    """A file or a link that hangs on a card or a board; lists of {id, name, …}."""
    before, after, row = turn.before, turn.after, turn.whole
    named = {"id": turn.row_id, "name": _called(row)}
    if before is None or after is None:
        gained, lost = ("linked", "unlinked") if row.get("kind") == "link" else ("attached", "unattached")
        yield (gained, None, [named]) if before is None else (lost, [named], None)
    elif "version" in after:
        old, new = ({**named, "version": version} for version in (before["version"], after["version"]))
        yield "file_version", [old], [new]
    elif "name" in after:
        yield "file_renamed", [{**named, "name": _called({**row, **before})}], [named]


def _called(row: Row) -> str | None:
    """What people read of it: a link's title is the server's finding, and its address the last resort."""
    return row.get("name") or row.get("title") or row.get("url")


def message(turn: Turn) -> Iterator[Aspect]:
    """Chat is no history; that somebody took away what another wrote is. Its words are forgotten, so the
    record has no values.
    """
    author = turn.whole.get("by")
    if turn.deed.verb == "chat.delete" and author and author != turn.deed.by:
        yield "message_deleted", None, [{"id": turn.row_id, "by": author}]


def dependency(turn: Turn) -> Iterator[Aspect]:
    """Tied or untied: {kind, card}, from the eyes of the card whose row it is. The other one may stand where
    readers may not look, so it is told by id. What only goes along with a card that moves is no history.
    """
    row = turn.after or turn.before or {}
    if "kind" not in row or _is_moving(turn, row):
        return
    tie = {"kind": row["kind"], "card": row["other_id"]}
    if turn.before is None:
        yield "dependency_added", None, tie
    elif turn.after is None:
        yield "dependency_removed", tie, None


def _is_moving(turn: Turn, row: Row) -> bool:
    moved = (turn.deed.effect.get(("cards", row[field])) for field in ("card_id", "other_id"))
    return any(after and "board_id" in after for pair in moved if pair for _, after in [pair])


TELLERS: dict[str, Teller] = {
    "cards": card,
    "card_texts": text,
    "checklist_items": item,
    "attachments": attachment,
    "dependencies": dependency,
    "messages": message,
}

# Which aspects hold what was in the rows of a table: where such a row is deleted for ever, they forget it.
HOLDING = {
    "checklist_items": tuple(
        f"item_{what}"
        for what in ("added", "removed", "renamed", "done", "undone", "assigned", "unassigned", "due")
    ),
    "attachments": ("attached", "unattached", "linked", "unlinked", "file_version", "file_renamed"),
}
