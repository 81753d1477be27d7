"""Files in an S3-compatible store, through obstore."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import S3Store as Bucket

from tafla.core.settings import Settings
from tafla.files.store import PIECE_BYTES

# A file is sent in parts of this size, so many at once: what sending takes of memory.
PART_BYTES = 8 * 1024 * 1024
PARTS_AT_ONCE = 2


def from_settings(settings: Settings, retries: int = 5) -> "S3Store":
    """The store that TAFLA_S3_… names."""
    options: dict[str, Any] = {
        "region": settings.s3_region,
        "access_key_id": settings.s3_access_key,
        "secret_access_key": settings.s3_secret_key,
        "endpoint": settings.s3_endpoint,
        "virtual_hosted_style_request": not settings.s3_endpoint,
    }
    is_plain = settings.s3_endpoint.startswith("http:")
    client: Any = {"allow_http": is_plain, "timeout": "10m", "connect_timeout": "10s"}
    told = {name: value for name, value in options.items() if value}
    retry: Any = {"max_retries": retries}
    return S3Store(Bucket(settings.s3_bucket, client_options=client, retry_config=retry, **told))


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (NotFoundError, FileNotFoundError) as error:
        raise FileNotFoundError(str(error)) from None
    except BaseError as error:
        raise OSError(str(error)) from error


class S3Store:
    """A bucket."""

    def __init__(self, bucket: Bucket) -> None:
        self.bucket = bucket

    def put(self, key: str, source: Path) -> None:
        with _told():
            obstore.put(self.bucket, key, source, chunk_size=PART_BYTES, max_concurrency=PARTS_AT_ONCE)
        source.unlink()

    def size(self, key: str) -> int | None:
        try:
            with _told():
                return obstore.head(self.bucket, key)["size"]
        except FileNotFoundError:
            return None

    def read(self, key: str, start: int, end: int) -> Iterator[bytes]:
        if start >= end:
            return
        with _told():
            found = obstore.get(self.bucket, key, options={"range": (start, end)})
            for piece in found.stream(min_chunk_size=PIECE_BYTES):
                yield bytes(piece)

    @contextmanager
    def at(self, key: str) -> Iterator[Path]:
        with tempfile.NamedTemporaryFile(prefix="tafla-") as file:
            for piece in self.read(key, 0, self.size(key) or 0):
                file.write(piece)
            file.flush()
            yield Path(file.name)

    def delete(self, key: str) -> None:
        try:
            with _told():
                obstore.delete(self.bucket, key)
        except FileNotFoundError:
            return
