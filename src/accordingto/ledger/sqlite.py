"""The ledger in one SQLite file."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from accordingto.errors import LedgerError
from accordingto.ledger import find, index, schema, telling
from accordingto.ledger.base import RefusedDocument
from accordingto.ledger.connect import check_path, engine_for, keep_log, reading, writing
from accordingto.ledger.filters import Filters
from accordingto.ledger.lookup import id_of
from accordingto.ledger.migrations import migrate
from accordingto.ledger.results import Added, Claim, Hit, StoryLine
from accordingto.ledger.rows import TableRows, rows_of
from accordingto.ledger.shelf import Remembered
from accordingto.ledger.versions import supersedes
from accordingto.records.document import Document
from accordingto.records.story import Story

_BATCH = 50
_SAMPLE = 1000

# The file itself, and those that SQLite keeps beside it while it is open.
_SUFFIXES = ("", "-wal", "-shm", "-journal")


class SqliteLedger:
    """A :class:`~accordingto.ledger.base.LedgerStore` in a SQLite file.

    Several processes may add at once: each waits up to ``wait`` seconds for its turn. Readers
    wait for nobody.
    """

    def __init__(self, path: Path, *, create: bool = True, wait: float = 60.0) -> None:
        check_path(path, create=create)
        self.path = path
        self._grown = False
        self._remembered = Remembered()
        self._engine = engine_for(path, create=create, wait=wait)
        try:
            migrate(self._engine, path)
            keep_log(self._engine, path, wait)
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        if self._grown:
            with suppress(LedgerError):  # it only makes look-ups faster
                self._count_rows()
        self._engine.dispose()

    def _count_rows(self) -> None:
        """Lets SQLite note how large the tables are, by which it chooses how to look things up."""
        with writing(self._engine, self.path) as connection:
            connection.exec_driver_sql(f"PRAGMA analysis_limit = {_SAMPLE}")
            connection.exec_driver_sql("ANALYZE")

    def add(self, document: Document) -> Added:
        if self.has(document.id, document.version):
            return "unchanged"
        try:
            rows = rows_of(document)
            with writing(self._engine, self.path) as connection:
                done = _add(connection, document, rows, self._remembered)
                if done != "unchanged":
                    telling.place(connection, self._remembered, document)
        except UnicodeEncodeError as error:
            raise RefusedDocument(_refusal(document, "it holds half a character")) from error
        except IntegrityError as error:
            raise RefusedDocument(_refusal(document, str(error.orig))) from error
        self._grown = True
        return done

    def has(self, id: str, version: str) -> bool:
        with reading(self._engine, self.path) as connection:
            kept = _kept(connection, id)
        return kept is not None and not supersedes(version, kept.version)

    def document(self, wanted: str) -> Document:
        documents = schema.documents
        with reading(self._engine, self.path) as connection:
            query = select(documents.c.id, documents.c.json)
            query = query.where(documents.c.id == id_of(connection, wanted))
            row = connection.execute(query).one()
        return self._decode(row.id, row.json)

    def documents(self) -> Iterator[Document]:
        documents, last = schema.documents, 0
        columns = (documents.c.key, documents.c.id, documents.c.json)
        while True:
            query = select(*columns).where(documents.c.key > last)
            with reading(self._engine, self.path) as connection:
                rows = connection.execute(query.order_by(documents.c.key).limit(_BATCH)).all()
            if not rows:
                return
            for row in rows:
                yield self._decode(row.id, row.json)
            last = rows[-1].key

    def _decode(self, id: str, found: str) -> Document:
        try:
            return msgspec.json.decode(found, type=Document)
        except msgspec.ValidationError as error:
            raise LedgerError(
                f"Document {id} in {self.path} is of another form ({error}): another version of "
                "accordingto has read it. Add it again with this one."
            ) from error

    def count(self) -> int:
        with reading(self._engine, self.path) as connection:
            return connection.execute(select(func.count(schema.documents.c.key))).scalar_one()

    def search(
        self,
        query: str,
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        act: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
    ) -> list[Hit]:
        filters = Filters(speaker=speaker, outlet=outlet, act=act, since=since, until=until)
        filters.check()
        with reading(self._engine, self.path) as connection:
            return find.search(connection, query, filters, min(limit, sys.maxsize))

    def claims(
        self,
        *,
        speaker: str | None = None,
        act: str | None = None,
        outlet: str | None = None,
        document: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[Claim]:
        if document is not None:
            with reading(self._engine, self.path) as connection:
                document = id_of(connection, document)
        filters = Filters(
            speaker=speaker, act=act, outlet=outlet, document=document, since=since, until=until
        )
        filters.check()
        most = None if limit is None else max(0, min(limit, sys.maxsize))
        return self._claims(filters, most, max(0, min(offset, sys.maxsize)))

    def _claims(self, filters: Filters, limit: int | None, offset: int) -> Iterator[Claim]:
        with reading(self._engine, self.path) as connection:
            yield from find.claims(connection, filters, limit, offset)

    def stories(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        least: int = 1,
        limit: int | None = None,
    ) -> list[StoryLine]:
        Filters(since=since, until=until).check()
        self._place_missing()
        with reading(self._engine, self.path) as connection:
            return telling.stories(connection, since=since, until=until, least=least, limit=limit)

    def story(self, wanted: str) -> Story:
        self._place_missing()
        with reading(self._engine, self.path) as connection:
            return telling.story(connection, wanted)

    def story_documents(self, wanted: str) -> list[Document]:
        self._place_missing()
        with reading(self._engine, self.path) as connection:
            return telling.story_documents(connection, wanted)

    def rule(self, one: str, other: str, same: bool | None, *, day: str, note: str | None) -> str:
        self._place_missing()
        with writing(self._engine, self.path) as connection:
            return telling.rule(connection, self._remembered, one, other, same, day=day, note=note)

    def _place_missing(self) -> None:
        """Groups documents that an older version has kept, or whose grouping was cut off."""
        with reading(self._engine, self.path) as connection:
            missing = telling.missing(connection)
        for wanted in missing:
            document = self.document(wanted)
            with writing(self._engine, self.path) as connection:
                telling.place(connection, self._remembered, document)

    def is_part(self, name: str) -> bool:
        path = os.path.realpath(name)
        return path in {os.path.realpath(self.path) + suffix for suffix in _SUFFIXES}


class _Kept(msgspec.Struct, frozen=True):
    sha256: str
    version: str


def _kept(connection: Connection, id: str) -> _Kept | None:
    documents = schema.documents
    query = select(documents.c.sha256, documents.c.version).where(documents.c.id == id)
    row = connection.execute(query).first()
    return None if row is None else _Kept(row.sha256, row.version)


def _add(
    connection: Connection, document: Document, rows: TableRows, remembered: Remembered
) -> Added:
    """Writes a document's rows where they are missing or older. One transaction is open."""
    kept = _kept(connection, document.id)
    if kept is not None and kept.sha256 != document.sha256:
        raise RefusedDocument(_refusal(document, "another document has its id"))
    if kept is not None and not supersedes(document.version, kept.version):
        return "unchanged"  # another process was here first
    if kept is not None:
        index.clear(connection, document.id)
        telling.forget(connection, remembered, document.id)
        connection.execute(delete(schema.documents).where(schema.documents.c.id == document.id))
    for table, values in rows:
        connection.execute(insert(table), values)
    index.fill(connection, document.id)
    return "added" if kept is None else "updated"


def _refusal(document: Document, reason: str) -> str:
    return (
        f"{document.source} (document {document.id}) cannot be kept: {reason}. The ledger is as "
        "it was. Please report this, with the input."
    )
