"""Loading needs: one read for each kind of need and table (S16 step 3)."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from tafla.sync.db import Db
from tafla.sync.needs import Around, Beside, Count, Fact, Need, Row, Rows, Spot
from tafla.sync.siblings import BOTTOM, Siblings
from tafla.sync.tables import TABLES, Table
from tafla.sync.tables import Row as RowValues
from tafla.sync.work import Copy

# Facts: kind -> loader(db, keys) -> {key: value}. Rooms register theirs at start.
FACTS: dict[str, Callable[[Db, list[str]], dict[str, Any]]] = {}
_ROUNDS = 6


def load_needs(db: Db, copy: Copy, asking: Iterable[Callable[[], Iterable[Need]]]) -> None:
    """Ask each command for its needs and load them; those that named something new are asked again.

    Raises RuntimeError when that does not end: a verb's needs go in circles.
    """
    loaded: set[Need] = set()
    for _ in range(_ROUNDS):
        again = []
        fresh: set[Need] = set()
        for ask in asking:
            named = [need for need in ask() if need not in loaded]
            if named:
                again.append(ask)
                fresh.update(named)
        if not fresh:
            return
        _load(db, copy, fresh)
        loaded |= fresh
        asking = again
    raise RuntimeError("needs do not settle")


def _load(db: Db, copy: Copy, needs: set[Need]) -> None:
    sorted_out: dict[type, list[Any]] = defaultdict(list)
    for need in needs:
        sorted_out[type(need)].append(need)
    for kind, load in _LOADERS.items():
        if sorted_out[kind]:
            load(db, copy, sorted_out[kind])


def _rows_by_id(db: Db, copy: Copy, needs: list[Row]) -> None:
    wanted: dict[str, list[str]] = defaultdict(list)
    for need in needs:
        if (need.table, need.id) not in copy.rows:
            wanted[need.table].append(need.id)
    for name, ids in wanted.items():
        table = TABLES[name]
        found = db.query(
            f"SELECT {','.join(table.names)} FROM {table.db} WHERE {db.within('id')}", (db.members(ids),)
        )
        copy.rows.update({(name, row_id): None for row_id in ids})
        for values in found:
            row = table.from_db(values)
            copy.rows[name, row["id"]] = row


def _rows_by_field(db: Db, copy: Copy, needs: list[Rows]) -> None:
    alike: dict[tuple[str, str], list[Rows]] = defaultdict(list)
    for need in needs:
        alike[need.table, need.field].append(need)
    for (name, field), some in alike.items():
        found = _grouped(db, TABLES[name], field, some)
        for need in some:
            _keep(copy, need, found[need.value][: need.limit])


def _grouped(db: Db, table: Table, field: str, needs: list[Rows]) -> dict[str, list[RowValues]]:
    """Rows by the value of their field, in order; one statement, however many values are asked for."""
    order = "rank, id" if table.order else "id"
    names = ",".join(table.names)
    limit = max(need.limit for need in needs)
    if len(needs) == 1:
        sql = f"SELECT {names} FROM {table.db} WHERE {field} = ? ORDER BY {order} LIMIT {limit}"
        read = db.query(sql, (needs[0].value,))
    else:
        part = f"row_number() OVER (PARTITION BY {field} ORDER BY {order}) AS nth"
        inner = f"SELECT {names}, {part} FROM {table.db} WHERE {db.within(field)}"
        sql = f"SELECT {names} FROM ({inner}) AS f WHERE nth <= {limit} ORDER BY {order}"
        read = db.query(sql, (db.members(need.value for need in needs),))
    found: dict[str, list[RowValues]] = defaultdict(list)
    for values in read:
        row = table.from_db(values)
        found[row[field]].append(row)
    return found


def _keep(copy: Copy, need: Rows, rows: list[RowValues]) -> None:
    for row in rows:
        copy.rows.setdefault((need.table, row["id"]), row)
    copy.found[need] = [row["id"] for row in rows]
    if TABLES[need.table].order == need.field:
        # What the batch has made of them already counts, not what was read.
        run = [copy.rows[need.table, row["id"]] for row in rows]
        known = copy.ranks(need.table, need.value)
        is_whole = len(rows) < need.limit
        known.learn_run([row["rank"] for row in run if row], from_bottom=True, to_top=is_whole)


def _counts(db: Db, copy: Copy, needs: list[Count]) -> None:
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for need in needs:
        wanted[need.table, need.field].append(need.value)
    for (name, field), values in wanted.items():
        copy.counts.update({(name, field, value): 0 for value in values})
        sql = f"SELECT {field}, count(*) FROM {TABLES[name].db} WHERE {db.within(field)} GROUP BY {field}"
        for value, number in db.query(sql, (db.members(values),)):
            copy.counts[name, field, value] = number


def _beside(db: Db, copy: Copy, needs: list[Beside]) -> None:
    anchors: dict[tuple[str, int], list[str]] = defaultdict(list)
    ends: dict[tuple[str, int], list[str]] = defaultdict(list)
    for need in needs:
        if need.anchor is None:
            ends[need.table, need.side].append(need.group)
        else:
            anchors[need.table, need.side].append(need.anchor)
    for (name, side), ids in anchors.items():
        for group, rank, beside in db.query(_beside_sql(db, name, side), (db.members(ids),)):
            _learn_beside(copy.ranks(name, group), rank, beside, side)
    for (name, side), groups in ends.items():
        table = TABLES[name]
        outermost = f"SELECT {'max' if side > 0 else 'min'}(rank) FROM {table.db} WHERE {table.order} = g.id"
        sql = f"SELECT g.id, ({outermost}) FROM {db.each('g')}"
        for group, rank in db.query(sql, (db.members(groups),)):
            known = copy.ranks(name, group)
            if rank is not None:
                known.learn(rank)
            known.closed.add(rank if rank is not None and side > 0 else BOTTOM)


def _beside_sql(db: Db, name: str, side: int) -> str:
    """Another sibling of the same rank comes first, so that equal ranks are noticed."""
    table = TABLES[name]
    best, sign = ("min", ">=") if side > 0 else ("max", "<=")
    inner = (
        f"SELECT {best}(n.rank) FROM {table.db} n WHERE n.{table.order} = a.{table.order} AND n.rank "
        f"{sign} a.rank AND n.id <> a.id"
    )
    return f"SELECT a.{table.order}, a.rank, ({inner}) FROM {table.db} a WHERE {db.within('a.id')}"


def _learn_beside(known: Siblings, rank: str, beside: str | None, side: int) -> None:
    if beside == rank:
        known.learn(rank)
        known.doubled.add(rank)
        return
    lower, upper = (rank, beside) if side > 0 else (beside, rank)
    for each in (lower, upper):
        if each is not None:
            known.learn(each)
    _learn_closed(known, lower or BOTTOM)


def _learn_closed(known: Siblings, rank: str) -> None:
    if rank != BOTTOM:
        known.learn(rank)
    known.closed.add(rank)


def _spots(db: Db, copy: Copy, needs: list[Spot]) -> None:
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for need in needs:
        wanted[need.table, need.group].append(need.rank)
    for (name, group), ranks in wanted.items():
        known = copy.ranks(name, group)
        known.spots.update(ranks)
        for found in db.query(_spots_sql(db, name), (group, group, db.members(ranks))):
            run = [rank for rank in found if rank is not None]
            known.learn_run(run, from_bottom=False, to_top=len(run) < 2)


def _spots_sql(db: Db, name: str) -> str:
    """For each rank the two lowest taken ones that are not below it."""
    table = TABLES[name]
    first = f"SELECT min(m.rank) FROM {table.db} m WHERE m.{table.order} = ? AND m.rank >= s.id"
    next_one = f"SELECT min(n.rank) FROM {table.db} n WHERE n.{table.order} = ? AND n.rank > f.one"
    return f"SELECT f.one, ({next_one}) FROM (SELECT ({first}) AS one FROM {db.each('s')}) f"


def _around(db: Db, copy: Copy, needs: list[Around]) -> None:
    for need in needs:
        table = TABLES[need.table]
        run: list[RowValues] = []
        sides: list[int] = []
        for sign, order in (("<=", "DESC"), (">", "ASC")):
            sql = (
                f"SELECT {','.join(table.names)} FROM {table.db} WHERE {table.order} = ? AND rank {sign} ? "
                f"ORDER BY rank {order}, id {order} LIMIT {need.each}"
            )
            found = [table.from_db(values) for values in db.query(sql, (need.group, need.rank))]
            run = [*reversed(found)] if order == "DESC" else run + found
            sides.append(len(found))
        for row in run:
            copy.rows.setdefault((need.table, row["id"]), row)
        copy.ranks(need.table, need.group).learn_run(
            [row["rank"] for row in run], from_bottom=sides[0] < need.each, to_top=sides[1] < need.each
        )
        copy.found[need] = [row["id"] for row in run]


def _facts(db: Db, copy: Copy, needs: list[Fact]) -> None:
    wanted: dict[str, list[str]] = defaultdict(list)
    for need in needs:
        wanted[need.kind].append(need.key)
    for kind, keys in wanted.items():
        values = FACTS[kind](db, keys)
        copy.found.update({Fact(kind, key): values.get(key) for key in keys})


_LOADERS: dict[type, Callable[[Db, Copy, list[Any]], None]] = {
    Row: _rows_by_id,
    Rows: _rows_by_field,
    Count: _counts,
    Beside: _beside,
    Spot: _spots,
    Around: _around,
    Fact: _facts,
}
