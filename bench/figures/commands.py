"""How many durable commands a second, through each door."""

from typing import Any

from bench.report import Report, cores
from bench.run import helper
from bench.world import World

WRITERS = 16


def commands(world: World, report: Report) -> None:
    """Sixteen closed-loop writers through the socket, beside the raw floor of the same rows."""
    for kind in ("sqlite", "postgres"):
        for size in ("10k",) if world.is_quick else ("1k", "10k"):
            floor, statements = raw_floor(world, kind, size)
            seed = world.seed(kind)
            with world.server(kind) as server:
                found = helper(
                    "bench.load.writers",
                    load(world, seed, size) | {"port": server.port, "server": server.live},
                )
            note = f"p99 {found['p99_ms']:.1f} ms, {cores(found)}{wrong(found)}"
            name = f"commands_per_s.{kind}.{size}"
            report.add(name, found["per_s"], "/s", floor=floor, note=note)
            report.add(f"{name}.floor", floor, "/s", note=f"{statements} statements for 16 commands")
            report.add(f"{name}.share", found["per_s"] / floor)


def load(world: World, seed: dict[str, Any], size: str) -> dict[str, Any]:
    """What a load client of sixteen needs."""
    return {
        "sessions": seed["sessions"][1 : WRITERS + 1],
        "board": seed["boards"][size],
        "seconds": world.pick(5, 1.5),
    }


def wrong(found: dict[str, Any]) -> str:
    """Refused or failed commands belong in the note."""
    count = found.get("refused", 0) + found.get("wrong", 0)
    return f", {count} REFUSED {found.get('refusals') or found.get('first_wrong')}" if count else ""


def raw_floor(world: World, kind: str, size: str) -> tuple[float, int]:
    """(commands a second of the bare loop, statements of a group)."""
    seed, file = world.seed(kind), str(world.home / "steps.json")
    asked = {
        "board": seed["boards"][size],
        "people": seed["people"][1 : WRITERS + 1],
        "groups": int(world.pick(600, 150)),
        "file": file,
    }
    recorded = helper("bench.inside.floor", {"step": "record"} | asked, world.environment(kind))
    again = {"step": "replay", "file": file, "commands": recorded["commands"]}
    return helper("bench.inside.floor", again, world.environment(kind))["per_s"], recorded["statements"]


def http(world: World, report: Report) -> None:
    """The same moves through REST and through the lean command door; floor: plain answers of the server."""
    seed = world.seed()
    for door, name in (("rest", "rest_commands_per_s"), ("lean", "lean_commands_per_s")):
        with world.server() as server:
            whole = load(world, seed, "10k") | {"port": server.port, "server": server.live}
            floor = helper("bench.load.http", whole | {"door": "probe", "seconds": 1})
            found = helper("bench.load.http", whole | {"door": door})
        note = (
            f"p99 {found['p99_ms']:.0f} ms, server {found['cores']:.2f} cores; floor: /healthz{wrong(found)}"
        )
        report.add(name, found["per_s"], "/s", floor=floor["per_s"], note=note)
