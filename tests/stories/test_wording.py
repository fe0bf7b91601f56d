"""How texts are worded: words of general kinds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.stories.posture import Scorer, grams
from accordingto.stories.stance import measured
from accordingto.stories.wording import claim_wording, text_wording
from accordingto.tables import table

KINDS = list(table("accordingto.stories", "posture_words.toml"))
CASES = {
    "fake": "The picture was doctored, and the quote is a hoax",
    "untrue": "The story isn't true",
    "refusal": "The mayor dismissed it",
    "negated_verb": "The bridge did not fall",
    "correction": "The paper retracted its report",
    "no_evidence": "There is no credible evidence of a fire",
    "unconfirmed": "It has not yet been independently confirmed",
}


def test_words_of_a_kind_are_counted_in_claims() -> None:
    for kind, claim in CASES.items():
        assert claim_wording(claim)[KINDS.index(kind)] >= 1, kind
    assert not claim_wording("Ferry sinks off Port Alden with ninety aboard").any()


def test_parts_of_words_are_no_words() -> None:
    assert not claim_wording("Notary of Nowell pays for a knot and a coat of arms").any()


def test_both_ends_of_an_article_count_apart() -> None:
    plain = ["The ferry sank off Port Alden."] * 4
    at, kinds = KINDS.index("fake"), len(KINDS)
    first, last = (
        text_wording(s) for s in (["A hoax it was.", *plain], [*plain, "A hoax it was."])
    )
    assert first[at] == last[at] > 0
    assert first[2 * kinds + at] == 1 > last[2 * kinds + at]
    assert first[3 * kinds + at] > 0 == last[3 * kinds + at]
    assert last[4 * kinds + at] > 0 == first[4 * kinds + at]


def test_a_longer_article_of_the_same_words_is_not_the_surer() -> None:
    short, longer = grams("the ferry sank"), grams("the ferry sank and " * 40 + "was towed in")
    keys = np.array(short, dtype=np.uint32)
    weights, signs = np.ones(len(keys)), np.zeros(1)
    even = Scorer(keys, weights, signs, 0.0, long=True)
    plain = Scorer(keys, weights, signs, 0.0)
    assert even.logit(short, signs) > even.logit(longer, signs) > 0
    assert plain.logit(short, signs) == plain.logit(longer, signs)


@given(st.text(max_size=300))
def test_any_text_has_as_many_signs(text: str) -> None:
    assert measured(text).wording.shape == (5 * len(KINDS),)
    assert claim_wording(text).shape == (len(KINDS),)
    assert np.isfinite(measured(text).wording).all()
