"""The newest marked cards of many boards: two thousand boards full of marks cost little more than ten.

Whoever reads many boards is answered from the newest news of all, if these hold enough of theirs; if not,
the same query says where to begin on each board. Then boards are read a little at a time, newest first, and
only as long as one may hold something newer than what is found: mostly once.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tafla.marks.floors import Floor, Place, floors_of, relation, whole
from tafla.marks.judging import CARDS, SEEN, at, by, is_mark, seen_by
from tafla.sync.db import Db, Values

# The rows that one question may bring, and the fewest of one board.
MOST_ROWS = 1_200
FEWEST_ROWS = 10
# Whose boards are fewer looks at these alone: most news is of others.
MANY_BOARDS = 200

# Where a row of news stands: (at, id).
Row = tuple[int, int]
# Where a card stands in the list: (at, card id).
Spot = tuple[int, str]


class Newest(NamedTuple):
    """A card with marks: which, and when and by whom its newest change by others was ("": by nobody)."""

    card_id: str
    board_id: str
    aspects: tuple[str, ...]
    at: int
    by: str


def newest(
    db: Db, person_id: str, board_ids: Iterable[str], limit: int, before: Spot | None = None
) -> list[Newest]:
    """Cards with marks on these boards, newest first; with `before` (at, card id) those after that one.
    Fewer than `limit`: there are no more. The boards are such as the person may read: the caller has asked
    for them at this moment.
    """
    floors = floors_of(db, person_id, board_ids)
    if before is None and len(floors) >= MANY_BOARDS:
        cards, unread = _of_all(db, person_id, floors, limit)
    else:
        cards, unread = Cards(), _heads(db, person_id, floors, before)
    if unread:
        cards = _by_board(db, person_id, floors, unread, limit, before)
    best = sorted(cards, key=lambda card_id: (cards[card_id][0], card_id), reverse=True)[:limit]
    homes = [(card_id, cards[card_id][1]) for card_id in best]
    return _told(db, person_id, [Place(home, floors[home], card_id) for card_id, home in homes])


# Card -> its newest change by others, and its board.
Cards = dict[str, tuple[int, str]]


def _of_all(db: Db, person_id: str, floors: Mapping[str, Floor], limit: int) -> tuple[Cards, dict[str, Row]]:
    """The cards among the newest news of all boards; or, where these do not hold the newest `limit`, what
    `_heads` says.
    """
    boards, value = relation(db, whole(floors))
    # CROSS: SQLite makes an index on what it comes to second. What changed at the very moment at which the
    # news was cut off may stand behind the end.
    rows = db.query(
        f"WITH b AS MATERIALIZED (SELECT b.id, b.floor, b.files_at, b.chats FROM {boards}), "
        f"n AS MATERIALIZED (SELECT * FROM marks_news WHERE at > ? ORDER BY at DESC LIMIT {MOST_ROWS}), "
        f"f AS MATERIALIZED (SELECT n.subject_id, b.id, {at()} AS at FROM b CROSS JOIN n {CARDS} {SEEN} "
        f"WHERE n.board_id = b.id AND {is_mark()}), "
        f"e AS MATERIALIZED (SELECT min(at) AS at FROM n HAVING count(*) = {MOST_ROWS}) "
        "SELECT f.subject_id, f.id, f.at FROM f WHERE f.at > coalesce((SELECT e.at FROM e), 0) "
        f"UNION ALL SELECT '', b.id, {_HEAD} FROM b WHERE EXISTS (SELECT 1 FROM e) AND "
        "(SELECT count(DISTINCT f.subject_id) FROM f WHERE f.at > (SELECT e.at FROM e)) < ?",
        (
            value,
            min(floor.at for floor in floors.values()),
            person_id,
            *seen_by(person_id),
            *(person_id,) * 4,
            _END,
            limit,
        ),
    )
    cards = Cards()
    for card_id, board_id, changed_at in rows:
        if card_id:
            cards[card_id] = max(cards.get(card_id, (0, "")), (changed_at, board_id))
    unread = {board_id: (begin, _END) for card_id, board_id, begin in rows if not card_id and begin}
    return cards, unread


def _by_board(
    db: Db,
    person_id: str,
    floors: Mapping[str, Floor],
    unread: dict[str, Row],
    limit: int,
    before: Spot | None,
) -> Cards:
    """The newest cards of these boards, and some more; `unread` says where to begin, and is used up."""
    cards, many = Cards(), limit
    while asked := _worth_asking(unread, cards, limit, many):
        most = max(MOST_ROWS // len(asked), FEWEST_ROWS)
        counted = dict.fromkeys(asked, 0)
        places = [Place(board_id, floors[board_id], upto=row) for board_id, row in asked.items()]
        rows = _rows(db, person_id, places, most, before)
        for board_id, card_id, row, changed_at in rows:
            counted[board_id] += 1
            unread[board_id] = min(unread[board_id], row)
            cards[card_id] = max(cards.get(card_id, (0, "")), (changed_at, board_id))
        for board_id, count in counted.items():
            if count < most:
                del unread[board_id]
        many *= 4
    return cards


# Later than any time, behind any id.
_END = 2**62
# When others changed something on a board last, up to a time; takes the person twice, then the time.
_HEAD = (
    "(SELECT n.at FROM marks_news n WHERE n.board_id = b.id AND n.at > b.floor "
    f"AND {at()} > b.floor AND {at()} <= ? ORDER BY n.at DESC LIMIT 1)"
)


def _heads(db: Db, person_id: str, floors: Mapping[str, Floor], before: Spot | None) -> dict[str, Row]:
    """Board -> where to begin reading, of boards on which others have changed something."""
    boards, value = relation(db, whole(floors))
    since = before[0] if before else _END
    found = db.query(f"SELECT b.id, {_HEAD} FROM {boards}", (person_id, person_id, since, value))
    return {board_id: (begin, _END) for board_id, begin in found if begin is not None}


def _worth_asking(unread: Mapping[str, Row], cards: Cards, limit: int, many: int) -> dict[str, Row]:
    """Boards that may hold something as new as the last card of the page so far, the newest of them."""
    times = sorted((changed_at for changed_at, _ in cards.values()), reverse=True)[:limit]
    last = times[-1] if len(times) == limit else 0
    hopeful = sorted(((row, board_id) for board_id, row in unread.items() if row[0] >= last), reverse=True)
    return {board_id: row for row, board_id in hopeful[:many]}


def _rows(
    db: Db, person_id: str, places: list[Place], most: int, before: Spot | None
) -> list[tuple[str, str, Row, int]]:
    """(board, card, where the row stands, when changed) of marks in these places, at most so many a board."""
    boards, value = relation(db, places, "upto", "upto_id")
    later, more = _not_before(person_id, before)
    # Both databases read an index from one end for each board; they only want to be asked differently.
    fields, way = ("n.id", "JOIN marks_news n ON n.id IN") if db.vendor == "sqlite" else ("n.*", _LATERAL)
    rows = db.query(
        f"SELECT b.id, n.subject_id, n.at, n.id, {at()} FROM {boards} {way} "
        f"(SELECT {fields} FROM marks_news n {CARDS} {SEEN} WHERE n.board_id = b.id AND n.at <= b.upto "
        f"AND (n.at < b.upto OR n.id < b.upto_id) AND {is_mark()} {later} "
        f"ORDER BY n.at DESC, n.id DESC LIMIT {most}) {'' if db.vendor == 'sqlite' else 'AS n'}",
        (person_id, value, *seen_by(person_id), person_id, person_id, *more),
    )
    return [(board_id, card_id, (on, key), changed_at) for board_id, card_id, on, key, changed_at in rows]


_LATERAL = "CROSS JOIN LATERAL"


def _not_before(person_id: str, before: Spot | None) -> tuple[str, Values]:
    """The condition that a card comes after a place: none of its marks stands before it."""
    if before is None:
        return "", ()
    since, card_id = before
    return (
        f"AND {at()} <= ? AND NOT EXISTS (SELECT 1 FROM marks_news o WHERE o.subject_id = n.subject_id "
        f"AND {is_mark('o')} "
        f"AND ({at('o')} > ? OR ({at('o')} = ? AND o.subject_id >= ?)))",
        (person_id, since, person_id, person_id, person_id, since, person_id, since, card_id),
    )


def _told(db: Db, person_id: str, places: list[Place]) -> list[Newest]:
    """Everything that is marked on these places' cards, newest first."""
    boards, value = relation(db, places, "card_id")
    # CROSS: SQLite begins with the cards, and not with all news of their boards.
    rows = db.query(
        f"SELECT n.subject_id, b.id, n.aspect, {at()}, {by()} FROM {boards} CROSS JOIN marks_news n "
        f"{CARDS} {SEEN} WHERE n.subject_id = b.card_id AND {is_mark()}",
        (person_id, person_id, value, *seen_by(person_id), person_id, person_id),
    )
    found: dict[str, Newest] = {}
    for card_id, board_id, aspect, changed_at, who in rows:
        held = found.get(card_id) or Newest(card_id, board_id, (), 0, "")
        when = (changed_at, who) if changed_at > held.at else (held.at, held.by)
        found[card_id] = Newest(card_id, board_id, (*held.aspects, aspect), *when)
    return sorted(found.values(), key=lambda card: (card.at, card.card_id), reverse=True)
