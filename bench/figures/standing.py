"""A server that stands idle, and its start."""

import time

from bench import processes
from bench.report import Report
from bench.run import helper
from bench.server import Server
from bench.world import World

RUNS = 3


def standing(world: World, report: Report) -> None:
    """Seconds to the first answer, and memory once it is quiet."""
    first = Server(world.folder("empty"))
    first.stop()
    folder, address = world.copy()
    starts, live, whole = [], 0.0, 0.0
    for _ in range(RUNS):
        with Server(folder, address) as server:
            starts.append(server.start_s)
            pids = [server.live, server.child("tafla.project.work")]
            time.sleep(2)
            live = processes.pss_kb(pids[0]) / 1024
            whole = live + processes.pss_kb(pids[1]) / 1024
            supervisor = processes.pss_kb(server.process.pid) / 1024
    note = f"of {RUNS}: {', '.join(f'{one:.2f}' for one in starts)}; an empty folder, all migrations: {first.start_s:.2f}"
    report.add("start_s", sorted(starts)[RUNS // 2], "s", note=note)
    report.add("idle_rss_mb.live", live, "MB", note="proportional share (PSS)")
    report.add("idle_rss_mb.all", whole, "MB", note=f"live + work; the supervisor has {supervisor:.0f} more")


def growth(world: World, report: Report) -> None:
    """What a command costs on a large installation, beside a small one; both in turns."""
    seed = world.seed()
    small, large = seed["boards"]["1k"], seed["boards"]["10k"]
    few = small | {"cards": small["cards"][:100]}
    rounds = int(world.pick(150, 60))
    many = int(world.pick(100_000, 10_000))
    _ratio(
        world,
        report,
        "growth.boards",
        f"10 → {many:,} boards",
        rounds,
        (few, None),
        (few, {"what": "boards", "count": many}),
    )
    _ratio(world, report, "growth.cards", "1,000 → 10,000 cards", rounds, (small, None), (large, None))
    crowd = {"what": "members", "board": small["id"], "count": 500}
    _ratio(world, report, "growth.members", "500 → 1,000 members", rounds, (few, None), (few, crowd))


def _ratio(
    world: World, report: Report, name: str, note: str, rounds: int, *sides: tuple[dict, dict | None]
) -> None:  # type: ignore[type-arg]
    seed, found = world.seed(), []
    places = []
    for board, crowd in sides:
        env = world.environment()
        if crowd:
            helper("bench.inside.crowd", crowd, env)
        places.append((env, {"board": board, "people": seed["people"], "rounds": rounds}))
    for _ in range(3):
        found.append([helper("bench.inside.growth", asked, env) for env, asked in places])
    least = [min(turn[side]["us"] for turn in found) for side in (0, 1)]
    report.add(
        name, least[1] / least[0], "×", note=f"{note}: {least[0] / 4:.0f} → {least[1] / 4:.0f} µs a command"
    )


__all__ = ["growth", "standing"]
