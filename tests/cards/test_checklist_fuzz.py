"""Two people at one checklist, doing and undoing whatever comes: the card always counts what is on it."""

import random
from typing import Any

import pytest

from tests.support.checklists import counts, items, listed
from tests.support.world import World, ident

STEPS = 40
# What two people who do not know of each other may be told.
EXPECTED = {"done", "not_found", "undo_changed", "undo_gone", "undo_not_possible", "card_completed"}


class Life:
    """One seed's life of the card `ink`."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.dice = random.Random(seed)
        self.made = 0
        self.past: dict[str, list[str]] = {"ben": [], "chidi": []}

    def some(self) -> list[str]:
        here = [item["id"] for item in items(self.world)] or [self.world.nix]
        return self.dice.sample(here, min(len(here), self.dice.randint(1, 3)))

    def new(self) -> list[dict[str, Any]]:
        self.made += 2
        names = [f"made {self.made - 1}", f"made {self.made}"]
        return [{"item_id": ident(name), "text": name, "done": self.dice.random() < 0.3} for name in names]

    def act(self) -> tuple[str, dict[str, Any]]:
        person = self.dice.choice([self.world.ben, self.world.chidi])
        day = f"2026-0{self.dice.randint(1, 9)}-01"
        acts: list[tuple[str, dict[str, Any]]] = [
            ("checklist.add", {"card_id": self.world.ink, "items": self.new(), "after": self.some()[0]}),
            ("checklist.set_done", {"item_ids": self.some(), "done": self.dice.random() < 0.6}),
            ("checklist.set_due", {"item_ids": self.some(), "due_on": self.dice.choice([day, None])}),
            ("checklist.move", {"item_ids": self.some(), "before": self.some()[0]}),
            ("checklist.remove", {"item_ids": self.some()}),
            ("checklist.assign", {"item_ids": self.some(), "person_id": person}),
            ("checklist.rename", {"item_id": self.some()[0], "text": day}),
            ("checklist.make_card", {"item_id": self.some()[0], "card_id": ident(f"card {self.made}")}),
            ("card.move", {"card_ids": [self.world.ink], "column_id": self.column()}),
        ]
        return self.dice.choice(acts)

    def column(self) -> str:
        return self.dice.choice([self.world.todo, self.world.todo, self.world.closed])

    def step(self) -> str:
        who = self.dice.choice(["ben", "chidi"])
        if self.past[who] and self.dice.random() < 0.4:
            verb, args = "change.undo", {"command_id": self.past[who].pop()}
        else:
            verb, args = self.act()
        command = self.world.command(who, verb, **args)
        answer = self.world.batch(command)[0].answer
        if answer["s"] == "done" and answer["wrote"]:
            # An undo may itself be taken back.
            self.past[who].append(command.id)
        return str(answer.get("code", "done"))


@pytest.mark.parametrize("seed", range(2))
def test_the_card_always_counts_what_is_on_it(world: World, seed: int) -> None:
    listed(world)
    life = Life(world, seed)
    told = []
    for _ in range(STEPS):
        told.append(life.step())
        counts(world)
        ranks = [item["rank"] for item in items(world)]
        assert len(set(ranks)) == len(ranks)
    assert set(told) <= EXPECTED
    assert told.count("done") > STEPS / 3
