"""Keep a filter by a name, call it otherwise, let it go. Each person's own."""

from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import Name
from tafla.sync.needs import Count, Row
from tafla.sync.verbs import Args, At, Me, verb
from tafla.sync.work import Work
from tafla.views.filters import Filter

MOST_SAVED = 200


class SaveFilter(Args):
    """filter_id: a new one, or one's own that gets this name and filter from now on. is_view: it is a page
    over all boards; else a highlight for any one.
    """

    filter_id: Id
    name: Name
    filter: Filter
    is_view: bool = False


class RenameFilter(Args):
    filter_id: Id
    name: Name


class OneFilter(Args):
    filter_id: Id


_MINE = At("saved_filters", "filter_id", "own")


@verb("filter.save", Me(), rest="PUT /me/filters/{filter_id}")
def save_filter(work: Work, args: SaveFilter) -> None:
    """Keep a filter by a name, for oneself."""
    known = work.row("saved_filters", args.filter_id)
    if known is None and work.count(_mine(work)) >= MOST_SAVED:
        raise Refusal("too_many", limit=MOST_SAVED)
    kept = {"name": args.name, "filter": args.filter.model_dump_json(), "is_view": args.is_view}
    if known and known["person_id"] == work.actor:
        work.patch("saved_filters", args.filter_id, **kept)
    else:
        row = {"id": args.filter_id, "person_id": work.actor, "at": work.now}
        work.put("saved_filters", row | kept)


@verb("filter.rename", _MINE, rest="PUT /me/filters/{filter_id}/name")
def rename_filter(work: Work, args: RenameFilter) -> None:
    """Give a filter of one's own another name."""
    work.patch("saved_filters", args.filter_id, name=args.name)


@verb("filter.remove", _MINE, rest="DELETE /me/filters/{filter_id}")
def remove_filter(work: Work, args: OneFilter) -> None:
    """Let go of a filter of one's own."""
    work.remove("saved_filters", args.filter_id)


def _mine(work: Work) -> Count:
    return Count("saved_filters", "person_id", work.actor)


@save_filter.needs
def needs(work: Work, args: SaveFilter):  # type: ignore[no-untyped-def]
    yield Row("saved_filters", args.filter_id)
    yield _mine(work)
