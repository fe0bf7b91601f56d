"""Figures of two claimants that cannot both be true."""

import re
from datetime import date, datetime, timedelta

from accordingto.records.facts import Figure
from accordingto.relations.claim import Claim
from accordingto.relations.scene import Scene
from accordingto.relations.wordlists import words

# Counts of the same harm can be set against each other; counts of anything else need not be.
_HARMS = frozenset(
    {
        "killed",
        "injured",
        "killed_and_injured",
        "missing",
        "abducted",
        "arrested",
        "displaced",
        "participants",
    }
)
# Words in front of a figure for a part of a total.
_PART = ("among them", "including", "of them", "of whom", "among whom", "another", "other", "more")
_PART_REACH = 24
# Words behind a number of things that come on top of others.
_MORE = frozenset({"further", "more", "other", "others", "additional"})
_MORE_REACH = 16
_VAGUE = 5
_SIDES = frozenset({"combatants", "civilians"})
# "Three died overnight, raising the toll to 11".
_RAISES = re.compile(
    r"[^.;\n]{0,90}\b(?:rais|bring|tak|lift|push)ing\b[^.;\n]{0,50}"
    r"\b(?:toll|dead|deaths|total|number|tally)\b",
    re.IGNORECASE,
)
_RAISES_REACH = 180
_MOST_FIGURES = 6
_MOST_TOLLS, _TWO = 3, 2
# News tells of the last days without saying which; an event of more days ago is another one.
_RECENT = timedelta(days=4)


def rival_figures(scene: Scene, earlier: Claim, later: Claim) -> str | None:
    """Why the two cannot both be right about a toll; ``None`` where they can."""
    mine, theirs = _counts(scene, earlier), _counts(scene, later)
    if not mine or not theirs or _days_apart(scene, earlier, later):
        return None
    for one in mine:
        for other in theirs:
            if one.what == other.what and one.what in _HARMS and _differ(scene, one, other):
                if _in_headline(scene, one) and _in_headline(scene, other):
                    return _why(scene, one, other)
                places = _names(earlier), _names(later)
                if all(places) and not places[0] & places[1]:
                    continue
                if _are_many(scene, one.what) and not places[0] & places[1]:
                    continue
                single = [at for at, f in enumerate((other, one)) if f.value == 1]
                if any(places[at] - places[1 - at] for at in single):
                    # "One person died in Belm" beside the dead of the whole land.
                    continue
                return _why(scene, one, other)
    return None


def _why(scene: Scene, one: Figure, other: Figure) -> str:
    text, what = scene.article.text, one.what.replace("_", " ")
    return f"another number of {what}: '{other.span.of(text)}', '{one.span.of(text)}'"


def _in_headline(scene: Scene, figure: Figure) -> bool:
    """True for a number that the headline has too: it is of what the article is about."""
    return figure.value is not None and (figure.what, figure.value) in scene.headlined


def other_figures(scene: Scene, one: Claim, other: Claim) -> bool:
    """True where both count the same kind of thing and no number is in both: "12 percent" at six
    o'clock and "9.59 percent" later are two claims."""
    mine, theirs = ({(f.what, f.unit): f.value for f in _counts(scene, c)} for c in (one, other))
    kinds = mine.keys() & theirs.keys()
    numbers = {*mine.values()} & {*theirs.values()}
    return bool(kinds) and not numbers


def faulted_figure(scene: Scene, earlier: Claim, later: Claim) -> str | None:
    """ "The figure of 400 was too low": the other's number, said to be wrong."""
    text = scene.article.text
    if not _counts(scene, earlier) or not _counts(scene, later):
        return None
    for one, other in ((earlier, later), (later, earlier)):
        said = " ".join(span.of(text) for span in one.statement.content_spans).lower()
        fault = next((w for w in sorted(words("false", "figures")) if w in said), None)
        if fault is None:
            continue
        numbers = {f.value for f in _counts(scene, one)}
        theirs = {f.value for f in _counts(scene, other)}
        if {n for n in numbers & theirs if n is not None}:
            return f"calls the other's number '{fault}'"
    return None


def _counts(scene: Scene, claim: Claim) -> tuple[Figure, ...]:
    return scene.counted.get(claim.statement.id, ())[:_MOST_FIGURES]


def _are_many(scene: Scene, what: str) -> bool:
    """True where an article gives so many numbers of one harm that they must be of several events,
    places or days: "six in the north", "31 in all"."""
    return scene.numbers.get(what, 0) > _MOST_TOLLS


def _differ(scene: Scene, one: Figure, other: Figure) -> bool:
    if {*one.population, *other.population} - _SIDES:
        # Children, women: a part of those harmed. That all were fighters is what is disputed.
        return False
    # Two numbers of one harm are of people, whether the words are for miners, bodies or fighters.
    two = one.what in _HARMS and scene.numbers.get(one.what, 0) <= _TWO
    units = [figure.unit if figure.unit != "person" else "people" for figure in (one, other)]
    if not two and (units[0] or "people") != (units[1] or "people"):
        return False
    if _is_part(scene, one) or _is_part(scene, other):
        return False
    return _beyond(one.low, _most(other)) or _beyond(other.low, _most(one))


def _most(figure: Figure) -> float | int | None:
    """The upper bound; "a few hundred" people in a street are not thousands."""
    vague = figure.value is None and figure.high is None and figure.what == "participants"
    return figure.low * _VAGUE if vague and figure.low is not None else figure.high


def _beyond(low: float | int | None, high: float | int | None) -> bool:
    return low is not None and high is not None and low > high


def _is_part(scene: Scene, figure: Figure) -> bool:
    """ "Among them two children", "another five", "four further arrests", "also killed five": less
    than the total, and no rival of it."""
    text, span = scene.article.text, figure.span
    lead = text[max(0, span.start - _PART_REACH) : span.end].lower()
    behind = text[span.end : span.end + _MORE_REACH].lower().split()
    return (
        any(word in lead for word in _PART)
        or bool(set(behind[:1]) & _MORE)
        or behind[:1] == ["of"]
        or bool(_RAISES.match(text[span.end : span.end + _RAISES_REACH]))
    )


def _days_apart(scene: Scene, one: Claim, other: Claim) -> bool:
    """True where the claims name different days, or only one names a day and that is long past:
    then they tell of different events."""
    days, others = _days(scene, one), _days(scene, other)
    if days and others:
        return not days & others
    published = scene.article.published
    named = days | others
    if not named or published is None:
        return False
    told = date.fromisoformat(published[:10])
    return all(day < told - _RECENT for day in named)


def _days(scene: Scene, claim: Claim) -> frozenset[date]:
    """The days that stand in a claim's content, or between its pieces."""
    spans = claim.statement.content_spans
    start, end = spans[0].start, spans[-1].end
    found = (_day(t.value) for t in scene.times if start <= t.span.start < end)
    return frozenset(day for day in found if day is not None)


def _day(value: str) -> date | None:
    """The day of a time's value; ``None`` for weeks, months, years and what no calendar has."""
    try:
        return datetime.strptime(value[:10], "%Y-%m-%d").date()
    except ValueError:
        return None


def _names(claim: Claim) -> frozenset[str]:
    return frozenset(name for name in claim.names if not name.startswith("@"))
