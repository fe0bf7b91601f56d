"""Entities from begin and inside labels."""

import numpy as np

from accordingto.language.trained.entities import entity_runs, labels_of

LABELS = ("B-GPE", "B-ORG", "I-GPE", "I-ORG", "O")


def runs(*best: str) -> list[tuple[int, int, str]]:
    return entity_runs(np.array([LABELS.index(label) for label in best]), LABELS)


def test_an_entity_goes_on_with_its_insides() -> None:
    assert runs("O", "B-ORG", "I-ORG", "O", "B-GPE") == [(1, 3, "ORG"), (4, 5, "GPE")]


def test_two_that_touch_are_two() -> None:
    assert runs("B-GPE", "B-GPE", "I-GPE") == [(0, 1, "GPE"), (1, 3, "GPE")]


def test_an_inside_of_another_kind_stays_with_what_began() -> None:
    assert runs("B-ORG", "I-GPE", "O") == [(0, 2, "ORG")]


def test_an_inside_without_a_beginning_begins() -> None:
    assert runs("O", "I-GPE", "I-GPE") == [(1, 3, "GPE")]


def test_each_token_has_its_label() -> None:
    assert labels_of([(1, 3, "ORG")], 4) == ["", "ORG", "ORG", ""]
