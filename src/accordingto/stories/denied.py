"""Short denials beside longer claims: all that one says is not so is in what the other says."""

import re
from functools import lru_cache

from accordingto.stories.meanings import like_deeds
from accordingto.stories.organs import akin
from accordingto.stories.said import Said
from accordingto.stories.words import word_term

# A denial of so many words, names aside, is a short one.
_FEWEST = 3
# "There were no weapons in the market", and nothing besides.
_ABSENT = re.compile(
    r"(?:that )?(?:there (?:is|are|was|were|has been|have been|had been) )?no [^,;:]{3,70}\W*\Z",
    re.IGNORECASE,
)
_ALLEGED = re.compile(r"\balleged", re.IGNORECASE)
# "That it arms the Front", "having sold them", "arming the Front": what the speaker has not done.
_OWN_DEED = re.compile(
    r"(?:(?:the|a|any|all) (?:charge|claim|accusation|allegation|suggestion|report)s? (?:of )?)?"
    r"(?:that )?(?:(?:it|they|he|she|we|I)\b|[a-z]{2,}ing\b)"
)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*")
_WORD = re.compile(r"[^\W_]+")


def all_denied(a: Said, b: Said) -> bool:
    """True where all that one denies, in a few words, is in what the other says: "that a hospital
    had been hit" beside "planes bombed the hospital of Sumeiq"; so it is with "there were no arms
    in the hospital"."""
    if a.holds == b.holds:
        return False
    denier, sayer = (b, a) if a.holds else (a, b)
    if sayer.negated.intersection(denier.terms) or _ALLEGED.search(sayer.ref.words):
        # Suits against him "for his alleged role" do not say that he had one.
        return False
    if sayer.document is denier.document and sayer.ref.span.contains(denier.ref.span):
        # "Those who reject the charter are fools" claims nothing of the charter.
        return False
    count = len(denier.deeds)
    if denier.stand != "denies" and (count < 2 or not _ABSENT.match(denier.ref.words)):
        return False
    if _OWN_DEED.match(denier.ref.words) and not denier.speaker & sayer.names:
        # Who denies "arming the Front" denies nothing of an arms depot that the Front runs.
        return False
    if not 1 <= count <= _FEWEST:
        return denier.stand == "denies" and _with_names(denier, sayer)
    if count == 1 and not denier.speaker & sayer.names:
        # "Denied any warning": of him it must be said that he was warned.
        return False
    named = {like_deeds().get(term, term) for term in sayer.names}
    return denier.deeds <= sayer.deeds and not denier.deeds <= named


def _with_names(denier: Said, sayer: Said) -> bool:
    """ "That Teskan forces had attacked a Ravian post", of which Ravia says "Teskan troops attacked
    its post": the same deed, and every name in what is said or the speaker's own."""
    names = _names(denier.ref.words)
    deeds = denier.deeds - {like_deeds().get(t, t) for t in names.values()} - set(names.values())
    if not names or not 1 < len(deeds) <= _FEWEST or not deeds <= sayer.deeds:
        return False
    theirs = [w.lower() for w in _WORD.findall(f"{sayer.ref.words} {sayer.name}")]
    said = [name for name in names if any(akin(name, word) for word in theirs)]
    return len(said) == len(names) and bool(set(names.values()) & set(sayer.terms))


@lru_cache(maxsize=4096)
def _names(words: str) -> dict[str, int]:
    """Words with a capital, in lower case, and their terms."""
    return {w.lower(): word_term(w) for w in _CAPITAL.findall(words) if word_term(w) >= 0}
