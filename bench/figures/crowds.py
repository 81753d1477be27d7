"""Many sockets on one board: watching, editing, idle, coming back."""

import subprocess
import sys

from bench.report import Report, cores
from bench.run import helper
from bench.world import World


def fanout(world: World, report: Report) -> None:
    """A move until the last of N watchers has seen it; floor: a bare server that hands frames on, quiet."""
    seed = world.seed()
    common = {
        "sessions": seed["sessions"],
        "board": seed["boards"]["10k"],
    }
    for watchers in (1, 1000) if world.is_quick else (1, 100, 1000):
        asked = common | {"watchers": watchers, "rounds": int(world.pick(100, 30))}
        floor = bare_fanout(asked)
        with world.server() as server:
            found = helper("bench.load.watchers", asked | {"port": server.port, "server": server.live})
        for state in ("quiet", "busy"):
            one = found[state]
            note = f"p50 {one['p50_ms']:.1f} ms, {cores(one)}"
            note += f", {found['behind']} FELL BEHIND" if found["behind"] else ""
            report.add(
                f"fanout.p99_ms.{watchers}.{state}",
                one["p99_ms"],
                "ms",
                floor=floor if state == "quiet" else None,
                note=note,
            )


def bare_fanout(asked: dict[str, object]) -> float:
    """p99 of the same through a server that does nothing else."""
    bare = subprocess.Popen(
        [sys.executable, "-m", "bench.load.floor_server"], stdout=subprocess.PIPE, text=True
    )
    try:
        port = int(bare.stdout.readline()) if bare.stdout else 0
        found = helper("bench.load.watchers", asked | {"port": port})
        return float(found["quiet"]["p99_ms"])
    finally:
        bare.terminate()
        bare.wait()


def editors(world: World, report: Report) -> None:
    """Five hundred people, each watching and moving cards of one board, 3,000 moves a second together."""
    seed = world.seed()
    asked = {
        "sessions": seed["sessions"][1:501],
        "board": seed["boards"]["10k"],
        "per_s": 3000,
        "seconds": world.pick(8, 2),
    }
    with world.server() as server:
        found = helper("bench.load.editors", asked | {"port": server.port, "server": server.live})
    note = f"p50 {found['p50_ms']:.0f} ms at {found['per_s']:.0f}/s"
    for what in ("lost", "refused", "behind"):
        note += f", {found[what]} {what.upper()}" if found[what] else ""
    report.add("editors500.p99_ms", found["p99_ms"], "ms", note=note)
    report.add("editors500.cores", found["cores"], "cores", note=f"client {found['client_cores']:.2f} cores")


def watchers(world: World, report: Report) -> None:
    """Memory of an idle watcher, and a thousand coming back after the live process was killed."""
    seed = world.seed()
    board = seed["boards"]["10k"]["id"]
    asked = {"sessions": seed["sessions"], "boards": [board], "watchers": 1000, "kill": True}
    with world.server() as server:
        found = helper("bench.load.idlers", asked | {"port": server.port, "server": server.live})
    report.add(
        "watcher_kb", found["kb_each"], "kB", note=f"1,000 on one board; joined in {found['joined_s']:.1f} s"
    )
    report.add(
        "rejoin_1000_s",
        found["back_s"],
        "s",
        note=f"kill -9 until all are subscribed; at most {found['attempts']} attempts",
    )
