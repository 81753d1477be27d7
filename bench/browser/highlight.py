"""From the press that asks for a highlight to the frame that shows it."""

import time
from typing import Any

from playwright.sync_api import CDPSession, Page

PANEL = "Highlight tasks on this board"
CHOICE = "What’s unassigned"
END = "End the highlight"
TIMES = 9
WITHIN_S = 10

# From the press to the frame after the one in which columns say how many match.
PRESS = """(choice) => new Promise((done) => {
  const buttons = [...document.querySelectorAll('.side-panel button')];
  const button = buttons.find((one) => one.textContent.trim() === choice);
  const began = performance.now();
  button.click();
  const look = () => {
    if (document.querySelector('.card--lit, .card--dim') && document.querySelector('.column-matches'))
      requestAnimationFrame(() => done(performance.now() - began));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""


def painted(page: Page) -> dict[str, Any]:
    """ms of the first highlight, whose scripts are fetched, of the next ones, and of the page's work."""
    page.keyboard.press("f")
    panel = page.get_by_role("region", name=PANEL, exact=True)
    panel.get_by_role("button", name=CHOICE).wait_for()
    asked = page.context.new_cdp_session(page)
    asked.send("Performance.enable", {"timeDomain": "threadTicks"})
    took, worked = [], []
    for _ in range(TIMES):
        before = work_ms(asked)
        took.append(float(page.evaluate(PRESS, CHOICE)))
        worked.append(work_ms(asked) - before)
        panel.get_by_role("button", name=END).click()
        page.locator(".card--dim, .card--lit").first.wait_for(state="detached", timeout=WITHIN_S * 1000)
        time.sleep(0.2)
    return {"first": took[0], "again": sorted(took[1:]), "work": sorted(worked[1:])}


def work_ms(asked: CDPSession) -> float:
    """What the page's own thread has worked, whatever else the machine did meanwhile."""
    metrics = asked.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) * 1000 for one in metrics if one["name"] == "TaskDuration")
