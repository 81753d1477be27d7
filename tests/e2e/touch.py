"""A finger on the glass: real touch events, sent below the page."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e.person import box_of, middle

STEPS = 10


class Finger:
    """One finger. Needs a context with touch."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.glass = page.context.new_cdp_session(page)

    def carry(self, card: Locator, onto: Locator, gap: str = ".column__gap") -> None:
        """Press long, move onto another card's far half, let go once the page shows where it would land."""
        start = middle(card)
        self._touch("touchStart", start)
        # The press is long enough when the page says that it has become a drag.
        expect(self.page.locator("html.is-dragging")).to_be_attached()
        x, _ = middle(onto)
        box = box_of(onto)
        self._slide(start, (x, box["y"] + box["height"] - 4))
        expect(self.page.locator(gap)).to_be_attached()
        self._touch("touchEnd")

    def hold(self, card: Locator) -> None:
        """Press long and let go without moving."""
        self._touch("touchStart", middle(card))
        expect(self.page.locator("html.is-dragging")).to_be_attached()
        self._touch("touchEnd")

    def swipe(self, start_on: Locator, up_by: float) -> None:
        """The gesture that scrolls: press and slide at once."""
        x, y = middle(start_on)
        self._touch("touchStart", (x, y))
        self._slide((x, y), (x, y - up_by))
        self._touch("touchEnd")

    def _slide(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        for step in range(1, STEPS + 1):
            share = step / STEPS
            at = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            self._touch("touchMove", at)

    def _touch(self, kind: str, at: tuple[float, float] | None = None) -> None:
        points = [{"x": at[0], "y": at[1]}] if at else []
        self.glass.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
