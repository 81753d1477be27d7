"""Save a board as a template of an account: its columns, tags and cards with what ties them to each other,
without people, dates and talk.
"""

from collections.abc import Iterable

from tafla.boards.acts import tags_of
from tafla.boards.templates import Template, TemplateCard, TemplateColumn, TemplateItem, TemplateTag
from tafla.cards.rules import columns_of
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import BoardName, Description
from tafla.sync.needs import Count, Need, Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work

# A board is made from a template in one command of at most 500 rows (S23): its cards, their details twice
# (with the version kept of them), their items, what ties them, and what every board has.
MOST_ROWS = 400
# Of one account; everybody of its team reads them all, with what stands in them.
MOST_TEMPLATES = 100


class SaveTemplate(Args):
    """account_id: the account that keeps it."""

    template_id: Id
    board_id: Id
    account_id: Id
    name: BoardName
    description: Description = ""


@verb(
    "template.save",
    On("account", "account_id", "create_board"),
    On("board", "board_id", "read"),
    rest="POST /boards/{board_id}/template",
    undoable=False,
)
def save_template(work: Work, args: SaveTemplate) -> None:
    """Save a board as a template of an account. What stands in Deleted stays behind."""
    if work.count(_saved(args)) >= MOST_TEMPLATES:
        raise Refusal("too_many", limit=MOST_TEMPLATES)
    if not _is_bounded(work, args.board_id):
        raise Refusal("template_too_large", limit=MOST_ROWS)
    columns = work.rows(columns_of(args.board_id))
    tags = {tag["id"]: tag["name"] for tag in work.rows(tags_of(args.board_id))}
    normal = [column for column in columns if column["kind"] == "normal"]
    completed = next(column for column in columns if column["kind"] == "completed")
    kept = {column["id"]: _in_column(work, column) for column in (*normal, completed)}
    places = {card["id"]: at for at, card in enumerate(card for some in kept.values() for card in some)}
    waits = _waits(work, args.board_id, places)
    cards = {one: [_card(work, card, tags, waits[card["id"]]) for card in some] for one, some in kept.items()}
    _check_size([card for some in cards.values() for card in some])
    template = Template(
        id=args.template_id,
        name=args.name,
        description=args.description,
        category="basics",
        tags=[TemplateTag(name=tag["name"], hue=tag["hue"]) for tag in work.rows(tags_of(args.board_id))],
        columns=[
            TemplateColumn(name=column["name"], wip_limit=column["wip_limit"], cards=cards[column["id"]])
            for column in normal
        ],
        completed_title=completed["name"],
        completed=cards[completed["id"]],
    )
    row: Values = {"id": args.template_id, "account_id": args.account_id, "name": args.name}
    row |= {"description": args.description, "content": template.model_dump_json(), "at": work.now}
    work.put("board_templates", row | {"by": work.actor})


def _kept(work: Work, board_id: str) -> list[Values]:
    """The cards of a board that do not stand in Deleted."""
    deleted = {column["id"] for column in work.rows(columns_of(board_id)) if column["kind"] == "deleted"}
    return [card for card in work.rows(_all_of(board_id)) if card["column_id"] not in deleted]


def _is_bounded(work: Work, board_id: str) -> bool:
    """Whether a board is small enough to be read whole while the writer waits."""
    rows = sum(1 + card["checklist_total"] for card in _kept(work, board_id))
    lists = (_all_of(board_id), _ties_of(board_id))
    return rows <= MOST_ROWS and all(len(work.rows(one)) <= MOST_ROWS for one in lists)


def _in_column(work: Work, column: Values) -> list[Values]:
    return [card for card in work.rows(_all_of(column["board_id"])) if card["column_id"] == column["id"]]


def _waits(work: Work, board_id: str, places: dict[str, int]) -> dict[str, list[int]]:
    """Card -> the places of those it waits for; what ties it to cards that stay behind is left out."""
    waits: dict[str, list[int]] = {card_id: [] for card_id in places}
    for row in work.rows(_ties_of(board_id)):
        if row["kind"] == "blocked_by" and row["card_id"] in places and row["other_id"] in places:
            waits[row["card_id"]].append(places[row["other_id"]])
    return waits


def _card(work: Work, card: Values, tags: dict[str, str], waits_for: list[int]) -> TemplateCard:
    text = work.row("card_texts", card["id"])
    return TemplateCard(
        title=card["title"],
        details=text["details"] if text else "",
        status=card["status"],
        priority=card["priority"],
        tags=[tags[tag_id] for tag_id in card["tag_ids"] if tag_id in tags],
        checklist=[TemplateItem(text=item["text"]) for item in work.rows(_items_of(card["id"]))],
        waits_for=sorted(waits_for),
    )


def _check_size(cards: list[TemplateCard]) -> None:
    rows = sum(1 + 2 * bool(card.details) + len(card.checklist) + 2 * len(card.waits_for) for card in cards)
    if rows > MOST_ROWS:
        raise Refusal("template_too_large", limit=MOST_ROWS)


def _saved(args: SaveTemplate) -> Count:
    return Count("board_templates", "account_id", args.account_id)


def _all_of(board_id: str) -> Rows:
    return Rows("cards", "board_id", board_id, MOST_ROWS + 1)


def _ties_of(board_id: str) -> Rows:
    return Rows("dependencies", "board_id", board_id, MOST_ROWS + 1)


def _items_of(card_id: str) -> Rows:
    return Rows("checklist_items", "card_id", card_id, MOST_ROWS + 1)


@save_template.needs
def needs(work: Work, args: SaveTemplate) -> Iterable[Need]:
    """The whole board, as far as a template goes."""
    yield Row("board_templates", args.template_id)
    yield _saved(args)
    yield columns_of(args.board_id)
    yield tags_of(args.board_id)
    yield _all_of(args.board_id)
    yield _ties_of(args.board_id)
    is_read = {_all_of(args.board_id), _ties_of(args.board_id)} <= set(work.copy.found)
    if is_read and _is_bounded(work, args.board_id):
        for card in _kept(work, args.board_id):
            yield Row("card_texts", card["id"])
            yield _items_of(card["id"])
