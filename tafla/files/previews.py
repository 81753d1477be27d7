"""Thumbnails of pictures, for the work process: made by a child with limits, kept beside the file."""

import logging
import subprocess
import sys
import tempfile
from pathlib import Path

from tafla.core.clock import now_ms
from tafla.files.models import Finding, StoredFile
from tafla.files.store import THUMB, the_store

log = logging.getLogger(__name__)

WITHIN_S = 40
# Run, not imported: decoders of pictures are loaded by the child only.
PROGRAM = Path(__file__).with_name("thumbs.py")


def look_at(file: StoredFile) -> None:
    """Make the thumbnail of a picture, and note what was found. Raises OSError when the store is away."""
    facts: dict[str, str | int | None] = {"preview": "none", "width": None, "height": None}
    store = the_store()
    with tempfile.TemporaryDirectory(prefix="tafla-") as folder:
        thumb = Path(folder) / "thumb.webp"
        try:
            with store.at(file.key) as source:
                size = make_thumb(source, thumb)
        except FileNotFoundError:
            size = None
        if size:
            store.put(file.key + THUMB, thumb)
            facts = {"preview": "image", "width": size[0], "height": size[1]}
    Finding.objects.update_or_create(id=file.id, defaults={**facts, "at": now_ms()})


def make_thumb(source: Path, target: Path) -> tuple[int, int] | None:
    """(width, height) of a picture whose thumbnail lies at `target` now; None when it has none."""
    command = [sys.executable, "-I", str(PROGRAM), str(source), str(target)]
    try:
        made = subprocess.run(  # noqa: S603
            command, capture_output=True, timeout=WITHIN_S, check=False, env={}, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        return None
    if made.returncode != 0:
        log.info("a picture has no thumbnail: %s", made.stderr.decode("utf-8", "replace").strip()[-80:])
        return None
    width, height = made.stdout.split()
    return int(width), int(height)
