"""Everything this room declares to the engine and to the rooms below, in one import."""

__all__: list[str] = []
