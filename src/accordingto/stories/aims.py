"""What a statement aims at (a fact, a wish), of whom it tells, and what deed."""

import re
from typing import Literal

import msgspec

from accordingto.records.document import Document
from accordingto.records.statement import Act, Statement
from accordingto.records.story import Party
from accordingto.stories.meanings import like_deeds, like_meanings
from accordingto.stories.words import pieces, word_term

Aim = Literal["fact", "wish", "forecast", "judgement", "topic"]
_AIMS: dict[Act, Aim] = {
    "demand": "wish",
    "promise": "wish",
    "threaten": "wish",
    "predict": "forecast",
    "question": "wish",
    "decline": "wish",
    "condemn": "judgement",
    "praise": "judgement",
}
_ASKED = re.compile(
    r"(?:how|why|whether|when|where|who)\b(?! does| did| do| is| was)", re.IGNORECASE
)
_WANTS = re.compile(
    r"(?:has |have |had |is |are |was |were )?(?:order(?:s|ed|ing)?|seeks?|sought|propos(?:es|ed)"
    r"|urg(?:es|ed)|call(?:s|ed)? for|demand(?:s|ed)?|request(?:s|ed)?|plan(?:s|ned))\b",
    re.IGNORECASE,
)
_INNOCENCE = re.compile(r"(?:that )?(?:(?:his|her|their|its|my|our|the) )?innocen(?:ce|t)\b", re.I)
_WRONG = re.compile(r"\b(?:wrong|false|untrue|incorrect|a mistake|an error)\b", re.IGNORECASE)
_ACCEPTS_WRONG = re.compile(
    r"\b(?:accept|admit|acknowledg|conced|recogni[sz])\w* (?:that )?(?:\w+ ){1,4}" + _WRONG.pattern,
    re.IGNORECASE,
)
# Words that make a denial no other: "had ever been there", "a single one".
_EMPHASIS = {
    word_term(word)
    for word in (
        "ever", "single", "once", "really", "at", "receive", "received", "receiving", "give",
        "claim", "report", "allegation", "accusation", "theory", "story", "suggestion", "rumour",
        "given", "giving", "make", "made", "making", "take", "taken", "taking", "get", "got",
    )
} | {-1}  # fmt: skip
# "Reports that a hospital had been hit": the hospital and the hit are what is denied; "any claim of
# a war crime is baseless": the crime.
_CLAIM_THAT = re.compile(
    r"\A\W*(?:(?:any|all|the|these|such|a) )?(?:\w+ )?"
    r"(?:claim|report|allegation|accusation|charge|rumou?r|suggestion|assertion|stor(?:y|ie)"
    r"|statement)s?(?: by [\w’' -]{2,40}?)? (?:that|of)\b"
    r"|\A\W*(?:(?:any|all|the|these|such) )?(?:\w+ )?\w+ that\b"
    r"|\b(?:is|are|was|were) (?:\w+ly )?"
    r"(?:baseless|false|untrue|unfounded|nonsense|lies|a lie)\W*\Z",
    re.IGNORECASE,
)
# "Called reports of 20 dead “a fantasy”": what they are called is not denied.
_CALLED = re.compile(
    r" (?:as )?(?:[\"“‘'](?:an?|the|pure|mere|total|complete|utter) [^\"”’']{2,60}[\"”’']?"
    r"|lies|a lie|nonsense)\W*\Z",
    re.IGNORECASE,
)
_OPENED_FIRE = re.compile(r"\bopen(?:s|ed|ing)? fire\b", re.IGNORECASE)
_OF_SPEAKER = re.compile(
    r"(?:that )?(?:himself|herself|itself|themselves|i|we|he|she|they)\b", re.IGNORECASE
)
# The name that a statement begins with, with its title.
_FIRST_NAME = re.compile(
    r"(?:that )?(?:[a-z]+ ){0,2}(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4})(?![’']s)"
)


def aim_of(document: Document, statement: Statement, words: str) -> Aim:
    """What kind of thing a statement says: "how and why it was done" says nothing, but what of.
    "The court orders a recount" does not say that there was one."""
    aim = _AIMS.get(statement.act, "fact")
    cue = statement.cue_span
    if aim == "fact" and cue is not None and _WANTS.match(cue.of(document.text)):
        return "wish"
    return "topic" if aim == "fact" and _ASKED.match(words) else aim


def plainly(statement: Statement, words: str) -> Statement:
    """A statement read as a denial that says in its words what is so."""
    if statement.act != "deny":
        return statement
    first, also, rest = words.partition(" and that ")
    # "That he had relied on it and that he now accepted it was wrong": he denies nothing.
    admits = bool(also) and not _WRONG.search(first) and _ACCEPTS_WRONG.search(rest) is not None
    if admits or _INNOCENCE.match(words):
        return msgspec.structs.replace(statement, act="assert")
    return statement


def deeds_of(words: str) -> frozenset[int]:
    same, deeds = like_meanings(), like_deeds()
    bare = _OPENED_FIRE.sub("fire", _CLAIM_THAT.sub("", _CALLED.sub("", words)))
    terms = {word_term(piece) for piece in pieces(bare)} - _EMPHASIS
    return frozenset(deeds.get(term, term) for term in (same.get(t, t) for t in terms))


def subject_of(words: str, source: Party | None) -> frozenset[int]:
    """Of whom a statement tells, as far as its first words show."""
    name = source.name if source is not None and _OF_SPEAKER.match(words) else None
    first = _FIRST_NAME.match(words)
    told = name or (first["name"] if first else "")
    return frozenset({word_term(piece) for piece in pieces(told)} - {-1})
