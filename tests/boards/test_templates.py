"""The templates that ship: each is read strictly, and is a board somebody would really start from."""

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from tafla.boards import templates
from tafla.boards.templates import TemplateError, read_template
from tafla.cards.verbs import set_facts

FOLDER = Path(templates.__file__).parent / "gallery"
ASKED_FOR = {
    "blank",
    "project_management",
    "help_desk",
    "customer_success",
    "fundraising_campaign",
    "product_launch",
    "hiring",
    "editorial_calendar",
    "event_planning",
    "personal_todo",
    "sprint",
    "sales_pipeline",
    "course_planning",
    "board_meetings",
}
# What product.md fixes: columns, tags, and cards with the steps they must have.
FIXED = {
    "help_desk": (
        ["To Do", "Doing"],
        ["troubleshooting", "security audit"],
        {"Install software": ["Download", "Activate licence", "Test", "Train user"]},
    ),
    "customer_success": (
        ["New tickets", "Open tickets", "Feature requests", "Bugs"],
        ["high priority", "common issue"],
        {"Team discount?": []},
    ),
    "fundraising_campaign": (
        ["Fundraising ideas", "Planning", "Approvals", "Active campaigns"],
        ["Compliance", "Donor outreach"],
        {},
    ),
    "project_management": (
        ["Project strategy", "Project design", "Development", "Testing"],
        ["Design", "Development", "Testing", "mockups"],
        {
            "Homepage design": [],
            "Product page": [],
            "Logo design": [],
            "Homepage content": ["Copy", "Images", "Layout"],
        },
    ),
}
FILLED = [template for template in templates.gallery() if template.id != "blank"]
GOOD = 'id = "x"\nname = "X"\ndescription = "X"\ncategory = "basics"\n'


@pytest.fixture(params=FILLED, ids=lambda template: template.id)
def template(request):
    return request.param


def test_the_gallery_offers_every_file_and_the_blank_board_first():
    assert templates.ORDER[0] == "blank"
    assert sorted(templates.ORDER) == sorted(path.stem for path in FOLDER.glob("*.toml"))
    assert set(templates.ORDER) >= ASKED_FOR
    names = [template.name for template in templates.gallery()]
    assert len(set(names)) == len(names)


def test_the_blank_board_is_blank():
    blank = templates.find_template("blank")
    assert blank is not None
    assert ([column.name for column in blank.columns], blank.tags, blank.cards) == (
        ["To Do", "Doing"],
        [],
        [],
    )


@pytest.mark.parametrize("template_id", FIXED)
def test_what_the_product_promises_of_a_template_is_in_it(template_id):
    columns, tags, cards = FIXED[template_id]
    template = templates.find_template(template_id)
    assert template is not None
    assert [column.name for column in template.columns] == columns
    assert [tag.name for tag in template.tags] == tags
    found = {card.title: [item.text for item in card.checklist] for card in template.cards}
    for title, steps in cards.items():
        assert title in found
        assert not steps or found[title] == steps


def test_it_is_no_larger_and_no_smaller_than_one_can_take_in(template):
    assert 3 <= len(template.columns) + 1 <= 7, "columns, with Completed"
    assert 8 <= len(template.cards) <= 20
    assert all(column.cards for column in template.columns)
    names = [column.name for column in template.columns] + [template.completed_title, "Deleted"]
    assert len({name.casefold() for name in names}) == len(names)


def test_every_tag_is_used_and_looks_like_no_other(template):
    used = Counter(name for card in template.cards for name in card.tags)
    assert set(used) == {tag.name for tag in template.tags}
    assert len({tag.hue for tag in template.tags}) == len(template.tags) >= 2


def test_several_cards_have_checklists_and_statuses_differ(template):
    assert sum(bool(card.checklist) for card in template.cards) >= 3
    assert len({card.status for card in template.cards}) >= 3
    for card in template.cards:
        texts = [item.text for item in card.checklist]
        assert len(set(texts)) == len(texts)


def test_cards_say_what_to_do_in_words_of_their_own(template):
    assert len({card.title for card in template.cards}) == len(template.cards)
    for card in template.cards:
        assert len(card.title) <= 80, card.title
        assert 40 <= len(card.details) <= 1500, card.title
        assert not re.search(r"lorem|ipsum|dolor sit|\bTODO\b|\bfoo\b", card.details, re.IGNORECASE)
    assert sum(len(card.details) for card in template.cards) >= 1200


def test_nothing_is_overdue_on_the_first_day(template):
    days = [card.due_in_days for card in template.cards if card.due_in_days is not None]
    assert len(days) >= 3
    assert min(days) >= 1
    steps = [
        item.due_in_days for card in template.cards for item in card.checklist if item.due_in_days is not None
    ]
    assert all(day >= 1 for day in steps)


def test_no_step_is_due_after_its_card(template):
    for card in template.cards:
        for item in card.checklist:
            assert (item.due_in_days or 0) <= (card.due_in_days or 0), card.title


def test_what_is_completed_has_no_open_steps_and_no_date(template):
    for card in template.completed:
        assert card.due_in_days is None
        assert all(item.done for item in card.checklist)


def test_templates_and_cards_know_the_same_statuses_and_priorities():
    assert get_args(templates.Status) == get_args(set_facts.Status)
    assert get_args(templates.Priority) == get_args(set_facts.Priority)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("id = ", "x: Invalid value"),
        (GOOD, "x: columns: Field required"),
        (GOOD + "columns = []", "columns"),
        (GOOD.replace("basics", "other") + '[[columns]]\nname = "A"', "category"),
        (GOOD + '[[columns]]\nname = " "', "columns.0.name"),
        (GOOD + '[[columns]]\nname = "A"\ncolour = "red"', "columns.0.colour: Extra inputs"),
        (GOOD + '[[columns]]\nname = "A"\nwip_limit = "3"', "columns.0.wip_limit"),
        (GOOD + '[[columns]]\nname = "A"\ncards = [{ title = "B", status = "late" }]', "cards.0.status"),
        (GOOD + '[[columns]]\nname = "A"\ncards = [{ title = "B", due_in_days = -1 }]', "due_in_days"),
        (GOOD + '[[columns]]\nname = "A"\ncards = [{ title = "B", checklist = [3] }]', "checklist.0"),
        (GOOD + '[[columns]]\nname = "A"\ncards = [{ title = "B", tags = ["new"] }]', "template lacks: new"),
        (
            GOOD
            + 'tags = [{ name = "a", hue = "red" }, { name = "A", hue = "blue" }]\n[[columns]]\nname = "A"',
            "two tags have the same name",
        ),
        (
            GOOD + '[[columns]]\nname = "A"\ncards = [{ title = "B", start_in_days = 4, due_in_days = 3 }]',
            "columns.0.cards.0: Value error, start_in_days is after due_in_days",
        ),
        (GOOD.replace('"x"', '"y"') + '[[columns]]\nname = "A"', "the id inside is y"),
    ],
)
def test_a_file_that_does_not_hold_says_where(text, where):
    with pytest.raises(TemplateError) as told:
        read_template(text, "x")
    assert str(told.value).startswith("x: ")
    assert where in str(told.value)


def test_a_step_may_be_its_text_alone():
    text = (
        GOOD
        + '[[columns]]\nname = "A"\ncards = [{ title = "B", checklist = ["C", { text = "D", done = true }] }]'
    )
    (card,) = read_template(text, "x").cards
    assert [(item.text, item.done) for item in card.checklist] == [("C", False), ("D", True)]
