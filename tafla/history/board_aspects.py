"""What changed on a board itself, in aspects: (what, old, new)."""

from collections.abc import Iterator

from tafla.history.card_aspects import Aspect, Teller
from tafla.history.known import Turn

# table -> field -> what; old and new are the field's values
_PLAIN = {
    "boards": {
        "name": "board_name",
        "description": "board_description",
        "wip_mode": "wip_mode",
        "numbering": "numbering",
        "use_tags": "use_tags",
    },
    "board_privacy": {
        "privacy": "privacy",
        "state": "board_state",
        "account_id": "board_account",
        "visitors_chat": "visitors_chat",
        "link_chat": "link_chat",
        "link_files": "link_files",
        "team_arranges": "team_arranges",
    },
}
# The same of rows a board has several of: old and new are lists of {id, name, value}.
_LISTED = {
    "columns": {"name": "column_renamed", "wip_limit": "column_limit"},
    "tags": {"name": "tag_renamed", "hue": "tag_hue"},
}
_MADE = {"columns": ("column_added", "column_removed"), "tags": ("tag_added", "tag_removed")}


def plain(turn: Turn) -> Iterator[Aspect]:
    """A board made, or its settings changed."""
    before, after = turn.before, turn.after
    if before is None and after is not None and turn.table == "boards":
        yield "board_created", None, after["name"]
    for field, what in _PLAIN[turn.table].items():
        if before is not None and after is not None and field in after:
            yield what, before[field], after[field]


def listed(turn: Turn) -> Iterator[Aspect]:
    """Columns and tags; lists of {id, name, …}."""
    before, after, named = turn.before, turn.after, turn.known.named(turn.table, turn.row_id)
    added, removed = _MADE[turn.table]
    if before is None or after is None:
        yield (added, None, [named]) if before is None else (removed, [named], None)
        return
    for field, what in _LISTED[turn.table].items():
        if field in after:
            yield what, [{**named, "value": before[field]}], [{**named, "value": after[field]}]
    if "rank" in after:
        yield "column_moved", None, [named]


def member(turn: Turn) -> Iterator[Aspect]:
    """People and their roles; lists of {person, role}."""
    person = turn.row_id.split(".")[-1]
    old, new = (row and [{"person": person, "role": row["role"]}] for row in (turn.before, turn.after))
    if old is None:
        yield "joined", None, new
    elif new is None:
        yield "left", old, None
    elif old != new:
        yield "role", old, new


def link(turn: Turn) -> Iterator[Aspect]:
    """Another address for everyone. The address itself is a secret."""
    if turn.before is not None and turn.after is not None:
        yield "link_renewed", None, None


TELLERS: dict[str, Teller] = {
    "boards": plain,
    "board_privacy": plain,
    "columns": listed,
    "tags": listed,
    "members": member,
    "board_links": link,
}
