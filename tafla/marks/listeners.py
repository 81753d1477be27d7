"""Reading the log into news, some time after each command (S19), so that commands pay nothing for it."""

import time
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection, transaction

from tafla.marks.happenings import Key, Latest, Made, cards_made, commands_to_ask, happenings, went
from tafla.marks.models import BoardSeen, CardSeen, News
from tafla.sync.db import current
from tafla.sync.listeners import COLUMNS, Change, bulk_listener, change_of

NAME = "marks"
# Bulk acts and jobs leave thousands: stored in parts, so that commands get their turn to write.
AT_ONCE = 200
REST_S = 0.01

_LATEST = ("at", "by", "other_at", "other_by")


@bulk_listener(NAME, "board", "card", "talk", "files", "shelf")
def keep(changes: list[Change]) -> None:
    """Store what these changes are news of. Told again, they change nothing more."""
    made = cards_made(changes)
    found = happenings(changes, made | _made_elsewhere(commands_to_ask(changes, made)))
    for keys in _parts(sorted(found)):
        _store({key: found[key] for key in keys})
    for cards in _parts(sorted({card_id for _, card_id in made})):
        _take_along(cards)
    for cards in _parts(sorted(went(changes, "cards"))):
        _forget_cards(cards)
    for board_id in sorted(went(changes, "board_privacy")):
        _forget_board(board_id)


def _made_elsewhere(commands: set[str]) -> set[Made]:
    """The cards that these commands made, as the log tells: of a command's records, some may be told later
    than others, or have been before.
    """
    if not commands:
        return set()
    db = current()
    told = db.query(
        f"SELECT {COLUMNS} FROM sync_change WHERE {db.within('command_id')} "
        "AND substr(scope, 1, 6) = 'board:'",
        (db.members(commands),),
    )
    return cards_made(map(change_of, told))


def _parts(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for at in range(0, len(rows), AT_ONCE):
        if at:
            time.sleep(REST_S)
        yield rows[at : at + AT_ONCE]


def _store(found: dict[Key, Latest]) -> None:
    with transaction.atomic():
        _hold()
        subjects = {subject_id for subject_id, _ in found}
        boards = _standing(sorted(subjects))
        held = {(row.subject_id, row.aspect): row for row in News.objects.filter(subject_id__in=subjects)}
        News.objects.bulk_create(
            [
                _news(key, latest, boards[key[0]], held.get(key))
                for key, latest in found.items()
                if key[0] in boards
            ],
            update_conflicts=True,
            unique_fields=["subject_id", "aspect"],
            update_fields=["board_id", *_LATEST],
        )


def _hold() -> None:
    """Nobody else writes news until the transaction ends: two that read the log at once must not undo each
    other's, nor bring back what the other forgets. SQLite has one writer anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE marks_news IN SHARE ROW EXCLUSIVE MODE")


def _news(key: Key, latest: Latest, board_id: str, held: News | None) -> News:
    if held:
        latest = Latest(*(getattr(held, name) for name in _LATEST)).with_all(latest)
    subject_id, aspect = key
    return News(subject_id=subject_id, aspect=aspect, board_id=board_id, **latest._asdict())


def _standing(subjects: Sequence[str]) -> dict[str, str]:
    """Subject -> board of those that are there. However late the log is read, nothing comes back of what was
    deleted for ever (S22).
    """
    marks = ",".join(["%s"] * len(subjects)) or "NULL"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.id, c.board_id FROM cards_card c JOIN accounts_boardprivacy p ON p.id = c.board_id "
            f"WHERE c.id IN ({marks}) "
            f"UNION ALL SELECT id, id FROM accounts_boardprivacy WHERE id IN ({marks})",
            [*subjects, *subjects],
        )
        return dict(cursor.fetchall())


def _take_along(cards: Sequence[str]) -> None:
    """Cards that came from another board bring their news."""
    with transaction.atomic():
        _hold()
        for card_id, board_id in _standing(cards).items():
            News.objects.filter(subject_id=card_id).exclude(board_id=board_id).update(board_id=board_id)


def _forget_cards(cards: Sequence[str]) -> None:
    """Forget those of these cards that are deleted for ever; others went to another board."""
    with transaction.atomic():
        _hold()
        gone = set(cards) - set(_standing(cards))
        News.objects.filter(subject_id__in=gone).delete()
        CardSeen.objects.filter(card_id__in=gone).delete()


def _forget_board(board_id: str) -> None:
    """A board goes with its cards; those that stand on another one by now stay."""
    subjects = News.objects.filter(board_id=board_id).values_list("subject_id", flat=True)
    for part in _parts(sorted(set(subjects))):
        _forget_cards(part)
    BoardSeen.objects.filter(board_id=board_id).delete()
