"""Making an export: all of it is read from one transaction into a temporary file, and only then sent, so that
a slow client holds no transaction.
"""

import shutil
import tempfile
from typing import Any, BinaryIO

from tafla.exchange import archive, excel, page
from tafla.exchange.formats import Wish
from tafla.exchange.reading import open_board
from tafla.files.store import PIECE_BYTES, the_store
from tafla.sync.db import current

_WRITERS = {"xlsx": excel.write, "html": page.write, "zip": archive.write_rows}


def make(wish: Wish, out: BinaryIO | Any) -> None:
    """Write a board in this format. Raises Refusal not_found; OSError when a store or a disk is away."""
    files: list[tuple[Any, ...]] = []
    with tempfile.TemporaryFile() as made:
        db = current()
        db.begin_read()
        try:
            _WRITERS[wish.format](open_board(db, wish), made)
            if wish.format == "zip" and wish.with_files:
                files = archive.stored_files(db, wish.board_id)
        finally:
            db.rollback()
        made.seek(0)
        if wish.format == "zip":
            archive.pack(made, files, the_store(), out)
        else:
            shutil.copyfileobj(made, out, PIECE_BYTES)
    out.flush()
