"""Everything this room declares to the engine and to the rooms below, in one import."""

from tafla.marks import contracts, listeners, rows
from tafla.marks.verbs import see

__all__ = ["contracts", "listeners", "rows", "see"]
