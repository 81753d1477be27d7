"""Which file somebody may read now: the only way for doors to a stored file (S10)."""

from dataclasses import dataclass

from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.sync.db import Db
from tafla.sync.gate import Gate
from tafla.sync.reading import Reader, access_scope


@dataclass(frozen=True)
class Readable:
    """A file that was asked for by somebody who may read it, and the scope that says so."""

    scope: str
    key: str
    sha256: str
    size: int
    type: str
    name: str
    at: int


_FILE = (
    "SELECT v.subject_id, f.key, f.sha256, f.size, f.type, "
    # What was renamed since is called so.
    "CASE WHEN a.version = v.number THEN a.name ELSE v.name END, v.at FROM files_attachmentversion v "
    "JOIN files_storedfile f ON f.id = v.file_id AND f.state = 'stored' "
    "JOIN files_attachment a ON a.id = v.attachment_id "
)
_NEWEST = "AND a.version = v.number"
_SEEN = "JOIN files_finding p ON p.id = f.id AND p.preview = 'image' "


def access_version(db: Db, gate: Gate, reader: Reader, attachment_id: str, number: int | None) -> Readable:
    """A version of an attachment, the newest without a number. Raises Refusal."""
    return _access(db, gate, reader, attachment_id, number, "")


def access_thumb(db: Db, gate: Gate, reader: Reader, attachment_id: str, number: int | None) -> Readable:
    """The same, if it has a thumbnail."""
    return _access(db, gate, reader, attachment_id, number, _SEEN)


def _access(
    db: Db, gate: Gate, reader: Reader, attachment_id: str, number: int | None, seen: str
) -> Readable:
    if not is_id(attachment_id):
        raise Refusal("not_found")
    if number is None:
        found = db.query(f"{_FILE}{seen} WHERE v.attachment_id = ? {_NEWEST}", (attachment_id,))
    else:
        found = db.query(f"{_FILE}{seen} WHERE v.id = ?", (f"{attachment_id}.{number}",))
    if not found:
        raise Refusal("not_found")
    file = Readable(f"shelf:{found[0][0]}", *found[0][1:])
    access_scope(db, gate, reader, file.scope)
    return file


def access_shelf(db: Db, gate: Gate, reader: Reader, subject_id: str) -> list[Readable]:
    """The newest versions of all files on a card or board, in their order. Raises Refusal."""
    scope = f"shelf:{subject_id}"
    access_scope(db, gate, reader, scope)
    found = db.query(f"{_FILE} WHERE a.subject_id = ? {_NEWEST} ORDER BY a.rank, a.id", (subject_id,))
    if not found:
        raise Refusal("not_found")
    return [Readable(scope, *row[1:]) for row in found]


def access_again(db: Db, gate: Gate, reader: Reader, file: Readable) -> None:
    """Whether they still may, while bytes flow. Raises Refusal."""
    access_scope(db, gate, reader, file.scope)
