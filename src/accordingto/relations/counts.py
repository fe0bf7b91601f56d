"""How many numbers an article gives of one harm, and how many of them one side gives."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from accordingto.records.facts import Figure
from accordingto.records.statement import Statement

# Words in front of a figure for a part of a total.
_PART = (
    "among them", "including", "included", "includes", "of them", "of whom", "among whom",
    "another", "other", "more",
)  # fmt: skip
_PART_REACH = 24
# Words behind a number of things that come on top of others.
_MORE = frozenset({"further", "more", "other", "others", "additional"})
_MORE_REACH = 16
# "Three died overnight, raising the toll to 11".
_RAISES = re.compile(
    r"[^.;\n]{0,90}\b(?:rais|bring|tak|lift|push)ing\b[^.;\n]{0,50}"
    r"\b(?:toll|dead|deaths|total|number|tally)\b",
    re.IGNORECASE,
)
# "Two were fighting for their lives", of all who were hurt.
_GRAVELY = re.compile(
    r"[^.;,\n]{0,30}\b(?:fighting for|critical|critically|seriously|severely|intensive care)\b",
    re.IGNORECASE,
)
# "The toll had risen to seven": later, and no other number of the same.
_RISEN = re.compile(
    r"\b(?:ris(?:en|es?|ing)|rose|climb(?:ed|s)|gone up|went up|jumped|increased) to\s$"
)
_RISEN_REACH = 20
_GRAVE_REACH = 50
_RAISES_REACH = 180
# "Had died before Thursday": of other days.
_BEFORE = re.compile(
    r"[^.;\n]{0,80}\b(?:before (?!dawn|noon|midnight|sunrise|dusk|nightfall)|prior to |until then)",
    re.IGNORECASE,
)
_BEFORE_REACH = 96
# "The deadliest since April, when 14 died", "after the last one, in which 31 drowned".
_ANOTHER = re.compile(
    r"\b(?:since [^.;\n]{2,40}|(?:last|previous|earlier|similar) [^.;\n]{0,40}),? "
    r"(?:when|in which)\b[^.;\n]{0,24}\Z",
    re.IGNORECASE,
)
_ANOTHER_REACH = 120
# "212 have died since January", "so far this year": more than one event's.
_OVER_TIME = re.compile(
    r"\b(?:since (?!then|dawn|midnight|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[\w’']+"
    r"|(?:so far )?this (?:year|month)|(?:over|in|during|within) the (?:past|last) (?:\w+ )?"
    r"(?:weeks|months?|years?|decade)|in (?:\w+ ){1,2}(?:weeks|months|years))\b",
    re.IGNORECASE,
)
_SIDES = frozenset({"combatants", "civilians"})

_Bounds = tuple[float | int | None, float | int | None]


class Counts(msgspec.Struct, frozen=True):
    """``numbers``: how many different numbers the statements give of each thing that is counted;
    ``given``: the most that one source gives; ``of_one``: what is counted of one kind of people,
    children or women, and by one number of people otherwise."""

    numbers: Mapping[str, int]
    given: Mapping[str, int]
    of_one: frozenset[str] = frozenset()


def counts_of(
    text: str, statements: Sequence[Statement], counted: Mapping[str, Sequence[Figure]]
) -> Counts:
    """What the figures of the statements (``counted``, by id) count, parts of totals aside."""
    told: dict[str, dict[str, set[_Bounds]]] = {}
    kinds: dict[str, set[tuple[str, ...]]] = {}
    plain: dict[str, set[float | int]] = {}
    for statement in statements:
        for figure in counted.get(statement.id, ()):
            if set(figure.population) - _SIDES:
                kinds.setdefault(figure.what, set()).add(figure.population)
            elif figure.value is not None:
                plain.setdefault(figure.what, set()).add(figure.value)
            if set(figure.population) - _SIDES or is_part(text, figure):
                continue
            by_source = told.setdefault(figure.what, {})
            source = statement.source or statement.id
            by_source.setdefault(source, set()).add(_number(figure))
    return Counts(
        numbers={what: len(set().union(*rows.values())) for what, rows in told.items()},
        given={what: max(map(len, rows.values())) for what, rows in told.items()},
        of_one=frozenset(
            what for what, rows in kinds.items() if len(rows) == 1 and len(plain.get(what, ())) <= 1
        ),
    )


def _number(figure: Figure) -> _Bounds:
    """ "Eight" in the headline and "at least eight" in the body are one number."""
    if figure.value is not None:
        return figure.value, None
    return figure.low, figure.high


def is_over_time(said: str) -> bool:
    """True for words that count the harm of months or years."""
    return _OVER_TIME.search(said) is not None


def is_part(text: str, figure: Figure) -> bool:
    """ "Among them two children", "another five", "four further arrests", "also killed five": less
    than the total, and no rival of it."""
    span = figure.span
    lead = text[max(0, span.start - _PART_REACH) : span.end].lower()
    behind = re.findall(r"\w+", text[span.end : span.end + _MORE_REACH].lower())
    return (
        any(word in lead for word in _PART)
        or bool(set(behind[:1]) & _MORE)
        or behind[:1] == ["of"]
        or bool(_RISEN.search(text[max(0, span.start - _RISEN_REACH) : span.start].lower()))
        or bool(_ANOTHER.search(text[max(0, span.start - _ANOTHER_REACH) : span.start]))
        or bool(_BEFORE.match(text[span.end : span.end + _BEFORE_REACH]))
        or bool(_GRAVELY.match(text[span.end : span.end + _GRAVE_REACH]))
        or bool(_RAISES.match(text[span.end : span.end + _RAISES_REACH]))
    )
