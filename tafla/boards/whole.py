"""A board as a program reads it: objects with named fields, in place of the wire's arrays."""

from typing import Any

import orjson
from pydantic import BaseModel, create_model

from tafla.core.refusals import Refusal
from tafla.sync.db import current
from tafla.sync.dispatch import held_gate
from tafla.sync.reading import Reader, access_scope
from tafla.sync.snapshot import read_snapshot
from tafla.sync.tables import TABLES

_TYPES: dict[str, Any] = {"text": str, "int": int, "bool": bool, "ids": list[str], "rank": str}


def whole_board(person_id: str, board_id: str) -> bytes | None:
    """The JSON of a board with its columns and cards; None when it is not there or may not be read.

    Made by hand, not by models: ten thousand cards must not hold the process.
    """
    db = current()
    scope = f"board:{board_id}"
    try:
        access_scope(db, held_gate(), Reader(person_id), scope)
    except Refusal:
        return None
    snapshot = orjson.loads(read_snapshot(db, scope, "all")[1])
    tables = {name: _objects(table) for name, table in snapshot["tables"].items()}
    boards, privacy = tables["boards"], tables["board_privacy"]
    if not (boards and privacy):
        return None
    board = {**boards[0], "privacy": privacy[0]["privacy"], "state": privacy[0]["state"]}
    return orjson.dumps(
        {"seq": snapshot["seq"], "board": board, "columns": tables["columns"], "cards": tables["cards"]}
    )


def _objects(table: dict[str, Any]) -> list[dict[str, Any]]:
    fields = table["fields"]
    return [dict(zip(fields, row, strict=True)) for row in table["rows"]]


def row_model(title: str, table: str, **more: Any) -> Any:
    """The fields of a table as clients see them, for the OpenAPI description."""
    fields: dict[str, Any] = {
        field.name: (_TYPES[field.type] | None if field.null else _TYPES[field.type], ...)
        for field in TABLES[table].fields
        if field.wire
    }
    return create_model(title, **{**fields, **more})


def board_model() -> type[BaseModel]:
    """What `whole_board` answers. Call it when every room has declared its tables."""
    board = row_model("BoardFacts", "boards", privacy=(str, ...), state=(str, ...))
    column, card = row_model("ColumnFacts", "columns"), row_model("CardFacts", "cards")
    return create_model(
        "WholeBoard",
        seq=(int, ...),
        board=(board, ...),
        columns=(list[column], ...),  # type: ignore[valid-type]
        cards=(list[card], ...),  # type: ignore[valid-type]
    )
