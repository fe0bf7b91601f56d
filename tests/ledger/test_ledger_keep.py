"""Keeping documents: whole or not at all, once for each version, and as they were."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.errors import LedgerError
from accordingto.ledger import index, rows
from accordingto.ledger.base import RefusedDocument
from accordingto.ledger.ledger import Ledger
from accordingto.ledger.versions import supersedes
from accordingto.records.document import Document
from accordingto.records.facts import Actor
from accordingto.records.span import Span
from accordingto.records.statement import Relation, Statement

Variant = Callable[..., Document]

INDEXES = ("statement_search", "line_search", "headline_search")


def dump(path: Path) -> list[str]:
    """All of the file's content as SQL, the statistics for the query planner aside."""
    with sqlite3.connect(path) as connection:
        found = [line for line in connection.iterdump() if "sqlite_stat" not in line]
    connection.close()
    return found


def check(path: Path) -> None:
    """The file is whole, its references hold, and its indexes say what its tables say."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for name in INDEXES:
        connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
    connection.close()


def test_a_document_comes_back_equal_and_as_the_same_bytes(
    tmp_path: Path, report: Document
) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        assert ledger.add(report) == "added"
        found = ledger.document(report.id)
        assert list(ledger) == [report]
    assert found == report
    assert msgspec.json.encode(found) == msgspec.json.encode(report)
    check(tmp_path / "l.db")


def test_adding_again_changes_nothing(tmp_path: Path, report: Document) -> None:
    path = tmp_path / "l.db"
    with Ledger(path) as ledger:
        ledger.add(report)
    before = dump(path)
    with Ledger(path) as ledger:
        assert ledger.add(report) == "unchanged"
        assert ledger.has(report.id, report.version)
        assert ledger.count() == 1
    assert dump(path) == before


def test_a_newer_version_replaces_all_rows(tmp_path: Path, variant: Variant) -> None:
    path = tmp_path / "l.db"
    old = variant()
    new = variant(
        version="0.10.0",
        statements=old.statements[1:2],
        relations=(),
        events=(),
        figures=(),
        headline="Toll at the bridge",
    )
    with Ledger(path) as ledger:
        ledger.add(variant(1))
        ledger.add(old)
        assert not ledger.has(old.id, "0.10.0")
        assert ledger.add(new) == "updated"
        assert ledger.add(old) == "unchanged", "an older version does not bring its rows back"
        assert ledger.document(old.id) == new
        assert [c.statement for c in ledger.claims(document=old.id)] == ["s-toll"]
        assert [h.document for h in ledger.search("fired", act="deny")] == [variant(1).id]
        assert ledger.count() == 2
    check(path)
    fresh = tmp_path / "fresh.db"
    with Ledger(fresh) as ledger:
        ledger.add(variant(1))
        ledger.add(new)
    tables = [line for line in dump(fresh) if "_search" not in line]
    kept = [line for line in dump(path) if "_search" not in line]
    assert len(kept) == len(tables)


@pytest.mark.parametrize(
    ("new", "old", "wins"),
    [
        ("0.10.0", "0.9.0", True),
        ("0.9.0", "0.10.0", False),
        ("1.0", "1.0", False),
        ("1.0", "1.0rc1", True),
        ("house build", "1.0", True),
        ("1.0", "house build", True),
    ],
)
def test_versions_are_compared_as_versions(new: str, old: str, wins: bool) -> None:
    assert supersedes(new, old) is wins


def test_a_crash_in_the_middle_leaves_the_ledger_whole(
    tmp_path: Path, variant: Variant, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "l.db"
    with Ledger(path) as ledger:
        ledger.add(variant(1))
    before = dump(path)

    def crash(*_: object) -> None:
        raise RuntimeError("power cut")

    with Ledger(path) as ledger:
        with monkeypatch.context() as patch:
            patch.setattr(index, "fill", crash)  # all rows are written by then
            with pytest.raises(RuntimeError):
                ledger.add(variant(2))
            with pytest.raises(RuntimeError):
                ledger.add(variant(1, version="9.0"))
        assert list(ledger) == [variant(1)]
        assert dump(path) == before
        assert ledger.add(variant(2)) == "added"
    check(path)


def test_a_document_that_contradicts_itself_is_refused_whole(
    tmp_path: Path, variant: Variant
) -> None:
    good = variant()
    ghost = Statement(id="s-ghost", source="a-nobody")
    broken = (
        variant(1, statements=(*good.statements, ghost)),
        variant(2, relations=(Relation(origin="s-head", target="s-none", kind="denies", score=1),)),
        variant(3, statements=(*good.statements, good.statements[0])),
        variant(4, figures=tuple(msgspec.structs.replace(f, statement="?") for f in good.figures)),
        variant(5, headline="half \ud83d a character"),
    )
    path = tmp_path / "l.db"
    with Ledger(path) as ledger:
        ledger.add(good)
        before = dump(path)
        for document in broken:
            with pytest.raises(RefusedDocument, match="cannot be kept"):
                ledger.add(document)
        assert dump(path) == before


def test_two_documents_with_one_id_are_not_taken_for_one(tmp_path: Path, variant: Variant) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(variant())
        with pytest.raises(RefusedDocument, match="another document"):
            ledger.add(variant(sha256="0" * 64, version="9.9"))


def test_an_inner_statement_may_stand_before_the_one_around_it(
    tmp_path: Path, variant: Variant
) -> None:
    outer = Statement(id="s-outer")
    inner = Statement(id="s-inner", parent="s-outer")
    plain = {"relations": (), "figures": (), "events": ()}
    with Ledger(tmp_path / "l.db") as ledger:
        assert ledger.add(variant(statements=(inner, outer), **plain)) == "added"


def test_references_are_enforced_and_follow_a_deletion(tmp_path: Path, report: Document) -> None:
    path = tmp_path / "l.db"
    with Ledger(path) as ledger:
        ledger.add(report)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO notes VALUES ('d-none', 0, 'c', 'm', NULL, NULL, NULL)")
    for name in INDEXES:
        connection.execute(f"DROP TABLE {name}")
    connection.execute("DELETE FROM documents")
    names = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' "
            "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%rulings' "
            "AND name NOT IN ('schema_version', 'story_terms')"
        )
    ]
    assert len(names) == 21
    for name in names:
        assert connection.execute(f"SELECT count(*) FROM {name}").fetchone() == (0,), name
    connection.close()


def test_every_row_holds_the_words_that_its_span_points_at(
    tmp_path: Path, report: Document
) -> None:
    path = tmp_path / "l.db"
    with Ledger(path) as ledger:
        ledger.add(report)
    connection = sqlite3.connect(path)
    seen = 0
    for name in ("lines", "mentions", "contents", "carriers", "figures", "times", "labels"):
        query = f"SELECT start_at, end_at, words FROM {name}"
        for start, end, words in connection.execute(query):
            assert report.text[start:end] == words
            seen += 1
    connection.close()
    assert seen == 4 + 4 + 4 + 1 + 1 + 1 + 1


@pytest.mark.parametrize("wanted", ["d-0123456789ab", "d-012", "pages/harbour.txt", "pages/har"])
def test_a_document_is_found_by_id_or_source_or_their_beginning(
    tmp_path: Path, variant: Variant, wanted: str
) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(variant())
        ledger.add(variant(7, source="pages/harbour.txt.old"))
        if wanted == "pages/har":
            with pytest.raises(LedgerError, match=r"several documents.*d-000000000007"):
                ledger.document(wanted)
        else:
            assert ledger.document(wanted) == variant()


@pytest.mark.parametrize("wanted", ["", "d-9", "%", "_", "' OR 1=1 --", "\ud800", "\x00"])
def test_an_unknown_document_is_an_error_that_says_so(
    tmp_path: Path, report: Document, wanted: str
) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(report)
        with pytest.raises(LedgerError):
            ledger.document(wanted)


def test_a_document_of_another_contract_says_how_to_go_on(tmp_path: Path, report: Document) -> None:
    path = tmp_path / "l.db"
    with Ledger(path) as ledger:
        ledger.add(report)
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE documents SET json = '{}'")
        connection.close()
        with pytest.raises(LedgerError, match="Add it again"):
            ledger.document(report.id)


def test_iteration_reads_page_by_page(tmp_path: Path, variant: Variant) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        for n in range(1, 54):
            ledger.add(variant(n))
        assert [document.source for document in ledger] == [f"pages/{n}.txt" for n in range(1, 54)]


any_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@settings(max_examples=25, deadline=None)
@given(
    text=any_text,
    name=any_text,
    cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4),
    score=st.floats(0, 1),
)
def test_any_text_comes_back_as_it_was(
    text: str, name: str, cuts: list[tuple[int, int]], score: float, tmp_path_factory
) -> None:
    spans = tuple(Span(min(pair), max(pair)) for pair in cuts if max(pair) <= len(text))
    document = Document(
        **dict.fromkeys(("headline", "standfirst", "published", "modified")),
        **dict.fromkeys(("outlet", "url", "language", "genre")),
        **dict.fromkeys(("authors", "images", "links", "lines", "relations", "figures"), ()),
        **dict.fromkeys(
            ("quantities", "tolls", "events", "places", "demonyms", "times", "durations"), ()
        ),
        **dict.fromkeys(("labels", "notes"), ()),
        id="d-1",
        source=name,
        sha256="0",
        version="1",
        contract="1",
        text=text,
        actors=(Actor(id="a", kind="group", name=name, mentions=spans),),
        statements=(Statement(id="s", source="a", content_spans=spans, score=score),),
    )
    path = tmp_path_factory.mktemp("any") / "l.db"
    with Ledger(path) as ledger:
        ledger.add(document)
        assert ledger.document("d-1") == document
        (claim,) = ledger.claims()
    assert claim.spans == spans
    assert claim.words == tuple(text[span.start : span.end] for span in spans)
    check(path)


@given(st.integers() | st.floats(allow_nan=False) | st.none())
def test_any_figure_fits_a_column(value: float | None) -> None:
    found = rows._real(value)
    assert found is None if value is None else isinstance(found, float)
