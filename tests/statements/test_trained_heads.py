"""The heads' sums, against the same written without any skill."""

import math

import numpy as np
import pytest

from accordingto.records.encoding import Floats
from accordingto.statements.trained.heads import KINDS, Heads

SIZE, PAIR, REACH = 6, 4, 3


def made(seed: int) -> tuple[Heads, Floats]:
    random = np.random.default_rng(seed)
    shapes = {
        "tag": (3 * len(KINDS), SIZE),
        "tag_bias": (3 * len(KINDS),),
        "tag_word": (PAIR, SIZE),
        "tag_word_bias": (PAIR,),
        "tag_mix": (PAIR, PAIR, 5),
        "tag_mix_bias": (PAIR,),
        "tag_out": (3 * len(KINDS), PAIR),
        "word": (PAIR, SIZE),
        "word_bias": (PAIR,),
        "cue": (PAIR, 2 * SIZE),
        "cue_bias": (PAIR,),
        "place": (2 * REACH + 2, PAIR),
        "tags": (3, 3 * len(KINDS)),
        "mix": (PAIR, PAIR, 5),
        "mix_bias": (PAIR,),
        "mix_wide": (PAIR, PAIR, 5),
        "mix_wide_bias": (PAIR,),
        "out": (3, PAIR),
        "out_bias": (3,),
    }
    weights = {name: random.normal(size=s).astype(np.float32) for name, s in shapes.items()}
    return Heads(weights), random.normal(size=(12, SIZE)).astype(np.float32)


def gelu(x: float) -> float:
    return x * (1 + math.erf(x / math.sqrt(2))) / 2


def beside(mix: Floats, bias: Floats, rows: list[Floats], step: int) -> list[Floats]:
    """Each row with what it and its neighbours, ``step`` apart, make together."""
    found = []
    for at, row in enumerate(rows):
        total = bias.astype(float).copy()
        for tap in range(5):
            there = at + (tap - 2) * step
            if 0 <= there < len(rows):
                total += mix[:, :, tap] @ rows[there]
        found.append(row + np.array([gelu(float(x)) for x in total]))
    return found


def tags_slowly(heads: Heads, vectors: Floats, paragraph: tuple[int, int]) -> list[Floats]:
    w, (start, end) = heads.weights, paragraph
    seen = [w["tag_word"] @ v + w["tag_word_bias"] for v in vectors[start:end]]
    rows = [np.array([gelu(float(x)) for x in row]) for row in seen]
    near = beside(w["tag_mix"], w["tag_mix_bias"], rows, 1)
    plain = [w["tag"] @ v + w["tag_bias"] for v in vectors[start:end]]
    return [one + w["tag_out"] @ two for one, two in zip(plain, near, strict=True)]


def slowly(
    heads: Heads, vectors: Floats, paragraph: tuple[int, int], cue: tuple[int, int]
) -> list[Floats]:
    w, (start, end) = heads.weights, paragraph
    tags = tags_slowly(heads, vectors, paragraph)
    asked = w["cue"] @ np.concatenate([vectors[cue[0]], vectors[cue[1]]]) + w["cue_bias"]
    first = []
    for at in range(start, end):
        if at < cue[0]:
            place = max(at - cue[0], -REACH) + REACH
        elif at > cue[1]:
            place = min(at - cue[1], REACH) + REACH
        else:
            place = 2 * REACH + 1
        total = w["word"] @ vectors[at] + w["word_bias"] + asked + w["place"][place]
        first.append(np.array([gelu(float(x)) for x in total]))
    mixed = beside(w["mix"], w["mix_bias"], first, 1)
    mixed = beside(w["mix_wide"], w["mix_wide_bias"], mixed, 2)
    return [
        w["out"] @ mixed[at] + w["out_bias"] + w["tags"] @ tags[at] for at in range(end - start)
    ]


PARAGRAPHS = [(0, 2), (2, 11), (11, 12)]


def test_tags_are_what_the_definition_says_and_end_with_their_paragraph() -> None:
    heads, vectors = made(3)
    found = heads.tags(vectors, PARAGRAPHS)
    for start, end in PARAGRAPHS:
        wanted = np.array(tags_slowly(heads, vectors, (start, end)))
        assert np.allclose(found[start:end].reshape(end - start, -1), wanted, atol=1e-4)


@pytest.mark.parametrize("cue", [(3, 3), (4, 6), (9, 9)])
def test_roles_are_what_the_definition_says(cue: tuple[int, int]) -> None:
    heads, vectors = made(1)
    paragraph, tags = PARAGRAPHS[1], heads.tags(vectors, PARAGRAPHS)
    found = heads.roles(vectors, heads.project(vectors), tags, [(paragraph, cue)])
    assert np.allclose(found, slowly(heads, vectors, paragraph, cue), atol=1e-4)


def test_cues_do_not_change_one_another() -> None:
    heads, vectors = made(2)
    tags, seen = heads.tags(vectors, [(0, 12)]), heads.project(vectors)
    both = heads.roles(vectors, seen, tags, [((0, 9), (1, 1)), ((2, 12), (5, 6))])
    alone = heads.roles(vectors, seen, tags, [((2, 12), (5, 6))])
    assert np.allclose(both[9:], alone, atol=1e-5)
