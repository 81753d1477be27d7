"""Each thing that can change on a card or a board is told with what it was and what it is."""

from tests.history.lines import Index, column, of_board, of_card
from tests.support.preparing import tagged
from tests.support.world import World, ident


def test_facts_of_a_card(world: World, index: Index) -> None:
    world.done("chidi", "card.rename", card_id=world.ink, title="Other")
    world.done("chidi", "card.set_status", card_ids=[world.ink], status="blocked")
    world.done("chidi", "card.set_priority", card_ids=[world.ink], priority="high")
    world.done("chidi", "card.assign", card_ids=[world.ink], person_id=world.ben)
    world.done("chidi", "card.unassign", card_ids=[world.ink], person_id=world.ben)
    index()
    assert of_card("ink") == [
        ("unassigned", [world.ben], None),
        ("assigned", None, [world.ben]),
        ("priority", "normal", "high"),
        ("status", "normal", "blocked"),
        ("title", "Card ink", "Other"),
    ]


def test_due_dates_are_whole_though_only_the_time_changes(world: World, index: Index) -> None:
    day = {"due_on": "2026-12-03", "due_zone": "Europe/Berlin"}
    world.done("chidi", "card.set_due", card_ids=[world.ink], due_time="10:00", **day)
    world.done("chidi", "card.set_due", card_ids=[world.ink], due_time="11:00", **day)
    world.done("chidi", "card.set_due", card_ids=[world.ink], due_on=None)
    index()
    at = 1_796_288_400_000
    ten = {"on": "2026-12-03", "time": "10:00", "zone": "Europe/Berlin", "at": at}
    eleven = {**ten, "time": "11:00", "at": at + 3_600_000}
    assert of_card("ink") == [("due", eleven, None), ("due", ten, eleven), ("due", None, ten)]


def test_a_new_card_is_one_entry(world: World, index: Index) -> None:
    cards = [{"card_id": ident(name), "title": name} for name in ("n1", "n2")]
    world.done("chidi", "card.add", column_id=world.todo, cards=cards)
    index()
    assert of_card("n2") == [("created", None, {"title": "n2", "column": column("todo")})]
    assert len(of_board(is_own=False)) == 2


def test_where_a_card_stands(world: World, index: Index) -> None:
    for name, after in (("todo", world.oak), ("doing", None), ("closed", None), ("todo", None)):
        world.done("chidi", "card.move", card_ids=[world.ink], column_id=ident(name), after=after)
    world.done("chidi", "card.delete", card_ids=[world.ink])
    world.done("chidi", "card.restore", card_ids=[world.ink])
    index()
    todo, doing, closed = column("todo"), column("doing"), column("closed", "completed")
    assert of_card("ink") == [
        ("restored", None, todo),
        ("deleted", todo, None),
        ("moved", closed, todo),
        ("completed", doing, closed),
        ("moved", todo, doing),
    ]


def test_details_and_start(world: World, index: Index) -> None:
    for version, text in enumerate(("one", "two")):
        world.done("chidi", "card.set_details", card_id=world.ink, text=text, base_version=version)
    world.done("chidi", "card.set_start", card_ids=[world.ink], start_on="2026-02-01")
    index()
    assert of_card("ink") == [("start", None, "2026-02-01"), ("details", 1, 2), ("details", None, 1)]


def test_tags_of_a_card(world: World, index: Index) -> None:
    tagged(world)
    world.done("chidi", "card.add_tag", card_ids=[world.ink], tag_id=world.blue)
    world.done("chidi", "card.remove_tag", card_ids=[world.ink], tag_id=world.red)
    index()
    red, blue = ({"id": ident(name), "name": name} for name in ("red", "blue"))
    assert of_card("ink") == [("untagged", [red], None), ("tagged", None, [blue])]


def test_tags_that_come_along_to_another_board_are_no_news(world: World, index: Index) -> None:
    tagged(world)
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    index()
    assert [what for what, *_ in of_card("ink")] == ["board"]


