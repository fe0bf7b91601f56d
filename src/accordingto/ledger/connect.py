"""Connections to a SQLite file, and its errors in words that help."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from accordingto.errors import LedgerError

# In the file's header, set by the first migration: tells a ledger from other SQLite files.
APPLICATION_ID = 0x41435464

# What the error says, what is wrong, what to do. The first that fits is used.
_ADVICE = (
    (
        "not a database",
        "is not a ledger: it is no SQLite file",
        "Give another path, or move that file away",
    ),
    (
        "is locked",
        "is in use by another program that has not let go of it",
        "Wait for it to end and run this again; what was added stays",
    ),
    (
        "unable to open",
        "cannot be opened",
        "Check that its folder exists and that you may write there",
    ),
    ("readonly", "cannot be written", "Copy it to a place where you may write and use that"),
    ("is full", "cannot grow: the disk is full", "Make room and run this again"),
    ("malformed", "is damaged", "Restore it from a copy, or save what is left: sqlite3 … .recover"),
    ("disk i/o", "cannot be read or written: the disk reports an error", "Check the disk"),
)


def engine_for(path: Path, *, create: bool, wait: float) -> Engine:
    """An engine whose connections check foreign keys and wait ``wait`` seconds for a lock."""
    address = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        # With a write-ahead log this can lose the last articles at a power cut, never the file.
        connection.execute("PRAGMA synchronous = NORMAL")
        # A ledger may come from a stranger: its views must not reach beyond plain SQL.
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # Writers take the lock at once: one that reads first and writes later can meet another such
    # and neither may go on. SQLAlchemy leaves BEGIN to us, as isolation_level is None.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """A connection that sees the ledger as it is now, whatever is added meanwhile."""
    with plain_errors(path), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """The one connection that may write; all or nothing of what it does stays."""
    with plain_errors(path), engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            yield connection


def check_path(path: Path, *, create: bool) -> None:
    """Raises LedgerError, with advice, for a path at which there can be no ledger."""
    if str(path) == ":memory:" or "\0" in str(path):
        raise LedgerError(f"{str(path)!r} is no path of a file. A ledger is kept in one.")
    if path.is_dir():
        raise LedgerError(f"{path} is a folder. Give the path of a file, such as {path}/ledger.db.")
    if not path.parent.is_dir():
        raise LedgerError(f"{path} cannot be made: the folder {path.parent} does not exist.")
    if not create and not path.exists():
        raise LedgerError(
            f"There is no ledger at {path}. Make one by adding to it: "
            f"accordingto add INPUT… --ledger {path}"
        )


def keep_log(engine: Engine, path: Path, wait: float) -> None:
    """Turns on the write-ahead log, with which readers and the writer do not wait for each other.

    That needs the file alone for a moment, and SQLite does not wait for it by itself. Where
    nobody lets go of it, the ledger works without.
    """
    last_try = time.monotonic() + wait
    while not _log_is_on(engine, path) and time.monotonic() < last_try:
        time.sleep(0.05)


def _log_is_on(engine: Engine, path: Path) -> bool:
    with plain_errors(path):
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            if cursor.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                return True
            return bool(cursor.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                return False
            raise
        finally:
            connection.close()


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turns the database's errors into LedgerError, with advice; all but IntegrityError."""
    try:
        yield
    except IntegrityError:
        raise  # about what is written, not about the ledger
    except DBAPIError as error:
        raise LedgerError(explain(path, str(error.orig))) from error
    except (sqlite3.Error, PoolTimeout) as error:
        raise LedgerError(explain(path, str(error))) from error
    except UnicodeEncodeError as error:
        raise LedgerError("Half a character (a lone surrogate) cannot be looked for.") from error


def explain(path: Path, message: str) -> str:
    """A database error message as a sentence on what is wrong and one on what to do."""
    for sign, problem, advice in _ADVICE:
        if sign in message.lower():
            return f"{path} {problem} ({message}). {advice}."
    return f"{path} cannot be used as a ledger ({message}). Check that it is one, or give another."
