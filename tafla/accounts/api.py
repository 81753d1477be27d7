"""What the link of an invitation leads to, before anybody has signed in; what one has asked admins for."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import register_converter
from django.urls.converters import StringConverter
from ninja import Router, Schema
from ninja.throttling import SimpleRateThrottle

from tafla.accounts import queries
from tafla.accounts.models import TeamRequest
from tafla.accounts.verbs.invitations import PURPOSE
from tafla.core.clock import now_ms
from tafla.core.refusals import Refusal
from tafla.core.tokens import unseal
from tafla.sync.db import current
from tafla.sync.dispatch import held_gate
from tafla.sync.reading import Reader, access_scope

router = Router(tags=["invitation"])


class TokenConverter(StringConverter):
    """A segment that is neither `accept` nor an id: those addresses belong to the verbs, which are POST and
    DELETE.
    """

    regex = r"(?!accept$|[0-9a-f-]{36}$)[^/]+"


register_converter(TokenConverter, "invitationtoken")


class ByAddress(SimpleRateThrottle):
    """Counts requests of one network address, as the guard has put it in place (doors/guard.py)."""

    scope = "invitation"

    def get_cache_key(self, request: HttpRequest) -> str:
        return f"throttle_{self.scope}_{request.META.get('REMOTE_ADDR', '')}"


class RequestOut(Schema):
    """email: whom to add; none: a role for oneself."""

    id: str
    email: str | None
    role: str
    note: str
    at: int


@router.get("/boards/{board_id}/requests/mine", response=list[RequestOut], operation_id="request.mine")
def own_requests(request: HttpRequest, board_id: str) -> Any:
    """What one has asked the admins of a board for and is not answered yet."""
    person_id = str(request.user.pk)
    try:
        access_scope(current(), held_gate(), Reader(person_id), f"team:{board_id}")
    except Refusal:
        raise Http404 from None
    mine = TeamRequest.objects.filter(board_id=board_id, person_id=person_id)
    return mine.order_by("at").values("id", "email", "role", "note", "at")


class InvitationOut(Schema):
    """expired: the link is older than 14 days; whoever invited can send it again."""

    email: str
    board: str
    invited_by: str
    role: str
    expired: bool


@router.get(
    "/invitations/{invitationtoken:token}",
    auth=None,
    throttle=ByAddress("60/min"),
    response=InvitationOut,
    operation_id="invitation.read",
    summary="Whom an invitation is for, to which board, and by whom",
)
def read_invitation(request: HttpRequest, token: str) -> dict[str, Any]:
    """Whoever holds the mailed token may read this, without signing in. One that was used or cancelled is not
    found.
    """
    opened = unseal(PURPOSE, token)
    found = queries.invitation(current(), opened.id) if opened else None
    if opened is None or found is None or not opened.is_for(found[0]):
        raise Http404
    email, role, expires_at, board, invited_by = found
    return {
        "email": email,
        "board": board,
        "invited_by": invited_by,
        "role": role,
        "expired": expires_at <= now_ms(),
    }
