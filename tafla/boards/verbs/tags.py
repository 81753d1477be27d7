"""Create, rename, colour, merge and delete the tags of a board. Cards follow by hooks."""

from collections.abc import Iterable

from tafla.boards import hooks
from tafla.boards.acts import check_name, tags_of
from tafla.boards.templates import Hue
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import TagName
from tafla.sync.needs import Need, Row
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, On, verb
from tafla.sync.work import Work

MOST_TAGS = 200


class CreateTag(Args):
    tag_id: Id
    board_id: Id
    name: TagName
    hue: Hue


class RenameTag(Args):
    tag_id: Id
    name: TagName


class SetHue(Args):
    tag_id: Id
    hue: Hue


class MergeTag(Args):
    """into_id: the tag that stays, of the same board."""

    tag_id: Id
    into_id: Id


class DeleteTag(Args):
    tag_id: Id


@verb("tag.create", On("board", "board_id", "arrange"), rest="POST /boards/{board_id}/tags")
def create_tag(work: Work, args: CreateTag) -> None:
    """Give a board another tag. Names are unique on a board, whatever their capitals."""
    if len(work.rows(tags_of(args.board_id))) >= MOST_TAGS:
        raise Refusal("too_many", limit=MOST_TAGS)
    check_name(work, {"id": args.tag_id, "board_id": args.board_id, "name": args.name})
    work.put("tags", {"id": args.tag_id, "board_id": args.board_id, "name": args.name, "hue": args.hue})


@verb("tag.rename", At("tags", "tag_id", "arrange"), rest="PUT /tags/{tag_id}/name")
def rename_tag(work: Work, args: RenameTag) -> None:
    """Give a tag another name."""
    check_name(work, {**work.must("tags", args.tag_id), "name": args.name})
    work.patch("tags", args.tag_id, name=args.name)


@verb("tag.set_hue", At("tags", "tag_id", "arrange"), rest="PUT /tags/{tag_id}/hue")
def set_hue(work: Work, args: SetHue) -> None:
    """Give a tag another colour."""
    work.patch("tags", args.tag_id, hue=args.hue)


@verb(
    "tag.merge",
    At("tags", "tag_id", "arrange"),
    At("tags", "into_id", "arrange"),
    rest="POST /tags/{tag_id}/merge",
)
def merge_tag(work: Work, args: MergeTag) -> None:
    """Put another tag of the board in the place of this one, on every card, and delete it."""
    tag, into = work.must("tags", args.tag_id), work.must("tags", args.into_id)
    if into["board_id"] != tag["board_id"]:
        raise Refusal("tag_elsewhere")
    if into["id"] == tag["id"]:
        raise Refusal("bad_arguments", fields=["into_id"])
    _end(work, tag, into["id"])


@verb("tag.delete", At("tags", "tag_id", "arrange"), rest="DELETE /tags/{tag_id}")
def delete_tag(work: Work, args: DeleteTag) -> None:
    """Delete a tag; every card loses it."""
    _end(work, work.must("tags", args.tag_id), None)


def _end(work: Work, tag: Values, into_id: str | None) -> None:
    # The cards first: undone from the end, the tag is there again before it is put back on them.
    for _, replace in hooks.replace_tag:
        replace(work, tag, into_id)
    work.remove("tags", tag["id"])


@create_tag.needs
def create_needs(work: Work, args: CreateTag) -> Iterable[Need]:
    yield Row("tags", args.tag_id)
    yield tags_of(args.board_id)


@rename_tag.needs
def rename_needs(work: Work, args: RenameTag) -> Iterable[Need]:
    tag = work.peek("tags", args.tag_id)
    if tag:
        yield tags_of(tag["board_id"])


@merge_tag.needs
@delete_tag.needs
def end_needs(work: Work, args: MergeTag | DeleteTag) -> Iterable[Need]:
    tag = work.peek("tags", args.tag_id)
    for see, _ in hooks.replace_tag:
        yield from see(work, tag) if tag else ()
