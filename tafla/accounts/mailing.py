"""How many invitations a person may mail: so many a day, and none to an address that just got one."""

import json
from collections.abc import Iterable
from hashlib import sha256

from tafla.core.refusals import Refusal
from tafla.core.settings import load
from tafla.sync.needs import Need, Row
from tafla.sync.work import Work

DAY_MS = 86_400_000


def mail_needs(work: Work) -> Iterable[Need]:
    """What `count_mail` must see."""
    yield Row("mail_budgets", work.actor)


def count_mail(work: Work, address: str) -> None:
    """Count a mail that this command will have sent. Raises Refusal invited_lately, too_many_invitations."""
    settings, row = load(), work.row("mail_budgets", work.actor)
    since = work.now - DAY_MS
    mailed = [each for each in (json.loads(row["mailed"]) if row else []) if each[1] > since]
    # The address itself stays out of a row that outlives its invitation.
    digest = sha256(address.encode()).hexdigest()[:12]
    again_at = max((at for one, at in mailed if one == digest), default=0) + settings.invitation_pause * 1000
    if again_at > work.now:
        raise Refusal("invited_lately", email=address, wait=-(-(again_at - work.now) // 1000))
    if len(mailed) >= settings.invitations_per_day:
        raise Refusal("too_many_invitations", limit=settings.invitations_per_day)
    fields = {"mailed": json.dumps([*mailed, [digest, work.now]], separators=(",", ":"))}
    if row:
        work.patch("mail_budgets", work.actor, **fields)
    else:
        work.put("mail_budgets", {"id": work.actor, **fields})
