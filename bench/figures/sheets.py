"""What opening a card costs the server."""

from bench.report import Report
from bench.run import helper
from bench.server import Server, environment
from bench.world import World

SIZES = {"items": 200, "messages": 5_000, "files": 300, "entries": 1_000}
CHATS = {"long": 10_000, "short": 50}


def sheets(world: World, report: Report) -> None:
    """A card with much on it beside an empty one, and a long chat beside one that nobody has begun."""
    seed = world.seed()
    folder, address = world.copy()
    asked = {"board": seed["boards"]["10k"], "people": seed["people"][:12], "number": int(world.pick(7, 3))}
    asked |= {"sizes": SIZES | CHATS}
    cards = helper("bench.inside.fill", {"step": "sheets"} | asked, environment(folder, address))
    load = {"cookie": seed["sessions"][0], "cards": cards, "rounds": int(world.pick(100, 30))}
    with Server(folder, address) as server:
        found = helper("bench.load.sheets", load | {"port": server.port})
    full, empty = found["sheets"]["full"], found["sheets"]["empty"]
    each = ", ".join(f"{name} {took:.1f}" for name, took in full["each"].items())
    note = f"200 items, 5,000 messages, 300 files; each: {each}; {full['bytes']:,} B"
    report.add(
        "card.open_ms.cold", full["cold"], "ms", floor=empty["cold"], note=f"{note}; floor: an empty card"
    )
    report.add("card.open_ms.warm", full["warm"], "ms", floor=empty["warm"], note="floor: an empty card")
    report.add("card.open_ms.ratio", full["cold"] / empty["cold"], "×", note="cold, to an empty card")
    long, short, bare = (found["chats"][kind] for kind in ("long", "short", "bare"))
    note = f"cold, 10,000 messages to none: {long['cold']:.1f} to {bare['cold']:.1f} ms"
    note += f"; to 50 messages {long['cold'] / short['cold']:.2f}; warm {long['warm'] / bare['warm']:.2f}"
    report.add("chat.open.ratio", long["cold"] / bare["cold"], "×", note=note)
