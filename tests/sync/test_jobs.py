"""Jobs: rows of commands that go on after anything, end when told, and are taken back as one (S23)."""

from collections.abc import Iterator
from typing import Any

import pytest

from tafla.cards.models import Card
from tafla.core.fields import Ids
from tafla.core.ids import new_id
from tafla.core.refusals import Refusal
from tafla.sync import jobs
from tafla.sync.db import Db
from tafla.sync.dispatch import dispatch
from tafla.sync.models import Change, Job
from tafla.sync.verbs import Args
from tests.support.world import World, ident


class Block(Args):
    card_ids: Ids


def begin(_db: Db, _person: str, args: Block) -> int:
    return len(args.card_ids)


def step(_db: Db, _job: Job, args: Block, cursor: int | None) -> jobs.Step | None:
    """One card a command."""
    at = cursor or 0
    if at == len(args.card_ids):
        return None
    told = {"card_ids": [args.card_ids[at]], "status": "blocked"}
    return jobs.Step("card.set_status", told, at + 1, at + 1)


@pytest.fixture(autouse=True)
def _kind() -> Iterator[None]:
    jobs.KINDS["test.block"] = jobs.Kind(Block, begin, step)
    yield
    del jobs.KINDS["test.block"]


def start(world: World, *cards: str, who: str = "chidi") -> str:
    job_id = new_id()
    jobs.start(ident(who), job_id, "test.block", {"card_ids": [getattr(world, card) for card in cards]})
    return job_id


def finish(job_id: str) -> tuple[str, str, int]:
    """Run until nothing waits: how it ended, why, how far."""
    while jobs.turn():
        pass
    job = Job.objects.get(id=job_id)
    return job.state, job.code, job.done


def blocked() -> set[str]:
    return set(Card.objects.filter(status="blocked").values_list("id", flat=True))


def test_a_job_is_done_command_by_command(world: World) -> None:
    job = start(world, "ink", "oak", "fig")
    assert finish(job) == ("done", "", 3)
    assert blocked() == {world.ink, world.oak, world.fig}


def test_undoing_a_job_takes_all_back_and_redoing_does_it_again(world: World) -> None:
    job, undo, redo = start(world, "ink", "oak"), new_id(), new_id()
    finish(job)
    jobs.start(world.chidi, undo, "job.undo", {"job_id": job})
    assert finish(undo) == ("done", "", 2)
    assert blocked() == set()
    jobs.start(world.chidi, redo, "job.undo", {"job_id": undo})
    assert finish(redo) == ("done", "", 2)
    assert blocked() == {world.ink, world.oak}


def test_undoing_passes_over_what_somebody_has_changed_since(world: World) -> None:
    job, undo = start(world, "ink", "oak"), new_id()
    finish(job)
    world.done("ben", "card.set_status", card_ids=[world.oak], status="ready")
    jobs.start(world.chidi, undo, "job.undo", {"job_id": job})
    assert finish(undo) == ("done", "", 2)
    assert Card.objects.get(id=world.ink).status == "normal"
    assert Card.objects.get(id=world.oak).status == "ready"


def test_cancelled_it_stops_and_what_is_done_stays(world: World) -> None:
    job = start(world, "ink", "oak", "fig")
    jobs.turn()
    jobs.cancel(world.chidi, job)
    assert finish(job) == ("cancelled", "", 1)
    assert blocked() == {world.ink}


def test_a_refused_command_ends_it_and_says_why(world: World) -> None:
    job = start(world, "ink", "old", "fig")
    assert finish(job) == ("failed", "card_completed", 1)


def test_a_process_that_died_between_sending_and_noting_does_nothing_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = start(world, "ink", "oak")
    sending = jobs.dispatch

    def die(*told: Any) -> Any:
        sending(*told)
        raise KeyboardInterrupt

    monkeypatch.setattr(jobs, "dispatch", die)
    with pytest.raises(KeyboardInterrupt):
        jobs.turn()
    monkeypatch.setattr(jobs, "dispatch", sending)
    assert not jobs.turn(), "the dead one's claim stands for a while"
    Job.objects.update(claimed_until=0)
    assert finish(job) == ("done", "", 2)
    assert Change.objects.filter(verb="card.set_status", person_id=world.chidi).count() == 2


def test_starting_again_is_the_same_job_and_anothers_id_is_taken(world: World) -> None:
    job = start(world, "ink")
    again = jobs.start(world.chidi, job, "test.block", {"card_ids": [world.oak]})
    assert again.id == job
    assert Job.objects.count() == 1
    with pytest.raises(Refusal, match="id_taken"):
        jobs.start(world.ben, job, "test.block", {"card_ids": [world.oak]})


@pytest.mark.parametrize(
    ("kind", "args"),
    [("nothing", {}), ("test.block", {"card_ids": []}), ("test.block", {"card_ids": "x"}), ("job.undo", {})],
)
def test_what_is_no_job_is_refused(world: World, kind: str, args: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match="bad_arguments"):
        jobs.start(world.chidi, new_id(), kind, args)
    assert not Job.objects.exists()


def test_somebody_elses_job_cannot_be_undone_or_cancelled(world: World) -> None:
    job = start(world, "ink", "oak")
    jobs.turn()
    jobs.cancel(world.ben, job)
    assert finish(job) == ("done", "", 2)
    with pytest.raises(Refusal, match="undo_not_possible"):
        jobs.start(world.ben, new_id(), "job.undo", {"job_id": job})


def test_one_person_does_not_take_all_of_it(world: World) -> None:
    for _ in range(jobs.MOST_OF_ONE_PERSON):
        start(world, "ink")
    with pytest.raises(Refusal, match="too_many"):
        start(world, "ink")
    start(world, "oak", who="ben")


def test_the_same_request_twice_at_once_begins_one_job(world: World) -> None:
    job_id = new_id()

    def begin_again(db: Db, person: str, args: Block) -> int:
        jobs.KINDS["test.block"] = jobs.Kind(Block, begin, step)
        jobs.start(person, job_id, "test.block", {"card_ids": args.card_ids})
        return begin(db, person, args)

    jobs.KINDS["test.block"] = jobs.Kind(Block, begin_again, step)
    assert jobs.start(ident("chidi"), job_id, "test.block", {"card_ids": [world.ink]}).id == job_id
    assert Job.objects.count() == 1


def test_cancelled_after_a_process_died_its_last_command_is_taken_back_too(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = start(world, "ink", "oak")

    def die(*sent: Any) -> Any:
        dispatch(*sent)
        raise KeyboardInterrupt

    monkeypatch.setattr(jobs, "dispatch", die)
    with pytest.raises(KeyboardInterrupt):
        jobs.turn()
    monkeypatch.setattr(jobs, "dispatch", dispatch)
    jobs.cancel(ident("chidi"), job_id)
    assert blocked() == {world.ink}
    undoing = new_id()
    jobs.start(ident("chidi"), undoing, "job.undo", {"job_id": job_id})
    assert finish(undoing)[0] == "done"
    assert blocked() == set()
