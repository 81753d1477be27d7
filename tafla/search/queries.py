"""Search for one person, over everything they may read at this moment (wire: /api/v1/search)."""

from itertools import islice
from typing import Any

from tafla.accounts.queries import accounts_of, boards_of
from tafla.accounts.reach import Place, boards_with
from tafla.search import finding
from tafla.search.filtering import Filters, conditions
from tafla.search.finding import Reach
from tafla.search.people import people
from tafla.search.ranking import ranked
from tafla.search.telling import tell
from tafla.search.terms import Question
from tafla.sync.db import Db

MOST_CARDS, MOST_BOARDS = 20, 8
# Ranked ones that are looked at more closely: some may not be what they seem.
SPARE = 10


def search(db: Db, person_id: str, question: Question, filters: Filters) -> dict[str, Any]:
    """Cards, boards and people that answer, the better ones first, and whether there are more cards.

    All is read from one state of the database: nothing is told of what the person may not read in it.
    """
    db.begin_read()
    try:
        accounts = accounts_of(db, person_id)
        boards, _ = boards_of(db, person_id, accounts)
        reach = _reach(db, person_id, boards, filters)
        answer = _cards(db, question, reach, filters)
        answer["people"] = (
            [] if filters.is_of_cards or filters.board else people(db, question, reach, accounts)
        )
    finally:
        db.rollback()
    for board in answer["boards"]:
        board["account_id"], _, board["state"], _ = boards[board["id"]]
    return answer | {"is_cut": question.is_cut}


def _reach(db: Db, person_id: str, boards: dict[str, Place], filters: Filters) -> Reach:
    """Where this person looks."""
    states = ("open", "archived") if filters.is_archived else ("open",)
    looked = {board: place for board, place in boards.items() if place[2] in states}
    if filters.board is not None:
        looked = {board: place for board, place in looked.items() if board == filters.board}
    chats, files = (boards_with(db, looked, right) for right in ("read_chat", "read_files"))
    accounts = tuple(sorted({place[0] for place in looked.values()}))
    here = filters.here if filters.here in looked else None
    return Reach(person_id, accounts, tuple(looked), chats, files, here)


def _cards(db: Db, question: Question, reach: Reach, filters: Filters) -> dict[str, Any]:
    parts = finding.parts_of(question, reach, is_of_cards=filters.is_of_cards)
    live = conditions(db, filters, reach.boards)
    found = ranked(question, reach.here, finding.look(db, parts, reach, live))
    cards = [one for one in found if one.hit.card_id]
    boards = [one for one in found if not one.hit.card_id][:MOST_BOARDS]
    near = cards[: MOST_CARDS + SPARE]
    told = list(islice(tell(db, question, near), MOST_CARDS + 1))
    is_more = len(told) > MOST_CARDS or len(cards) > len(near)
    return {"cards": told[:MOST_CARDS], "boards": list(tell(db, question, boards)), "more": is_more}
