"""Words of views that have to agree with each other."""

import pytest

from accordingto.exports.wording import (
    act_in_words,
    agreeing,
    is_many,
    numbered,
    score_words,
    tolls_words,
    worded,
)
from accordingto.records.facts import Toll
from accordingto.records.span import Span
from accordingto.records.statement import Statement


@pytest.mark.parametrize(
    "name",
    ["rescuers", "two people", "the police", "Local officials", "residents of Orlim",
     "Opposition MPs", "the authorities", "Karsovia’s allies", "Prosecutors", "Police", "I", "We"],
)  # fmt: skip
def test_many(name: str) -> None:
    assert is_many(name)
    assert agreeing(name, "says") == "say"
    assert agreeing(name, "denies") == "deny"
    assert agreeing(name, "claims responsibility") == "claim responsibility"
    assert agreeing(name, "will not say") == "will not say"


@pytest.mark.parametrize(
    "name",
    ["Newsfast", "James", "the ministry of public works", "Hana Virt, the mayor of towns",
     "Northern Relief Society", "the press", "a spokesman for the rescuers", "he", ""],
)  # fmt: skip
def test_one(name: str) -> None:
    assert agreeing(name, "says") == "says"


def test_a_texts_toll_is_told_where_it_is_likely() -> None:
    spans = (Span(0, 3),)
    killed = Toll(what="killed", value=9, spans=spans, score=0.81)
    injured = Toll(what="injured", value=1200, spans=spans, score=0.3)
    assert tolls_words((killed, injured)) == "The text as a whole: 9 killed (score 0.81)"
    assert tolls_words((injured,)) is None


@pytest.mark.parametrize(
    ("cue", "verb"),
    [
        ("flatly denied", "denies"),
        ("rejected", "rejects"),
        ("played down", "plays down"),
        ("said", "says"),
        (None, "denies"),
    ],
)
def test_a_denial_is_named_as_the_text_has_it(cue: str | None, verb: str) -> None:
    assert act_in_words("deny", cue) == verb
    assert act_in_words("assert", cue) == "says"


def test_neighbouring_numbers_are_drawn_together() -> None:
    assert numbered((1, 2, 3, 5, 6, 9)) == "1–3, 5, 6, 9"
    assert numbered(()) == ""


def test_of_very_many_wordings_the_most_used_are_shown() -> None:
    few = (("fire", 1), ("blaze", 2))
    assert worded(few) == "“fire”, “blaze” ×2"
    many = (*((f"w{at}", 1) for at in range(20)), ("shelling", 3))
    assert worded(many).startswith("“w0”, “w1”")
    assert worded(many).endswith("“shelling” ×3 and 13 more wordings")


@pytest.mark.parametrize(
    ("score", "told"), [(0.9, None), (0.71, "score 0.71"), (0.5, "unsure, score 0.50")]
)
def test_what_is_unsure_is_called_so(score: float, told: str | None) -> None:
    assert score_words(Statement(id="s", score=score)) == told
