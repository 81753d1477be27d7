"""What undoing does to attachments beyond putting fields back (S13)."""

from collections.abc import Iterable

from tafla.core.refusals import Refusal
from tafla.files.rules import check_open, count_in, subject_needs, versions_of
from tafla.sync.needs import Fact, Need
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work


def attachment_undo_needs(work: Work, row: Values) -> Iterable[Need]:
    """Where it hangs, whether that is frozen, and its versions."""
    if "subject_id" in row:
        yield from subject_needs(work, row["subject_id"])
        yield versions_of(row["id"])


def undo_add_attachment(work: Work, row: Values) -> None:
    """An added attachment goes again."""
    check_open(work, row["subject_id"])
    work.remove("attachments", row["id"])
    count_in(work, row["subject_id"], -1)


def check_undo_end(work: Work, attachment_ids: list[str]) -> None:
    """One on which somebody has put a version meanwhile stays."""
    for attachment_id in attachment_ids:
        if work.row("attachments", attachment_id) is None and work.rows(versions_of(attachment_id)):
            raise Refusal("undo_changed")


def check_undo_attachment(work: Work, row: Values) -> None:
    """Nothing is put back on a frozen card; what comes back is counted."""
    check_open(work, row["subject_id"])
    if work.before("attachments", row["id"]) is None:
        count_in(work, row["subject_id"], 1)


def undo_add_version(work: Work, row: Values) -> None:
    """An added version goes again, also with a preview that was made meanwhile."""
    work.remove("attachment_versions", row["id"])


def version_undo_needs(work: Work, row: Values) -> Iterable[Need]:
    """Whether the bytes are still there."""
    if "file_id" in row:
        yield Fact("stored_file", row["file_id"])


def check_undo_version(work: Work, row: Values) -> None:
    """A version comes back only while its bytes are kept."""
    if not work.fact(Fact("stored_file", row["file_id"])):
        raise Refusal("undo_gone")


def keep_shelf(work: Work, row: Values) -> None:
    """A shelf stays; what undo takes off it is counted out."""
