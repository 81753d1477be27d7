"""Tokens that open one thing for one receiver: an id, a mark of whom it is for, and a seal that only this
instance can make.
"""

import base64
import hmac
from dataclasses import dataclass
from hashlib import blake2b

from django.conf import settings

from tafla.core.ids import is_id

_ID_BYTES = 16
_MARK_BYTES = 8


@dataclass(frozen=True)
class Opened:
    """What stood under a seal of ours."""

    id: str
    mark: bytes

    def is_for(self, receiver: str) -> bool:
        """Whether the token was made for this receiver.

        Ids are the clients' and may be used again for somebody else once their row is gone; a token must not.
        """
        return hmac.compare_digest(self.mark, _mark(receiver))


def seal(purpose: str, row_id: str, receiver: str) -> str:
    """The token for an id, good for one purpose and one receiver."""
    body = bytes.fromhex(row_id.replace("-", "")) + _mark(receiver)
    return base64.urlsafe_b64encode(body + _mac(purpose, body)).decode().rstrip("=")


def unseal(purpose: str, token: str) -> Opened | None:
    """What stands in a token, or None when the seal is not ours."""
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        return None
    body = raw[: _ID_BYTES + _MARK_BYTES]
    text = body[:_ID_BYTES].hex()
    row_id = f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
    is_ours = is_id(row_id) and hmac.compare_digest(raw[len(body) :], _mac(purpose, body))
    return Opened(row_id, body[_ID_BYTES:]) if is_ours else None


def _mark(receiver: str) -> bytes:
    return blake2b(receiver.encode(), digest_size=_MARK_BYTES).digest()


def _mac(purpose: str, body: bytes) -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), purpose.encode() + b":" + body, "sha256")[:20]
