"""Every verb as a REST route, from the registry: a new verb has its route without a line here.

The path's parameters are arguments of the verb; the others form the body. The answer is the socket's
(docs/topics/wire.md). A header `Idempotency-Key` holding a UUID makes a repeat safe (S3).
"""

import inspect
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.operation import Operation
from ninja.responses import Status
from ninja.utils import contribute_operation_callback
from pydantic import ConfigDict, create_model

from tafla.core.ids import new_id
from tafla.core.refusals import Refusal
from tafla.doors.pace import paces
from tafla.sync.dispatch import dispatch
from tafla.sync.verbs import VERBS, Verb


class Done(Schema):
    """The command is done; `wrote` lists scopes and their new sequence numbers."""

    id: str
    s: str
    wrote: list[tuple[str, int]]


class Refused(Schema):
    """The command changed nothing; the code says why."""

    code: str
    args: dict[str, Any]


class _DoneAnswer(Schema):
    response: Done


class _RefusedAnswer(Schema):
    response: Refused


# What every verb may answer, in the form the framework would make for each verb and status anew: six hundred
# models, a third of the whole start.
_ANSWERS = {200: _DoneAnswer, **dict.fromkeys((401, 403, 404, 409, 422, 503), _RefusedAnswer)}
_STATUS = {"refused": 422, "conflict": 409, "later": 503}
_CODES = {"not_found": 404, "not_allowed": 403, "id_taken": 409, "command_reused": 409}


def build() -> Router:
    """A router with a route for each verb."""
    router = Router()
    for verb in sorted(VERBS.values(), key=lambda one: one.name):
        method, path = verb.rest.split(" ", 1)
        router.add_api_operation(
            path,
            [method],
            _view(verb, path),
            operation_id=verb.name,
            summary=verb.summary.splitlines()[0],
            tags=[verb.name.split(".")[0]],
        )
    return router


def _view(verb: Verb, path: str) -> Callable[..., Any]:
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    body = _body(verb, names)

    def view(request: HttpRequest, **given: Any) -> Any:
        sent = given.pop("body", None)
        args = {**(sent.model_dump(mode="json", exclude_unset=True) if sent is not None else {}), **given}
        return _answer(request, verb, args)

    parameters = [
        inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=HttpRequest)
    ]
    parameters += [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=str) for name in names]
    if body is not None:
        parameters.append(inspect.Parameter("body", inspect.Parameter.KEYWORD_ONLY, annotation=body))
    view.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    view.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    view.__name__ = verb.name.replace(".", "_")
    contribute_operation_callback(view, _answer_as_all)
    return view


def _answer_as_all(operation: Operation) -> None:
    operation.response_models = _ANSWERS


def _body(verb: Verb, in_path: list[str]) -> Any:
    """The arguments that the path does not carry, or None when it carries all."""
    fields = {name: (f.annotation, f) for name, f in verb.args.model_fields.items() if name not in in_path}
    if not fields:
        return None
    title = "".join(part.capitalize() for part in verb.name.replace("_", ".").split("."))
    model: Any = create_model(title, __config__=ConfigDict(extra="forbid"), **fields)  # type: ignore[call-overload]
    return model


def _answer(request: HttpRequest, verb: Verb, args: dict[str, Any]) -> Any:
    command_id = request.headers.get("Idempotency-Key") or new_id()
    actor = str(request.user.pk)
    if not paces.take(actor):
        return Status(_STATUS["later"], {"code": "too_fast", "args": {}})
    try:
        answer = dispatch(actor, verb.name, args, command_id)
    except Refusal as refusal:
        return Status(422, {"code": refusal.code, "args": refusal.args_map})
    if answer["s"] == "done":
        return Status(200, {"id": command_id, **answer})
    status = _CODES.get(answer["code"], _STATUS[answer["s"]])
    return Status(status, {"code": answer["code"], "args": answer.get("args", {})})
