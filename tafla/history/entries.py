"""From the log to entries: what each command did, told in aspects."""

import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from tafla.history import board_aspects, card_aspects
from tafla.history.known import HANGING, Deed, Known, Turn, learn
from tafla.history.models import Entry
from tafla.sync.db import Db
from tafla.sync.tables import Row
from tafla.sync.undo import effect_of, grounds
from tafla.sync.work import Key

log = logging.getLogger(__name__)

# Kinds of scopes whose records are history. Of what only board admins see (desk), no more than that the
# link is new.
KINDS = frozenset({"board", "card", "team", "desk", "shelf", "chat"})

_TELLERS = card_aspects.TELLERS | board_aspects.TELLERS
# Entries of one row are numbered within so many.
_ROOM = 16


def entries_of(db: Db, deeds: Iterable[Deed]) -> list[Entry]:
    """The entries these deeds leave, in the log's order; not yet stored."""
    deeds = list(deeds)
    known = learn(db, deeds)
    return [entry for deed in deeds for entry in _together([*_beside(deed), *_entries(deed, known)])]


def read_deeds(db: Db, commands: Iterable[str]) -> list[Deed]:
    """What these commands did, in the log's order."""
    found = db.query(
        "SELECT scope, patches, before, pos, command_id, person_id, verb, at FROM sync_change "
        f"WHERE {db.within('command_id')} ORDER BY pos",
        (db.members(commands),),
    )
    # The id of a command is only its person's own (S3).
    records: dict[tuple[Any, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for record in found:
        if record[0].split(":", 1)[0] in KINDS:
            records[record[4:6]].append(record)
    written = grounds(db, [f"{by} {command_id}" for command_id, by in records])
    deeds = (_deed(listed, written.get(f"{by} {command_id}")) for (command_id, by), listed in records.items())
    return [deed for deed in deeds if deed]


def _deed(records: list[tuple[Any, ...]], written: frozenset[str] | None) -> Deed | None:
    pos, command_id, by, verb, at = records[0][3:]
    homes: dict[Key, str] = {}
    boards = [ground.removeprefix("board:") for ground in written or () if ground.startswith("board:")]
    try:
        parts = [effect_of([record[1:3]]) for record in records]
        effect = parts[0] if len(parts) == 1 else effect_of(record[1:3] for record in records)
    except ValueError:
        # Written before a table had its present fields: nobody can tell any more which value is which.
        log.warning("command %s cannot be told, its rows are of another form", command_id)
        return None
    for part, record in zip(parts, records, strict=True):
        # Of a message whose words are forgotten at once the effect knows nothing.
        silenced = dict.fromkeys(_messages(record[1]), (None, None)) if verb == "chat.delete" else {}
        effect.update(silenced)
        homes.update(dict.fromkeys([*part, *silenced], record[0].split(":", 1)[1]))
    return Deed(pos, command_id, by, verb, at, boards, effect, homes)


def _messages(patches: str) -> list[Key]:
    return [("messages", patch[2]) for patch in orjson.loads(patches) if patch[1] == "messages"]


def _entries(deed: Deed, known: Known) -> Iterator[Entry]:
    rows = deed.effect.items()
    made = {row_id for (table, row_id), (before, _) in rows if table in _WHOLE and before is None}
    for slot, (key, (before, after)) in enumerate(rows):
        subject = _subject(deed, key, after, known)
        is_forgotten = before is None and after is None and key[0] != "messages"
        if key[0] not in _TELLERS or subject is None or is_forgotten:
            continue
        # What comes with a new card or board is part of its making.
        if key[0] not in _WHOLE and (subject[1] or subject[0]) in made:
            continue
        for at, aspect in enumerate(_TELLERS[key[0]](Turn(deed, known, key[0], key[1], before, after))):
            yield _entry(deed, slot * _ROOM + at, subject, aspect)


_WHOLE = ("cards", "boards")


def _subject(deed: Deed, key: Key, after: Row | None, known: Known) -> tuple[str, str | None] | None:
    """(board, card or none) that a row belonged to; none where nobody knows it any more."""
    (table, row_id), home = key, deed.homes[key]
    if table == "cards":
        return (after or {}).get("board_id", home), row_id
    if table == "dependencies":
        return home, row_id.split(".")[0]
    if table not in HANGING:
        return home, None
    if now := known.of("cards", home).get("board_id"):
        # It may have gone to another board since.
        return (deed.boards[0] if len(deed.boards) == 1 else now), home
    return (home, None) if known.of("boards", home) else None


def _beside(deed: Deed) -> Iterator[Entry]:
    """What a board keeps of cards that are not its own any more: their number, and nothing of what they
    hold.
    """
    gone: Counter[str] = Counter()
    for key, (before, after) in deed.effect.items():
        if key[0] == "cards" and before and after and "board_id" in after:
            gone[before["board_id"]] += 1
        if key[0] == "cards" and before is None and after is None and deed.verb.endswith(".purge"):
            gone[deed.homes[key]] += 1
    what = "cards_purged" if deed.verb.endswith(".purge") else "cards_left"
    for at, board_id in enumerate(sorted(gone)):
        yield _entry(deed, at - len(gone), (board_id, None), (what, None, gone[board_id]))


def _entry(deed: Deed, n: int, subject: tuple[str, str | None], aspect: card_aspects.Aspect) -> Entry:
    (board_id, card_id), (what, old, new) = subject, aspect
    said = {"board_id": board_id, "card_id": card_id, "what": what, "old": old, "new": new}
    return Entry(
        pos=deed.pos, n=n, at=deed.at, by=deed.by, command_id=deed.command_id, verb=deed.verb, **said
    )


def _together(entries: list[Entry]) -> list[Entry]:
    """One entry a card and aspect: lists of the same aspect are joined."""
    first: dict[tuple[str, str | None, str], Entry] = {}
    for entry in entries:
        held = first.setdefault((entry.board_id, entry.card_id, entry.what), entry)
        if held is not entry:
            held.old = [*(held.old or ()), *(entry.old or ())] or None
            held.new = [*(held.new or ()), *(entry.new or ())] or None
    return list(first.values())
