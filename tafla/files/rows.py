"""Which rows of this room reach clients, and in which scope."""

from tafla.files import undo
from tafla.files.models import Attachment, AttachmentVersion, Shelf
from tafla.sync.gate import scope_kind
from tafla.sync.tables import table

shelves = table(
    "shelves", Shelf, lives=("files", "board_id"), ground=("board", "board_id"), undo_add=undo.keep_shelf
)
attachments = table(
    "attachments",
    Attachment,
    lives=("shelf", "subject_id"),
    ground=("shelves", "subject_id"),
    order="subject_id",
    undo_add=undo.undo_add_attachment,
    check_undo=undo.check_undo_attachment,
    undo_end=undo.check_undo_end,
    undo_needs=undo.attachment_undo_needs,
)
attachment_versions = table(
    "attachment_versions",
    AttachmentVersion,
    lives=("shelf", "subject_id"),
    ground=("shelves", "subject_id"),
    server_only=["file_id"],
    undo_add=undo.undo_add_version,
    check_undo=undo.check_undo_version,
    undo_needs=undo.version_undo_needs,
)
scope_kind("files", ground="board", right="read_files")
# A card or board on which nothing hangs yet has no shelf.
_SUBJECTS = (("shelves", "board_id"), ("cards", "board_id"), ("boards", "id"))
scope_kind("shelf", ground="board", right="read_files", through=_SUBJECTS)
