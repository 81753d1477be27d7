"""Everything this room declares to the engine and to the rooms below, in one import."""

from tafla.files import facts, leaving, rows
from tafla.files.verbs import arrange, attach

__all__ = ["arrange", "attach", "facts", "leaving", "rows"]
