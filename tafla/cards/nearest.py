"""When a card is due, all in all: it, or the nearest of its open items. One number, so that reads across
boards go by one index.
"""

from django.db.models import Case, F, When
from django.db.models.functions import Coalesce

# Cards without a date are due after all others; every instant there is lies below it.
NEVER = 2**53


def nearest_due() -> Case:
    """As the index on it says it."""
    own = Coalesce(F("due_at"), NEVER)
    return Case(When(checklist_due_at__lt=own, then=F("checklist_due_at")), default=own)


def nearest_due_sql(card: str) -> str:
    """The same in words that both databases recognise as the index's, for the card of this alias."""
    own = f"coalesce({card}.due_at, {NEVER})"
    return f"CASE WHEN {card}.checklist_due_at < {own} THEN {card}.checklist_due_at ELSE {own} END"
