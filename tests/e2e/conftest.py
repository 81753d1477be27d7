"""Browser tests: a server and a Chromium for each of pytest's workers, boards of its own for each test."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.house import House, Template, make_template, open_house
from tests.e2e.person import Person

# Two browsers and two servers share the machine: what takes long is late, not wrong.
expect.set_options(timeout=20_000)
DESK: dict[str, Any] = {
    "viewport": {"width": 1440, "height": 900},
    "locale": "en-GB",
    "timezone_id": "Europe/Lisbon",
    # It keeps the whole client on the device, anew for each of hundreds of devices: a third of their time.
    "service_workers": "block",
}
WITH_SERVICE_WORKER: dict[str, Any] = {"service_workers": "allow"}
PHONE: dict[str, Any] = {
    **DESK,
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}
Come = Callable[..., Person]


def launch_options() -> dict[str, Any]:
    """The system's Chromium where there is one; it talks to nobody but the server under test.

    The shell without windows is the same browser; a new person in it costs a quarter of the processor's time.
    """
    flags = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    flags += ["--no-sandbox"] if os.getuid() == 0 else []
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    return {"executable_path": program, "args": flags}


@pytest.fixture(autouse=True)
def _no_stray_database() -> None:
    """The database is the server's; Django refuses to be used beside a browser's event loop."""


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return launch_options()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return make_template(tmp_path_factory.mktemp("e2e") / "template")


@pytest.fixture(scope="session")
def house(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with open_house(template, tmp_path_factory.mktemp("e2e") / "house") as opened:
        yield opened


@pytest.fixture
def own_house(template: Template, tmp_path: Path) -> Iterator[House]:
    """A server of this test's own, which it may end."""
    with open_house(template, tmp_path / "house") as opened:
        yield opened


@pytest.fixture
def come(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Come]:
    """`come("ana")` brings somebody to a browser of their own; without a name, a stranger.

    At the end, nothing may have gone wrong in any of the browsers.
    """
    here: list[Person] = []

    def bring(
        who: str | None = None, *, house: House | None = None, query: str = "", **options: Any
    ) -> Person:
        there = house or request.getfixturevalue("house")
        person = Person(browser.new_context(**{**DESK, **options}), there, who, query)
        here.append(person)
        return person

    yield bring
    wrong = [f"{person.key or 'stranger'}: {line}" for person in here for line in person.watch.wrong]
    for person in here:
        person.context.close()
    assert not wrong, "\n".join(wrong)
