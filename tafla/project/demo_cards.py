"""What the demo account holds: a charity relaunches its website and runs its spring campaign.

Data only. Due dates are days from today, so the board always looks like a board in use: some done, some
due, some late. `demo.make_demo` turns this into people, a board and cards.
"""

from dataclasses import dataclass

PASSWORD = "tafla-demo-2026"  # noqa: S105 — meant to be known
BOARD = "Website relaunch and spring campaign"


@dataclass(frozen=True)
class DemoPerson:
    """Somebody on the demo board. `role` is the board role."""

    key: str
    name: str
    role: str

    @property
    def email(self) -> str:
        return f"{self.key}@example.com"


@dataclass(frozen=True)
class DemoCard:
    """One card; `due` in days from today, `who` by the people's keys."""

    title: str
    who: tuple[str, ...] = ()
    due: int | None = None
    status: str = "normal"
    priority: str = "normal"
    details: str = ""


# The first signs in by the printed line and made the board.
PEOPLE = (
    DemoPerson("ana", "Ana Costa", "admin"),
    DemoPerson("ben", "Ben Okafor", "member"),
    DemoPerson("chidi", "Chidi Nwosu", "member"),
    DemoPerson("dana", "Dana Levi", "member"),
)

# Tags with their hue, and the cards that carry them by the beginning of their titles.
TAGS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Donations", "green", ("Matching gift", "Give ", "Donation ", "Budget", "Agree on the campaign")),
    ("Words", "violet", ("Stories", "Newsletter", "Translate", "Read every text", "Choose the campaign")),
    ("Design", "pink", ("Homepage", "Logo", "Colours", "Donation form", "Photo", "Short film")),
    ("Technology", "blue", ("Move 214", "Event calendar", "Sign in", "Old addresses", "Find a web host")),
    ("Accessibility", "teal", ("Colours", "Whole site by keyboard", "Translate")),
    ("Privacy", "orange", ("Privacy", "Cookie banner", "Who visits")),
)

# Columns in order. The template's own come first; Completed is the last.
COLUMNS: tuple[tuple[str, tuple[DemoCard, ...]], ...] = (
    (
        "Ideas",
        (
            DemoCard(
                "Stories from three families we helped last year",
                ("dana",),
                details="Ask the **regional coordinators** first. Each story needs a signed consent form.",
            ),
            DemoCard("Matching gift: ask Hartwell Foods to double the first 10,000"),
            DemoCard("Newsletter sign-up at the end of every story"),
            DemoCard("Short film for the start page, under 60 seconds", ("chidi",)),
            DemoCard("Give regularly: show what 12 a month pays for"),
            DemoCard("Translate the donation page into Portuguese and Hebrew", status="on_hold"),
        ),
    ),
    (
        "Project strategy",
        (
            DemoCard(
                "Agree on the campaign goal with the trustees",
                ("ana",),
                due=-1,
                status="in_progress",
                priority="high",
                details="Proposal: **85,000 by the end of May**, of which a third from new donors.",
            ),
            DemoCard("Budget for print, postage and ads", ("ana", "ben"), due=2, status="needs_review"),
            DemoCard(
                "Who visits the old site? Read a year of statistics", ("ben",), due=1, status="in_progress"
            ),
            DemoCard("Interview eight donors about how they give", ("dana",), due=5),
            DemoCard(
                "Privacy: what may we store about donors, and how long", ("ana",), due=6, priority="high"
            ),
            DemoCard("List every page of the old site and what becomes of it", ("ben", "dana"), due=3),
        ),
    ),
    (
        "Project design",
        (
            DemoCard(
                "Homepage design",
                ("chidi",),
                due=0,
                status="in_progress",
                priority="high",
                details="Two drafts are enough. *Donate* must be seen without scrolling on a small phone.",
            ),
            DemoCard("Donation form in three steps, on paper first", ("chidi", "dana"), due=2),
            DemoCard("Logo: a version that works at 16 pixels", ("chidi",), due=4, status="needs_rework"),
            DemoCard("Colours with enough contrast for everybody", ("chidi",), due=-2, status="needs_review"),
            DemoCard("Letter and return envelope for the spring appeal", ("dana",), due=7),
            DemoCard("Photo guidelines: dignity first", ("dana",), due=9, status="ready"),
        ),
    ),
    (
        "Development",
        (
            DemoCard(
                "Donation page: card, direct debit and bank transfer",
                ("ben",),
                due=3,
                status="in_progress",
                priority="critical",
                details="- test payments with the sandbox\n- receipts at once\n- nothing stored on our side",
            ),
            DemoCard("Move 214 news articles, keep their addresses", ("ben",), due=8, status="in_progress"),
            DemoCard("Event calendar with a map that works without tracking", ("ben", "chidi"), due=10),
            DemoCard(
                "Sign in for volunteers",
                ("ben",),
                due=-3,
                status="blocked",
                priority="high",
                details="Waiting for the new mail server: without it, nobody can confirm an address.",
            ),
            DemoCard("Thank-you page with the donor's first name", due=11, status="ready"),
            DemoCard("Cookie banner: best none at all", ("ana", "ben"), due=5),
        ),
    ),
    (
        "Testing",
        (
            DemoCard(
                "Give 1 with every payment method, on five phones", ("dana", "ben"), due=4, priority="high"
            ),
            DemoCard("Whole site by keyboard and with a screen reader", ("chidi",), due=6),
            DemoCard(
                "Does the start page open in two seconds on a train?", ("ben",), due=1, status="in_progress"
            ),
            DemoCard("Read every text aloud once", ("dana",), due=2, status="needs_review"),
            DemoCard("Old addresses lead to the right new pages", ("ben",), due=12),
        ),
    ),
    (
        "Completed",
        (
            DemoCard("Find a web host that runs on green power", ("ben",), due=-20),
            DemoCard("Kick-off with everybody at one table", ("ana", "ben", "chidi", "dana"), due=-24),
            DemoCard("Ask three printers for an offer", ("dana",), due=-12),
            DemoCard("Choose the campaign's one sentence", ("ana", "dana"), due=-9, priority="high"),
            DemoCard("Renew the domain before it lapses", ("ana",), due=-15, priority="critical"),
        ),
    ),
)


def count() -> int:
    """How many cards there are."""
    return sum(len(cards) for _, cards in COLUMNS)
