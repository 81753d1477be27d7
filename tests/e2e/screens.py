"""The screens of the client, each with what leads to it: for pictures."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import expect

from tafla.core.ids import new_id
from tests.e2e.files import choose, made, pdf, png
from tests.e2e.house import NewBoard
from tests.e2e.person import Person
from tests.e2e.texts import begin, reading

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


def views(stage: Stage) -> None:
    stage.go("/views/due")
    expect(stage.one.page.locator("[data-row]").first).to_be_visible()


def view_menu(stage: Stage) -> None:
    stage.go("/views/assigned")
    row = stage.one.page.locator("[data-row]").first
    row.hover()
    row.get_by_role("button", name="Actions for").click()
    expect(stage.one.page.get_by_role("menu")).to_be_visible()


def own_view_dialog(stage: Stage) -> None:
    stage.go("/views/done")
    stage.one.press("New view")
    expect(stage.one.dialog()).to_be_visible()


def card_over_view(stage: Stage) -> None:
    stage.go("/views/due")
    stage.one.page.locator("[data-row-link]").first.click()
    expect(stage.one.dialog().get_by_role("tab").first).to_be_visible()


def settings(stage: Stage) -> None:
    stage.go("/settings")


def not_found(stage: Stage) -> None:
    stage.go("/nowhere")


def board(stage: Stage) -> None:
    stage.board()


def board_zoomed_out(stage: Stage) -> None:
    # Zooming is personal and stays: the picture before this one has left it on.
    stage.one.house.do("ben", "pref.set_zoom", board_id=stage.demo, zoom="cards")
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
    expect(reading(stage.one)).not_to_be_empty()


def sheet_checklist(stage: Stage) -> None:
    stage.board()
    stage.one.link_of("Homepage design").click()
    stage.one.page.get_by_role("tab", name="Checklist").click()
    expect(stage.one.page.get_by_role("textbox", name="New item")).to_be_visible()


def sheet_files(stage: Stage) -> None:
    stage.go(f"/b/{stage.plan.id}/c/{stage.plan.cards['Elm']}?tab=attachments")
    line, nothing = stage.one.page.locator(".file"), stage.one.page.locator(".empty")
    expect(line.or_(nothing).first).to_be_visible()
    if nothing.count():
        files = (png(), pdf("Oak and elm"), made("list.csv", "tree,price"))
        choose(stage.one, nothing.get_by_role("button").first, *files)
    expect(line).to_have_count(3)


def file_preview(stage: Stage) -> None:
    sheet_files(stage)
    stage.one.page.get_by_role("link", name="plan.pdf").click()
    expect(stage.one.page.get_by_text("Oak and elm")).to_be_visible()


def sheet_history(stage: Stage) -> None:
    stage.board()
    stage.one.link_of("Homepage design").click()
    stage.one.page.get_by_role("tab", name="History").click()
    expect(stage.one.page.get_by_role("tabpanel").get_by_role("listitem").first).to_be_visible()


def board_history(stage: Stage) -> None:
    stage.board()
    stage.command("History")
    expect(stage.one.panel("History").get_by_role("listitem").first).to_be_visible()


def sheet_conflict(stage: Stage) -> None:
    """On a card of its own: what was written for an earlier picture would be there already."""
    house, card = stage.one.house, new_id()
    house.do(
        "ben", "card.add", column_id=stage.plan.columns["Review"], cards=[{"card_id": card, "title": "Lime"}]
    )
    stage.board(f"/b/{stage.plan.id}/c/{card}")
    begin(stage.one)
    stage.one.page.keyboard.insert_text("Plant it in autumn, near the gate.")
    house.do("ben", "card.set_details", card_id=card, text="Plant it in winter, by the wall.", base_version=0)
    expect(stage.one.page.get_by_role("alert").filter(has_text="Neither text is lost")).to_be_visible()
    for verb in ("card.delete", "card.purge"):
        house.do("ana", verb, card_ids=[card])


def sheet_deleted(stage: Stage) -> None:
    stage.board(f"/b/{stage.plan.id}/c/{stage.plan.cards['Fig']}")
    expect(stage.one.dialog("Fig")).to_be_visible()


def team(stage: Stage) -> None:
    stage.board(f"/b/{stage.plan.id}")
    stage.command("Team")
    expect(stage.one.panel("Team").get_by_text("Ben Okafor", exact=True)).to_be_visible()


def settings_overview(stage: Stage) -> None:
    stage.board(f"/b/{stage.plan.id}?settings=overview")
    expect(stage.one.page.get_by_role("tabpanel").get_by_text("To Do", exact=True)).to_be_visible()


def settings_board(stage: Stage) -> None:
    stage.board(f"/b/{stage.plan.id}?settings=settings")
    expect(stage.one.page.get_by_label("Address", exact=True)).to_be_visible()


def settings_columns(stage: Stage) -> None:
    stage.board(f"/b/{stage.plan.id}?settings=columns")
    expect(stage.one.page.get_by_role("tabpanel").get_by_text("To Do", exact=True)).to_be_visible()


def settings_tags(stage: Stage) -> None:
    stage.board(f"/b/{stage.demo}?settings=tags")
    expect(stage.one.page.get_by_role("tabpanel").get_by_role("listitem").first).to_be_visible()


def selection(stage: Stage) -> None:
    """Some cards are selected, and their tags are being chosen."""
    stage.board()
    for at in (0, 1):
        stage.one.page.locator("[data-card-link]").nth(at).click(modifiers=["ControlOrMeta"])
    bar = stage.one.page.get_by_role("toolbar")
    bar.get_by_role("button").nth(2).click()
    expect(stage.one.page.get_by_role("listbox")).to_be_visible()


def sort_dialog(stage: Stage) -> None:
    stage.board()
    stage.one.page.locator("[data-column] .column__menu button").first.click()
    stage.one.page.locator('[role="menuitem"][data-key="sort"]').click()
    expect(stage.one.dialog()).to_be_visible()


def key_sheet(stage: Stage) -> None:
    stage.board()
    stage.one.keys("?")


def palette(stage: Stage) -> None:
    stage.board()
    stage.one.keys("ControlOrMeta+k")
    expect(stage.one.dialog().get_by_role("option").first).to_be_visible()


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
# Who looks at what, one after the other: one of the demo people, a stranger, somebody without boards.
SCREENS: dict[str, tuple[Screen, ...]] = {
    "stranger": (sign_in, sign_in_wrong, sign_up, verify, forgot, invitation, link_reader),
    "ana": (
        *(home_full, create_dialog, settings, not_found, board, board_busy, add_task, card_menu, column_menu),
        *(
            board_menu,
            card_sheet,
            sheet_checklist,
            sheet_files,
            file_preview,
            sheet_history,
            board_history,
            sheet_conflict,
            sheet_deleted,
            team,
            settings_overview,
            settings_board,
            settings_columns,
            settings_tags,
            *(views, view_menu, own_view_dialog, card_over_view),
            selection,
            sort_dialog,
            key_sheet,
            palette,
            toast,
            gone,
            offline,
        ),
    ),
    "ben": (board_zoomed_out,),
    "newcomer": (home_empty,),
}
