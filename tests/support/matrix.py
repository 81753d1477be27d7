"""Who may do and read what: a row for every verb, every kind of scope and every page (S10). No default."""

# role -> who has it on the board `plan`
ROLES = {
    "owner": "ana",
    "account_admin": "faye",
    "admin": "ben",
    "member": "chidi",
    "visitor": "dana",
    "reader": "eve",
    "stranger": "mallory",
}
NO = {"visitor": "not_allowed", "reader": "not_allowed", "member": "not_allowed", "stranger": "not_found"}
MANAGE = {"owner": "done", "account_admin": "done", "admin": "done"} | NO
WRITE = MANAGE | {"member": "done"}
READ = WRITE | {"visitor": "done", "reader": "done"}
IN_ACCOUNT = WRITE | {"visitor": "not_found", "reader": "done"}
# Whoever owns an account opens no second.
OPEN = dict.fromkeys(ROLES, "done") | {"owner": "not_allowed"}
ACCEPT = dict.fromkeys(ROLES, "invitation_other_address") | {"stranger": "done"}
# One's own commands only; whose they are is not told.
MINE = dict.fromkeys(ROLES, "undo_not_possible") | {"member": "done"}
# In the trash, where it has to be, a board is there for its admins alone.
DISPOSE = dict.fromkeys(ROLES, "not_found") | {
    "owner": "done",
    "account_admin": "not_allowed",
    "admin": "not_allowed",
}
OWNER = NO | {"owner": "done", "account_admin": "not_allowed", "admin": "not_allowed"}
# Whoever may do it themselves asks nobody.
ASK = NO | dict.fromkeys(("owner", "account_admin", "admin"), "not_allowed")
ASK |= {"member": "done", "visitor": "done"}
# The copy is Ben's, open to the account.
COPY = dict.fromkeys(ROLES, "not_allowed") | {"visitor": "not_found", "stranger": "not_found"}
COPY |= dict.fromkeys(("owner", "account_admin", "admin"), "done")
# A template is Eve's; whoever runs the account may change it too.
OTHERS = {"admin": "template_not_yours", "member": "template_not_yours"}
RUNS_ACCOUNT = IN_ACCOUNT | OTHERS
# Only whom a board was offered to knows of it.
OFFERED = dict.fromkeys(ROLES, "not_found") | {"stranger": "done"}
LEAVE = MANAGE | {"member": "done"}
# Filters are one's own: everybody may have some, and nobody hears of another's.
ANYBODY = dict.fromkeys(ROLES, "done")
OWN = dict.fromkeys(ROLES, "not_found") | {"member": "done"}
# Only who wrote a message changes its words.
AUTHOR = WRITE | dict.fromkeys(("owner", "account_admin", "admin"), "message_not_yours")

