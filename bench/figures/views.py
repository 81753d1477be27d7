"""Views over all boards in a large world, for a person who reads every board and one who reads ten."""

from typing import Any

from bench.report import Report
from bench.run import helper
from bench.server import Server, environment
from bench.world import World

VIEWS = ("assigned", "due", "attention", "new", "done")
PATHS = {name: f"/api/v1/views/{name}?zone=America/St_Johns&week_start=7" for name in VIEWS}
PATHS |= {"due, mine": f"{PATHS['due']}&mine=true", "counts": "/api/v1/views?zone=UTC"}


def views(world: World, report: Report) -> None:
    """The slowest view of each person, on both databases; and how a view grows with the installation."""
    small, large = (2_000, 20_000) if world.is_quick else (10_000, 500_000)
    for kind in ("sqlite", "postgres"):
        grown = {cards: measured(world, kind, cards) for cards in (small, large)}
        for who in ("all", "few"):
            each, floor = grown[large][who], grown[large][who]["plain"]["p50"]
            slowest = max(each, key=lambda name: each[name]["p95"])
            told = ", ".join(f"{name} {one['p95']:.0f}" for name, one in each.items() if name != "plain")
            size = max(one["bytes"] for one in each.values())
            note = f"{large:,} cards; p95: {told}; to {size:,} B; floor: /api/v1/me, median"
            report.add(f"views.ms.{kind}.{who}", each[slowest]["p95"], "ms", floor=floor, note=note)
            before = sum(one["p50"] for one in grown[small][who].values())
            after = sum(one["p50"] for one in each.values())
            note = f"{small:,} → {large:,} cards: {before / len(each):.1f} → {after / len(each):.1f} ms,"
            note += " the mean of medians"
            report.add(f"views.growth.{kind}.{who}", after / before, "×", note=note)


def measured(world: World, kind: str, cards: int) -> dict[str, Any]:
    """Person -> view -> times, with a server on a world of so many cards."""
    seed, folder, address = world.large(kind, cards)
    people = {who: seed["sessions"][at] for at, who in enumerate(("all", "few"))}
    asked = {
        who: {"cookie": cookie, "paths": PATHS | _own(seed["filters"][who])} for who, cookie in people.items()
    }
    env = environment(folder, address)
    # What it takes to make the index of a search is no part of this.
    helper("bench.inside.unsearched", {"is_on": True}, env)
    with Server(folder, address) as server:
        load = {"port": server.port, "people": asked, "rounds": int(world.pick(40, 10))}
        found: dict[str, Any] = helper("bench.load.views", load)
    helper("bench.inside.unsearched", {"is_on": False}, env)
    return found


def _own(filters: dict[str, str]) -> dict[str, str]:
    return {name: f"/api/v1/views/own?filter={one}" for name, one in filters.items()}
