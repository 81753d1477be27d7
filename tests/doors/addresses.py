"""Every address that is read, and where by it something of a board is told.

`{board}`, `{card}` and the like stand for ids; `{word}` for a word that stands only on that board.
"""

from tafla.exchange.formats import MEDIA_TYPES

BOARD, CARD = "/api/v1/boards/{board}", "/api/v1/cards/{card}"
VIEWS = tuple(f"/api/v1/views/{name}" for name in ("assigned", "due", "attention", "new", "done"))
# route -> the addresses of it that tell of the board; empty, where none does for any person
ROUTES: dict[str, tuple[str, ...]] = {
    "/api/v1/boards/{board_id}": (BOARD,),
    "/api/v1/boards/{board_id}/dependencies": ("/api/v1/boards/{other}/dependencies",),
    "/api/v1/boards/{board_id}/flow": (f"{BOARD}/flow",),
    "/api/v1/boards/{board_id}/history": (f"{BOARD}/history",),
    "/api/v1/boards/{board_id}/marks": (f"{BOARD}/marks",),
    "/api/v1/boards/{board_id}/quiet": (f"{BOARD}/quiet",),
    "/api/v1/boards/{board_id}/requests/mine": (f"{BOARD}/requests/mine",),
    "/api/v1/cards/{card_id}": (CARD,),
    "/api/v1/cards/{card_id}/details/versions": (f"{CARD}/details/versions",),
    "/api/v1/cards/{card_id}/details/versions/{version}": (f"{CARD}/details/versions/1",),
    "/api/v1/cards/{card_id}/flow": (f"{CARD}/flow",),
    "/api/v1/cards/{card_id}/history": (f"{CARD}/history",),
    "/api/v1/home": ("/api/v1/home",),
    "/api/v1/marks": ("/api/v1/marks",),
    "/api/v1/search": ("/api/v1/search?q={word}", "/api/v1/search?board={board}&person=me"),
    "/api/v1/talks/{subject_id}/messages": (
        "/api/v1/talks/{card}/messages",
        "/api/v1/talks/{board}/messages",
    ),
    "/api/v1/views": (),  # numbers alone; tests/views/test_access.py sees them fall
    "/api/v1/views/{name}": (*VIEWS, "/api/v1/views/own?filter={filter}", "/api/v1/views/new?bucket={board}"),
    "/api/v1/templates": (),  # an account's, not a board's
    "/api/v1/invitations/{token}": (),  # for whoever holds the mailed link
    "/api/v1/me": (),
    "/api/v1/jobs": (),  # one's own: what kind, and how far
    "/api/v1/jobs/{job_id}": (),
}
SCOPES: dict[str, tuple[str, ...]] = {
    "board": ("board:{board}",),
    "team": ("team:{board}",),
    "desk": ("desk:{board}",),
    "talk": ("talk:{board}",),
    "files": ("files:{board}",),
    "card": ("card:{card}",),
    "chat": ("chat:{card}", "chat:{board}"),
    "shelf": ("shelf:{card}",),
    "person": (),  # one's own settings, by the ids of boards
    "account": (),
}
DOORS: dict[str, tuple[str, ...]] = {
    "/live/": tuple(f"/live/snapshot/{scope}" for scopes in SCOPES.values() for scope in scopes),
    "/api/v1/imports": (),
    "/api/v1/uploads": (),  # one's own: how much of it has come
    "/files/": (
        "/files/{file}/a.png",
        "/files/{file}/1/a.png",
        "/files/thumb/{file}/1",
        "/files/zip/{card}",
    ),
    "/exports/": tuple(f"/exports/{{board}}.{kind}" for kind in MEDIA_TYPES),
    "/api/": (),  # ROUTES
    "/_allauth/": (),
    "/healthz": (),
    "/readyz": (),
    "/": (),
}
ADDRESSES = [address for table in (ROUTES, DOORS) for found in table.values() for address in found]
# Archived boards are read where one goes to them, and rest in what shows many.
MANY = ("/api/v1/marks", "/api/v1/search", "/api/v1/views")
