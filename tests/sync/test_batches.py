"""Batches (S2, S3, S16): order, isolation, repeats, failures, and a constant number of statements."""

import sqlite3
import threading
from typing import Any

import pytest
from django.db import connection, transaction

from tafla.cards.models import Card
from tafla.core.ids import new_id
from tafla.core.refusals import Refusal
from tafla.sync import batch as batches
from tafla.sync import engine as engines
from tafla.sync import reading
from tafla.sync.batch import run_batch
from tafla.sync.command import Answer, Command, Outcome
from tafla.sync.db import current
from tafla.sync.dispatch import dispatch
from tafla.sync.engine import Lane
from tafla.sync.gate import Gate
from tafla.sync.models import Change
from tafla.sync.verbs import VERBS
from tests.support.world import World, many_cards


def codes(outcomes: list[Outcome]) -> list[str]:
    return [str(outcome.answer.get("code", "done")) for outcome in outcomes]


def add(world: World, name: str, who: str = "chidi") -> Command:
    cards = [{"card_id": getattr(world, name), "title": name}]
    return world.command(who, "card.add", column_id=world.todo, cards=cards)


def rename(world: World, name: str, title: str, who: str = "chidi") -> Command:
    return world.command(who, "card.rename", card_id=getattr(world, name), title=title)


def test_a_command_that_builds_on_one_in_the_same_batch_waits_its_turn(world: World) -> None:
    first, second, third = add(world, "new"), rename(world, "new", "a"), rename(world, "ink", "after")
    done, left = run_batch(current(), world.gate, [first, second, third])
    assert [outcome.command for outcome in done] == [first]
    assert left == [second, third], "what the same person sent later must not overtake"
    assert codes(world.batch(*left)) == ["done", "done"]


def test_an_undo_in_the_same_batch_waits_for_what_it_takes_back(world: World) -> None:
    """As when an outbox filled offline is sent at once."""
    first = rename(world, "ink", "a")
    back = world.command("chidi", "change.undo", command_id=first.id)
    assert codes(world.batch(first, back)) == ["done", "done"]
    assert world.card("ink")["title"] == "Card ink"


