"""Set what a board shows and allows beyond its roles: chat for visitors, chat and files by link, columns and
tags for the team.
"""

from typing import Any

from tafla.core.fields import Id
from tafla.sync.needs import Row
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work


class Switch(Args):
    board_id: Id
    on: bool


class LinkOptions(Args):
    """Whether whoever has the link reads chat, and files."""

    board_id: Id
    chat: bool
    files: bool


_MANAGE = On("board", "board_id", "manage")


@verb("board.set_visitors_chat", _MANAGE, rest="PUT /boards/{board_id}/visitors_chat", undoable=False)
def set_visitors_chat(work: Work, args: Switch) -> None:
    """Let visitors read the chat of a board, or no longer."""
    _set(work, args.board_id, visitors_chat=args.on)


@verb("board.set_link_options", _MANAGE, rest="PUT /boards/{board_id}/link_options", undoable=False)
def set_link_options(work: Work, args: LinkOptions) -> None:
    """Say whether the board's link opens chat and files too."""
    _set(work, args.board_id, link_chat=args.chat, link_files=args.files)


@verb("board.set_team_arranges", _MANAGE, rest="PUT /boards/{board_id}/team_arranges", undoable=False)
def set_team_arranges(work: Work, args: Switch) -> None:
    """Let team members change columns and tags, or board admins only."""
    _set(work, args.board_id, team_arranges=args.on)


def _set(work: Work, board_id: str, **fields: bool) -> None:
    work.patch("board_privacy", board_id, **fields)
    work.access_changed(f"board:{board_id}")


@set_visitors_chat.needs
@set_link_options.needs
@set_team_arranges.needs
def needs(work: Work, args: Any):  # type: ignore[no-untyped-def]
    yield Row("board_privacy", args.board_id)
