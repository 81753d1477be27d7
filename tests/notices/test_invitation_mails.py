"""Invitations are mailed once for each time they are sent, and not at all when they are gone (S19)."""

import smtplib
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from django.core import mail

from tafla.accounts.verbs.invitations import PURPOSE
from tafla.core import mail as post
from tafla.core.ids import new_id
from tafla.core.tokens import unseal
from tafla.notices import again, once
from tafla.notices.models import SentMail
from tafla.sync import listeners
from tafla.sync.models import Cursor
from tests.support.world import World, build_world

NAME = "notices.invitations"


@pytest.fixture
def world(each_database: Path | str) -> World:
    mail.outbox.clear()
    listeners.LISTENERS[NAME].position = None
    return build_world()


def invite(world: World, *addresses: str, role: str = "member") -> list[str]:
    ids = [new_id() for _ in addresses]
    people = [{"invitation_id": one, "email": address} for one, address in zip(ids, addresses, strict=True)]
    world.done("ben", "member.invite", board_id=world.plan, role=role, people=people)
    return ids


def test_invitation_is_mailed_with_all_that_matters(world: World) -> None:
    (invitation,) = invite(world, "yan@example.com", role="visitor")
    listeners.catch_up()
    (message,) = mail.outbox
    text, page = str(message.body), str(message.alternatives[0][0])  # type: ignore[attr-defined]
    assert message.to == ["yan@example.com"]
    assert message.subject == "Ben invites you to the board “plan”"
    for words in (text, page):
        assert "Ben invites you to work on the board “plan”" in words
        assert "You will be a visitor" in words
        token = words.split("http://testserver/i/")[1].split()[0].split('"')[0]
        opened = unseal(PURPOSE, token)
        assert opened is not None
        assert (opened.id, opened.is_for("yan@example.com")) == (invitation, True)
    assert "&amp;" not in text


def test_telling_twice_sends_once_and_sending_again_sends_again(world: World) -> None:
    (invitation,) = invite(world, "yan@example.com")
    listeners.catch_up()
    Cursor.objects.all().delete()
    listeners.catch_up()
    assert len(mail.outbox) == 1
    world.done("ben", "invitation.resend", invitation_id=invitation)
    listeners.catch_up()
    assert len(mail.outbox) == 2


def test_several_wishes_before_the_mail_leaves_are_one_mail(world: World) -> None:
    (invitation,) = invite(world, "yan@example.com")
    world.done("ben", "invitation.resend", invitation_id=invitation)
    listeners.catch_up()
    assert len(mail.outbox) == 1


def test_invitation_that_is_gone_is_not_mailed(world: World) -> None:
    (invitation, _) = invite(world, "yan@example.com", "zed@example.com")
    world.done("ben", "invitation.cancel", invitation_id=invitation)
    listeners.catch_up()
    assert [message.to for message in mail.outbox] == [["zed@example.com"]]


def test_names_cannot_bring_markup_headers_or_links_into_a_mail(world: World) -> None:
    world.done("ben", "board.rename", board_id=world.plan, name="<b>http://evil.example</b> & co")
    invite(world, "yan@example.com")
    listeners.catch_up()
    page = str(mail.outbox[0].alternatives[0][0])  # type: ignore[attr-defined]
    assert "<b>" not in page
    assert 'href="http://evil' not in page
    assert "\n" not in mail.outbox[0].subject


def test_mail_that_cannot_leave_waits_and_the_cursor_stands_before_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    invite(world, "first@example.com")
    invite(world, "second@example.com")

    def refuse(message: Any) -> None:
        if message.to == ["second@example.com"]:
            raise post.MailUnavailableError from OSError("no route")
        message.send()

    with monkeypatch.context() as patched:
        patched.setattr(post, "deliver", refuse)
        with pytest.raises(post.MailUnavailableError):
            listeners.catch_up()
    assert len(mail.outbox) == 1
    listeners.catch_up()
    assert [message.to for message in mail.outbox] == [["first@example.com"], ["second@example.com"]]


