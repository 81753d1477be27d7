"""Run every layer of tests, whatever fails, and say how long each took.

Standard output ends with the closing line of each pytest layer; everything this script says itself goes to
standard error. Used by `make test`.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest"]
CLOSING_LINE = re.compile(r"\d+ (passed|failed|errors?|skipped|deselected|xfailed).* in [\d.]+s")
LAYERS: dict[str, tuple[list[str], Path]] = {
    "client": (["npm", "run", "--silent", "test"], ROOT / "web"),
    "server": ([*PYTEST, "tests", "--ignore=tests/e2e", "-n", "2"], ROOT),
    "browser": ([*PYTEST, "tests/e2e"], ROOT),
}
PARTS = {"client": "web/node_modules", "server": "tests", "browser": "tests/e2e"}


def main() -> int:
    chosen = sys.argv[1:] or list(LAYERS)
    unknown = [name for name in chosen if name not in LAYERS]
    if unknown:
        say(f"no such layer: {', '.join(unknown)} (there are {', '.join(LAYERS)})")
        return 2
    results = [run_layer(name) for name in chosen]
    say("\nlayer      result    seconds")
    for name, code, seconds, _closing in results:
        say(f"{name:<10} {'passed' if code == 0 else 'FAILED':<8} {seconds:8.1f}")
    for *_rest, closing in results:
        if closing:
            print(closing, flush=True)
    return 0 if all(code == 0 for _name, code, *_rest in results) else 1


def run_layer(name: str) -> tuple[str, int, float, str]:
    command, folder = LAYERS[name]
    if not (ROOT / PARTS[name]).is_dir():
        say(f"\n{name}: {PARTS[name]} is missing")
        return name, 1, 0.0, ""
    say(f"\n{name}: {' '.join([Path(command[0]).name, *command[1:]])}")
    started = time.monotonic()
    code, closing = stream(command, folder)
    return name, code, time.monotonic() - started, closing


def stream(command: list[str], folder: Path) -> tuple[int, str]:
    """Pass the output on as it comes and keep pytest's closing line."""
    closing = ""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            print(line, end="", flush=True)
            if CLOSING_LINE.search(line):
                closing = line.rstrip()
    return running.returncode, closing if command[:3] == PYTEST else ""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
