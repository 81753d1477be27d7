"""A board becomes a template of its account, and boards are made from that."""

from typing import Any

from tafla.boards.models import BoardTemplate, Column, Tag
from tafla.cards.models import Card, CardText, ChecklistItem
from tafla.core.ids import new_id
from tests.support.ties import tied, ties_of, web
from tests.support.world import World, many_cards


def furnish(world: World) -> None:
    """`ink` with details, a tag, an item, a person and a due date."""
    world.done("ben", "tag.create", tag_id=world.red, board_id=world.plan, name="Red", hue="red")
    world.done("ben", "card.add_tag", card_ids=[world.ink], tag_id=world.red)
    world.done("ben", "card.assign", card_ids=[world.ink], person_id=world.chidi)
    world.done("ben", "card.set_details", card_id=world.ink, text="How it is done", base_version=0)
    world.done("ben", "card.set_status", card_ids=[world.oak], status="blocked")
    items = [{"item_id": world.first, "text": "First step"}]
    world.done("ben", "checklist.add", card_id=world.ink, items=items)
    world.done("ben", "checklist.set_done", item_ids=[world.first], done=True)
    world.done("ben", "column.set_wip_limit", column_id=world.doing, limit=4)
    world.done("ben", "column.rename", column_id=world.closed, name="Shipped")


def save(world: World, **other: Any) -> dict[str, Any]:
    told = {"template_id": world.mould, "board_id": world.plan, "account_id": world.acme, "name": "Ours"}
    return told | other


def test_a_board_from_a_template_of_ones_own_is_like_the_board_it_was_made_of(world: World) -> None:
    furnish(world)
    world.done("ben", "template.save", **save(world))
    made = {"board_id": world.fresh, "account_id": world.acme, "name": "New", "template": world.mould}
    world.done("chidi", "board.create", **made)
    columns = {column.name: column for column in Column.objects.filter(board_id=world.fresh)}
    assert list(columns) == ["todo", "doing", "Shipped", "Deleted"]
    assert columns["doing"].wip_limit == 4
    cards = {card.title: card for card in Card.objects.filter(board_id=world.fresh)}
    assert set(cards) == {"Card ink", "Card oak", "Card elm", "Card fig", "Card old"}
    ink = cards["Card ink"]
    assert cards["Card oak"].status == "blocked"
    assert [tag.name for tag in Tag.objects.filter(board_id=world.fresh)] == ["Red"]
    assert len(world.copy(f"board:{world.fresh}").tables["cards"][ink.id]["tag_ids"]) == 1
    assert CardText.objects.get(id=ink.id).details == "How it is done"
    item = ChecklistItem.objects.get(card_id=ink.id)
    assert (item.text, item.done) == ("First step", False)
    assert (ink.assignee_ids, ink.due_at, ink.created_by) == ("[]", None, world.chidi)


def test_what_ties_cards_comes_along_and_what_ties_them_elsewhere_does_not(world: World) -> None:
    kept = tied(world)
    world.done("ben", "template.save", **save(world))
    made = {"board_id": world.fresh, "account_id": world.acme, "name": "New", "template": world.mould}
    world.done("chidi", "board.create", **made)
    assert ties_of(world.fresh) == kept


def test_a_web_too_large_for_one_command_is_refused(world: World) -> None:
    ids = many_cards("todo", 70)
    web(world, [(ids[before], ids[at]) for at in range(70) for before in range(max(0, at - 3), at)])
    assert world.refusal("ben", "template.save", **save(world)) == "template_too_large"


def test_what_is_deleted_stays_behind_however_much_it_is(world: World) -> None:
    many_cards("gone", 350)
    world.done("ben", "template.save", **save(world))
    assert "Card bin" not in BoardTemplate.objects.get(id=world.mould).content


def test_a_board_too_large_for_one_command_is_refused(world: World) -> None:
    many_cards("todo", 420)
    assert world.refusal("ben", "template.save", **save(world)) == "template_too_large"


def test_another_accounts_template_is_not_there(world: World) -> None:
    world.done("ben", "template.save", **save(world))
    made = {"board_id": world.fresh, "account_id": world.rogue, "name": "x", "template": world.mould}
    assert world.refusal("mallory", "board.create", **made) == "not_found"


def test_a_board_one_may_not_read_gives_no_template(world: World) -> None:
    told = save(world, account_id=world.rogue)
    assert world.refusal("mallory", "template.save", **told) == "not_found"
    assert world.refusal("ben", "template.save", **told) == "not_found"


def test_a_limit_as_high_as_it_goes_and_no_column_of_ones_own_are_kept(world: World) -> None:
    world.done("ben", "column.set_wip_limit", column_id=world.doing, limit=10_000)
    world.done("ben", "template.save", **save(world))
    for column in (world.todo, world.doing):
        world.done("ben", "column.delete", column_id=column, move_cards_to=world.closed)
    world.done("ben", "template.save", **save(world, template_id=world.bare))
    made = {"board_id": world.fresh, "account_id": world.acme, "name": "New", "template": world.bare}
    world.done("chidi", "board.create", **made)
    assert Column.objects.filter(board_id=world.fresh).count() == 2


def test_an_account_has_so_many_and_no_more(world: World) -> None:
    row = {
        "account_id": world.acme,
        "name": "x",
        "description": "",
        "content": "{}",
        "at": 1,
        "by": world.ben,
    }
    BoardTemplate.objects.bulk_create(BoardTemplate(id=new_id(), **row) for _ in range(100))
    assert world.refusal("ben", "template.save", **save(world)) == "too_many"
