"""Chat: what each verb does and each way it is refused, through dispatch on a real database."""

from typing import Any

import pytest

from tafla.accounts.models import BoardPrivacy
from tafla.chat.models import Message, Talk
from tafla.core.refusals import Refusal
from tests.support.talks import said
from tests.support.world import SOON, THEN, World, ident


def message(world: World, name: str, subject: str = "ink") -> dict[str, Any]:
    found = world.row("messages", name, f"chat:{ident(subject)}")
    assert found is not None, f"no message {name}"
    return found


def talk(world: World, subject: str = "ink", board: str = "plan") -> dict[str, Any]:
    found = world.row("talks", subject, f"talk:{ident(board)}")
    assert found is not None, f"no talk of {subject}"
    return found


def test_the_first_message_opens_the_talk_and_each_counts(world: World) -> None:
    said(world)
    assert [message(world, name)["text"] for name in ("hello", "hi")] == ["Hello", "Hi"]
    assert message(world, "hi")["reply_to"] == world.hello
    row = talk(world)
    assert (row["card_id"], row["count"], row["last_by"]) == (world.ink, 2, world.ben)
    assert row["last_at"] == message(world, "hi")["at"] > message(world, "hello")["at"]


def test_a_board_has_a_chat_of_its_own(world: World) -> None:
    world.done("chidi", "chat.post", message_id=world.hello, board_id=world.plan, text="All of you")
    assert message(world, "hello", "plan")["by"] == world.chidi
    assert talk(world, "plan")["card_id"] is None


def test_times_rise_whatever_the_clock_says(world: World) -> None:
    said(world)
    Talk.objects.update(last_at=SOON)
    world.done("ben", "chat.post", message_id=world.late, card_id=world.ink, text="x")
    assert message(world, "late")["at"] == SOON + 1 == talk(world)["last_at"]


