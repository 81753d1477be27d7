"""Parts of a question: what to look for among documents of which kind, the better answers first."""

from collections.abc import Sequence
from dataclasses import dataclass

from tafla.search import terms
from tafla.search.terms import BOARD, CONTENTS, FILE, MESSAGE, TITLE, Group, Question

# How many documents a part gives.
MOST, MOST_BOARDS, MOST_NEAR = 40, 12, 15
# Of more words than this none is taken for another.
NEAR_WORDS = 6


@dataclass(frozen=True)
class Part:
    """One look: documents of a kind that hold one term of each group."""

    kind: str
    groups: Sequence[Group]
    most: int = MOST
    is_here: bool = False


def near_parts(question: Question, *, is_of_cards: bool) -> list[Part]:
    """The same with mistakes: for when little is found without."""
    if len(question.terms) > NEAR_WORDS:
        return []
    kinds = (TITLE,) if is_of_cards else (TITLE, BOARD)
    return [
        Part(kind, groups, MOST_NEAR) for kind in kinds for groups in terms.near_groups(kind, question.terms)
    ]


def parts_of(question: Question, here: str | None, *, is_of_cards: bool) -> list[Part]:
    """What to look for, in order; on the board `here` first."""
    asked = question.terms
    parts = [Part(TITLE, [(terms.number_term(question.number),)])] if question.number else []
    near = [here] if here else []
    if question.number and near:
        parts.insert(0, Part(TITLE, parts[0].groups, 1, is_here=True))
    if not asked:
        return parts
    # Where other things narrow the cards down, what fits best is among what fits.
    if not is_of_cards:
        parts.append(Part(TITLE, [(terms.whole_term(TITLE, question.whole),)]))
        parts += [Part(TITLE, start, 20) for start in [terms.start_groups(TITLE, asked)] if start]
    for kind in (TITLE, CONTENTS, MESSAGE, FILE):
        parts += [Part(kind, terms.groups(kind, asked), 20, is_here=True) for _ in near]
        parts.append(Part(kind, terms.groups(kind, asked)))
    if not is_of_cards:
        parts.append(Part(BOARD, terms.groups(BOARD, asked), MOST_BOARDS))
    return parts
