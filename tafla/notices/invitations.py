"""The mail that invites somebody to a board."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import formats, translation
from django.utils.translation import gettext

from tafla.accounts.verbs.invitations import PURPOSE
from tafla.core.clock import now_ms
from tafla.core.settings import load
from tafla.core.tokens import seal
from tafla.sync.db import current

_FIND = (
    "SELECT i.id, i.email, i.role, i.expires_at, i.sent, b.name, w.name, p.name, p.language "
    "FROM accounts_invitation i JOIN boards_board b ON b.id = i.board_id "
    "LEFT JOIN people_person w ON w.id = i.invited_by LEFT JOIN people_person p ON p.email = i.email "
    "WHERE i.id = ?"
)


@dataclass(frozen=True)
class Letter:
    """An invitation as it stands now, with the names its mail says."""

    id: str
    email: str
    role: str
    expires_at: int
    sent: int
    board: str
    inviter: str | None
    name: str | None
    language: str | None

    @property
    def link(self) -> str:
        return f"{load().site}/i/{seal(PURPOSE, self.id, self.email)}"


def find_letter(invitation_id: str) -> Letter | None:
    """The letter of an invitation; None when it is gone or its time is over."""
    found = current().query(_FIND, (invitation_id,))
    letter = Letter(*found[0]) if found else None
    return letter if letter and letter.expires_at > now_ms() else None


def make_mail(letter: Letter) -> EmailMultiAlternatives:
    """Plain text and HTML from the same words, in the guest's language where we know it."""
    with translation.override(letter.language or load().language):
        inviter = letter.inviter or gettext("Somebody")
        expires = formats.date_format(datetime.fromtimestamp(letter.expires_at / 1000, UTC), "DATE_FORMAT")
        words = {"letter": letter, "inviter": inviter, "expires": expires, "site": load().site}
        subject = " ".join(render_to_string("notices/invitation_subject.txt", words).split())
        text = render_to_string("notices/invitation.txt", words).strip() + "\n"
        page = render_to_string("notices/invitation.html", {**words, "subject": subject})
    headers = {"Auto-Submitted": "auto-generated"}
    message = EmailMultiAlternatives(subject, text, to=[letter.email], headers=headers)
    message.attach_alternative(page, "text/html")
    return message
