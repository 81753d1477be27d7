"""Which rows of this room reach clients, and in which scope."""

from tafla.accounts.models import Account, AccountAdmin, BoardLink, BoardPrivacy, Invitation, Member
from tafla.sync.tables import table

accounts = table("accounts", Account, scope="account", home="id", ground=("account", "id"))
account_admins = table("account_admins", AccountAdmin, scope="account", home="account_id", ground=("account", "account_id"))
board_privacy = table("board_privacy", BoardPrivacy, scope="board", home="id", ground=("board", "id"))
members = table("members", Member, scope="team", home="board_id", ground=("board", "board_id"))
invitations = table("invitations", Invitation, scope="desk", home="board_id", ground=("board", "board_id"))
board_links = table("board_links", BoardLink, scope="desk", home="id", ground=("board", "id"))
