"""What entries name: columns, tags, boards, items, files, as far as the log and the tables know them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tafla.sync.db import Db
from tafla.sync.tables import TABLES, Row
from tafla.sync.undo import Effect
from tafla.sync.work import Key

# Tables whose rows hang on a card, or on a board itself; their scope's id says on which.
HANGING = ("card_texts", "checklist_items", "attachments", "messages")
# table -> what of a row entries may tell
_TOLD = {
    "boards": ("name",),
    "cards": ("board_id",),
    "columns": ("name", "kind"),
    "tags": ("name",),
    "checklist_items": ("text",),
    "attachments": ("name", "kind", "title", "url"),
    "messages": ("by",),
}


@dataclass(frozen=True)
class Deed:
    """What one command did, as its records say. `boards` are those it wrote on, where that is still known;
    `homes` the ids of the scopes its rows lie in.
    """

    pos: int
    command_id: str
    by: str | None
    verb: str
    at: int
    boards: list[str]
    effect: Effect
    homes: dict[Key, str]


@dataclass
class Known:
    """Rows by table and id, in part: what of them entries tell."""

    rows: dict[Key, Row] = field(default_factory=dict)

    def of(self, table: str, row_id: str) -> Row:
        """What is known of a row; nothing of one that nobody knows any more."""
        return self.rows.get((table, row_id), {})

    def named(self, table: str, row_id: str) -> Row:
        """{id, name}, and of columns their kind; none where nobody knows it any more."""
        row = self.of(table, row_id)
        kind = {"kind": row.get("kind")} if table == "columns" else {}
        return {"id": row_id, "name": row.get("name"), **kind}


@dataclass(frozen=True)
class Turn:
    """What one command made of one row. Before and after hold what is different; none: there was no row."""

    deed: Deed
    known: Known
    table: str
    row_id: str
    before: Row | None
    after: Row | None

    @property
    def whole(self) -> Row:
        """The row as it is afterwards, as far as it is known."""
        return {**self.known.of(self.table, self.row_id), **(self.before or {}), **(self.after or {})}


def learn(db: Db, deeds: Iterable[Deed]) -> Known:
    """Everything the entries of these deeds may tell, one read a table.

    Names are those of the moment the log is read, which is within a second of the deed; what a command says
    itself comes first, and it is all there is of a row that has gone since.
    """
    known, wanted = Known(), defaultdict(set)
    for deed in deeds:
        for key, (before, after) in deed.effect.items():
            for table, row_id in _mentions(key, deed.homes[key], before, after):
                wanted[table].add(row_id)
    for table, ids in wanted.items():
        known.rows.update(_read(db, table, ids))
    for deed in deeds:
        for (table, row_id), (before, after) in deed.effect.items():
            said = {**(before or {}), **(after or {})}
            told = {name: said[name] for name in _TOLD.get(table, ()) if name in said}
            known.rows[table, row_id] = {**known.of(table, row_id), **told}
    return known


def _mentions(key: Key, home: str, before: Row | None, after: Row | None) -> Iterator[Key]:
    table = key[0]
    if table in _TOLD:
        yield key
    if table in HANGING:
        yield from (("cards", home), ("boards", home))
    for row in (before, after):
        if table == "cards" and row:
            places = (("columns", "column_id"), ("boards", "board_id"))
            yield from ((to, row[name]) for to, name in places if name in row)
            yield from (("tags", tag_id) for tag_id in row.get("tag_ids", ()))


def _read(db: Db, table: str, ids: set[str]) -> dict[Key, Row]:
    if table not in TABLES:
        return {}
    names = ("id", *(name for name in _TOLD[table] if name in TABLES[table].names))
    sql = f"SELECT {','.join(names)} FROM {TABLES[table].db} WHERE {db.within('id')}"
    found = db.query(sql, (db.members(ids),))
    return {(table, row[0]): dict(zip(names[1:], row[1:], strict=True)) for row in found}
