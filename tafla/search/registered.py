"""Everything this room declares to the engine and to the rooms below, in one import."""

from tafla.search import listeners, models

__all__ = ["listeners", "models"]
