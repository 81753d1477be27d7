"""*Open boards* for a person who reads 2,000 boards."""

import time

from bench.browser import chromium, palette
from bench.large import build
from bench.report import Report
from bench.server import Server, environment
from bench.world import World

BOARDS = 2_000
# What comes when the page has nothing else to do has come by then.
SETTLED_S = 5


def palettes(world: World, report: Report) -> None:
    """The first opening of a page on a device that knows nothing yet, the next ones, and each letter."""
    folder = world.folder("palette")
    made = build(environment(folder), cards=int(world.pick(100_000, 10_000)), boards=BOARDS)
    with (
        Server(folder) as server,
        chromium.playing() as player,
        chromium.browsing(player, world.folder("profile-palette")) as context,
    ):
        chromium.sign_in(context, server.site, made["sessions"][0])
        page = context.pages[0]
        chromium.open_board(page, server.site, made["boards"][0])
        time.sleep(SETTLED_S)
        page.wait_for_load_state("networkidle")
        found = palette.opened(page)
    again, letters = found["again"], found["letters"]
    note = f"{BOARDS:,} boards; the first opening of a page on a new device, {SETTLED_S} s after its cards"
    report.add("palette.open_ms.cold", found["first"], "ms", note=note)
    note = f"by key and by button; best of {len(again)} {again[0]:.0f} ms, worst {again[-1]:.0f} ms"
    report.add("palette.open_ms.warm", again[len(again) // 2], "ms", note=note)
    note = f"the middle of {len(letters)} letters; worst {letters[-1]:.0f} ms"
    report.add("palette.letter_ms", letters[len(letters) // 2], "ms", note=note)
