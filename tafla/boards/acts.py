"""What other rooms may ask of this one while a command runs."""

from collections.abc import Iterable

from tafla.core.ids import derive_id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Need, Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work


def tags_of(board_id: str) -> Rows:
    """Every tag of a board."""
    return Rows("tags", "board_id", board_id)


def check_name(work: Work, tag: Values) -> None:
    """Refuse a name that another tag of the board has, whatever its capitals; needs `tags_of`."""
    for other in work.rows(tags_of(tag["board_id"])):
        if other["id"] != tag["id"] and other["name"].casefold() == tag["name"].casefold():
            raise Refusal("tag_exists", name=other["name"])


def carry_needs(tag_ids: Iterable[str], board_id: str) -> Iterable[Need]:
    """What `carry_tags` must see."""
    yield tags_of(board_id)
    for tag_id in tag_ids:
        yield Row("tags", tag_id)


def carry_tags(work: Work, tag_ids: Iterable[str], board_id: str) -> list[str]:
    """The ids of a board's tags that have the names of these tags; what it lacks is made."""
    carried: set[str] = set()
    for tag in filter(None, (work.row("tags", tag_id) for tag_id in tag_ids)):
        there = {one["name"].casefold(): one["id"] for one in work.rows(tags_of(board_id))}
        tag_id = there.get(tag["name"].casefold())
        if tag_id is None:
            tag_id = work.derived_id(f"tag {board_id} {tag['name'].casefold()}")
            work.put("tags", {**tag, "id": tag_id, "board_id": board_id}, derived=True)
        carried.add(tag_id)
    return sorted(carried)


def copied_id(new_board_id: str, row_id: str) -> str:
    """The id that a row of one board has on a copy of it."""
    return derive_id(new_board_id, row_id)
