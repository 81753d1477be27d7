"""Which cards carry a tag, asked by this room without knowing theirs: the cards' room loads the fact."""

from tafla.sync.needs import Fact
from tafla.sync.tables import Row
from tafla.sync.work import Work


def tagged(tag: Row) -> Fact:
    """What `carriers` must see."""
    return Fact("tagged_cards", f"{tag['board_id']} {tag['id']}")


def carriers(work: Work, tag: Row) -> list[str]:
    """Ids of the cards that carry a tag now, with what commands before this one in the batch have made of
    them. A card that nobody has looked at is as the database has it, and need not be loaded.
    """
    seen = {card["id"]: card for card in work.seen("cards")}
    now = [card["id"] for card in seen.values() if tag["id"] in card["tag_ids"]]
    return sorted({*now, *(card_id for card_id in work.fact(tagged(tag)) or () if card_id not in seen)})
