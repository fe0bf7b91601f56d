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
from accordingto.stories.organs import akin
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
_MORE_BEFORE = re.compile(r"\b(?:another|an additional|a further)\s*\Z", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s*(?:more|additional|further)\b(?! than)", re.IGNORECASE)
_OTHERS = frozenset({"others", "other"})
# Counts that grow from day to day, as bodies are found and wounds are dressed.
_GROW = frozenset({"killed", "injured"})
# "Three died overnight, raising the death toll to 11": three are a part of these.
_RAISES = re.compile(
    r"\b(?:rais|bring|tak|lift|push)ing\b[^.;]{0,50}\b(?:toll|dead|deaths|total|number|tally)\b",
    re.IGNORECASE,
)
_RISEN = re.compile(
    r"\b(?:rose|risen|ris(?:es|ing)|climb\w*|grew|grown|grows|rais\w+|brought|bring\w*|increas\w+"
    r"|jump\w+|up|tak(?:es|ing)|reach\w*)\b",
    re.IGNORECASE,
)
# "The toll rose to 17", in so many words, whatever the day.
_ROSE_TO = re.compile(
    r"\b(?:rose|risen|ris(?:es|ing)|climb(?:s|ed|ing)?|grew|grown|grows|raised|jump(?:s|ed)|increased)"
    r" to (?:at least |about |nearly |over |more than )?\Z",
    re.IGNORECASE,
)
_FEARED = re.compile(
    r"\b(?:feared|presumed|believed to be|thought to be) ?(?:dead|killed|drowned)?\b"
)
# "At least 23 Teskan soldiers": a capital in front of those who are counted.
_OWN_PEOPLE = re.compile(r"(?:[a-z]+ ){0,3}[\w,.-]+ (?P<whose>[A-Z][a-z]+) [a-z]+", re.ASCII)
HARMS: frozenset[What] = frozenset(
    {"killed", "injured", "killed_and_injured", "missing", "abducted", "arrested"}
)
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
    agreed = _agreed(a, b)
    for one in a.figures:
        if (kinds is not None and one.what not in kinds) or one.what in agreed:
            continue
        # Last month's dead are no other number of today's.
        of_event = [f for f in b.figures if (f.id in b.elsewhere) == (one.id in a.elsewhere)]
        mine = _of_whom(one, a.document)
        others = [
            f for f in of_event
            if _same_thing(one, f) and not _of_others(mine, _of_whom(f, b.document))
        ]  # fmt: skip
        # "Three more died, which makes 11": 11 is what another's toll is held against.
        others.sort(key=lambda f: is_part(f, b.document))
        if one.what == "money" and len(others) + _sums(a) > 2:
            # What was earned and what was paid: which sum is which, the figures do not tell.
            continue
        if not others or any(_equal(one, other) for other in others):
            continue
        if is_more(one, a.document) or is_more(others[0], b.document):
            # "26 more bodies": how many that makes, this number does not tell.
            continue
        found = _unequal(one, others[0], a, b)
        if found and found[0] == "conflicts" and (_tells(b, one) or _tells(a, others[0])):
            # The other has this number too, of whatever it was read to be.
            continue
        if found is not None and (worst is None or found[0] == "conflicts"):
            worst = found
    return worst


def _of_whom(figure: Figure, document: Document) -> str | None:
    """Whose people are counted: the "Teskan" of "23 Teskan soldiers"."""
    match = _OWN_PEOPLE.match(document.text, figure.span.start)
    return match["whose"].lower() if match else None


def _of_others(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and not akin(one, other)


def _agreed(a: Said, b: Said) -> set[What]:
    """The harms of which both give one number: what one has besides is a part of it."""
    return {
        one.what
        for one in a.figures
        for other in b.figures
        if one.what == other.what and one.what in HARMS and bounds(one) == bounds(other)
    }


def agreed(a: Said, b: Said) -> str | None:
    """The number in the first's words that both give for one harm of the story's event, where each
    has no other for it."""
    for what in sorted(_agreed(a, b)):
        mine, theirs = ([f for f in s.figures if f.what == what] for s in (a, b))
        if len(mine) == len(theirs) == 1 and (mine[0].id in a.elsewhere) == (
            theirs[0].id in b.elsewhere
        ):
            return f"“{mine[0].span.of(a.document.text)}” ({what.replace('_', ' ')})"
    return None


def _same_thing(one: Figure, other: Figure) -> bool:
    """True where both count the same kind of thing."""
    unit, there = _unit(one), _unit(other)
    if "distance" in (one.what, other.what):
        # From where to where, the figure does not tell.
        return False
    if one.what in HARMS or other.what in HARMS:
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
    if day_a and day_b and day_a != day_b:
        late = (other, b, y) if day_a < day_b else (one, a, x)
        early = x if day_a < day_b else y
        if same_claimant(a, b):
            return "update", f"{words}: the same claimant, a later day"
        if early[1] == float("inf") and late[2][0] > early[0]:
            return "update", f"{words}: a later day, and the earlier was a least"
        if one.what in _GROW and late[2][0] > early[1]:
            risen = "the number has risen" if _has_risen(late[0], late[1]) else "such numbers grow"
            return "update", f"{words}: a later day, and {risen}"
    elif one.what in _GROW and _rose(*((one, a, x, y) if x > y else (other, b, y, x))):
        return "update", f"{words}: the number has risen"
    if max(x[0], y[0]) <= min(x[1], y[1]):
        return "differs", f"{words}: both can hold"
    if _is_feared(one, a) or _is_feared(other, b):
        return "differs", f"{words}: one is feared, not counted"
    return "conflicts", f"{words}: both cannot hold at one time"


def _has_risen(figure: Figure, said: Said) -> bool:
    """True where the words in front of a number say that it has grown."""
    before = said.document.text[max(0, figure.span.start - 2 * _NEAR) : figure.span.start]
    return bool(_RISEN.search(re.split(r"[.;!?\n]", before)[-1]))


def _rose(figure: Figure, said: Said, its: Bounds, before: Bounds) -> bool:
    """True where the words in front of a number say that it is what a lower one came to."""
    start = figure.span.start
    words = said.document.text[max(0, start - _NEAR) : start]
    return its[0] > before[1] and bool(_ROSE_TO.search(words))


def _is_feared(figure: Figure, said: Said) -> bool:
    """ "71 people were feared dead": nobody has counted them."""
    text, end = said.document.text, figure.span.end
    around = text[max(0, figure.span.start - _NEAR // 2) : figure.span.start]
    after = re.split(r"[.;!?\n]", text[end : end + _NEAR])[0]
    return bool(_FEARED.search(re.split(r"[.;!?\n]", around)[-1]) or _FEARED.search(after))


def _next(one: Figure, other: Figure) -> bool:
    """True where one number is the other and one more."""
    return None not in (one.value, other.value) and abs((one.value or 0) - (other.value or 0)) == 1


def _one_more(figure: Figure, said: Said) -> bool:
    """True where the words go on to one more: "five people were shot and a girl was injured"."""
    text = said.document.text
    after = re.split(r"[.;!?\n]", text[figure.span.end : figure.span.end + 2 * _NEAR])[0]
    return bool(_AND_ONE.search(after))


def same_claimant(a: Said, b: Said) -> bool:
    """True where both figures come from one party."""
    return bool(a.bodies & b.bodies)


def is_more(figure: Figure, document: Document) -> bool:
    """True for a number that comes on top of an earlier one: "26 more bodies", "another nine"."""
    text, span = document.text, figure.span
    return bool(
        _MORE_BEFORE.search(text[max(0, span.start - _NEAR) : span.start])
        or _MORE_AFTER.match(text[span.end : span.end + _NEAR])
    )


def is_part(figure: Figure, document: Document) -> bool:
    """True where the words around a figure say that it counts a part of those harmed."""
    text = document.text
    before = text[max(0, figure.span.start - _NEAR) : figure.span.start]
    after = text[figure.span.end : figure.span.end + _NEAR]
    early, late = _part_words()
    before = re.split(r"[.;!?\n]", before)[-1]
    after = re.split(r"[.;!?\n]", after)[0]
    raised = re.split(r"[.;!?\n]", text[figure.span.end : figure.span.end + 2 * _NEAR])[0]
    if early.search(before) or _RAISES.search(raised):
        return True
    behind = late.match(after)
    return behind is not None and not (
        behind[0].strip().lower() in _OTHERS and _of_other_harm(figure, document)
    )


def _of_other_harm(figure: Figure, document: Document) -> bool:
    """ "Five were killed and 22 others wounded": others than the dead, and all of the wounded. In a
    sentence of their own they are all where the article as a whole comes to as many."""
    before = [f for f in document.figures if 0 < figure.span.start - f.span.end < _NEAR]
    gap = document.text[before[-1].span.end : figure.span.start] if before else "."
    harms = {f.what for f in before if f.what in HARMS}
    if harms and figure.what not in harms and not re.search(r"[.;!?\n]", gap):
        return True
    told = {f.what for f in document.figures if f.span.start < figure.span.start}
    settled = any(t.what == figure.what and t.value == figure.value for t in document.tolls)
    return settled and figure.what not in told and bool(told.intersection(HARMS))


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
