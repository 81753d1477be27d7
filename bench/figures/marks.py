"""Unread marks: reading them, and that commands pay nothing for them."""

from bench.report import Report
from bench.run import helper
from bench.server import environment
from bench.world import World


def marks(world: World, report: Report) -> None:
    """On a board of 10,000 cards, over 2,000 boards, and beside 10 and 1,000 members."""
    size, rounds = ("1k" if world.is_quick else "10k"), int(world.pick(40, 10))
    large = 20_000 if world.is_quick else 500_000
    for kind in ("sqlite", "postgres"):
        seed = world.seed(kind)
        asked = {"board": seed["boards"][size], "people": seed["people"][:3], "rounds": rounds}
        read = helper("bench.inside.marked", {"step": "board"} | asked, world.environment(kind))
        few, every = read["few"], read["all"]
        note = f"p95 {few['p95']:.1f}; a mark on each of {read['cards']:,} cards: {every['p50']:.0f} ms"
        report.add(f"marks.board_ms.{kind}", few["p50"], "ms", note=note)
        made, folder, address = world.large(kind, large)
        over = {"step": "counts", "person": made["all"], "rounds": rounds}
        all_boards = helper("bench.inside.marked", over, environment(folder, address))
        note = f"p95 {all_boards['p95']:.0f}; {all_boards['boards']:,} boards with marks"
        note += f", {all_boards['counted']:,} counted"
        report.add(f"marks.counts_ms.{kind}", all_boards["p50"], "ms", note=note)
        cost = helper("bench.inside.marked", {"step": "members"} | asked, world.environment(kind))
        ten, thousand = cost["10"], cost["1000"]
        note = f"{ten['p50']:.2f} → {thousand['p50']:.2f} ms"
        report.add(f"marks.statements.{kind}", thousand["statements"], "", floor=ten["statements"], note=note)
