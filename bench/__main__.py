"""`python -m bench [names…] [--quick]`"""

import argparse
import sys
import time

from bench.figures import GROUPS
from bench.page import write_page
from bench.report import HEADING, Report, look_at_machine
from bench.world import World


def main() -> int:
    """Measure, print, write build/bench.json."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Tafla beside raw floors.")
    parser.add_argument(
        "names", nargs="*", help=f"groups or beginnings of figures' names: {', '.join(GROUPS)}"
    )
    parser.add_argument("--quick", action="store_true", help="shorter runs; figures are rough")
    parser.add_argument("--page", action="store_true", help="put the table into docs/performance.md")
    asked = parser.parse_args()
    chosen = [
        name for name, (_, figures) in GROUPS.items() if not asked.names or _fits(asked.names, name, figures)
    ]
    if not chosen:
        parser.error("no such figure")
    report, began = Report(asked.quick, machine=look_at_machine()), time.perf_counter()
    print(HEADING)
    with World(is_quick=asked.quick) as world:
        for name in chosen:
            report.feel_speed()
            group_began = time.perf_counter()
            try:
                GROUPS[name][0](world, report)
            except Exception as error:  # one group that fails must not take the others with it
                report.failed(name, error)
            report.seconds[name] = round(time.perf_counter() - group_began, 1)
    report.feel_speed()
    report.write(time.perf_counter() - began)
    if asked.page:
        write_page()
    return 0


def _fits(names: list[str], group: str, figures: tuple[str, ...]) -> bool:
    return any(
        group == name or any(one.startswith(name) or name.startswith(one) for one in figures)
        for name in names
    )


if __name__ == "__main__":
    sys.exit(main())
