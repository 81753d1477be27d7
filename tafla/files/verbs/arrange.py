"""Rename, reorder and remove attachments; add links; take over what was found out about them."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator

from tafla.core.addresses import WebAddress
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import clean_line
from tafla.files import rules
from tafla.files.names import MOST_CHARS, clean_name, ending_of, with_ending
from tafla.files.verbs.attach import new_attachment
from tafla.sync.needs import Fact, Need, Row
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, On, verb
from tafla.sync.work import Work

Label = Annotated[str, AfterValidator(lambda text: clean_line(text)[:MOST_CHARS])]


class AddLink(rules.OnSubject):
    """name: what to call it; without one it is called what its page is called."""

    attachment_id: Id
    url: WebAddress
    name: Label = ""


class Rename(Args):
    """A file keeps the ending it has."""

    attachment_id: Id
    name: Label


class Move(Args):
    """after, before: neighbours at the new place; without them it goes to the end."""

    attachment_id: Id
    after: Id | None = None
    before: Id | None = None


class One(Args):
    attachment_id: Id


@verb(
    "file.add_link",
    At("cards", "card_id", "write"),
    On("board", "board_id", "write"),
    rest="POST /attachments/links",
)
def add_link(work: Work, args: AddLink) -> None:
    """Hang a link on a card or a board."""
    rules.check_open(work, rules.subject_of(args))
    _hang_link(work, args)


@verb(
    "file.import_link",
    At("cards", "card_id", "manage"),
    On("board", "board_id", "manage"),
    rest="POST /imported_links",
    undoable=False,
)
def import_link(work: Work, args: AddLink) -> None:
    """Hang a link as `file.add_link` does, also on a card that is frozen (job `board.import`)."""
    _hang_link(work, args)


def _hang_link(work: Work, args: AddLink) -> None:
    subject_id = rules.subject_of(args)
    if len(work.rows(rules.shelf_of(subject_id))) >= rules.MOST_ATTACHMENTS:
        raise Refusal("too_many", limit=rules.MOST_ATTACHMENTS)
    rank = work.places_between("attachments", subject_id, None, None)[0]
    rules.count_in(work, subject_id, 1)
    row = new_attachment(work, args.attachment_id, subject_id, rank)
    work.put("attachments", row | {"kind": "link", "name": args.name, "url": args.url})


@verb(
    "file.rename", At("attachments", "attachment_id", "write"), rest="PUT /attachments/{attachment_id}/name"
)
def rename(work: Work, args: Rename) -> None:
    """Give an attachment another name. A file keeps its ending, and a name that no other file here has: the
    next upload of that name could become a version of either.
    """
    row = rules.open_attachment(work, args.attachment_id)
    name = args.name
    if row["kind"] == "file":
        name = with_ending(clean_name(name), ending_of(row["name"]))
        _check_name(work, row, name)
    work.patch("attachments", args.attachment_id, name=name)


def _check_name(work: Work, row: Values, name: str) -> None:
    for other in work.rows(rules.shelf_of(row["subject_id"])):
        if other["id"] != row["id"] and other["kind"] == "file" and other["name"] == name:
            raise Refusal("file_name_taken", name=name)


@verb("file.move", At("attachments", "attachment_id", "write"), rest="PUT /attachments/{attachment_id}/place")
def move(work: Work, args: Move) -> None:
    """Put an attachment elsewhere among those of its card or board."""
    row = rules.open_attachment(work, args.attachment_id)
    rank = work.places_between("attachments", row["subject_id"], args.after, args.before)[0]
    work.patch("attachments", args.attachment_id, rank=rank)


@verb("file.remove", At("attachments", "attachment_id", "write"), rest="DELETE /attachments/{attachment_id}")
def remove(work: Work, args: One) -> None:
    """Take an attachment off its card or board, with all versions."""
    row = rules.open_attachment(work, args.attachment_id)
    work.remove("attachments", args.attachment_id)
    for version in work.rows(rules.versions_of(args.attachment_id)):
        work.remove("attachment_versions", version["id"])
    rules.count_in(work, row["subject_id"], -1)


@verb(
    "file.refresh",
    At("attachments", "attachment_id", "write"),
    rest="POST /attachments/{attachment_id}/refresh",
    undoable=False,
)
def refresh(work: Work, args: One) -> None:
    """Take over what the server has found out about a file or a link since it was attached."""
    row = work.must("attachments", args.attachment_id)
    found = work.fact(Fact("finding", args.attachment_id))
    if row["kind"] == "link" and found:
        work.patch("attachments", args.attachment_id, title=found["title"])
    for version in work.rows(rules.versions_of(args.attachment_id)):
        seen = work.fact(Fact("finding", version["file_id"]))
        if seen:
            facts = {name: seen[name] for name in ("preview", "width", "height")}
            work.patch("attachment_versions", version["id"], **facts)


@add_link.needs
@import_link.needs
def link_needs(work: Work, args: AddLink) -> Iterable[Need]:
    yield Row("attachments", args.attachment_id)
    for subject_id in filter(None, (args.card_id, args.board_id)):
        yield from rules.subject_needs(work, subject_id)
        yield rules.shelf_of(subject_id)


@rename.needs
@move.needs
def among_needs(work: Work, args: Rename | Move) -> Iterable[Need]:
    yield from rules.attachment_needs(work, args.attachment_id)
    row = work.peek("attachments", args.attachment_id)
    if row:
        yield rules.shelf_of(row["subject_id"])


@remove.needs
def remove_needs(work: Work, args: One) -> Iterable[Need]:
    yield from rules.attachment_needs(work, args.attachment_id)
    yield rules.versions_of(args.attachment_id)


@refresh.needs
def refresh_needs(work: Work, args: One) -> Iterable[Need]:
    yield Fact("finding", args.attachment_id)
    need = rules.versions_of(args.attachment_id)
    yield need
    for version_id in work.copy.found.get(need) or ():
        version = work.peek("attachment_versions", version_id)
        if version:
            yield Fact("finding", version["file_id"])
