"""Asking for a part of a file: the `Range` header (RFC 9110, 14), one range at a time."""

import re

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def wanted(header: str, size: int) -> tuple[int, int] | None:
    """(start, end) of what is asked for, end not included; None for the whole file.

    Raises ValueError when the file has no such part. Several ranges at once get the whole file.
    """
    asked = _RANGE.fullmatch(header.replace(" ", ""))
    if not asked or asked.group(0) == "bytes=-" or max(map(len, asked.groups())) > 18:
        return None
    first, last = asked.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < start:
            return None
    if start >= end:
        raise ValueError(header)
    return start, end
