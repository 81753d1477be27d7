"""Aspects: which of a card's or a board's sides a change is news of. The one table; clients get it generated,
and mark what they see happen by the same.
"""

# What shows as a mark.
MARKED = ("new", "title", "details", "status", "people", "due", "checklist", "chat", "files")
# Counts as a change (a card that nobody touches any more), and is no mark.
PLACE = "place"

# Where a row comes or goes.
ALL = "*"
# table -> field -> aspect. Fields that are not named are no news; `ALL` stands for the row's coming.
ASPECTS: dict[str, dict[str, str]] = {
    "cards": {
        ALL: "new",
        "title": "title",
        "status": "status",
        "priority": "status",
        "assignee_ids": "people",
        "due_on": "due",
        "due_time": "due",
        "due_zone": "due",
        "start_on": "due",
        "checklist_done": "checklist",
        "checklist_total": "checklist",
        "checklist_due_at": "checklist",
        "column_id": PLACE,
        "tag_ids": PLACE,
    },
    "card_texts": {ALL: "details", "version": "details"},
    "checklist_items": {
        ALL: "checklist",
        "text": "checklist",
        "done": "checklist",
        "assignee_ids": "checklist",
        "due_on": "checklist",
        "due_time": "checklist",
        "due_zone": "checklist",
    },
    "talks": {ALL: "chat", "last_at": "chat"},
    "shelves": {ALL: "files", "count": "files"},
    "attachments": {ALL: "files", "version": "files", "name": "files"},
}

# The tab of a card's page on which an aspect is seen.
TABS = ("details", "checklist", "chat", "files")


def tab_of(aspect: str) -> str:
    """The tab on which an aspect is seen."""
    return aspect if aspect in TABS else "details"
