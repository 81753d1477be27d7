"""Put tags on cards and take them off."""

from tafla.cards.rules import change_each, editable_needs
from tafla.cards.tagging import replace_on
from tafla.core.fields import Id, Ids
from tafla.core.refusals import Refusal
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work


class SetTag(Args):
    card_ids: Ids
    tag_id: Id


class ReplaceTag(Args):
    """into_id: the tag that comes in its place, or none."""

    card_ids: Ids
    tag_id: Id
    into_id: Id | None = None


_PLACES = (At("cards", "card_ids", "write"), At("tags", "tag_id", "write"))


@verb("card.add_tag", *_PLACES, rest="POST /cards/tags")
def add_tag(work: Work, args: SetTag) -> None:
    """Put a tag of their board on cards, beside those they have."""
    _check_home(work, args)
    change_each(work, args.card_ids, lambda card: {"tag_ids": sorted({*card["tag_ids"], args.tag_id})})


@verb("card.remove_tag", *_PLACES, rest="DELETE /cards/tags")
def remove_tag(work: Work, args: SetTag) -> None:
    """Take a tag off cards."""
    _check_home(work, args)

    def facts(card: Values) -> Values:
        return {"tag_ids": [tag_id for tag_id in card["tag_ids"] if tag_id != args.tag_id]}

    change_each(work, args.card_ids, facts)


@verb(
    "card.replace_tag",
    At("cards", "card_ids", "arrange"),
    At("tags", "tag_id", "arrange"),
    At("tags", "into_id", "arrange"),
    rest="POST /cards/tags/replace",
)
def replace_tag(work: Work, args: ReplaceTag) -> None:
    """Take a tag off cards, or put another in its place, also where cards are frozen: what merging and
    deleting a tag does, for tags on more cards than one command may change.
    """
    _check_home(work, args)
    if (
        args.into_id
        and work.must("tags", args.into_id)["board_id"] != work.must("tags", args.tag_id)["board_id"]
    ):
        raise Refusal("tag_elsewhere")
    replace_on(work, args.card_ids, args.tag_id, args.into_id)


def _check_home(work: Work, args: SetTag | ReplaceTag) -> None:
    home = work.must("tags", args.tag_id)["board_id"]
    if any(work.must("cards", card_id)["board_id"] != home for card_id in args.card_ids):
        raise Refusal("tag_elsewhere")


@add_tag.needs
@remove_tag.needs
def needs(work: Work, args: SetTag):  # type: ignore[no-untyped-def]
    yield from editable_needs(work, args.card_ids)
