"""Chat is no history, but that somebody took away what another wrote is."""

from tests.history.lines import Index, of_card
from tests.support.talks import said
from tests.support.world import World


def test_only_messages_that_others_deleted_are_told(world: World, index: Index) -> None:
    said(world)
    world.done("chidi", "chat.post", message_id=world.bye, card_id=world.ink, text="Bye")
    world.done("chidi", "chat.delete", message_id=world.bye)
    world.done("ben", "chat.delete", message_id=world.hello)
    index()
    assert of_card("ink") == [("message_deleted", None, [{"id": world.hello, "by": world.chidi}])]
