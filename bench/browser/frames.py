"""Frames of a page while somebody scrolls, drags, or watches others move cards."""

import subprocess
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from bench.browser.chromium import CARDS
from bench.run import start_helper

LIMIT_MS = 33
TICK_S = 1 / 60

START = """() => {
  const found = { deltas: [], long: [], last: performance.now(), is_on: true };
  globalThis.__frames = found;
  const note = (list) => found.long.push(...list.getEntries().map((one) => one.duration));
  new PerformanceObserver(note).observe({ type: 'longtask' });
  const next = (now) => {
    found.deltas.push(now - found.last);
    found.last = now;
    if (found.is_on) requestAnimationFrame(next);
  };
  requestAnimationFrame((now) => { found.last = now; requestAnimationFrame(next); });
}"""
END = """() => {
  const found = globalThis.__frames;
  found.is_on = false;
  return { deltas: found.deltas, long: found.long };
}"""


def frames_of(page: Page, act: Callable[[], None]) -> dict[str, Any]:
    """Frames over the limit, the worst one, and long tasks while `act` runs."""
    page.evaluate(START)
    act()
    found = page.evaluate(END)
    deltas = found["deltas"] or [0.0]
    over = sum(one > LIMIT_MS for one in deltas)
    return {
        "over": over,
        "frames": len(deltas),
        "worst": max(deltas),
        "long": len(found["long"]),
        "longest": max(found["long"], default=0),
    }


def middle(page: Page, number: int) -> tuple[float, float]:
    """The middle of a visible card's box."""
    box = page.locator(CARDS).nth(number).bounding_box()
    if box is None:
        raise RuntimeError("the card is not to be seen")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def scroll(page: Page, seconds: float) -> None:
    """The wheel over one column, down and up again."""
    page.mouse.move(*middle(page, 2))
    began = time.monotonic()
    while (now := time.monotonic() - began) < seconds:
        page.mouse.wheel(0, 60 if now < seconds * 0.6 else -60)
        time.sleep(TICK_S)


def drag(page: Page, seconds: float) -> None:
    """A card under the mouse, to and fro over the columns, and put down."""
    x, y = middle(page, 2)
    page.mouse.move(x, y)
    page.mouse.down()
    began = time.monotonic()
    while (now := (time.monotonic() - began) / seconds) < 1:
        page.mouse.move(x + 900 * now, y + 200 * abs(0.5 - (now * 2) % 1))
        time.sleep(TICK_S)
    page.mouse.up()
    time.sleep(0.5)


def storm(page: Page, asked: dict[str, Any]) -> None:
    """Others move cards for a while; the page only watches."""
    other = start_helper("bench.load.storm", asked)
    try:
        other.wait(asked["seconds"] + 20)
    except subprocess.TimeoutExpired:
        other.kill()
    if other.returncode:
        raise RuntimeError("the storm did not come")
    page.evaluate("() => 1")
