"""`tafla serve` and its neighbours as people run them: two processes, kept alive, ended in time."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import httpx
import pytest

from tests.support.servers import ROOT, environment, free_port, running

CLI = [sys.executable, "-m", "tafla.project.cli"]


def children(parent: int) -> dict[str, int]:
    """The supervisor's children by name."""
    listed = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(parent)], capture_output=True, text=True)
    rows = [line.split(None, 1) for line in listed.stdout.splitlines()]
    return {name: int(pid) for pid, args in rows for name in ("live", "work") if f"project.{name}" in args}


def until(condition: Callable[[], bool], within_s: float = 10) -> None:
    deadline = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"


def tafla(data_dir: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    env = environment(data_dir, free_port(), **more)
    return subprocess.run([*CLI, *command], env=env, cwd=ROOT, capture_output=True, text=True, timeout=60)


def test_first_start_migrates_and_says_where_to_sign_in(tmp_path: Path) -> None:
    with running(["tafla.project.cli", "serve", "--demo"], tmp_path) as server:
        until(lambda: "Ctrl-C" in server.logged())
        assert f"Tafla is running at {server.url}" in server.logged()
        assert "Sign in as ana@example.com with the password " in server.logged()
        with urlopen(f"{server.url}/readyz") as answer:
            assert answer.status == 200
        until(lambda: set(children(server.process.pid)) == {"live", "work"})
    assert server.process.returncode == 0


def test_a_dead_child_is_started_again(tmp_path: Path) -> None:
    with running(["tafla.project.cli", "serve"], tmp_path) as server:
        until(lambda: set(children(server.process.pid)) == {"live", "work"})
        before = children(server.process.pid)
        for pid in before.values():
            os.kill(pid, signal.SIGKILL)
        until(lambda: set(children(server.process.pid)) == {"live", "work"})
        after = children(server.process.pid)
        assert not set(before.values()) & set(after.values())
        assert "live ended with status -9, starting again in 0.2 s" in server.logged()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stop_takes_both_children_along_within_5_seconds(tmp_path: Path, number: signal.Signals) -> None:
    with running(["tafla.project.cli", "serve"], tmp_path) as server:
        until(lambda: set(children(server.process.pid)) == {"live", "work"})
        pids = children(server.process.pid).values()
        started = time.monotonic()
        server.process.send_signal(number)
        assert server.process.wait(10) == 0
        assert time.monotonic() - started < 5
        assert not any(is_alive(pid) for pid in pids)
        assert "Traceback" not in server.logged()


def test_children_end_with_a_killed_supervisor(tmp_path: Path) -> None:
    with running(["tafla.project.cli", "serve"], tmp_path) as server:
        until(lambda: set(children(server.process.pid)) == {"live", "work"})
        pids = list(children(server.process.pid).values())
        server.process.kill()
        until(lambda: not any(is_alive(pid) for pid in pids))


def test_taken_port_is_told_in_one_line_with_status_2(tmp_path: Path) -> None:
    with running(["tafla.project.cli", "serve"], tmp_path) as server:
        ended = tafla(tmp_path / "other", "serve", TAFLA_PORT=str(server.port))
    assert ended.returncode == 2
    assert ended.stderr.startswith("TAFLA_HOST, TAFLA_PORT: cannot listen on 127.0.0.1:")
    assert "Traceback" not in ended.stderr


def test_check_finds_what_must_be_mended(tmp_path: Path) -> None:
    fresh = tafla(tmp_path, "check")
    assert fresh.returncode == 1
    assert "FAIL database: " in fresh.stdout
    assert tafla(tmp_path, "migrate").returncode == 0
    mended = tafla(tmp_path, "check", TAFLA_DATABSE_URL="typo")
    assert "ok   database: sqlite, migrated" in mended.stdout
    assert "note settings: not a setting of Tafla: TAFLA_DATABSE_URL" in mended.stdout


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("TAFLA_DATABASE_URL", "postgres://nobody@127.0.0.1:1/none"),
        ("TAFLA_REDIS_URL", "redis://127.0.0.1:1/0"),
        ("TAFLA_MAIL_URL", "smtp://127.0.0.1:1"),
    ],
)
def test_check_says_what_is_out_of_reach(tmp_path: Path, setting: str, value: str) -> None:
    ended = tafla(tmp_path, "check", **{setting: value})
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    name = {"TAFLA_DATABASE_URL": "database", "TAFLA_REDIS_URL": "redis", "TAFLA_MAIL_URL": "mail"}[setting]
    assert f"FAIL {name}: " in ended.stdout


def test_demo_can_be_repeated_and_owns_nothing(tmp_path: Path) -> None:
    assert tafla(tmp_path, "migrate").returncode == 0
    first, second = tafla(tmp_path, "demo"), tafla(tmp_path, "demo")
    assert first.returncode == second.returncode == 0, first.stderr
    assert "ana@example.com" in second.stdout


def test_demo_person_signs_in_as_told(tmp_path: Path) -> None:
    with running(["tafla.project.cli", "serve", "--demo"], tmp_path) as server:
        until(lambda: "Ctrl-C" in server.logged())
        password = server.logged().split("password ")[1].split()[0]
        with httpx.Client(base_url=server.url, headers={"origin": server.url}) as http:
            assert http.get("/api/v1/me").status_code == 401
            http.headers["x-csrftoken"] = http.cookies["csrftoken"]
            body = {"email": "ana@example.com", "password": password}
            assert http.post("/_allauth/browser/v1/auth/login", json=body).status_code == 200
            me = http.get("/api/v1/me").json()
            assert (me["name"], me["is_owner"]) == ("Ana Costa", False)


@pytest.mark.parametrize("command", ["serve", "worker", "demo", "migrate", "check", "contracts"])
def test_every_command_explains_itself(command: str, tmp_path: Path) -> None:
    ended = tafla(tmp_path, command, "--help")
    assert ended.returncode == 0
    assert "Usage:" in ended.stdout
