"""The engine over the encoder's vectors: plain sentences are read as a parser would, and any text
gives whole tokens, trees and sentences."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.encoder.model import encoder_for
from accordingto.language.engine import Parsed
from accordingto.language.quotations import find_quotations
from accordingto.language.trained import syntax
from accordingto.language.trained.engine import load_trained
from accordingto.records.span import Span


def parse(text: str) -> Parsed:
    encoder = encoder_for("en")
    assert encoder is not None
    block = Span(0, len(text))
    encoding = encoder.encode(text, [block], find_quotations(text, [block]))
    (parsed,) = load_trained().parse(text, [block], encoding)
    return parsed


def relations(text: str) -> dict[str, tuple[str, str]]:
    tokens = parse(text).tokens
    return {t.text: (t.dep, tokens[t.head].text) for t in tokens}


def test_who_says_what() -> None:
    found = relations("The ministry said its forces had taken no part in the raid.")
    assert found["ministry"] == ("nsubj", "said")
    assert found["taken"] == ("ccomp", "said")
    assert found["forces"] == ("nsubj", "taken")
    assert found["said"] == ("ROOT", "said")


def test_a_word_cut_in_two_has_two_tokens() -> None:
    tokens = {t.text: t for t in parse("The army didn’t deny it.").tokens}
    assert tokens["did"].tag == "VBD"
    assert tokens["n’t"].lemma == "not"
    assert tokens["n’t"].dep == "neg"


def test_names_are_entities() -> None:
    text = "Jana Orlik flew to Paris on Friday, a United Nations official said."
    found = {e.span.of(text): e.label for e in parse(text).entities}
    assert found["Jana Orlik"] == "PERSON"
    assert found["Paris"] == "GPE"
    assert found["Friday"] == "DATE"


def test_sentences_begin_behind_stops() -> None:
    text = "The U.S. envoy left at 5 p.m. on Monday. Nobody saw Mr. Lum. Why?"
    parsed = parse(text)
    starts = [parsed.tokens[i].text for i in parsed.sentence_starts]
    assert starts == ["The", "Nobody", "Why"]


@settings(max_examples=60)
@given(st.text(alphabet="Abc dé.“”’'-\n\u00a05,م中🙂", max_size=80))
def test_any_text_gives_whole_trees(text: str) -> None:
    parsed = parse(text)
    covered = "".join(t.text for t in parsed.tokens)
    assert covered.replace(" ", "") == text.replace(" ", "") or not any(map(str.isalnum, text))
    bounds = [*parsed.sentence_starts, len(parsed.tokens)]
    for first, last in pairwise(bounds):
        roots = [t for t in parsed.tokens[first:last] if t.head == t.index]
        assert len(roots) == 1
        assert all(first <= t.head < last for t in parsed.tokens[first:last])
        assert roots[0].dep in ("ROOT", "dep")
    for token in parsed.tokens:
        assert text[token.start : token.end] == token.text


def test_a_long_text_reads_the_same_in_pieces(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    text = "The mayor said the bridge was shut. The army denied it. " * 20
    whole = parse(text)
    monkeypatch.setattr(syntax, "_PIECE", 64)
    assert parse(text) == whole
