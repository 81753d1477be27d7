"""The answer of a view: buckets of cards as they are shown, and what these name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tafla.sync.db import Db
from tafla.views.asking import MOST, Found, Part
from tafla.views.faces import Place, faces

# Cards of a bucket that are told at once.
PAGE = 100
# Where words of titles decide, no more cards of a bucket are looked through at once.
MOST_TITLES = 2_000
# Where a filter decides, walking looks at no more cards over all buckets, 1 to 3 µs each; at three times as
# many where it asks for priorities: the index tells them, so most cards are not fetched.
MOST_LOOKED, SKIPS = 21_000, 3


@dataclass(frozen=True)
class Bucket:
    """What is told of a bucket. count, hidden: None on later pages; is_cut: not all of it was looked through,
    so the count is the least it can be; after: asks for the cards after these.
    """

    id: str
    count: int | None
    hidden: int | None
    is_cut: bool
    card_ids: Sequence[str]
    after: str | None


def place(key: int, card_id: str) -> str:
    """Where a page ended, as the next one is asked for."""
    return f"{key}.{card_id}"


def bucket(part: Part, found: Sequence[Found], hidden: int, check: Callable[[str], bool] | None) -> Bucket:
    """The first of what was found of a part."""
    fit = [card for card in found if check(card.title)] if check else found
    is_full = len(found) == (MOST_TITLES if check else MOST)
    end = found[-1][:2] if check and is_full else None if is_full else part.until
    last = fit[PAGE - 1][:2] if len(fit) > PAGE else end
    return Bucket(
        part.span.id,
        min(len(fit), MOST),
        hidden,
        end is not None,
        [card.card_id for card in fit[:PAGE]],
        place(*last) if last else None,
    )


def told(
    db: Db,
    places: Mapping[str, Place],
    buckets: Iterable[Bucket],
    at: int,
    news: Mapping[str, Sequence[tuple[str, str, int]]] | None = None,
) -> dict[str, Any]:
    """The answer as it goes out. news: card id -> what is new of it, (aspect, by, at)."""
    listed = list(buckets)
    ids = {card_id for one in listed for card_id in one.card_ids}
    new = {card_id: news[card_id] for card_id in ids} if news is not None else {}
    known = faces(db, ids, places, {by for aspects in new.values() for _, by, _ in aspects if by})
    for card_id, aspects in new.items():
        if card_id in known.cards:
            known.cards[card_id]["news"] = aspects
    return {
        "buckets": [
            {
                "id": one.id,
                "count": one.count,
                "hidden": one.hidden,
                "more": one.is_cut,
                "cards": [known.cards[card_id] for card_id in one.card_ids if card_id in known.cards],
                "after": one.after,
            }
            for one in listed
        ],
        "boards": known.boards,
        "people": known.people,
        "at": at,
    }
