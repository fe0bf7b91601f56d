"""Figures of two statements held against each other: bound to what is counted, and of whom.

Unequal numbers are seldom a contradiction. Three of the victims are no conflict with four; nor is
a toll of the weekend with that of one shooting; a toll of the next day replaces today's.
"""

import re
from collections.abc import Collection
from functools import cache

from accordingto.records.document import Document
from accordingto.records.facts import Figure, What
from accordingto.records.story import LinkKind
from accordingto.stories.said import Said
from accordingto.stories.words import folded
from accordingto.tables import table

Bounds = tuple[float, float]
_NEAR = 60
# Sums of money of which one is rounded ("more than") may differ by this share.
_NEAR_SUM = 0.15
_UNREAL = re.compile(r"\b(?:would|could|might|may) (?:have )?\w+", re.IGNORECASE)
_AND_ONE = re.compile(
    r"\band (?:a|an|one|another) (?:[\w-]+ ){1,4}(?:was|is|were) (?:also )?(?:\w+ )?"
    r"(?:injured|wounded|hurt|killed|shot|dead|hit|grazed)\b",
    re.IGNORECASE,
)
_HARMS = frozenset({"killed", "injured", "killed_and_injured", "missing", "abducted", "arrested"})
# What may be held against each other in statements that share little else: people and things
# that are counted. How far two places are from a third, or what two people offer, are two things.
COUNTED: frozenset[What] = frozenset(
    {
        "killed", "injured", "killed_and_injured", "missing", "abducted", "arrested", "displaced",
        "affected", "count",
    }
)  # fmt: skip


def bounds(figure: Figure) -> Bounds | None:
    """The least and the most that a figure allows."""
    low = figure.low if figure.low is not None else None
    high = figure.high if figure.high is not None else None
    if low is None and high is None:
        return None
    return (
        float(low) if low is not None else 0.0,
        float(high) if high is not None else float("inf"),
    )


def compare_figures(
    a: Said, b: Said, kinds: Collection[What] | None = None
) -> tuple[LinkKind, str] | None:
    """What the figures of two alike statements say of their link; None where they say nothing
    against agreement. ``kinds``: only figures of these are looked at."""
    worst: tuple[LinkKind, str] | None = None
    for one in a.figures:
        if kinds is not None and one.what not in kinds:
            continue
        # Last month's dead are no other number of today's.
        of_event = [f for f in b.figures if (f.id in b.elsewhere) == (one.id in a.elsewhere)]
        others = [f for f in of_event if _same_thing(one, f)]
        if one.what == "money" and len(others) + _sums(a) > 2:
            # What was earned and what was paid: which sum is which, the figures do not tell.
            continue
        if not others or any(_equal(one, other) for other in others):
            continue
        found = _unequal(one, others[0], a, b)
        if found and found[0] == "conflicts" and (_tells(b, one) or _tells(a, others[0])):
            # The other has this number too, of whatever it was read to be.
            continue
        if found is not None and (worst is None or found[0] == "conflicts"):
            worst = found
    return worst


def _same_thing(one: Figure, other: Figure) -> bool:
    """True where both count the same kind of thing."""
    unit, there = _unit(one), _unit(other)
    if "distance" in (one.what, other.what):
        # From where to where, the figure does not tell.
        return False
    if one.what in _HARMS or other.what in _HARMS:
        return one.what == other.what
    return unit is not None and unit == there


def _sums(said: Said) -> int:
    return sum(figure.what == "money" for figure in said.figures)


def _unit(figure: Figure) -> str | None:
    groups: dict[str, str] = table("accordingto.stories", "counts.toml")["units"]
    return groups.get(figure.unit, figure.unit) if figure.unit else None


def _tells(said: Said, figure: Figure) -> bool:
    """True where a statement has a figure's number among its words, as digits or written out."""
    if figure.value is None:
        return False
    small: list[str] = table("accordingto.stories", "words.toml")["counting"]
    words = {f"{figure.value:g}"}
    if figure.value in range(len(small)):
        words.add(folded(small[int(figure.value)]))
    return not words.isdisjoint(said.words)


