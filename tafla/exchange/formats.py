"""What an export can be, for those who ask for one: nothing here loads what makes it."""

from dataclasses import dataclass

# format -> media type
MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "zip": "application/zip",
}
# What the process that makes an export ends with when the board is gone.
GONE = 4


@dataclass(frozen=True)
class Wish:
    """What is asked for, by somebody who may have it."""

    board_id: str
    format: str
    zone: str
    with_chat: bool
    with_files: bool
