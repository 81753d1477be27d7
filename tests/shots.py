"""Every screen at two sizes, light, dark and mirrored, into build/shots: `python -m tests.shots [WORD…]`.

Pictures to look at, not to compare by a program. With words, only screens whose names hold one of them.
"""

import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.e2e.conftest import DESK, launch_options
from tests.e2e.house import House, NewBoard, make_template, open_house
from tests.e2e.person import Person
from tests.e2e.screens import LINK, SCREENS, Screen, Stage, offline

FOLDER = Path(__file__).resolve().parents[1] / "build/shots"
SIZES: dict[str, dict[str, Any]] = {
    "desk": DESK,
    "phone": {**DESK, "viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}
LOOKS = {"light": ("light", ""), "dark": ("dark", ""), "rtl": ("light", "dir=rtl")}


def set_up(house: House) -> NewBoard:
    """A board of what is rare: over a limit, a hidden column, deleted cards, an open link."""
    columns = {"To Do": ["Oak", "Elm", "Ash"], "Doing": ["Yew", "Box"], "Waiting": ["Larch"], "Review": []}
    made = house.make_board(
        {**columns, "Later": ["Fig", "Pear"]}, team={"ben": "member", "dana": "visitor"}, name="Tree planting"
    )
    house.do("ana", "column.set_wip_limit", column_id=made.columns["Doing"], limit=1)
    house.do("ana", "board.set_wip_mode", board_id=made.id, mode="warn")
    house.do("ana", "pref.hide_column", column_id=made.columns["Waiting"], hidden=True)
    house.do("ana", "card.delete", card_ids=[made.cards["Fig"], made.cards["Pear"]])
    house.do("ana", "board.set_privacy", board_id=made.id, privacy="link", link_token=LINK)
    invited = [{"invitation_id": made.cards["Oak"], "email": "olof@example.com"}]
    house.do("ana", "member.invite", board_id=made.id, role="member", people=invited)
    return made


def main(words: list[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as player:
        template = make_template(Path(home) / "template")
        with open_house(template, Path(home) / "house") as house:
            plan = set_up(house)
            browser = player.chromium.launch(**launch_options())
            for size, look, who in product(SIZES, LOOKS, SCREENS):
                chosen = [
                    one for one in SCREENS[who] if not words or any(word in one.__name__ for word in words)
                ]
                if chosen:
                    visit(browser, house, plan, (size, look, who), chosen)


def visit(
    browser: Browser, house: House, plan: NewBoard, how: tuple[str, str, str], screens: list[Screen]
) -> None:
    """One person's pictures of some screens, in one browser context."""
    size, look, who = how
    scheme, query = LOOKS[look]
    context = browser.new_context(**{**SIZES[size], "color_scheme": scheme, "reduced_motion": "reduce"})
    if who == "newcomer":
        context.route("**/api/v1/home", lambda route: route.fulfill(json=nothing_yet(house)))
    key = {"stranger": None, "newcomer": "dana"}.get(who, who)
    stage = Stage(Person(context, house, key, query), house.facts["demo"], plan)
    for screen in screens:
        name = f"{screen.__name__}-{size}-{look}"
        try:
            screen(stage)
            stage.one.page.evaluate("() => document.fonts.ready.then(() => true)")
            if screen is not offline:
                stage.one.page.wait_for_load_state("networkidle")
        except (AssertionError, PlaywrightError) as error:
            sys.stderr.write(f"{name}: {str(error).splitlines()[0]}\n")
        stage.one.page.screenshot(path=FOLDER / f"{name}.png")
    context.close()


def nothing_yet(house: House) -> dict[str, object]:
    account = {"id": house.facts["account"], "name": "Dana Levi", "role": "owner"}
    return {"accounts": [account], "boards": []}


if __name__ == "__main__":
    main(sys.argv[1:])
