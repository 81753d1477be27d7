"""Commands of one connection: their order and their answers (S3, S4)."""

from typing import Any, Protocol

from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.doors.house import House
from tafla.doors.pace import TOO_FAST_WAIT_MS, paces
from tafla.sync.command import Answer, later, make_command, refused
from tafla.sync.reading import Reader


class Sender(Protocol):
    """The connection whose commands these are."""

    house: House
    reader: Reader
    scopes: dict[str, None]

    def tell(self, message: dict[str, Any]) -> None:
        """Send a message of its own."""
        ...


class Commands:
    """Numbers and lane of one connection's commands."""

    def __init__(self, connection: Sender) -> None:
        self.connection = connection
        self.greeted = False
        self._expected = 1
        # The command that was told to come again; those after it wait for it.
        self._held_at: int | None = None
        self._running = 0
        self._lane = ""

    def greet(self, following: int) -> None:
        """The client says which number its next command has."""
        self.greeted = True
        self._expected = following
        self._held_at = None

    def take(self, message: dict[str, Any]) -> None:
        """Take one command from the wire. Raises ValueError or KeyError when it is none."""
        number, command_id = message["n"], message["id"]
        if type(number) is not int or not is_id(command_id):
            raise ValueError
        actor = self.connection.reader.person_id
        if actor is None:
            self._answer(command_id, number, refused(Refusal("signed_out")))
        elif number > self._expected or (self._held_at is not None and number > self._held_at):
            self._answer(command_id, number, later("gap", 200))
        elif not paces.take(actor):
            self._answer(command_id, number, later("too_fast", TOO_FAST_WAIT_MS))
        else:
            self._run(actor, command_id, number, message)

    def _run(self, actor: str, command_id: str, number: int, message: dict[str, Any]) -> None:
        self._expected = max(self._expected, number + 1)
        self._held_at = None
        try:
            command = make_command(command_id, actor, message["verb"], message["args"])
        except Refusal as refusal:
            self._answer(command_id, number, refused(refusal))
            return
        if not self._running:
            # Lanes are chosen while nothing runs, so that one connection's commands never overtake each
            # other.
            scopes = self.connection.scopes
            self._lane = next((scope for scope in reversed(scopes) if scope.startswith("board:")), actor)
        self._running += 1
        self.connection.house.engine.submit(
            command, self._lane, lambda answer: self._done(command_id, number, answer)
        )

    def _done(self, command_id: str, number: int, answer: Answer) -> None:
        self._running -= 1
        self._answer(command_id, number, answer)

    def _answer(self, command_id: str, number: int, answer: Answer) -> None:
        if (
            answer["s"] == "later"
            and answer["code"] != "gap"
            and (self._held_at is None or number < self._held_at)
        ):
            self._held_at = number
        self.connection.tell({"t": "ans", "id": command_id, "n": number, **answer})
