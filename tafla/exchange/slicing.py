"""An exported board cut into commands of a bounded size (S23), with ids of its own.

What cannot be kept is counted and named in the summary: nothing is lost in silence.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from tafla.boards.verbs.import_frame import ImportFrame
from tafla.cards.verbs.import_cards import MOST_CARDS, ImportedCard, ImportedItem
from tafla.cards.verbs.import_dependencies import MOST_PAIRS
from tafla.chat.verbs.import_messages import ImportedMessage
from tafla.core.ids import derive_id
from tafla.core.refusals import Refusal
from tafla.exchange.tying import tied_pairs
from tafla.files.names import clean_name
from tafla.files.verbs.arrange import AddLink

MOST_ROWS = 400
MOST_MESSAGES = 200
# A card is itself, its details and the version kept of them; its items come on top.
ROWS_OF_CARD = 3
_CARD = set(ImportedCard.model_fields) - {"items", "id", "column_id", "tag_ids", "deleted_from"}
_ITEM = set(ImportedItem.model_fields) - {"id"}

Slice = dict[str, Any]


@dataclass
class Plan:
    """What an import will do: slices in order, how much of what, and what is left out."""

    board_id: str
    data: dict[str, Any]
    sizes: dict[str, int]  # bytes of each file in the zip, by path
    counts: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)  # old ids of the cards that are not left out

    def id(self, old: Any) -> str | None:
        """The id that a row of the export has on the new board."""
        return derive_id(self.board_id, str(old)) if old else None

    def list(self, name: str) -> list[dict[str, Any]]:
        """A list of the export; what is no object in it is left out."""
        if name not in self.lists:
            found = self.data.get(name) or []
            if not isinstance(found, list):
                raise Refusal("import_broken", reason=name)
            self.lists[name] = [row for row in found if isinstance(row, dict) and row.get("id")]
            self.left_out[name] += len(found) - len(self.lists[name])
        return self.lists[name]

    def read(self, kind: str, model: type[BaseModel], fields: dict[str, Any]) -> dict[str, Any] | None:
        """A row as its verb will take it; None, and counted, when it cannot be."""
        try:
            read = model.model_validate(fields)
        except ValidationError:
            self.left_out[kind] += 1
            return None
        self.counts[kind] += 1
        return read.model_dump(exclude_defaults=True)


def slices(plan: Plan) -> Iterator[Slice]:
    """The commands of an import. Raises Refusal import_broken."""
    yield _frame(plan)
    yield from _cards(plan)
    yield from _dependencies(plan)
    yield from _messages(plan)
    yield from _attachments(plan)


def _frame(plan: Plan) -> Slice:
    board = plan.data.get("board")
    if not isinstance(board, dict):
        raise Refusal("import_broken", reason="board")
    order = {"normal": 0, "completed": 1, "deleted": 2}
    columns = sorted(plan.list("columns"), key=lambda row: order.get(str(row.get("kind")), 0))
    told: dict[str, Any] = {
        name: board[name] for name in ("description", "wip_mode", "numbering", "use_tags") if name in board
    }
    told["columns"] = [
        {name: row.get(name) for name in ("name", "kind", "wip_limit")} | {"id": plan.id(row["id"])}
        for row in columns
    ]
    told["tags"] = [
        {"id": plan.id(row["id"]), "name": row.get("name"), "hue": row.get("hue")}
        for row in plan.list("tags")
    ]
    whole = {"board_id": plan.board_id, "account_id": plan.board_id, "name": board.get("name") or "Board"}
    try:
        frame = ImportFrame.model_validate(told | whole)
    except ValidationError as error:
        raise Refusal(
            "import_broken", reason=".".join(map(str, error.errors()[0]["loc"])) or "columns"
        ) from None
    plan.counts["columns"], plan.counts["tags"] = len(frame.columns), len(frame.tags)
    return {"verb": "board.import_frame", "args": frame.model_dump(exclude={"account_id", "name"})}


def _cards(plan: Plan) -> Iterator[Slice]:
    waiting: list[dict[str, Any]] = []
    rows = 0
    known = {row["id"] for row in plan.list("columns")}
    for card in sorted(
        plan.list("cards"), key=lambda row: row["number"] if isinstance(row.get("number"), int) else 0
    ):
        read = _card(plan, card) if card.get("column_id") in known else None
        if read is None:
            plan.left_out["cards"] += card.get("column_id") not in known
            continue
        size = ROWS_OF_CARD + len(read.get("items", ()))
        if waiting and (rows + size > MOST_ROWS or len(waiting) >= MOST_CARDS):
            yield _cards_slice(plan, waiting)
            waiting, rows = [], 0
        waiting.append(read)
        rows += size
    if waiting:
        yield _cards_slice(plan, waiting)


def _cards_slice(plan: Plan, cards: list[dict[str, Any]]) -> Slice:
    return {"verb": "card.import", "args": {"board_id": plan.board_id, "cards": cards}}


def _card(plan: Plan, card: dict[str, Any]) -> dict[str, Any] | None:
    items = [item for item in card.get("items") or () if isinstance(item, dict) and item.get("id")]
    read = [
        plan.read(
            "items",
            ImportedItem,
            {name: item[name] for name in _ITEM & set(item)} | {"id": plan.id(item["id"])},
        )
        for item in items
    ]
    fields = {name: card[name] for name in _CARD & set(card)}
    fields |= {"id": plan.id(card["id"]), "column_id": plan.id(card["column_id"])}
    fields |= {
        "tag_ids": [plan.id(tag) for tag in card.get("tag_ids") or ()],
        "items": list(filter(None, read)),
    }
    kept = plan.read("cards", ImportedCard, fields | {"deleted_from": plan.id(card.get("deleted_from"))})
    if kept is not None:
        plan.kept.add(str(card["id"]))
        plan.left_out["assignees"] += len(card.get("assignee_ids") or ())
    return kept


def _dependencies(plan: Plan) -> Iterator[Slice]:
    pairs, left_out = tied_pairs(plan.list("dependencies"), plan.kept)
    plan.counts["dependencies"] += len(pairs)
    plan.left_out["dependencies"] += left_out
    told = [{"blocker_id": plan.id(blocker), "blocked_id": plan.id(blocked)} for blocker, blocked in pairs]
    for at in range(0, len(told), MOST_PAIRS):
        args = {"board_id": plan.board_id, "pairs": told[at : at + MOST_PAIRS]}
        yield {"verb": "dependency.import", "args": args}


def _messages(plan: Plan) -> Iterator[Slice]:
    talks: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for message in plan.list("messages"):
        talks[str(message.get("subject_id"))].append(message)
        plan.left_out["reactions"] += len(message.get("reactions") or ())
    places = _subjects(plan)
    for subject, found in talks.items():
        if subject not in places:
            plan.left_out["messages"] += len(found)
            continue
        found.sort(key=lambda row: row["at"] if isinstance(row.get("at"), int) else 0)
        read = list(filter(None, (_message(plan, row) for row in found)))
        for at in range(0, len(read), MOST_MESSAGES):
            yield {
                "verb": "chat.import",
                "args": places[subject] | {"messages": read[at : at + MOST_MESSAGES]},
            }


def _message(plan: Plan, row: dict[str, Any]) -> dict[str, Any] | None:
    fields = {name: row.get(name) for name in ("at", "edited_at")}
    fields |= {"id": plan.id(row["id"]), "reply_to": plan.id(row.get("reply_to"))}
    if row.get("deleted_at") is None:
        # Who said it is told, not claimed: a file proves nobody's words.
        name = str((plan.data.get("people") or {}).get(row.get("by")) or "?")
        fields["text"] = f"**{name}:** {row.get('text', '')}"[:10_000]
    return plan.read("messages", ImportedMessage, fields)


def _subjects(plan: Plan) -> dict[str, dict[str, Any]]:
    """Where what hangs on a card or the board goes, by the old id of the card or board."""
    board = {str(plan.data["board"].get("id")): {"board_id": plan.board_id}}
    return {card_id: {"card_id": plan.id(card_id)} for card_id in plan.kept} | board


def _attachments(plan: Plan) -> Iterator[Slice]:
    places = _subjects(plan)
    for row in plan.list("attachments"):
        place = places.get(str(row.get("subject_id")))
        if place is None:
            plan.left_out["attachments"] += 1
        elif row.get("kind") == "link":
            told = {"attachment_id": plan.id(row["id"]), "url": row.get("url"), "name": row.get("name") or ""}
            link = plan.read("attachments", AddLink, place | told)
            if link:
                yield {"verb": "file.import_link", "args": link}
        else:
            yield from _versions(plan, row, place)


def _versions(plan: Plan, row: dict[str, Any], place: dict[str, Any]) -> Iterator[Slice]:
    """One command a version: files of one name on one card or board are versions of one attachment."""
    there = [
        one for one in row.get("versions") or () if isinstance(one, dict) and one.get("path") in plan.sizes
    ]
    plan.left_out["versions"] += len(row.get("versions") or ()) - len(there)
    plan.counts["attachments" if there else "nothing"] += 1
    for version in there:
        plan.counts["versions"] += 1
        told = {"attachment_id": plan.id(row["id"]), "name": clean_name(str(row.get("name") or ""))}
        yield {
            "verb": "file.import",
            "args": place | told,
            "path": version["path"],
            "size": plan.sizes[version["path"]],
        }
