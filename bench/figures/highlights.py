"""What one waits for after asking for a highlight on a large board."""

import time

from bench.browser import chromium, highlight
from bench.report import Report
from bench.world import World


def highlights(world: World, report: Report) -> None:
    """Ten thousand cards, all of them loaded: the first highlight, and the next ones."""
    seed = world.seed()
    with (
        world.server() as server,
        chromium.playing() as player,
        chromium.browsing(player, world.folder("profile-highlight")) as context,
    ):
        chromium.sign_in(context, server.site, seed["sessions"][0])
        page = context.pages[0]
        chromium.open_board(page, server.site, seed["boards"]["10k"]["id"])
        time.sleep(4)  # the first screen is painted before the rest has come
        found = highlight.painted(page)
    again, work = found["again"], found["work"]
    note = f"first, with its scripts, {found['first']:.0f} ms; best of {len(again)} {again[0]:.0f} ms, "
    note += f"worst {again[-1]:.0f} ms"
    report.add("highlight.painted_ms.10k", again[len(again) // 2], "ms", note=note)
    report.add(
        "highlight.work_ms.10k", work[len(work) // 2], "ms", note="the page's thread, styles and painting too"
    )
