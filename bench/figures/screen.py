"""What a person at a browser waits for and sees."""

import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright

from bench.browser import chromium, frames
from bench.report import Report
from bench.server import Server
from bench.world import World

SCRIPTS = r"""(until) => performance.getEntriesByType('resource')
  .filter((one) => one.startTime < until && /\.(m?js|css|woff2)(\?|$)/.test(one.name))
  .map((one) => [one.name.split('/').pop(), one.encodedBodySize])"""


def screen(world: World, report: Report) -> None:
    """Both sizes, by newcomers and by the same ones back again; then frames and memory on the large board."""
    seed = world.seed()
    with world.server() as server, chromium.playing() as player:
        for size in ("10k",) if world.is_quick else ("1k", "10k"):
            visits = [visit(world, player, server, size, n) for n in range(int(world.pick(3, 1)))]
            cold, local = (sorted(one[n] for one in visits)[len(visits) // 2] for n in (0, 1))
            note = f"{visits[0][2]:.0f} cards seen; all visits {', '.join(f'{one[0]:.0f}' for one in visits)}"
            report.add(f"open.browser_ms.{size}.cold", cold, "ms", note=note)
            note = f"new process, same profile; all {', '.join(f'{one[1]:.0f}' for one in visits)}"
            report.add(f"open.browser_ms.{size}.local", local, "ms", note=note)
        stay(world, report, player, server, seed)


def visit(
    world: World, player: Playwright, server: Server, size: str, number: int
) -> tuple[float, float, int]:
    """(ms of a newcomer, ms of the same one back in a new browser process, visible cards)."""
    seed, profile = world.seed(), world.folder(f"profile-{size}-{number}")
    board, took, count = seed["boards"][size]["id"], [], 0
    for _ in range(2):
        with chromium.browsing(player, profile) as context:
            chromium.sign_in(context, server.site, seed["sessions"][0])
            page = context.pages[0]
            seen = chromium.open_board(page, server.site, board)
            took.append(seen["last"])
            count = seen["count"]
            time.sleep(3)  # the local copy is written off the critical path
    return took[0], took[1], count


def stay(world: World, report: Report, player: Playwright, server: Server, seed: dict[str, Any]) -> None:
    """One long visit to the large board: scripts, memory, frames."""
    profile, board = world.folder("profile-stay"), seed["boards"]["10k"]
    with chromium.browsing(player, profile) as context:
        chromium.sign_in(context, server.site, seed["sessions"][0])
        page = context.pages[0]
        seen = chromium.open_board(page, server.site, board["id"])
        scripts(report, page, seen["last"])
        time.sleep(4)
        memory(report, page, profile)
        seconds = world.pick(5, 2)
        asked = {
            "port": server.port,
            "cookie": seed["sessions"][1],
            "board": board,
            "per_s": 100,
            "seconds": seconds,
        }
        acts = {
            "scroll": lambda: frames.scroll(page, seconds),
            "drag": lambda: frames.drag(page, seconds / 2),
            "storm": lambda: frames.storm(page, asked),
        }
        for name, act in acts.items():
            one = frames.frames_of(page, act)
            note = f"of {one['frames']}, worst {one['worst']:.1f} ms"
            report.add(f"browser.frames_over_33ms.{name}", one["over"], "frames", note=note)
            report.add(
                f"browser.long_tasks.{name}", one["long"], "tasks", note=f"longest {one['longest']:.0f} ms"
            )


def scripts(report: Report, page: Page, until: float) -> None:
    """What was asked for before the cards were painted."""
    loaded = page.evaluate(SCRIPTS, until)
    sums = {
        kind: sum(size for name, size in loaded if kind in Path(name).suffix) / 1000
        for kind in ("js", "css", "woff2")
    }
    files = sum(".js" in name for name, _ in loaded)
    note = f"{files} files; beside them {sums['css']:.0f} kB of styles, {sums['woff2']:.0f} kB of fonts"
    report.add("script_kb", sums["js"], "kB", note=note)


def memory(report: Report, page: Page, profile: Path) -> None:
    """Heap after a collection, and what the renderer takes in all."""
    heap, renderer = chromium.memory_mb(page, profile)
    report.add("browser.heap_mb.10k", heap, "MB")
    report.add("browser.renderer_mb.10k", renderer, "MB", note="proportional share (PSS)")
