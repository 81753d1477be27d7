"""A large world to measure in: `python -m bench.large --cards 500000 --boards 2000 --data DIR`.

Made in an empty data folder or PostgreSQL database by set inserts, half a million cards within a minute.
"""

import argparse
import time
from pathlib import Path
from typing import Any

from bench.run import helper
from bench.server import environment

WITHIN_S = 600


def build(env: dict[str, str], *, cards: int, boards: int, people: int = 200) -> dict[str, Any]:
    """Migrate and fill the database of an environment (`bench.server.environment`). What was made: `all` and
    `few`, who read every board and ten; `filters`, their own views; `people`; sessions of the first twenty of
    them, those two first; `boards`, the twenty largest; rows by table.
    """
    helper("bench.inside.migrate", {}, env)
    asked = {"cards": cards, "boards": boards, "people": people}
    found: dict[str, Any] = helper("bench.inside.large", asked, env, WITHIN_S)
    return found


def main() -> None:
    """Build one and say what it holds."""
    parser = argparse.ArgumentParser(prog="python -m bench.large", description="Build a large world.")
    parser.add_argument("--data", type=Path, required=True, help="data folder; is made")
    parser.add_argument(
        "--database", default="", help="PostgreSQL address; without: SQLite in the data folder"
    )
    parser.add_argument("--cards", type=int, default=500_000)
    parser.add_argument("--boards", type=int, default=2_000)
    parser.add_argument("--people", type=int, default=200)
    asked = parser.parse_args()
    asked.data.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    size = {"cards": asked.cards, "boards": asked.boards, "people": asked.people}
    made = build(environment(asked.data, asked.database), **size)
    print(f"{sum(made['rows'].values()):,} rows in {time.perf_counter() - began:.0f} s: {made['rows']}")
    print(
        f"sessionid of who reads all boards: {made['sessions'][0]}; of who reads ten: {made['sessions'][1]}"
    )


if __name__ == "__main__":
    main()
