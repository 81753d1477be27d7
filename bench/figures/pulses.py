"""The pulse: what it takes to tell pages which boards have moved."""

from bench.report import Report
from bench.run import helper
from bench.world import World


def pulses(world: World, report: Report) -> None:
    """One look, once a second: a thousand pages hear of a hundred boards."""
    pages, boards = (1_000, 100) if not world.is_quick else (100, 10)
    asked = {"pages": pages, "boards": boards, "rounds": int(world.pick(20, 5))}
    took = helper("bench.inside.pulsed", asked, world.environment())
    note = f"{pages:,} pages × {boards} boards, processor time of a look; p95 {took['p95']:.1f}"
    report.add("pulse.ms", took["p50"], "ms", note=f"{note}; the first: {took['first']:.0f} ms")
