"""Reports find their story as they come, and move when later ones show them in another light."""

from itertools import permutations

import pytest
from benchmarks.story_gold import documents_of
from hypothesis import given
from hypothesis import strategies as st

from accordingto.records.story import Report
from accordingto.stories.batch import group
from accordingto.stories.grouping import Grouper
from accordingto.stories.index import MemoryShelf
from accordingto.stories.linkage import Bar, link, togetherness
from accordingto.stories.texts import report_of
from tests.stories.articles import PIER, PIER_AGAIN, report, stream


def parts(reports: list[Report]) -> set[frozenset[str]]:
    return {frozenset(story) for story in group(reports)}


def test_two_reports_of_one_fire_are_one_story_and_others_stay_apart() -> None:
    assert parts(stream()) == {
        frozenset({"pier-1", "pier-2"}),
        frozenset({"mine-1"}),
        frozenset({"vote-1"}),
    }


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_arrival_does_not_matter_here(order: tuple[int, ...]) -> None:
    reports = stream()
    assert parts([reports[at] for at in order]) == parts(reports)


def test_a_look_alike_a_week_later_is_another_story() -> None:
    later = (
        PIER.replace("Olsund", "Varnes").replace("Marit Solheim", "Jon Eikeland")
        .replace("Havik", "Nordkyst").replace("four traders", "two guards").replace("1911", "1954")
    )  # fmt: skip
    reports = [
        report("a", PIER, "2031-03-04", "Four die in Olsund fish market fire"),
        report("b", PIER_AGAIN, "2031-03-05", "Olsund: four traders killed"),
        report("c", later, "2031-03-12", "Two guards die in Varnes fish market fire"),
    ]
    assert parts(reports) == {frozenset("ab"), frozenset("c")}


def test_an_empty_report_is_a_story_of_its_own() -> None:
    assert parts([report("a", "", "2031-03-04"), report("b", " ", "2031-03-04")]) == {
        frozenset("a"),
        frozenset("b"),
    }


def test_a_ruling_wins_over_likeness() -> None:
    shelf, grouper = MemoryShelf(), Grouper()
    numbers = {r.id: grouper.add(r, shelf) for r in stream()}
    shelf.ruled = [
        (numbers["pier-1"], numbers["pier-2"], False),
        (numbers["mine-1"], numbers["vote-1"], True),
    ]
    grouper.regroup(numbers.values(), shelf)
    assert shelf.story(numbers["pier-1"]) != shelf.story(numbers["pier-2"])
    assert shelf.story(numbers["mine-1"]) == shelf.story(numbers["vote-1"])
    shelf.ruled = []
    grouper.regroup(numbers.values(), shelf)
    assert shelf.story(numbers["pier-1"]) != shelf.story(numbers["mine-1"])


@given(
    st.dictionaries(st.tuples(st.integers(0, 5), st.integers(6, 11)), st.floats(0, 1), max_size=20),
    st.lists(st.tuples(st.integers(0, 5), st.integers(6, 11), st.booleans()), max_size=3),
)
def test_groups_are_a_partition_and_no_forbidden_pair_is_joined(
    likeness: dict[tuple[int, int], float], ruled: list[tuple[int, int, bool]]
) -> None:
    groups = link(list(range(12)), likeness, Bar.flat(0.5), ruled)
    assert sorted(n for found in groups for n in found) == list(range(12))
    apart = {(a, b) for a, b, same in ruled if not same}
    assert not any(a in found and b in found for found in groups for a, b in apart)


def _pairs(groups: list[range], within: float, between: float) -> dict[tuple[int, int], float]:
    of = {number: at for at, found in enumerate(groups) for number in found}
    return {(a, b): within if of[a] == of[b] else between for a in of for b in of if a < b}


_CAREFUL = Bar(two=0.3, joins=0.25, groups=0.4, share=0.6, odds=20.0)


def test_two_tight_groups_stay_apart_however_alike_they_are() -> None:
    parts = [range(4), range(4, 9)]
    assert link(list(range(9)), _pairs(parts, 0.98, 0.6), _CAREFUL) == [list(p) for p in parts]


def test_what_hangs_together_as_loosely_within_is_one_group() -> None:
    parts = [range(4), range(4, 9)]
    assert link(list(range(9)), _pairs(parts, 0.7, 0.6), _CAREFUL) == [list(range(9))]


def test_one_more_report_joins_a_story_more_easily_than_two_stories_are_joined() -> None:
    for parts, joined in (([range(4), range(4, 5)], True), ([range(4), range(4, 6)], False)):
        numbers = [number for part in parts for number in part]
        groups = link(numbers, _pairs(parts, 0.6, 0.3), _CAREFUL)
        assert (groups == [numbers]) == joined


def test_a_ruling_joins_what_is_in_two_tight_groups() -> None:
    parts = [range(4), range(4, 9)]
    pairs = _pairs(parts, 0.98, 0.3)
    groups = link(list(range(9)), pairs, _CAREFUL, [(0, 8, True)])
    assert any({0, 8} <= set(found) for found in groups)


def test_the_nearest_members_of_a_large_story_count() -> None:
    assert togetherness([0.9] * 10, 500) == pytest.approx(0.9)
    assert togetherness([0.9], 3) == pytest.approx(0.3)


def test_a_story_that_turns_out_to_be_two_falls_apart() -> None:
    """The look-alike and a round-up come before the second report of the first fire."""
    documents = documents_of("factories")
    ids = {document.id: key for key, document in documents.items()}
    reports = [report_of(documents[key]) for key in ("x1", "x2", "x3", "x5", "x4", "x6")]
    assert {frozenset(ids[i] for i in story) for story in group(reports)} == {
        frozenset({"x1", "x2", "x6"}),
        frozenset({"x3", "x4", "x5"}),
    }
