"""From the press that asks for a highlight to the frame that shows it."""

import time
from typing import Any

from playwright.sync_api import CDPSession, Locator, Page

PANEL = "Highlight tasks on this board"
CHOICE = "What’s unassigned"
END = "End the highlight"
TIMES = 9
WITHIN_S = 10

# From the press, as the browser heard of it, until the frame is made in which every card in sight is lifted
# or faded, and every column in sight says how many match.
WATCH = """() => {
  const isSeen = (one) => {
    const box = one.getBoundingClientRect();
    return box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  };
  const all = (what, has) => {
    const seen = [...document.querySelectorAll(what)].filter(isSeen);
    return seen.length > 0 && seen.every(has);
  };
  const isThere = () =>
    all('[data-card]', (card) => card.dataset.lit) &&
    all('.column', (column) => column.querySelector('.column-matches'));
  globalThis.__highlight = new Promise((done) => addEventListener('click', ({ timeStamp }) => {
    const look = () => {
      if (!isThere()) return requestAnimationFrame(look);
      const painted = new MessageChannel();
      painted.port1.onmessage = () => done(performance.now() - timeStamp);
      painted.port2.postMessage(0);
    };
    requestAnimationFrame(look);
  }, { once: true, capture: true }));
}"""


def painted(page: Page) -> dict[str, Any]:
    """ms of the first highlight, whose scripts are fetched, of the next ones, and of the page's work."""
    page.get_by_role("button", name=PANEL, exact=True).click()
    panel = page.get_by_role("region", name=PANEL, exact=True)
    choice = panel.get_by_role("button", name=CHOICE)
    choice.wait_for()
    asked = page.context.new_cdp_session(page)
    asked.send("Performance.enable", {"timeDomain": "threadTicks"})
    found = []
    for _ in range(TIMES):
        found.append(press(page, choice, asked))
        panel.get_by_role("button", name=END).click()
        page.locator("[data-lit]").first.wait_for(state="detached", timeout=WITHIN_S * 1000)
        time.sleep(0.2)
    took, worked = zip(*found, strict=True)
    return {"first": took[0], "again": sorted(took[1:]), "work": sorted(worked[1:])}


def press(page: Page, choice: Locator, asked: CDPSession) -> tuple[float, float]:
    """(ms from the press to the frame, ms that the page's thread worked for it)."""
    choice.hover()
    page.evaluate(WATCH)
    before = work_ms(asked)
    page.mouse.down()
    page.mouse.up()
    took = float(page.evaluate("() => globalThis.__highlight"))
    return took, work_ms(asked) - before


def work_ms(asked: CDPSession) -> float:
    """What the page's own thread has worked, whatever else the machine did meanwhile."""
    metrics = asked.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) * 1000 for one in metrics if one["name"] == "TaskDuration")
