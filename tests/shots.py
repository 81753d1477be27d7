"""Every screen at two sizes, light, dark and right to left, into build/shots: `python -m tests.shots [WORD…]`.

Pictures to look at, not to compare by a program. With words, only screens whose names hold one of them.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.conftest import DESK, launch_options
from tests.e2e.house import House, NewBoard, make_template, open_house
from tests.e2e.person import Person

FOLDER = Path(__file__).resolve().parents[1] / "build/shots"
SIZES = {
    "desk": DESK,
    "phone": {**DESK, "viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}
LOOKS = {"light": ("light", ""), "dark": ("dark", ""), "rtl": ("light", "dir=rtl")}
LINK = "a-link-only-for-pictures-0123456789"


@dataclass(frozen=True)
class Stage:
    """What a picture is taken of: a person, and the two boards that stand ready."""

    one: Person
    demo: str
    plan: NewBoard

    def go(self, path: str) -> None:
        joint = "&" if "?" in path else "?"
        self.one.go(path + (joint + self.one.query if self.one.query else ""))

    def board(self, path: str | None = None) -> None:
        self.go(path or f"/b/{self.demo}")
        expect(self.one.page.locator("[data-card]").first).to_be_visible()

    def command(self, name: str) -> None:
        """Run a command by way of the palette, which is the same at every size."""
        self.one.keys("ControlOrMeta+k")
        self.one.page.get_by_role("combobox").fill(name)
        self.one.page.get_by_role("option", name=name).first.click()


def sign_in(stage: Stage) -> None:
    stage.go("/sign-in")


def sign_in_wrong(stage: Stage) -> None:
    stage.go("/sign-in")
    stage.one.type("E-mail address", "ana@example.com")
    stage.one.type("Password", "not the password")
    stage.one.press("Sign in")
    expect(stage.one.page.get_by_role("alert").first).to_be_visible()


def sign_up(stage: Stage) -> None:
    stage.go("/sign-up")


def verify(stage: Stage) -> None:
    stage.go("/verify-email?email=nora@example.com")


def forgot(stage: Stage) -> None:
    stage.go("/forgot-password")


def invitation(stage: Stage) -> None:
    stage.go("/i/not-a-real-invitation")
    expect(stage.one.page.get_by_role("alert")).to_be_visible()


def link_reader(stage: Stage) -> None:
    stage.board(f"/b/{stage.plan.id}?link={LINK}")


def home_full(stage: Stage) -> None:
    stage.go("/")
    expect(stage.one.page.get_by_role("article").first).to_be_visible()


def home_empty(stage: Stage) -> None:
    stage.go("/")


def create_dialog(stage: Stage) -> None:
    home_full(stage)
    stage.one.button("Create new board").first.click()
    expect(stage.one.dialog().get_by_text("Help desk")).to_be_visible()


def settings(stage: Stage) -> None:
    stage.go("/settings")


def not_found(stage: Stage) -> None:
    stage.go("/nowhere")


def board(stage: Stage) -> None:
    stage.board()


def board_zoomed_out(stage: Stage) -> None:
    stage.board()
    stage.command("Zoom out")
    expect(stage.one.page.locator('[data-zoom="lines"]')).to_be_attached()


def board_busy(stage: Stage) -> None:
    """Over a limit, one column hidden, Deleted shown."""
    stage.board(f"/b/{stage.plan.id}")
    stage.command("Show the Deleted column")
    expect(stage.one.column("Deleted")).to_be_visible()


def add_task(stage: Stage) -> None:
    stage.board()
    stage.one.button("Add new task").first.click()
    stage.one.keys(*"Order")


def card_menu(stage: Stage) -> None:
    stage.board()
    stage.one.page.locator("[data-card-link]").first.click(button="right")


def column_menu(stage: Stage) -> None:
    stage.board()
    stage.one.button("Column actions").first.click()


def board_menu(stage: Stage) -> None:
    stage.board()
    stage.one.press("Board actions")


def card_sheet(stage: Stage) -> None:
    stage.board()
    stage.one.link_of("Homepage design").click()
    expect(stage.one.page.get_by_role("textbox", name="Details")).not_to_be_empty()


def sheet_conflict(stage: Stage) -> None:
    stage.board(f"/b/{stage.plan.id}")
    house, card = stage.one.house, stage.plan.cards["Oak"]
    stage.one.link_of("Oak").click()
    field = stage.one.page.get_by_role("textbox", name="Details")
    expect(field).to_be_visible()
    field.fill("Plant it in autumn, near the gate.")
    version = card_text_version(house, card)
    house.do(
        "ben", "card.set_details", card_id=card, text=f"Plant it in winter {version}.", base_version=version
    )
    expect(stage.one.page.get_by_role("alert").filter(has_text="Neither text is lost")).to_be_visible()


def sheet_deleted(stage: Stage) -> None:
    stage.board(f"/b/{stage.plan.id}/c/{stage.plan.cards['Fig']}")
    expect(stage.one.dialog("Fig")).to_be_visible()


def team(stage: Stage) -> None:
    stage.board(f"/b/{stage.plan.id}")
    stage.command("Team")
    expect(stage.one.dialog("Team").get_by_text("Ben Okafor", exact=True)).to_be_visible()


def privacy(stage: Stage) -> None:
    stage.board(f"/b/{stage.plan.id}")
    stage.one.menu(stage.one.button("Board actions"), "Who may see this board…")
    expect(stage.one.page.get_by_label("Address", exact=True)).to_be_visible()


def key_sheet(stage: Stage) -> None:
    stage.board()
    stage.one.keys("?")


def palette(stage: Stage) -> None:
    stage.board()
    stage.one.keys("ControlOrMeta+k")
    expect(stage.one.page.get_by_role("option").first).to_be_visible()


def toast(stage: Stage) -> None:
    stage.board()
    stage.one.link_of("Photo guidelines: dignity first").focus()
    stage.one.keys("l")
    expect(stage.one.page.get_by_role("region", name="Notices").get_by_role("button").first).to_be_visible()


def offline(stage: Stage) -> None:
    stage.board()
    stage.one.offline()
    expect(stage.one.page.get_by_text("Offline")).to_be_visible()


def gone(stage: Stage) -> None:
    stage.go("/b/01890000-0000-7000-8000-000000000000")
    expect(stage.one.page.get_by_role("heading", name="This board does not exist")).to_be_visible()


Screen = Callable[[Stage], None]
# Who looks at what; None is a stranger.
SCREENS: tuple[tuple[str | None, tuple[Screen, ...]], ...] = (
    (None, (sign_in, sign_in_wrong, sign_up, verify, forgot, invitation, link_reader)),
    (
        "ana",
        (
            home_full,
            create_dialog,
            settings,
            not_found,
            board,
            board_zoomed_out,
            board_busy,
            add_task,
            card_menu,
        ),
    ),
    (
        "ana",
        (
            column_menu,
            board_menu,
            card_sheet,
            sheet_conflict,
            sheet_deleted,
            team,
            privacy,
            key_sheet,
            palette,
        ),
    ),
    ("ana", (toast, offline, gone)),
    ("newcomer", (home_empty,)),
)


def set_up(house: House) -> NewBoard:
    """A small board with everything that is rare: over a limit, a hidden column, deleted cards, an open link, somebody invited."""
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


def card_text_version(house: House, card: str) -> int:
    rows = house.rows("ana", f"card:{card}", "card_texts")
    return int(rows[0]["version"]) if rows else 0


def main(words: list[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as player:
        template = make_template(Path(home) / "template")
        with open_house(template, Path(home) / "house") as house:
            plan = set_up(house)
            browser = player.chromium.launch(**launch_options())
            for size in SIZES:
                for look in LOOKS:
                    for who, screens in SCREENS:
                        chosen = [
                            one for one in screens if not words or any(word in one.__name__ for word in words)
                        ]
                        take(browser, house, plan, (size, look, who), chosen)


def take(
    browser: Browser, house: House, plan: NewBoard, how: tuple[str, str, str | None], screens: list[Screen]
) -> None:
    """The pictures of some screens, each in a browser of its own."""
    size, look, who = how
    scheme, query = LOOKS[look]
    for screen in screens:
        context = browser.new_context(**{**SIZES[size], "color_scheme": scheme, "reduced_motion": "reduce"})
        person = Person(context, house, "dana" if who == "newcomer" else who, query)
        name = f"{screen.__name__}-{size}-{look}"
        if who == "newcomer":
            context.route("**/api/v1/home", lambda route: route.fulfill(json=nothing_yet(house)))
        try:
            screen(Stage(person, house.facts["demo"], plan))
            person.page.evaluate("() => document.fonts.ready.then(() => true)")
            person.page.wait_for_load_state("networkidle") if screen is not offline else None
        except Exception as error:
            print(f"{name}: {str(error).splitlines()[0]}", file=sys.stderr)
        person.page.screenshot(path=FOLDER / f"{name}.png")
        context.close()


def nothing_yet(house: House) -> dict[str, object]:
    account = {"id": house.facts["account"], "name": "Dana Levi", "role": "owner"}
    return {"accounts": [account], "boards": []}


if __name__ == "__main__":
    main(sys.argv[1:])
