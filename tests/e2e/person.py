"""A person at a browser: what they see, by role and text, and what they do, with mouse and keys."""

from collections.abc import Callable
from contextlib import suppress
from re import Pattern
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect
from playwright.sync_api import TimeoutError as TookTooLong

from tafla.core.ids import new_id
from tests.e2e.house import House
from tests.e2e.watch import NO_NETWORK, Watch, axe_findings

PASSWORD = "tafla-demo-2026"
STEPS = 8
IS_FOCUS_SETTLED = """() => {
  const isOpen = document.querySelector('[role=dialog]:not([data-exiting]), [role=menu], [role=listbox]');
  return !isOpen || document.activeElement !== document.body;
}"""
Words = str | Pattern[str]


class Person:
    """One person in a browser context of their own."""

    def __init__(self, context: BrowserContext, house: House, key: str | None, query: str = "") -> None:
        self.context = context
        # What their addresses end with: the language and direction asked for.
        self.query = query
        self.house = house
        self.key = key
        self.watch = Watch()
        self.watch.over(context)
        # A stranger's first question, who am I, is answered with 401, and the browser writes that down.
        self.watch.expect(r"401 \(Unauthorized\).*/(me|auth/|session)")
        if key:
            context.add_cookies(
                [{"name": "sessionid", "value": house.session(key), "url": house.site, "httpOnly": True}]
            )
        context.set_default_timeout(30_000)
        self.page: Page = context.new_page()

    # --- places ---

    def go(self, path: str) -> None:
        self.page.goto(self.house.site + path)

    def open_board(self, board: str, query: str = "") -> None:
        self.go(f"/b/{board}{query}")
        expect(self.page.locator("[data-column]").first).to_be_visible()

    def sign_in(self, email: str, password: str = PASSWORD) -> None:
        self.go("/sign-in")
        self.type("E-mail address", email)
        self.type("Password", password)
        self.press("Sign in")
        expect(self.page.get_by_role("heading", name="My boards")).to_be_visible()

    def loses_a_board(self) -> None:
        """From here on its page asks now and then whether the board is open again, and not all need come."""
        self.watch.expect(r"404 \(Not Found\).*/(live/snapshot|boards/[^/]+/marks)")

    # --- what is on the screen ---

    def button(self, name: Words) -> Locator:
        return self.page.get_by_role("button", name=name, exact=isinstance(name, str))

    def dialog(self, name: Words | None = None) -> Locator:
        return self.page.get_by_role("dialog", name=name) if name else self.page.get_by_role("dialog")

    def panel(self, name: str) -> Locator:
        """A panel at the board's side."""
        return self.page.get_by_role("region", name=name, exact=True)

    def toast(self, words: Words) -> Locator:
        return self.page.get_by_role("region", name="Notices").get_by_text(words)

    def column(self, name: str) -> Locator:
        return self.page.get_by_role("region", name=name, exact=True)

    def card(self, title: str, column: str | None = None) -> Locator:
        inside = self.column(column) if column else self.page
        return inside.locator("[data-card]").filter(has=self.page.get_by_text(title, exact=True))

    def link_of(self, title: str) -> Locator:
        return self.card(title).get_by_role("link")

    def sees(self, column: str, titles: list[str]) -> None:
        """The column comes to show these cards in this order."""
        expect(self.column(column).locator(".card__title")).to_have_text(titles)

    def titles(self, column: str) -> list[str]:
        return self.column(column).locator(".card__title").all_text_contents()

    def axe(self) -> None:
        """axe finds nothing on this screen, once its motion has ended."""
        self.page.evaluate("() => Promise.allSettled(document.getAnimations().map((one) => one.finished))")
        found = axe_findings(self.page)
        assert not found, "\n".join(found)

    def said(self) -> Locator:
        """The regions that screen readers read out."""
        return self.page.locator(".visually-hidden[aria-live]")

    # --- hands ---

    def type(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)

    def press(self, name: Words) -> None:
        self.button(name).click()

    def keys(self, *keys: str) -> None:
        """Press keys, each once the focus has come to the dialog that is open: nobody types faster."""
        for key in keys:
            # A dialog may leave the focus on the page on purpose; then the keys are for the page.
            with suppress(TookTooLong):
                self.page.wait_for_function(IS_FOCUS_SETTLED, timeout=2_000)
            self.page.keyboard.press(key)

    def choose(self, label: Words, option: str) -> None:
        """Choose in a list that opens below its button."""
        self.page.get_by_role("button", name=label).click()
        self.page.get_by_role("option", name=option).click()

    def menu(self, opener: Locator, *entries: str) -> None:
        opener.click()
        try:
            self.entry(entries[0]).wait_for(timeout=4_000)
        except TookTooLong:
            # The press met a button that was just drawn anew; whoever sees no menu presses again.
            opener.click()
        for entry in entries:
            self.entry(entry).click()

    def entry(self, name: str) -> Locator:
        """An entry of the menu that is open, of whichever kind."""
        roles = [self.page.get_by_role(role, name=name) for role in ("menuitem", "menuitemradio")]
        return roles[0].or_(roles[1]).or_(self.page.get_by_role("menuitemcheckbox", name=name))

    def settings(self, tab: str) -> Locator:
        """Open the board's settings at a tab."""
        self.menu(self.button("Board actions"), "Board settings")
        self.page.get_by_role("tab", name=tab).click()
        return self.page.get_by_role("tabpanel", name=tab)

    def card_menu(self, title: str, entry: str) -> None:
        self.card(title).hover()
        self.menu(self.page.get_by_role("button", name=f"Actions for “{title}”"), entry)

    def column_menu(self, column: str, entry: str) -> None:
        self.menu(self.column(column).get_by_role("button", name="Column actions"), entry)

    def add(self, column: str, *titles: str) -> None:
        self.column(column).get_by_role("button", name="Add new task").click()
        for title in titles:
            self.page.get_by_role("textbox", name=f"New task in “{column}”").fill(title)
            self.keys("Enter")
        self.keys("Escape")

    def paste(self, text: str) -> None:
        """Put text where the caret is, by way of the clipboard."""
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
        self.keys("ControlOrMeta+v")

    def drag(self, title: str, column: str, before: str | None = None) -> None:
        """Carry a card with the mouse to a column: above a card, or to the end."""
        self.lift(title, column, before)
        self.page.mouse.up()

    def lift(self, title: str, column: str, before: str | None = None) -> None:
        """The same, and hold it there."""
        x, y = middle(self.card(title))
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(*self.place(title, column, before), steps=STEPS)
        gap = self.column(column).locator(".column__gap")
        expect(gap.or_(self.column(column).locator(".slot--left")).first).to_be_attached()

    def drag_column(self, name: str, before: str) -> None:
        """Carry a column by its header to the place of another."""
        x, y = middle(self.column(name).get_by_role("heading"))
        goal = box_of(self.column(before))
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(goal["x"] + 10, y, steps=STEPS)
        expect(self.page.locator(".column--drop-before")).to_be_attached()
        self.page.mouse.up()

    def place(self, title: str, column: str, before: str | None) -> tuple[float, float]:
        """Where to let go of a card so that it lands there."""
        half = box_of(self.card(title))["height"] / 2
        across, _ = middle(self.column(column))
        if before:
            return across, box_of(self.card(before))["y"] + min(half, 10)
        cards = self.column(column).locator("[data-card]")
        if cards.count() == 0:
            return across, box_of(self.column(column).locator(".column__scroll"))["y"] + half
        last = box_of(cards.last)
        return across, last["y"] + last["height"] + half

    # --- the network ---

    def offline(self) -> None:
        self.watch.expect(NO_NETWORK)
        self.context.set_offline(True)

    def online(self) -> None:
        self.context.set_offline(False)

    def force(self, verb: str, **args: Any) -> dict[str, Any]:
        """Send a command past the screen, with this person's own cookies."""
        answer: dict[str, Any] = self.page.evaluate(
            """async ([verb, args, id]) => {
              const token = document.cookie.match(/csrftoken=([^;]*)/)?.[1] ?? '';
              const headers = { 'X-CSRFToken': token, 'Content-Type': 'application/json' };
              const body = JSON.stringify({ id, verb, args });
              const answer = await fetch('/live/command', { method: 'POST', headers, body });
              return { status: answer.status, ...(await answer.json()) };
            }""",
            [verb, args, new_id()],
        )
        return answer


def box_of(locator: Locator) -> dict[str, float]:
    box = locator.bounding_box()
    assert box is not None, f"{locator} is not on the screen"
    return dict(box)  # type: ignore[arg-type]


def middle(locator: Locator) -> tuple[float, float]:
    box = box_of(locator)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def until(is_so: Callable[[], object], *, page: Page, within_ms: int = 20_000) -> None:
    """Ask until it is so, letting the page go on meanwhile."""
    for _ in range(within_ms // 25):
        if is_so():
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"not within {within_ms} ms")
