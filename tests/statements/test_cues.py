"""The cue lexicon: well formed, large enough, and with the acts that it should have."""

from typing import get_args

import pytest

from accordingto.records.statement import Act
from accordingto.statements.cues import Cue, lexicon, parse_lexicon

_FRAMES = {
    "clause", "quote", "object", "as", "name", "to", "object-to", "gerund", "claim", "prep",
    "of", "for", "about", "number", "cause", "tally",
}  # fmt: skip


def _all() -> list[Cue]:
    words = lexicon()
    return [c for cues in (*words.verbs.values(), *words.nouns.values()) for c in cues]


def test_the_lexicon_is_large_enough() -> None:
    assert len(lexicon().verbs) >= 300
    assert len(lexicon().nouns) >= 50


def test_every_cue_has_a_known_act_frames_and_a_strength() -> None:
    for cue in _all():
        assert cue.act in get_args(Act)
        assert 0.0 < cue.strength <= 1.0
        assert cue.frames
        assert cue.frames <= _FRAMES


def test_a_prepositional_cue_has_its_preposition() -> None:
    for (lemma, particle), cues in lexicon().verbs.items():
        for cue in cues:
            assert "prep" not in cue.frames or particle, lemma


@pytest.mark.parametrize(
    ("lemma", "particle", "act"),
    [
        ("say", "", "assert"),
        ("deny", "", "deny"),
        ("confirm", "", "confirm"),
        ("condemn", "", "condemn"),
        ("praise", "", "praise"),
        ("vow", "", "promise"),
        ("threaten", "", "threaten"),
        ("warn", "", "predict"),
        ("call", "on", "demand"),
        ("call", "for", "demand"),
        ("decline", "", "decline"),
        ("accuse", "", "accuse"),
    ],
)
def test_a_word_does_what_it_says(lemma: str, particle: str, act: str) -> None:
    assert any(cue.act == act for cue in lexicon().verbs[lemma, particle])


def test_a_missing_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        parse_lexicon({"verbs": []})
