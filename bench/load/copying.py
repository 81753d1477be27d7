"""A board copied by its job while people move cards of it at their pace."""

import asyncio
import json
import time
import urllib.request
from typing import Any

from bench.load.exports import Editor, edit, taken
from bench.load.heads import heads
from bench.load.http import TOKEN
from bench.load.measure import run
from bench.load.moves import Moves, new_id
from bench.load.wire import join

# As the client asks (web/src/features/jobs/runJob.ts).
ASK_EVERY_S = 0.5


def ask(port: int, cookie: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
    """The answer of REST, a POST where there is a body. Raises HTTPError."""
    site = f"http://127.0.0.1:{port}"
    head = {"Cookie": f"sessionid={cookie}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN, "Origin": site}
    head["Content-Type"] = "application/json"
    told = json.dumps(body).encode() if body else None
    with urllib.request.urlopen(urllib.request.Request(f"{site}{path}", told, head), timeout=30) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


async def copy(port: int, cookie: str, args: dict[str, Any]) -> tuple[float, dict[str, Any]]:
    """(seconds, the job when it has ended) of `board.copy`."""
    began, job_id = time.perf_counter(), new_id()
    whole = {"job_id": job_id, "kind": "board.copy", "args": args}
    job = await asyncio.to_thread(ask, port, cookie, "/api/v1/jobs", whole)
    while job["state"] == "running":
        await asyncio.sleep(ASK_EVERY_S)
        job = await asyncio.to_thread(ask, port, cookie, f"/api/v1/jobs/{job_id}")
    return time.perf_counter() - began, job


async def main(
    port: int, sessions: list[str], board: dict[str, Any], account: str, per_s: float, seconds: float
) -> dict[str, Any]:
    """Quiet for some seconds, then beside the job."""
    held = heads(port, sessions[0], [f"board:{board['id']}"])
    editors = [Editor(port, one, held, Moves(board, at, len(sessions))) for at, one in enumerate(sessions)]
    for editor in editors:
        await join(editor)
    work = asyncio.ensure_future(edit(editors, per_s))
    await asyncio.sleep(1)
    taken(editors)
    await asyncio.sleep(seconds)
    quiet = taken(editors)
    args = {"board_id": board["id"], "new_board_id": new_id(), "account_id": account, "name": "A copy"}
    took, job = await copy(port, sessions[0], args)
    busy = taken(editors)
    work.cancel()
    return {"s": took, "job": job, "quiet": quiet, "busy": busy, "wrong": sum(one.wrong for one in editors)}


if __name__ == "__main__":
    run(main)
