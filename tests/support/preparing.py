"""What cases need before them, and the arguments that are too long for a line."""

from collections.abc import Callable
from typing import Any

from tafla.accounts.models import Account, Invitation
from tafla.cards.models import Card, CardTag
from tests.support.case import Args
from tests.support.shelves import attached
from tests.support.world import World


def homeless_mallory(world: World) -> None:
    """Mallory's address is verified, and her account not yet opened."""
    Account.objects.filter(id=world.rogue).delete()


def offer_to(name: str) -> Callable[[World], None]:
    def prepare(world: World) -> None:
        Invitation.objects.filter(id=world.offer).update(email=f"{name}@example.com")

    return prepare


def chidi_on_ink(world: World) -> None:
    world.done("ben", "card.assign", card_ids=[world.ink, world.fig], person_id=world.chidi)


def details_saved(world: World) -> None:
    world.done("chidi", "card.set_details", card_id=world.ink, text="one\ntwo\nthree", base_version=0)


def filter_saved(world: World) -> None:
    world.done("chidi", "filter.save", filter_id=world.sieve, name="Red", filter={"tags": ["red"]})


def purgeable(world: World) -> None:
    details_saved(world)
    world.done("chidi", "card.delete", card_ids=[world.ink])


def tagged(world: World) -> None:
    """`plan` has the tags red and blue; `ink`, and the frozen `old` and `bin`, carry red."""
    for name in ("red", "blue"):
        world.done("ben", "tag.create", tag_id=getattr(world, name), board_id=world.plan, name=name, hue=name)
    carrying = [world.ink, world.old, world.bin]
    Card.objects.filter(id__in=carrying).update(tag_ids=f'["{world.red}"]')
    CardTag.objects.bulk_create(CardTag(value=world.red, row_id=card_id) for card_id in carrying)


def attached_and_deleted(world: World) -> None:
    world.done("chidi", "card.restore", card_ids=[world.bin])
    attached(world, "photo", "bin")
    world.done("chidi", "card.delete", card_ids=[world.bin])


def in_trash(world: World) -> None:
    world.done("ben", "board.set_state", board_id=world.plan, state="trash")


def offered(world: World) -> None:
    world.done("ana", "transfer.offer", board_id=world.plan, email="mallory@example.com")


def template(world: World, template_id: str) -> Args:
    name = {"name": "Ours", "description": "How we do it"}
    return {"template_id": template_id, "board_id": world.plan, "account_id": world.acme, **name}


def template_saved(world: World) -> None:
    world.done("eve", "template.save", **template(world, world.mould))


def framed(world: World) -> None:
    made = {"new_board_id": world.fresh, "account_id": world.acme, "name": "Copy"}
    world.done("ben", "board.copy_frame", board_id=world.plan, **made)


def wish(world: World, **more: Any) -> Args:
    return {"request_id": world.wish, "board_id": world.plan, "role": "member", "note": "Please"} | more


def wished(world: World) -> None:
    world.done("chidi", "request.ask", **wish(world, email="new@example.com"))


def frame(world: World) -> Args:
    kinds = {"c1": "normal", "c2": "completed", "c3": "deleted"}
    columns = [{"id": getattr(world, one), "name": one, "kind": kind} for one, kind in kinds.items()]
    tags = [{"id": world.label, "name": "Red", "hue": "red"}]
    named = {"board_id": world.fresh, "account_id": world.acme, "name": "In"}
    return named | {"columns": columns, "tags": tags}


def imported_card(world: World) -> Args:
    item = {"id": world.thing, "rank": "a0V", "text": "Step", "due_on": "2027-01-02", "due_zone": "UTC"}
    card = {"id": world.came, "column_id": world.closed, "rank": "a0V", "number": 70, "title": "Came in"}
    return card | {"created_at": 7, "completed_at": 8, "details": "How", "items": [item]}


def something_to_undo(world: World) -> None:
    for who in ("ben", "chidi", "eve"):
        card = world.ops1 if who == "eve" else world.ink
        world.done(who, "card.rename", world_id(who), card_id=card, title=f"By {who}")


def something_to_redo(world: World) -> None:
    something_to_undo(world)
    world.done("chidi", "change.undo", world_id("redo"), command_id=world_id("chidi"))


def world_id(name: str) -> str:
    """The id of a command that is named."""
    return f"01900000-0000-7000-8000-{sum(name.encode()) + 7:012x}"


def copies(world: World, *names: str) -> list[Args]:
    return [{"card_id": getattr(world, name), "new_id": getattr(world, f"{name}_copy")} for name in names]


def new(world: World, *names: str) -> list[Args]:
    return [{"card_id": getattr(world, name), "title": f"New {name}"} for name in names]


def steps(world: World, *names: str) -> list[Args]:
    return [{"item_id": getattr(world, name), "text": f"New {name}"} for name in names]


def address(world: World, email: str) -> Args:
    people = [{"invitation_id": getattr(world, email), "email": email}]
    return {"board_id": world.plan, "role": "member", "people": people}


def tied(world: World) -> None:
    """Ink blocks oak, and waits for a card of another board."""
    world.done("chidi", "dependency.add", card_id=world.ink, kind="blocks", other_id=world.oak)
    world.done("chidi", "dependency.add", card_id=world.ink, kind="blocked_by", other_id=world.ops1)
