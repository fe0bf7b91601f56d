"""Whether the text says that one place lies in or near another."""

import re

from accordingto.records.span import Span

# Longer words between two names do not tie them.
_MAX_BETWEEN = 60
# "X, Y" and "X (Y)"; a list of places reads the same, so what stands around must be no list.
_COMMA = re.compile(r"(?:,| \() ?")
# "X near Y", "X, in the north of Y", "X, a suburb of Y", "X, 10km from Y".
_SAID = re.compile(
    r"(?:'s|’s)?,? (?:[\w-]+ ){0,5}"
    r"(?:in|near|outside|inside|within|beside|around|by|of|at|from|to|overlooking)"
    r" (?:the )?(?:(?:city|town|village|port|capital|district|province|governorate|region) of )?"
    r"(?:(?:north|south|east|west|central)[\w-]* )?",
    re.IGNORECASE,
)
# Behind these a place acts or goes with another one: "signed with X in Y" puts X nowhere.
_ACTING = re.compile(r"\b(?:with|by|against) (?:the )?$", re.IGNORECASE)
# Of what may stand before "of", "from", "to": parts and distances, not "the road from X to Y".
_PLACING = re.compile(
    r"\b(?:north|south|east|west|outskirts?|suburbs?|part|edge|centre|center|quarter|district|side|"
    r"port|miles?|kilomet(?:er|re)s?|km|\d+km|next|close|adjacent|area|neighbou?rhood|village|town)",
    re.IGNORECASE,
)
_WEAK = re.compile(r" (?:of|from|to|by|at) ", re.IGNORECASE)
# "Y's X district", "the Y suburb of X", "Y, at the village of X".
_OWNER = re.compile(
    r"(?:'s|’s) (?:[\w-]+ )?(?:[\w-]+ of )?(?:the )?"
    r"|,? (?:(?:in|at) )?(?:the )?(?:[\w-]+ )?(?:suburb|district|neighbou?rhood|quarter|area|"
    r"village|town|settlement|camp|outskirts|hamlet)s?(?: of)? (?:the )?",
    re.IGNORECASE,
)
_TYPED = re.compile(r" (?:area|district|neighbou?rhood|suburb|quarter|section|ward|borough)\b")
_LISTED = re.compile(r",? (?:and|or)\b|, [A-Z][\w'’-]*(?:,| and\b| or\b)")
_LIST_BEFORE = re.compile(r"[A-Z][\w'’-]*, (?:and |or )?$")


# "The X area of Y".
_PART_OF = re.compile(
    r" (?:area|district|neighbou?rhood|suburb|quarter|section|ward|borough|township)s? of (?:the )?"
    r"(?:city of )?",
    re.IGNORECASE,
)


def is_part_of(text: str, place: Span, other: Span) -> bool:
    """True for "the X area of Y" and "Y's X district": X is a part of Y, whatever else is so
    called."""
    first, second = sorted((place, other))
    between = text[first.end : second.start]
    if place is first:
        return _PART_OF.fullmatch(between) is not None
    return between in {"'s ", "’s "} and _TYPED.match(text, place.end) is not None


def is_beside(text: str, place: Span, other: Span) -> bool:
    """True where the words between the two spans say that ``place`` is in or near ``other``."""
    if place.overlaps(other):
        return False
    first, second = sorted((place, other))
    between = text[first.end : second.start]
    if len(between) > _MAX_BETWEEN or "\n" in between:
        return False
    if place is second:
        return _OWNER.fullmatch(between) is not None
    if _COMMA.fullmatch(between):
        return not _in_list(text, first, second)
    acting = not between.startswith(",") and _ACTING.search(
        text[max(0, first.start - 20) : first.start]
    )
    if acting or _SAID.fullmatch(between) is None:
        return False
    return not _WEAK.search(between) or _PLACING.search(between) is not None


def _in_list(text: str, first: Span, second: Span) -> bool:
    """ "X, Y and Z" names three places and puts none into another."""
    return bool(
        _LISTED.match(text, second.end)
        or _LIST_BEFORE.search(text[max(0, first.start - 40) : first.start])
    )
