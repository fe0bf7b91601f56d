"""Stories in a SQLite ledger: placing documents, listing stories, telling one, people's rulings."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from accordingto.errors import LedgerError
from accordingto.ledger import schema
from accordingto.ledger.lookup import id_of
from accordingto.ledger.results import StoryLine
from accordingto.ledger.shelf import Remembered, TableShelf
from accordingto.records.document import Document
from accordingto.records.ids import content_id
from accordingto.records.story import Story
from accordingto.stories.grouping import Grouper
from accordingto.stories.parties import Ruling
from accordingto.stories.tell import tell, title_of
from accordingto.stories.texts import outlet_of, report_of

_FEW = 200


def place(connection: Connection, remembered: Remembered, document: Document) -> None:
    """Puts a new document into its story."""
    shelf = TableShelf(connection, remembered)
    if remembered.grouper is None:
        remembered.grouper = Grouper()
    remembered.grouper.add(report_of(document), shelf)


def forget(connection: Connection, remembered: Remembered, document: str) -> None:
    """Takes a document out of its story, as it is about to be replaced."""
    TableShelf(connection, remembered).remove(document)


def missing(connection: Connection) -> list[str]:
    """The documents that are in no story yet, in the order in which they came."""
    query = (
        "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM story_reports) ORDER BY key"
    )
    return [row[0] for row in connection.exec_driver_sql(query)]


def stories(
    connection: Connection,
    *,
    since: str | None,
    until: str | None,
    least: int,
    limit: int | None,
) -> list[StoryLine]:
    """Stories as lines of a list, those with the newest article first."""
    having, values = ["count(*) >= ?"], [str(least)]
    if since is not None:
        having.append("substr(max(d.published), 1, ?) >= ?")
        values += [str(len(since)), since]
    if until is not None:
        having.append("substr(min(d.published), 1, ?) <= ?")
        values += [str(len(until)), until]
    query = (
        "SELECT r.story, count(*) AS articles, min(d.published) AS first, max(d.published) AS last"
        " FROM story_reports AS r JOIN documents AS d ON d.id = r.document"
        f" GROUP BY r.story HAVING {' AND '.join(having)}"
        " ORDER BY last DESC NULLS LAST, articles DESC, r.story"
    )
    # Bound as numbers where SQLite compares numbers.
    bound = tuple(int(value) if value.isdigit() and len(value) < 4 else value for value in values)
    rows = connection.exec_driver_sql(query, bound).all()
    return [_line(connection, row) for row in rows[:limit]]


def _line(connection: Connection, row: Any) -> StoryLine:
    found = _documents(connection, row[0])
    outlets = dict.fromkeys(outlet_of(document) for document in found)
    return StoryLine(
        id=_public(connection, row[0]),
        title=title_of(found),
        first=row[2],
        last=row[3],
        articles=row[1],
        outlets=tuple(outlets),
    )


def story(connection: Connection, wanted: str) -> Story:
    """A story with all that its articles together say."""
    number = _number(connection, wanted)
    documents = _documents(connection, number)
    why = _why(connection, number)
    return tell(_public(connection, number), documents, why, _party_rulings(connection))


def story_documents(connection: Connection, wanted: str) -> list[Document]:
    """A story's documents."""
    return _documents(connection, _number(connection, wanted))


def _documents(connection: Connection, number: int) -> list[Document]:
    query = (
        "SELECT d.json FROM story_reports AS r JOIN documents AS d ON d.id = r.document"
        " WHERE r.story = ? ORDER BY d.published IS NULL, d.published, d.id"
    )
    rows = connection.exec_driver_sql(query, (number,)).all()
    return [msgspec.json.decode(row[0], type=Document) for row in rows]


def _public(connection: Connection, number: int) -> str:
    """A story's id, made from the document that founded it."""
    query = (
        "SELECT document FROM story_reports WHERE story = ? ORDER BY number <> ?, number LIMIT 1"
    )
    founder = connection.exec_driver_sql(query, (number, number)).scalar_one()
    return content_id("y", founder)


def _number(connection: Connection, wanted: str) -> int:
    if wanted.startswith("y-") or not wanted:
        found = [n for n in _numbers(connection) if _public(connection, n).startswith(wanted)]
        if len(found) == 1:
            return found[0]
        many = "fits several stories; give more of it" if found else "is no story of this ledger"
        raise LedgerError(f"'{wanted}' {many}. `stories` lists them.")
    try:
        document = id_of(connection, wanted)
    except LedgerError as error:
        raise LedgerError(
            f"'{wanted}' names no story and no document. `stories` lists stories. ({error})"
        ) from None
    query = "SELECT story FROM story_reports WHERE document = ?"
    return int(connection.exec_driver_sql(query, (document,)).scalar_one())


