"""Real server processes for tests: started on a free port, ended with the test."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
START_WITHIN_S = 20


@dataclass
class RunningServer:
    """A server process and where it listens."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def logged(self) -> str:
        return self.log.read_text()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(data_dir: Path, port: int, **more: str) -> dict[str, str]:
    """The environment of a server with its data in this folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TAFLA_")}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "TAFLA_DATA_DIR": str(data_dir),
        "TAFLA_PORT": str(port),
        **more,
    }


@contextmanager
def running(arguments: list[str], data_dir: Path, port: int = 0, **more: str) -> Iterator[RunningServer]:
    """Run `python -m ARGUMENTS` until the block ends; it has answered its probe when the block begins."""
    port = port or free_port()
    log = data_dir / f"server-{port}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            env=environment(data_dir, port, **more),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = RunningServer(process, port, log)
    try:
        wait_until_answering(server)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def wait_until_answering(server: RunningServer) -> None:
    deadline = time.monotonic() + START_WITHIN_S
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            break
        try:
            with urlopen(f"{server.url}/healthz", timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.05)
    raise AssertionError(f"The server did not answer:\n{server.logged()}")