def test_what_is_left_keeps_its_order(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """On PostgreSQL a place may have moved before the lock: the person's earlier command waits as well."""
    first, second = rename(world, "ink", "a"), rename(world, "oak", "b")

    def move(_db: Any, batch: Any, commands: list[Command]) -> None:
        commands.remove(second)
        batch.left.append(second)

    monkeypatch.setattr(batches, "_leave_moved", move)
    assert run_batch(current(), world.gate, [first, second])[1] == [first, second]


def test_a_circle_that_another_thread_forgets_meanwhile_refuses_nobody(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hub drops circles whenever access changes somewhere; a refusal would be for good."""
    refresh = Gate.refresh

    def and_forget(gate: Gate, *args: Any, **options: Any) -> Any:
        found = refresh(gate, *args, **options)
        gate.forget(f"board:{world.plan}")
        return found

    monkeypatch.setattr(Gate, "refresh", and_forget)
    assert codes(world.batch(rename(world, "ink", "a"))) == ["done"]
    reading.access_scope(current(), world.gate, reading.Reader(world.dana), f"board:{world.plan}")


@pytest.mark.parametrize("scope", ["board:\0", "card:\0", "person:' OR 1=1", "board:", "x", "nope:\0"])
def test_a_scope_of_no_possible_name_is_not_found(world: World, scope: str) -> None:
    """A name that PostgreSQL fails on would be asked for again and again, with all others in one question."""
    with pytest.raises(Refusal, match="not_found"):
        reading.access_scope(current(), world.gate, reading.Reader(world.dana), scope)


def test_others_do_not_wait_for_it(world: World) -> None:
    done, left = run_batch(
        current(),
        world.gate,
        [add(world, "new"), rename(world, "new", "a"), rename(world, "ink", "b", "ben")],
    )
    assert codes(done) == ["done", "done"]
    assert len(left) == 1


def test_a_change_of_access_stops_the_batch_there(world: World) -> None:
    """S10: what comes after is judged by the new rules."""
    demote = world.command(
        "ben", "member.set_role", board_id=world.plan, person_id=world.chidi, role="visitor"
    )
    commands = [rename(world, "ink", "before"), demote, rename(world, "ink", "after")]
    done, left = run_batch(current(), world.gate, commands)
    assert (len(done), len(left)) == (2, 1)
    assert codes(world.batch(*left)) == ["not_allowed"]
    assert world.card("ink")["title"] == "before"


def test_a_refused_command_leaves_nothing_in_its_batch(world: World) -> None:
    clash = world.command(
        "chidi",
        "card.add",
        column_id=world.todo,
        cards=[{"card_id": world.n1, "title": "a"}, {"card_id": world.ink, "title": "taken"}],
    )
    outcomes = world.batch(clash, add(world, "n1"))
    assert codes(outcomes) == ["id_taken", "done"]
    assert world.card("n1")["title"] == "n1"
    assert world.card("n1")["number"] == 10, "a refused command takes no number"


def test_a_verb_that_fails_takes_nobody_with_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(work: Any, args: Any) -> None:
        work.patch("cards", args.card_id, title="half")
        raise ZeroDivisionError

    bad = rename(world, "ink", "x")
    monkeypatch.setattr(VERBS["card.rename"], "run", broken)
    status = world.command("chidi", "card.set_status", card_ids=[world.oak], status="ready")
    assert codes(world.batch(bad, status)) == ["server_error", "done"]
    assert world.card("ink")["title"] == "Card ink"
    monkeypatch.undo()
    assert codes(world.batch(bad)) == ["done"], "a fault of ours is not final"


def test_dispatch_inside_a_transaction_is_refused(world: World) -> None:
    """S2: a command is its own transaction."""
    with transaction.atomic(), pytest.raises(RuntimeError, match="outside atomic"):
        dispatch(world.chidi, "card.rename", {"card_id": world.ink, "title": "x"})


@pytest.mark.parametrize("together", [True, False])
def test_the_same_command_twice_is_one(world: World, together: bool) -> None:
    """S3: in two batches; within one the engine shares the answer."""
    command_id = new_id()
    args = {"column_id": world.todo, "cards": [{"card_id": world.new, "title": "a"}]}
    answers = [world.run("chidi", "card.add", command_id, **args) for _ in range(2)]
    assert answers[0] == answers[1]
    assert Change.objects.filter(command_id=command_id).count() == 1
    other = world.run("chidi", "card.add", command_id, **{**args, "after": world.ink})
    assert other["code"] == "command_reused"


def test_a_refusal_is_remembered_too(world: World) -> None:
    command_id = new_id()
    args = {"card_id": world.new, "title": "x"}
    assert world.run("chidi", "card.rename", command_id, **args)["code"] == "not_found"
    world.batch(add(world, "new"))
    assert world.run("chidi", "card.rename", command_id, **args)["code"] == "not_found"


def test_another_persons_command_of_the_same_id_is_another(world: World) -> None:
    command_id = world.done("chidi", "card.rename", card_id=world.ink, title="one")
    assert world.run("ben", "card.rename", command_id, card_id=world.ink, title="two")["wrote"]


def statements(world: World, commands: list[Command]) -> int:
    counted: list[str] = []
    current()
    connection.connection.set_trace_callback(counted.append)
    try:
        run_batch(current(), world.gate, commands)
    finally:
        connection.connection.set_trace_callback(None)
    return len([sql for sql in counted if not sql.startswith(("INSERT", "UPDATE"))])


def test_a_batch_reads_the_same_number_of_times_whatever_its_size(world: World) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("statements are counted on SQLite; they are the same on both")
    ids = many_cards("doing", 200)
    # The heads are there, and the circle is in memory.
    world.batch(rename(world, "ink", "x"), world.command("chidi", "card.delete", card_ids=[world.oak]))

    def moves(count: int, first: int) -> list[Command]:
        return [
            world.command("chidi", "card.move", card_ids=[ids[at]], column_id=world.todo, after=ids[at + 100])
            for at in range(first, first + count)
        ]

    one, many = statements(world, moves(1, 0)), statements(world, moves(64, 1))
    assert one == many <= 16


class Writer:
    """A lane that runs when told, and what it delivered."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []
        self.answers: list[Answer] = []
        self.lane = Lane(Gate(), self._deliver, 0)

    def _deliver(self, outcomes: list[Outcome], answers: list[Any]) -> None:
        self.outcomes += outcomes
        for done, answer in answers:
            done(answer)

    def settle(self, *commands: Command) -> list[Answer]:
        found: dict[int, Answer] = {}
        taken = [
            (command, lambda answer, at=at: found.update({at: answer})) for at, command in enumerate(commands)
        ]
        self.lane._settle(taken)
        return [found[at] for at in range(len(commands))]


def failing(
    monkeypatch: pytest.MonkeyPatch, culprit: Command | None, error: Exception, times: int = 99
) -> list[int]:
    """Make batches fail that hold this command (None: every batch), so often; the sizes that were tried."""
    sizes: list[int] = []

    def run(db: Any, gate: Any, commands: list[Command]) -> Any:
        sizes.append(len(commands))
        if (culprit is None or culprit in commands) and len([1 for _ in sizes]) <= times:
            raise error
        return run_batch(db, gate, commands)

    monkeypatch.setattr(engines, "run_batch", run)
    return sizes


def test_storage_that_fails_sends_everybody_away_in_order(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = Writer()
    failing(monkeypatch, None, sqlite3.OperationalError("disk full"), times=1)
    commands = [rename(world, "ink", str(at)) for at in range(4)]
    answers = writer.settle(*commands)
    assert {(answer["s"], answer["code"]) for answer in answers} == {("later", "storage_unavailable")}
    heard: list[Answer] = []
    writer.lane.submit(commands[3], heard.append)
    assert heard[0]["s"] == "later", "nothing overtakes what was told to come again"
    assert Change.objects.count() == 0
    monkeypatch.undo()
    assert [answer["s"] for answer in writer.settle(*commands)] == ["done"] * 4


def test_a_batch_that_breaks_a_constraint_is_halved_until_the_culprit_stands_alone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = Writer()
    commands = [rename(world, "ink", str(at)) for at in range(8)]
    sizes = failing(monkeypatch, commands[5], sqlite3.IntegrityError("UNIQUE"))
    answers = writer.settle(*commands)
    assert [answer.get("code", "done") for answer in answers] == ["done"] * 5 + ["server_error"] + [
        "done"
    ] * 2
    assert 1 in sizes
    assert world.card("ink")["title"] == "7"


def test_storage_that_fails_while_halving_lets_nothing_overtake(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first half is told to come again, so the second must not run before it."""
    writer = Writer()
    errors: list[Exception] = [sqlite3.IntegrityError("UNIQUE")] * engines.RETRIES
    errors.append(sqlite3.OperationalError("disk full"))

    def run(db: Any, gate: Any, commands: list[Command]) -> Any:
        if errors:
            raise errors.pop(0)
        return run_batch(db, gate, commands)

    monkeypatch.setattr(engines, "run_batch", run)
    answers = writer.settle(*(rename(world, "ink", str(at)) for at in range(4)))
    assert {answer["s"] for answer in answers} == {"later"}
    assert Change.objects.count() == 0


def test_a_lost_race_is_tried_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer()
    failing(monkeypatch, None, sqlite3.IntegrityError("UNIQUE"), times=2)
    assert writer.settle(rename(world, "ink", "x"))[0]["s"] == "done"


def test_equal_commands_in_one_go_share_the_answer(world: World) -> None:
    command = rename(world, "ink", "x")
    answers = Writer().settle(command, command)
    assert answers[0] == answers[1]
    assert Change.objects.count() == 1


def test_a_stopped_writer_answers_everybody(world: World) -> None:
    writer = Writer()
    heard: list[Answer] = []
    writer.lane.submit(rename(world, "ink", "x"), heard.append)
    writer.lane.stop()
    writer.lane.submit(rename(world, "ink", "y"), heard.append)
    assert [(answer["s"], answer["code"]) for answer in heard] == [("later", "restarting")] * 2


def test_memory_changes_only_after_commit(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """S2: a batch that fails at its end published nothing and wrote nothing."""
    writer = Writer()

    def fails(db: Any, batch: Any) -> None:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr("tafla.sync.batch.write_batch", fails)
    assert writer.settle(rename(world, "ink", "x"))[0]["s"] == "later"
    assert writer.outcomes == []
    assert Card.objects.get(id=world.ink).title == "Card ink"


def test_many_threads_at_once_leave_no_gap_and_no_loss(world: World) -> None:
    """Raced: as many writers as there are threads, on one board."""

    def work(number: int) -> None:
        try:
            for at in range(5):
                title = f"{number}.{at}"
                answer = dispatch(world.ben, "card.rename", {"card_id": world.ink, "title": title})
                assert answer["s"] == "done"
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seqs = list(
        Change.objects.filter(scope=f"board:{world.plan}").order_by("seq").values_list("seq", flat=True)
    )
    assert seqs == list(range(1, 31))


def test_a_person_opens_one_account_however_fast_they_click(world: World) -> None:
    answers: list[Answer] = []

    def work(number: int) -> None:
        try:
            account_id = getattr(world, f"account{number}")
            answers.append(dispatch(world.dana, "account.open", {"account_id": account_id, "name": "Mine"}))
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer["s"] for answer in answers) == ["done"] + ["refused"] * 5


def test_a_command_not_answered_in_time_is_told_to_come_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S4: it may be done yet, so neither a failure nor a success would be true."""

    class Silent:
        def submit(self, *_: object) -> None: ...

    monkeypatch.setattr("tafla.sync.dispatch._engine", [Silent()])
    monkeypatch.setattr("tafla.sync.dispatch.ANSWER_WITHIN_S", 0.01)
    assert world.run("ben", "card.rename", card_id=world.ink, title="x")["s"] == "later"


@pytest.mark.parametrize("odd", [{"text": "x", "base_version": 2**70}, {"text": "\ud800", "base_version": 0}])
def test_what_no_message_can_say_is_refused(world: World, odd: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match="bad_message"):
        world.run("ben", "card.set_details", card_id=world.ink, **odd)
