"""What holds for every text, however odd: spans, order, parents, determinism."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading import article_of, english, reading_of

from accordingto.language.engine import Engine
from accordingto.language.read import read_language
from accordingto.records.statement import Statement
from accordingto.statements.attribute import attribute

_PIECES = [
    "Lum said", "the army", "he added", "according to", "“", "”", '"', "'", ",", ".", ":", ";", "—",
    "denied", "which Lira denies", "that", "the port", "was shut", "claims", "called on", "to go",
    "\n", "reportedly", "(", ")", "who", "accused", "of lying", "Radio Ores reported", "citing",
    "a claim", "saying", "was quoted as", "?", "!", "\n\n", "if", "not", "No one", "🚢", "é",
    "\xa0Ada", "\u200bLum", "Lum\xa0 ",
]  # fmt: skip


def read(text: str, engine: Engine | None) -> tuple[Statement, ...]:
    article = article_of(text)
    return attribute(article, read_language(article, engine))


def check(text: str, statements: tuple[Statement, ...]) -> None:
    by_id = {s.id: s for s in statements}
    assert len(by_id) == len(statements)
    for s in statements:
        assert s.content_spans
        assert 0.0 <= s.score <= 1.0
        assert s.reasons
        spans = [*s.content_spans, *s.via_spans]
        spans += [x for x in (s.source_span, s.cue_span, s.via_cue_span) if x is not None]
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
        for first, second in zip(s.content_spans, s.content_spans[1:], strict=False):
            assert first.end <= second.start
        seen = {s.id}
        parent = s.parent
        while parent is not None:
            assert parent in by_id
            assert parent not in seen
            seen.add(parent)
            parent = by_id[parent].parent


_TEXTS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=40).map(" ".join)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_whatever_the_text_the_statements_are_sound(text: str) -> None:
    statements = read(text, english())
    check(text, statements)
    assert statements == read(text, english())


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_without_an_engine_quotations_are_all_there_is(text: str) -> None:
    statements = read(text, None)
    check(text, statements)
    for s in statements:
        assert s.quote == "direct"
        assert s.source_span is None
        assert s.cue_span is None
        assert s.score < 0.5


def test_an_unserved_language_gives_long_quotations_and_says_why() -> None:
    text = "Der Kapitän sagte: „Wir haben nichts gehört.“ Das „Boot“ sank."
    (only,) = read(text, None)
    assert only.content_spans[0].of(text) == "Wir haben nichts gehört."
    assert "no engine" in only.reasons[0]


def test_a_page_that_nests_without_end_is_read() -> None:
    text = "he said that " * 300 + "the port was shut."
    check(text, read(text, english()))


def test_nothing_is_said_in_furniture() -> None:
    text = "Sign up now, says the Gazette.\nThe port was shut."
    article = article_of(text, roles={1: "boilerplate"})
    assert attribute(article, reading_of(article)) == ()
