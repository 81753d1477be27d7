"""Tokens that open one thing: an id and a seal that only this instance can make."""

import base64
import hmac

from django.conf import settings

from tafla.core.ids import is_id


def seal(purpose: str, row_id: str) -> str:
    """The token for an id, good for one purpose."""
    body = bytes.fromhex(row_id.replace("-", ""))
    return base64.urlsafe_b64encode(body + _mac(purpose, row_id)).decode().rstrip("=")


def unseal(purpose: str, token: str) -> str | None:
    """The id inside a token, or None when the seal is not ours."""
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        return None
    text = raw[:16].hex()
    row_id = f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
    return row_id if is_id(row_id) and hmac.compare_digest(raw[16:], _mac(purpose, row_id)) else None


def _mac(purpose: str, row_id: str) -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), f"{purpose}:{row_id}".encode(), "sha256")[:20]
