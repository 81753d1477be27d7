"""Search in a large world, for a person who reads every board and one who reads ten; and beside it, how long
the index holds the writer.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from bench.inside.tongues import NAMES
from bench.report import Report
from bench.run import helper
from bench.server import Server, environment
from bench.world import World

KINDS = ("sqlite", "postgres")
TITLES = 500
INDEX_WITHIN_S = 900
COMMON = "newsletter"
WORDS = {
    "common": COMMON,
    "rare": NAMES[1700],
    "nowhere": "qvxzkw",
    "two letters": "ne",
    "three letters": "tra",
    "a mistake": "newsleter",
    "two mistakes": "newsleter trusteees",
    "eight words": "Write the spring newsletter before the trustees meet",
    "eight, in no card": "donation spring phones budget trustees lisbon newsletter print",
    "Chinese": "捐款页面",
    "Arabic": "صفحة التبرعات",
    "#12": "#12",
    "10 kB": "word " * 2_000,
}


def questions(seed: dict[str, Any]) -> dict[str, str]:
    """Name -> path of every kind of question."""
    today = datetime.now(UTC).date()
    days = [(today + timedelta(days=after)).isoformat() for after in (0, 3, 30)]
    filters: dict[str, dict[str, str]] = {
        "person": {"person": seed["people"][5]},
        "tag": {"tag": "urgent"},
        "status": {"status": "blocked"},
        "month": {"from": days[0], "to": days[2]},
        "day, status": {"from": days[1], "to": days[1], "status": "on_hold"},
        "years ago": {"to": "2001-01-01"},
        "completed": {"column": "completed"},
        "deleted": {"column": "deleted"},
        "board": {"board": seed["boards"][0]},
        "here": {"here": seed["boards"][0]},
        "archived": {"archived": "true"},
    }
    asked = {name: {"q": text} for name, text in WORDS.items()}
    asked |= {f"+ {name}": {"q": COMMON, **given} for name, given in filters.items()}
    asked |= {"eight + status": {"q": WORDS["eight words"], **filters["status"]}}
    asked |= {f"only {name}": filters[name] for name in ("person", "tag")}
    return {name: f"/api/v1/search?{urlencode(given)}" for name, given in asked.items()}


def search(world: World, report: Report) -> None:
    """The slowest kind of question of each person on both databases, its growth, statements; the writer."""
    small, large = (2_000, 20_000) if world.is_quick else (10_000, 500_000)
    _ = world.pg.port
    with ThreadPoolExecutor(len(KINDS)) as pool:
        for _ in pool.map(lambda kind: indexed(world, kind, (small, large)), KINDS):
            pass
    most: dict[str, int] = {}
    for kind in KINDS:
        grown = {cards: measured(world, kind, cards) for cards in (small, large)}
        for who in ("all", "few"):
            told(report, f"{kind}.{who}", {cards: grown[cards][who] for cards in grown})
        for each in helper("bench.inside.counting", *people(world, kind, small)).values():
            most |= {f"{name} ({kind})": count for name, count in each.items() if count > most.get(name, 0)}
    name, count = max(most.items(), key=lambda one: one[1])
    report.add("search.queries", count, note=f"{name}; session included, the most of all kinds of questions")
    held(world, report)


def indexed(world: World, kind: str, sizes: Iterable[int]) -> None:
    """Worlds of so many cards whose index is made."""
    for cards in sizes:
        _, folder, address = world.large(kind, cards)
        helper("bench.inside.searched", {}, environment(folder, address), INDEX_WITHIN_S)


def people(world: World, kind: str, cards: int) -> tuple[dict[str, Any], dict[str, str]]:
    """What a helper asks, for whom; and its environment."""
    seed, folder, address = world.large(kind, cards)
    paths = questions(seed)
    asked = {who: {"cookie": seed["sessions"][at], "paths": paths} for at, who in enumerate(("all", "few"))}
    return {"people": asked}, environment(folder, address)


def measured(world: World, kind: str, cards: int) -> dict[str, Any]:
    """Person -> question -> times, with a server on a world of so many cards."""
    asked, _ = people(world, kind, cards)
    _, folder, address = world.large(kind, cards)
    with Server(folder, address) as server:
        load = asked | {"port": server.port, "rounds": int(world.pick(15, 5))}
        found: dict[str, Any] = helper("bench.load.views", load)
    return found


def told(report: Report, name: str, grown: dict[int, dict[str, Any]]) -> None:
    """The figures of one person on one database."""
    (small, before), (large, each) = grown.items()
    kinds = [kind for kind in each if kind != "plain"]
    slowest = max(kinds, key=lambda kind: each[kind]["p95"])
    note = ", ".join(f"{kind} {each[kind]['p95']:.0f}" for kind in kinds)
    note = f"{large:,} cards; p95: {note}; floor: /api/v1/me, median"
    report.add(f"search.ms.{name}", each[slowest]["p95"], "ms", floor=each["plain"]["p50"], note=note)
    first, last = (sum(one[kind]["p50"] for kind in kinds) / len(kinds) for one in (before, each))
    note = f"{small:,} → {large:,} cards: {first:.1f} → {last:.1f} ms, the mean of medians"
    report.add(f"search.growth.{name}", last / first, "×", note=note)


def held(world: World, report: Report) -> None:
    """The longest time that the writer was held for what 500 changed titles put into the index."""
    for kind in KINDS:
        board, rounds = world.seed(kind)["boards"]["10k"], int(world.pick(6, 2))
        asked = {"board": board, "people": world.seed(kind)["people"][:1], "count": TITLES, "rounds": rounds}
        env = world.environment(kind)
        helper("bench.inside.searched", {}, env)
        slices = helper("bench.inside.refreshing", asked, env)["slices"]
        longest = sorted(max(one) for one in slices)
        note = (
            f"median of {rounds} times {TITLES} titles; worst {longest[-1]:.1f}, in {len(slices[0])} slices"
        )
        report.add(f"search.held_ms.{kind}", longest[len(longest) // 2], "ms", note=note)
