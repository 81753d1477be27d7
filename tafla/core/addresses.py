"""What is an e-mail address here, the same for signing up, inviting and mailing; what is a web address."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

LONGEST = 254
LONGEST_URL = 2000
# White space and control characters end an address for some readers and not for others.
_ODD = re.compile("[\\s\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\\\\]")


def is_address(text: str) -> bool:
    """Whether a mail can be made for this address and somebody could sign up with it."""
    try:
        validate_email(text)
        text.rpartition("@")[2].encode("idna")
    except (ValidationError, UnicodeError):
        return False
    return len(text) <= LONGEST


def _check_url(text: str) -> str:
    """A web address as it is kept; "example.org/x" is taken for https."""
    address = text.strip()
    if "://" not in address and "." in address.partition("/")[0] and ":" not in address.partition("/")[0]:
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_web = False
    if not is_web or "@" in parts.netloc or len(address) > LONGEST_URL or _ODD.search(address):
        raise PydanticCustomError("bad_url", "no web address")
    return address


# http or https, without a name and password in it.
WebAddress = Annotated[str, AfterValidator(_check_url)]
