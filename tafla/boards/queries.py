"""Home: what a person's boards look like at a glance. A handful of queries, whatever their number."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from tafla.accounts import queries as accounts
from tafla.boards.templates import Template
from tafla.core.clock import now_ms
from tafla.sync.db import Db, current

# (db, board ids, now) -> (column id -> number of cards, board id -> number overdue); the cards' room
# registers itself
card_counts: list[Callable[[Db, list[str], int], tuple[dict[str, int], dict[str, int]]]] = []


def home(person_id: str) -> dict[str, Any]:
    """The accounts and boards a person may read, with columns, counts and people (wire: /api/v1/home)."""
    db = current()
    owned = accounts.accounts_of(db, person_id)
    boards, visited = accounts.boards_of(db, person_id, owned)
    ids = list(boards)
    counts, overdue = _counts(db, ids)
    columns, people = _columns(db, ids, counts), accounts.people_of(db, ids)
    offers = accounts.offers_to(db, person_id)
    found = db.query(
        "SELECT b.id, b.name, b.kind, p.favourite, p.opened_at FROM boards_board b LEFT JOIN "
        "boards_boardpref p ON p.board_id = b.id AND p.person_id = ? "
        f"WHERE {db.within('b.id')} ORDER BY b.name, b.id",
        (person_id, db.members([*ids, *(board for board, _ in offers)])),
    )
    names = {board: name for board, name, *_ in found}
    # Whoever only visits a board is not of its account, but must find it somewhere.
    shown = owned | {account: (name, "visitor") for account, name in sorted(visited.items())}
    return {
        "accounts": [{"id": account, "name": name, "role": role} for account, (name, role) in shown.items()],
        "boards": [
            _tile(board, name, kind, boards[board], (bool(favourite), opened_at))
            | {"columns": columns[board], "people": people[board], "overdue": overdue.get(board, 0)}
            for board, name, kind, favourite, opened_at in found
            if board in boards
        ],
        "offers": [
            {"board_id": board, "name": names[board], "by": by} for board, by in offers if board in names
        ],
    }


def _tile(
    board: str, name: str, kind: str, place: tuple[str, str, str, str], seen: tuple[bool, int | None]
) -> dict[str, Any]:
    account, privacy, state, role = place
    tile: dict[str, Any] = {
        "id": board,
        "account_id": account,
        "name": name,
        "kind": kind,
        "privacy": privacy,
    }
    return tile | {"state": state, "role": role, "favourite": seen[0], "opened_at": seen[1]}


def _counts(db: Db, ids: list[str]) -> tuple[dict[str, int], dict[str, int]]:
    counts: dict[str, int] = {}
    overdue: dict[str, int] = {}
    for count in card_counts:
        by_column, late = count(db, ids, now_ms())
        counts |= by_column
        overdue |= late
    return counts, overdue


def _columns(db: Db, ids: list[str], counts: dict[str, int]) -> dict[str, list[dict[str, Any]]]:
    found = db.query(
        f"SELECT id, board_id, name, kind FROM boards_column WHERE {db.within('board_id')} AND "
        "kind <> 'deleted' ORDER BY rank, id",
        (db.members(ids),),
    )
    columns: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for column, board, name, kind in found:
        columns[board].append({"name": name, "kind": kind, "count": counts.get(column, 0)})
    return columns


def own_templates(person_id: str) -> list[tuple[str, Template]]:
    """(account id, template) of every account in whose team a person is, by name."""
    db = current()
    found = db.query(
        "SELECT account_id, name, description, content FROM boards_boardtemplate WHERE "
        f"{db.within('account_id')} ORDER BY name, id",
        (db.members(accounts.accounts_of(db, person_id)),),
    )
    return [(account_id, _renamed(content, name, about)) for account_id, name, about, content in found]


def _renamed(content: str, name: str, description: str) -> Template:
    template = Template.model_validate_json(content)
    return template.model_copy(update={"name": name, "description": description})


def board_names(db: Db, ids: list[str]) -> dict[str, str]:
    """Board id -> name."""
    return dict(db.query(f"SELECT id, name FROM boards_board WHERE {db.within('id')}", (db.members(ids),)))


accounts.board_names.append(board_names)
