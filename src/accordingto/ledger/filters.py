"""What a user narrows a look-up down to, checked and as SQL conditions."""

import re
from typing import cast, get_args

import msgspec
from sqlalchemy import Boolean, ColumnElement, FromClause, Select, TableClause, func, select

from accordingto.errors import LedgerError
from accordingto.ledger import schema
from accordingto.ledger.terms import terms_of
from accordingto.records.statement import Act

ACTS: tuple[str, ...] = get_args(Act)

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions that a statement and its document must meet; ``None`` asks for nothing."""

    speaker: str | None = None
    act: str | None = None
    outlet: str | None = None
    document: str | None = None
    since: str | None = None
    until: str | None = None

    def check(self) -> "Filters":
        """Itself. Raises LedgerError where an act or a day is none."""
        if self.act is not None and self.act not in ACTS:
            raise LedgerError(f"'{self.act}' is no act. The acts are: {', '.join(ACTS)}.")
        for day in (self.since, self.until):
            if day is not None and not _DAY.fullmatch(day):
                raise LedgerError(
                    f"'{day}' is no day. Write a day, month or year such as 2021-02-27, "
                    "2021-02 or 2021."
                )
        return self

    def about_statements(self) -> bool:
        """True where only statements can fit."""
        return self.speaker is not None or self.act is not None


def of_document(filters: Filters, documents: FromClause) -> list[ColumnElement[bool]]:
    """The conditions on ``published`` and ``outlet`` of a table or view that has them."""
    published, outlet = documents.c.published, documents.c.outlet
    found: list[ColumnElement[bool]] = []
    if filters.since is not None:
        found.append(func.substr(published, 1, len(filters.since)) >= filters.since)
    if filters.until is not None:
        found.append(func.substr(published, 1, len(filters.until)) <= filters.until)
    if filters.outlet is not None:
        found.append(outlet.icontains(filters.outlet, autoescape=True))
    return found


def of_statement(filters: Filters, statements: FromClause) -> list[ColumnElement[bool]]:
    """The conditions on ``act``, ``document`` and ``key`` (by speaker) of a table or view."""
    found: list[ColumnElement[bool]] = []
    if filters.act is not None:
        found.append(statements.c.act == filters.act)
    if filters.document is not None:
        found.append(statements.c.document == filters.document)
    if filters.speaker is not None:
        found.append(statements.c.key.in_(_spoken_by(filters.speaker)))
    return found


def _spoken_by(speaker: str) -> Select[tuple[int]]:
    """The keys of statements whose source's names hold all words of ``speaker``."""
    # A speaker without a letter is nobody: FTS5 finds nothing for the empty phrase.
    terms = " ".join(terms_of(speaker)) or '""'
    index = schema.statement_search
    return select(index.c.rowid).where(matches(index, f"source_names : ({terms})"))


def matches(index: TableClause, expression: str) -> ColumnElement[bool]:
    """The condition that a row of a full-text index fits an FTS5 expression."""
    return cast(
        ColumnElement[bool], index.c[index.name].op("MATCH", return_type=Boolean())(expression)
    )
