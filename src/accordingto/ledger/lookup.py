"""Which document a person means."""

from sqlalchemy import Column, ColumnElement, Connection, and_, select

from accordingto.errors import LedgerError
from accordingto.ledger import schema

_SHOWN = 5


def id_of(connection: Connection, wanted: str) -> str:
    """The id of the one document that ``wanted`` names or begins: by id, else by source.

    Raises LedgerError where there is none, or more than one.
    """
    documents = schema.documents
    ways = (
        documents.c.id == wanted,
        _begins(documents.c.id, wanted),
        documents.c.source == wanted,
        _begins(documents.c.source, wanted),
    )
    for way in ways if wanted else ():
        query = select(documents.c.id, documents.c.source).where(way).order_by(documents.c.id)
        found = connection.execute(query.limit(_SHOWN + 1)).all()
        if len(found) == 1:
            return str(found[0].id)
        if found:
            raise LedgerError(_many(wanted, [f"{row.id} ({row.source})" for row in found]))
    raise LedgerError(
        f"The ledger has no document '{wanted}'. Give its id or its source, or the beginning of "
        "one of them; `claims` and `search` show ids."
    )


def _begins(column: Column[str], start: str) -> ColumnElement[bool]:
    # A range, which an index serves; LIKE would read the whole table.
    return and_(column >= start, column < start + "\U0010ffff")


def _many(wanted: str, found: list[str]) -> str:
    more = " and others" if len(found) > _SHOWN else ""
    return f"'{wanted}' fits several documents: {', '.join(found[:_SHOWN])}{more}. Give more of it."
