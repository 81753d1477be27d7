"""At least one happy case for every verb: who does what, after which preparation. A new verb adds a line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tafla.accounts.models import Account, Invitation
from tafla.cards.models import Card
from tafla.core.tokens import seal
from tests.support.checklists import listed
from tests.support.shelves import attached, photo_on_ink, photo_seen, photo_twice, three_on_ink, uploaded
from tests.support.talks import reacted, said, said_and_purgeable
from tests.support.world import SOON, World

Args = dict[str, Any]


def nothing(world: World) -> None:
    """No preparation."""


@dataclass(frozen=True)
class Case:
    """A command that succeeds: `actor` is the person with the least rights who may."""

    verb: str
    actor: str
    args: Callable[[World], Args]
    prepare: Callable[[World], None] = nothing
    name: str = ""

    def __str__(self) -> str:
        return f"{self.verb} {self.name}".strip()


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


def purgeable(world: World) -> None:
    details_saved(world)
    world.done("chidi", "card.delete", card_ids=[world.ink])


def tagged(world: World) -> None:
    """`plan` has the tags red and blue; `ink`, and the frozen `old` and `bin`, carry red."""
    for name in ("red", "blue"):
        world.done("ben", "tag.create", tag_id=getattr(world, name), board_id=world.plan, name=name, hue=name)
    Card.objects.filter(id__in=[world.ink, world.old, world.bin]).update(tag_ids=f'["{world.red}"]')


def attached_and_deleted(world: World) -> None:
    world.done("chidi", "card.restore", card_ids=[world.bin])
    attached(world, "photo", "bin")
    world.done("chidi", "card.delete", card_ids=[world.bin])


def in_trash(world: World) -> None:
    world.done("ben", "board.set_state", board_id=world.plan, state="trash")


def offered(world: World) -> None:
    world.done("ana", "transfer.offer", board_id=world.plan, email="mallory@example.com")


def _template(world: World, template_id: str) -> Args:
    name = {"name": "Ours", "description": "How we do it"}
    return {"template_id": template_id, "board_id": world.plan, "account_id": world.acme, **name}


def template_saved(world: World) -> None:
    world.done("eve", "template.save", **_template(world, world.mould))


def framed(world: World) -> None:
    made = {"new_board_id": world.fresh, "account_id": world.acme, "name": "Copy"}
    world.done("ben", "board.copy_frame", board_id=world.plan, **made)


def _wish(world: World, **more: Any) -> Args:
    return {"request_id": world.wish, "board_id": world.plan, "role": "member", "note": "Please"} | more


def wished(world: World) -> None:
    world.done("chidi", "request.ask", **_wish(world, email="new@example.com"))


def _frame(world: World) -> Args:
    kinds = {"c1": "normal", "c2": "completed", "c3": "deleted"}
    columns = [{"id": getattr(world, one), "name": one, "kind": kind} for one, kind in kinds.items()]
    tags = [{"id": world.label, "name": "Red", "hue": "red"}]
    named = {"board_id": world.fresh, "account_id": world.acme, "name": "In"}
    return named | {"columns": columns, "tags": tags}


def _imported_card(world: World) -> Args:
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


def _copies(world: World, *names: str) -> list[Args]:
    return [{"card_id": getattr(world, name), "new_id": getattr(world, f"{name}_copy")} for name in names]


def _new(world: World, *names: str) -> list[Args]:
    return [{"card_id": getattr(world, name), "title": f"New {name}"} for name in names]


def _steps(world: World, *names: str) -> list[Args]:
    return [{"item_id": getattr(world, name), "text": f"New {name}"} for name in names]


def _address(world: World, email: str) -> Args:
    people = [{"invitation_id": getattr(world, email), "email": email}]
    return {"board_id": world.plan, "role": "member", "people": people}


CASES = [
    Case("account.open", "mallory", lambda w: {"account_id": w.fresh, "name": "Mine"}, homeless_mallory),
    Case("board.create", "chidi", lambda w: {"board_id": w.fresh, "account_id": w.acme, "name": "New"}),
    Case(
        "board.create",
        "chidi",
        lambda w: {"board_id": w.fresh, "account_id": w.acme, "name": "New", "template": "help_desk"},
        name="from a template",
    ),
    Case("board.rename", "ben", lambda w: {"board_id": w.plan, "name": "Other"}),
    Case("board.set_wip_mode", "ben", lambda w: {"board_id": w.plan, "mode": "block"}),
    Case("board.describe", "ben", lambda w: {"board_id": w.plan, "description": "What for"}),
    Case("board.set_numbering", "ben", lambda w: {"board_id": w.plan, "on": True}),
    Case("board.set_use_tags", "ben", lambda w: {"board_id": w.plan, "on": False}),
    Case("board.set_visitors_chat", "ben", lambda w: {"board_id": w.plan, "on": True}),
    Case("board.set_team_arranges", "ben", lambda w: {"board_id": w.plan, "on": True}),
    Case("board.set_link_options", "ben", lambda w: {"board_id": w.plan, "chat": True, "files": True}),
    Case("board.set_state", "ben", lambda w: {"board_id": w.plan, "state": "archived"}),
    Case("transfer.offer", "ana", lambda w: {"board_id": w.plan, "email": "mallory@example.com"}),
    Case("transfer.cancel", "ana", lambda w: {"board_id": w.plan}, offered),
    Case("transfer.decline", "mallory", lambda w: {"board_id": w.plan}, offered, name="a stranger"),
    Case(
        "transfer.accept",
        "mallory",
        lambda w: {"board_id": w.plan, "account_id": w.rogue},
        offered,
        name="a stranger",
    ),
    Case("template.save", "eve", lambda w: _template(w, w.fresh)),
    Case("template.describe", "eve", lambda w: {"template_id": w.mould, "name": "Other"}, template_saved),
    Case("template.delete", "eve", lambda w: {"template_id": w.mould}, template_saved),
    Case(
        "board.copy_frame",
        "eve",
        lambda w: {"board_id": w.plan, "new_board_id": w.fresh, "account_id": w.acme, "name": "Copy"},
    ),
    Case("board.copy_cards", "ben", lambda w: {"card_ids": [w.ink, w.old], "new_board_id": w.fresh}, framed),
    Case("request.ask", "chidi", lambda w: _wish(w, email="new@example.com")),
    Case("request.ask", "dana", lambda w: _wish(w), name="another role"),
    Case("request.answer", "ben", lambda w: {"request_id": w.wish, "is_granted": True}, wished),
    Case("request.withdraw", "chidi", lambda w: {"request_id": w.wish}, wished),
    Case("board.import_frame", "eve", lambda w: _frame(w)),
    Case("card.import", "ben", lambda w: {"board_id": w.plan, "cards": [_imported_card(w)]}),
    Case(
        "chat.import", "ben", lambda w: {"card_id": w.ink, "messages": [{"id": w.word, "at": 5, "text": "x"}]}
    ),
    Case("board.purge", "ana", lambda w: {"board_id": w.plan}, in_trash),
    Case("board.set_privacy", "ben", lambda w: {"board_id": w.plan, "privacy": "team"}, name="closing"),
    Case(
        "board.set_privacy",
        "ben",
        lambda w: {"board_id": w.plan, "privacy": "link", "link_token": "another-token-0123456"},
        name="another link",
    ),
    Case(
        "board.set_privacy",
        "eve",
        lambda w: {"board_id": w.ops, "privacy": "link", "link_token": "a-first-token-0123456"},
        name="first link",
    ),
    Case(
        "column.add", "ben", lambda w: {"column_id": w.new, "board_id": w.plan, "name": "N", "after": w.todo}
    ),
    Case("column.rename", "ben", lambda w: {"column_id": w.todo, "name": "Other"}),
    Case("column.move", "ben", lambda w: {"column_id": w.doing, "before": w.todo}),
    Case("column.set_wip_limit", "ben", lambda w: {"column_id": w.todo, "limit": 3}),
    Case("column.delete", "ben", lambda w: {"column_id": w.todo, "move_cards_to": w.doing}),
    Case("tag.create", "ben", lambda w: {"tag_id": w.new, "board_id": w.plan, "name": "New", "hue": "teal"}),
    Case("tag.rename", "ben", lambda w: {"tag_id": w.red, "name": "Other"}, tagged),
    Case("tag.set_hue", "ben", lambda w: {"tag_id": w.red, "hue": "pink"}, tagged),
    Case("tag.merge", "ben", lambda w: {"tag_id": w.red, "into_id": w.blue}, tagged),
    Case("tag.delete", "ben", lambda w: {"tag_id": w.red}, tagged),
    Case("card.add", "chidi", lambda w: {"column_id": w.todo, "cards": _new(w, "n1", "n2"), "after": w.ink}),
    Case("card.rename", "chidi", lambda w: {"card_id": w.ink, "title": "Other"}),
    Case("card.set_details", "chidi", lambda w: {"card_id": w.ink, "text": "one", "base_version": 0}),
    Case(
        "card.set_details",
        "chidi",
        lambda w: {"card_id": w.ink, "text": "one\n2\nthree", "base_version": 1},
        details_saved,
        name="again",
    ),
    Case("card.move", "chidi", lambda w: {"card_ids": [w.elm, w.ink], "column_id": w.doing, "before": w.fig}),
    Case(
        "card.move",
        "chidi",
        lambda w: {"card_ids": [w.elm], "column_id": w.todo, "after": w.ink},
        name="within",
    ),
    Case(
        "card.move",
        "chidi",
        lambda w: {"card_ids": [w.ink, w.fig], "column_id": w.later},
        chidi_on_ink,
        name="to another board",
    ),
    Case("card.move", "chidi", lambda w: {"card_ids": [w.ink], "column_id": w.gone}, name="into Deleted"),
    Case("card.move", "chidi", lambda w: {"card_ids": [w.bin], "column_id": w.todo}, name="out of Deleted"),
    Case(
        "card.copy",
        "chidi",
        lambda w: {"copies": _copies(w, "ink", "elm"), "column_id": w.todo, "after": w.ink},
    ),
    Case(
        "card.copy",
        "chidi",
        lambda w: {"copies": _copies(w, "ink", "bin"), "column_id": w.later},
        lambda w: listed(w) or details_saved(w) or tagged(w),
        name="with all it holds to another board",
    ),
    Case("column.sort", "chidi", lambda w: {"column_id": w.todo, "by": "title"}),
    Case("card.set_status", "chidi", lambda w: {"card_ids": [w.ink, w.oak], "status": "blocked"}),
    Case("card.set_priority", "chidi", lambda w: {"card_ids": [w.ink], "priority": "critical"}),
    Case("card.set_due", "chidi", lambda w: {"card_ids": [w.ink], "due_on": "2026-03-01"}),
    Case("card.set_start", "chidi", lambda w: {"card_ids": [w.ink], "start_on": "2026-02-01"}),
    Case("card.add_tag", "chidi", lambda w: {"card_ids": [w.ink, w.oak], "tag_id": w.blue}, tagged),
    Case("card.remove_tag", "chidi", lambda w: {"card_ids": [w.ink, w.oak], "tag_id": w.red}, tagged),
    Case(
        "card.replace_tag",
        "ben",
        lambda w: {"card_ids": [w.ink, w.bin], "tag_id": w.red, "into_id": w.blue},
        tagged,
    ),
    Case("card.assign", "chidi", lambda w: {"card_ids": [w.ink], "person_id": w.ben}),
    Case("card.unassign", "chidi", lambda w: {"card_ids": [w.ink], "person_id": w.chidi}, chidi_on_ink),
    Case("card.delete", "chidi", lambda w: {"card_ids": [w.ink, w.fig]}),
    Case("card.restore", "chidi", lambda w: {"card_ids": [w.bin]}),
    Case("card.purge", "ben", lambda w: {"card_ids": [w.ink, w.bin]}, purgeable),
    Case(
        "checklist.add",
        "chidi",
        lambda w: {"card_id": w.ink, "items": _steps(w, "n1", "n2"), "after": w.milk},
        listed,
    ),
    Case("checklist.rename", "chidi", lambda w: {"item_id": w.milk, "text": "Other"}, listed),
    Case("checklist.set_done", "chidi", lambda w: {"item_ids": [w.tea, w.cup], "done": True}, listed),
    Case("checklist.move", "chidi", lambda w: {"item_ids": [w.tea, w.milk], "after": w.eggs}, listed),
    Case("checklist.remove", "chidi", lambda w: {"item_ids": [w.tea, w.eggs]}, listed),
    Case("checklist.assign", "chidi", lambda w: {"item_ids": [w.milk, w.cup], "person_id": w.ben}, listed),
    Case("checklist.unassign", "chidi", lambda w: {"item_ids": [w.tea], "person_id": w.chidi}, listed),
    Case(
        "checklist.set_due", "chidi", lambda w: {"item_ids": [w.milk, w.tea], "due_on": "2026-02-01"}, listed
    ),
    Case("checklist.make_card", "chidi", lambda w: {"item_id": w.tea, "card_id": w.n1}, listed),
    Case(
        "card.move",
        "chidi",
        lambda w: {"card_ids": [w.ink], "column_id": w.later},
        lambda w: (
            listed(w) or (w.done("ben", "checklist.assign", item_ids=[w.tea], person_id=w.ben) and None)
        ),
        name="with a checklist to another board",
    ),
    Case(
        "member.remove",
        "ben",
        lambda w: {"board_id": w.plan, "person_id": w.chidi},
        listed,
        name="who has an item",
    ),
    Case(
        "file.attach",
        "chidi",
        lambda w: {"attachment_id": w.new, "upload_id": w.pic, "card_id": w.ink, "name": "a.png"},
        lambda w: uploaded("pic", "ink") and None,
    ),
    Case(
        "file.attach",
        "chidi",
        lambda w: {"attachment_id": w.new, "upload_id": w.pic, "card_id": w.ink, "name": "photo.png"},
        photo_on_ink,
        name="the same name",
    ),
    Case(
        "file.attach",
        "chidi",
        lambda w: {"attachment_id": w.new, "upload_id": w.pic, "board_id": w.plan, "name": "a.png"},
        lambda w: uploaded("pic", "plan") and None,
        name="to a board",
    ),
    Case("file.add_version", "chidi", lambda w: {"attachment_id": w.photo, "upload_id": w.pic}, photo_on_ink),
    Case(
        "file.add_link",
        "chidi",
        lambda w: {"attachment_id": w.new, "card_id": w.ink, "url": "https://example.org/"},
    ),
    Case(
        "file.import",
        "ben",
        lambda w: {"attachment_id": w.new, "upload_id": w.pic, "card_id": w.old, "name": "a.png"},
        lambda w: uploaded("pic", "old") and None,
    ),
    Case(
        "file.import_link",
        "ben",
        lambda w: {"attachment_id": w.new, "card_id": w.old, "url": "https://example.org/"},
    ),
    Case("file.rename", "chidi", lambda w: {"attachment_id": w.photo, "name": "Other"}, three_on_ink),
    Case("file.move", "chidi", lambda w: {"attachment_id": w.photo, "after": w.plot}, three_on_ink),
    Case("file.restore_version", "chidi", lambda w: {"attachment_id": w.photo, "number": 1}, photo_twice),
    Case("file.remove", "chidi", lambda w: {"attachment_id": w.photo}, photo_twice),
    Case("file.refresh", "chidi", lambda w: {"attachment_id": w.photo}, photo_seen),
    Case(
        "card.move",
        "chidi",
        lambda w: {"card_ids": [w.ink], "column_id": w.later},
        photo_twice,
        name="with files to another board",
    ),
    Case(
        "card.purge",
        "ben",
        lambda w: {"card_ids": [w.bin]},
        attached_and_deleted,
        name="with files",
    ),
    Case("card.purge", "ben", lambda w: {"card_ids": [w.ink]}, said_and_purgeable, name="with its chat"),
    Case(
        "card.move",
        "chidi",
        lambda w: {"card_ids": [w.ink, w.fig], "column_id": w.later},
        said,
        name="to another board with its chat",
    ),
    Case("chat.post", "chidi", lambda w: {"message_id": w.hello, "card_id": w.ink, "text": "Hello"}),
    Case(
        "chat.post",
        "chidi",
        lambda w: {"message_id": w.new, "card_id": w.ink, "text": "Yes", "reply_to": w.hello},
        said,
        name="a reply",
    ),
    Case(
        "chat.post",
        "chidi",
        lambda w: {"message_id": w.new, "board_id": w.plan, "text": f"@[Ben](person:{w.ben}) look"},
        name="on a board",
    ),
    Case("chat.edit", "chidi", lambda w: {"message_id": w.hello, "text": "Hello!"}, said),
    Case("chat.delete", "chidi", lambda w: {"message_id": w.hello}, reacted),
    Case("chat.delete", "ben", lambda w: {"message_id": w.hello}, reacted, name="another's"),
    Case("chat.react", "chidi", lambda w: {"message_id": w.hi, "emoji": "🎉", "on": True}, said),
    Case(
        "chat.react",
        "chidi",
        lambda w: {"message_id": w.hello, "emoji": "👍", "on": False},
        reacted,
        name="off",
    ),
    Case("chat.seen", "chidi", lambda w: {"card_id": w.ink, "until": SOON}, said),
    Case("pref.set_favourite", "dana", lambda w: {"board_id": w.plan, "favourite": True}),
    Case("pref.set_zoom", "dana", lambda w: {"board_id": w.plan, "zoom": "lines"}),
    Case("pref.open_board", "dana", lambda w: {"board_id": w.plan}),
    Case("pref.hide_column", "dana", lambda w: {"column_id": w.todo, "hidden": True}),
    Case("member.invite", "ben", lambda w: _address(w, "new@example.com"), name="a stranger"),
    Case(
        "member.invite",
        "ben",
        lambda w: _address(w, "eve@example.com"),
        lambda w: w.done("ana", "member.invite", **_address(w, "x@example.com")) and None,
        name="an address of the account's team",
    ),
    Case(
        "member.invite",
        "chidi",
        lambda w: _address(w, "eve@example.com"),
        lambda w: w.done("ben", "member.set_role", board_id=w.plan, person_id=w.chidi, role="admin") and None,
        name="a collaborator",
    ),
    Case("member.set_role", "ben", lambda w: {"board_id": w.plan, "person_id": w.dana, "role": "member"}),
    Case(
        "member.set_role",
        "ben",
        lambda w: {"board_id": w.plan, "person_id": w.ben, "role": "visitor"},
        name="the last admin",
    ),
    Case("member.remove", "ben", lambda w: {"board_id": w.plan, "person_id": w.chidi}, chidi_on_ink),
    Case("member.remove", "dana", lambda w: {"board_id": w.plan, "person_id": w.dana}, name="oneself"),
    Case(
        "invitation.accept",
        "mallory",
        lambda w: {"token": seal("invitation", w.offer, "mallory@example.com")},
        offer_to("mallory"),
    ),
    Case("invitation.resend", "ben", lambda w: {"invitation_id": w.offer}),
    Case("invitation.cancel", "ben", lambda w: {"invitation_id": w.offer}),
    Case("change.undo", "chidi", lambda w: {"command_id": world_id("chidi")}, something_to_undo),
    Case("change.redo", "chidi", lambda w: {"command_id": world_id("redo")}, something_to_redo),
]
