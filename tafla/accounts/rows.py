"""Which rows of this room reach clients, and in which scope."""

from tafla.accounts.models import (
    Account,
    AccountAdmin,
    BoardLink,
    BoardPrivacy,
    BoardTransfer,
    Invitation,
    MailBudget,
    Member,
    TeamRequest,
)
from tafla.sync.tables import table

accounts = table("accounts", Account, lives=("account", "id"), ground=("account", "id"))
account_admins = table(
    "account_admins", AccountAdmin, lives=("account", "account_id"), ground=("account", "account_id")
)
board_privacy = table("board_privacy", BoardPrivacy, lives=("board", "id"), ground=("board", "id"))
members = table("members", Member, lives=("team", "board_id"), ground=("board", "board_id"))
invitations = table("invitations", Invitation, lives=("desk", "board_id"), ground=("board", "board_id"))
mail_budgets = table(
    "mail_budgets", MailBudget, lives=("person", "id"), ground=("person", "id"), server_only=["mailed"]
)
board_links = table("board_links", BoardLink, lives=("desk", "id"), ground=("board", "id"))
board_transfers = table(
    "board_transfers", BoardTransfer, lives=("desk", "board_id"), ground=("board", "board_id")
)
team_requests = table("team_requests", TeamRequest, lives=("desk", "board_id"), ground=("board", "board_id"))
