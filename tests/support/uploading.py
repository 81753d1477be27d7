"""A page of this site that sends and fetches files."""

from collections.abc import Iterable
from typing import Any

import httpx

from tafla.core.ids import new_id
from tafla.sync.dispatch import do

Json = dict[str, Any]


class Page:
    """Requests of one signed-in person, or of one who holds a link, or of nobody."""

    def __init__(self, url: str, cookies: str = "", *, link: str = "") -> None:
        headers = {"origin": url, "x-csrftoken": "c" * 32, **({"cookie": cookies} if cookies else {})}
        params = {"link": link} if link else {}
        self.http = httpx.Client(base_url=url, headers=headers, params=params, timeout=60)

    def begin(self, size: int, name: str = "a.bin", upload_id: str | None = None, **subject: str) -> Any:
        body = {"upload_id": upload_id or new_id(), "name": name, "size": size, **subject}
        return self.http.post("/api/v1/uploads", json=body)

    def send(self, upload_id: str, data: bytes | Iterable[bytes], offset: int = 0, **headers: str) -> Any:
        told = {"upload-offset": str(offset), **headers}
        return self.http.patch(f"/api/v1/uploads/{upload_id}", content=data, headers=told)

    def state(self, upload_id: str) -> Json:
        found: Json = self.http.get(f"/api/v1/uploads/{upload_id}").json()
        return found

    def upload(self, data: bytes, name: str = "a.bin", **subject: str) -> str:
        """Send a file whole; the upload's id."""
        begun = self.begin(len(data), name, **subject)
        assert begun.status_code == 201, begun.text
        upload_id = str(begun.json()["upload_id"])
        sent = self.send(upload_id, data)
        assert sent.json()["state"] == "stored", sent.text
        return upload_id

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.http.get(path, headers=headers)


def attach(page: Page, person: str, data: bytes, name: str = "a.bin", **subject: str) -> str:
    """Upload and attach a file from outside the server; the attachment's id."""
    attachment = new_id()
    upload = page.upload(data, name, **subject)
    do(person, "file.attach", attachment_id=attachment, upload_id=upload, name=name, **subject)
    return attachment


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["code"])
