"""What an own view's filter names and none of its boards has any more."""

from collections.abc import Iterable

from tafla.sync.db import Db
from tafla.views.filters import Filter
from tafla.views.matches import Reading, folded


def gone(db: Db, wanted: Filter, reading: Reading, board_ids: Iterable[str]) -> dict[str, list[str]]:
    """people: ids; tags: names, as the filter has them. `reading.tags` are those of the boards."""
    here = {folded(name) for name in set(reading.tags.values())} if wanted.tags else set()
    known = {"me", "none", reading.me}
    people = [one for one in wanted.assignees if one not in known]
    if people:
        known |= _on_boards(db, people, board_ids)
    return {
        "people": [one for one in people if one not in known],
        "tags": [name for name in wanted.tags if folded(name) not in here],
    }


def _on_boards(db: Db, people: Iterable[str], board_ids: Iterable[str]) -> set[str]:
    sql = (
        f"SELECT e.id FROM {db.each('e')} WHERE EXISTS (SELECT 1 FROM accounts_member m "
        f"WHERE m.person_id = e.id AND {db.within('m.board_id')})"
    )
    return {person for (person,) in db.query(sql, (db.members(people), db.members(board_ids)))}
