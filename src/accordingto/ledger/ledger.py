"""The library's face of a ledger.

>>> from accordingto.ledger.ledger import Ledger
>>> with Ledger("ledger.db") as ledger:                       # doctest: +SKIP
...     ledger.add(accordingto.read("page.html"))
...     for hit in ledger.search("air strike", act="deny"):
...         print(hit.source, hit.words)
"""

from collections.abc import Iterator
from os import PathLike
from types import TracebackType

from accordingto.ledger.open import open_ledger
from accordingto.ledger.results import Added, Claim, Hit, StoryLine
from accordingto.records.document import Document
from accordingto.records.story import Story


class Ledger:
    """Documents kept in a database, and look-ups in them.

    ``place`` is the path of a file or a database URL; it is made where there is none, unless
    ``create`` is false. All methods raise :class:`~accordingto.errors.LedgerError` where the
    ledger cannot do what is asked. Safe to use from several threads and, each with a Ledger of
    its own, from several processes.
    """

    def __init__(self, place: str | PathLike[str], *, create: bool = True) -> None:
        self._store = open_ledger(place, create=create)

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database. The ledger must not be used after that."""
        self._store.close()

    def count(self) -> int:
        """The number of documents."""
        return self._store.count()

    def __iter__(self) -> Iterator[Document]:
        """All documents, in the order in which they came."""
        return self._store.documents()

    def add(self, document: Document) -> Added:
        """Keeps a document, whole or not at all: ``added``, ``updated`` or ``unchanged``.

        ``unchanged`` where it is there, read by this version of the software or a newer one.
        """
        return self._store.add(document)

    def has(self, id: str, version: str) -> bool:
        """True where document ``id`` is there, read by ``version`` or a newer one."""
        return self._store.has(id, version)

    def document(self, wanted: str) -> Document:
        """The document whose id is, or begins with, ``wanted``; failing that, whose source does."""
        return self._store.document(wanted)

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
        """Statements that hold all words of ``query``, best first, then paragraphs that do.

        ``"several words"`` in double quotes must stand together, ``word*`` is any word that
        begins so; nothing else has a special meaning. ``since`` and ``until`` are ISO days,
        months or years of publication, both included.
        """
        return self._store.search(
            query,
            speaker=speaker,
            outlet=outlet,
            act=act,
            since=since,
            until=until,
            limit=limit,
        )

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
        """Statements that fit all that is given, newest document first, then in text order."""
        return self._store.claims(
            speaker=speaker,
            act=act,
            outlet=outlet,
            document=document,
            since=since,
            until=until,
            limit=limit,
            offset=offset,
        )

    def stories(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        least: int = 1,
        limit: int | None = None,
    ) -> list[StoryLine]:
        """Stories of at least ``least`` articles, those with the newest article first."""
        return self._store.stories(since=since, until=until, least=least, limit=limit)

    def story(self, wanted: str) -> Story:
        """The story whose id is, or begins with, ``wanted``; failing that, that of a document."""
        return self._store.story(wanted)

    def rule(
        self, one: str, other: str, same: bool | None, *, day: str, note: str | None = None
    ) -> str:
        """Overrules the software: two documents are one story or not, or two actors
        (``document:actor``) are one or not; ``same`` None takes a ruling back. ``day`` (ISO) and
        ``note`` are kept with it."""
        return self._store.rule(one, other, same, day=day, note=note)
