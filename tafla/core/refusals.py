"""The one list of refusal codes and what each carries.

Doors send code and arguments; the sentence is made in the reader's language by the message catalogues, of
which this list is the source (`tafla contracts` writes it to web/src/contracts/refusals.ts).
"""

from collections.abc import Mapping
from typing import Any

# code -> names of its arguments
CODES: Mapping[str, tuple[str, ...]] = {
    # the message itself
    "bad_message": (),
    "bad_arguments": ("fields",),
    "unknown_verb": ("verb",),
    "too_large": ("limit",),
    "empty_text": ("field",),
    "text_too_long": ("field", "limit"),
    "command_reused": (),
    "id_taken": (),
    "server_error": ("id",),
    # who and where
    "signed_out": (),
    "not_found": (),
    "not_allowed": ("right",),
    "lost_access": (),
    "board_archived": (),
    "board_in_trash": (),
    "board_not_in_trash": (),
    "template_too_large": ("limit",),
    "import_unknown": (),
    "import_broken": ("reason",),
    "import_gone": (),
    "template_not_yours": (),
    "offer_archived": (),
    # columns and cards
    "column_fixed": (),
    "column_not_empty": ("count",),
    "column_elsewhere": (),
    "wip_limit_reached": ("limit", "column"),
    "card_completed": (),
    "card_deleted": (),
    "card_not_deleted": (),
    "cards_on_several_boards": (),
    "items_on_several_cards": (),
    "not_assignable": (),
    "too_many": ("limit",),
    "tag_exists": ("name",),
    "tag_elsewhere": (),
    "dependency_circle": (),
    "text_conflict": ("mine", "theirs", "version"),
    # chat
    "message_deleted": (),
    "message_not_yours": (),
    # people
    "last_admin": (),
    "already_member": (),
    "not_member": (),
    "invitation_expired": (),
    "invited_lately": ("email", "wait"),
    "too_many_invitations": ("limit",),
    "invitation_other_address": ("email",),
    "bad_address": ("field", "address"),
    # files
    "file_empty": (),
    "file_too_large": ("limit",),
    "file_gone": (),
    "file_name_taken": ("name",),
    "not_a_file": (),
    "bad_url": ("field",),
    "too_many_uploads": ("limit",),
    "quota_exceeded": ("limit",),
    "storage_full": (),
    "upload_unfinished": (),
    "upload_offset": ("offset",),
    "upload_busy": (),
    "upload_too_long": ("size",),
    # views
    "unknown_view": ("name",),
    "bad_zone": ("zone",),
    # undo
    "undo_changed": (),
    "undo_gone": (),
    "undo_not_possible": (),
    # come again
    "storage_unavailable": (),
    "too_fast": (),
    "too_many_sockets": (),
    "restarting": (),
    "gap": (),
}


class Refusal(Exception):  # noqa: N818 — a refusal is an answer, not an error
    """A command or a read is refused: `code` from CODES with its arguments."""

    def __init__(self, code: str, **args: Any) -> None:
        if code not in CODES:
            raise ValueError(f"unknown refusal code {code}")
        super().__init__(code)
        self.code = code
        self.args_map: dict[str, Any] = args


class Conflict(Refusal):
    """Two texts overlap and cannot be merged (S12); both are in the arguments."""
