"""Search and lists of claims: what is found, in which order, and that no query breaks them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accordingto.errors import LedgerError
from accordingto.ledger.ledger import Ledger
from accordingto.ledger.terms import terms_of
from accordingto.records.document import Document

Variant = Callable[..., Document]


@pytest.fixture
def ledger(tmp_path: Path, report: Document) -> Iterator[Ledger]:
    with Ledger(tmp_path / "l.db") as opened:
        opened.add(report)
        yield opened


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, report: Document) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("filled") / "l.db") as opened:
        opened.add(report)
        yield opened


def test_a_hit_has_the_exact_words_and_whose_they_are(ledger: Ledger, report: Document) -> None:
    (hit,) = ledger.search("dockers killed")
    assert hit.found_in == "statement"
    assert (hit.document, hit.statement) == (report.id, "s-toll")
    assert (hit.source, hit.act, hit.score) == ("Ilse Varga", "assert", 0.8)
    assert (hit.outlet, hit.published) == (report.outlet, report.published)
    assert hit.words == ("that at least 12 dockers were killed at Marrow Bridge",)
    assert [span.of(report.text) for span in hit.spans] == list(hit.words)


def test_a_content_in_two_pieces_keeps_both(ledger: Ledger) -> None:
    (hit,) = ledger.search("fired rebels")
    assert hit.words == ("We fired nothing,", "and the so-called rebels know it.")


def test_the_speakers_names_are_searched_too(ledger: Ledger) -> None:
    assert {hit.statement for hit in ledger.search("varga")} == {"s-toll"}
    assert {hit.statement for hit in ledger.search("Osterhafen") if hit.statement} == {
        "s-head",
        "s-fired",
    }


def test_the_outlets_own_words_come_after_statements(ledger: Ledger, report: Document) -> None:
    (hit,) = ledger.search("ferry spring")
    assert (hit.found_in, hit.statement, hit.source, hit.act) == ("text", None, None, None)
    assert hit.spans[0].of(report.text) == hit.words[0]
    kinds = [hit.found_in for hit in ledger.search("the")]
    assert kinds == ["statement", "text"]


def test_a_paragraph_is_not_shown_again_below_its_statement(ledger: Ledger) -> None:
    assert [hit.found_in for hit in ledger.search("marrow bridge")] == ["statement"] * 2


def test_a_headline_outside_the_text_is_found(tmp_path: Path, variant: Variant) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(variant(headline="Lighthouse keeper speaks"))
        (hit,) = ledger.search("lighthouse")
    assert (hit.found_in, hit.words, hit.spans) == ("headline", ("Lighthouse keeper speaks",), ())


def test_site_furniture_is_not_found(tmp_path: Path, variant: Variant) -> None:
    lines = variant().lines
    furniture = (*lines[:3], msgspec.structs.replace(lines[3], role="teaser"))
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(variant(lines=furniture))
        assert ledger.search("ferry") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("DOCKERS", {"s-toll"}),
        ('"were killed at"', {"s-toll"}),
        ('"killed were"', set()),
        ("dock*", {"s-toll"}),
        ("dock", set()),
        ("*", set()),
        ("nothing NOT dockers", set()),
        ("fired OR dockers", set()),
        ("so-called", {"s-fired"}),
        ("words:dockers", set()),
        ('dockers "', {"s-toll"}),
        ('"', set()),
        ("-dockers", {"s-toll"}),
        ("dockers \x00 killed", {"s-toll"}),
        ("", set()),
    ],
)
def test_only_quotes_and_a_final_star_have_a_meaning(
    ledger: Ledger, query: str, found: set[str]
) -> None:
    assert {hit.statement for hit in ledger.search(query) if hit.statement} == found


def test_accents_do_not_matter(ledger: Ledger) -> None:
    assert [hit.found_in for hit in ledger.search("celik cafe")] == ["text"]


@settings(max_examples=300, deadline=None)
@example("NEAR(a b)")
@example('a" OR "b')
@example("{words} : x")
@example("^dockers + killed")
@example("'; DROP TABLE documents; --")
@example('"' * 501)
@example("x " * 5000)
@example("\u0301 \u0301")
@example("\ud800")
@given(st.text(max_size=80) | st.text('"*-^():{}+ANDORTab \x00', max_size=40))
def test_no_query_raises(filled: Ledger, query: str) -> None:
    filled.search(query)
    filled.search(query, limit=1)
    filled.search("bridge", speaker=query)
    assert filled.count() == 1


@given(st.text(max_size=60))
def test_terms_are_quoted_words(query: str) -> None:
    for term in terms_of(query):
        inner = term.removesuffix("*")
        assert inner[0] == inner[-1] == '"'
        assert '"' not in inner[1:-1]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["s-head", "s-toll", "s-fired"]),
        ({"act": "deny"}, ["s-head", "s-fired"]),
        ({"speaker": "varga"}, ["s-toll"]),
        ({"speaker": "colonel varga"}, ["s-toll"]),
        ({"speaker": "harbour ministry"}, ["s-fired"]),
        ({"speaker": "dockers"}, []),
        ({"speaker": "!"}, []),
        ({"speaker": "osterhafen", "act": "assert"}, []),
        ({"outlet": "lagoon"}, ["s-head", "s-toll", "s-fired"]),
        ({"outlet": "%"}, []),
        ({"outlet": "x' OR '1'='1"}, []),
        ({"document": "d-0123"}, ["s-head", "s-toll", "s-fired"]),
        ({"since": "2031-05-17"}, ["s-head", "s-toll", "s-fired"]),
        ({"since": "2031-05-18"}, []),
        ({"until": "2031-05-17"}, ["s-head", "s-toll", "s-fired"]),
        ({"until": "2031-05-16"}, []),
        ({"since": "2031", "until": "2031-05"}, ["s-head", "s-toll", "s-fired"]),
        ({"limit": 1, "offset": 1}, ["s-toll"]),
        ({"limit": 0}, []),
        ({"limit": 10**30}, ["s-head", "s-toll", "s-fired"]),
    ],
)
def test_claims_are_narrowed_down(
    ledger: Ledger, filters: dict[str, object], found: list[str]
) -> None:
    assert [claim.statement for claim in ledger.claims(**filters)] == found


def test_a_claim_can_be_read_alone(ledger: Ledger, report: Document) -> None:
    (claim,) = ledger.claims(speaker="varga")
    assert (claim.source, claim.actor, claim.via) == ("Ilse Varga", "a-varga", "Radio Lagune")
    assert (claim.cue, claim.said_on, claim.quote) == ("said", "2031-05-16", "indirect")
    assert (claim.headline, claim.url) == (report.headline, report.url)


def test_who_says_it_too_is_found_as_a_speaker(tmp_path: Path, report: Document) -> None:
    together = [
        msgspec.structs.replace(s, joint_sources=("a-radio",)) if s.id == "s-fired" else s
        for s in report.statements
    ]
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(msgspec.structs.replace(report, statements=tuple(together)))
        assert [claim.statement for claim in ledger.claims(speaker="lagune")] == ["s-fired"]


def test_newest_first_and_undated_last(tmp_path: Path, variant: Variant) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(variant(1, published=None))
        ledger.add(variant(2, published="2030-01-01"))
        ledger.add(variant(3, published="2031-01-01"))
        order = list(dict.fromkeys(claim.document[-1] for claim in ledger.claims()))
        assert order == ["3", "2", "1"]
        assert [hit.document[-1] for hit in ledger.search("dockers")] == ["3", "2", "1"]
        assert {claim.document[-1] for claim in ledger.claims(since="1900")} == {"2", "3"}


def test_claims_may_be_read_while_others_are_added(tmp_path: Path, variant: Variant) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(variant(1))
        claims = ledger.claims()
        next(claims)
        ledger.add(variant(2))
        assert len(list(claims)) == 2, "the list is of the moment at which it was begun"
        assert len(list(ledger.claims())) == 6


@pytest.mark.parametrize(
    "filters",
    [{"act": "shout"}, {"since": "yesterday"}, {"until": "2031-5-1"}, {"since": "２０３１"}],
)
def test_wrong_filters_say_what_is_right(ledger: Ledger, filters: dict[str, str]) -> None:
    with pytest.raises(LedgerError, match=r"deny|2021-02-27"):
        ledger.search("bridge", **filters)
    with pytest.raises(LedgerError, match=r"deny|2021-02-27"):
        ledger.claims(**filters)