def test_address_refused_for_good_holds_up_nobody(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    invite(world, "nobody@example.com")
    invite(world, "yan@example.com")

    def refuse(message: Any) -> None:
        if message.to == ["nobody@example.com"]:
            raise post.MailUnavailableError from smtplib.SMTPRecipientsRefused({"x": (550, b"no such box")})
        message.send()

    monkeypatch.setattr(post, "deliver", refuse)
    listeners.catch_up()
    assert [message.to for message in mail.outbox] == [["yan@example.com"]]


def test_address_that_is_not_taken_now_holds_up_nobody_and_is_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a mail server cannot find the host of a mistyped address (450)."""
    invite(world, "typo@exmaple.test")
    invite(world, "yan@example.com")

    def refuse(message: Any) -> None:
        if message.to == ["typo@exmaple.test"]:
            raise post.MailUnavailableError from smtplib.SMTPRecipientsRefused({"x": (450, b"no such host")})
        message.send()

    with monkeypatch.context() as patched:
        patched.setattr(post, "deliver", refuse)
        listeners.catch_up()
        assert [message.to for message in mail.outbox] == [["yan@example.com"]]
        SentMail.objects.filter(sent_at=None).update(claimed_at=0)
        again.try_again()
    again.try_again()
    assert len(mail.outbox) == 1, "not at once"
    SentMail.objects.filter(sent_at=None).update(claimed_at=0)
    again.try_again()
    assert [message.to for message in mail.outbox] == [["yan@example.com"], ["typo@exmaple.test"]]
    assert not SentMail.objects.filter(sent_at=None).exists()


def test_mail_that_cannot_be_made_holds_up_nobody(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    invite(world, "odd@example.com")
    invite(world, "yan@example.com")

    def refuse(message: Any) -> None:
        if message.to == ["odd@example.com"]:
            raise ValueError("Invalid address")
        message.send()

    monkeypatch.setattr(post, "deliver", refuse)
    listeners.catch_up()
    assert [message.to for message in mail.outbox] == [["yan@example.com"]]


def test_postponed_mail_of_an_invitation_that_is_gone_is_forgotten(world: World) -> None:
    SentMail.objects.create(key=f"invitation.{new_id()}.1", claimed_at=0)
    again.try_again()
    assert not SentMail.objects.exists()
    assert mail.outbox == []


def test_mail_another_process_is_sending_is_left_to_it_until_it_is_taken_for_dead(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    (invitation,) = invite(world, "yan@example.com")
    claim = SentMail.objects.create(key=f"invitation.{invitation}.1", claimed_at=2**60)
    with pytest.raises(once.BusyError):
        listeners.catch_up()
    claim.claimed_at = 0
    claim.save()
    listeners.catch_up()
    assert len(mail.outbox) == 1


def test_listener_that_fails_is_tried_again_and_blocks_nobody(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    failing = threading.Event()

    def fail(change: listeners.Change) -> None:
        failing.set()
        raise RuntimeError("a fault of its own")

    bad = listeners.Listener("test.bad", frozenset({"board"}), fail)
    good = listeners.Listener("test.good", frozenset({"board"}), lambda change: heard.append(change.verb))
    monkeypatch.setattr(listeners, "LISTENERS", {"bad": bad, "good": good})
    monkeypatch.setattr(listeners, "BACK_OFF_S", (0.01, 0.02))
    stop = threading.Event()
    thread = threading.Thread(target=listeners.run, args=(stop,))
    thread.start()
    try:
        world.done("ben", "card.rename", card_id=world.ink, title="Ink")
        deadline = time.monotonic() + 5
        while (bad.failures < 3 or not heard) and time.monotonic() < deadline:
            time.sleep(0.01)
    finally:
        stop.set()
        thread.join()
    assert failing.is_set()
    assert bad.failures >= 3
    assert heard == ["card.rename"]
    assert not Cursor.objects.filter(name="test.bad", pos__gt=0).exists()
