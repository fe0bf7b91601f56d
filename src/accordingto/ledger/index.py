"""Keeping the full-text indexes in step with the tables, inside the same transaction."""

from sqlalchemy import Connection, text

# Index, its columns, the table it reads, and how that table names the document.
_INDEXES = (
    ("statement_search", "words, source_names", "statements", "document"),
    ("line_search", "words", "lines", "document"),
    ("headline_search", "headline", "documents", "id"),
)

_FILL = tuple(
    text(
        f"INSERT INTO {index} (rowid, {columns}) "
        f"SELECT key, {columns} FROM {table} WHERE {owner} = :id"
    )
    for index, columns, table, owner in _INDEXES
)

# An index that keeps no copy of the words must be told which ones to forget.
_CLEAR = tuple(
    text(
        f"INSERT INTO {index} ({index}, rowid, {columns}) "
        f"SELECT 'delete', key, {columns} FROM {table} WHERE {owner} = :id"
    )
    for index, columns, table, owner in _INDEXES
)


def fill(connection: Connection, id: str) -> None:
    """Indexes document ``id``, whose rows are there."""
    for statement in _FILL:
        connection.execute(statement, {"id": id})


def clear(connection: Connection, id: str) -> None:
    """Takes document ``id``, whose rows are still there, out of the indexes."""
    for statement in _CLEAR:
        connection.execute(statement, {"id": id})
