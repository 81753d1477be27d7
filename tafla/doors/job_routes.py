"""Jobs of the signed-in person: begin, look, cancel (S23). Undoing a job is a job of kind `job.undo`."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Router, Schema
from ninja.responses import Status
from pydantic import ConfigDict

from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.doors.pace import paces
from tafla.doors.verb_routes import Refused
from tafla.sync import jobs
from tafla.sync.models import Job

router = Router(tags=["job"])


class NewJob(Schema):
    """job_id: a UUID of the client's, so that a repeat begins nothing again; args: as the kind asks."""

    model_config = ConfigDict(extra="forbid")
    job_id: str
    kind: str
    args: dict[str, Any]


class JobOut(Schema):
    """state: running, done, failed (`code` says why) or cancelled; done of total."""

    id: str
    kind: str
    state: str
    code: str
    done: int
    total: int


_STATUS = {"not_found": 404, "not_allowed": 403, "id_taken": 409}


@router.post("/jobs", response={200: JobOut, **dict.fromkeys((403, 404, 409, 422, 503), Refused)})
def begin(request: HttpRequest, body: NewJob) -> Any:
    """Begin a job. It goes on by itself, whether anybody watches or not."""
    person_id = str(request.user.pk)
    if not paces.take(person_id):
        return Status(503, {"code": "too_fast", "args": {}})
    try:
        return Status(200, jobs.start(person_id, body.job_id, body.kind, body.args))
    except Refusal as refusal:
        return Status(_STATUS.get(refusal.code, 422), {"code": refusal.code, "args": refusal.args_map})


@router.get("/jobs", response=list[JobOut])
def running(request: HttpRequest) -> Any:
    """One's jobs that run."""
    return Job.objects.filter(person_id=str(request.user.pk), state="running").order_by("at")


@router.get("/jobs/{job_id}", response=JobOut)
def look(request: HttpRequest, job_id: str) -> Any:
    """How far a job is."""
    return _mine(request, job_id)


@router.post("/jobs/{job_id}/cancel", response=JobOut)
def cancel(request: HttpRequest, job_id: str) -> Any:
    """End a job early. What it did stays, until it is undone."""
    jobs.cancel(str(request.user.pk), _mine(request, job_id).id)
    return _mine(request, job_id)


def _mine(request: HttpRequest, job_id: str) -> Job:
    found = Job.objects.filter(id=job_id, person_id=str(request.user.pk)).first() if is_id(job_id) else None
    if found is None:
        raise Http404
    return found
