"""Opening cards: the time of everything a card's sheet asks the server for, one request after the other."""

from typing import Any

from bench.load.measure import percentile
from bench.load.opens import Client
from bench.run import found, given

# What the tabs of a sheet ask for; the rows of talks and shelves came with the board.
SHEET = {
    "card": "/live/snapshot/card:{}?part=all",
    "chat": "/live/snapshot/chat:{}?part=all",
    "shelf": "/live/snapshot/shelf:{}?part=all",
    "history": "/api/v1/cards/{}/history?limit=50",
}
CHAT = {"chat": SHEET["chat"]}
# So that code, threads and connections are there.
WARM_UP = 20

Asked = dict[str, str]


def opened(client: Client, card: str, asked: Asked) -> dict[str, tuple[float, int]]:
    """(milliseconds, bytes) of each request."""
    return {name: client.get(path.format(card)) for name, path in asked.items()}


def total(answers: dict[str, tuple[float, int]]) -> float:
    """Milliseconds of all requests together."""
    return sum(took for took, _ in answers.values())


def in_turns(client: Client, kinds: dict[str, list[str]], asked: Asked, rounds: int) -> dict[str, Any]:
    """Cold: cards nobody has opened since the start, the kinds in turns. Warm: the first of each again."""
    cold: dict[str, list[Any]] = {kind: [] for kind in kinds}
    for alike in zip(*kinds.values(), strict=True):
        for kind, card in zip(kinds, alike, strict=True):
            cold[kind].append(opened(client, card, asked))
    warm: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(rounds):
        for kind, cards in kinds.items():
            warm[kind].append(total(opened(client, cards[0], asked)))
    return {
        kind: {
            "cold": percentile([total(one) for one in cold[kind]], 0.5),
            "each": {name: percentile([one[name][0] for one in cold[kind]], 0.5) for name in asked},
            "bytes": sum(size for _, size in cold[kind][0].values()),
            "warm": percentile(warm[kind], 0.5),
        }
        for kind in kinds
    }


def main(port: int, cookie: str, cards: dict[str, list[str]], rounds: int) -> None:
    """`cards`: as bench.inside.fill made them."""
    client = Client(port, cookie)
    for _ in range(WARM_UP):
        opened(client, cards["warm"][0], SHEET)
    sheets = in_turns(client, {kind: cards[kind] for kind in ("full", "empty")}, SHEET, rounds)
    chats = in_turns(client, {kind: cards[kind] for kind in ("long", "short", "bare")}, CHAT, rounds)
    found({"sheets": sheets, "chats": chats})


if __name__ == "__main__":
    main(**given())
