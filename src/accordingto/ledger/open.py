"""From a path or address to the ledger behind it."""

from os import PathLike, fspath
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from accordingto.errors import LedgerError
from accordingto.ledger.base import LedgerStore
from accordingto.ledger.sqlite import SqliteLedger


def open_ledger(
    place: str | PathLike[str], *, create: bool = True, wait: float = 60.0
) -> LedgerStore:
    """Opens the ledger at a file path or a database URL, making it where there is none.

    ``sqlite:///folder/name.db`` is the same as the path ``folder/name.db``. With ``create``
    false a missing ledger is an error. ``wait``: seconds to wait for other writers. Raises
    LedgerError with advice where the ledger cannot be used.
    """
    name = fspath(place)
    if "://" not in name:
        return SqliteLedger(Path(name), create=create, wait=wait)
    try:
        url = make_url(name)
    except ArgumentError as error:
        raise LedgerError(f"{name} is no database URL. Give a path or sqlite:///PATH.") from error
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database and url.database != ":memory:":
        return SqliteLedger(Path(url.database), create=create, wait=wait)
    if kind == "sqlite":
        raise LedgerError(f"{name} names no file. A ledger is kept in one: sqlite:///PATH.")
    if kind == "postgresql":
        raise LedgerError(
            "Ledgers in PostgreSQL are not supported yet. Give the path of a file, "
            "which is kept as SQLite."
        )
    raise LedgerError(f"Ledgers in {kind} are not supported. Give a path or sqlite:///PATH.")
