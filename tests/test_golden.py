"""Golden cases: the same file is run by the client's guesses and here by the verbs themselves."""

import json
from pathlib import Path
from typing import Any

import pytest

from tafla.sync.tables import TABLES
from tafla.sync.verbs import VERBS
from tests.support import pure
from tests.support.servers import ROOT

FILES = sorted(
    path for path in (ROOT / "contracts" / "golden").glob("*.json") if "verb" in json.loads(path.read_text())
)


def seen(rows: pure.Kept) -> dict[str, list[dict[str, Any]]]:
    """The rows as clients compare them: wire fields, without ranks."""
    return {
        table: sorted(
            (
                {name: row[name] for name in TABLES[table].wire_names if name != "rank"}
                for row in listed.values()
            ),
            key=lambda row: str(row["id"]),
        )
        for table, listed in rows.items()
        if not TABLES[table].hidden
    }


def order(rows: pure.Kept) -> dict[str, dict[str, list[str]]]:
    """Ids of siblings in order, by table and group."""
    found: dict[str, dict[str, list[str]]] = {}
    for table, listed in rows.items():
        group = TABLES[table].order
        if group:
            for row in sorted(listed.values(), key=lambda row: (row["rank"], row["id"])):
                found.setdefault(table, {}).setdefault(row[group], []).append(row["id"])
    return found


def full(groups: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, list[str]]]:
    return {table: {group: ids for group, ids in of.items() if ids} for table, of in groups.items()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    case = json.loads(path.read_text())
    rows = pure.keep(case["rows"])
    told = {"actor": case["actor"], "now": case["now"], "command_id": case["command_id"]}
    work, code = pure.run(rows, case["verb"], case["args"], **told)
    expect = case["expect"]
    if "refused" in expect:
        assert code == expect["refused"]
        return
    assert code is None
    result = pure.after(rows, work)
    expected = {
        table: sorted(listed, key=lambda row: str(row["id"])) for table, listed in expect["rows"].items()
    }
    assert {table: found for table, found in seen(result).items() if table in expected} == expected
    assert full(order(result)) == full(expect["order"])


def test_there_are_golden_cases() -> None:
    assert len(FILES) > 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_verb_leaves_its_rows_alone(path: Path) -> None:
    """A refused command leaves nothing, so a verb may not change a row it was given."""
    case = json.loads(path.read_text())
    rows = pure.keep(case["rows"])
    before = json.dumps(rows)
    pure.run(rows, case["verb"], case["args"], actor=case["actor"], now=case["now"], command_id="x")
    assert json.dumps(rows) == before


def test_verbs_never_touch_database_clock_or_network() -> None:
    words = ("django", "now_ms", "import time", "datetime.now", "urllib", "socket", "requests", "random")
    for verb in VERBS.values():
        source = Path(verb.run.__code__.co_filename).read_text()
        imports = [line for line in source.splitlines() if line.startswith(("import ", "from "))]
        found = [line for line in imports if any(word in line for word in words)]
        assert not found, (verb.name, found)