def test_two_who_open_a_talk_at_once_share_it(world: World) -> None:
    world.batch(
        world.command("ben", "chat.post", message_id=world.hi, card_id=world.ink, text="x"),
        world.command("chidi", "chat.post", message_id=world.hello, card_id=world.ink, text="y"),
    )
    assert talk(world)["count"] == 2
    assert message(world, "hello")["at"] > message(world, "hi")["at"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty_text"), (" \n\u202e ", "empty_text"), ("x" * 10_001, "text_too_long"), (7, "bad_arguments")],
)
def test_texts_that_cannot_be_kept_are_refused(world: World, text: Any, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        world.run("chidi", "chat.post", message_id=world.hello, card_id=world.ink, text=text)


def test_texts_are_cleaned_and_keep_their_lines(world: World) -> None:
    world.done("chidi", "chat.post", message_id=world.hello, card_id=world.ink, text="\n a\r\n\x00\tb \n")
    assert message(world, "hello")["text"] == "a\n\tb"


def test_a_message_stands_in_one_chat(world: World) -> None:
    place = {"message_id": world.hello, "text": "x"}
    both = {"card_id": world.ink, "board_id": world.plan}
    assert world.refusal("chidi", "chat.post", **place, **both) == "bad_arguments"
    assert world.refusal("chidi", "chat.post", **place) == "bad_arguments"
    assert world.refusal("chidi", "chat.seen", until=THEN) == "bad_arguments"


def test_a_reply_answers_a_message_of_the_same_chat(world: World) -> None:
    said(world)
    reply = {"message_id": world.new, "text": "x", "reply_to": world.hello}
    assert world.refusal("chidi", "chat.post", **reply, board_id=world.plan) == "not_found"
    reply["reply_to"] = world.nothing
    assert world.refusal("chidi", "chat.post", **reply, card_id=world.ink) == "not_found"


def test_mentions_are_of_people_who_are_there_and_may_read(world: World) -> None:
    people = "".join(f"@[X](person:{getattr(world, name)}) " for name in ("ben", "dana", "mallory", "ben"))
    text = f"{people} @[all](person:all) @[a\\]b](person:{world.chidi}) [Eve](person:{world.eve})"
    world.done("chidi", "chat.post", message_id=world.hello, card_id=world.ink, text=text)
    assert message(world, "hello")["mention_ids"] == sorted([world.ben, world.chidi])
    assert message(world, "hello")["everyone"] is True
    BoardPrivacy.objects.update(visitors_chat=True)
    world.done("chidi", "chat.edit", message_id=world.hello, text=people)
    assert message(world, "hello")["mention_ids"] == sorted([world.ben, world.dana])
    assert message(world, "hello")["everyone"] is False


def test_only_its_author_edits_a_message_and_it_is_marked(world: World) -> None:
    said(world)
    assert world.refusal("ana", "chat.edit", message_id=world.hello, text="x") == "message_not_yours"
    world.done("chidi", "chat.edit", message_id=world.hello, text="Hello!")
    edited = message(world, "hello")
    assert edited["text"] == "Hello!"
    assert edited["edited_at"] is not None
    same = world.run("chidi", "chat.edit", message_id=world.hello, text="Hello!")
    assert same["wrote"] == []


def test_a_deleted_message_leaves_its_place(world: World) -> None:
    said(world)
    assert world.refusal("chidi", "chat.delete", message_id=world.hi) == "message_not_yours"
    world.done("chidi", "chat.delete", message_id=world.hello)
    gone = message(world, "hello")
    assert (gone["text"], gone["by"]) == ("", world.chidi)
    assert gone["deleted_at"] is not None
    assert talk(world)["count"] == 1
    assert world.run("chidi", "chat.delete", message_id=world.hello)["wrote"] == []
    assert world.refusal("chidi", "chat.edit", message_id=world.hello, text="x") == "message_deleted"
    react = {"message_id": world.hello, "emoji": "👍", "on": True}
    assert world.refusal("ben", "chat.react", **react) == "message_deleted"
    world.done("ben", "chat.post", message_id=world.new, card_id=world.ink, text="x", reply_to=world.hello)


@pytest.mark.parametrize("who", ["ana", "faye", "ben"])
def test_whoever_manages_the_board_deletes_anyones(world: World, who: str) -> None:
    said(world)
    world.done(who, "chat.delete", message_id=world.hello)
    assert Message.objects.get(id=world.hello).text == ""


def test_reactions_are_put_and_taken_once(world: World) -> None:
    said(world)
    scope = f"chat:{world.ink}"
    for who in ("chidi", "ben"):
        world.done(who, "chat.react", message_id=world.hello, emoji="❤️", on=True)
    again = world.run("ben", "chat.react", message_id=world.hello, emoji="❤️", on=True)
    assert again["wrote"] == []
    found = world.copy(scope).tables["reactions"].values()
    assert {(row["person_id"], row["emoji"]) for row in found} == {(world.ben, "❤️"), (world.chidi, "❤️")}
    world.done("ben", "chat.react", message_id=world.hello, emoji="❤️", on=False)
    assert len(world.copy(scope).tables["reactions"]) == 1
    never = world.run("ben", "chat.react", message_id=world.hello, emoji="🎉", on=False)
    assert never["wrote"] == []


def test_one_person_puts_so_many_on_a_message_and_others_still_may(world: World) -> None:
    said(world)
    for code in range(0x1F400, 0x1F414):
        world.done("chidi", "chat.react", message_id=world.hello, emoji=chr(code), on=True)
    more = {"message_id": world.hello, "emoji": "👍", "on": True}
    assert world.refusal("chidi", "chat.react", **more) == "too_many"
    world.done("ben", "chat.react", **more)


@pytest.mark.parametrize("emoji", ["👍🏽", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇮🇸", "3️⃣", "☺️", "✔"])
def test_whatever_is_one_emoji_may_be_put(world: World, emoji: str) -> None:
    said(world)
    world.done("ben", "chat.react", message_id=world.hello, emoji=emoji, on=True)


@pytest.mark.parametrize("emoji", ["", "a", "12", "👍a", "\u200d", " ", "<b>", "👍" * 17, "\u202e👍"])
def test_what_is_no_emoji_is_refused(world: World, emoji: str) -> None:
    said(world)
    with pytest.raises(Refusal, match="bad_arguments"):
        world.run("ben", "chat.react", message_id=world.hello, emoji=emoji, on=True)


def seen(world: World, who: str = "chidi") -> int | None:
    rows = world.copy(f"person:{ident(who)}").tables["talk_seen"]
    row = rows.get(f"{ident(who)}.{world.ink}")
    return row["seen_at"] if row else None


def test_what_is_read_stays_read(world: World) -> None:
    world.done("chidi", "chat.seen", card_id=world.ink, until=SOON)
    assert seen(world) is None
    said(world)
    first, last = message(world, "hello")["at"], message(world, "hi")["at"]
    world.done("chidi", "chat.seen", card_id=world.ink, until=first)
    assert seen(world) == first
    world.done("chidi", "chat.seen", card_id=world.ink, until=SOON)
    assert seen(world) == last
    assert world.run("chidi", "chat.seen", card_id=world.ink, until=first)["wrote"] == []
    assert seen(world, "ben") is None


def test_the_chat_of_a_completed_card_stays_open(world: World) -> None:
    world.done("chidi", "chat.post", message_id=world.hello, card_id=world.old, text="x")
    world.done("ben", "chat.react", message_id=world.hello, emoji="👍", on=True)
    world.done("chidi", "chat.delete", message_id=world.hello)


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        ("chat.post", {"message_id": "new", "card_id": "ink", "text": "x"}),
        ("chat.edit", {"message_id": "hello", "text": "x"}),
        ("chat.delete", {"message_id": "hello"}),
        ("chat.react", {"message_id": "hello", "emoji": "👍", "on": True}),
    ],
)
def test_the_chat_of_a_deleted_card_is_frozen(world: World, verb: str, args: dict[str, Any]) -> None:
    said(world)
    world.done("chidi", "card.delete", card_ids=[world.ink])
    named = {name: ident(value) if name.endswith("_id") else value for name, value in args.items()}
    assert world.refusal("chidi", verb, **named) == "card_deleted"
    world.done("chidi", "chat.seen", card_id=world.ink, until=SOON)


def test_chat_cannot_be_undone(world: World) -> None:
    posted = world.done("chidi", "chat.post", message_id=world.hello, card_id=world.ink, text="x")
    assert world.refusal("chidi", "change.undo", command_id=posted) == "undo_not_possible"
