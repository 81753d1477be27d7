"""Records: what a command changed, per scope, as the wire and the history carry it."""

from typing import Any

from tafla.sync.command import Record
from tafla.sync.tables import TABLES, Row, Table
from tafla.sync.work import Work


def make_records(work: Work) -> list[Record]:
    """The records of one command, a record for each scope it changed; none where nothing is different."""
    records: dict[str, Record] = {}
    for (name, row_id), after in work.changed.items():
        table = TABLES[name]
        before = work.copy.rows.get((name, row_id))
        if table.hidden or before == after:
            continue
        quiet = (name, row_id) in work.quiet
        for scope, patch, old in _patches(table, row_id, before, after):
            record = records.setdefault(scope, Record(scope))
            record.patches.append(patch)
            record.before.append(None if quiet else old)
    return list(records.values())


def _patches(
    table: Table, row_id: str, before: Row | None, after: Row | None
) -> list[tuple[str, list[Any], Any]]:
    """(scope, patch, old values) of one row; a row that changes scope leaves one and joins the other."""
    found: list[tuple[str, list[Any], Any]] = []
    if before is not None and after is not None and table.scope_of(before) == table.scope_of(after):
        new = {name: after[name] for name in table.wire_names if after[name] != before[name]}
        if new:
            old = {name: before[name] for name in table.kept(new)}
            found.append((table.scope_of(after), ["~", table.name, row_id, new], old))
        return found
    if before is not None:
        found.append((table.scope_of(before), ["-", table.name, row_id], before))
    if after is not None:
        found.append((table.scope_of(after), ["+", table.name, table.to_wire(after)], None))
    return found
