"""A server that stands idle, and its start."""

import time
from typing import Any

from bench import processes
from bench.report import Report
from bench.run import helper
from bench.server import Server, environment
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
    each = ", ".join(f"{one:.2f}" for one in starts)
    note = f"all: {each}; in an empty folder, with all migrations: {first.start_s:.2f}"
    report.add("start_s", sorted(starts)[RUNS // 2], "s", note=note)
    report.add("idle_rss_mb.live", live, "MB", note="proportional share (PSS)")
    report.add("idle_rss_mb.all", whole, "MB", note=f"live + work; supervisor: {supervisor:.0f}")


def growth(world: World, report: Report) -> None:
    """What a command costs on a large installation beside a small one; in turns, the least of each counts."""
    many = int(world.pick(100_000, 10_000))
    sides = {
        "small": seeded(world, "small", 11, 100),
        "boards": seeded(world, "boards", 11, 100),
        "cards": seeded(world, "cards", 11, 10_000),
        "members": seeded(world, "members", 1_001, 100),
    }
    helper("bench.inside.crowd", {"count": many}, sides["boards"][0])
    rounds = int(world.pick(150, 60))
    turns = [{name: cost(side, rounds) for name, side in sides.items()} for _ in range(3)]
    least = {name: min(turn[name] for turn in turns) for name in sides}
    notes = {
        "boards": f"10 → {many:,} boards",
        "cards": "100 → 10,000 cards",
        "members": "10 → 1,000 members",
    }
    for name, note in notes.items():
        told = f"{note}: {least['small']:.0f} → {least[name]:.0f} µs a command"
        report.add(f"growth.{name}", least[name] / least["small"], "×", note=told)


def seeded(world: World, name: str, people: int, cards: int) -> tuple[dict[str, str], dict[str, Any]]:
    """(environment, what was seeded) of a database of its own."""
    env = environment(world.folder(f"growth-{name}"))
    helper("bench.inside.migrate", {}, env)
    return env, helper("bench.inside.seed", {"people": people, "boards": {"one": cards}, "spare": 0}, env)


def cost(side: tuple[dict[str, str], dict[str, Any]], rounds: int) -> float:
    """Microseconds of a command, the mean over four verbs of their medians."""
    env, seed = side
    asked = {"board": seed["boards"]["one"], "people": seed["people"][:1], "rounds": rounds}
    return float(helper("bench.inside.growth", asked, env)["us"]) / 4
