"""Everything this room declares to the engine and to the rooms below, in one import."""

from tafla.views import rows
from tafla.views.verbs import save_filter

__all__ = ["rows", "save_filter"]
