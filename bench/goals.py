"""The goals each figure is held to. `<` and `>`: the value; `x`: its ratio to the floor, at least."""

GOALS: dict[str, str] = {
    "open.server_ms.1k.warm": "< 2",
    "open.server_ms.10k.warm": "< 10",
    "open.server_ms.1k.cold": "< 100",
    "open.server_ms.10k.cold": "< 100",
    "open.queries": "< 10",
    "open.bytes.head.10k": "< 20000",
    "open.bytes.all.10k": "< 550000",
    "open.browser_ms.1k.cold": "< 500",
    "open.browser_ms.10k.cold": "< 600",
    "open.browser_ms.1k.local": "< 500",
    "open.browser_ms.10k.local": "< 500",
    "browser.heap_mb.10k": "< 20",
    "browser.renderer_mb.10k": "< 150",
    "browser.frames_over_33ms.scroll": "< 0",
    "browser.frames_over_33ms.drag": "< 0",
    "browser.frames_over_33ms.storm": "< 0",
    "browser.long_tasks.scroll": "< 0",
    "browser.long_tasks.drag": "< 0",
    "browser.long_tasks.storm": "< 0",
    "commands_per_s.sqlite.1k": "> 5000",
    "commands_per_s.sqlite.10k": "> 5000",
    "commands_per_s.postgres.1k": "> 5000",
    "commands_per_s.postgres.10k": "> 5000",
    "commands_per_s.sqlite.1k.share": "> 0.25",
    "commands_per_s.sqlite.10k.share": "> 0.25",
    "commands_per_s.postgres.1k.share": "> 0.25",
    "commands_per_s.postgres.10k.share": "> 0.25",
    "rest_commands_per_s": "> 400",
    "lean_commands_per_s": "> 2500",
    "fanout.p99_ms.1.quiet": "< 20",
    "fanout.p99_ms.100.quiet": "< 20",
    "fanout.p99_ms.1000.quiet": "< 20",
    "fanout.p99_ms.1.busy": "< 50",
    "fanout.p99_ms.100.busy": "< 50",
    "fanout.p99_ms.1000.busy": "< 50",
    "editors500.p99_ms": "< 60",
    "editors500.cores": "< 0.9",
    "watcher_kb": "< 25",
    "idle_rss_mb.live": "< 130",
    "idle_rss_mb.all": "< 220",
    "start_s": "< 2",
    "rejoin_1000_s": "< 5",
    "growth.boards": "< 1.2",
    "growth.cards": "< 1.2",
    "growth.members": "< 1.2",
    "export.s.xlsx": "< 10",
    "export.child_mb.xlsx": "< 150",
    "export.beside.xlsx": "< 2",
    "export.s.html": "< 10",
    "export.child_mb.html": "< 150",
    "export.beside.html": "< 2",
    "export.s.zip": "< 10",
    "export.child_mb.zip": "< 150",
    "export.beside.zip": "< 2",
    "script_kb": "< 180",
}


def is_met(name: str, value: float | None) -> bool | None:
    """Whether a value reaches its goal; None when it has none, or was not measured."""
    goal = GOALS.get(name)
    if goal is None or value is None:
        return None
    sign, number = goal.split()
    return value <= float(number) if sign == "<" else value >= float(number)
