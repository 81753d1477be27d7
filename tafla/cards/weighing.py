"""How many rows of other rooms hang on cards, for who copies them: the writer waits while they are read."""

from collections import Counter
from collections.abc import Iterable

from tafla.cards import hooks
from tafla.sync.db import Db
from tafla.sync.needs import Need
from tafla.sync.work import Work


def weight_needs(card_ids: Iterable[str]) -> Iterable[Need]:
    """What `weight` must see."""
    for card_id in card_ids:
        for need, _, _ in hooks.card_weighed:
            yield need(card_id)


def weight(work: Work, card_ids: Iterable[str]) -> int:
    """How many rows copies of these cards bring along from other rooms, as far as it is known by now."""
    return sum(weigh(work, card_id) for card_id in card_ids for _, weigh, _ in hooks.card_weighed)


def weights(db: Db, card_ids: list[str]) -> Counter[str]:
    """The same of each card, read from the database."""
    found: Counter[str] = Counter()
    for _, _, read in hooks.card_weighed:
        found.update(read(db, card_ids))
    return found
