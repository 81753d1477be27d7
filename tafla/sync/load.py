"""Loading needs: one read for each kind of need and table (S16 step 3)."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from tafla.sync.db import Db
from tafla.sync.needs import Around, Beside, Count, Fact, Need, Row, Rows, Spot
from tafla.sync.tables import TABLES
from tafla.sync.work import Copy

# Facts: kind -> loader(db, keys) -> {key: value}. Rooms register theirs at start.
FACTS: dict[str, Callable[[Db, list[str]], dict[str, Any]]] = {}
_ROUNDS = 6


def load_needs(db: Db, copy: Copy, ask: Callable[[], Iterable[Need]]) -> None:
    """Ask for needs and load them, again and again, until nothing new is named.

    Raises RuntimeError when that does not end: a verb's needs go in circles.
    """
    seen: set[Need] = set()
    for _ in range(_ROUNDS):
        fresh = {need for need in ask() if need not in seen}
        if not fresh:
            return
        seen |= fresh
        _load(db, copy, fresh)
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
    for need in needs:
        table = TABLES[need.table]
        order = "rank, id" if table.order else "id"
        sql = (
            f"SELECT {','.join(table.names)} FROM {table.db} WHERE {need.field} = ? ORDER BY {order} "
            f"LIMIT {need.limit}"
        )
        ids = []
        for values in db.query(sql, (need.value,)):
            row = table.from_db(values)
            ids.append(row["id"])
            copy.rows.setdefault((need.table, row["id"]), row)
            if table.order == need.field:
                copy.learn_rank(need.table, need.value, row["rank"])
        copy.found[need] = ids


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
    ends: dict[str, list[str]] = defaultdict(list)
    for need in needs:
        if need.anchor is None:
            ends[need.table].append(need.group)
        else:
            anchors[need.table, need.side].append(need.anchor)
    for (name, side), ids in anchors.items():
        _learn(copy, name, db.query(_beside_sql(db, name, side), (db.members(ids),)))
    for name, groups in ends.items():
        table = TABLES[name]
        sql = (
            f"SELECT g.id, NULL, (SELECT max(rank) FROM {table.db} WHERE {table.order} = g.id) FROM "
            f"{db.each('g')}"
        )
        _learn(copy, name, db.query(sql, (db.members(groups),)))


def _beside_sql(db: Db, name: str, side: int) -> str:
    table = TABLES[name]
    best, sign = ("min", ">") if side > 0 else ("max", "<")
    inner = (
        f"SELECT {best}(n.rank) FROM {table.db} n WHERE n.{table.order} = a.{table.order} AND n.rank "
        f"{sign} a.rank"
    )
    return f"SELECT a.{table.order}, a.rank, ({inner}) FROM {table.db} a WHERE {db.within('a.id')}"


def _learn(copy: Copy, name: str, found: list[tuple[Any, ...]]) -> None:
    for group, *ranks in found:
        for rank in ranks:
            if rank is not None:
                copy.learn_rank(name, group, rank)


def _spots(db: Db, copy: Copy, needs: list[Spot]) -> None:
    for need in needs:
        table = TABLES[need.table]
        sql = (
            f"SELECT DISTINCT rank FROM {table.db} WHERE {table.order} = ? AND rank >= ? ORDER BY "
            "rank LIMIT 2"
        )
        for (rank,) in db.query(sql, (need.group, need.rank)):
            copy.learn_rank(need.table, need.group, rank)


def _around(db: Db, copy: Copy, needs: list[Around]) -> None:
    for need in needs:
        table = TABLES[need.table]
        ids: list[str] = []
        for sign, order in (("<=", "DESC"), (">", "ASC")):
            sql = (
                f"SELECT {','.join(table.names)} FROM {table.db} WHERE {table.order} = ? AND rank {sign} ? "
                f"ORDER BY rank {order}, id {order} LIMIT {need.each}"
            )
            for values in db.query(sql, (need.group, need.rank)):
                row = table.from_db(values)
                ids.append(row["id"])
                copy.rows.setdefault((need.table, row["id"]), row)
                copy.learn_rank(need.table, need.group, row["rank"])
        copy.found[need] = ids


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
