"""The figures of a story, claimant by claimant: ranges as given, never an average."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from accordingto.records.document import Document
from accordingto.records.facts import Figure, What
from accordingto.records.instant import instant
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.records.story import (
    Casualties,
    Claimant,
    Count,
    Origin,
    Party,
    Ref,
    StoryToll,
)
from accordingto.stories.counts import is_part, is_unreal
from accordingto.stories.said import UNNAMED
from accordingto.stories.texts import outlet_of
from accordingto.stories.tolls_events import (
    is_denied,
    is_of_a_period,
    is_of_what_did_not_happen,
    key_of,
    of_other_events,
    withdrawn_in,
)
from accordingto.stories.tolls_likely import Likely, likely_tolls
from accordingto.tables import table

HARMS: tuple[What, ...] = (
    "killed", "injured", "killed_and_injured", "missing", "abducted", "arrested", "displaced",
)  # fmt: skip
_AFTER = 40
# Those harmed who may be all of them: no part.
_ANYBODY = frozenset({"civilians"})


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure with its claimant, whether it counts everybody, and whether it is the number that
    its article as a whole comes to."""

    count: Count
    party: str | None
    name: str
    whole: bool
    origin: str
    attacker: bool | None
    settled: bool
    vague: bool


def find_tolls(
    documents: Sequence[Document], parties: Sequence[Party], origins: Sequence[Origin]
) -> list[StoryToll]:
    """A toll for each harm that the story has figures of, or tells of one person at a time."""
    whose = {key: party for party in parties for key in party.actors}
    origin_of = {d: origin for origin in origins for d in origin.documents}
    elsewhere = of_other_events(documents)
    likely = likely_tolls(documents, origins)
    given: dict[What, list[_Given]] = defaultdict(list)
    for document in documents:
        statements = {statement.id: statement for statement in document.statements}
        withdrawn = withdrawn_in(document)
        theirs = {figure.id for figure in document.figures if figure.statement}
        for figure in document.figures:
            if figure.same_as in theirs:
                # A headline's figure that somebody gives in the body is his.
                continue
            bounded = figure.low is not None or figure.high is not None
            unreal = is_unreal(figure, document) or is_of_what_did_not_happen(document, figure)
            if (
                figure.what in HARMS
                and bounded
                and not unreal
                and not _is_of_animals(document, figure)
            ):
                statement = statements.get(figure.statement or "")
                one = _given(document, figure, statement, whose, origin_of)
                if (figure.what, figure.value) in withdrawn:
                    count = msgspec.structs.replace(one.count, withdrawn=True)
                    one = replace(one, whole=False, count=count)
                if key_of(figure) in elsewhere or _is_total(document, figure, likely):
                    count = msgspec.structs.replace(one.count, elsewhere=True)
                    one = replace(one, whole=False, count=count)
                if is_denied(document, figure, statement):
                    count = msgspec.structs.replace(one.count, denied=True)
                    one = replace(one, whole=False, count=count)
                given[figure.what].append(one)
    return [
        _toll(what, _claimed(given.get(what, [])), likely.get(what))
        for what in HARMS
        if given.get(what) or what in likely
    ]


def _is_total(document: Document, figure: Figure, likely: Mapping[What, Likely]) -> bool:
    """True for a number of a weekend or a year where the articles as wholes come to a lesser one:
    it is not that of the story's event."""
    known = likely.get(figure.what)
    least = figure.low if figure.low is not None else figure.high
    total = known is not None and least is not None and least > known.value
    return total and is_of_a_period(document, figure)


def casualties_of(tolls: Sequence[StoryToll]) -> Casualties:
    """The bounds that claimants give; where nobody gives a figure for all, what the articles tell
    of one person or group at a time."""
    found: dict[str, float | int | tuple[str, ...] | None] = {}
    for toll in tolls:
        if toll.what not in {"killed", "injured"}:
            continue
        if toll.least is not None or toll.most is not None:
            bounds = (toll.least, toll.least_by, toll.most, toll.most_by)
        else:
            bounds = (toll.likely, toll.likely_reasons, toll.likely, toll.likely_reasons)
        names = ("min", "min_by", "max", "max_by")
        found |= {f"{toll.what}_{n}": b for n, b in zip(names, bounds, strict=True)}
    return msgspec.convert(found, Casualties)


