"""What reports tell together: what holds for any votes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.records.facts import Toll, TollOption
from accordingto.stories.toll_votes import (
    INJURED,
    KILLED,
    Vote,
    candidates,
    features_of,
    features_of_both,
)
from accordingto.stories.tolls_likely import vote_of, weighed
from accordingto.tables import table

SHARES = st.integers(min_value=5, max_value=100).map(lambda hundredths: hundredths / 100)
COUNTS = st.integers(min_value=0, max_value=40)
PAIRS = st.lists(
    st.tuples(st.tuples(COUNTS, COUNTS), SHARES), max_size=5, unique_by=lambda pair: pair[0]
)
VOTES = st.lists(st.builds(Vote, PAIRS), min_size=1, max_size=6)


@given(VOTES)
def test_nobody_and_what_is_told_are_weighed(votes: list[Vote]) -> None:
    for side in (KILLED, INJURED):
        found = candidates(votes, side)
        told = {value for vote in votes for value in vote[side]}
        assert 0 in found
        assert found == sorted(set(found))
        assert set(found) <= told | {0}


@given(VOTES)
def test_each_number_and_pair_has_finite_features(votes: list[Vote]) -> None:
    rows = [features_of(votes, side, value) for side in (0, 1) for value in (0, 1, 7)]
    rows.append(features_of_both(votes, 1, 2))
    assert all(abs(number) < 1e3 for row in rows for number in row.values())


@given(VOTES)
def test_the_likeliest_is_told_of_and_as_likely_as_a_probability(votes: list[Vote]) -> None:
    weights = table("accordingto.stories", "likely_tolls.toml")
    best, shares = weighed(votes, weights)
    assert all(best[side] in candidates(votes, side) for side in (KILLED, INJURED))
    assert all(0 < share <= 1 for share in shares)


def test_all_of_one_mind_are_believed() -> None:
    votes = [Vote([((2, 4), 0.8), ((2, 5), 0.1)])] * 3
    assert weighed(votes, table("accordingto.stories", "likely_tolls.toml"))[0] == (2, 4)


def test_what_one_article_leaves_open_another_settles() -> None:
    weights = table("accordingto.stories", "likely_tolls.toml")
    open_still = Vote([((1, 0), 0.5), ((1, 1), 0.45)])
    clear = Vote([((1, 1), 0.9), ((1, 0), 0.05)])
    assert weighed([open_still, clear], weights)[0] == (1, 1)


def test_a_document_read_by_an_older_version_votes_with_its_numbers_apart() -> None:
    tolls = [
        Toll(
            what="killed", value=2, score=0.75, others=(TollOption(value=3, score=0.25),), spans=()
        ),
        Toll(what="injured", value=5, score=0.8, spans=()),
    ]
    vote = vote_of(tolls)
    assert vote.pair() == (2, 5)
    assert vote.together(3, 5) == pytest.approx(0.2)
    assert vote.total(7) == pytest.approx(0.6)
    assert vote_of(()).pair() == (0, 0)
