"""What a highlight or an own view picks out: kinds of facts joined by AND, the values of one kind by OR.

`web/src/features/highlight/filter.ts` says the same in the browser; contracts/golden-filters/ keeps the two
equal. What the words mean for a card is in matches.py.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from tafla.cards.verbs.set_facts import Priority, Status
from tafla.core.fields import Id
from tafla.core.text import TagName, clean_line

MOST_VALUES = 50
MOST_TEXT = 200

Due = Literal[
    "overdue", "today", "tomorrow", "this_week", "next_week", "this_month", "next_month", "later", "none"
]
# The reader; nobody. A person who is gone matches no card, and is no error.
Assignee = Literal["me", "none"] | Id


def _once(values: Any) -> Any:
    """Each value once, in the order given; what is no list is left to the type's own check."""
    is_plain = isinstance(values, list | tuple) and all(isinstance(value, str) for value in values)
    return tuple(dict.fromkeys(values)) if is_plain else values


_LIST = (BeforeValidator(_once), Field(max_length=MOST_VALUES))


class Filter(BaseModel):
    """An empty kind does not count, so an empty filter lets every card through.

    tags: names, not ids, so that they mean the same on every board. text: words that the title has, in any
    order, capitals and accents not counted.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    assignees: Annotated[tuple[Assignee, ...], *_LIST] = ()
    statuses: Annotated[tuple[Status, ...], *_LIST] = ()
    due: Annotated[tuple[Due, ...], *_LIST] = ()
    priorities: Annotated[tuple[Priority, ...], *_LIST] = ()
    tags: Annotated[tuple[TagName, ...], *_LIST] = ()
    text: Annotated[str, Field(max_length=MOST_TEXT), AfterValidator(clean_line)] = ""
