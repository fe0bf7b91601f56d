"""Figures: numbers of people, things and money, each with what it counts and who gives it."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

import msgspec

from accordingto.facts.counted import Counted, counted
from accordingto.facts.crowds import of_crowd
from accordingto.facts.harms import Harm
from accordingto.facts.headline_victims import headline_victims
from accordingto.facts.holders import Holders
from accordingto.facts.inherited import inherited
from accordingto.facts.numbernames import is_name_number
from accordingto.facts.numbers import Amount, amounts_of
from accordingto.facts.refused import is_note
from accordingto.facts.totals import of_dead, of_total
from accordingto.facts.trends import is_change, is_minus, trend_of
from accordingto.facts.wholes import as_whole
from accordingto.records.article import Article
from accordingto.records.facts import Figure, Time
from accordingto.records.ids import content_id
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.records.statement import Statement

_FROM = re.compile(
    r",?\s+(?:(?:up|down)\s+)?(?:from|against|compared (?:with|to)|versus)\s+", re.IGNORECASE
)
# What somebody says that is no more than a number ("at least 25") is not longer, in characters.
_LONGEST_COUNT = 16
_PAIR = re.compile(r"[^.;,\n]{0,40}\s(?:and|with)\s", re.IGNORECASE)
_AND = re.compile(r"[^.;,\n\d]{0,30}\sand\s+\d", re.IGNORECASE)
_ENDED = frozenset({"killed", "injured"})
_UP_FROM = re.compile(r"[^.;\n]{0,60},\s+(?:up|down) from\s+", re.IGNORECASE)


def find_figures(
    article: Article,
    reading: Reading,
    statements: Sequence[Statement],
    times: Sequence[Time],
) -> tuple[Figure, ...]:
    """The figures of the spoken segments, in order. Numbers inside time expressions, ages, ordinals
    and numbers that name things ("Resolution 2334") are none."""
    if reading.engine is None:
        return ()
    found: list[Figure] = []
    holders = Holders(statements)
    taken = sorted(time.span for time in times)
    headline = {v.span.start: v.harm for v in headline_victims(article.text, reading)}
    told = sorted(c for s in statements for c in s.content_spans if len(c) <= _LONGEST_COUNT)
    for amounts in amounts_of(article.text, reading.blocks):
        row: list[tuple[Amount, Figure]] = []
        for amount in amounts:
            if is_in(amount.core, taken) or is_name_number(reading, amount):
                continue
            if is_note(article.text, amount.core):
                continue
            what = counted(reading, amount)
            if what is None or what.what == "count":
                alone = _is_all_of(amount.core, told)
                what = inherited(reading, amount, what, found, alone=alone) or what
                what = of_total(reading, amount, found) or what
                what = of_crowd(reading, amount, what, found) or what
            what = of_dead(reading, amount, what) or as_whole(reading, amount, what) or what
            what = _as_before(article.text, amount, row) or what
            what = _as_in_headline(amount, what, headline)
            if what is None:
                continue
            changed = bool(row) and is_change(article.text, row[-1][0], amount)
            figure = msgspec.structs.replace(
                _figure(article, amount, what, holders),
                trend=trend_of(article.text, reading, amount),
                changed_from=row[-1][1].id if changed else None,
            )
            found.append(figure)
            row.append((amount, figure))
    return tuple(found)


def _as_in_headline(
    amount: Amount, what: Counted | None, headline: Mapping[int, Harm]
) -> Counted | None:
    """ "Officer killed, two deputies hurt": a headline's form tells what became of whom, where a
    parser takes the one verb for the other's."""
    harm = headline.get(amount.core.start)
    if what is None or what.what not in _ENDED or harm is None or harm not in _ENDED:
        return what
    if what.what == harm:
        return what
    return msgspec.structs.replace(what, what=harm, reason="what a headline says became of them")


def _as_before(text: str, amount: Amount, row: Sequence[tuple[Amount, Figure]]) -> Counted | None:
    """ "Widened to 3.2bn euros from 2.9bn", "1,400 drowned, up from 900": as the one before; and
    "1,204 cases and 87 deaths, up from 1,150 and 79": either as its like."""
    if not row or amount.unit is not None:
        return None
    last, figure = row[-1]
    joint = text[last.span.end : amount.span.start]
    words = amount.core.of(text)
    scaled = words[:1].isdigit() and words[-1:].isalpha()
    if figure.what == "money":
        told = scaled and _FROM.fullmatch(joint) is not None
    else:
        told = figure.what != "percent" and _UP_FROM.fullmatch(joint) is not None
    pair = [one.span for one, _ in row[-3:]]
    if told and len(pair) > 1 and _PAIR.fullmatch(text[pair[-2].end : pair[-1].start]):
        figure = row[-2][1] if _AND.match(text, amount.span.end) else figure
    elif len(pair) > 2 and _AND.fullmatch(joint + words[:1]):
        told = _UP_FROM.fullmatch(text[pair[-2].end : pair[-1].start]) is not None
        figure = row[-2][1]
    return Counted(figure.what, figure.unit, 0.7, "what it was before") if told else None


def _is_all_of(number: Span, told: Sequence[Span]) -> bool:
    """Whether one of ``told``, sorted and short, holds a number."""
    at = bisect_right(told, number.start, key=lambda span: span.start)
    return any(span.contains(number) for span in told[max(0, at - 2) : at])


def is_in(span: Span, taken: Sequence[Span]) -> bool:
    """Whether ``span`` overlaps one of ``taken``, which are sorted and apart from each other."""
    at = bisect_right(taken, span.start, key=lambda other: other.start)
    return any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1])


def _figure(article: Article, amount: Amount, what: Counted, holders: Holders) -> Figure:
    span = Span(amount.span.start, max(amount.span.end, what.end or 0))
    if amount.value and is_minus(article.text, amount):
        minus = -amount.value
        amount = msgspec.structs.replace(amount, value=minus, low=minus, high=minus)
    return Figure(
        id=content_id("f", article.sha256, span),
        span=span,
        what=what.what,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        unit=what.unit,
        bound=amount.bound,
        statement=holders.innermost(amount.core),
        score=what.score,
        reasons=(what.reason,),
    )
