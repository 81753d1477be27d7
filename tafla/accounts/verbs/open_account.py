"""Open the account that every person owns."""

from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import Name
from tafla.sync.needs import Fact, Row
from tafla.sync.verbs import Args, Me, verb
from tafla.sync.work import Work


class OpenAccount(Args):
    account_id: Id
    name: Name


@verb("account.open", Me(), rest="POST /accounts", undoable=False)
def open_account(work: Work, args: OpenAccount) -> None:
    """Open the acting person's account; everybody owns one, so a second is refused."""
    if work.fact(Fact("owned_account", work.actor)):
        raise Refusal("not_allowed", right="open")
    row = {"id": args.account_id, "name": args.name, "owner_id": work.actor, "created_at": work.now}
    work.put("accounts", row)
    work.access_changed(f"account:{args.account_id}")


@open_account.needs
def needs(work: Work, args: OpenAccount):  # type: ignore[no-untyped-def]
    yield Row("accounts", args.account_id)
    yield Fact("owned_account", work.actor)
