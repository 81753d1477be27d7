"""Earlier messages of a chat, page by page: a snapshot holds the newest."""

from typing import Annotated, Any

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import StringConstraints, create_model

from tafla.boards.whole import row_model
from tafla.chat.queries import MOST, earlier_messages
from tafla.chat.rows import WINDOW
from tafla.core.ids import is_id
from tafla.people.models import Person
from tafla.sync.reading import Reader

router = Router(tags=["chat"])
Before = Annotated[str, StringConstraints(pattern=r"^\d{1,15}\.[0-9a-f-]{36}$")]
Message: Any = row_model("MessageFacts", "messages")
Reaction: Any = row_model("ReactionFacts", "reactions")
MessagePage: Any = create_model(
    "MessagePage",
    epoch=(str, ...),
    seq=(int, ...),
    messages=(list[Message], ...),
    reactions=(list[Reaction], ...),
)


@router.get(
    "/talks/{subject_id}/messages",
    auth=None,  # whoever holds a board's link reads without signing in, where the board allows it
    response=MessagePage,
    operation_id="chat.read",
    summary="Messages of a card's or a board's chat, oldest first",
)
def read_messages(
    request: HttpRequest,
    subject_id: str,
    before: Before | None = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = WINDOW,
    link: str | None = None,
) -> HttpResponse:
    """Without `before` the newest; with the `at` and `id` of a message, joined by a dot, those before it. A
    page that is not full is the last. `seq` counts the chat's changes: those up to it are in the answer.
    """
    person = request.user.id if isinstance(request.user, Person) else None
    reader = Reader(person, link[:64] if link else None)
    page = earlier_messages(reader, subject_id, before, limit) if is_id(subject_id) else None
    if page is None:
        raise Http404
    return HttpResponse(orjson.dumps(page), content_type="application/json")
