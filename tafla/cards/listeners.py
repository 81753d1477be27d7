"""What this room reads in the log: cards deleted for ever with more versions than one command takes away."""

import time

from tafla.sync.db import current
from tafla.sync.listeners import Change, listener

SLICE = 50
REST_S = 0.02
_LEFT = (
    "SELECT v.id FROM cards_cardtextversion v WHERE v.card_id = ? AND NOT EXISTS "
    f"(SELECT 1 FROM cards_card c WHERE c.id = v.card_id) LIMIT {SLICE}"
)


@listener("cards.sweep", "board")
def sweep(change: Change) -> None:
    """Delete what is left of the details' versions of a card that nobody can reach any more (S22)."""
    db = current()
    for kind, table, what, *_ in change.patches:
        if (kind, table) != ("-", "cards"):
            continue
        while left := [row[0] for row in db.query(_LEFT, (what,))]:
            db.run(f"DELETE FROM cards_cardtextversion WHERE {db.within('id')}", (db.members(left),))
            time.sleep(REST_S)
