"""The gallery of templates that ships with the product: data files beside this module, one a template."""

import json
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True)
class TemplateCard:
    """A sample card: which column, its title, and facts that differ from the usual."""

    column: str
    title: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Template:
    """A board to start from: columns in order (Completed and Deleted are added) and sample cards."""

    id: str
    name: str
    description: str
    columns: tuple[str, ...]
    cards: tuple[TemplateCard, ...] = ()


BLANK = Template("blank", "Blank board", "Three columns and nothing else.", ("To Do", "Doing"))


@cache
def gallery() -> dict[str, Template]:
    """Every template by id, the blank one first."""
    found = {BLANK.id: BLANK}
    folder = resources.files("tafla.boards") / "gallery"
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".json"):
            template = _read(json.loads(path.read_text("utf-8")))
            found[template.id] = template
    return found


def _read(data: dict[str, Any]) -> Template:
    cards = tuple(
        TemplateCard(
            column["name"], card["title"], {key: value for key, value in card.items() if key != "title"}
        )
        for column in data["columns"]
        for card in column.get("cards", ())
    )
    columns = tuple(column["name"] for column in data["columns"])
    return Template(data["id"], data["name"], data["description"], columns, cards)
