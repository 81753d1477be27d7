"""The work process as it runs: it mails over real SMTP, and survives a mail server that is away."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from tafla.core.ids import new_id
from tests.conftest import use_database
from tests.support.servers import environment, free_port
from tests.support.world import World, build_world, ident

WITHIN_S = 15.0


class Box:
    """A mail server's box."""

    def __init__(self) -> None:
        self.mails: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"

    def wait(self, count: int) -> None:
        deadline = time.monotonic() + WITHIN_S
        while len(self.mails) < count:
            assert time.monotonic() < deadline, f"only {len(self.mails)} of {count} mails came"
            time.sleep(0.02)


@contextmanager
def mail_server(port: int, box: Box) -> Iterator[None]:
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield
    finally:
        controller.stop()


@contextmanager
def worker(folder: Path, **more: str) -> Iterator[None]:
    with (folder / "worker.log").open("ab") as log:
        command = [sys.executable, "-m", "tafla.project.work"]
        process = subprocess.Popen(
            command, env=environment(folder, free_port(), **more), stdout=log, stderr=log
        )
    try:
        yield
    finally:
        process.terminate()
        assert process.wait(8) == 0


@pytest.mark.slow
def test_worker_mails_invitations_also_those_made_while_mail_was_away(
    tmp_path: Path, database_template: Path
) -> None:
    shutil.copyfile(database_template, tmp_path / "tafla.sqlite3")
    use_database(tmp_path / "tafla.sqlite3")
    world, box, port = build_world(), Box(), free_port()
    invite(world, "first@example.com")
    mailing = {"TAFLA_MAIL_URL": f"smtp://127.0.0.1:{port}", "TAFLA_BASE_URL": "https://tafla.example.org"}
    with worker(tmp_path, **mailing):
        log = tmp_path / "worker.log"
        deadline = time.monotonic() + WITHIN_S
        while "notices.invitations failed" not in log.read_text():
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.02)
        with mail_server(port, box):
            box.wait(1)
            invite(world, "second@example.com")
            box.wait(2)
    assert [mail["To"] for mail in box.mails] == ["first@example.com", "second@example.com"]
    kinds = [part.get_content_type() for part in box.mails[0].walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]
    assert "https://tafla.example.org/i/" in box.mails[0].get_body(("plain",)).get_content()


def invite(world: World, address: str) -> None:
    people = [{"invitation_id": new_id(), "email": address}]
    world.done("ben", "member.invite", board_id=ident("plan"), role="member", people=people)
