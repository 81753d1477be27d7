"""Search for one person, over everything they may read at this moment (wire: /api/v1/search)."""

from collections.abc import Sequence, Set
from typing import Any

from tafla.accounts.queries import reach_of
from tafla.accounts.reach import SETTINGS, Place, boards_with
from tafla.search import finding, holding, parts
from tafla.search.filtering import Filters, live
from tafla.search.finding import Reach
from tafla.search.listing import listed
from tafla.search.matching import Rank
from tafla.search.people import people
from tafla.search.ranking import Found, ranked
from tafla.search.telling import tell
from tafla.search.terms import Question
from tafla.sync.db import Db

MOST_CARDS, MOST_BOARDS = 20, 8
# Cards that are looked at more closely together: some may not be what they seem.
AT_ONCE = 25
RUNNING = ("owner", "admin")
# Where titles answer no more often than this, mistakes are forgiven.
FEW = 5


def search(db: Db, person_id: str, question: Question, filters: Filters) -> dict[str, Any]:
    """Cards, boards and people that answer, the better ones first, and whether there are more cards.

    All is read from one state of the database: nothing is told of what the person may not read in it.
    """
    db.begin_read()
    try:
        accounts, boards, on = reach_of(db, person_id, SETTINGS)
        run = {account for account, (_, role) in accounts.items() if role in RUNNING}
        reach = _reach(person_id, boards, on, filters, run)
        are_asked = not filters.is_of_cards and not filters.board
        known = people(db, question, reach, accounts) if are_asked else []
        holding.prepare(db)
        answer = _cards(db, question, reach, filters) | {"people": known}
    finally:
        db.rollback()
    for board in answer["boards"]:
        board["account_id"], _, board["state"], _ = boards[board["id"]]
    return answer | {"is_cut": question.is_cut}


def _reach(
    person_id: str, boards: dict[str, Place], on: dict[str, set[str]], filters: Filters, run: Set[str]
) -> Reach:
    """Where this person looks; `run`: accounts they run, of which they may read everything."""
    states = ("open", "archived") if filters.is_archived else ("open",)
    looked = {board: place for board, place in boards.items() if place[2] in states}
    if filters.board is not None:
        looked = {board: place for board, place in looked.items() if board == filters.board}
    chats, files = (boards_with(looked, on, right) for right in ("read_chat", "read_files"))
    here = filters.here if filters.here in looked else None
    homes = {board: place[0] for board, place in looked.items()}
    return Reach(person_id, homes, chats, files, here, is_whole=set(homes.values()) <= run)


def _cards(db: Db, question: Question, reach: Reach, filters: Filters) -> dict[str, Any]:
    cards, is_of_cards = live(db, filters, reach.boards), filters.is_of_cards
    if not question.terms and not question.number:
        all_told = listed(db, reach.boards, cards, MOST_CARDS + 1)
        return {"cards": all_told[:MOST_CARDS], "boards": [], "more": len(all_told) > MOST_CARDS}
    hits = finding.look(db, parts.parts_of(question, reach.here, is_of_cards=is_of_cards), reach, cards)
    found = ranked(question, reach.here, hits)
    if sum(one.rank < Rank.ELSEWHERE for one in found) < FEW:
        hits += finding.look(db, parts.near_parts(question, is_of_cards=is_of_cards), reach, cards)
        found = ranked(question, reach.here, hits)
    return _told(db, question, found)


def _told(db: Db, question: Question, found: Sequence[Found]) -> dict[str, Any]:
    """The best of them, as far as they are what they seem."""
    if not found:
        return {"cards": [], "boards": [], "more": False}
    cards = [one for one in found if one.hit.card_id]
    boards = [one for one in found if not one.hit.card_id][:MOST_BOARDS]
    told = list(tell(db, question, [*cards[:AT_ONCE], *boards]))
    shown = [one for one in told if "card_id" in one]
    boards_told = told[len(shown) :]
    for at in range(AT_ONCE, len(cards), AT_ONCE):
        if len(shown) > MOST_CARDS:
            break
        shown += tell(db, question, cards[at : at + AT_ONCE])
    return {"cards": shown[:MOST_CARDS], "boards": boards_told, "more": len(shown) > MOST_CARDS}
