"""Who stands behind a lean request: a signed-in person, the holder of a board's link, both, or nobody."""

from typing import Any
from urllib.parse import parse_qs

from tafla.doors.house import House
from tafla.doors.lean import Scope, header
from tafla.people.access import access_session
from tafla.sync.reading import Reader


async def reader_of(house: House, scope: Scope) -> Reader:
    """The reader a request comes from; reads the session in a thread."""
    cookies = header(scope, b"cookie")
    link = parse_qs(scope["query_string"].decode("latin-1")).get("link", [""])[0][:64] or None
    signed_in = await house.in_thread(_session, cookies) if "sessionid" in cookies else None
    return Reader(signed_in.person_id if signed_in else None, link)


def _session(db: Any, cookies: str) -> Any:
    return access_session(cookies)
