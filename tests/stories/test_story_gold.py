"""Five sets of articles on invented incidents against what a careful reader finds in them."""

import pytest
from benchmarks.story_gold import (
    gold_sets,
    score_links,
    score_origins,
    score_stories,
    told_once,
)

NAMES = [chosen["name"] for chosen in gold_sets()]


def test_look_alikes_stay_apart_and_accounts_come_together() -> None:
    assert score_stories().f1 == 1.0


@pytest.mark.parametrize("name", NAMES)
def test_copies_are_one_voice(name: str) -> None:
    assert score_origins(name).f1 == 1.0


def test_links_are_found_with_their_kind() -> None:
    scores = [score_links(name) for name in NAMES]
    assert sum(score.right for score in scores) >= 20


def test_a_changed_figure_of_a_copy_is_told() -> None:
    ((keys, story),) = told_once("ferry")
    changes = [
        (keys[copy.document], change.was.words, change.now.words)
        for copy in story.copies
        for change in copy.changes
        if change.kind == "figure" and change.was and change.now
    ]
    assert any({was, now} == {"Nine", "Eleven"} for _, was, now in changes)


def test_one_speaker_in_many_articles_is_one_origin() -> None:
    ((_, story),) = told_once("ferry")
    claim = next(c for c in story.claims if "an engine had caught fire" in c.words)
    assert len({v.ref.document for v in claim.voicings}) == 4
    assert claim.origins == 1
    assert len(claim.silent) == 3


def test_what_would_have_happened_is_no_toll() -> None:
    (_, story), _ = told_once("quakes")
    (toll,) = [toll for toll in story.tolls if toll.what == "killed"]
    assert toll.most == 90


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_is_the_exact_words(name: str) -> None:
    from benchmarks.story_gold import documents_of

    texts = {d.id: d.text for d in documents_of(name).values()}
    for _, story in told_once(name):
        refs = [v.ref for c in story.claims for v in c.voicings]
        refs += [end for link in story.links for end in (link.a, link.b)]
        refs += [c.ref for t in story.tolls for claimant in t.claimants for c in claimant.counts]
        refs += [m.ref for m in story.moments]
        refs += [
            end for c in story.copies for change in c.changes for end in (change.was, change.now)
            if end is not None
        ]  # fmt: skip
        assert refs
        for ref in refs:
            assert texts[ref.document][ref.span.start : ref.span.end] == ref.words
