"""Who stands behind a lean request: a signed-in person, the holder of a board's link, both, or nobody.

Reading a session costs more than writing a command, so what a cookie said is believed for two seconds; an
ended session is forgotten at once in this process (`forget`), and by the clock in all (S10: five seconds).
"""

from collections import OrderedDict
from typing import Any
from urllib.parse import parse_qs

from tafla.doors.house import House
from tafla.doors.lean import Scope, header
from tafla.people.access import SignedIn, access_session
from tafla.sync.reading import Reader

BELIEVED_S = 2.0
MOST_BELIEVED = 5_000

# cookie header -> (until when it is believed, who it is)
_believed: OrderedDict[str, tuple[float, SignedIn | None]] = OrderedDict()


async def reader_of(house: House, scope: Scope) -> Reader:
    """The reader a request comes from."""
    cookies = header(scope, b"cookie")
    link = parse_qs(scope["query_string"].decode("latin-1")).get("link", [""])[0][:64] or None
    signed_in = await _signed_in(house, cookies) if "sessionid" in cookies else None
    return Reader(signed_in.person_id if signed_in else None, link)


async def _signed_in(house: House, cookies: str) -> SignedIn | None:
    now = house.loop.time()
    until, known = _believed.get(cookies, (0.0, None))
    if now < until:
        return known
    found = await house.in_thread(_session, cookies)
    _believed[cookies] = (now + BELIEVED_S, found)
    _believed.move_to_end(cookies)
    while len(_believed) > MOST_BELIEVED:
        _believed.popitem(last=False)
    return found


def forget(person_id: str) -> None:
    """A session of this person has ended: read theirs again."""
    for cookies, (_, known) in list(_believed.items()):
        if known is not None and known.person_id == person_id:
            del _believed[cookies]


def _session(db: Any, cookies: str) -> SignedIn | None:
    return access_session(cookies)