def test_a_board_and_its_settings(world: World, index: Index) -> None:
    world.done("ben", "board.rename", board_id=world.plan, name="Other")
    world.done("ben", "board.set_wip_mode", board_id=world.plan, mode="block")
    world.done("ben", "board.set_numbering", board_id=world.plan, on=True)
    world.done("ben", "board.set_privacy", board_id=world.plan, privacy="link", link_token="x" * 30)
    world.done("ben", "board.set_privacy", board_id=world.plan, privacy="team")
    world.done("ben", "board.set_visitors_chat", board_id=world.plan, on=True)
    index()
    assert of_board() == [
        ("visitors_chat", False, True),
        ("privacy", "link", "team"),
        ("link_renewed", None, None),
        ("numbering", False, True),
        ("wip_mode", "warn", "block"),
        ("board_name", "plan", "Other"),
    ]


def test_columns_and_tags_of_a_board(world: World, index: Index) -> None:
    world.done("ben", "column.add", board_id=world.plan, column_id=world.new, name="New", before=world.todo)
    world.done("ben", "column.rename", column_id=world.new, name="Newer")
    world.done("ben", "column.set_wip_limit", column_id=world.doing, limit=4)
    world.done("ben", "column.move", column_id=world.doing, before=world.todo)
    world.done("ben", "column.delete", column_id=world.todo, move_cards_to=world.doing)
    world.done("ben", "tag.create", board_id=world.plan, tag_id=world.red, name="red", hue="red")
    world.done("ben", "tag.set_hue", tag_id=world.red, hue="blue")
    world.done("ben", "tag.delete", tag_id=world.red)
    index()
    red = {"id": world.red, "name": "red"}
    doing, new = column("doing"), {**column("new"), "name": "Newer"}
    told = of_board()
    assert told[:6] == [
        ("tag_removed", [red], None),
        ("tag_hue", [{**red, "value": "red"}], [{**red, "value": "blue"}]),
        ("tag_added", None, [red]),
        ("column_removed", [column("todo")], None),
        ("column_moved", None, [doing]),
        ("column_limit", [{**doing, "value": None}], [{**doing, "value": 4}]),
    ]
    assert told[6] == ("column_renamed", [{**new, "value": "New"}], [{**new, "value": "Newer"}])
    assert told[7][0] == "column_added"
    assert of_card("ink") == [("moved", column("todo"), doing)]


def test_people_of_a_board(world: World, index: Index) -> None:
    eve, dana = world.eve, world.dana
    people = [{"invitation_id": world.n1, "email": "eve@example.com"}]
    world.done("ben", "member.set_role", board_id=world.plan, person_id=world.chidi, role="admin")
    world.done("chidi", "member.invite", board_id=world.plan, role="member", people=people)
    world.done("ben", "member.set_role", board_id=world.plan, person_id=dana, role="member")
    world.done("chidi", "card.assign", card_ids=[world.ink], person_id=dana)
    world.done("ben", "member.remove", board_id=world.plan, person_id=dana)
    index()
    assert of_board()[:3] == [
        ("left", [{"person": dana, "role": "member"}], None),
        ("role", [{"person": dana, "role": "visitor"}], [{"person": dana, "role": "member"}]),
        ("joined", None, [{"person": eve, "role": "member"}]),
    ]
    assert of_card("ink")[0] == ("unassigned", [dana], None)


def test_a_board_from_a_template_is_one_entry_and_one_for_each_card(world: World, index: Index) -> None:
    board = {"board_id": world.fresh, "account_id": world.acme, "name": "Help", "template": "help_desk"}
    world.done("chidi", "board.create", **board)
    index()
    told = of_board("fresh", is_own=False)
    assert {what for what, *_ in told} == {"board_created", "created"}
    assert of_board("fresh") == [("board_created", None, "Help")]
