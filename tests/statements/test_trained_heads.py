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
        "word": (PAIR, SIZE),
        "word_bias": (PAIR,),
        "cue": (PAIR, 2 * SIZE),
        "cue_bias": (PAIR,),
        "place": (2 * REACH + 2, PAIR),
        "tags": (3, 3 * len(KINDS)),
        "mix": (PAIR, PAIR, 5),
        "mix_bias": (PAIR,),
        "out": (3, PAIR),
        "out_bias": (3,),
    }
    weights = {name: random.normal(size=s).astype(np.float32) for name, s in shapes.items()}
    return Heads(weights), random.normal(size=(12, SIZE)).astype(np.float32)


def gelu(x: float) -> float:
    return x * (1 + math.erf(x / math.sqrt(2))) / 2


def slowly(
    heads: Heads, vectors: Floats, paragraph: tuple[int, int], cue: tuple[int, int]
) -> list[Floats]:
    w, (start, end) = heads.weights, paragraph
    tags = heads.tags(vectors)
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
        first.append([gelu(float(x)) for x in total])
    rows = []
    for at in range(end - start):
        total = w["mix_bias"].astype(float).copy()
        for tap in range(5):
            beside = at + tap - 2
            if 0 <= beside < end - start:
                total += w["mix"][:, :, tap] @ np.array(first[beside])
        mixed = np.array(first[at]) + np.array([gelu(float(x)) for x in total])
        rows.append(w["out"] @ mixed + w["out_bias"] + w["tags"] @ tags[start + at].ravel())
    return rows


@pytest.mark.parametrize("cue", [(3, 3), (4, 6), (9, 9)])
def test_roles_are_what_the_definition_says(cue: tuple[int, int]) -> None:
    heads, vectors = made(1)
    paragraph = (2, 11)
    found = heads.roles(vectors, heads.project(vectors), heads.tags(vectors), paragraph, [cue])
    assert np.allclose(found[0], slowly(heads, vectors, paragraph, cue), atol=1e-4)


def test_cues_do_not_change_one_another() -> None:
    heads, vectors = made(2)
    tags, seen = heads.tags(vectors), heads.project(vectors)
    both = heads.roles(vectors, seen, tags, (0, 12), [(1, 1), (5, 6)])
    alone = heads.roles(vectors, seen, tags, (0, 12), [(5, 6)])
    assert np.allclose(both[1], alone[0], atol=1e-5)
