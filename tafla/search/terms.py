"""Terms: what of a text goes into the index, and what of the index a question asks for. Pure.

A term is a short string: the kind of document, what it is of the word, the word. Kinds: `t` titles (cards and
boards apart by their place), `c` a card's contents, `m` messages, `f` names of files, `b` boards. A document
has a word (`w`), the beginnings of it (`p`), of titles also the word with one letter left out (`d`, so that a
mistyped word finds it) and, of long words, the beginning with two left out (`x`), its first word (`s`), the
whole of it (`=`) and its number (`#`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tafla.search.mistakes import LONGEST, forgiven, less, less_two
from tafla.search.words import RUN, WORD, Word, fold, forms, words

TITLE, CONTENTS, MESSAGE, FILE, BOARD = "t", "c", "m", "f", "b"
# Of which lengths beginnings of words are kept; what is longer is looked for by its beginning.
_SHORT, _LONG = range(2, 13), range(4, 13)
BEGINNINGS = {TITLE: _SHORT, FILE: _SHORT, BOARD: _SHORT, CONTENTS: _LONG, MESSAGE: _LONG}
# Kinds that forgive a mistake.
FORGIVING = frozenset({TITLE, BOARD})
MOST_TERMS = 6_000
# Of a question.
MOST_CHARS, MOST_WORDS, MOST_PAIRS = 400, 8, 12
# Of more words than a few a mistake is looked for in one at a time, and in the longest: it takes many looks.
FEW, MOST_FORGIVEN = 2, 3
_NUMBER = re.compile(r"\s*[#＃]?\s*(\d{1,9})\s*")

Group = tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """A word of a question: how it is compared, whether it is a run, whether more of it may follow."""

    text: str
    is_run: bool
    is_open: bool


@dataclass(frozen=True)
class Question:
    """What is asked for: terms, all of which must be found; the number it may be; whether more was typed
    than is looked for.
    """

    terms: tuple[Term, ...]
    whole: str
    number: str | None
    is_cut: bool


def ask(text: str) -> Question:
    """The question in what somebody typed."""
    some = text[:MOST_CHARS]
    found = words(some)
    taken = found[:MOST_WORDS]
    terms = [_term(word, is_last=word is found[-1]) for word in taken]
    number = _NUMBER.fullmatch(some)
    distinct = tuple(dict.fromkeys(terms))
    is_cut = len(taken) < len(found) or len(text) > MOST_CHARS
    return Question(distinct, _whole(found), number and str(int(fold(number[1]))), is_cut)


def _term(word: Word, *, is_last: bool) -> Term:
    is_open = word.kind == WORD and len(word.text) >= (2 if is_last else 3)
    return Term(word.text[:LONGEST], word.kind == RUN, is_open)


def _whole(found: Iterable[Word]) -> str:
    return " ".join(word.text for word in found)


def of_title(kind: str, text: str, number: int | None = None) -> set[str]:
    """Terms of a title, a name or a file's name."""
    found = forms(text)
    terms = set(_of_words(kind, found))
    if kind in FORGIVING:
        plain = words(text)
        terms.add(whole_term(kind, _whole(plain)))
        terms.update(_starts(kind, plain))
        letters = [word.text for word in found if word.kind != RUN]
        terms.update(f"{kind}d{rest}" for word in letters for rest in less(word))
        terms.update(f"{kind}x{rest}" for word in letters for rest in less_two(word))
    if number is not None:
        terms.add(number_term(str(number)))
    return terms


def number_term(number: str) -> str:
    """The term of a card's number."""
    return f"{TITLE}#{int(number)}"


def whole_term(kind: str, whole: str) -> str:
    """The term of a whole title."""
    return f"{kind}={whole[:200]}"


def of_text(kind: str, *texts: str) -> set[str]:
    """Terms of longer texts that count as one."""
    terms: set[str] = set()
    for term in (term for text in texts for term in _of_words(kind, forms(text))):
        terms.add(term)
        if len(terms) >= MOST_TERMS:
            break
    return terms


def _of_words(kind: str, found: list[Word]) -> Iterator[str]:
    for word in found:
        if word.kind == RUN:
            yield from (f"{kind}w{part}" for part in (*word.text, *_pairs(word.text)))
            continue
        form = word.text[:LONGEST]
        yield f"{kind}w{form}"
        yield from (f"{kind}p{form[:size]}" for size in BEGINNINGS[kind] if size < len(form))


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


def _starts(kind: str, found: list[Word]) -> Iterator[str]:
    first = found[0].text[:LONGEST] if found else ""
    yield from (f"{kind}s{first[:size]}" for size in (*_SHORT, LONGEST))


def groups(kind: str, terms: Iterable[Term]) -> list[Group]:
    """What documents of a kind must have: of each group one."""
    return [group for term in terms for group in _groups(kind, term)]


def _groups(kind: str, term: Term) -> list[Group]:
    if term.is_run:
        parts = _pairs(term.text)[:MOST_PAIRS] or [term.text]
        return [(f"{kind}w{part}",) for part in parts]
    group = [f"{kind}w{term.text}"]
    begun = [size for size in BEGINNINGS[kind] if size <= len(term.text)]
    if term.is_open and begun:
        group.append(f"{kind}p{term.text[: begun[-1]]}")
    if kind == TITLE and term.text.isascii() and term.text.isdigit():
        group.append(number_term(term.text))
    return [tuple(group)]


def near_groups(kind: str, terms: Sequence[Term]) -> list[list[Group]]:
    """The same, where words may hold a mistake, as choices of which one is enough: of two words each may, of
    more one of the longest; and the longest, where it is long, may hold two. None where no word may.
    """
    can = [term for term in terms if not term.is_run and forgiven(term.text)]
    longest = sorted(can, key=lambda term: -len(term.text))[:MOST_FORGIVEN]
    choices = [[term] for term in longest] if len(terms) > FEW else [can] if can else []
    near = [dict.fromkeys(choice, _nearly) for choice in choices]
    near += [{**near[0], term: _far} for term in longest[:1] if forgiven(term.text) > 1]
    return [[group for term in terms for group in _near(kind, term, ways.get(term))] for ways in near]


def _near(kind: str, term: Term, way: Callable[[str, str], Iterable[str]] | None) -> list[Group]:
    more = way(kind, term.text) if way else ()
    return [(*group, *more) for group in _groups(kind, term)]


def _far(kind: str, word: str) -> Iterator[str]:
    yield from (f"{kind}x{rest}" for rest in sorted(less_two(word)))


def _nearly(kind: str, word: str) -> Iterator[str]:
    """What words have that differ from this one by a mistake: they lack a letter of it; or have one more; or
    both lack one, where another letter stands or two have changed places.
    """
    yield f"{kind}d{word}"
    for rest in sorted(less(word)):
        yield f"{kind}w{rest}"
        yield f"{kind}d{rest}"


def start_groups(kind: str, terms: tuple[Term, ...]) -> list[Group]:
    """What titles have that begin with the question; none where it begins with a run, or with too little."""
    if not terms or terms[0].is_run or len(terms[0].text) < _SHORT[0]:
        return []
    return [(f"{kind}s{terms[0].text[: _SHORT[-1]]}",), *groups(kind, terms)]
