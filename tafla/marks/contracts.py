"""The table of aspects as the client has it."""

from tafla.marks.aspects import ASPECTS, COMING, MARKED, TABS
from tafla.sync.contracts import SHARED


def aspects_file() -> str:
    """TypeScript: which aspect a change of a field is news of; what is no mark is left out."""
    names = "".join(f"\n  | '{aspect}'" for aspect in MARKED)
    tables = ""
    for table, fields in ASPECTS.items():
        lines = "".join(
            f"    {_key(field)}: '{aspect}',\n" for field, aspect in fields.items() if aspect in MARKED
        )
        tables += f"  {table}: {{\n{lines}  }},\n"
    return (
        f"export type Aspect ={names};\n\n"
        "export type Aspects = Readonly<Record<string, Readonly<Record<string, Aspect>>>>;\n\n"
        f"/** Stands for a row's coming. */\nexport const COMING = '{COMING}';\n\n"
        "/** table -> field -> aspect */\n"
        f"export const ASPECTS: Aspects = {{\n{tables}}};\n\n"
        "/** Aspects that are seen on a tab of their own; all others on the tab of details. */\n"
        f"export const TABS: readonly Aspect[] = [{', '.join(repr(tab) for tab in TABS)}];\n"
    )


def _key(field: str) -> str:
    return field if field.isidentifier() else f"'{field}'"


SHARED["aspects.ts"] = aspects_file
