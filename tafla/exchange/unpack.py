"""The process that reads an uploaded export: `python -m tafla.exchange.unpack BOARD_ID`.

It writes slices of ready commands beside the zip, and on its standard output what is in it, or why it cannot
be read, as one JSON object. It has bounds of memory and time: what somebody uploads may be made to hurt.
"""

import os
import resource
import sys
import zipfile
import zlib

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tafla.project.settings")

import django
import orjson

from tafla.core.settings import load_or_exit

load_or_exit()
django.setup()

# Below: modules that need Django to be set up.
from tafla.core.refusals import Refusal  # noqa: E402
from tafla.core.settings import load  # noqa: E402
from tafla.exchange.archive import FORMAT, VERSION  # noqa: E402
from tafla.exchange.importing import folder_of  # noqa: E402
from tafla.exchange.slicing import Plan, slices  # noqa: E402

NICENESS = 10
MOST_CPU_S = 300
MOST_MEMORY_BYTES = 2 * 1024**3
MOST_ROWS_BYTES = 256 * 1024**2


def main(board_id: str) -> int:
    """Unpack, and say what there is."""
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    try:
        answer = unpack(board_id)
    except Refusal as refusal:
        answer = {"code": refusal.code, "args": refusal.args_map}
    except (MemoryError, RecursionError):
        answer = {"code": "import_broken", "args": {"reason": "size"}}
    sys.stdout.buffer.write(orjson.dumps(answer))
    return 0


def unpack(board_id: str) -> dict[str, object]:
    """The summary of an import. Raises Refusal."""
    folder = folder_of(board_id)
    try:
        with zipfile.ZipFile(folder / "board.zip") as archive:
            plan = Plan(board_id, _rows(archive), _sizes(archive))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error):
        raise Refusal("import_unknown") from None
    (folder / "slices").mkdir(exist_ok=True)
    for at, piece in enumerate(slices(plan)):
        (folder / "slices" / f"{at:06}.json").write_bytes(orjson.dumps(piece))
    left_out = {kind: count for kind, count in plan.left_out.items() if count}
    counts = {kind: count for kind, count in plan.counts.items() if count and kind != "nothing"}
    return {"name": str(plan.data["board"].get("name") or ""), "counts": counts, "left_out": left_out}


def _rows(archive: zipfile.ZipFile) -> dict[str, object]:
    try:
        entry = archive.getinfo("board.json")
    except KeyError:
        raise Refusal("import_unknown") from None
    with archive.open(entry) as file:
        # What an entry says of its size is not to be believed.
        text = file.read(MOST_ROWS_BYTES + 1)
    if len(text) > MOST_ROWS_BYTES:
        raise Refusal("too_large", limit=MOST_ROWS_BYTES)
    try:
        data = orjson.loads(text)
    except ValueError:
        raise Refusal("import_broken", reason="board.json") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT or data.get("version") != VERSION:
        raise Refusal("import_unknown")
    return data


def _sizes(archive: zipfile.ZipFile) -> dict[str, int]:
    """Bytes of each file that may be taken in, by its path. An empty one is none (`file_empty`)."""
    most = int(load().max_file_size)
    return {
        entry.filename: entry.file_size
        for entry in archive.infolist()
        if entry.filename.startswith("files/") and 0 < entry.file_size <= most
    }


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
