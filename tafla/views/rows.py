"""Which rows of this room reach clients, and in which scope."""

from tafla.sync.tables import table
from tafla.views.models import SavedFilter

saved_filters = table(
    "saved_filters", SavedFilter, lives=("person", "person_id"), ground=("person", "person_id")
)
