"""TypeScript contracts: the server's verbs, rows and refusal codes as the client's types. Generated, never
edited.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tafla.core.refusals import CODES
from tafla.sync.reference import refusals_page, verbs_page
from tafla.sync.tables import TABLES, Field, Table
from tafla.sync.verbs import VERBS

HEAD = "// Generated from the server's registry by `tafla contracts`. Do not edit.\n\n"
_TYPES = {"text": "string", "rank": "string", "int": "number", "bool": "boolean", "ids": "readonly string[]"}


CLIENT = "web/src/contracts"
PAGES = "docs/reference"
# name of a file -> its text after the head; rooms whose rules the client shares register here
SHARED: dict[str, Callable[[], str]] = {}


def contracts() -> dict[str, str]:
    """Path in the checkout -> text of everything that is made from the registry."""
    client = {"rows.ts": _rows(), "verbs.ts": _verbs(), "refusals.ts": _refusals()}
    client |= {name: HEAD + make() for name, make in SHARED.items()}
    pages = {"verbs.md": verbs_page(), "refusals.md": refusals_page()}
    return {f"{CLIENT}/{name}": text for name, text in client.items()} | {
        f"{PAGES}/{name}": text for name, text in pages.items()
    }


def write(checkout: Path) -> None:
    """Write them into a checkout."""
    for name, text in contracts().items():
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).write_text(text, "utf-8")


def drift(checkout: Path) -> list[str]:
    """Those in a checkout that are not what the registry says."""
    return [name for name, text in contracts().items() if _stored(checkout / name) != text]


def _stored(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


def _rows() -> str:
    tables = [table for name, table in sorted(TABLES.items()) if not table.hidden]
    parts = [HEAD]
    parts += [_interface(table) for table in tables]
    parts.append(
        "export interface Rows {\n"
        + "".join(f"  {t.name}: {_type_name(t.name)};\n" for t in tables)
        + "}\n\n"
    )
    parts.append("export type TableName = keyof Rows;\n\n")
    parts.append(
        "export interface TableShape "
        "{\n  scope: string;\n  order: string | null;\n  fields: readonly string[];\n"
        "  /** A snapshot holds the newest rows by this field. */\n  window?: { size: number; by: string };\n"
        "  /** A snapshot holds these rows beside those of that windowed table. */\n"
        "  beside?: { table: TableName; field: string };\n}\n\n"
    )
    parts.append(
        "export const TABLES: Record<TableName, TableShape> = {\n"
        + "".join(_shape(t) for t in tables)
        + "};\n"
    )
    return "".join(parts)


def _interface(table: Table) -> str:
    fields = "".join(f"  {f.name}: {_row_type(f)};\n" for f in table.fields if f.wire)
    return f"export interface {_type_name(table.name)} {{\n{fields}}}\n\n"


def _row_type(field: Field) -> str:
    return _TYPES[field.type] + (" | null" if field.null else "")


def _shape(table: Table) -> str:
    names = "".join(f"      '{name}',\n" for name in table.wire_names)
    order = f"'{table.order}'" if table.order else "null"
    long = f"    window: {{ size: {table.window}, by: '{table.by}' }},\n" if table.window else ""
    if table.beside:
        long = "    beside: {{ table: '{}', field: '{}' }},\n".format(*table.beside)
    return (
        f"  {table.name}: {{\n    scope: '{table.scope}',\n    order: {order},\n"
        f"    fields: [\n{names}    ],\n{long}  }},\n"
    )


def _type_name(table: str) -> str:
    singular = table[:-3] + "y" if table.endswith("ies") else table[:-1] if table.endswith("s") else table
    return "".join(part.capitalize() for part in singular.split("_")) + "Row"


def _verbs() -> str:
    parts = [HEAD, "export interface Verbs {\n"]
    for name, verb in sorted(VERBS.items()):
        schema = verb.args.model_json_schema()
        parts.append(
            f"  /** {verb.summary.splitlines()[0]} */\n  '{name}': "
            f"{_object(schema, schema.get('$defs', {}), 2)};\n"
        )
    parts.append("}\n\nexport type VerbName = keyof Verbs;\n\n")
    parts.append("export const UNDOABLE: ReadonlySet<string> = new Set([\n")
    parts += [f"  '{name}',\n" for name, verb in sorted(VERBS.items()) if verb.undoable]
    parts.append("]);\n")
    return "".join(parts)


def _object(schema: dict[str, Any], defs: dict[str, Any], depth: int) -> str:
    required = set(schema.get("required", ()))
    pad = "  " * depth
    lines = [
        f"{pad}{name}{'' if name in required else '?'}: {_schema(part, defs, depth)};\n"
        for name, part in schema.get("properties", {}).items()
    ]
    return "{\n" + "".join(lines) + "  " * (depth - 1) + "}"


def _schema(schema: dict[str, Any], defs: dict[str, Any], depth: int) -> str:
    if "$ref" in schema:
        return _object(defs[schema["$ref"].rsplit("/", 1)[1]], defs, depth + 1)
    if "anyOf" in schema:
        return " | ".join(_schema(part, defs, depth) for part in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        return _literals(schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return f"ReadonlyArray<{_schema(schema['items'], defs, depth)}>"
    plain = {
        "string": "string",
        "integer": "number",
        "number": "number",
        "boolean": "boolean",
        "null": "null",
    }
    return plain[schema["type"]]


def _literals(values: Iterable[Any]) -> str:
    return " | ".join(f"'{value}'" for value in values)


def _refusals() -> str:
    lines = "".join(
        f"  {code}: [{', '.join(repr(name) for name in names)}],\n" for code, names in sorted(CODES.items())
    )
    return (
        f"{HEAD}/** Every refusal code and the names of its arguments. */\nexport const REFUSALS = "
        f"{{\n{lines}}} as const;\n\nexport type RefusalCode = keyof typeof REFUSALS;\n"
    )


def main(*, check: bool) -> int:
    """Write the contracts of this checkout, or say which differ; the exit status."""
    checkout = Path(__file__).resolve().parents[2]
    if not check:
        write(checkout)
        return 0
    stale = drift(checkout)
    if stale:
        sys.stderr.write(f"Out of date: {', '.join(stale)}; run `tafla contracts`.\n")
    return 1 if stale else 0
