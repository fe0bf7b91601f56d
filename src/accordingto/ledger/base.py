"""The contract of a ledger: what every store of documents does, whichever database is behind it."""

from collections.abc import Iterator
from typing import Protocol

from accordingto.errors import LedgerError
from accordingto.ledger.results import Added, Claim, Hit, StoryLine
from accordingto.records.document import Document
from accordingto.records.story import Story


class RefusedDocument(LedgerError):  # noqa: N818 - says what happened; the base ends in Error
    """One document cannot be kept (it contradicts itself). The ledger is fine and goes on."""


class LedgerStore(Protocol):
    """Keeps documents and finds claims in them.

    Every method raises :class:`~accordingto.errors.LedgerError` where the ledger cannot do it.
    ``since`` and ``until`` are ISO days, months or years (``2021-02-27``, ``2021-02``, ``2021``),
    both included, compared with the day of publication; documents without one do not match.
    ``speaker`` is looked for in all names of the source, ``outlet`` in the outlet's name.
    """

    def add(self, document: Document) -> Added:
        """Keeps a document, whole or not at all.

        ``unchanged`` where it is there from this version or a newer one of the software;
        ``updated`` where what an older version had read was replaced. Raises
        :class:`RefusedDocument` where the document contradicts itself.
        """
        ...

    def has(self, id: str, version: str) -> bool:
        """True where document ``id`` is there, read by ``version`` or a newer one."""
        ...

    def document(self, wanted: str) -> Document:
        """The document whose id is, or begins with, ``wanted``; failing that, whose source does.

        Raises LedgerError where there is none, or more than one.
        """
        ...

    def documents(self) -> Iterator[Document]:
        """All documents, in the order in which they came."""
        ...

    def count(self) -> int:
        """The number of documents."""
        ...

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
        """Statements that hold all words of ``query``, best first; then paragraphs that do.

        Words are compared without case and accents; ``"several words"`` in double quotes must
        stand together; ``word*`` is any word that begins so. No other character has a meaning.
        With ``speaker`` or ``act`` only statements are searched.
        """
        ...

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
        ...

    def stories(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        least: int = 1,
        limit: int | None = None,
    ) -> list[StoryLine]:
        """Stories with an article published in these days and at least ``least`` articles, those
        with the newest article first."""
        ...

    def story(self, wanted: str) -> Story:
        """The story whose id is, or begins with, ``wanted``; failing that, that of a document.

        Raises LedgerError where there is none, or more than one.
        """
        ...

    def story_documents(self, wanted: str) -> list[Document]:
        """The documents of that story, by time of publication."""
        ...

    def rule(self, one: str, other: str, same: bool | None, *, day: str, note: str | None) -> str:
        """Keeps a person's ruling and groups anew: that two documents are one story, or that two
        actors (``document:actor``) are one, or not; ``same`` None takes a ruling back.

        ``day`` (ISO) and ``note`` are kept with it. Gives a sentence that says what was done.
        """
        ...

    def is_part(self, name: str) -> bool:
        """True where ``name`` is the path of a file of the ledger's own."""
        ...

    def close(self) -> None:
        """Lets go of the database. The ledger must not be used after that."""
        ...
