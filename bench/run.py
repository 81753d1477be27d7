"""Running the bench's own helpers as processes of their own; each prints one line of JSON as its last."""

import json
import subprocess
import sys
from typing import Any

TIMEOUT_S = 240


def helper(
    module: str, arguments: dict[str, Any], env: dict[str, str] | None = None, within_s: float = TIMEOUT_S
) -> Any:
    """Run `python -m module` to its end, JSON on its standard input; what it found. Raises RuntimeError."""
    command = [sys.executable, "-m", module]
    said = json.dumps(arguments)
    ended = subprocess.run(
        command, env=env, input=said, capture_output=True, text=True, timeout=within_s, check=False
    )
    if ended.returncode:
        raise RuntimeError(f"{module}: {(ended.stderr or ended.stdout).strip()[-2000:]}")
    return json.loads(ended.stdout.strip().splitlines()[-1])


def given() -> dict[str, Any]:
    """In a helper: the arguments it was started with."""
    arguments: dict[str, Any] = json.load(sys.stdin)
    return arguments


def found(result: Any) -> None:
    """In a helper: print what it found."""
    print(json.dumps(result), flush=True)


def start_helper(module: str, arguments: dict[str, Any]) -> subprocess.Popen[str]:
    """Start a helper and go on; the caller waits for its end."""
    command = [sys.executable, "-m", module]
    started = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    if started.stdin:
        started.stdin.write(json.dumps(arguments))
        started.stdin.close()
    return started
