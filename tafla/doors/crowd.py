"""How many sockets one person, and one network address, have at this process."""

from collections import Counter
from ipaddress import IPv6Address, ip_address

from tafla.core.settings import load
from tafla.doors.lean import Scope
from tafla.sync.reading import Reader

_open: Counter[str] = Counter()


def enter(reader: Reader, scope: Scope) -> list[str] | None:
    """Count a socket in, unless there are too many; what `leave` takes."""
    keys = {f"address {network(scope)}": load().sockets_per_address}
    if reader.person_id:
        keys[f"person {reader.person_id}"] = load().sockets_per_person
    if any(_open[key] >= most for key, most in keys.items()):
        return None
    _open.update(list(keys))
    return list(keys)


def leave(keys: list[str]) -> None:
    """Count a socket out."""
    for key in keys:
        _open[key] -= 1
        if not _open[key]:
            del _open[key]


def network(scope: Scope) -> str:
    """The client's address; of IPv6 the part that one household or office has to itself."""
    told = (scope.get("client") or ("", 0))[0]
    try:
        address = ip_address(told)
    except ValueError:
        return str(told)[:80]
    is_long = isinstance(address, IPv6Address) and address.ipv4_mapped is None
    return address.exploded[:19] if is_long else told
