"""People one may know of: those on boards one may read, and who runs the accounts one is of."""

from collections.abc import Iterable
from typing import Any

from tafla.search.finding import Reach
from tafla.search.matching import Fit, find
from tafla.search.terms import Question
from tafla.search.words import forms
from tafla.sync.db import Db

MOST = 8


def people(db: Db, question: Question, reach: Reach, accounts: Iterable[str]) -> list[dict[str, Any]]:
    """{id, name, photo} of people whose names have all that is asked for, the better ones first."""
    if not question.terms:
        return []
    among = (db.members(reach.boards), db.members(accounts), db.members(accounts))
    found = db.query(
        "SELECT id, name, photo FROM people_person WHERE is_active AND id IN ("
        f"SELECT person_id FROM accounts_member WHERE {db.within('board_id')} "
        f"UNION SELECT owner_id FROM accounts_account WHERE {db.within('id')} "
        f"UNION SELECT person_id FROM accounts_accountadmin WHERE {db.within('account_id')})",
        among,
    )
    fits = [(_fit(question, name), name, one, photo) for one, name, photo in found]
    some = sorted((fit, name, one, photo) for fit, name, one, photo in fits if fit is not None)
    best = [one for one in some if one[0] != Fit.FAR] or some
    return [{"id": one, "name": name, "photo": photo} for _, name, one, photo in best[:MOST]]


def _fit(question: Question, name: str) -> Fit | None:
    words = forms(name)
    found = [find(term, name, words, is_kind=True) for term in question.terms]
    fits = [fit[0] for fit in found if fit]
    return max(fits) if len(fits) == len(found) else None
