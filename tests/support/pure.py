"""Verbs on rows in memory: what the batch loads from the database is found in plain dicts."""

from collections.abc import Iterable
from typing import Any

from tafla.core.refusals import Refusal
from tafla.sync.needs import Around, Beside, Count, Fact, Need, Row, Rows, Spot
from tafla.sync.tables import TABLES
from tafla.sync.verbs import VERBS
from tafla.sync.work import Copy, Work

Values = dict[str, Any]
Kept = dict[str, dict[str, Values]]


def keep(rows: dict[str, list[Values]]) -> Kept:
    """Rows by table and id."""
    return {table: {row["id"]: row for row in listed} for table, listed in rows.items()}


def run(
    rows: Kept, verb: str, args: Values, *, actor: str, now: int, command_id: str
) -> tuple[Work, str | None]:
    """Run a verb; (its work, the code it was refused with or None)."""
    work = Work(Copy(), now, actor, command_id)
    declared = VERBS[verb]
    try:
        checked = declared.args.model_validate(args)
        _load_all(work, rows, declared, checked)
        declared.run(work, checked)
    except Refusal as refusal:
        return work, refusal.code
    work.keep()
    return work, None


def after(rows: Kept, work: Work) -> Kept:
    """The rows once this work is kept."""
    found = {table: dict(listed) for table, listed in rows.items()}
    for (table, row_id), row in work.changed.items():
        if row is None:
            found[table].pop(row_id, None)
        else:
            found.setdefault(table, {})[row_id] = row
    return found


def _load_all(work: Work, rows: Kept, verb: Any, args: Any) -> None:
    seen: set[Need] = set()
    while fresh := set(verb.all_needs(work, args)) - seen:
        seen |= fresh
        for need in fresh:
            _load(work.copy, rows, need)
    for place in verb.places:
        for need in _place_needs(place, args, rows):
            _load(work.copy, rows, need)


def _place_needs(place: Any, args: Any, rows: Kept) -> Iterable[Need]:
    """Access is not judged here, but what a place names has to exist."""
    table = getattr(place, "table", None)
    value = getattr(args, place.arg, None) if table else None
    for row_id in [value] if isinstance(value, str) else value or ():
        if row_id not in rows.get(table or "", {}):
            raise Refusal("not_found")
        yield Row(table or "", row_id)


def _load(copy: Copy, rows: Kept, need: Need) -> None:
    if isinstance(need, Fact):
        copy.found[need] = _FACTS[need.kind](rows, need.key) if need.kind in _FACTS else None
        return
    listed = rows.get(need.table, {})
    if isinstance(need, Row):
        copy.rows[need.table, need.id] = listed.get(need.id)
    elif isinstance(need, Rows):
        found = [row for row in listed.values() if row[need.field] == need.value]
        copy.found[need] = [row["id"] for row in found]
        copy.rows.update({(need.table, row["id"]): row for row in found})
        if TABLES[need.table].order == need.field:
            _know(copy, listed, need.table, need.value)
    elif isinstance(need, Count):
        number = sum(row[need.field] == need.value for row in listed.values())
        copy.counts[need.table, need.field, need.value] = number
    elif isinstance(need, Beside | Spot | Around):
        _know(copy, listed, need.table, need.group)
        if isinstance(need, Spot):
            copy.ranks(need.table, need.group).spots.add(need.rank)
        if isinstance(need, Around):
            _load(copy, rows, Rows(need.table, TABLES[need.table].order or "", need.group))


def _tagged(rows: Kept, key: str) -> list[str]:
    board_id, tag_id = key.split(" ")
    cards = rows.get("cards", {}).values()
    return [card["id"] for card in cards if card["board_id"] == board_id and tag_id in card["tag_ids"]]


def _blocking(rows: Kept, key: str) -> list[tuple[str, str]]:
    """Every one there is; which of them a card leads to is for the verb to find."""
    ties = rows.get("dependencies", {}).values()
    return [(tie["card_id"], tie["other_id"]) for tie in ties if tie["kind"] == "blocks"]


_FACTS = {"tagged_cards": _tagged, "blocking": _blocking}


def _know(copy: Copy, listed: dict[str, Values], table: str, group: str) -> None:
    order = TABLES[table].order or ""
    run = sorted(row["rank"] for row in listed.values() if row[order] == group)
    copy.ranks(table, group).learn_run(run, from_bottom=True, to_top=True)
