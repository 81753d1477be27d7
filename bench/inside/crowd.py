"""Make a seeded database large: many boards of other accounts, whose rows are written directly."""

from tafla.project import ready  # isort: skip — the imports below need Django set up
from collections.abc import Iterator
from itertools import islice

from django.db import connection, models, transaction

from bench.run import found, given
from tafla.accounts.models import Account, BoardPrivacy, Member
from tafla.boards.models import Board, Column
from tafla.cards.models import Card
from tafla.core.clock import now_ms
from tafla.core.ids import new_id
from tafla.sync.models import Scope

__all__ = ["ready"]

BOARDS_OF_ACCOUNT = 100
AT_ONCE = 20_000


def boards(count: int) -> Iterator[models.Model]:
    """Boards with two columns and a card each, a hundred to an account."""
    now, account, owner = now_ms(), "", ""
    for number in range(count):
        if number % BOARDS_OF_ACCOUNT == 0:
            account, owner = new_id(), new_id()
            yield Account(id=account, name=f"Account {number}", owner_id=owner, created_at=now)
        board, column = new_id(), new_id()
        made = {"created_at": now, "created_by": owner}
        yield Board(id=board, account_id=account, name=f"Board {number}", kind="task", **made)
        yield BoardPrivacy(id=board, account_id=account, privacy="account", state="open")
        yield Scope(id=f"board:{board}", epoch="0", seq=3)
        yield Member(id=f"{board}.{owner}", board_id=board, person_id=owner, role="admin", joined_at=now)
        yield Column(id=column, board_id=board, name="To do", kind="normal", rank="a0V")
        yield Card(
            id=new_id(), board_id=board, column_id=column, rank="a0V", number=1, title="A card", **made
        )


def write(rows: Iterator[models.Model]) -> int:
    """Write rows of several tables; returns how many."""
    total = 0
    with transaction.atomic():
        while some := list(islice(rows, AT_ONCE)):
            total += len(some)
            for kind in dict.fromkeys(type(row) for row in some):
                kind.objects.bulk_create([row for row in some if type(row) is kind], batch_size=1_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return total


def main(count: int) -> None:
    """Write so many boards."""
    found({"rows": write(boards(count))})


if __name__ == "__main__":
    main(**given())
