"""What an export of a large board takes, and what it does to those who work on it."""

from bench.report import Report
from bench.run import helper
from bench.server import Server, environment
from bench.world import World

EDITORS = 20
MOVES_PER_S = 100
FORMATS = ("xlsx", "html", "zip")


def exports(world: World, report: Report) -> None:
    """A board of 10,000 cards with texts, checklists and chat, while twenty people move its cards."""
    seed = world.seed()
    folder, address = world.copy()
    asked = {"board": seed["boards"]["10k"], "people": seed["people"][:12]}
    helper("bench.inside.fill", {"step": "whole"} | asked, environment(folder, address))
    with Server(folder, address) as server:
        load = {"port": server.port, "sessions": seed["sessions"][:EDITORS], "server": server.live}
        load |= {"board": asked["board"], "per_s": MOVES_PER_S, "formats": FORMATS}
        found = helper("bench.load.exports", load)
    wrong = f", {found['wrong']} REFUSED" if found["wrong"] else ""
    for kind in FORMATS:
        one = found[kind]
        note = f"{one['bytes'] / 1e6:.1f} MB; {one['cpu_s']:.1f} s of processor time; "
        note += f"{one['busy_s']:.1f} s beside {MOVES_PER_S} moves a second"
        report.add(f"export.s.{kind}", one["alone_s"], "s", note=note)
        report.add(f"export.child_mb.{kind}", one["peak_kb"] / 1024, "MB", note="peak of the child, resident")
        quiet, busy = one["quiet"], one["busy"]
        note = f"{busy['p99_ms']:.1f} ms to {quiet['p99_ms']:.1f} quiet; {busy['moves']} moves{wrong}"
        report.add(f"export.beside.{kind}", busy["p99_ms"] / (quiet["p99_ms"] or 1), "×", note=note)
