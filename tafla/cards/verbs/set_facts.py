"""Set the facts of cards: title, status, priority, assignees."""

from typing import Any, Literal

from tafla.accounts import acts as accounts
from tafla.cards.rules import change_each, check_editable, editable_needs
from tafla.core.fields import Id, Ids
from tafla.core.refusals import Refusal
from tafla.core.text import Title
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work

Status = Literal["normal", "ready", "in_progress", "needs_review", "needs_rework", "blocked", "on_hold"]
Priority = Literal["normal", "high", "critical"]


class RenameCard(Args):
    card_id: Id
    title: Title


class SetStatus(Args):
    card_ids: Ids
    status: Status


class SetPriority(Args):
    card_ids: Ids
    priority: Priority


class Assign(Args):
    card_ids: Ids
    person_id: Id


_WRITE = At("cards", "card_ids", "write")


@verb("card.rename", At("cards", "card_id", "write"), rest="PUT /cards/{card_id}/title")
def rename_card(work: Work, args: RenameCard) -> None:
    """Give a card another title."""
    check_editable(work, work.must("cards", args.card_id))
    work.patch("cards", args.card_id, title=args.title)


@verb("card.set_status", _WRITE, rest="PUT /cards/status")
def set_status(work: Work, args: SetStatus) -> None:
    """Say what state cards are in."""
    change_each(work, args.card_ids, lambda card: {"status": args.status})


@verb("card.set_priority", _WRITE, rest="PUT /cards/priority")
def set_priority(work: Work, args: SetPriority) -> None:
    """Say how important cards are."""
    change_each(work, args.card_ids, lambda card: {"priority": args.priority})


@verb("card.assign", _WRITE, rest="POST /cards/assignees")
def assign(work: Work, args: Assign) -> None:
    """Give cards to a person, beside those who have them already."""

    def facts(card: Values) -> Values:
        if not accounts.is_assignable(work, card["board_id"], args.person_id):
            raise Refusal("not_assignable")
        return {"assignee_ids": sorted({*card["assignee_ids"], args.person_id})}

    change_each(work, args.card_ids, facts)


@verb("card.unassign", _WRITE, rest="DELETE /cards/assignees")
def unassign(work: Work, args: Assign) -> None:
    """Take cards from a person."""
    change_each(
        work,
        args.card_ids,
        lambda card: {"assignee_ids": [p for p in card["assignee_ids"] if p != args.person_id]},
    )


@rename_card.needs
def rename_needs(work: Work, args: RenameCard):  # type: ignore[no-untyped-def]
    yield from editable_needs(work, [args.card_id])


@set_status.needs
@set_priority.needs
@unassign.needs
def needs(work: Work, args: Any):  # type: ignore[no-untyped-def]
    yield from editable_needs(work, args.card_ids)


@assign.needs
def assign_needs(work: Work, args: Assign):  # type: ignore[no-untyped-def]
    yield from editable_needs(work, args.card_ids)
    for card_id in args.card_ids:
        card = work.peek("cards", card_id)
        if card:
            yield accounts.member_need(card["board_id"], args.person_id)