def _claimed(given: list[_Given]) -> list[_Given]:
    """Without what an outlet says in its own voice (as in a headline) of a figure that somebody
    in the same article gives: it is theirs. So is "dozens" beside somebody's 42."""
    theirs: dict[str, list[Count]] = defaultdict(list)
    for one in given:
        if one.count.ref.statement and not one.count.denied:
            theirs[one.count.ref.document].append(one.count)
    return [
        one
        for one in given
        if one.count.ref.statement
        or not any(
            _is_worded(one.count, told, vague=one.vague) for told in theirs[one.count.ref.document]
        )
    ]


def _is_worded(own: Count, told: Count, *, vague: bool) -> bool:
    """True where ``own`` is only another wording of the number that is ``told``."""
    if (own.low, own.high) == (told.low, told.high):
        return True
    least = told.low if told.low is not None else told.high
    return vague and own.low is not None and least is not None and own.low <= least


def _given(
    document: Document,
    figure: Figure,
    statement: Statement | None,
    whose: Mapping[tuple[str, str], Party],
    origin_of: Mapping[str, Origin],
) -> _Given:
    party = whose.get((document.id, statement.source or "")) if statement else None
    role, part = role_of(document, figure), is_part(figure, document)
    count = Count(
        ref=Ref(
            document=document.id,
            span=figure.span,
            words=figure.span.of(document.text),
            statement=figure.statement,
        ),
        what=figure.what,
        low=figure.low,
        high=figure.high,
        role=role,
        published=document.published,
        outlet=outlet_of(document),
        part=part,
    )
    settled = any(t.what == figure.what and t.value == figure.value for t in document.tolls)
    # "Two men were shot dead", in an article that comes to two dead: these are all.
    whole = (role is None or settled) and not part
    origin = origin_of[document.id]
    name = party.name if party else _unnamed(document, statement, origin)
    return _Given(
        count=count,
        party=party.id if party else None,
        name=name,
        whole=whole,
        origin=origin.id,
        attacker=figure.attacker_counted,
        settled=settled,
        vague=figure.value is None,
    )


def _unnamed(document: Document, statement: Statement | None, origin: Origin) -> str:
    if statement is None:
        # Copies of one text are one voice, whoever prints it.
        name = origin.name if len(origin.documents) > 1 else outlet_of(document)
        return f"{name} (own voice)"
    if statement.holder_text:
        return statement.holder_text
    span = statement.source_span
    return span.of(document.text) if span else UNNAMED


def role_of(document: Document, figure: Figure) -> str | None:
    """The part of those harmed that a figure counts ("fighters", "children"), where it says so."""
    end = figure.span.end
    after = Span(end, min(len(document.text), end + _AFTER)).of(document.text)
    match = _roles().match(after)
    if match:
        return match["role"].lower()
    part = [who.replace("_", " ") for who in figure.population if who not in _ANYBODY]
    return " and ".join(part) or None


def _is_of_animals(document: Document, figure: Figure) -> bool:
    """True for thousands of fish: they are no toll of a story."""
    end = figure.span.end
    after = Span(end, min(len(document.text), end + _AFTER)).of(document.text)
    known = table("accordingto.stories", "roles.toml")["animals"]
    return any(word.lower() in known for word in re.findall(r"\w+", after)[:3])


@cache
def _roles() -> re.Pattern[str]:
    kept = table("accordingto.stories", "roles.toml")
    roles = "|".join(re.escape(role) for role in kept["roles"])
    return re.compile(rf"\s+(?:[\w-]+\s+)?(?P<role>{roles})\b", re.IGNORECASE)


