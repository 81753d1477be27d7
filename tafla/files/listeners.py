"""What this room reads in the log, in the work process: pictures without a thumbnail, links without a title.

What is found out is noted in rows of this room's own, and a command takes it over into what clients see
(`file.refresh`), sent as whoever attached the file. It carries no values, so whoever sends it can put nothing
there but what was found. This process sends it on its own database connection, as every process may: commands
lock the heads they write, and the live process reads what others wrote (sync-rules.md, S15 and S16).
"""

import time
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tafla.accounts.queries import owner_of
from tafla.core.clock import now_ms
from tafla.files.kinds import PICTURES
from tafla.files.models import AttachmentVersion, Finding, Shelf, StoredFile
from tafla.files.previews import look_at
from tafla.files.titles import title_of
from tafla.sync.db import current
from tafla.sync.dispatch import dispatch
from tafla.sync.listeners import Change, listener
from tafla.sync.sweeping import sweep_scope
from tafla.sync.tables import TABLES

# Titles of one person's links may take so much of everybody's time.
SPAN_S = 600.0
MOST_S = 60.0
_spent: "defaultdict[str, list[tuple[float, float]]]" = defaultdict(list)


@listener("files.previews", "shelf")
def see_pictures(change: Change) -> None:
    """Make thumbnails of the pictures that this change attached."""
    for row in added(change, "attachment_versions"):
        if row["preview"] != "none" or row["type"] not in PICTURES:
            continue
        version = AttachmentVersion.objects.filter(id=row["id"]).first()
        file = StoredFile.objects.filter(id=version.file_id, state="stored").first() if version else None
        if file is None:
            continue
        if not Finding.objects.filter(id=file.id).exists():
            look_at(file)
        if Finding.objects.filter(id=file.id, preview="image").exists():
            take_over(row["attachment_id"], row["by"], row["subject_id"])


@listener("files.titles", "shelf")
def read_titles(change: Change) -> None:
    """Ask the pages of the links that this change attached how they are called."""
    for row in added(change, "attachments"):
        if row["kind"] != "link" or row["title"] is not None:
            continue
        if not Finding.objects.filter(id=row["id"]).exists() and may_spend(row["by"]):
            started = time.monotonic()
            title = title_of(row["url"])
            _spent[row["by"]].append((started, time.monotonic() - started))
            Finding.objects.update_or_create(id=row["id"], defaults={"title": title, "at": now_ms()})
        if Finding.objects.filter(id=row["id"], title__isnull=False).exists():
            take_over(row["id"], row["by"], row["subject_id"])


@listener("files.sweep", "files")
def sweep(change: Change) -> None:
    """Delete what is left of a shelf whose card was deleted for ever, and all its log (S22)."""
    for kind, table, what, *_ in change.patches:
        # A shelf also leaves one board for another; then it is still there.
        if (kind, table) == ("-", "shelves") and not Shelf.objects.filter(id=what).exists():
            sweep_scope(current(), f"shelf:{what}")


def added(change: Change, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table that a change put there."""
    names = TABLES[table].wire_names
    for kind, name, *rest in change.patches:
        if kind == "+" and name == table:
            yield dict(zip(names, rest[0], strict=True))


def may_spend(person_id: str) -> bool:
    """Whether this person's links have taken little enough time lately."""
    since = time.monotonic() - SPAN_S
    _spent[person_id] = [entry for entry in _spent[person_id] if entry[0] > since]
    return sum(seconds for _, seconds in _spent[person_id]) < MOST_S


def take_over(attachment_id: str, person_id: str, subject_id: str) -> None:
    """Put what was found into what clients see. Whoever attached it may have left since: then as the owner.

    Raises RuntimeError when nothing can be written now: the listener comes again.
    """
    for actor in (person_id, _owner(subject_id)):
        answer = dispatch(actor, "file.refresh", {"attachment_id": attachment_id}) if actor else {"s": "done"}
        if answer["s"] == "later":
            raise RuntimeError("nothing can be written now")
        if answer["s"] == "done":
            return


def _owner(subject_id: str) -> str:
    board_id = Shelf.objects.filter(id=subject_id).values_list("board_id", flat=True).first()
    return owner_of(current(), board_id) if board_id else ""
