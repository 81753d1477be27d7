"""Attach uploads: as new attachments, as new versions; make an older version the newest again."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.files import rules
from tafla.files.kinds import preview_of
from tafla.files.names import FileName, ending_of, with_ending
from tafla.sync.needs import Fact, Need, Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, On, verb
from tafla.sync.work import Work

# The facts of a file that a version holds.
_FACTS = ("name", "type", "size", "preview", "width", "height", "file_id")


class Attach(rules.OnSubject):
    """attachment_id: the new attachment's, when the name is new on this card or board."""

    attachment_id: Id
    upload_id: Id
    name: FileName


class AddVersion(Args):
    attachment_id: Id
    upload_id: Id


class RestoreVersion(Args):
    attachment_id: Id
    number: Annotated[int, Field(ge=1)]


@verb(
    "file.attach", At("cards", "card_id", "write"), On("board", "board_id", "write"), rest="POST /attachments"
)
def attach(work: Work, args: Attach) -> None:
    """Hang an upload on a card or a board; where a file of this name hangs already, as its new version."""
    rules.check_open(work, rules.subject_of(args))
    _hang(work, args)


@verb(
    "file.import",
    At("cards", "card_id", "manage"),
    On("board", "board_id", "manage"),
    rest="POST /imported_files",
    undoable=False,
)
def import_file(work: Work, args: Attach) -> None:
    """Hang an upload as `file.attach` does, also on a card that is frozen (job `board.import`)."""
    _hang(work, args)


def _hang(work: Work, args: Attach) -> None:
    subject_id = rules.subject_of(args)
    file = _uploaded(work, args.upload_id, subject_id)
    if file is None:
        return
    file["name"] = args.name
    shelf = work.rows(rules.shelf_of(subject_id))
    same = next((row for row in shelf if row["kind"] == "file" and row["name"] == args.name), None)
    if same:
        _push(work, same, file)
        return
    if len(shelf) >= rules.MOST_ATTACHMENTS:
        raise Refusal("too_many", limit=rules.MOST_ATTACHMENTS)
    rank = work.places_between("attachments", subject_id, None, None)[0]
    rules.count_in(work, subject_id, 1)
    work.put("attachments", new_attachment(work, args.attachment_id, subject_id, rank) | {"name": args.name})
    _push(work, work.must("attachments", args.attachment_id), file)


@verb(
    "file.add_version",
    At("attachments", "attachment_id", "write"),
    rest="POST /attachments/{attachment_id}/versions",
)
def add_version(work: Work, args: AddVersion) -> None:
    """Put an upload on an attachment as its newest version."""
    row = rules.open_attachment(work, args.attachment_id)
    rules.check_file(row)
    file = _uploaded(work, args.upload_id, row["subject_id"])
    if file:
        _push(work, row, file)


@verb(
    "file.restore_version",
    At("attachments", "attachment_id", "write"),
    rest="POST /attachments/{attachment_id}/restore",
)
def restore_version(work: Work, args: RestoreVersion) -> None:
    """Make an older version of a file the newest, as one more version."""
    row = rules.open_attachment(work, args.attachment_id)
    rules.check_file(row)
    old = work.must("attachment_versions", f"{args.attachment_id}.{args.number}")
    if args.number == row["version"]:
        return
    if not work.fact(Fact("stored_file", old["file_id"])):
        raise Refusal("file_gone")
    _push(work, row, {name: old[name] for name in _FACTS})


def new_attachment(work: Work, attachment_id: str, subject_id: str, rank: str) -> Values:
    """The row of a file without a version yet."""
    row: Values = {"id": attachment_id, "subject_id": subject_id, "rank": rank, "kind": "file", "name": ""}
    row |= {"type": "", "size": 0, "version": 0, "url": None, "title": None}
    return row | {"by": work.actor, "at": work.now, "updated_by": work.actor, "updated_at": work.now}


def _uploaded(work: Work, upload_id: str, subject_id: str) -> Values | None:
    """What an upload for this subject has become; None when it has been attached. Raises Refusal."""
    upload = work.fact(Fact("upload", upload_id))
    if upload is None or upload["subject_id"] != subject_id:
        raise Refusal("not_found")
    file_id = upload["file_id"]
    if file_id is None:
        raise Refusal("upload_unfinished")
    if work.rows(_naming(file_id)):
        return None
    if not work.fact(Fact("stored_file", file_id)):
        raise Refusal("file_gone")
    found = work.fact(Fact("finding", file_id)) or {"preview": preview_of(upload["type"])}
    return {name: (upload | found).get(name) for name in _FACTS}


def _naming(file_id: str) -> Rows:
    return Rows("attachment_versions", "file_id", file_id, 1)


def _push(work: Work, row: Values, file: Values) -> None:
    """Put a file on an attachment as its newest version."""
    number = row["version"] + 1
    if number > rules.MOST_VERSIONS:
        raise Refusal("too_many", limit=rules.MOST_VERSIONS)
    stem = row["name"].removesuffix(ending_of(row["name"]))
    name = with_ending(stem, ending_of(file["name"]))
    facts = {"name": name, "type": file["type"], "size": file["size"], "version": number}
    work.patch("attachments", row["id"], **facts, updated_by=work.actor, updated_at=work.now)
    version = {"id": f"{row['id']}.{number}", "attachment_id": row["id"], "subject_id": row["subject_id"]}
    version |= {"number": number, **file, "by": work.actor, "at": work.now}
    work.put("attachment_versions", version, derived=True)


@attach.needs
@import_file.needs
def attach_needs(work: Work, args: Attach) -> Iterable[Need]:
    yield Row("attachments", args.attachment_id)
    for subject_id in filter(None, (args.card_id, args.board_id)):
        yield from rules.subject_needs(work, subject_id)
        yield rules.shelf_of(subject_id)
    yield from _upload_needs(work, args.upload_id)


@add_version.needs
def add_needs(work: Work, args: AddVersion) -> Iterable[Need]:
    yield from rules.attachment_needs(work, args.attachment_id)
    yield from _upload_needs(work, args.upload_id)


@restore_version.needs
def restore_needs(work: Work, args: RestoreVersion) -> Iterable[Need]:
    yield from rules.attachment_needs(work, args.attachment_id)
    version_id = f"{args.attachment_id}.{args.number}"
    yield Row("attachment_versions", version_id)
    old = work.peek("attachment_versions", version_id)
    if old:
        yield Fact("stored_file", old["file_id"])


def _upload_needs(work: Work, upload_id: str) -> Iterable[Need]:
    fact = Fact("upload", upload_id)
    yield fact
    file_id = (work.copy.found.get(fact) or {}).get("file_id")
    if file_id:
        yield _naming(file_id)
        yield Fact("stored_file", file_id)
        yield Fact("finding", file_id)
