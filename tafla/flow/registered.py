"""Everything this room declares to the engine and to the rooms below, in one import."""

from tafla.flow import listeners

__all__ = ["listeners"]
