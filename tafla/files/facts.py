"""Facts this room's verbs ask for: rows that no scope holds."""

from typing import Any

from tafla.sync.db import Db
from tafla.sync.load import FACTS


def uploads(db: Db, ids: list[str]) -> dict[str, dict[str, Any]]:
    """Upload -> its subject, and the file it has become, once it is stored whole."""
    found = db.query(
        "SELECT u.id, u.subject_id, u.name, f.id, f.size, f.type FROM files_upload u "
        f"LEFT JOIN files_storedfile f ON f.id = u.file_id AND f.state = 'stored' WHERE {db.within('u.id')}",
        (db.members(ids),),
    )
    names = ("subject_id", "name", "file_id", "size", "type")
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in found}


def files(db: Db, ids: list[str]) -> dict[str, bool]:
    """Stored file -> True, if its bytes are there; locked, so that nobody deletes them meanwhile."""
    found = db.query(
        f"SELECT id FROM files_storedfile WHERE state = 'stored' AND {db.within('id')} "
        f"ORDER BY id{db.lock()}",
        (db.members(ids),),
    )
    return {row[0]: True for row in found}


def findings(db: Db, ids: list[str]) -> dict[str, dict[str, Any]]:
    """Stored file or link -> what was found out about it."""
    found = db.query(
        f"SELECT id, preview, width, height, title FROM files_finding WHERE {db.within('id')}",
        (db.members(ids),),
    )
    return {row[0]: dict(zip(("preview", "width", "height", "title"), row[1:], strict=True)) for row in found}


FACTS.update(upload=uploads, stored_file=files, finding=findings)
