"""The figures of a story, claimant by claimant: ranges as given, never an average."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from accordingto.records.document import Document
from accordingto.records.facts import Figure, What
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.records.story import Claimant, Count, Origin, Party, Ref, StoryToll
from accordingto.stories.counts import is_part, is_unreal
from accordingto.stories.texts import outlet_of, sentence_of
from accordingto.tables import table

HARMS: tuple[What, ...] = (
    "killed", "injured", "killed_and_injured", "missing", "abducted", "arrested", "displaced",
)  # fmt: skip
_AFTER = 40
# Days between a harm and the article on it from which it is another harm.
_LONG_AGO = 4


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure with its claimant and whether it counts everybody."""

    count: Count
    party: str | None
    name: str
    whole: bool
    origin: str


def find_tolls(
    documents: Sequence[Document], parties: Sequence[Party], origins: Sequence[Origin]
) -> list[StoryToll]:
    """A toll for each harm that the story has figures of."""
    whose = {key: party for party in parties for key in party.actors}
    origin_of = {d: origin.id for origin in origins for d in origin.documents}
    given: dict[What, list[_Given]] = defaultdict(list)
    for document in documents:
        statements = {statement.id: statement for statement in document.statements}
        for figure in document.figures:
            bounded = figure.low is not None or figure.high is not None
            if figure.what in HARMS and bounded and not is_unreal(figure, document):
                statement = statements.get(figure.statement or "")
                one = _given(document, figure, statement, whose, origin_of)
                given[figure.what].append(one)
    return [_toll(what, _claimed(given[what])) for what in HARMS if given.get(what)]


def _claimed(given: list[_Given]) -> list[_Given]:
    """Without what an outlet says in its own voice (as in a headline) of a figure that somebody
    in the same article gives: it is theirs."""
    theirs = {
        (g.count.ref.document, g.count.low, g.count.high) for g in given if g.count.ref.statement
    }
    return [
        g
        for g in given
        if g.count.ref.statement or (g.count.ref.document, g.count.low, g.count.high) not in theirs
    ]


def _given(
    document: Document,
    figure: Figure,
    statement: Statement | None,
    whose: Mapping[tuple[str, str], Party],
    origin_of: Mapping[str, str],
) -> _Given:
    party = whose.get((document.id, statement.source or "")) if statement else None
    role = role_of(document, figure)
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
    )
    whole = role is None and not is_part(figure, document) and not of_another_day(document, figure)
    name = party.name if party else _unnamed(document, statement)
    return _Given(count, party.id if party else None, name, whole, origin_of[document.id])


def _unnamed(document: Document, statement: Statement | None) -> str:
    if statement is None:
        return f"{outlet_of(document)} (own voice)"
    if statement.holder_text:
        return statement.holder_text
    span = statement.source_span
    return span.of(document.text) if span else "unnamed source"


def of_another_day(document: Document, figure: Figure) -> bool:
    """True where the sentence of a figure dates it well before the article: another event."""
    if document.published is None:
        return False
    published = _ordinal(document.published[:10])
    sentence = sentence_of(document, figure.span)
    days = [_ordinal(time.value) for time in document.times if sentence.contains(time.span)]
    known = [day for day in days if day is not None]
    return published is not None and bool(known) and max(known) < published - _LONG_AGO


def _ordinal(value: str) -> int | None:
    """The last day of an ISO day, month or year."""
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?!\d|-?W)", value, re.ASCII)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 12), int(match[3] or 28)).toordinal()
    except ValueError:
        return None


def role_of(document: Document, figure: Figure) -> str | None:
    """The part of those harmed that a figure counts ("fighters", "children"), where it says so."""
    end = figure.span.end
    after = Span(end, min(len(document.text), end + _AFTER)).of(document.text)
    match = _roles().match(after)
    return match["role"].lower() if match else None


@cache
def _roles() -> re.Pattern[str]:
    kept = table("accordingto.stories", "roles.toml")
    roles = "|".join(re.escape(role) for role in kept["roles"])
    return re.compile(rf"\s+(?:[\w-]+\s+)?(?P<role>{roles})\b", re.IGNORECASE)


def _toll(what: What, given: Sequence[_Given]) -> StoryToll:
    by_claimant: dict[str, list[_Given]] = defaultdict(list)
    for one in given:
        by_claimant[one.party or f"? {one.name.casefold()}"].append(one)
    claimants = [_claimant(found) for found in by_claimant.values()]
    claimants.sort(key=lambda c: (-c.origins, -len(c.counts), c.name))
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
    )


def _names(found) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    return tuple(dict.fromkeys(found))


def _claimant(found: Sequence[_Given]) -> Claimant:
    ordered = sorted(found, key=lambda g: (g.count.published or "", g.count.ref))
    whole = [one for one in ordered if one.whole] or ordered
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
    """The newest figure that a claimant gives for all; of one article the greatest."""
    key = claimant.party or f"? {claimant.name.casefold()}"
    whole = [one for one in by_claimant[key] if one.whole]
    if not whole:
        return None
    return max(
        whole,
        key=lambda g: (g.count.published or "", g.count.low or g.count.high or 0, g.count.ref),
    )


def _unresolved(
    whole: Sequence[tuple[Claimant, _Given]], claimants: Sequence[Claimant]
) -> list[str]:
    """Why the claimants' figures differ, as far as the texts tell."""
    found = []
    values = {(one.count.low, one.count.high) for _, one in whole}
    if len(values) > 1:
        told = "; ".join(f"{c.name}: “{one.count.ref.words}”" for c, one in whole[:6])
        found.append(f"claimants differ ({told})")
    days = {(one.count.published or "")[:10] for _, one in whole}
    if len(values) > 1 and len(days) > 1:
        found.append(f"the latest figures are of different days ({', '.join(sorted(days - {''}))})")
    roles = sorted({c.role for claimant in claimants for c in claimant.counts if c.role})
    if roles:
        found.append(f"some count a part only ({', '.join(roles)})")
    return found
