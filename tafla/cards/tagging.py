"""What happens to cards when a tag of their board is merged or deleted."""

from collections.abc import Iterable

from tafla.boards import hooks
from tafla.boards.tagged import carriers, tagged
from tafla.core.refusals import Refusal
from tafla.sync.needs import Need, Row
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work

# A command changes at most 500 rows (S23), tags among them; of more cards a tag is taken by several first.
MOST_CARDS = 490


def replace_needs(work: Work, tag: Values) -> Iterable[Need]:
    """The cards that carry the tag, unless they are too many anyway."""
    fact = tagged(tag)
    yield fact
    for card_id in (work.copy.found.get(fact) or ())[:MOST_CARDS]:
        yield Row("cards", card_id)


def replace_everywhere(work: Work, tag: Values, into_id: str | None) -> None:
    """Take a tag off every card, or put another in its place. Frozen cards too: it is the board that changes,
    not they.
    """
    card_ids = carriers(work, tag)
    if len(card_ids) > MOST_CARDS:
        raise Refusal("too_many", limit=MOST_CARDS)
    replace_on(work, card_ids, tag["id"], into_id)


def replace_on(work: Work, card_ids: Iterable[str], tag_id: str, into_id: str | None) -> None:
    """The same for some cards; those without the tag stay as they are."""
    for card_id in card_ids:
        card = work.row("cards", card_id)
        if card and tag_id in card["tag_ids"]:
            kept = {other for other in card["tag_ids"] if other != tag_id} | ({into_id} if into_id else set())
            work.patch("cards", card_id, tag_ids=sorted(kept))


hooks.replace_tag.append((replace_needs, replace_everywhere))
