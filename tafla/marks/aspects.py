"""Aspects: the sides of a card or a board that a change is news of. The one table of them: the server reads
the log by it, and clients, who get it generated, what others do while they watch.
"""

# What shows as a mark.
MARKED = ("new", "title", "details", "status", "people", "due", "checklist", "chat", "files")
# Counts as a change, of a card that nobody touches for long, and is no mark.
PLACE = "place"

# Stands for a row's coming, which is one aspect whatever its fields.
COMING = "+"
# table -> field -> aspect; fields that are not named are no news
ASPECTS: dict[str, dict[str, str]] = {
    "cards": {
        COMING: "new",
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
        "column_id": PLACE,
        "tag_ids": PLACE,
    },
    "card_texts": {COMING: "details", "version": "details"},
    # Items that come and go change the card's counts.
    "checklist_items": {
        "text": "checklist",
        "done": "checklist",
        "assignee_ids": "checklist",
        "due_on": "checklist",
        "due_time": "checklist",
        "due_zone": "checklist",
    },
    "talks": {COMING: "chat", "last_at": "chat"},
    "shelves": {COMING: "files", "count": "files"},
    "attachments": {"version": "files", "name": "files"},
}

# Aspects that are seen on a tab of their own; all others on the tab of details.
TABS = ("checklist", "chat", "files")
