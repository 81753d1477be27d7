"""Figures as they come in, the table, and build/bench.json."""

import json
import os
import platform
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.goals import GOALS, is_met

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "build" / "bench.json"


@dataclass
class Figure:
    """One measured figure. `floor`: what bare code needs for the same; `note`: what the reader must know."""

    name: str
    value: float | None
    unit: str = ""
    floor: float | None = None
    note: str = ""


@dataclass
class Report:
    """Everything one run measured."""

    is_quick: bool
    figures: list[Figure] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    loop_ms: list[float] = field(default_factory=list)
    machine: dict[str, Any] = field(default_factory=dict)

    def add(
        self, name: str, value: float | None, unit: str = "", *, floor: float | None = None, note: str = ""
    ) -> None:
        """Take a figure and print it at once: a run takes minutes."""
        figure = Figure(name, value, unit, floor, note)
        self.figures.append(figure)
        print(line(figure), flush=True)

    def feel_speed(self) -> None:
        """Note how fast the machine is right now: shared ones differ twofold from hour to hour."""
        began = time.perf_counter()
        total = 0
        for step in range(1_000_000):
            total += step
        self.loop_ms.append(round((time.perf_counter() - began) * 1000, 1))

    def failed(self, group: str, error: Exception) -> None:
        """A group that could not be measured is told, not hidden."""
        self.add(
            group,
            None,
            note=f"not measured: {str(error).strip().splitlines()[-1][:160] if str(error) else error!r}",
        )

    def write(self, took_s: float) -> None:
        """Write the JSON file and the closing line."""
        shown = [
            asdict(one) | {"goal": GOALS.get(one.name), "met": is_met(one.name, one.value)}
            for one in self.figures
        ]
        body: dict[str, Any] = {
            "taken": time.strftime("%Y-%m-%d %H:%M"),
            "quick": self.is_quick,
            "took_s": round(took_s, 1),
            "seconds": self.seconds,
            "machine": self.machine | {"loop_ms": self.loop_ms},
            "figures": shown,
        }
        FILE.parent.mkdir(exist_ok=True)
        FILE.write_text(json.dumps(body, indent=1) + "\n")
        held = [one["met"] for one in shown if one["met"] is not None]
        print(f"\n{sum(held)} of {len(held)} goals met, {took_s:.0f} s, {FILE.relative_to(ROOT)}")


def cores(found: dict[str, Any]) -> str:
    """What the server and the load client used, for a note: at about 1 the one or the other is the limit."""
    return f"server {found['cores']:.2f} + client {found['client_cores']:.2f} cores"


def look_at_machine() -> dict[str, Any]:
    """What a reader needs to judge the figures."""
    return {
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }


HEADING = f"{'figure':<38}{'value':>12} {'unit':<8}{'floor':>10}  {'goal':<9}{'met':<5} note"


def line(one: Figure) -> str:
    """One row of the table."""
    met = {True: "yes", False: "NO", None: ""}[is_met(one.name, one.value)]
    floor = "" if one.floor is None else number(one.floor)
    goal = GOALS.get(one.name, "").replace("<", "≤").replace(">", "≥")
    value = "-" if one.value is None else number(one.value)
    return f"{one.name:<38}{value:>12} {one.unit:<8}{floor:>10}  {goal:<9}{met:<5} {one.note}".rstrip()


def number(value: float) -> str:
    """Three figures are enough."""
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.2f}" if abs(value) >= 1 else f"{value:.3f}"
