"""Say that one card blocks another, on this board or on another that one may read, and take it back."""

from typing import Literal

from tafla.cards.depending import MOST, check_no_circle, circle_need, dependencies_of, tie, untie
from tafla.cards.rules import check_editable, editable_needs
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Row
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work


class AddDependency(Args):
    """kind: what the card is to the other."""

    card_id: Id
    kind: Literal["blocks", "blocked_by"]
    other_id: Id


class RemoveDependency(Args):
    card_id: Id
    other_id: Id


@verb(
    "dependency.add",
    At("cards", "card_id", "write"),
    At("cards", "other_id", "depend"),
    rest="POST /cards/{card_id}/dependencies",
)
def add_dependency(work: Work, args: AddDependency) -> None:
    """Tie two cards. What is tied already stays so; the other way round it would be a circle, and is
    refused like longer ones.
    """
    card, other = work.must("cards", args.card_id), work.must("cards", args.other_id)
    check_editable(work, card)
    tied = work.row("dependencies", f"{card['id']}.{other['id']}")
    if tied and tied["kind"] == args.kind:
        return
    pair = (card, other) if args.kind == "blocks" else (other, card)
    check_no_circle(work, pair[0]["id"], pair[1]["id"])
    for one in pair:
        if len(work.rows(dependencies_of(one["id"]))) >= MOST:
            raise Refusal("too_many", limit=MOST)
    tie(work, card, args.kind, other)


@verb(
    "dependency.remove",
    At("cards", "card_id", "write"),
    rest="DELETE /cards/{card_id}/dependencies/{other_id}",
)
def remove_dependency(work: Work, args: RemoveDependency) -> None:
    """Untie two cards, also from one that the person may not read; then undo does not tie them again."""
    check_editable(work, work.must("cards", args.card_id))
    untie(work, work.must("dependencies", f"{args.card_id}.{args.other_id}"))


@add_dependency.needs
def add_needs(work: Work, args: AddDependency):  # type: ignore[no-untyped-def]
    yield from editable_needs(work, [args.card_id])
    blocked_id = args.other_id if args.kind == "blocks" else args.card_id
    yield circle_need(blocked_id)
    for one, other in ((args.card_id, args.other_id), (args.other_id, args.card_id)):
        yield Row("dependencies", f"{one}.{other}")
        yield dependencies_of(one)


@remove_dependency.needs
def remove_needs(work: Work, args: RemoveDependency):  # type: ignore[no-untyped-def]
    yield from editable_needs(work, [args.card_id])
    yield Row("dependencies", f"{args.card_id}.{args.other_id}")
    yield Row("dependencies", f"{args.other_id}.{args.card_id}")
