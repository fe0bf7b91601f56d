"""Figures of two claimants that cannot both be true."""

import re
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from accordingto.records.facts import Figure
from accordingto.relations.claim import Claim
from accordingto.relations.counts import is_over_time, is_part
from accordingto.relations.elliptic import is_bare_number
from accordingto.relations.scene import Scene
from accordingto.relations.verb import verb_of
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
_VAGUE = 5
# Where an article is set stands in so many of its first characters.
_OPENING = 300
_IN_PLACE = re.compile(
    r"(?:In|At|Near|Around|Outside) (?:the )?(?:[a-z-]+ ){0,3}"
    r"(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}),"
)
_BODIES = frozenset({"body", "bodies", "corpse", "corpses"})
# Days and months are no places.
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
     "february", "march", "april", "june", "july", "august", "september", "october", "november",
     "december"}
)  # fmt: skip
# Units that say nothing of who was harmed.
_PEOPLE = frozenset(
    {None, "people", "person", "dead", "toll", "body", "bodies", "death", "deaths", "fatality",
     "fatalities", "victim", "victims", "corpses"}
)  # fmt: skip
_SIDES = frozenset({"combatants", "civilians"})
_MOST_FIGURES = 6
_MOST_TOLLS, _TWO, _EACH = 3, 2, 1
# Who has seen, treated or verified so many says of no more that there were not.
_PARTIAL = frozenset({"see", "treat", "operate", "photograph", "film", "examine", "receive"})
_AT_LEAST = frozenset({"verify", "confirm", "document", "identify", "record", "authenticate"})
# News tells of the last days without saying which; an event of more days ago is another one.
_RECENT = timedelta(days=4)


def rival_figures(scene: Scene, earlier: Claim, later: Claim) -> str | None:
    """Why the two cannot both be right about a toll; ``None`` where they can."""
    mine, theirs = _counts(scene, earlier), _counts(scene, later)
    if not mine or not theirs or _days_apart(scene, earlier, later):
        return None
    if _set_elsewhere(scene, earlier, later) or _set_elsewhere(scene, later, earlier):
        return None
    if _over_time(scene, earlier) != _over_time(scene, later):
        return None
    verbs = verb_of(scene, earlier.statement), verb_of(scene, later.statement)
    if _PARTIAL & {*verbs}:
        return None
    mine = tuple(_at_least(figure, verbs[0]) for figure in mine)
    theirs = tuple(_at_least(figure, verbs[1]) for figure in theirs)
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


def _set_elsewhere(scene: Scene, one: Claim, other: Claim) -> bool:
    """ "In Telsk, …" opens the sentence of one claim: a place of which the article's opening and
    the other's sentence know nothing."""
    text = scene.article.text
    sentence = scene.sentence_at(one.start)
    opens = _IN_PLACE.match(text, sentence.start, sentence.end)
    if opens is None:
        return False
    elsewhere = opens["place"] not in text[: sentence.start][:_OPENING]
    return elsewhere and opens["place"] not in scene.sentence_at(other.start).of(text)


def _over_time(scene: Scene, claim: Claim) -> bool:
    """True where a claim counts the harm of months; "the army acknowledges four" counts what the
    claim before it does."""
    text = scene.article.text
    spans = claim.statement.content_spans
    at = scene.order_of[claim.place]
    if len(spans) == 1 and at and is_bare_number(spans[0].of(text)):
        before = scene.in_order[at - 1].statement.content_spans
        return any(is_over_time(span.of(text)) for span in before)
    return any(is_over_time(span.of(text)) for span in spans)


def _at_least(figure: Figure, verb: str) -> Figure:
    """ "Verified six deaths", "33 bodies were brought in": there may be more."""
    if verb not in _AT_LEAST and figure.unit not in _BODIES:
        return figure
    return replace(figure, low=figure.low if figure.low is not None else figure.value, high=None)


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
    places or days: "six in the north", "31 in all". Many sides with a number each are no sign of
    that."""
    counts = scene.counts
    return counts.numbers.get(what, 0) > _MOST_TOLLS and counts.given.get(what, 0) > _EACH


def _differ(scene: Scene, one: Figure, other: Figure) -> bool:
    told = {*one.population, *other.population}
    # "40 militants were killed", "it had lost four men": whose men these are goes without saying.
    part = told - _SIDES - ({"men"} if "combatants" in told else set())
    if part and not _are_all_of(scene, one, other):
        # Children, women: a part of those harmed. That all were fighters is what is disputed.
        return False
    # Two numbers of one harm are of people, whether the words are for miners, bodies or fighters.
    few = scene.counts.numbers.get(one.what, 0) <= _TWO or not _are_many(scene, one.what)
    two = one.what in _HARMS and few and not _of_two_sides(one, other)
    units = ["people" if figure.unit in _PEOPLE else figure.unit for figure in (one, other)]
    if not two and units[0] != units[1]:
        return False
    text = scene.article.text
    if is_part(text, one) or is_part(text, other):
        return False
    return _beyond(one.low, _most(other)) or _beyond(other.low, _most(one))


def _are_all_of(scene: Scene, one: Figure, other: Figure) -> bool:
    """ "At least 19 children have died", "nine deaths", in an article that counts nobody else."""
    apart = (bool(set(f.population) - _SIDES) for f in (one, other))
    return one.what in scene.counts.of_one and sum(apart) == 1


def _of_two_sides(one: Figure, other: Figure) -> bool:
    """Fighters killed and civilians killed: both may be so."""
    mine, theirs = set(one.population) & _SIDES, set(other.population) & _SIDES
    return bool(mine and theirs) and mine != theirs


def _most(figure: Figure) -> float | int | None:
    """The upper bound; "a few hundred" people in a street are not thousands."""
    vague = figure.value is None and figure.high is None and figure.what == "participants"
    return figure.low * _VAGUE if vague and figure.low is not None else figure.high


def _beyond(low: float | int | None, high: float | int | None) -> bool:
    return low is not None and high is not None and low > high


def _days_apart(scene: Scene, one: Claim, other: Claim) -> bool:
    """True where the claims name different days, or only one names a day and that is long past:
    then they tell of different events."""
    days, others = _days(scene, one), _days(scene, other)
    if days and others:
        return not days & others
    weekdays = one.names & _DAYS, other.names & _DAYS
    if all(weekdays) and not weekdays[0] & weekdays[1]:
        return True
    published = scene.article.published
    named = days | others
    if not named or published is None:
        return False
    told = date.fromisoformat(published[:10])
    return all(day < told - _RECENT for day in named)


def elsewhere(scene: Scene, one: Claim, other: Claim) -> bool:
    """True where the claims name different places or different days."""
    told = (
        (_names(one), _names(other)),
        (_days(scene, one), _days(scene, other)),
        (one.names & _DAYS, other.names & _DAYS),
    )
    return any(bool(a) and bool(b) and not a & b for a, b in told)


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
    names = claim.names - _DAYS
    return frozenset(name for name in names if not name.startswith("@"))