VERB_ROWS: dict[str, dict[str, str]] = {
    "account.open": OPEN,
    "board.copy_cards": COPY,
    "board.copy_frame": IN_ACCOUNT,
    "board.create": IN_ACCOUNT,
    "board.describe": MANAGE,
    "board.import_frame": IN_ACCOUNT,
    "board.purge": DISPOSE,
    "board.rename": MANAGE,
    "board.set_link_options": MANAGE,
    "board.set_numbering": MANAGE,
    "board.set_privacy": MANAGE,
    "board.set_state": MANAGE,
    "board.set_team_arranges": MANAGE,
    "board.set_use_tags": MANAGE,
    "board.set_visitors_chat": MANAGE,
    "board.set_wip_mode": MANAGE,
    "card.add": WRITE,
    "card.add_tag": WRITE,
    "card.assign": WRITE,
    "card.copy": WRITE,
    "card.delete": WRITE,
    "card.import": MANAGE,
    "card.move": WRITE,
    "card.purge": MANAGE,
    "card.remove_tag": WRITE,
    "card.rename": WRITE,
    "card.replace_tag": MANAGE,
    "card.restore": WRITE,
    "card.set_details": WRITE,
    "card.set_due": WRITE,
    "card.set_priority": WRITE,
    "card.set_start": WRITE,
    "card.set_status": WRITE,
    "card.unassign": WRITE,
    "change.redo": MINE,
    "change.undo": MINE,
    "chat.delete": WRITE,
    "chat.edit": AUTHOR,
    "chat.import": MANAGE,
    "chat.post": WRITE,
    "chat.react": WRITE,
    "chat.seen": WRITE,
    "checklist.add": WRITE,
    "checklist.assign": WRITE,
    "checklist.make_card": WRITE,
    "checklist.move": WRITE,
    "checklist.remove": WRITE,
    "checklist.rename": WRITE,
    "checklist.set_done": WRITE,
    "checklist.set_due": WRITE,
    "checklist.unassign": WRITE,
    "column.add": MANAGE,
    "column.delete": MANAGE,
    "column.move": MANAGE,
    "column.rename": MANAGE,
    "column.set_wip_limit": MANAGE,
    "column.sort": WRITE,
    "dependency.add": WRITE,
    "dependency.import": MANAGE,
    "dependency.remove": WRITE,
    "file.add_link": WRITE,
    "file.add_version": WRITE,
    "file.attach": WRITE,
    "file.import": MANAGE,
    "file.import_link": MANAGE,
    "file.move": WRITE,
    "file.refresh": WRITE,
    "file.remove": WRITE,
    "file.rename": WRITE,
    "file.restore_version": WRITE,
    "filter.remove": OWN,
    "filter.rename": OWN,
    "filter.save": ANYBODY,
    "invitation.accept": ACCEPT,
    "invitation.cancel": MANAGE,
    "invitation.resend": MANAGE,
    "member.invite": MANAGE,
    "member.remove": LEAVE,
    "marks.see_all": dict.fromkeys(ROLES, "done"),
    "marks.see_board": READ,
    "marks.see_card": READ,
    "member.set_role": MANAGE,
    "pref.hide_column": READ,
    "pref.open_board": READ,
    "pref.set_favourite": READ,
    "pref.set_zoom": READ,
    "request.answer": MANAGE,
    "request.ask": ASK,
    "request.withdraw": ASK | {"visitor": "not_found"},
    "tag.create": MANAGE,
    "tag.delete": MANAGE,
    "tag.merge": MANAGE,
    "tag.rename": MANAGE,
    "tag.set_hue": MANAGE,
    "template.delete": RUNS_ACCOUNT,
    "template.describe": RUNS_ACCOUNT,
    "template.save": IN_ACCOUNT,
    "transfer.accept": OFFERED,
    "transfer.cancel": OWNER,
    "transfer.decline": OFFERED,
    "transfer.offer": OWNER,
}

EVERYONE = {"owner", "account_admin", "admin", "member", "visitor", "reader", "link"}
CHATTING = {"owner", "account_admin", "admin", "member"}
SCOPE_ROWS: dict[str, set[str]] = {
    "board:plan": EVERYONE,
    "card:ink": EVERYONE,
    "chat:ink": CHATTING,
    "chat:plan": CHATTING,
    "talk:plan": CHATTING,
    "team:plan": EVERYONE - {"link"},
    "files:plan": EVERYONE - {"link"},
    "shelf:ink": EVERYONE - {"link"},
    "shelf:plan": EVERYONE - {"link"},
    "shelf:loot": {"stranger"},
    "desk:plan": {"owner", "account_admin", "admin"},
    "person:chidi": {"member"},
    "account:acme": {"owner", "account_admin", "admin", "member", "reader"},
    "board:ops": {"owner", "account_admin", "member", "reader"},
    "board:lair": {"stranger"},
    "desk:lair": {"stranger"},
    "card:loot": {"stranger"},
    "chat:loot": {"stranger"},
    "talk:lair": {"stranger"},
    "account:rogue": {"stranger"},
}

# Every page of REST that is no verb, and who may have it.
GET_ROWS = {
    "/api/v1/boards/{board_id}": "readers",
    "/api/v1/boards/{board_id}/dependencies": "readers",
    "/api/v1/boards/{board_id}/flow": "readers",
    "/api/v1/boards/{board_id}/marks": "readers",
    "/api/v1/boards/{board_id}/quiet": "link_readers",
    "/api/v1/boards/{board_id}/requests/mine": "signed_in",
    "/api/v1/boards/{board_id}/history": "signed_in_readers",
    "/api/v1/cards/{card_id}": "readers",
    "/api/v1/cards/{card_id}/details/versions": "readers",
    "/api/v1/cards/{card_id}/flow": "readers",
    "/api/v1/cards/{card_id}/history": "signed_in_readers",
    "/api/v1/cards/{card_id}/details/versions/{version}": "readers",
    "/api/v1/home": "signed_in",
    "/api/v1/invitations/{token}": "anybody",
    "/api/v1/jobs": "signed_in",
    "/api/v1/jobs/{job_id}": "signed_in",
    "/api/v1/marks": "signed_in",
    "/api/v1/me": "signed_in",
    "/api/v1/search": "signed_in",
    "/api/v1/talks/{subject_id}/messages": "anybody",
    "/api/v1/templates": "signed_in",
    "/api/v1/views": "signed_in",
    "/api/v1/views/{name}": "signed_in",
}
