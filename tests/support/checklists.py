"""Checklists in the shared world: on `ink` milk, eggs (done) and tea (Chidi's, with a date), on `oak` cup."""

from typing import Any

from tafla.cards.models import Card, ChecklistItem
from tests.support.world import THEN, World, ident


def listed(world: World) -> None:
    """Both checklists, made by commands."""
    items = [{"item_id": ident(name), "text": name.title(), "done": name == "eggs"} for name in WITH_INK]
    world.done("chidi", "checklist.add", card_id=world.ink, items=items)
    world.done("chidi", "checklist.add", card_id=world.oak, items=[{"item_id": world.cup, "text": "Cup"}])
    world.done("chidi", "checklist.assign", item_ids=[world.tea], person_id=world.chidi)
    world.done("chidi", "checklist.set_due", item_ids=[world.tea], due_on="2026-03-01")


WITH_INK = ("milk", "eggs", "tea")


def frozen(world: World) -> None:
    """An item on a completed card, and one on a deleted one."""
    listed(world)
    put_item("ash", "old")
    put_item("dust", "bin")


def foreign_item() -> None:
    """Mallory's card has an item."""
    put_item("gem", "loot")


def put_item(name: str, card: str) -> None:
    """Give a card its only item, whatever the rules say."""
    item = {"id": ident(name), "card_id": ident(card), "rank": "a0V", "text": name.title()}
    ChecklistItem.objects.create(**item, created_at=THEN, created_by=ident("ben"))
    Card.objects.filter(id=ident(card)).update(checklist_total=1)


def many_items(world: World, count: int, card: str = "ink") -> list[str]:
    """Fill a card's checklist by commands; the ids."""
    ids = [ident(f"{card} item {at}") for at in range(count)]
    for start in range(0, count, 200):
        items = [{"item_id": item_id, "text": "x"} for item_id in ids[start : start + 200]]
        world.done("chidi", "checklist.add", card_id=ident(card), items=items)
    return ids


def items(world: World, card: str = "ink") -> list[dict[str, Any]]:
    """A card's items in order, as clients hold them."""
    rows = world.copy(f"card:{ident(card)}").tables["checklist_items"].values()
    return sorted(rows, key=lambda row: (row["rank"], row["id"]))


def texts(world: World, card: str = "ink") -> list[str]:
    return [item["text"] for item in items(world, card)]


def item(world: World, name: str, card: str = "ink") -> dict[str, Any]:
    return next(row for row in items(world, card) if row["id"] == ident(name))


def counts(world: World, card: str = "ink", board: str = "plan") -> tuple[int, int, int | None]:
    """What the card's face says: done, all, the nearest date; and that this is what its items say."""
    row = world.card(card, board)
    standing = items(world, card)
    dates = [each["due_at"] for each in standing if not each["done"] and each["due_at"] is not None]
    told = (row["checklist_done"], row["checklist_total"], row["checklist_due_at"])
    assert told == (sum(each["done"] for each in standing), len(standing), min(dates, default=None))
    return told
