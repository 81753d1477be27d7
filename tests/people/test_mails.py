"""Mails: each kind has its words, in the catalogue, and reads well as text and as a page."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

import tafla

ROOM = Path(tafla.__file__).parent
TEMPLATES = ROOM / "people" / "templates" / "account" / "email"
KINDS = sorted(path.name.removesuffix("_message.txt") for path in TEMPLATES.glob("*_message.txt"))
# Every kind allauth may send with the settings chosen here.
SENT = {
    "account_already_exists",
    "email_changed",
    "email_confirm",
    "email_confirmation",
    "email_confirmation_signup",
    "email_deleted",
    "password_changed",
    "password_reset",
    "password_reset_key",
    "password_set",
    "unknown_account",
}


def test_every_kind_that_may_be_sent_is_ours() -> None:
    assert set(KINDS) == SENT


@pytest.mark.parametrize("kind", KINDS)
def test_subject_is_one_line_and_text_has_no_markup(kind: str) -> None:
    person = {"name": "Ana & Ben <team>"}
    context = {
        "user": person,
        "activate_url": "http://x/a",
        "password_reset_url": "http://x/r",
        "site": "http://x",
    }
    subject = render_to_string(f"account/email/{kind}_subject.txt", context).strip()
    text = render_to_string(f"account/email/{kind}_message.txt", context)
    assert subject
    assert "\n" not in subject
    assert "&amp;" not in text
    assert "{%" not in text
    assert len(text) < 600


def test_catalogue_holds_every_word_of_the_templates() -> None:
    catalogue = (ROOM / "locale" / "en" / "LC_MESSAGES" / "django.po").read_text()
    for path in TEMPLATES.glob("*.txt"):
        for words in re.findall(r'translate "([^"]+)"', path.read_text()):
            assert f'msgid "{words}"' in catalogue, (path.name, words)
