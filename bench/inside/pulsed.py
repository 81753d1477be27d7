"""The pulse in process: the processor time of one look at the log, and of telling all who listen."""

from tafla.project import ready  # isort: skip — the imports below need Django set up
import asyncio
import os
import time
from typing import Any

from bench.load.moves import new_id
from bench.run import found, given
from tafla.accounts.models import Account, BoardPrivacy, Member
from tafla.core.clock import now_ms
from tafla.sync.db import current
from tafla.sync.gate import Gate
from tafla.sync.models import Change
from tafla.sync.pulse import Pulse
from tafla.sync.reading import Reader

__all__ = ["ready"]


class Page:
    """A connection that takes all it is sent."""

    def __init__(self, person: str) -> None:
        self.reader, self.heard = Reader(person), 0

    def send(self, _frame: str) -> bool:
        self.heard += 1
        return True


def write(boards: list[str]) -> None:
    """Something has happened on each of these boards."""
    begin = Change.objects.count()
    Change.objects.bulk_create(
        Change(
            scope=f"board:{board}",
            seq=begin + at,
            command_id=new_id(),
            at=now_ms(),
            patches="[]",
            before="[]",
        )
        for at, board in enumerate(boards)
    )


async def at_once(work: Any, *asked: Any) -> Any:
    return work(current(), *asked)


async def listen(pages: list[Page], boards: list[str], rounds: int) -> list[float]:
    """The time of each look in ms."""
    pulse, took = Pulse(Gate(), at_once), []
    for page in pages:
        pulse.join(page)  # type: ignore[arg-type]
    # Until the pulse has read who may read what.
    await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})
    for _ in range(rounds + 1):
        write(boards)
        began = time.process_time()
        await pulse.look()
        took.append((time.process_time() - began) * 1000)
    if any(page.heard != rounds + 1 for page in pages):
        raise RuntimeError("not every page was told of every look")
    return took


def main(pages: int, boards: int, rounds: int) -> None:
    """Median and p95 of a look, and the first, which has to find out who may hear of what."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    people, ids = [new_id() for _ in range(pages)], [new_id() for _ in range(boards)]
    account = Account.objects.values_list("id", flat=True)[0]
    BoardPrivacy.objects.bulk_create(BoardPrivacy(id=one, account_id=account, privacy="team") for one in ids)
    Member.objects.bulk_create(
        (
            Member(id=f"{board}.{one}", board_id=board, person_id=one, role="member", joined_at=1)
            for board in ids
            for one in people
        ),
        batch_size=1_000,
    )
    first, *took = asyncio.run(listen([Page(one) for one in people], ids, rounds))
    took.sort()
    found({"first": first, "p50": took[rounds // 2], "p95": took[int(rounds * 0.95)]})


if __name__ == "__main__":
    main(**given())
