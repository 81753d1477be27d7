"""What is an e-mail address here: the same for signing up, inviting and mailing."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

LONGEST = 254


def is_address(text: str) -> bool:
    """Whether a mail can be made for this address and somebody could sign up with it."""
    try:
        validate_email(text)
        text.rpartition("@")[2].encode("idna")
    except (ValidationError, UnicodeError):
        return False
    return len(text) <= LONGEST
