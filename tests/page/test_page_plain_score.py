"""The scores of pieces of a plain text: their columns, and what is made of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.page.forest import UNITS
from accordingto.page.plain import score
from accordingto.page.plain.columns import column_names, table_of, title_names, title_table
from accordingto.page.plain.context import look_at
from accordingto.page.plain.lines import split_lines
from accordingto.page.plain.pieces import cut
from accordingto.page.plain.read import read_plain
from accordingto.page.plain.score import Scorer, around, shipped
from accordingto.records.capture import Capture

LINES = st.sampled_from(
    [
        "Home", "Sign up for our newsletter", "Barges burn in Port Velm", "By Ana Orlo",
        "Two grain barges burned in the harbour of Port Velm on Tuesday, the coast guard said.",
        "3 May 2021", "The Velm Front denied it.", "Photo: Per Dane / TPA", "…",
        "洪水が町を襲った。", "Read more: Talks end", "© 2021 Velm Post", "What do you think?",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES, min_size=1, max_size=30).map("\n".join)


def _article(text: str, scorer: Scorer | None = None) -> list[tuple[str, str]]:
    capture = Capture(
        source="t", media="text", content=text, sha256="", charset="utf-8", charset_reason="given"
    )
    return [(s.role, s.span.of(text)) for s in read_plain(capture, scorer).segments]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_piece_has_a_finite_number_in_every_column(text: str) -> None:
    pieces = cut(text, split_lines(text))
    traits, echo, layout = look_at(text, pieces)
    table = table_of(pieces, traits, echo, layout)
    assert table.shape == (len(column_names()), len(pieces))
    chances = shipped().chances(table)
    assert all(0.0 <= chance <= 1.0 for chance in chances)
    titles = title_table(traits, echo, layout, chances)
    assert titles.shape == (len(title_names()), len(pieces))
    assert np.isfinite(table).all()
    assert np.isfinite(titles).all()
    assert len(shipped().titles(np.concatenate([table, titles]))) == len(pieces)


def test_a_long_text_is_scored_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    table = np.random.default_rng(7).normal(size=(len(column_names()), 50)).astype(np.float32)
    whole = shipped().chances(table)
    monkeypatch.setattr(score, "_AT_ONCE", 7)
    assert shipped().chances(table) == whole


def test_what_stands_around_the_only_piece() -> None:
    found = around(np.array([2 * UNITS]), np.array([20.0]))
    assert found.shape[1] == 1
    assert np.isfinite(found).all()


def test_a_model_that_finds_no_text_leaves_it_to_the_wording() -> None:
    # One tree of one leaf below zero: nothing is text, and nothing is the headline.
    never = [([0], [1e9], [-9 * UNITS, 0])]
    scorer = Scorer({"fits": 1, "first": never, "second": never, "title": never})
    line = "Two grain barges burned in the harbour of Port Velm on Tuesday, the coast guard said."
    assert ("body", line) in _article(f"Barges burn\n{line}\n{line[:-1]} again.", scorer)
    assert "headline" not in {role for role, _ in _article(f"Barges burn\n{line}", scorer)}
