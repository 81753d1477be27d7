"""Set the dates of cards: due and start."""

from tafla.cards.due import due_instant
from tafla.cards.rules import change_each, editable_needs
from tafla.core.fields import Date, Ids, TimeOfDay, Zone
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work


class SetDue(Args):
    """due_on none: no due date. due_time none: the end of that day. due_zone: where the setter is."""

    card_ids: Ids
    due_on: Date | None
    due_time: TimeOfDay | None = None
    due_zone: Zone = "UTC"


class SetStart(Args):
    """start_on none: no start date."""

    card_ids: Ids
    start_on: Date | None


_WRITE = At("cards", "card_ids", "write")


@verb("card.set_due", _WRITE, rest="PUT /cards/due")
def set_due(work: Work, args: SetDue) -> None:
    """Set or clear the due date of cards."""
    if args.due_on is None:
        facts: Values = {"due_on": None, "due_time": None, "due_zone": None, "due_at": None}
    else:
        due_at = due_instant(args.due_on, args.due_time, args.due_zone)
        facts = {
            "due_on": args.due_on,
            "due_time": args.due_time,
            "due_zone": args.due_zone,
            "due_at": due_at,
        }
    change_each(work, args.card_ids, lambda card: facts)


@verb("card.set_start", _WRITE, rest="PUT /cards/start")
def set_start(work: Work, args: SetStart) -> None:
    """Say on which day work on cards begins, or that none is planned."""
    change_each(work, args.card_ids, lambda card: {"start_on": args.start_on})


@set_due.needs
@set_start.needs
def needs(work: Work, args: SetDue | SetStart):  # type: ignore[no-untyped-def]
    yield from editable_needs(work, args.card_ids)
