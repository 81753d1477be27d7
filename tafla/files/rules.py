"""What this room's verbs share: what an attachment hangs on, whether that is frozen, the shelf's count."""

from collections.abc import Iterable

from tafla.cards.rules import check_editable, editable_needs
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Need, Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args
from tafla.sync.work import Work

MOST_ATTACHMENTS = 500
MOST_VERSIONS = 1000


class OnSubject(Args):
    """Either a card or a board."""

    card_id: Id | None = None
    board_id: Id | None = None


def shelf_of(subject_id: str) -> Rows:
    """Every attachment of a subject."""
    return Rows("attachments", "subject_id", subject_id, MOST_ATTACHMENTS + 1)


def versions_of(attachment_id: str) -> Rows:
    """Every version of an attachment."""
    return Rows("attachment_versions", "attachment_id", attachment_id, MOST_VERSIONS + 1)


def subject_of(args: OnSubject) -> str:
    """The card or board named. Raises Refusal when it is both or neither: a command without a place would
    not be judged by anybody.
    """
    named = [subject for subject in (args.card_id, args.board_id) if subject]
    if len(named) != 1:
        raise Refusal("bad_arguments", fields=["card_id", "board_id"])
    return named[0]


def subject_needs(work: Work, subject_id: str) -> Iterable[Need]:
    """What `check_open` and `count_in` must see."""
    yield Row("shelves", subject_id)
    yield Row("cards", subject_id)
    yield from editable_needs(work, [subject_id])


def check_open(work: Work, subject_id: str) -> None:
    """Refuse to change the attachments of a card that is frozen."""
    card = work.row("cards", subject_id)
    if card:
        check_editable(work, card)


def count_in(work: Work, subject_id: str, more: int) -> None:
    """Count attachments in or out; the first one makes the shelf. History and undo do not know of it: who
    brings an attachment back counts it in again.

    Count before putting: undo goes from the end, and leaves alone what came before a shelf that it keeps.
    """
    shelf = work.row("shelves", subject_id)
    if shelf:
        work.patch("shelves", subject_id, count=shelf["count"] + more)
        work.quiet.add(("shelves", subject_id))
        return
    card = work.row("cards", subject_id)
    place = {"board_id": card["board_id"] if card else subject_id, "card_id": subject_id if card else None}
    work.put("shelves", {"id": subject_id, **place, "count": more})


def attachment_needs(work: Work, attachment_id: str) -> Iterable[Need]:
    """What verbs on one attachment must see of where it hangs."""
    row = work.peek("attachments", attachment_id)
    if row:
        yield from subject_needs(work, row["subject_id"])


def open_attachment(work: Work, attachment_id: str) -> Values:
    """An attachment that may be changed. Raises Refusal."""
    row = work.must("attachments", attachment_id)
    check_open(work, row["subject_id"])
    return row


def check_file(row: Values) -> None:
    """Refuse what only files have."""
    if row["kind"] != "file":
        raise Refusal("not_a_file")
