"""From the key that opens *Open boards*, or a letter typed there, to the frame that shows what it lists."""

import time
from typing import Any

from playwright.sync_api import Page

OPENINGS = 8
WITHIN_S = 20
BOARDS = '[data-finding^="board/"], [data-finding^="recent/"], [data-finding^="favourite/"]'

# The list is there when it names boards; after a letter, when what was typed is drawn: the attribute is
# written together with the lines.
WATCH = """(words) => {
  const isThere = () => words === null
    ? document.querySelector('BOARDS') !== null
    : document.querySelector('.palette__input').getAttribute('value') === words;
  const found = { took: null };
  globalThis.__palette = found;
  const began = ({ timeStamp }) => {
    const look = () => {
      if (!isThere()) return requestAnimationFrame(look);
      const painted = new MessageChannel();
      painted.port1.onmessage = () => { found.took = performance.now() - timeStamp; };
      painted.port2.postMessage(0);
    };
    requestAnimationFrame(look);
  };
  const press = (event) => {
    if (event.type === 'keydown' && ['Control', 'Meta'].includes(event.key)) return;
    removeEventListener('keydown', press, true);
    removeEventListener('click', press, true);
    began(event);
  };
  addEventListener('keydown', press, true);
  addEventListener('click', press, true);
}""".replace("BOARDS", BOARDS)


def opened(page: Page) -> dict[str, Any]:
    """ms until the first opening of a page shows boards, the next ones by button and by key in turns, and
    each letter of a search.
    """
    first = by_key(page)
    again = [by_key(page) if turn % 2 else by_button(page) for turn in range(OPENINGS)]
    return {"first": first, "again": sorted(again), "letters": sorted(typed(page))}


def by_key(page: Page) -> float:
    """Open it with the keyboard, and close it again."""
    page.evaluate(WATCH, None)
    page.keyboard.press("Control+k")
    return closed(page, took(page))


def by_button(page: Page) -> float:
    """Open it from the bar, and close it again."""
    page.evaluate(WATCH, None)
    page.get_by_role("button", name="Open boards", exact=True).click()
    return closed(page, took(page))


def typed(page: Page) -> list[float]:
    """The beginning of the name of the board that stands last in the list, letter by letter."""
    page.keyboard.press("Control+k")
    page.locator(BOARDS).first.wait_for()
    page.keyboard.press("ArrowUp")
    name = page.locator("[aria-selected=true] .palette__label").inner_text()
    times = []
    for at, letter in enumerate(name[:6]):
        page.evaluate(WATCH, name[: at + 1])
        page.keyboard.type(letter)
        times.append(took(page))
    return times


def closed(page: Page, ms: float) -> float:
    """Close it; what it took to open."""
    page.keyboard.press("Escape")
    page.locator(".palette").wait_for(state="detached")
    time.sleep(0.2)
    return ms


def took(page: Page) -> float:
    """What was found. Raises RuntimeError."""
    deadline = time.monotonic() + WITHIN_S
    while time.monotonic() < deadline:
        ms = page.evaluate("() => globalThis.__palette.took")
        if ms is not None:
            return float(ms)
        time.sleep(0.02)
    raise RuntimeError("the palette did not show it")
