"""The language stage on whole articles: offsets, sentence cuts, languages without an engine."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import article_of, reading_of

from accordingto.language.read import read_language

AWKWARD = st.text(
    alphabet=st.sampled_from('The mayor said. "we" (go) \r\n\t’“”é\u0301\U0001f600אב\u200f…'),
    max_size=120,
)


def sentences(text: str) -> list[str]:
    article = article_of(text)
    return [s.span.of(text) for s in reading_of(article).sentences]


def test_no_cut_inside_brackets() -> None:
    text = "The Front (it split in 2019. Nobody knows why) denied the report."
    assert sentences(text) == [text]


def test_a_closing_mark_stays_with_its_sentence() -> None:
    found = sentences('"We saw it. It burned." Nobody came to help.')
    assert found[-1] == "Nobody came to help."


def test_lines_broken_in_mid_sentence_are_read_as_one() -> None:
    text = "The ministry said on Friday that\nno aircraft had crossed the river."
    assert sentences(text) == [text]


def test_furniture_is_not_read() -> None:
    article = article_of("Log in to comment\nThe mayor resigned.", roles={1: "boilerplate"})
    assert [s.span.of(article.text) for s in reading_of(article).sentences] == [
        "The mayor resigned."
    ]


def test_without_an_engine_quotations_are_still_found() -> None:
    article = article_of("Le maire a dit : « Nous restons ici ».")
    reading = read_language(article, None)
    assert reading.engine is None
    assert reading.tokens == ()
    assert [q.inner.of(article.text).strip() for q in reading.quotations] == ["Nous restons ici"]


@settings(max_examples=40, deadline=None)
@given(AWKWARD)
def test_tokens_slice_to_their_words(text: str) -> None:
    article = article_of(text)
    reading = reading_of(article)
    for token in reading.tokens:
        assert text[token.start : token.end] == token.text
        assert 0 <= token.head < len(reading.tokens)
    covered = [i for s in reading.sentences for i in range(s.first, s.last)]
    assert covered == list(range(len(reading.tokens)))