def _equal(one: Figure, other: Figure) -> bool:
    """True where both give one number: "$5,000" and "up to $5,000" do not differ, nor do "more than
    $1 million" and "$1.1 million"."""
    if bounds(one) == bounds(other):
        return True
    x, y = one.value, other.value
    if x is None or y is None or "exact" not in (one.bound, other.bound):
        return False
    hedged = one.bound != other.bound and one.what == other.what == "money"
    return abs(x - y) <= (_NEAR_SUM * max(x, y) if hedged else 0)


def _unequal(one: Figure, other: Figure, a: Said, b: Said) -> tuple[LinkKind, str] | None:
    x, y = bounds(one), bounds(other)
    if x is None or y is None:
        return None
    here, there = one.span.of(a.document.text), other.span.of(b.document.text)
    words = f"“{here}” and “{there}” ({one.what.replace('_', ' ')})"
    if is_part(one, a.document) or is_part(other, b.document):
        return "differs", f"{words}: one counts a part"
    if set(one.population) != set(other.population):
        who = " and ".join(sorted({*one.population} ^ {*other.population}))
        return "differs", f"{words}: one counts {who.replace('_', ' ')}"
    counted = [figure.attacker_counted for figure in (one, other)]
    if set(counted) == {True, False} or (counted.count(True) == 1 and _next(one, other)):
        return "differs", f"{words}: one counts the attacker"
    if _next(one, other) and _one_more(*min(((one, a), (other, b)), key=lambda c: c[0].value or 0)):
        return "differs", f"{words}: one tells of another apart"
    day_a, day_b = _day(a.document), _day(b.document)
    if day_a and day_b and day_a != day_b and same_claimant(a, b):
        return "update", f"{words}: the same claimant, a later day"
    if day_a and day_b and day_a != day_b and _outgrown(x, y, day_a < day_b):
        return "update", f"{words}: a later day, and the earlier was a least"
    if max(x[0], y[0]) <= min(x[1], y[1]):
        return "differs", f"{words}: both can hold"
    return "conflicts", f"{words}: both cannot hold at one time"


def _next(one: Figure, other: Figure) -> bool:
    """True where one number is the other and one more."""
    return None not in (one.value, other.value) and abs((one.value or 0) - (other.value or 0)) == 1


def _one_more(figure: Figure, said: Said) -> bool:
    """True where the words go on to one more: "five people were shot and a girl was injured"."""
    text = said.document.text
    after = re.split(r"[.;!?\n]", text[figure.span.end : figure.span.end + 2 * _NEAR])[0]
    return bool(_AND_ONE.search(after))


def _outgrown(x: Bounds, y: Bounds, in_order: bool) -> bool:
    """True where the earlier figure is a least that the later one exceeds."""
    early, late = (x, y) if in_order else (y, x)
    return early[1] == float("inf") and late[0] > early[0]


def same_claimant(a: Said, b: Said) -> bool:
    """True where both figures come from one party."""
    return bool(a.bodies & b.bodies)


def is_part(figure: Figure, document: Document) -> bool:
    """True where the words around a figure say that it counts a part of those harmed."""
    text = document.text
    before = text[max(0, figure.span.start - _NEAR) : figure.span.start]
    after = text[figure.span.end : figure.span.end + _NEAR]
    early, late = _part_words()
    before = re.split(r"[.;!?\n]", before)[-1]
    after = re.split(r"[.;!?\n]", after)[0]
    return bool(early.search(before) or late.search(after))


def is_unreal(figure: Figure, document: Document) -> bool:
    """True where the figure is of what did not happen: "hundreds would have died"."""
    after = document.text[figure.span.end : figure.span.end + _NEAR]
    return bool(_UNREAL.search(re.split(r"[.;!?\n]", after)[0]))


def _day(document: Document) -> str | None:
    return document.published[:10] if document.published else None


@cache
def _part_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kept = table("accordingto.stories", "counts.toml")
    early = "|".join(re.escape(words) for words in kept["before"])
    late = "|".join(re.escape(words) for words in kept["after"])
    return (
        re.compile(rf"(?:{early})\s*\Z", re.IGNORECASE),
        re.compile(rf"\A\s*(?:{late})\b", re.IGNORECASE),
    )
