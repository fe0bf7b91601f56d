"""A headline's second clause has a speaker of its own."""

from pathlib import Path

from accordingto.library import read_html

SAMPLES = Path(__file__).parents[2] / "samples" / "varlesk"


def test_a_verb_has_no_subject_beyond_a_semicolon() -> None:
    document = read_html((SAMPLES / "merinform.html").read_bytes().decode("cp1252"))
    refuted = next(s for s in document.statements if "refutes" in s.cue_span.of(document.text))
    assert refuted.source_span is not None
    assert refuted.source_span.of(document.text) == "Defence Ministry"
