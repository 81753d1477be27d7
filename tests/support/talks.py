"""Chats as tests find them: short ones by commands, long ones as they lie in the database."""

from tafla.chat.models import Message, Reaction, Talk
from tests.support.world import THEN, World, ident


def said(world: World) -> None:
    """Chidi and Ben talk on a card."""
    world.done("chidi", "chat.post", message_id=world.hello, card_id=world.ink, text="Hello")
    world.done("ben", "chat.post", message_id=world.hi, card_id=world.ink, text="Hi", reply_to=world.hello)


def reacted(world: World) -> None:
    said(world)
    world.done("chidi", "chat.react", message_id=world.hello, emoji="👍", on=True)


def said_and_purgeable(world: World) -> None:
    reacted(world)
    world.done("chidi", "card.delete", card_ids=[world.ink])


def long_talk(world: World, subject: str, count: int, board: str = "plan", prefix: str = "m") -> None:
    """A talk of `count` messages by Ben, one a second, named `m0`, `m1`, …; Chidi likes every tenth."""
    place = {"id": ident(subject), "board_id": ident(board)}
    card = {"card_id": ident(subject)} if subject != board else {}
    Talk.objects.create(**place, **card, count=count, last_at=THEN + count * 1000, last_by=world.ben)
    messages = [
        Message(
            id=ident(f"{prefix}{at}"),
            subject_id=ident(subject),
            at=THEN + at * 1000 + 1000,
            by=world.ben,
            text=f"Message {at}",
        )
        for at in range(count)
    ]
    Message.objects.bulk_create(messages, batch_size=1000)
    likes = [
        Reaction(
            id=f"{message.id}.{world.chidi}.0f0f0f",
            message_id=message.id,
            subject_id=message.subject_id,
            person_id=world.chidi,
            emoji="👍",
        )
        for message in messages[::10]
    ]
    Reaction.objects.bulk_create(likes, batch_size=1000)
