"""Ten thousand cards behave like ten. The bench takes the figures; here is a bound against the absurd."""

import re

from playwright.sync_api import Locator, expect

from tests.e2e.conftest import Come
from tests.e2e.house import House, NewBoard
from tests.e2e.person import until

LONGEST_TASK_MS = 200
LISTEN = """() => {
  globalThis.longTasks = [];
  const note = (list) => globalThis.longTasks.push(...list.getEntries().map((one) => one.duration));
  new PerformanceObserver(note).observe({ type: 'longtask' });
}"""


def test_a_board_of_ten_thousand_cards_is_worked_on_like_a_small_one(house: House, come: Come) -> None:
    whole = house.whole("ana", house.facts["crowd"])
    columns = {column["name"]: column["id"] for column in whole["columns"]}
    board = NewBoard(house.facts["crowd"], columns, {card["title"]: card["id"] for card in whole["cards"]})
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    expect(ana.page.get_by_role("list", name="Ideas, tasks: 2000")).to_be_visible()
    expect(ana.column("Ideas").get_by_role("link", name=re.compile("^Task 0"))).to_be_visible()
    ana.page.evaluate("() => new Promise((done) => requestIdleCallback(() => done(true)))")
    ana.page.evaluate(LISTEN)
    first, second = house.titles("ana", board, "Ideas")[:2]

    ana.column("Ideas").hover()
    ana.page.mouse.wheel(0, 40_000)
    until(lambda: scrolled(ana.column("Ideas")) > 20_000, page=ana.page)
    ana.page.mouse.wheel(0, -100_000)
    until(lambda: scrolled(ana.column("Ideas")) == 0, page=ana.page)
    ana.drag(first, "Design", before=house.titles("ana", board, "Design")[0])
    expect(ben.card(first, "Design")).to_be_visible()
    ben.drag(second, "Planned", before=house.titles("ana", board, "Planned")[0])
    expect(ana.card(second, "Planned")).to_be_visible()
    ana.add("Ideas", "Ten thousand and one")
    expect(ana.card("Ten thousand and one", "Ideas")).to_be_visible()

    assert ana.page.locator("[data-card]").count() < 300
    assert [round(ms) for ms in ana.page.evaluate("() => globalThis.longTasks") if ms > LONGEST_TASK_MS] == []


def scrolled(column: Locator) -> float:
    return float(column.locator(".column__scroll").evaluate("(one) => one.scrollTop"))
