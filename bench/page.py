"""The table of the last run, written into docs/performance.md between its two marks."""

import json
from typing import Any

from bench.report import FILE, ROOT, number

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- table -->", "<!-- end of table -->"


def write_page() -> None:
    """Replace the page's table by that of build/bench.json. Raises ValueError when the page has no marks."""
    run = json.loads(FILE.read_text())
    text = PAGE.read_text()
    head, rest = text.split(BEGIN, 1)
    tail = rest.split(END, 1)[1]
    PAGE.write_text(f"{head}{BEGIN}\n{table(run)}\n{END}{tail}")


def table(run: dict[str, Any]) -> str:
    """The figures as Markdown, under a line that says when and where."""
    machine = run["machine"]
    kind = " (quick run)" if run["quick"] else ""
    taken = f"Taken {run['taken']}{kind}: {machine['cores']} cores with everything on them, "
    taken += f"Python {machine['python']}, {machine['system']}, load before {machine['load_before']}; "
    taken += f"a million additions in Python took {min(machine['loop_ms'])} to {max(machine['loop_ms'])} ms."
    rows = ["| Figure | Value | Floor | Goal | Met | Note |", "| --- | --- | --- | --- | --- | --- |"]
    return "\n".join([taken, "", *rows, *(row(one) for one in run["figures"])])


def row(one: dict[str, Any]) -> str:
    """A figure as a row."""
    value = "–" if one["value"] is None else f"{number(one['value'])} {one['unit']}".strip()
    floor = "" if one["floor"] is None else number(one["floor"])
    goal = (one["goal"] or "").replace("<", "≤").replace(">", "≥")
    met = {True: "yes", False: "**no**", None: ""}[one["met"]]
    return f"| `{one['name']}` | {value} | {floor} | {goal} | {met} | {one['note'].replace('|', '/')} |"
