"""Set who may read a board."""

from typing import Literal

from tafla.core.fields import Id, Token
from tafla.core.refusals import Refusal
from tafla.sync.needs import Row
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work


class SetPrivacy(Args):
    """link_token: the secret part of the board's address, made by the client; needed when the link is turned
    on or replaced.
    """

    board_id: Id
    privacy: Literal["team", "account", "link"]
    link_token: Token | None = None


@verb(
    "board.set_privacy",
    On("board", "board_id", "manage"),
    rest="PUT /boards/{board_id}/privacy",
    undoable=False,
)
def set_privacy(work: Work, args: SetPrivacy) -> None:
    """Let the team only, the whole account team, or anyone with the link read the board."""
    link = work.row("board_links", args.board_id)
    if args.privacy == "link" and not (args.link_token or link):
        raise Refusal("bad_arguments", fields=["link_token"])
    work.patch("board_privacy", args.board_id, privacy=args.privacy)
    if args.privacy != "link":
        if link:
            work.remove("board_links", args.board_id)
    elif link and args.link_token:
        work.patch("board_links", args.board_id, token=args.link_token)
    elif args.link_token:
        work.put("board_links", {"id": args.board_id, "token": args.link_token})
    work.access_changed(f"board:{args.board_id}")


@set_privacy.needs
def needs(work: Work, args: SetPrivacy):  # type: ignore[no-untyped-def]
    yield Row("board_privacy", args.board_id)
    yield Row("board_links", args.board_id)
