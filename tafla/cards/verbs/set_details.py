"""Save a card's details, merging with what others saved meanwhile (S12)."""

from typing import Annotated

from pydantic import Field

from tafla.cards.rules import check_editable, editable_needs
from tafla.cards.undo import keep_version
from tafla.core.fields import Id
from tafla.core.refusals import Conflict
from tafla.core.text import Details
from tafla.core.textmerge import merge
from tafla.sync.needs import Row
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work


class SetDetails(Args):
    """base_version: the version the text was started from; 0 before the first save."""

    card_id: Id
    text: Details
    base_version: Annotated[int, Field(ge=0)]


@verb("card.set_details", At("cards", "card_id", "write"), rest="PUT /cards/{card_id}/details")
def set_details(work: Work, args: SetDetails) -> None:
    """Save a card's details. A save that started from an older version is merged; where both changed the same
    words it is a conflict.
    """
    check_editable(work, work.must("cards", args.card_id))
    stored = work.row("card_texts", args.card_id)
    theirs, version = (stored["details"], stored["version"]) if stored else ("", 0)
    text = args.text
    if args.base_version != version:
        text = _merged(work, args, theirs, version)
    if text == theirs:
        return
    fields = {"details": text, "version": version + 1}
    if stored:
        work.patch("card_texts", args.card_id, **fields)
    else:
        work.put("card_texts", {"id": args.card_id, **fields})
    keep_version(work, work.must("card_texts", args.card_id))


def _merged(work: Work, args: SetDetails, theirs: str, version: int) -> str:
    base = (
        work.row("card_text_versions", f"{args.card_id}.{args.base_version}") if args.base_version else None
    )
    both = merge(base["details"] if base else "", args.text, theirs)
    if both is None:
        raise Conflict("text_conflict", mine=args.text, theirs=theirs, version=version)
    return both


@set_details.needs
def needs(work: Work, args: SetDetails):  # type: ignore[no-untyped-def]
    yield Row("card_texts", args.card_id)
    yield Row("card_text_versions", f"{args.card_id}.{args.base_version}")
    yield from editable_needs(work, [args.card_id])
