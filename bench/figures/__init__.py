"""The figures, in groups; each group is one function that measures on fresh copies and adds to the report."""

from collections.abc import Callable

from bench.figures import (
    bulk,
    commands,
    copying,
    crowds,
    exports,
    highlights,
    marks,
    opening,
    palettes,
    pulses,
    screen,
    search,
    sheets,
    standing,
    views,
)
from bench.report import Report
from bench.world import World

Measure = Callable[[World, Report], None]

# group -> (how, the beginnings of its figures' names)
GROUPS: dict[str, tuple[Measure, tuple[str, ...]]] = {
    "standing": (standing.standing, ("start_s", "idle_rss_mb")),
    "opening": (opening.opening, ("open.server_ms", "open.queries", "open.bytes")),
    "sheets": (sheets.sheets, ("card.open_ms", "chat.open")),
    "bulk": (bulk.bulk, ("bulk", "create")),
    "copying": (copying.copying, ("copy",)),
    "exports": (exports.exports, ("export",)),
    "views": (views.views, ("views",)),
    "search": (search.search, ("search",)),
    "marks": (marks.marks, ("marks",)),
    "pulse": (pulses.pulses, ("pulse",)),
    "screen": (screen.screen, ("open.browser_ms", "browser", "script_kb")),
    "highlight": (highlights.highlights, ("highlight",)),
    "palette": (palettes.palettes, ("palette",)),
    "commands": (commands.commands, ("commands_per_s",)),
    "http": (commands.http, ("rest_commands_per_s", "lean_commands_per_s")),
    "fanout": (crowds.fanout, ("fanout",)),
    "editors": (crowds.editors, ("editors500",)),
    "watchers": (crowds.watchers, ("watcher_kb", "rejoin_1000_s")),
    "growth": (standing.growth, ("growth",)),
}
