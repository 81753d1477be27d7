"""Chromium: how it is started, signed in, and asked.

The page's policy forbids evaluated strings, so waiting is done by polling.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from bench import processes

WIDTH, HEIGHT = 1440, 900
CARDS = "[data-card]"
SEEN_WITHIN_S = 30

# In every page before its own code: when cards were first painted, and when the last visible one was.
WATCH = """
(() => {
  const seen = { first: 0, last: 0, count: 0 };
  globalThis.__bench = seen;
  const look = () => {
    const cards = [...document.querySelectorAll('CARDS')].filter((one) => {
      const box = one.getBoundingClientRect();
      const isSeen = box.height > 0 && box.top < innerHeight && box.left < innerWidth;
      return isSeen && one.textContent.trim() !== '';
    });
    if (cards.length > seen.count) {
      seen.count = cards.length;
      seen.last = performance.now();
      seen.first ||= seen.last;
    }
    // Looking costs, so it ends when nothing new comes: frames measured later are the page's own.
    if (!seen.count || performance.now() - seen.last < 1500) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
""".replace("CARDS", CARDS)


@contextmanager
def playing() -> Iterator[Playwright]:
    """Playwright, for one group of figures."""
    with sync_playwright() as player:
        yield player


@contextmanager
def browsing(player: Playwright, profile: Path, *options: str) -> Iterator[BrowserContext]:
    """A browser process on a profile folder: an empty one for a newcomer, a used one for who comes back."""
    flags = [*options, "--disable-background-networking", "--disable-component-update"]
    flags += ["--no-sandbox"] if os.getuid() == 0 else []
    context = player.chromium.launch_persistent_context(
        str(profile),
        executable_path=shutil.which("chromium"),
        headless=True,
        args=flags,
        viewport={"width": WIDTH, "height": HEIGHT},
    )
    try:
        context.add_init_script(WATCH)
        yield context
    finally:
        context.close()


def sign_in(context: BrowserContext, site: str, cookie: str) -> None:
    """Put a session's cookie into the browser."""
    context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": site, "httpOnly": True, "sameSite": "Lax"}]
    )


def open_board(page: Page, site: str, board: str) -> dict[str, Any]:
    """Go to a board; what the page saw when all visible cards were painted. Raises RuntimeError."""
    page.goto(f"{site}/b/{board}", wait_until="commit")
    return wait_cards(page)


def wait_cards(page: Page) -> dict[str, Any]:
    """Wait until cards are there and no further ones have come for half a second."""
    deadline = time.monotonic() + SEEN_WITHIN_S
    while time.monotonic() < deadline:
        seen = page.evaluate("() => ({ ...globalThis.__bench, now: performance.now() })")
        if seen["count"] and seen["now"] - seen["last"] > 500:
            return dict(seen)
        time.sleep(0.05)
    said = " ".join(page.locator("body").inner_text().split())[:80]
    raise RuntimeError(f"no card was painted within {SEEN_WITHIN_S} s; the page says: {said}")


def memory_mb(page: Page, profile: Path) -> tuple[float, float]:
    """(JS heap after a collection, the largest renderer's share of memory), both in MB."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.enable")
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"] / 2**20
    renderers = [
        pid
        for pid in processes.descendants(browser_pid(profile))
        if "--type=renderer" in processes.command_line(pid)
    ]
    return float(heap), max(processes.pss_kb(pid) for pid in renderers) / 1024


def browser_pid(profile: Path) -> int:
    """The browser process that works on a profile."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            line = processes.command_line(int(folder.name))
            if f"--user-data-dir={profile}" in line and "--type=" not in line:
                return int(folder.name)
    raise RuntimeError("the browser process is not there")
