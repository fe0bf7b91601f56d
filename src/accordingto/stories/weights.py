"""What a word weighs in a story: less where an article has it in statement after statement."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from accordingto.stories.meanings import like_meanings
from accordingto.stories.said import Said, size_of
from accordingto.stories.words import word_term

# How fast a word loses weight with every statement of an article that has it too.
_COMMON = 0.4
# A name says no more than this, however rare it is elsewhere, and so much less where all have it.
_NAME, _SETTING = 4.0, 0.5
_SMALL = re.compile(r"\b[a-z][\w’'-]*")


def weighed_in_story(said: Sequence[Said]) -> list[Said]:
    """The same with words weighted by what they say in this story: what stands in statement after
    statement of an article (who was shot, and where) tells little of what one of them claims. A
    word that each article has once, however many there are, keeps its weight."""
    times = Counter(term for one in said for term in one.terms)
    places = {(one.document.id, term) for one in said for term in one.terms}
    documents = Counter(term for _, term in places)
    common = {term: 1.0 + _COMMON * float(np.log(times[term] / documents[term])) for term in times}
    many = max(1, len({one.document.id for one in said}))
    # Where it happened and to whom is what all articles are about, and no claim of anybody's.
    setting = {term: 1.0 - _SETTING * documents[term] / many for term in _names(said)}
    found = []
    for one in said:
        terms = {
            term: (min(weight, _NAME) * setting[term] if term in setting else weight) / common[term]
            for term, weight in one.terms.items()
        }
        found.append(replace(one, terms=terms, size=size_of(terms)))
    return found


def _names(said: Sequence[Said]) -> set[int]:
    """The terms that no statement has in small letters and some has as a name."""
    small = {word_term(word) for one in said for word in _SMALL.findall(one.ref.words)}
    return {term for one in said for term in one.names} - {like_meanings().get(t, t) for t in small}
