"""What other rooms may ask of this one while a command runs."""

from collections.abc import Callable, Iterable

from tafla.core.ids import derive_id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Need, Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work

# People may make fewer by hand; cards that come from elsewhere bring some more.
MOST_CARRIED = 500


def tags_of(board_id: str) -> Rows:
    """Every tag of a board."""
    return Rows("tags", "board_id", board_id)


def check_name(work: Work, tag: Values) -> None:
    """Refuse a name that another tag of the board has, whatever its capitals; needs `tags_of`."""
    for other in work.rows(tags_of(tag["board_id"])):
        if other["id"] != tag["id"] and other["name"].casefold() == tag["name"].casefold():
            raise Refusal("tag_exists", name=other["name"])


def carry_needs(tag_ids: Iterable[str], board_id: str) -> Iterable[Need]:
    """What `tag_carrier` must see."""
    yield tags_of(board_id)
    for tag_id in tag_ids:
        yield Row("tags", tag_id)


def tag_carrier(work: Work, board_id: str) -> Callable[[Iterable[str]], list[str]]:
    """A function from tags of other boards to the ids of this board's that have their names; what it lacks is
    made. Made once a command, for names are looked through only once.
    """
    there = {tag["name"].casefold(): tag["id"] for tag in work.rows(tags_of(board_id))}

    def carry(tag_ids: Iterable[str]) -> list[str]:
        carried: set[str] = set()
        for tag in filter(None, (work.row("tags", tag_id) for tag_id in tag_ids)):
            name = tag["name"].casefold()
            if name not in there:
                if len(there) >= MOST_CARRIED:
                    raise Refusal("too_many", limit=MOST_CARRIED)
                there[name] = work.derived_id(f"tag {board_id} {name}")
                work.put("tags", {**tag, "id": there[name], "board_id": board_id}, derived=True)
            carried.add(there[name])
        return sorted(carried)

    return carry


def copied_id(new_board_id: str, row_id: str) -> str:
    """The id that a row of one board has on a copy of it."""
    return derive_id(new_board_id, row_id)
