"""The log is followed by its order (S15), at a cost that does not grow with it."""

import pytest
from django.db import connection

from tafla.sync.db import current
from tafla.sync.feed import Position, read_after
from tafla.sync.listeners import Listener, step
from tafla.sync.models import Scope
from tafla.sync.rebasing import rebase, restored
from tests.support.world import World, build_world


@pytest.mark.postgres
def test_what_is_new_is_found_by_an_index(postgres_database: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO sync_change (xid, scope, seq, command_id, verb, at, patches, before) "
            "SELECT g, 'board:x', g, 'c', 'v', 1, '[]', '[]' FROM generate_series(1, 20000) g"
        )
        cursor.execute("ANALYZE sync_change")
    seen: list[str] = []

    class Explaining:
        vendor = "postgresql"

        def query(self, sql: str, values: tuple[int, ...]) -> list[tuple[str]]:
            seen.extend(line for (line,) in current().query(f"EXPLAIN {sql}", values))
            return []

    read_after(Explaining(), "sync_change", "scope", Position(19_000, 19_000))  # type: ignore[arg-type]
    assert "sync_change_order" in "\n".join(seen)


def from_elsewhere() -> None:
    """The log as it comes from an installation whose transactions have higher numbers."""
    with connection.cursor() as cursor:
        for table in ("sync_change", "sync_accesschange", "sync_cursor"):
            cursor.execute(f"UPDATE {table} SET xid = xid + 1000000000 WHERE xid > 0")


def rename(world: World, *titles: str) -> None:
    for title in titles:
        world.done("ben", "card.rename", card_id=world.ink, title=title)


@pytest.mark.postgres
def test_listeners_neither_skip_nor_repeat_after_the_log_went_to_another_installation(
    postgres_database: str,
) -> None:
    world, told = build_world(), []
    ones = {name: Listener(f"test.{name}", frozenset({"board"}), tell_all=told.extend) for name in "abc"}

    def heard(name: str) -> list[str]:
        told.clear()
        ones[name].position = None  # as a process that has just started
        while step(ones[name]):
            pass
        return [change.patches[0][3]["title"] for change in told]

    rename(world, "one", "two")
    assert heard("a") == ["one", "two"]
    rename(world, "three")
    assert heard("b") == ["one", "two", "three"]
    before = dict(Scope.objects.values_list("id", "epoch"))
    from_elsewhere()
    assert rebase()
    rename(world, "four")
    assert (heard("a"), heard("b")) == (["three", "four"], ["four"])
    assert heard("c") == ["one", "two", "three", "four"], "one that begins now"
    assert not rebase()
    assert (heard("a"), heard("b"), heard("c")) == ([], [], [])
    assert all(Scope.objects.get(id=scope).epoch != epoch for scope, epoch in before.items())


@pytest.mark.postgres
def test_without_it_what_comes_later_would_not_be_told(postgres_database: str) -> None:
    world, told = build_world(), []
    one = Listener("test.a", frozenset({"board"}), tell_all=told.extend)
    rename(world, "one")
    step(one)
    from_elsewhere()
    one.position = None
    rename(world, "two")
    step(one)
    assert len(told) == 1


def test_put_back_from_a_backup_scopes_get_new_epochs(each_database: object) -> None:
    world = build_world()
    rename(world, "one")
    before = set(Scope.objects.values_list("epoch", flat=True))
    assert not rebase()
    assert set(Scope.objects.values_list("epoch", flat=True)) == before
    restored()
    after = set(Scope.objects.values_list("epoch", flat=True))
    assert before.isdisjoint(after)
    rename(world, "two")
    assert world.card("ink")["title"] == "two"
