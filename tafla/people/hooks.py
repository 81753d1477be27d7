"""Moments of a person's life that rooms above may follow, registered at start (`AppConfig.ready`).

    hooks.signed_up.register(make_account)

A person has just been stored when `signed_up` runs, and no transaction is open: a listener may dispatch
commands. It runs once per sign-up, in the request that made it; `request` is None for people made by a
command such as `tafla demo`.
"""

import logging
from collections.abc import Callable
from typing import Any, Generic, TypeVar

log = logging.getLogger(__name__)

Listener = TypeVar("Listener", bound=Callable[..., Any])


class Hook(Generic[Listener]):
    """A named list of functions. Calling it calls each, in the order of registration."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.listeners: list[Listener] = []

    def register(self, listener: Listener) -> Listener:
        """Add a listener (usable as a decorator); twice the same is once."""
        if listener not in self.listeners:
            self.listeners.append(listener)
        return listener

    def __call__(self, *args: Any) -> None:
        for listener in self.listeners:
            listener(*args)

    def first(self, *args: Any) -> Any:
        """The first answer that is not None."""
        answers = (listener(*args) for listener in self.listeners)
        return next((answer for answer in answers if answer is not None), None)


# (person, request or None): somebody signed up; `request.invitation` holds the token they came with, or "".
signed_up: Hook[Callable[..., None]] = Hook("signed_up")
# (person, request or None): they have shown that the address is theirs. Runs for invited people too.
email_verified: Hook[Callable[..., None]] = Hook("email_verified")
# (person_id): some session of theirs ended, or the person may not sign in any more: look again (S10).
sessions_changed: Hook[Callable[[str], None]] = Hook("sessions_changed")
# (token) -> address or None: whom an invitation token was mailed to, while it may still be accepted.
invited_address: Hook[Callable[[str], str | None]] = Hook("invited_address")
