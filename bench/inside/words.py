"""Titles, due dates and people for boards of any size, the same on every run."""

import random
from datetime import date, timedelta

DOING = (
    "Write",
    "Review",
    "Fix",
    "Design",
    "Plan",
    "Test",
    "Translate",
    "Publish",
    "Measure",
    "Replace",
    "Agree on",
    "Call about",
)
WHAT = (
    "the donation page", "the spring newsletter", "login on old phones", "the event calendar",
    "the budget for print", "the volunteer handbook", "the photo archive", "search results",
    "the receipt mail", "the partner contract", "the press kit", "the museum tour",
    "payment reminders", "the onboarding checklist", "the year report",
)  # fmt: skip
MORE = (
    "", "", " before the trustees meet", " for the Lisbon team", " (second round)", " with Chidi and Dana",
    " so that nothing is lost when the network drops", " in Hebrew and Portuguese",
    " — see the notes of Tuesday",
)  # fmt: skip
STATUS = ("normal",) * 6 + ("in_progress", "needs_review", "blocked", "ready")
PRIORITY = ("normal",) * 8 + ("high", "critical")
START = date(2026, 11, 2)


def card_facts(chance: random.Random, people: list[str]) -> dict[str, object]:
    """What one card says."""
    due = chance.random() < 0.4
    on = START + timedelta(days=chance.randrange(60))
    instant = (on - date(1970, 1, 1)).days * 86_400_000 + 86_399_999
    some = sorted(chance.sample(people, chance.choice((0, 0, 1, 1, 2)))) if len(people) > 1 else []
    return {
        "title": f"{chance.choice(DOING)} {chance.choice(WHAT)}{chance.choice(MORE)}",
        "status": chance.choice(STATUS),
        "priority": chance.choice(PRIORITY),
        "due_on": on.isoformat() if due else None,
        "due_zone": "UTC" if due else None,
        "due_at": instant if due else None,
        "assignee_ids": some,
    }
