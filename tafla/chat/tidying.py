"""How far people had read chats that were deleted for ever. For the work process, hourly.

A reader's own row is all that goes: nobody can come back to such a chat, and what a browser still holds of it
is never looked at.
"""

import time

from django.db.models import Exists, OuterRef

from tafla.chat.models import Talk, TalkSeen

SLICE = 500
REST_S = 0.02


def tidy() -> int:
    """Delete them in slices; how many there were."""
    count = 0
    left = TalkSeen.objects.filter(~Exists(Talk.objects.filter(id=OuterRef("subject_id"))))
    while keys := list(left.values_list("pk", flat=True)[:SLICE]):
        count += TalkSeen.objects.filter(pk__in=keys).delete()[0]
        time.sleep(REST_S)
    return count