def _toll(what: What, given: Sequence[_Given], likely: Likely | None) -> StoryToll:
    by_claimant: dict[str, list[_Given]] = defaultdict(list)
    for one in given:
        by_claimant[one.party or f"? {one.name.casefold()}"].append(one)
    claimants = [_claimant(found) for found in by_claimant.values()]
    claimants.sort(
        key=lambda c: (all(x.elsewhere for x in c.counts), -c.origins, -len(c.counts), c.name)
    )
    latest = [(c, _latest(by_claimant, c)) for c in claimants]
    whole = [(c, one) for c, one in latest if one is not None]
    lows = [(one.count.low, c.name) for c, one in whole if one.count.low is not None]
    highs = [(one.count.high, c.name) for c, one in whole if one.count.high is not None]
    # "At least 11" has no upper bound, but it is a figure that somebody gives as their most.
    tops = highs + [(low, name) for low, name in lows]
    least = min((low for low, _ in lows), default=None)
    most = max((high for high, _ in tops), default=None)
    return StoryToll(
        what=what,
        claimants=tuple(claimants),
        least=least,
        most=most,
        least_by=_names(name for low, name in lows if low == least),
        most_by=_names(name for high, name in tops if high == most),
        unresolved=tuple(_unresolved(whole, claimants)),
        likely=likely.value if likely else None,
        likely_score=likely.score if likely else None,
        likely_reasons=likely.reasons if likely else (),
    )


def _names(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def _claimant(found: Sequence[_Given]) -> Claimant:
    ordered = sorted(found, key=lambda g: (instant(g.count.published), g.count.ref))
    whole = [one for one in ordered if one.whole]
    # What he only denies is nothing that he gives.
    whole = whole or [one for one in ordered if not one.count.denied]
    lows = [one.count.low for one in whole if one.count.low is not None]
    highs = [one.count.high for one in whole if one.count.high is not None]
    return Claimant(
        party=ordered[0].party,
        name=ordered[0].name,
        counts=tuple(one.count for one in ordered),
        low=min(lows, default=None),
        high=max(highs, default=None),
        # A party is one origin, however many articles quote it.
        origins=1 if ordered[0].party else len({one.origin for one in ordered}),
    )


def _latest(by_claimant: Mapping[str, list[_Given]], claimant: Claimant) -> _Given | None:
    """The newest figure that a claimant gives for all; of one article that which the article as a
    whole comes to, or else the greatest."""
    key = claimant.party or f"? {claimant.name.casefold()}"
    whole = [one for one in by_claimant[key] if one.whole]
    if not whole:
        return None
    return max(
        whole,
        key=lambda g: (
            instant(g.count.published),
            g.settled,
            g.count.low or g.count.high or 0,
            g.count.ref,
        ),
    )


def _unresolved(
    whole: Sequence[tuple[Claimant, _Given]], claimants: Sequence[Claimant]
) -> list[str]:
    """Why the claimants' figures differ, as far as the texts tell."""
    found = []
    # "Three" and "at least three" do not differ.
    bounds = ((one.count.low, one.count.high) for _, one in whole)
    values = {low if low is not None else high for low, high in bounds}
    if len(values) > 1:
        told = "; ".join(f"{c.name}: “{one.count.ref.words}”" for c, one in whole[:6])
        found.append(f"claimants differ ({told})")
    days = {(one.count.published or "")[:10] for _, one in whole}
    if len(values) > 1 and len(days) > 1:
        found.append(f"the latest figures are of different days ({', '.join(sorted(days - {''}))})")
    if {True, False} <= {one.attacker for _, one in whole}:
        found.append("some count the attacker, some set him apart")
    roles = sorted({c.role for claimant in claimants for c in claimant.counts if c.role})
    if any(c.elsewhere for claimant in claimants for c in claimant.counts):
        found.append("some count another event")
    if roles:
        found.append(f"some count a part only ({', '.join(roles)})")
    return found
