"""In which order cards and boards answer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tafla.search.finding import Hit
from tafla.search.matching import Fit, Rank, rank_title
from tafla.search.terms import BOARD, CONTENTS, FILE, MESSAGE, TITLE, Question

_ORDER = {kind: place for place, kind in enumerate((TITLE, BOARD, CONTENTS, MESSAGE, FILE))}


@dataclass
class Found:
    """A card, or a board itself, and the documents by which it was found."""

    hit: Hit
    rank: Rank
    fit: Fit
    hits: list[Hit] = field(default_factory=list)


def ranked(question: Question, here: str | None, hits: Iterable[Hit]) -> list[Found]:
    """Cards and boards with their hits, best first. Of what a title says the title itself is the judge: the
    index may be a moment behind, and its numbers may stand for another word.
    """
    found: dict[str, Found] = {}
    for hit in hits:
        subject = hit.card_id or hit.board_id
        if subject not in found:
            found[subject] = Found(hit, *_rank(question, hit))
        one = found[subject]
        if hit.kind not in (TITLE, BOARD) or one.rank != Rank.ELSEWHERE:
            one.hits.append(hit)
    told = [one for one in found.values() if one.hits]
    # Two mistakes are a guess, for when nothing else answers.
    sure = [one for one in told if one.rank != Rank.FAR]
    return sorted(sure or told, key=lambda one: _place(one, here))


def _rank(question: Question, hit: Hit) -> tuple[Rank, Fit]:
    title, number = (hit.title, hit.number) if hit.card_id else (hit.board_name, None)
    return rank_title(question, title, number) or (Rank.ELSEWHERE, Fit.EXACT)


def _place(one: Found, here: str | None) -> tuple[Any, ...]:
    """Numbers before words; mistakes last; this board first; then how well, favourites, the newest."""
    return (
        one.rank != Rank.NUMBER,
        one.rank if one.rank >= Rank.NEAR else 0,
        one.hit.board_id != here,
        one.rank,
        min(_ORDER[hit.kind] for hit in one.hits),
        one.fit,
        not one.hit.is_favourite,
        -max(hit.doc for hit in one.hits),
    )
