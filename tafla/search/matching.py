"""Whether a text says what is asked for, how well, and where. Pure; what the index finds is only told after
this.
"""

import unicodedata
from collections.abc import Sequence
from enum import IntEnum
from itertools import accumulate

from tafla.search.mistakes import forgiven, is_near
from tafla.search.terms import Question, Term
from tafla.search.words import RUN, Word, fold, forms, words

Span = tuple[int, int]


class Fit(IntEnum):
    """How well a word fits, best first."""

    EXACT = 0
    BEGUN = 1
    NEAR = 2
    FAR = 3


Found = tuple[Fit, list[Span]]


class Rank(IntEnum):
    """How well a card's title answers, best first; a number is asked for by those who know it."""

    NUMBER = 0
    WHOLE = 1
    START = 2
    WORDS = 3
    ELSEWHERE = 4
    NEAR = 5
    FAR = 6


def find(term: Term, text: str, found: Sequence[Word], *, is_kind: bool = False) -> Found | None:
    """How a term fits best into a text with these words, and where it does.

    is_kind: where it fits nowhere, mistakes are forgiven.
    """
    if term.is_run:
        runs = [word for word in found if word.kind == RUN and term.text in word.text]
        return (Fit.EXACT, [span for word in runs for span in _places(term, text, word)]) if runs else None
    begun = [word for word in found if word.text.startswith(term.text) and word.kind != RUN]
    exact = [word for word in begun if len(word.text) == len(term.text)]
    if exact or (begun and term.is_open):
        fitting = begun if term.is_open else exact
        return (Fit.EXACT if exact else Fit.BEGUN), [(word.start, word.end) for word in fitting]
    return _nearly(term.text, found) if is_kind else None


def _nearly(text: str, found: Sequence[Word]) -> Found | None:
    """Where words with one mistake stand, or else with two, of which none is in the first letter."""
    letters = [word for word in found if word.kind != RUN]
    for edits in range(1, forgiven(text) + 1):
        some = letters if edits == 1 else [word for word in letters if word.text[0] == text[0]]
        near = [(word.start, word.end) for word in some if is_near(text, word.text, edits)]
        if near:
            return (Fit.NEAR if edits == 1 else Fit.FAR), near
    return None


def _places(term: Term, text: str, word: Word) -> list[Span]:
    """Where a run holds the term, in the characters that were typed."""
    pieces = _pieces(text, word)
    ends = list(accumulate(len(folded) for _, folded in pieces))
    # Characters that only together make one: all of it.
    if "".join(folded for _, folded in pieces) != word.text:
        return [(word.start, word.end)]
    spans, at = [], word.text.find(term.text)
    while at >= 0:
        first = next(n for n, end in enumerate(ends) if end > at)
        last = next(n for n, end in enumerate(ends) if end >= at + len(term.text))
        spans.append((pieces[first][0][0], pieces[last][0][1]))
        at = word.text.find(term.text, at + len(term.text))
    return spans


def _pieces(text: str, word: Word) -> list[tuple[Span, str]]:
    """The characters of a run, each with the marks behind it (also those of half width), folded."""
    starts = [
        at
        for at in range(word.start, word.end)
        if at == word.start or unicodedata.category(unicodedata.normalize("NFKD", text[at])[0])[0] != "M"
    ]
    spans = zip(starts, [*starts[1:], word.end], strict=True)
    return [(span, fold(text[slice(*span)])) for span in spans]


def rank_title(question: Question, title: str, number: int | None) -> tuple[Rank, Fit] | None:
    """How well a card answers by its title and number, and how its words fit at worst; None: it does not."""
    if question.number is not None and question.number == str(number):
        return Rank.NUMBER, Fit.EXACT
    found = forms(title)
    fits = [_title_fit(term, title, found, number) for term in question.terms]
    if not fits or None in fits:
        return None
    worst = max(fit for fit in fits if fit is not None)
    whole = " ".join(word.text for word in words(title))
    if whole == question.whole:
        return Rank.WHOLE, worst
    if worst >= Fit.NEAR:
        return (Rank.NEAR if worst == Fit.NEAR else Rank.FAR), worst
    return (Rank.START if whole.startswith(question.whole) else Rank.WORDS), worst


def _title_fit(term: Term, title: str, found: list[Word], number: int | None) -> Fit | None:
    fit = find(term, title, found, is_kind=True)
    if fit is None and term.text.isascii() and term.text.isdigit() and int(term.text) == number:
        return Fit.EXACT
    return fit and fit[0]
