"""Names to or from which something goes: ground, though no rule has found the place."""

import re

from accordingto.facts.place_candidates import Candidate

# How far before a name the words are looked at.
_REACH = 30
_WAY = re.compile(
    r"\b(?:from|to|towards?|through|via|off|between|as far (?:\w+ )?as|out of) (?:the )?$",
    re.IGNORECASE,
)
# A name that goes on, or owns what is behind it, is not what a preposition is about.
_GOES_ON = re.compile(r"(?:'s|’s|-)|\s[A-Z]")


def is_way(text: str, candidate: Candidate) -> bool:
    """ "From Gaziantep to Aleppo": the name by itself behind such words."""
    span, entity = candidate.span, candidate.entity
    if entity is not None and entity.span.of(text).strip() != span.of(text):
        return False
    if _GOES_ON.match(text, span.end):
        return False
    return _WAY.search(text[max(0, span.start - _REACH) : span.start]) is not None
