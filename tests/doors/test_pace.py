"""Commands of one person are counted together, through all doors and connections."""

import pytest

from tafla.core.ids import new_id
from tafla.doors import pace, verb_routes
from tests.support.client import Browser, code


def test_a_burst_then_so_many_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(pace.time, "monotonic", lambda: now[0])
    paces = pace.Paces()
    assert sum(paces.take("ana") for _ in range(pace.BURST + 500)) == pace.BURST
    assert paces.take("ben")
    now[0] += 0.125
    assert sum(paces.take("ana") for _ in range(500)) == pace.COMMANDS_PER_S // 8
    now[0] += 3600
    assert sum(paces.take("ana") for _ in range(pace.BURST + 500)) == pace.BURST


def test_not_everybody_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MOST_PEOPLE", 3)
    paces = pace.Paces()
    for number in range(10):
        assert paces.take(str(number))
    assert len(paces._left) == 3


@pytest.mark.usefixtures("database")
def test_programs_are_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    ana = Browser()
    ana.join("ana@example.com")
    monkeypatch.setattr(verb_routes.paces, "take", lambda _person: False)
    answer = ana.post("/api/v1/accounts", {"account_id": new_id(), "name": "x"})
    assert (answer.status_code, code(answer)) == (503, "too_fast")
