"""Place names that stand inside an actor's mention, and so for the actor."""

import re
from collections.abc import Sequence
from functools import cache

from accordingto.facts.place_cover import Cover
from accordingto.facts.place_known import is_capital, is_land, is_listed
from accordingto.facts.place_toponym import Toponym
from accordingto.facts.place_words import use
from accordingto.records.reading import Reading
from accordingto.records.span import Span

# How far before a name the words are looked at that make it ground.
_REACH = 40
_ROW_REACH = 100
# A name that goes on, or owns what is behind it, is not what a preposition is about.
_GOES_ON = re.compile(r"(?:'s|’s|-)|\s[A-Z]")
# "X's North Y …": up to three words of a name, and the one behind.
_OWNED = re.compile(r"(?:'s|’s) ([A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})(?: ([a-z]+))?")
# "From X's Mar area"; and "in X's Y", where Y is meant too.
_LED = re.compile(r"\b(?:from|to|at|of|on|through|over) (?:the )?$", re.IGNORECASE)
_OF_PLACE = re.compile(
    r"\b(?:in|inside|near|across|over|off|at|from|to) [A-Z][\w.]{1,20}(?: [A-Z]\w{1,20})?(?:'s|’s) "
    r"(?:[a-z]{1,15} )?$"
)
_AT_SITE = re.compile(r"\b(?:at|on|from|to) (?:the )?$", re.IGNORECASE)
# "Between X and Y".
_BETWEEN = re.compile(r"\bbetween (?:the )?(?:[A-Z][\w’-]+(?: [A-Z][\w’-]+)? and (?:the )?)?$")
# "The cities of Jizan and Abha".
_TYPED = re.compile(
    r"\b(?:cities|towns?|villages?|provinces|districts|regions|states|suburbs|islands|camps|ports|city)"
    r" of (?:[A-Z][\w'’-]{1,20}(?:,|,? and) ){0,2}$"
)
# "25km west of Goma"; and "in Sudan's El Fasher, Khartoum and Omdurman", but not "talks were held
# in Paris and Berlin said".
_TOWARDS = re.compile(
    r"\b(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|outskirts|km|miles)"
    r" (?:of|from) (?:the )?$",
    re.IGNORECASE,
)
_ROW_LEADS = frozenset({"in", "at", "near", "across", "over"})
_ACTS = re.compile(
    r"\s(?:[a-z]{2,12}(?:ed|s)|has|had|have|will|would|are|were|said|wants?|can|may|to)\b"
)
# "Left Port Sudan for El Fasher".
_LEFT = re.compile(
    r"\b(?:left|leaving|departed|sailed|headed|bound|set (?:off|out))\b[^.,;\n]{0,30}"
    r"\bfor (?:the )?$",
    re.IGNORECASE,
)


@cache
def _grounds() -> tuple[re.Pattern[str], ...]:
    where, struck, folk, cut, moves, flown = (
        "|".join(sorted(use(key))) for key in ("ground", "struck", "folk", "cut", "moves", "flown")
    )
    return (
        re.compile(rf"\b(?:{flown})\b[^.,;\n]{{0,25}}\bover (?:the )?$", re.IGNORECASE),
        re.compile(
            rf"\b(?:{moves})\s(?:[\w-]+\s){{0,3}}?(?:to|from|towards?|into) (?:the )?$",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:(?:{where})|(?:{folk}) of(?: (?:{cut}))?) (?:the )?$", re.IGNORECASE),
        re.compile(rf"\b(?:{struck}) (?:the )?$", re.IGNORECASE),
    )


def is_ground(text: str, toponym: Toponym) -> bool:
    """True where the words before a name say that something is or happens there, though the text
    may have somebody of that name: "in Tal", "taken to Tal", and of a town or region "shelled
    Tal"."""
    span = toponym.span
    before = text[max(0, span.start - _REACH) : span.start]
    flown, moved, where, struck = _grounds()
    if _GOES_ON.match(text, span.end):
        led = where.search(before) or _LED.search(before)
        return led is not None and _owns_place(text, span.end)
    if _OF_PLACE.search(before) or _TOWARDS.search(before):
        return True
    if _is_in_row(text[max(0, span.start - _ROW_REACH) : span.start]):
        return _ACTS.match(text, span.end) is None
    if toponym.kind == "site" and _AT_SITE.search(before):
        return True
    between = _BETWEEN.search(before)
    if (
        between
        and not _is_dealing(before[: between.start()])
        and not is_land(toponym.name)
        and not is_capital(toponym.name)
    ):
        return True
    if (
        flown.search(before)
        or moved.search(before)
        or _TYPED.search(before)
        or _LEFT.search(before)
    ):
        return True
    return bool(where.search(before) or (struck.search(before) and not is_land(toponym.name)))


def _is_in_row(before: str) -> bool:
    """Whether the words before a name are a row of names behind "in"."""
    words = before.split()
    if words and words[-1] == "the":
        words.pop()
    if not words or not (words[-1] in {"and", "or"} or words[-1].endswith(",")):
        return False
    names = 0
    for word in reversed(words):
        if word[0].isupper():
            names += 1
        elif word not in {"and", "or", "the"}:
            return word in _ROW_LEADS and names > 0
    return False


def _is_dealing(before: str) -> bool:
    """ "The truce between X and Y": what parties have with one another."""
    words = before.split()
    return bool(words) and words[-1].lower() in use("dealings")


def _owns_place(text: str, end: int) -> bool:
    """ "X's North Y", "X's Mar Tal district": what is behind the name is a place of it."""
    match = _OWNED.match(text, end)
    if match is None:
        return False
    words = match.group(1).split()
    if match.group(2) in use("typing"):
        return True
    return any(is_listed(" ".join(words[:size])) for size in range(len(words), 0, -1))


def is_used_as_adjective(reading: Reading, toponym: Toponym) -> bool:
    """ "US jets", "the UK government", but not "the US border": of countries whose short names
    serve for their adjectives."""
    name = reading.tokens[toponym.head]
    noun = reading.tokens[name.head]
    return (
        name.lower in use("adjectives")
        and name.dep in {"compound", "nmod", "amod"}
        and noun.index > name.index
        and noun.lemma.lower() not in use("grounds")
    )


def _is_described(text: str, mention: Span, name: Span) -> bool:
    """True for "the relief agency in Tal": small letters that say where somebody is."""
    before = text[mention.start : name.start].split()
    while len(before) > 2 and before[-1].endswith(("'s", "’s")):
        before = before[:-1]
    while len(before) > 2 and before[-1].lower() in use("cut"):
        before = before[:-1]
    if len(before) < 2 or any(word[0].isupper() for word in before[1:]):
        return False
    lead = before[-1].lower()
    return lead in use("where") or (lead == "of" and before[-2].lower() in use("folk"))


def standing_for(text: str, toponyms: Sequence[Toponym], taken: Sequence[Span]) -> frozenset[int]:
    """Which of the names lie inside an actor's mention, and so stand for the actor or are part of
    its name: their numbers in the list."""
    cover, named = Cover(taken), frozenset(taken)
    found = set()
    for at, toponym in enumerate(toponyms):
        end = min(toponym.span.end, toponym.span.start + max(1, len(toponym.name)))
        core = Span(toponym.span.start, end)
        if is_ground(text, toponym) and core in named:
            continue
        inside = [span for span in cover.touching(core) if span.contains(core)]
        if any(not _is_described(text, span, core) for span in inside):
            found.add(at)
    return frozenset(found)
