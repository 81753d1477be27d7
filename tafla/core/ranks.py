"""Ranks: ASCII strings between which another always fits (S11).

A rank is a base-62 fraction, compared bytewise. It never ends in the lowest digit, so there is always room
below it. `web/src/kits/rankkit.ts` is the same code for guesses; golden cases keep the two equal.
"""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
# A rank longer than this makes the command re-rank its neighbours.
MAX_LENGTH = 40
_STEP = len(DIGITS) // 2


def between(low: str | None, high: str | None) -> str:
    """A rank above `low` and below `high`; None means no bound on that side.

    Raises ValueError when low is not below high.
    """
    if low is not None and high is not None and low >= high:
        raise ValueError(f"no rank between {low!r} and {high!r}")
    if high is None:
        return _beside(low, 1) if low else "a0V"
    if low is None:
        return _beside(high, -1)
    return _middle(low, high)


def spread(count: int, low: str | None, high: str | None) -> list[str]:
    """`count` rising ranks between two bounds, evenly enough to stay short."""
    if count == 0:
        return []
    if high is None:
        ranks: list[str] = []
        for _ in range(count):
            low = between(low, None)
            ranks.append(low)
        return ranks
    middle = between(low, high)
    half = count // 2
    return [*spread(half, low, middle), middle, *spread(count - half - 1, middle, high)]


def _beside(rank: str, step: int) -> str:
    """A rank above (step 1) or below (step -1) every rank of this head, that stays short however often it is
    asked.

    A head counts like a number with its length in front: "a0" … "az", "b00" …; below zero "Zz" … "Z0", "Yzz"
    …. So n cards added at the end, or moved to the top, cost log(n) characters rather than n.
    """
    head = _count(_head(rank), step)
    if head:
        return head + "V"
    return rank + "V" if step > 0 else _middle("", rank)


def _head(rank: str) -> str:
    return rank[: _head_length(rank[0])].ljust(_head_length(rank[0]), DIGITS[0])


def _head_length(first: str) -> int:
    if "a" <= first <= "z":
        return ord(first) - ord("a") + 2
    return ord("Z") - ord(first) + 2 if "A" <= first <= "Z" else 1


def _count(head: str, step: int) -> str:
    """The next head up or down, or "" when the numbers have run out."""
    digits = [DIGITS.index(digit) for digit in head[1:]]
    for place in reversed(range(len(digits))):
        digits[place] = (digits[place] + step) % len(DIGITS)
        if digits[place] != (0 if step > 0 else len(DIGITS) - 1):
            return head[0] + "".join(DIGITS[digit] for digit in digits)
    first = (
        "a"
        if head[0] == "Z" and step > 0
        else "Z"
        if head[0] == "a" and step < 0
        else chr(ord(head[0]) + step)
    )
    if not ("A" <= first <= "Z" or "a" <= first <= "z"):
        return ""
    return first + (DIGITS[0] if step > 0 else DIGITS[-1]) * (_head_length(first) - 1)


def _middle(low: str, high: str) -> str:
    """A string strictly between two, as fractions; `high` never ends in the lowest digit."""
    same = 0
    while same < len(high) and (low[same] if same < len(low) else DIGITS[0]) == high[same]:
        same += 1
    if same:
        return high[:same] + _middle(low[same:], high[same:])
    bottom = DIGITS.index(low[0]) if low else 0
    top = DIGITS.index(high[0])
    if top - bottom > 1:
        return DIGITS[(bottom + top) // 2]
    # Neighbouring digits: keep the lower one and go above the rest of `low`.
    return DIGITS[bottom] + _fraction_above(low[1:])


def _fraction_above(low: str) -> str:
    for place, digit in enumerate(low):
        if digit != DIGITS[-1]:
            top = DIGITS.index(digit)
            return low[:place] + DIGITS[top + (len(DIGITS) - top) // 2]
    return low + DIGITS[_STEP]
