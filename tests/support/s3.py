"""A real S3 server for tests (moto), in a process of its own, with one empty bucket."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from tests.support.servers import free_port

BUCKET = "tafla-files"
PROGRAM = """
import logging, sys
from moto.server import main
logging.getLogger("werkzeug").disabled = True
main(["-H", "127.0.0.1", "-p", sys.argv[1]])
"""


@contextmanager
def serving() -> Iterator[str]:
    """The server's address, until the block ends."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 30
        while not _has_bucket(url):
            assert time.monotonic() < deadline, "the S3 server did not start"
            time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(10)


def _has_bucket(url: str) -> bool:
    try:
        return httpx.put(f"{url}/{BUCKET}", timeout=2).status_code == 200
    except httpx.HTTPError:
        return False


def settings(url: str) -> dict[str, str]:
    """The environment of a Tafla that keeps its files there."""
    return {
        "TAFLA_S3_BUCKET": BUCKET,
        "TAFLA_S3_ENDPOINT": url,
        "TAFLA_S3_ACCESS_KEY": "key",
        "TAFLA_S3_SECRET_KEY": "secret",
    }
