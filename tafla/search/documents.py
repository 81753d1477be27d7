"""What there is to be found, as the rooms' tables have it now, and the documents made of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tafla.search import terms
from tafla.search.index import Content, Key, begin, tokens_of, write
from tafla.search.plain import plain
from tafla.search.terms import BOARD, CONTENTS, FILE, MESSAGE, TITLE
from tafla.sync.db import Db

# Written at a time: no more than the writer can bear (S23).
AT_ONCE = 40
# So many characters of a text are looked through.
LOOKED = 50_000


class Source(NamedTuple):
    """What a document is made of: where it stands and what it says. Only details (second among contents) and
    messages are Markdown.
    """

    account_id: str
    board_id: str
    subject_id: str | None
    texts: tuple[str, ...]


Sources = dict[str, Source]

_PRIVACY = "JOIN accounts_boardprivacy p ON p.id"


def _titles(db: Db, ids: Sequence[str]) -> Sources:
    found = db.query(
        f"SELECT c.id, p.account_id, p.id, c.title, c.number FROM cards_card c {_PRIVACY} = c.board_id "
        f"WHERE {db.within('c.id')}",
        (db.members(ids),),
    )
    return {one: Source(account, board, None, (title, str(n))) for one, account, board, title, n in found}


def _contents(db: Db, ids: Sequence[str]) -> Sources:
    """Details and checklists, and the title beside them, so that words of a question may stand in any."""
    asked = (db.members(ids),)
    items: dict[str, list[str]] = defaultdict(list)
    for card_id, text in db.query(
        f"SELECT card_id, text FROM cards_checklistitem WHERE {db.within('card_id')} ORDER BY rank, id", asked
    ):
        items[card_id].append(text)
    found = db.query(
        f"SELECT c.id, p.account_id, p.id, c.title, substr(coalesce(t.details, ''), 1, {LOOKED}) "
        f"FROM cards_card c {_PRIVACY} = c.board_id LEFT JOIN cards_cardtext t ON t.id = c.id "
        f"WHERE {db.within('c.id')}",
        asked,
    )
    return {
        one: Source(account, board, None, (title, details, *items[one]))
        for one, account, board, title, details in found
        if details.strip() or items[one]
    }


def _messages(db: Db, ids: Sequence[str]) -> Sources:
    return _hanging(db, ids, "chat_message", "h.text", "AND h.deleted_at IS NULL")


def _files(db: Db, ids: Sequence[str]) -> Sources:
    return _hanging(db, ids, "files_attachment", "trim(h.name || ' ' || coalesce(h.title, ''))")


def _hanging(db: Db, ids: Sequence[str], table: str, text: str, condition: str = "") -> Sources:
    """Rows that hang on a card or on a board itself."""
    found = db.query(
        f"SELECT h.id, p.account_id, p.id, h.subject_id, {text} FROM {table} h "
        f"LEFT JOIN cards_card c ON c.id = h.subject_id {_PRIVACY} = coalesce(c.board_id, h.subject_id) "
        f"WHERE {db.within('h.id')} {condition}",
        (db.members(ids),),
    )
    return {one: Source(account, board, subject, (said,)) for one, account, board, subject, said in found}


def _boards(db: Db, ids: Sequence[str]) -> Sources:
    found = db.query(
        f"SELECT b.id, p.account_id, b.name FROM boards_board b {_PRIVACY} = b.id WHERE {db.within('b.id')}",
        (db.members(ids),),
    )
    return {one: Source(account, one, None, (name,)) for one, account, name in found}


_READ: dict[str, Callable[[Db, Sequence[str]], Sources]] = {
    BOARD: _boards,
    TITLE: _titles,
    CONTENTS: _contents,
    FILE: _files,
    MESSAGE: _messages,
}


def expected(db: Db, keys: Sequence[Key]) -> dict[Key, Content]:
    """The documents of these rows as they should be now; none of rows that are gone or say nothing."""
    return {key: _content(key[0], source) for key, source in _read(db, keys).items()}


def refresh(db: Db, keys: Iterable[Key], rest: Callable[[], None] = lambda: None) -> int:
    """Make the documents of these rows what they should be now; how many had to be written. `rest` is called
    between slices, when nothing is held.
    """
    wanted, count = list(dict.fromkeys(keys)), 0
    for at in range(0, len(wanted), AT_ONCE):
        if at:
            rest()
        count += _refresh(db, wanted[at : at + AT_ONCE])
    return count


def _refresh(db: Db, keys: Sequence[Key]) -> int:
    """Terms are made before the writer is held; what has changed meanwhile is made again then."""
    made = {key: (source, _content(key[0], source)) for key, source in _read(db, keys).items()}
    begin(db)
    try:
        documents: dict[Key, Content | None] = dict.fromkeys(keys)
        for key, source in _read(db, keys).items():
            before = made.get(key)
            documents[key] = before[1] if before and before[0] == source else _content(key[0], source)
        count = write(db, documents)
        db.commit()
    except BaseException:
        db.rollback()
        raise
    return count


def _read(db: Db, keys: Sequence[Key]) -> dict[Key, Source]:
    found = {}
    for kind in dict.fromkeys(kind for kind, _ in keys):
        ids = [row_id for other, row_id in keys if other == kind]
        found.update({(kind, row_id): source for row_id, source in _READ[kind](db, ids).items()})
    return found


def _content(kind: str, source: Source) -> Content:
    texts = source.texts
    if kind == TITLE:
        said = terms.of_title(TITLE, texts[0], int(texts[1]))
    elif kind in (BOARD, FILE):
        said = terms.of_title(kind, texts[0])
    else:
        marked = 1 if kind == CONTENTS else 0
        said = terms.of_text(kind, *(plain(text) if at == marked else text for at, text in enumerate(texts)))
    return source.subject_id, tokens_of(said, source.account_id, source.board_id)
