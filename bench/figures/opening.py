"""What opening a board costs the server, and what travels."""

from bench.report import Report
from bench.run import helper
from bench.world import World


def opening(world: World, report: Report) -> None:
    """Snapshots warm (kept) and cold (built); floors: a plain answer, and a bare read of the cards."""
    seed = world.seed()
    cookie, boards = seed["sessions"][0], seed["boards"]
    spared = {name: board | {"spare": board["spare"][1:]} for name, board in boards.items()}
    asked = {
        "cookie": cookie,
        "boards": spared,
        "warmup": boards["1k"]["spare"][0],
        "rounds": int(world.pick(200, 50)),
    }
    with world.server() as server:
        found = helper("bench.load.opens", asked | {"port": server.port})
    bare = helper("bench.inside.reading", {"cookie": cookie, "boards": boards}, world.environment())
    for name, parts in found["boards"].items():
        for part, mark in (("all", ""), ("head", ".head")):
            one = parts[part]
            figure, note = f"open.server_ms.{name}{mark}", f"p99 {one['warm_p99']:.1f} ms; floor: /healthz"
            report.add(f"{figure}.warm", one["warm"], "ms", floor=found["plain_ms"], note=note)
            floor = bare[name]["bare_ms"] if part == "all" else None
            note = "zstd; floor: bare read of the cards" if part == "all" else "zstd"
            report.add(f"{figure}.cold", one["cold"], "ms", floor=floor, note=note)
    first, again = (max(one["queries"][turn] for one in bare.values()) for turn in (0, 1))
    note = f"session included; {first} when the process does not know the board's team yet"
    report.add("open.queries", again, "", note=note)
    for part in ("head", "all"):
        for name, parts in found["boards"].items():
            size = parts[part]["bytes"]
            note = f"zstd; br {size['br']:,}, gzip {size['gzip']:,}"
            report.add(f"open.bytes.{part}.{name}", size["zstd"], "B", note=note)
