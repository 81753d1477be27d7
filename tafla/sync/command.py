"""Commands and their answers (S3, S4)."""

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import orjson
from pydantic import ValidationError

from tafla.core.ids import is_id
from tafla.core.refusals import CODES, Conflict, Refusal
from tafla.sync.verbs import VERBS, Args, Verb

Answer = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Command:
    """One wish to change something: who, which verb, with what, under which id."""

    id: str
    actor: str
    verb: Verb
    args: Args
    digest: str

    @property
    def key(self) -> str:
        return f"{self.actor}.{self.id}"


@dataclass
class Record:
    """What one command changed in one scope: `patches` as the wire carries them, `before` for undo and
    history.
    """

    scope: str
    patches: list[list[Any]] = field(default_factory=list)
    before: list[Any] = field(default_factory=list)
    epoch: str = ""
    seq: int = 0
    encoded: bytes = b""


@dataclass
class Outcome:
    """The end of one command: its answer, and what watchers are to be told."""

    command: Command
    answer: Answer
    records: list[Record] = field(default_factory=list)
    regrounded: frozenset[str] = frozenset()
    at: int = 0
    forgot: frozenset[str] = frozenset()  # scopes with rows nobody is to be sent any more (S22)


def make_command(command_id: Any, actor: str, verb_name: Any, raw_args: Any) -> Command:
    """Check the shape of what a door received.

    Raises Refusal: bad_message, unknown_verb, bad_arguments, empty_text, text_too_long.
    """
    if not is_id(command_id) or not isinstance(verb_name, str) or not isinstance(raw_args, dict):
        raise Refusal("bad_message")
    verb = VERBS.get(verb_name)
    if verb is None:
        raise Refusal("unknown_verb", verb=verb_name[:60])
    args = read_args(verb.args, raw_args)
    try:
        told = orjson.dumps([verb_name, raw_args], option=orjson.OPT_SORT_KEYS)
    except TypeError:  # a number beyond 64 bits, half a character: no door of ours writes such
        raise Refusal("bad_message") from None
    return Command(command_id, actor, verb, args, blake2b(told, digest_size=16).hexdigest())


def read_args(model: type[Args], raw: dict[str, Any]) -> Args:
    """Arguments as their type reads them. Raises Refusal: bad_arguments, empty_text, text_too_long."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        raise _explain(error) from None


def _explain(error: ValidationError) -> Refusal:
    problems = error.errors(include_url=False, include_input=False)
    for problem in problems:
        if problem["type"] in CODES:
            place = ".".join(str(part) for part in problem["loc"])
            return Refusal(problem["type"], field=place, **problem.get("ctx", {}))
    return Refusal(
        "bad_arguments",
        fields=[".".join(str(part) for part in problem["loc"])[:80] for problem in problems[:20]],
    )


def refused(refusal: Refusal) -> Answer:
    """The answer that says no, for good."""
    status = "conflict" if isinstance(refusal, Conflict) else "refused"
    return {"s": status, "code": refusal.code, "args": refusal.args_map}


def later(code: str, wait: int) -> Answer:
    """The answer that says: not now, again in `wait` milliseconds."""
    return {"s": "later", "code": code, "wait": wait}