def _numbers(connection: Connection) -> Iterable[int]:
    rows = connection.exec_driver_sql("SELECT DISTINCT story FROM story_reports ORDER BY story")
    return [row[0] for row in rows.all()]


def _why(connection: Connection, number: int) -> dict[str, tuple[float, tuple[str, ...], bool]]:
    """For each document of a story how like it is to the others, and to which most."""
    query = (
        "SELECT a.document, b.document, l.score FROM story_likeness AS l"
        " JOIN story_reports AS a ON a.number = l.later"
        " JOIN story_reports AS b ON b.number = l.earlier"
        " WHERE a.story = ? AND b.story = ? ORDER BY l.score DESC, a.document, b.document"
    )
    best: dict[str, tuple[float, tuple[str, ...], bool]] = {}
    for one, other, score in connection.exec_driver_sql(query, (number, number)):
        for mine, theirs in ((one, other), (other, one)):
            best.setdefault(mine, (round(score, 2), (f"most like {theirs}",), False))
    ruled = "SELECT document, other FROM story_rulings WHERE same = 1"
    for row in connection.exec_driver_sql(ruled):
        for document in row:
            best[document] = (1.0, ("a person has ruled so",), True)
    return best


def _party_rulings(connection: Connection) -> list[Ruling]:
    query = (
        "SELECT document, actor, other_document, other_actor, same FROM party_rulings"
        " ORDER BY made_on, document, actor, other_document, other_actor"
    )
    rows = connection.exec_driver_sql(query)
    return [((a, b), (c, d), bool(same)) for a, b, c, d, same in rows]


def rule(
    connection: Connection,
    remembered: Remembered,
    one: str,
    other: str,
    same: bool | None,
    *,
    day: str,
    note: str | None,
) -> str:
    """Keeps, replaces or takes back a ruling on two documents or on two actors."""
    if (":" in one) != (":" in other):
        raise LedgerError("Name two documents, or two actors as DOCUMENT:ACTOR.")
    if ":" in one:
        return _rule_actors(connection, one, other, same, day=day, note=note)
    a, b = sorted((id_of(connection, one), id_of(connection, other)))
    if a == b:
        raise LedgerError(f"'{one}' and '{other}' are one document.")
    sql = connection.exec_driver_sql
    sql("DELETE FROM story_rulings WHERE document = ? AND other = ?", (a, b))
    if same is not None:
        sql("INSERT INTO story_rulings VALUES (?, ?, ?, ?, ?)", (a, b, int(same), day, note))
    shelf = TableShelf(connection, remembered)
    query = "SELECT number FROM story_reports WHERE document IN (?, ?)"
    Grouper().regroup([row[0] for row in sql(query, (a, b)).all()], shelf)
    return _done(f"documents {a} and {b}", "one story", same)


def _rule_actors(
    connection: Connection, one: str, other: str, same: bool | None, *, day: str, note: str | None
) -> str:
    keys = sorted((_actor(connection, one), _actor(connection, other)))
    flat = (*keys[0], *keys[1])
    sql = connection.exec_driver_sql
    sql(
        "DELETE FROM party_rulings WHERE document = ? AND actor = ? AND other_document = ?"
        " AND other_actor = ?",
        flat,
    )
    if same is not None:
        sql("INSERT INTO party_rulings VALUES (?, ?, ?, ?, ?, ?, ?)", (*flat, int(same), day, note))
    return _done(f"actors {':'.join(keys[0])} and {':'.join(keys[1])}", "one party", same)


def _actor(connection: Connection, wanted: str) -> tuple[str, str]:
    document, _, actor = wanted.partition(":")
    owner = id_of(connection, document)
    query = select(schema.actors.c.id, schema.actors.c.name)
    every = connection.execute(query.where(schema.actors.c.document == owner)).all()
    found = [row.id for row in every if actor in (row.id, row.name)]
    if len(found) > 1:
        ids = ", ".join(found)
        raise LedgerError(f"Document {owner} has {len(found)} actors '{actor}'. Give an id: {ids}.")
    if not found:
        names = ", ".join(f"'{row.name}'" for row in every) or "none"
        raise LedgerError(f"Document {owner} has no actor '{actor}'. Its actors are: {names}.")
    return owner, str(found[0])


def _done(what: str, whole: str, same: bool | None) -> str:
    if same is None:
        return f"Taken back: the ruling on {what}."
    return f"Kept: {what} are {'' if same else 'not '}{whole}."
