"""Everything this room declares to the engine and to the rooms below, in one import."""

from tafla.files import along, facts, listeners, rows
from tafla.files.verbs import arrange, attach

__all__ = ["along", "arrange", "attach", "facts", "listeners", "rows"]
