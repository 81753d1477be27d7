"""Opening a board: the time and the bytes of its snapshot, one request after the other."""

import http.client
import time
from typing import Any

from bench.load.measure import percentile
from bench.run import found, given

PACKINGS = ("zstd", "br", "gzip")


class Client:
    """A signed-in client that takes snapshots."""

    def __init__(self, port: int, cookie: str) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookie = cookie

    def get(self, path: str, packing: str = "zstd") -> tuple[float, int]:
        """(milliseconds until the last byte, bytes on the wire)."""
        began = time.perf_counter()
        self.line.request(
            "GET", path, headers={"Cookie": f"sessionid={self.cookie}", "Accept-Encoding": packing}
        )
        answer = self.line.getresponse()
        body = answer.read()
        took = (time.perf_counter() - began) * 1000
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {body[:200]!r}")
        return took, len(body)


def opened(client: Client, board: dict[str, Any], part: str, rounds: int) -> dict[str, Any]:
    """Cold: boards that nobody has opened since the start. Warm: one again and again."""
    address = "/live/snapshot/board:{}?part=" + part
    cold = [client.get(address.format(spare))[0] for spare in board["spare"]]
    whole = address.format(board["id"])
    size = {packing: client.get(whole, packing)[1] for packing in PACKINGS}
    warm = [client.get(whole)[0] for _ in range(rounds)]
    return {
        "cold": percentile(cold, 0.5),
        "warm": percentile(warm, 0.5),
        "warm_p99": percentile(warm, 0.99),
        "bytes": size,
    }


def main(port: int, cookie: str, boards: dict[str, Any], warmup: str, rounds: int) -> None:
    """Every board and part; `warmup`: a board opened first, so that code and connections are there."""
    client = Client(port, cookie)
    for part in ("head", "all"):
        client.get(f"/live/snapshot/board:{warmup}?part={part}")
    result = {
        name: {part: opened(client, board, part, rounds) for part in ("head", "all")}
        for name, board in boards.items()
    }
    plain = percentile([client.get("/healthz")[0] for _ in range(rounds)], 0.5)
    found({"boards": result, "plain_ms": plain})


if __name__ == "__main__":
    main(**given())
