"""One command that changes much: the writer it holds, and when everybody has it."""

from bench.report import Report
from bench.run import helper
from bench.world import World

CARDS = 500
WATCHERS = 20


def bulk(world: World, report: Report) -> None:
    """Five hundred cards to another column by one command, beside five hundred commands of one card."""
    seed = world.seed()
    board, rounds = seed["boards"]["10k"], int(world.pick(15, 5))
    asked = {"board": board, "people": seed["people"][:1], "count": CARDS, "rounds": rounds}
    held = helper("bench.inside.held", asked, world.environment())
    load = {"sessions": seed["sessions"][:WATCHERS], "board": board, "watchers": WATCHERS, "count": CARDS}
    with world.server() as server:
        seen = helper("bench.load.bulk", load | {"port": server.port, "rounds": rounds})
    middle, worst = held["median"], held["worst"]
    note = f"worst {worst['bulk']:.0f}; floor: 500 moves of one card, in batches of 128"
    report.add("bulk.writer_ms", middle["bulk"], "ms", floor=middle["singles"], note=note)
    one, many = seen["bulk"], seen["singles"]
    note = f"median, worst {one['worst']:.0f}; floor: the last of 500 moves of one card"
    for what in ("wrong", "behind"):
        note += f", {seen[what]} {what.upper()}" if seen[what] else ""
    report.add(f"bulk.seen_ms.{WATCHERS}", one["p50"], "ms", floor=many["p50"], note=note)
    note = f"{held['template']}: about {held['rows']} rows; worst {worst['create']:.0f}"
    report.add("create.writer_ms", middle["create"], "ms", note=note)
