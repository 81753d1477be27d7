"""Which rows of this room reach clients, and in which scope."""

from tafla.marks.models import BoardSeen, CardSeen
from tafla.sync.tables import table

# A person opens thousands of cards; their other devices need to know of the newest.
WINDOW = 100

card_seen = table(
    "card_seen",
    CardSeen,
    lives=("person", "person_id"),
    ground=("person", "person_id"),
    window=WINDOW,
    by="at",
)
board_seen = table("board_seen", BoardSeen, lives=("person", "person_id"), ground=("person", "person_id"))
