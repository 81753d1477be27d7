"""The documentation keeps up with the code."""

import re
from pathlib import Path

from tafla.project.cli import main
from tafla.sync import contracts

ROOT = Path(__file__).resolve().parents[1]
TUTORIAL = ROOT / "docs" / "tutorials" / "add-a-verb.md"
ENGINE = ("tafla/sync/", "web/src/sync/", "tafla/doors/")
MOST_FILES = 12


def test_pages_made_from_the_registry_are_up_to_date() -> None:
    assert contracts.drift(ROOT) == [], "run `tafla contracts`"


def test_every_command_has_its_section_and_its_options() -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    sections = dict(re.findall(r"^## tafla (\S+)\n(.*?)(?=^## |\Z)", page, re.M | re.S))
    assert set(sections) == set(main.commands)
    for name, command in main.commands.items():
        for option in (
            word for parameter in command.params for word in parameter.opts if word.startswith("--")
        ):
            assert f"`{option}`" in sections[name] or option == "--help", f"{name} {option}"


def files_of_the_tutorial() -> list[str]:
    text = TUTORIAL.read_text("utf-8")
    listed = text.split("<!-- files: begin -->")[1].split("<!-- files: end -->")[0]
    return re.findall(r"^- `([^`]+)`", listed, re.M)


def test_files_of_the_tutorial_exist() -> None:
    assert [name for name in files_of_the_tutorial() if not (ROOT / name).exists()] == []


def test_a_verb_touches_at_most_twelve_files_and_none_of_the_engine() -> None:
    files = files_of_the_tutorial()
    assert 0 < len(files) <= MOST_FILES
    assert [name for name in files if name.startswith(ENGINE)] == []
