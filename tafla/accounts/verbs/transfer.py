"""Give a board to another account: its owner offers it to an address, whose owner takes it or does not."""

from tafla.accounts import acts, hooks
from tafla.accounts.verbs.invite import Address
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Fact, Row
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work


class Offer(Args):
    board_id: Id
    email: Address


class OneBoard(Args):
    board_id: Id


class TakeBoard(Args):
    """account_id: the account of one's own that the board goes to."""

    board_id: Id
    account_id: Id


_OWNER = On("board", "board_id", "dispose")
_ASKED = On("board", "board_id", "take")


@verb("transfer.offer", _OWNER, rest="PUT /boards/{board_id}/transfer", undoable=False)
def offer(work: Work, args: Offer) -> None:
    """Offer a board to another account's owner by their address. Nothing changes until they take it."""
    if work.fact(Fact("email", work.actor)) == args.email:
        raise Refusal("bad_arguments", fields=["email"])
    row = {
        "id": args.board_id,
        "board_id": args.board_id,
        "email": args.email,
        "by": work.actor,
        "at": work.now,
    }
    if work.row("board_transfers", args.board_id):
        work.patch("board_transfers", args.board_id, **row)
    else:
        work.put("board_transfers", row)


@verb("transfer.cancel", _OWNER, rest="DELETE /boards/{board_id}/transfer", undoable=False)
def cancel(work: Work, args: OneBoard) -> None:
    """Take an offer back."""
    work.remove("board_transfers", args.board_id)


@verb("transfer.decline", _ASKED, rest="POST /boards/{board_id}/transfer/decline", undoable=False)
def decline(work: Work, args: OneBoard) -> None:
    """Say no to a board that was offered."""
    work.remove("board_transfers", _offered(work, args.board_id)["id"])


@verb(
    "transfer.accept",
    _ASKED,
    On("account", "account_id", "manage"),
    rest="POST /boards/{board_id}/transfer/accept",
    undoable=False,
)
def accept(work: Work, args: TakeBoard) -> None:
    """Take a board that was offered into one's own account. Its people stay, and one becomes its admin."""
    _offered(work, args.board_id)
    if work.must("accounts", args.account_id)["owner_id"] != work.actor:
        raise Refusal("not_allowed", right="own")
    privacy = work.must("board_privacy", args.board_id)
    if privacy["state"] != "open":
        raise Refusal("offer_archived" if privacy["state"] == "archived" else "board_in_trash")
    before = privacy["account_id"]
    work.remove("board_transfers", args.board_id)
    work.patch("board_privacy", args.board_id, account_id=args.account_id)
    for _, go in hooks.board_goes:
        go(work, args.board_id, args.account_id)
    mine = acts.member_id(args.board_id, work.actor)
    if work.row("members", mine):
        work.patch("members", mine, role="admin")
    else:
        joining = {"account_id": args.account_id, "person_id": work.actor, "role": "admin"}
        acts.join_board(work, board_id=args.board_id, **joining)
    for ground in (f"board:{args.board_id}", f"account:{before}", f"account:{args.account_id}"):
        work.access_changed(ground)


def _offered(work: Work, board_id: str) -> Values:
    """The offer of a board, for whom it was made to; to all others there is none."""
    row = work.must("board_transfers", board_id)
    if row["email"] != work.fact(Fact("email", work.actor)):
        raise Refusal("not_found")
    return row


@offer.needs
@cancel.needs
@decline.needs
def needs(work: Work, args: Offer | OneBoard):  # type: ignore[no-untyped-def]
    yield Row("board_transfers", args.board_id)
    yield Fact("email", work.actor)


@accept.needs
def accept_needs(work: Work, args: TakeBoard):  # type: ignore[no-untyped-def]
    yield Row("board_transfers", args.board_id)
    yield Fact("email", work.actor)
    yield Row("accounts", args.account_id)
    yield Row("board_privacy", args.board_id)
    yield Row("members", acts.member_id(args.board_id, work.actor))
    for see, _ in hooks.board_goes:
        yield from see(work, args.board_id, args.account_id)
