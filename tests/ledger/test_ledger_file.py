"""The file: its form and migrations, other files, other processes, and its readable tables."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection, Float, Integer, Text, create_engine, inspect, text

from accordingto.errors import LedgerError
from accordingto.ledger import schema
from accordingto.ledger.connect import engine_for, explain, writing
from accordingto.ledger.ledger import Ledger
from accordingto.ledger.migrations import migrate, migrations, newest, run_step
from accordingto.ledger.open import open_ledger
from accordingto.ledger.rows import rows_of
from accordingto.ledger.sqlite import SqliteLedger
from accordingto.records.document import Document
from accordingto.records.facts import Code, Event

Variant = Callable[..., Document]

KINDS = {"TEXT": Text, "INTEGER": Integer, "REAL": Float}


def test_steps_are_numbered_without_gaps() -> None:
    assert [step.number for step in migrations()] == list(range(1, newest() + 1))
    assert all(step.statements for step in migrations())


def test_a_ledger_of_form_1_is_brought_up_to_date(tmp_path: Path, report: Document) -> None:
    path = tmp_path / "old.db"
    engine = engine_for(path, create=True, wait=1)
    migrate(engine, path, upto=1)
    with writing(engine, path) as connection:
        for table, values in rows_of(report):
            _insert_as_then(connection, table.name, values)
    engine.dispose()

    with Ledger(path) as ledger:
        assert ledger.document(report.id) == report
        assert [hit.statement for hit in ledger.search("dockers")] == ["s-toll"]
        assert len(list(ledger.claims())) == 3
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT number FROM schema_version ORDER BY number").fetchall()
    connection.close()
    assert found == [(n,) for n in range(1, newest() + 1)]


def _insert_as_then(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    """Rows in tables of form 1, which had fewer columns and not all tables."""
    known = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info ({table})")]
    for row in rows:
        kept = {name: value for name, value in row.items() if name in known}
        if kept:
            marks = ", ".join(f":{name}" for name in kept)
            query = f"INSERT INTO {table} ({', '.join(kept)}) VALUES ({marks})"
            connection.execute(text(query), kept)


def test_what_older_tables_lack_is_taken_from_the_documents(
    tmp_path: Path, report: Document
) -> None:
    first, *others = report.statements
    known = msgspec.structs.replace(first, certainty="alleged")
    span = first.content_spans[0]
    full = msgspec.structs.replace(
        report,
        statements=(known, *others),
        events=(
            Event(id="e-1", type="ASSAULT", anchor_spans=(span,), mode="shelling", main=True),
            Event(id="e-2", type="ASSAULT", anchor_spans=(span,), realis="future"),
        ),
        codes=(Code(span=span, scheme="plover", code="ASSAULT", score=0.5, reasons=("a", "b")),),
    )
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    engine = engine_for(old, create=True, wait=1)
    migrate(engine, old, upto=4)
    with writing(engine, old) as connection:
        for table, values in rows_of(full):
            _insert_as_then(connection, table.name, values)
    engine.dispose()
    Ledger(old).close()
    with Ledger(new) as ledger:
        ledger.add(full)
    for query in (
        "SELECT id, certainty FROM statements ORDER BY position",
        "SELECT id, type, mode, realis, main FROM events ORDER BY position",
        "SELECT * FROM codes",
        "SELECT statement, certainty FROM claims ORDER BY position",
        "SELECT event, words, mode, realis, main, place_score FROM happenings ORDER BY event",
    ):
        was, now = (sqlite3.connect(path).execute(query).fetchall() for path in (old, new))
        assert was == now != [], query


def test_stories_of_an_older_form_are_made_again(tmp_path: Path, report: Document) -> None:
    path = tmp_path / "l.db"
    with Ledger(path) as ledger:
        ledger.add(report)
        (before,) = ledger.stories()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("UPDATE story_reports SET profile = x'00'")
    (anew,) = (step for step in migrations() if step.title == "stories-anew")
    for statement in anew.statements:
        if "story_" in statement:
            connection.execute(statement)
    connection.commit()
    connection.close()
    with Ledger(path) as ledger:
        assert ledger.stories() == [before]


def test_a_step_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "l.db"
    bad = msgspec.structs.replace(
        migrations()[0], number=2, statements=("CREATE TABLE half (a TEXT)", "CREATE NONSENSE")
    )
    monkeypatch.setattr("accordingto.ledger.migrations.migrations", lambda: (migrations()[0], bad))
    with pytest.raises(LedgerError):
        Ledger(path)
    connection = sqlite3.connect(path)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    assert connection.execute("SELECT max(number) FROM schema_version").fetchone() == (1,)
    connection.close()
    assert "half" not in names


def test_a_step_that_another_process_has_done_is_not_done_again(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    engine = engine_for(path, create=True, wait=1)
    for step in (*migrations(), *migrations()):
        run_step(engine, path, step)
    engine.dispose()
    Ledger(path).close()


def test_a_writer_has_the_lock_from_its_first_moment(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    engine = engine_for(path, create=True, wait=1)
    migrate(engine, path)
    other = sqlite3.connect(path, timeout=0, isolation_level=None)
    with writing(engine, path), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()
    engine.dispose()


def test_a_ledger_of_a_newer_form_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    Ledger(path).close()
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO schema_version VALUES (999, 'from-the-future')")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=r"newer version of accordingto.*Update"):
        Ledger(path)
    assert path.read_bytes() == before


def test_the_tables_are_those_that_the_queries_are_written_for(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    Ledger(path).close()
    made = inspect(create_engine(f"sqlite:///{path}"))
    for table in schema.metadata.tables.values():
        # SQLite reports its integer keys as nullable, which they are not.
        assert [
            (column["name"], KINDS[str(column["type"])], column["nullable"])
            for column in made.get_columns(table.name)
            if column["name"] not in table.primary_key.columns
        ] == [
            (column.name, type(column.type), column.nullable)
            for column in table.columns
            if not column.primary_key
        ], table.name
        assert made.get_pk_constraint(table.name)["constrained_columns"] == [
            column.name for column in table.primary_key.columns
        ], table.name
        assert {
            (tuple(key["constrained_columns"]), key["referred_table"])
            for key in made.get_foreign_keys(table.name)
        } == {
            (tuple(key.column_keys), key.referred_table.name)
            for key in table.foreign_key_constraints
        }, table.name
    assert set(made.get_view_names()) == {"claims", "conflicts", "tolls", "happenings"}
    view = {column["name"] for column in made.get_columns("claims")}
    assert {column.name for column in schema.claims.columns} == view


def test_people_see_joined_tables(tmp_path: Path, report: Document) -> None:
    path = tmp_path / "l.db"
    with Ledger(path) as ledger:
        ledger.add(report)
    connection = sqlite3.connect(path)
    query = "SELECT source, kind, words, against, against_words FROM conflicts"
    assert connection.execute(query).fetchall() == [
        (
            "Osterhafen",
            "denies",
            "shelling Marrow Bridge",
            "Ilse Varga",
            "that at least 12 dockers were killed at Marrow Bridge",
        )
    ]
    query = "SELECT what, figure, value, low, high, unit, source FROM tolls"
    assert connection.execute(query).fetchall() == [
        ("killed", "at least 12", 12.0, 12.0, None, "dockers", "Ilse Varga")
    ]
    query = "SELECT source, act, words, via, outlet FROM claims WHERE statement = 's-toll'"
    (row,) = connection.execute(query).fetchall()
    assert row[0] == "Ilse Varga"
    assert row[3:] == ("Radio Lagune", "The Lagoon Courier")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear ledger, " * 100)
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE schema_version (number INTEGER)")
    connection.commit()
    connection.close()
    for path, reason in ((letter, "no SQLite file"), (other, "another program")):
        before = path.read_bytes()
        with pytest.raises(LedgerError, match=reason):
            Ledger(path)
        assert path.read_bytes() == before


def test_paths_that_cannot_be_ledgers(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger(tmp_path)
    with pytest.raises(LedgerError, match="does not exist"):
        Ledger(tmp_path / "none" / "l.db")
    with pytest.raises(LedgerError, match="accordingto add"):
        Ledger(tmp_path / "l.db", create=False)
    assert not (tmp_path / "l.db").exists()
    for place in (":memory:", "a\x00b", "sqlite://", "sqlite:///:memory:", "nonsense://x", "://"):
        with pytest.raises(LedgerError):
            open_ledger(place)
    with pytest.raises(LedgerError, match="not supported yet"):
        open_ledger("postgresql://host/name")


@pytest.mark.parametrize("name", ["with space?.db", "ünï #1%.db"])
def test_odd_names_and_urls_open(tmp_path: Path, report: Document, name: str) -> None:
    with Ledger(tmp_path / name) as ledger:
        ledger.add(report)
    assert (tmp_path / name).is_file()


def test_a_url_is_the_same_as_its_path(tmp_path: Path, report: Document) -> None:
    with Ledger(f"sqlite:///{tmp_path}/l.db") as ledger:
        ledger.add(report)
    with Ledger(tmp_path / "l.db", create=False) as ledger:
        assert ledger.count() == 1


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_folder_without_write_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(LedgerError, match="may write"):
            Ledger(tmp_path / "l.db")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("message", "advice"),
    [
        ("attempt to write a readonly database", "where you may write"),
        ("unable to open database file", "you may write there"),
        ("database is locked", "Wait for it to end"),
        ("database or disk is full", "Make room"),
        ("database disk image is malformed", "Restore it"),
        ("no such table: documents", "Check that it is one"),
    ],
)
def test_database_errors_come_with_advice(message: str, advice: str) -> None:
    assert advice in explain(Path("l.db"), message)


def test_a_locked_ledger_says_so_and_can_still_be_read(tmp_path: Path, variant: Variant) -> None:
    path = tmp_path / "l.db"
    with Ledger(path) as ledger:
        ledger.add(variant(1))
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    store = SqliteLedger(path, wait=0.05)
    with pytest.raises(LedgerError, match="in use by another program"):
        store.add(variant(2))
    assert store.count() == 1
    holder.execute("ROLLBACK")
    holder.close()
    assert store.add(variant(2)) == "added"
    store.close()


ADDER = """
import sys, msgspec
from accordingto.ledger.ledger import Ledger
from accordingto.records.document import Document
documents = msgspec.json.decode(sys.stdin.buffer.read(), type=list[Document])
with Ledger(sys.argv[1]) as ledger:
    print(",".join(ledger.add(document) for document in documents))
"""


def test_two_processes_may_make_and_fill_one_ledger_at_once(
    tmp_path: Path, variant: Variant
) -> None:
    path = tmp_path / "l.db"
    documents = [variant(n) for n in range(1, 9)]
    source = str(Path(__file__).parents[2] / "src")
    environment = {**os.environ, "PYTHONPATH": source}
    adders = [
        subprocess.Popen(
            [sys.executable, "-c", ADDER, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        for _ in range(2)
    ]
    said = []
    for adder in adders:
        assert adder.stdin is not None
        adder.stdin.write(msgspec.json.encode(documents))
        adder.stdin.close()
    for adder in adders:
        assert adder.stdout is not None
        assert adder.stderr is not None
        said.append(adder.stdout.read().decode().strip().split(","))
        problem = adder.stderr.read().decode()
        assert adder.wait() == 0, problem
    for first, second in zip(*said, strict=True):
        assert sorted((first, second)) == ["added", "unchanged"]
    with Ledger(path) as ledger:
        assert sorted(document.id for document in ledger) == [d.id for d in documents]
        assert len(list(ledger.claims())) == 24
