"""Moves as a board's people make them: a card to a place after another card, of any column."""

import os
import random
import time
from typing import Any

from bench.load.wire import frame


def new_id() -> str:
    """A UUIDv7, made the cheap way."""
    ms = f"{time.time_ns() // 1_000_000:012x}"
    tail = os.urandom(8).hex()
    return f"{ms[:8]}-{ms[8:]}-7{tail[:3]}-8{tail[3:6]}-{tail[6:16]}{ms[-2:]}"


class Moves:
    """An endless row of moves on one board. Follows where its own cards went, as a client would."""

    def __init__(self, board: dict[str, Any], share: int = 0, of: int = 1) -> None:
        self.columns: list[str] = board["columns"]
        self.all: list[str] = board["cards"]
        # Cards are seeded to columns in turn; each mover has cards of its own.
        self.mine = self.all[share::of]
        self.random = random.Random(share + 1)
        self.number = 0
        # The share of moves that go to the first places of a column, where somebody looks.
        self.at_top = 0.0

    def args(self) -> dict[str, Any]:
        """The arguments of the next move."""
        pick = self.random.choice
        card = pick(self.mine)
        beside = self.random.randrange(80 if self.random.random() < self.at_top else len(self.all))
        column = self.columns[beside % len(self.columns)]
        return {
            "card_ids": [card],
            "column_id": column,
            "after": self.all[beside] if self.all[beside] != card else None,
        }

    def next(self) -> tuple[str, bytes]:
        """(id, frame) of the next move."""
        self.number += 1
        command_id, args = new_id(), self.args()
        after = f'"{args["after"]}"' if args["after"] else "null"
        text = (
            f'{{"t":"cmd","id":"{command_id}","n":{self.number},"verb":"card.move","args":{{"card_ids":["{args["card_ids"][0]}"],'
            f'"column_id":"{args["column_id"]}","after":{after}}}}}'
        )
        return command_id, frame(text.encode())
