"""Boards made from the templates that ship, on a real database."""

from datetime import date, timedelta
from typing import Any

import orjson
import pytest
from django.conf import settings
from django.test import Client

from tafla.boards import templates
from tafla.boards.templates import Template
from tafla.people.models import Person
from tafla.sync.db import current
from tests.support.world import World


@pytest.fixture(params=templates.gallery(), ids=lambda template: template.id)
def template(request: Any) -> Template:
    found: Template = request.param
    return found


def make(world: World, template_id: str, **more: Any) -> dict[str, list[dict[str, Any]]]:
    """A board from a template; the rows its readers hold, by table."""
    args = {"board_id": world.new, "account_id": world.acme, "name": "New", "template": template_id}
    world.done("ana", "board.create", **args, **more)
    return {table: list(rows.values()) for table, rows in world.copy(f"board:{world.new}").tables.items()}


def written() -> int:
    """How many rows there are of all a board may hold."""
    tables = (
        "boards_board",
        "boards_column",
        "boards_tag",
        "cards_card",
        "cards_checklistitem",
        "cards_cardtext",
    )
    tables += ("cards_cardtextversion", "accounts_member", "accounts_boardprivacy")
    return sum(current().query(f"SELECT COUNT(*) FROM {table}")[0][0] for table in tables)


def test_every_template_makes_its_board_in_one_command(world: World, template: Template) -> None:
    before = written()
    rows = make(world, template.id)
    assert written() - before <= 500, "S23"
    columns = sorted(rows["columns"], key=lambda row: row["rank"])
    wanted = [(column.name, "normal", column.wip_limit) for column in template.columns]
    wanted += [(template.completed_title, "completed", None), ("Deleted", "deleted", None)]
    assert [(row["name"], row["kind"], row["wip_limit"]) for row in columns] == wanted
    names = {row["id"]: row["name"] for row in rows.get("tags", [])}
    assert sorted(names.values()) == sorted(tag.name for tag in template.tags)
    place = {row["id"]: at for at, row in enumerate(columns)}
    cards = sorted(rows.get("cards", []), key=lambda row: (place[row["column_id"]], row["rank"]))
    assert [(row["title"], row["number"]) for row in cards] == [
        (card.title, number) for number, card in enumerate(template.cards, 1)
    ]
    for row, card in zip(cards, template.cards, strict=True):
        assert sorted(names[tag_id] for tag_id in row["tag_ids"]) == sorted(card.tags)
        assert (row["status"], row["priority"]) == (card.status, card.priority)


def test_a_card_comes_with_its_details_and_steps(world: World) -> None:
    rows = make(world, "help_desk")
    card = next(row for row in rows["cards"] if row["title"] == "Install software")
    held = world.copy(f"card:{card['id']}").tables
    items = sorted(held["checklist_items"].values(), key=lambda row: row["rank"])
    assert [row["text"] for row in items] == ["Download", "Activate licence", "Test", "Train user"]
    assert (card["checklist_done"], card["checklist_total"]) == (0, 4)
    assert card["checklist_due_at"] == min(row["due_at"] for row in items)
    assert held["card_texts"][card["id"]]["details"].startswith("A new drawing program")


def test_a_done_step_counts_as_done_and_is_due_no_more(world: World) -> None:
    rows = make(world, "customer_success")
    card = next(row for row in rows["cards"] if row["title"].startswith("Moving 400 contacts"))
    items = world.copy(f"card:{card['id']}").tables["checklist_items"].values()
    assert card["checklist_done"] == sum(row["done"] for row in items) == 1
    assert card["checklist_due_at"] == min(row["due_at"] for row in items if row["due_at"])


def test_days_count_from_today_where_the_board_is_made(world: World) -> None:
    card = next(
        row
        for row in make(world, "project_management", due_zone="Pacific/Kiritimati")["cards"]
        if row["title"] == "Homepage design"
    )
    assert card["due_zone"] == "Pacific/Kiritimati"
    assert date.fromisoformat(card["due_on"]) - date.fromisoformat(card["start_on"]) == timedelta(days=9)
    # The day ends there fourteen hours before it ends in UTC.
    midnight_utc = (date.fromisoformat(card["due_on"]) - date(1970, 1, 1)).days * 86_400_000
    assert card["due_at"] == midnight_utc + 10 * 3_600_000 - 1


def test_what_stands_in_completed_is_noted_as_completed(world: World) -> None:
    rows = make(world, "personal_todo")
    done = next(row for row in rows["columns"] if row["kind"] == "completed")
    assert done["name"] == "Done"
    for card in rows["cards"]:
        stands_there = card["column_id"] == done["id"]
        assert (card["completed_at"] is not None, card["completed_by"] == world.ana) == (stands_there,) * 2
    assert any(card["completed_at"] for card in rows["cards"])


def test_the_next_card_takes_the_number_after_the_samples(world: World) -> None:
    rows = make(world, "sprint")
    first = next(row for row in rows["columns"] if row["name"] == "Backlog")
    cards = [{"card_id": world.n1, "title": "Mine"}]
    world.done("ana", "card.add", column_id=first["id"], cards=cards)
    added = world.row("cards", world.n1, f"board:{world.new}")
    assert added is not None
    assert added["number"] == len(rows["cards"]) + 1


def test_the_same_command_again_makes_no_second_board(world: World) -> None:
    args = {"board_id": world.new, "account_id": world.acme, "name": "New", "template": "hiring"}
    command_id = world.done("ana", "board.create", **args)
    count = written()
    world.done("ana", "board.create", command_id, **args)
    assert written() == count


def test_the_gallery_page_shows_faces_for_a_preview(world: World) -> None:
    client = Client()
    client.force_login(Person.objects.get(id=world.ana), settings.AUTHENTICATION_BACKENDS[0])
    answer = client.get("/api/v1/templates")
    assert answer.status_code == 200
    listed = {each["id"]: each for each in orjson.loads(answer.content)}
    assert list(listed) == list(templates.ORDER)
    desk = listed["help_desk"]
    assert [column["name"] for column in desk["columns"]] == ["To Do", "Doing", "Completed"]
    assert [column["kind"] for column in desk["columns"]] == ["normal", "normal", "completed"]
    card = next(card for card in desk["columns"][0]["cards"] if card["title"] == "Install software")
    assert (card["checklist_done"], card["checklist_total"], card["due_in_days"]) == (0, 4, 5)
    assert desk["tags"][0] == {"name": "troubleshooting", "hue": "blue"}
    assert len(answer.content) < 60_000, "no details in the list"
