"""The gallery of templates that ships with the product: data files beside this module, one a template.

TOML, because most of a template is prose of several lines. A file that does not hold is a `TemplateError`
that names the file, the place in it and what is wrong. Days count from the day on which a board is made.
"""

import tomllib
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib import resources
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from tafla.core.text import BoardName, Description, Details, Name, TagName, Title

Category = Literal["basics", "projects", "customers", "team", "community"]
Hue = Literal["grey", "red", "orange", "yellow", "green", "teal", "blue", "violet", "pink", "brown"]
Status = Literal["normal", "ready", "in_progress", "needs_review", "needs_rework", "blocked", "on_hold"]
Priority = Literal["normal", "high", "critical"]
Days = Annotated[int, Field(ge=0, le=3650)]

# The ids in the order in which the gallery shows them. An id never changes: programs name it.
ORDER = (
    "blank",
    "personal_todo",
    "project_management",
    "sprint",
    "product_launch",
    "event_planning",
    "help_desk",
    "customer_success",
    "sales_pipeline",
    "hiring",
    "onboarding",
    "editorial_calendar",
    "fundraising_campaign",
    "volunteers",
    "board_meetings",
    "course_planning",
)
BLANK = ORDER[0]


class TemplateError(ValueError):
    """A template that cannot be read; the message says where it is wrong."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class TemplateTag(_Part):
    """A tag of the new board."""

    name: TagName
    hue: Hue


class TemplateItem(_Part):
    """One step in a card's checklist."""

    text: Title
    done: bool = False
    due_in_days: Days | None = None


def _item(given: Any) -> Any:
    """A step that is only its text may be written as that."""
    return {"text": given} if isinstance(given, str) else given


class TemplateCard(_Part):
    """A sample card; `tags` by name, `waits_for` by the places of other cards in the order of the board."""

    title: Title
    details: Annotated[Details, AfterValidator(str.strip)] = ""
    status: Status = "normal"
    priority: Priority = "normal"
    tags: list[TagName] = []
    start_in_days: Days | None = None
    due_in_days: Days | None = None
    checklist: list[Annotated[TemplateItem, BeforeValidator(_item)]] = []
    waits_for: list[Annotated[int, Field(ge=0)]] = []

    @model_validator(mode="after")
    def _starts_before_it_is_due(self) -> Self:
        if self.due_in_days is not None and (self.start_in_days or 0) > self.due_in_days:
            raise ValueError("start_in_days is after due_in_days")
        return self


class TemplateColumn(_Part):
    """A column of the new board and what stands in it."""

    name: Name
    wip_limit: Annotated[int, Field(ge=1, le=10_000)] | None = None
    cards: list[TemplateCard] = []


class Template(_Part):
    """A board to start from: columns in order (Completed and Deleted are added), tags and sample cards.

    `completed`: cards that stand in Completed already; `completed_title`: another title for that column.
    """

    id: str
    name: BoardName
    description: Description
    category: Category
    tags: list[TemplateTag] = []
    columns: list[TemplateColumn]
    completed_title: Name = "Completed"
    completed: list[TemplateCard] = []

    @property
    def cards(self) -> list[TemplateCard]:
        """Every sample card, in the order of the board."""
        return [card for column in self.columns for card in column.cards] + self.completed

    @model_validator(mode="after")
    def _names_hold(self) -> Self:
        known = [tag.name for tag in self.tags]
        if len({name.casefold() for name in known}) != len(known):
            raise ValueError("two tags have the same name")
        unknown = {name for card in self.cards for name in card.tags} - set(known)
        if unknown:
            raise ValueError(f"cards carry tags that the template lacks: {', '.join(sorted(unknown))}")
        return self

    @model_validator(mode="after")
    def _none_waits_for_itself(self) -> Self:
        waits = {at: card.waits_for for at, card in enumerate(self.cards)}
        if not {other for some in waits.values() for other in some} <= set(waits):
            raise ValueError("a card waits for one that is not there")
        try:
            TopologicalSorter(waits).prepare()
        except CycleError:
            raise ValueError("cards wait for each other in a circle") from None
        return self


def read_template(text: str, template_id: str) -> Template:
    """A template from the text of its file, which is named by its id; raises TemplateError."""
    try:
        template = Template.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(f"{template_id}: {error}") from error
    except ValidationError as error:
        wrong = (f"{'.'.join(map(str, each['loc'])) or 'all'}: {each['msg']}" for each in error.errors())
        raise TemplateError(f"{template_id}: {'; '.join(wrong)}") from error
    if not template.columns:
        raise TemplateError(f"{template_id}: columns: there is none")
    if template.id != template_id:
        raise TemplateError(f"{template_id}: the id inside is {template.id}")
    return template


def find_template(template_id: str) -> Template | None:
    """A template of the gallery, or None."""
    return _load(template_id) if template_id in ORDER else None


def gallery() -> list[Template]:
    """Every template, in the order of the gallery."""
    return [_load(template_id) for template_id in ORDER]


@cache
def _load(template_id: str) -> Template:
    path = resources.files("tafla.boards") / "gallery" / f"{template_id}.toml"
    return read_template(path.read_text("utf-8"), template_id)
