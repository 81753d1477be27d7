"""What copying a large board takes, and what it does to those who work on it."""

from bench.report import Report
from bench.run import helper
from bench.server import Server, environment
from bench.world import World

EDITORS = 20
MOVES_PER_S = 100


def copying(world: World, report: Report) -> None:
    """A board of 10,000 cards with texts and checklists, copied by its job while twenty people move cards."""
    seed = world.seed()
    folder, address = world.copy()
    asked = {"board": seed["boards"]["1k" if world.is_quick else "10k"], "people": seed["people"][:12]}
    filled = helper("bench.inside.fill", {"step": "whole"} | asked, environment(folder, address))
    load = {"sessions": seed["sessions"][:EDITORS], "board": asked["board"], "account": filled["account"]}
    with Server(folder, address) as server:
        load |= {"port": server.port, "per_s": MOVES_PER_S, "seconds": world.pick(5, 2)}
        found = helper("bench.load.copying", load)
    quiet, busy, job = found["quiet"], found["busy"], found["job"]
    wrong = f", {found['wrong']} REFUSED" if found["wrong"] else ""
    wrong += "" if job["state"] == "done" else f", {job['state'].upper()} {job['code']}"
    note = f"{job['done']:,} cards, beside {MOVES_PER_S} moves a second{wrong}"
    report.add("copy.s", found["s"], "s", note=note)
    note = f"{busy['p99_ms']:.1f} ms to {quiet['p99_ms']:.1f} quiet, p50 {busy['p50_ms']:.1f} to "
    note += f"{quiet['p50_ms']:.1f}; {busy['moves']:.0f} moves"
    report.add("copy.beside", busy["p99_ms"] / (quiet["p99_ms"] or 1), "×", note=note)
