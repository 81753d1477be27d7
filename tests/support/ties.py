"""Cards of `plan` that wait for each other."""

from collections.abc import Iterable

from tafla.cards.models import Card, Dependency
from tests.support.world import THEN, World


def web(world: World, pairs: Iterable[tuple[str, str]]) -> None:
    """Tie (blocker, blocked) by their ids, as if by commands."""
    Dependency.objects.bulk_create(
        Dependency(
            id=f"{one}.{other}",
            board_id=world.plan,
            card_id=one,
            kind=kind,
            other_id=other,
            other_board_id=world.plan,
            at=THEN,
            by=world.ben,
        )
        for blocker, blocked in pairs
        for one, kind, other in ((blocker, "blocks", blocked), (blocked, "blocked_by", blocker))
    )


def tied(world: World) -> set[tuple[str, str]]:
    """Tie cards of `plan` to each other, and two of them to a card of another board; (blocker, blocked) by
    title of those that stand neither there nor in Deleted.
    """
    pairs = (("ink", "oak"), ("elm", "ink"), ("oak", "old"), ("fig", "bin"), ("elm", "ops1"))
    for one, other in pairs:
        told = {"card_id": getattr(world, one), "other_id": getattr(world, other)}
        world.done("chidi", "dependency.add", **told, kind="blocks")
    world.done("chidi", "dependency.add", card_id=world.fig, other_id=world.ops1, kind="blocked_by")
    return {(f"Card {one}", f"Card {other}") for one, other in pairs[:3]}


def ties_of(board_id: str) -> set[tuple[str, str]]:
    """(blocker, blocked) by title; every dependency of the board has both its rows, on this board."""
    titles = dict(Card.objects.values_list("id", "title"))
    rows = list(Dependency.objects.filter(board_id=board_id))
    ways = {
        kind: {(row.card_id, row.other_id) for row in rows if row.kind == kind}
        for kind in ("blocks", "blocked_by")
    }
    assert ways["blocks"] == {(other, one) for one, other in ways["blocked_by"]}
    return {(titles[one], titles[other]) for one, other in ways["blocks"]}
