"""Where scopes stand, asked as a client asks before it subscribes: by a snapshot."""

import json
import urllib.request

Held = dict[str, tuple[str, int]]


def heads(port: int, cookie: str, scopes: list[str]) -> Held:
    """scope -> (epoch, seq) of its snapshot."""
    held: Held = {}
    for scope in scopes:
        address = f"http://127.0.0.1:{port}/live/snapshot/{scope}?part=head"
        asked = urllib.request.Request(address, headers={"Cookie": f"sessionid={cookie}"})
        with urllib.request.urlopen(asked, timeout=30) as answer:
            body = json.load(answer)
        held[scope] = (body["epoch"], body["seq"])
    return held
