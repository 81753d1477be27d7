"""Settings: what is accepted, what is refused in which words, and that the reference page is true."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from pydantic import ValidationError

from tafla.core import places
from tafla.core.settings import Settings, SettingsError, load, secret_key
from tests.support.servers import ROOT

PAGE = ROOT / "docs" / "reference" / "settings.md"


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("TAFLA_")]:
        monkeypatch.delenv(name)


def documented() -> dict[str, str]:
    """Names and defaults of the page's table."""
    return dict(re.findall(r"^\| `(TAFLA_\w+)` \| (.*?) \|", PAGE.read_text(), re.MULTILINE))


def test_reference_page_lists_exactly_the_settings_there_are() -> None:
    assert set(documented()) == {f"TAFLA_{name.upper()}" for name in Settings.model_fields}


def test_reference_page_tells_the_true_defaults() -> None:
    derived = {"base_url", "allowed_hosts", "data_dir", "database_url", "redis_url", "secret_key"}
    for name, field in Settings.model_fields.items():
        if name not in derived:
            told = documented()[f"TAFLA_{name.upper()}"].strip("`")
            default = "none" if field.default == "" else str(field.default)
            assert told in (default, default.lower()), name


def test_every_setting_has_a_sentence() -> None:
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORT", "http", "valid integer"),
        ("PORT", "70000", "65535"),
        ("BASE_URL", "tafla.example.org", "https://tafla.example.org"),
        ("BASE_URL", "https://example.org/tafla", "no path"),
        ("DATABASE_URL", "mysql://x/y", "sqlite:/// or postgres://"),
        ("DATABASE_URL", "sqlite://tafla.db", "sqlite:///data"),
        ("DATABASE_URL", "postgres://host", "names no database"),
        ("DATABASE_URL", "postgres://host/db?sslmod=x", "sslmod"),
        ("DATABASE_URL", "postgres://host:port/db", "port"),
        ("REDIS_URL", "localhost:6379", "redis://"),
        ("SECRET_KEY", "short", "32 characters"),
        ("MAIL_URL", "mail.example.org", "smtp://"),
        ("MAIL_FROM", "nobody", "e-mail address"),
        ("MAIL_FROM", "a@b\nBcc: c@d", "e-mail address"),
        ("SIGNUP", "closed", "open"),
        ("LOG_LEVEL", "loud", "info"),
        ("LANGUAGE", "English", "pattern"),
        ("TRUSTED_PROXY", "-1", "0"),
        ("DEBUG", "perhaps", "bool"),
    ],
)
def test_wrong_value_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(f"TAFLA_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load.__wrapped__()
    (line,) = caught.value.lines
    assert line.startswith(f"TAFLA_{name}: ")
    assert said in line
    assert "\n" not in line


def test_message_never_repeats_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAFLA_DATABASE_URL", "oracle://me:hunter2@host/db")
    monkeypatch.setenv("TAFLA_SECRET_KEY", "hunter2")
    monkeypatch.setenv("TAFLA_MAIL_URL", "ftp://me:hunter2@host")
    with pytest.raises(SettingsError) as caught:
        load.__wrapped__()
    assert len(caught.value.lines) == 3
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("command", [["serve"], ["check"], ["migrate"], ["demo"], ["worker"]])
def test_every_command_ends_with_status_2_and_no_traceback(command: list[str], tmp_path: Path) -> None:
    environment = {**os.environ, "TAFLA_PORT": "http", "TAFLA_SIGNUP": "no", "TAFLA_DATA_DIR": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-m", "tafla.project.cli", *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=20,
    )
    assert ended.returncode == 2
    assert [line.split(":")[0] for line in ended.stderr.splitlines()] == ["TAFLA_PORT", "TAFLA_SIGNUP"]


def test_empty_variable_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAFLA_PORT", "")
    assert Settings().port == 8000


@pytest.mark.parametrize(
    ("given", "site", "hosts"),
    [
        ({}, "http://127.0.0.1:8000", {"127.0.0.1", "localhost", "[::1]"}),
        ({"host": "0.0.0.0", "port": 80}, "http://127.0.0.1:80", {"127.0.0.1", "localhost", "[::1]"}),
        ({"host": "::1"}, "http://[::1]:8000", {"127.0.0.1", "localhost", "[::1]"}),
        ({"base_url": "https://t.example.org/"}, "https://t.example.org", {"t.example.org"}),
        (
            {"base_url": "https://t.org", "allowed_hosts": "a.org, b.org"},
            "https://t.org",
            {"t.org", "a.org", "b.org"},
        ),
    ],
)
def test_site_and_hosts_follow_from_each_other(given: dict[str, object], site: str, hosts: set[str]) -> None:
    settings = Settings(**given)
    assert settings.site == site
    assert set(settings.hosts) == hosts


def test_database_address_is_taken_apart() -> None:
    place = places.database_place("postgres://me:p%40ss@db.example:5433/tafla?sslmode=require", Path())
    assert (place.user, place.password, place.host, place.port, place.name) == (
        "me",
        "p@ss",
        "db.example",
        "5433",
        "tafla",
    )
    assert place.options == {"sslmode": "require"}
    assert places.database_place("postgres:///tafla?host=/run/pg", Path()).host == "/run/pg"
    assert places.database_place("sqlite:////srv/t.db", Path()).path == Path("/srv/t.db")
    assert "p@ss" not in repr(place)


def test_signing_key_is_made_once_and_kept_private(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "new")
    keys: list[str] = []
    threads = [Thread(target=lambda: keys.append(secret_key(settings))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(keys)) == 1
    assert len(keys[0]) >= 32
    assert stat.S_IMODE((tmp_path / "new" / "secret_key").stat().st_mode) == 0o600
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["secret_key"]


def test_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ValidationError, match="is a file"):
        Settings(data_dir=tmp_path / "file")


def test_data_folder_that_cannot_be_made_ends_with_status_2(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit) as caught:
        secret_key(Settings(data_dir=tmp_path / "file" / "data"))
    assert caught.value.code == 2
