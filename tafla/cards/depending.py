"""What dependencies of cards ask of other commands: no circles, and company wherever a card goes."""

from collections import defaultdict
from collections.abc import Iterable

from tafla.cards import hooks
from tafla.core.refusals import Refusal
from tafla.sync.needs import Fact, Need, Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work

MIRROR = {"blocks": "blocked_by", "blocked_by": "blocks"}
# Dependencies of one card, of both kinds.
MOST = 20
# Beyond so many a web is not followed, and nothing more is tied to it.
MOST_FOLLOWED = 2_000


def dependencies_of(card_id: str) -> Rows:
    """Both kinds of a card's dependencies."""
    return Rows("dependencies", "card_id", card_id, MOST + 1)


def mirror_id(row: Values) -> str:
    """The id of the same dependency's other row."""
    return f"{row['other_id']}.{row['card_id']}"


def check_no_circle(work: Work, blocker_id: str, blocked_id: str) -> None:
    """Refuse a dependency by which a card would in the end block itself; needs `circle_need`."""
    edges: dict[str, set[str]] = defaultdict(set)
    # What other commands of the batch read counts too: one of them may have tied two webs together.
    for need, pairs in work.copy.found.items():
        if isinstance(need, Fact) and need.kind == "blocking":
            if pairs and len(pairs) > MOST_FOLLOWED:
                raise Refusal("too_many", limit=MOST_FOLLOWED)
            for one, other in pairs or ():
                edges[one].add(other)
    for row in work.seen("dependencies"):
        if row["kind"] == "blocks":
            edges[row["card_id"]].add(row["other_id"])
    if blocker_id in _reached(edges, blocked_id):
        raise Refusal("dependency_circle")


def _reached(edges: dict[str, set[str]], card_id: str) -> set[str]:
    reached, waiting = {card_id}, [card_id]
    while waiting:
        further = edges[waiting.pop()] - reached
        reached |= further
        waiting += further
    return reached


def circle_need(blocked_id: str) -> Need:
    """What `check_no_circle` must see."""
    return Fact("blocking", blocked_id)


def tie(work: Work, card: Values, kind: str, other: Values, *, derived: bool = False) -> None:
    """Put both rows of a dependency; `kind` is what the card is to the other. Needs both rows, except between
    cards that this command makes (`derived`).
    """
    for one, what, there in ((card, kind, other), (other, MIRROR[kind], card)):
        row: Values = {"id": f"{one['id']}.{there['id']}", "board_id": one["board_id"], "card_id": one["id"]}
        row |= {"kind": what, "other_id": there["id"], "other_board_id": there["board_id"]}
        work.put("dependencies", row | {"at": work.now, "by": work.actor}, derived=derived)


def untie(work: Work, row: Values) -> None:
    """Take away both rows of a dependency; needs the mirror."""
    for row_id in (row["id"], mirror_id(row)):
        if work.row("dependencies", row_id):
            work.remove("dependencies", row_id)


def ends_needs(work: Work, card_id: str) -> Iterable[Need]:
    """A card's dependencies, and their other rows."""
    yield dependencies_of(card_id)
    for row_id in work.copy.found.get(dependencies_of(card_id)) or ():
        row = work.peek("dependencies", row_id)
        if row:
            yield Row("dependencies", mirror_id(row))


def _move_needs(work: Work, card: Values, board_id: str) -> Iterable[Need]:
    return ends_needs(work, card["id"])


def _move(work: Work, card: Values, board_id: str) -> None:
    """They go along with their card. Undo of the move brings them back by this same way."""
    for row in work.rows(dependencies_of(card["id"])):
        for row_id, field in ((row["id"], "board_id"), (mirror_id(row), "other_board_id")):
            if work.row("dependencies", row_id):
                work.patch("dependencies", row_id, **{field: board_id})
                work.quiet.add(("dependencies", row_id))


def _purge_needs(work: Work, card: Values) -> Iterable[Need]:
    return ends_needs(work, card["id"])


def _purge(work: Work, card: Values) -> None:
    for row in work.rows(dependencies_of(card["id"])):
        untie(work, row)
        work.forget("dependencies", row["id"], row["board_id"])
        work.forget("dependencies", mirror_id(row), row["other_board_id"])


def undo_add(work: Work, row: Values) -> None:
    """What was tied is untied; what only came along with its card has gone back with it by now."""
    if ("dependencies", row["id"]) not in work.quiet and work.row("dependencies", row["id"]):
        work.remove("dependencies", row["id"])


def check_undo(work: Work, row: Values) -> None:
    """What comes back must tie cards that are where they were, and make no circle; each pair is judged once,
    by the row of its blocker.
    """
    if work.before("dependencies", row["id"]) is not None:
        return
    card, other = work.row("cards", row["card_id"]), work.row("cards", row["other_id"])
    if card is None or other is None:
        raise Refusal("undo_gone")
    if (card["board_id"], other["board_id"]) != (row["board_id"], row["other_board_id"]):
        raise Refusal("undo_changed")
    if row["kind"] == "blocks":
        check_no_circle(work, row["card_id"], row["other_id"])


def undo_needs(work: Work, row: Values) -> Iterable[Need]:
    """Where the two cards are, and what the other one blocks."""
    yield Row("cards", row["card_id"])
    yield Row("cards", row["other_id"])
    yield circle_need(row["other_id"])


hooks.card_moves.append((_move_needs, _move))
hooks.card_purged.append((_purge_needs, _purge))
