"""A real Tafla server of the bench's own: `tafla serve` on a free port with its own database."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from bench import processes
from bench.ports import free_port

SECRET = "only-for-the-bench-0123456789-0123456789"
START_WITHIN_S = 60


def environment(data_dir: Path, database_url: str = "", port: int = 0) -> dict[str, str]:
    """The environment of a process that works on one database, and nothing of the caller's own settings."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("TAFLA_")}
    own = {
        "TAFLA_DATA_DIR": str(data_dir),
        "TAFLA_DATABASE_URL": database_url,
        "TAFLA_PORT": str(port or 8000),
        "TAFLA_SECRET_KEY": SECRET,
        "TAFLA_MAIL_URL": "console:",
        "TAFLA_LOG_LEVEL": "warning",
        # A crowd of watchers comes from one machine, and is often one person.
        "TAFLA_SOCKETS_PER_PERSON": "100000",
        "TAFLA_SOCKETS_PER_ADDRESS": "100000",
    }
    return clean | own


class Server:
    """One running server."""

    def __init__(self, data_dir: Path, database_url: str = "") -> None:
        self.port = free_port()
        self.site = f"http://127.0.0.1:{self.port}"
        self.started = time.perf_counter()
        # Measured without the console script: the same module, whether installed or not.
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tafla.project.cli", "serve"],
            env=environment(data_dir, database_url, self.port),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.start_s = self._wait()

    def _wait(self) -> float:
        """Seconds from the start to the first answer of a server whose database is ready."""
        while time.perf_counter() - self.started < START_WITHIN_S:
            try:
                with urllib.request.urlopen(f"{self.site}/readyz", timeout=2) as answer:
                    if answer.status == 200:
                        return time.perf_counter() - self.started
            except (urllib.error.URLError, OSError):
                if self.process.poll() is not None:
                    break
            time.sleep(0.01)
        self.stop()
        raise RuntimeError("the server did not start")

    def child(self, module: str) -> int:
        """The process id of the child that runs a module. Raises RuntimeError when there is none."""
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            for pid in processes.children(self.process.pid):
                if module in processes.command_line(pid):
                    return pid
            time.sleep(0.02)
        raise RuntimeError(f"{module} does not run")

    @property
    def live(self) -> int:
        """The process id of the live process."""
        return self.child("tafla.project.live")

    def stop(self) -> None:
        """End it, and what it started."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
