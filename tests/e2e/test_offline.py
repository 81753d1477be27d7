"""Work goes on without a network, survives what happens to the page, and lands once there is one."""

import os
import re
import signal
import subprocess

from playwright.sync_api import expect

from tests.e2e.conftest import WITH_SERVICE_WORKER, Come
from tests.e2e.house import House, NewBoard, running_again
from tests.e2e.person import Person, until

BOTH = {"ben": "member"}


def ready_offline(person: Person) -> None:
    """The service worker holds the page, and the board's copy is on the disk."""
    person.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    person.page.reload()
    until(lambda: person.page.evaluate("() => navigator.serviceWorker.controller !== null"), page=person.page)
    expect(person.page.locator("[data-card]").first).to_be_visible()


def chip(person: Person, words: str | re.Pattern[str]) -> None:
    expect(person.page.get_by_role("status").filter(has_text=words)).to_be_visible(timeout=10_000)


def rename(person: Person, title: str, new: str) -> None:
    person.link_of(title).click()
    field = person.page.get_by_role("textbox", name="Title")
    field.fill(new)
    person.keys("Enter")
    person.dialog().get_by_role("button", name="Close").click()


def land(house: House, board: NewBoard, column: str, titles: list[str], *people: Person) -> None:
    """The server and every screen come to hold these cards in this column."""
    until(lambda: house.titles("ana", board, column) == titles, page=people[0].page, within_ms=20_000)
    for person in people:
        # Each comes back in their own time: pauses between attempts grow to ten seconds.
        until(lambda one=person: one.titles(column) == titles, page=person.page, within_ms=20_000)


def test_what_was_done_offline_lands_beside_what_others_did(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm", "Ash"], "Doing": ["Fig"]}, team=BOTH)
    ana, ben = come("ana", **WITH_SERVICE_WORKER), come("ben", **WITH_SERVICE_WORKER)
    ana.open_board(board.id)
    ben.open_board(board.id)
    ready_offline(ana)

    ana.offline()
    ana.add("To Do", "Yew")
    rename(ana, "Elm", "Elm tree")
    ana.drag("Oak", "Doing", before="Fig")
    chip(ana, "Offline: 3 changes waiting")
    ben.drag("Ash", "Doing")
    ben.add("To Do", "Box")
    ben.sees("To Do", ["Oak", "Elm", "Box"])

    ana.online()
    land(house, board, "Doing", ["Oak", "Fig", "Ash"], ana, ben)
    until(lambda: len(house.titles("ana", board, "To Do")) == 3, page=ana.page)
    land(house, board, "To Do", house.titles("ana", board, "To Do"), ana, ben)
    assert sorted(house.titles("ana", board, "To Do")) == ["Box", "Elm tree", "Yew"]
    expect(ana.page.get_by_text("Offline")).to_have_count(0)


def test_unsent_work_survives_a_reload_without_a_network(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": []}, team=BOTH)
    ana, ben = come("ana", **WITH_SERVICE_WORKER), come("ben", **WITH_SERVICE_WORKER)
    ana.open_board(board.id)
    ben.open_board(board.id)
    ready_offline(ana)

    ana.offline()
    ana.add("To Do", "Yew")
    ana.drag("Oak", "Doing")
    ana.sees("Doing", ["Oak"])
    chip(ana, "Offline: 2 changes waiting")
    ana.page.reload()
    ana.sees("To Do", ["Elm", "Yew"])
    ana.sees("Doing", ["Oak"])
    chip(ana, "Offline: 2 changes waiting")

    ana.online()
    land(house, board, "To Do", ["Elm", "Yew"], ana, ben)
    land(house, board, "Doing", ["Oak"], ana, ben)


def test_unsent_work_survives_a_closed_page(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": []})
    ana = come("ana", **WITH_SERVICE_WORKER)
    ana.open_board(board.id)
    ready_offline(ana)
    ana.offline()
    ana.add("To Do", "Yew")
    chip(ana, "Offline: 1 change waiting")
    ana.page.close()

    ana.online()
    ana.page = ana.context.new_page()
    ana.go("/")
    until(lambda: house.titles("ana", board, "To Do") == ["Oak", "Elm", "Yew"], page=ana.page)


def test_nothing_is_lost_when_the_server_dies(own_house: House, come: Come) -> None:
    house = own_house
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": []}, team=BOTH)
    ana, ben = (
        come("ana", house=house, **WITH_SERVICE_WORKER),
        come("ben", house=house, **WITH_SERVICE_WORKER),
    )
    for person in (ana, ben):
        # The server's own death is what this is about.
        person.watch.expect(r"ERR_CONNECTION|WebSocket connection|ERR_EMPTY_RESPONSE|ERR_SOCKET")
        person.open_board(board.id)
        ready_offline(person)
    ana.add("To Do", "Sent before")
    # Senders are answered before watchers are told, so by then Ana has her answer.
    ben.sees("To Do", ["Oak", "Elm", "Sent before"])
    kill(house)
    ana.drag("Oak", "Doing")
    ben.add("To Do", "Of Ben")
    chip(ana, re.compile("1 change waiting"))
    with running_again(house):
        land(house, board, "Doing", ["Oak"], ana, ben)
        land(house, board, "To Do", ["Elm", "Sent before", "Of Ben"], ana, ben)


def kill(house: House) -> None:
    """kill -9 of the supervisor and all its children, as a power cut would."""
    top = house.server.process.pid
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(top)], capture_output=True, text=True, check=True
    )
    for pid in (top, *map(int, listed.stdout.split())):
        os.kill(pid, signal.SIGKILL)
    house.server.process.wait()
