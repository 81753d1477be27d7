"""Golden cases made by the server itself: `python tools/golden.py`, after a change meant to change results.

Writes `contracts/golden/text/random.json` (three-way merges of small random texts, full of repeated words so
that ties are frequent) and `contracts/golden/ranks.json`. Seeded: the same code writes the same bytes. The
cases beside them, written by hand, are what the results are judged by.
"""

import json
import random
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tafla.core.ranks import DIGITS, between, spread  # noqa: E402
from tafla.core.textmerge import merge  # noqa: E402

GOLDEN = ROOT / "contracts" / "golden"
PIECES = [
    "a",
    "b",
    "the",
    "- ",
    "\n",
    "\n",
    " ",
    " ",
    " ",
    ".",
    "é",
    "我",
    "们",
    "🎉",
    "🎈",
    "שלום",
    "ไทย",
    "\r\n",
]


def main() -> None:
    write(GOLDEN / "text" / "random.json", text_cases(100))
    write(GOLDEN / "ranks.json", rank_cases())


def write(path: Path, cases: list[dict[str, Any]]) -> None:
    lines = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in cases)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"[\n{lines}\n]\n", "utf-8")


def text_cases(count: int) -> list[dict[str, Any]]:
    """Half of them merge and half overlap, so that neither answer hides behind the other."""
    dice = random.Random(12)
    found: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    while any(len(cases) < count // 2 for cases in found.values()):
        base = [dice.choice(PIECES) for _ in range(dice.randrange(60))]
        texts = ["".join(base), edited(base, dice), edited(base, dice)]
        case = dict(zip(("base", "mine", "theirs"), texts, strict=True)) | {"expect": merge(*texts)}
        cases = found[case["expect"] is None]
        if len(set(texts)) == 3 and len(cases) < count // 2:
            cases.append(case)
    return found[False] + found[True]


def edited(base: list[str], dice: random.Random) -> str:
    pieces = list(base)
    for _ in range(dice.randrange(1, 5)):
        at = dice.randrange(len(pieces) + 1)
        pieces[at : at + dice.randrange(3)] = [dice.choice(PIECES) for _ in range(dice.randrange(4))]
    return "".join(pieces)


def rank_cases() -> list[dict[str, Any]]:
    """{low, high, expect} for between, with a count for spread; expect is null where it raises."""
    dice = random.Random(11)
    edges = [
        "a0",
        "a0V",
        "a1V",
        "az",
        "azV",
        "azz",
        "b00V",
        "bzzV",
        "Zz",
        "ZzV",
        "Z0V",
        "Z0",
        "Z01",
        "Yzz",
        "YzzV",
        "zz",
        "A",
        "1",
        "V",
        "a0V1",
    ]
    cases = [case(None, None), case("a0V", "a0V"), case("b00V", "a0V")]
    cases += [case(edge, None) for edge in edges if not edge.endswith("0")]
    cases += [case(None, edge) for edge in edges if not edge.endswith("0")]
    kept = sorted(edge for edge in edges if not edge.endswith("0"))
    cases += [case(low, high) for low, high in pairwise(kept)]
    ranks = ["a0V"]
    while len(cases) < 170:
        at = dice.randrange(len(ranks) + 1)
        low, high = (ranks[at - 1] if at else None), (ranks[at] if at < len(ranks) else None)
        cases.append(case(low, high))
        ranks.insert(at, between(low, high))
    low, high = "a0V", "a0V"
    while len(cases) < 190:
        # The same gap halved again and again, from alternating ends.
        high = between(low, high if high > low else None)
        cases.append(case(low, high))
        low = between(low, high) if dice.random() < 0.5 else low
    for count in (0, 1, 2, 3, 10, 70):
        cases += [
            case(low, high, count)
            for low, high in ((None, None), ("a0V", None), (None, "a0V"), ("a0V", "a1V"))
        ]
    top = DIGITS[-1]
    return [*cases, case("a0V", "a0V1", 20), case(f"a{top}V", "b00V", 5)]


def case(low: str | None, high: str | None, count: int | None = None) -> dict[str, Any]:
    asked: dict[str, Any] = {"low": low, "high": high} | ({} if count is None else {"count": count})
    try:
        return asked | {"expect": between(low, high) if count is None else spread(count, low, high)}
    except ValueError:
        return asked | {"expect": None}


if __name__ == "__main__":
    main()
