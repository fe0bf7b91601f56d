"""The ledger's form, as numbered steps from an empty database to the newest form.

A step is a file ``data/NNNN-title.sql``; its statements end with a semicolon at the end of a
line. A released step is never changed: a new one is added. Each runs in a transaction of its
own, together with the note in ``schema_version`` that it was done.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Engine

from accordingto.errors import LedgerError
from accordingto.ledger.connect import APPLICATION_ID, reading, writing


class Migration(msgspec.Struct, frozen=True, kw_only=True):
    """One step: its number (from 1), a title for people, its SQL statements in order."""

    number: int
    title: str
    statements: tuple[str, ...]


@cache
def migrations() -> tuple[Migration, ...]:
    """All steps that this software knows, in order."""
    folder = files("accordingto.ledger") / "data"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(_migration(name, (folder / name).read_text("utf-8")) for name in names)


def _migration(name: str, sql: str) -> Migration:
    number, _, title = name.removesuffix(".sql").partition("-")
    code = "\n".join(line for line in sql.splitlines() if not line.startswith("--"))
    parts = (part.strip() for part in f"{code}\n".split(";\n"))
    return Migration(number=int(number), title=title, statements=tuple(filter(None, parts)))


def newest() -> int:
    """The number of the last step."""
    return migrations()[-1].number


def migrate(engine: Engine, path: Path, *, upto: int | None = None) -> None:
    """Takes the ledger to its newest form, or to step ``upto``.

    Raises LedgerError where the file is some other program's, or of a newer form than ours.
    """
    with reading(engine, path) as connection:
        done = form(connection, path)
    for migration in migrations():
        if done < migration.number <= (upto or newest()):
            run_step(engine, path, migration)


def run_step(engine: Engine, path: Path, migration: Migration) -> None:
    """Does one step, whole or not at all, unless it has been done."""
    with writing(engine, path) as connection:
        if form(connection, path) >= migration.number:  # another process was here first
            return
        for statement in migration.statements:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(
            "INSERT INTO schema_version (number, title) VALUES (?, ?)",
            (migration.number, migration.title),
        )


def form(connection: Connection, path: Path) -> int:
    """The last step that was done, 0 for an empty database. Raises LedgerError as `migrate`."""
    if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar():
        return 0
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise LedgerError(f"{path} is a SQLite file of another program. Give another path.")
    found = connection.exec_driver_sql("SELECT max(number) FROM schema_version").scalar()
    number = found if isinstance(found, int) else 0
    if number > newest():
        raise LedgerError(
            f"{path} was made by a newer version of accordingto (form {number}; this version "
            f"knows forms up to {newest()}). Update accordingto to use it."
        )
    return number
