"""Views over all boards: the time of each, asked again and again over one kept connection."""

from typing import Any

from bench.load.measure import percentile
from bench.load.opens import Client
from bench.run import found, given

WARM_UP = 3


def main(port: int, people: dict[str, Any], rounds: int) -> None:
    """Person -> view -> half and nineteen of twenty answers came within (ms), bytes. The views in turns."""
    result = {}
    for who, asked in people.items():
        client, paths = Client(port, asked["cookie"]), asked["paths"]
        plain = [client.get("/api/v1/me")[0] for _ in range(rounds)]
        took: dict[str, list[float]] = {name: [] for name in paths}
        sizes = {}
        for turn in range(rounds + WARM_UP):
            for name, path in paths.items():
                ms, size = client.get(path)
                if turn >= WARM_UP:
                    took[name].append(ms)
                sizes[name] = size
        result[who] = {
            name: {"p50": percentile(each, 0.5), "p95": percentile(each, 0.95), "bytes": sizes[name]}
            for name, each in took.items()
        }
        result[who]["plain"] = {"p50": percentile(plain, 0.5), "p95": percentile(plain, 0.95), "bytes": 0}
    found(result)


if __name__ == "__main__":
    main(**given())
