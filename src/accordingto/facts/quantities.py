"""Numbers that no event hangs on: lengths of time, ages, fractions, measures, other counts."""

import re
from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from functools import cache

from accordingto.facts.figures import is_in
from accordingto.facts.figurewords import figure_words
from accordingto.facts.holders import Holders
from accordingto.facts.numbernames import is_name_number
from accordingto.facts.numbers import Amount, amounts_of
from accordingto.facts.refused import is_label_number
from accordingto.facts.trends import is_change, is_minus, trend_of
from accordingto.records.article import Article
from accordingto.records.facts import Figure, Quantity, QuantityKind, Time
from accordingto.records.ids import content_id
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement

_LENGTHS = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|quarters?|years?|decades?"
    r"|centur(?:y|ies))"
)
_AGE = re.compile(r"[\s-]?(?:year|month|week|day)s?[\s-]+olds?\b", re.IGNORECASE)
_MORE = r"more|full|straight|consecutive|additional|trading|long|calendar|business|working|short"
_LENGTH = re.compile(rf"[\s-](?:(?:{_MORE})\s)?{_LENGTHS}\b", re.IGNORECASE)
_CLOCK = re.compile(r"(?:[:.]\d\d)?\s?[ap]\.?m\b|\s?o['’]clock|:\d\d", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATED = re.compile(rf"\b{_MONTH}\s+$", re.IGNORECASE)
_DATES = re.compile(rf"(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:\s|,|$)", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_REACH = 12


def find_quantities(
    article: Article,
    reading: Reading,
    statements: Sequence[Statement],
    figures: Sequence[Figure],
    times: Sequence[Time],
) -> tuple[Quantity, ...]:
    """The numbers of the spoken segments that are no figures, in order. Dates, clock times, years,
    ordinals and numbers in names are none."""
    if reading.engine is None:
        return ()
    found: list[Quantity] = []
    holders = Holders(statements)
    known_figures = sorted(figures, key=lambda figure: figure.span)
    taken = [figure.span for figure in known_figures]
    used = list(taken)
    dates = sorted(time.span for time in times)
    amounts = amounts_of(article.text, reading.blocks)
    for block, known in zip(reading.blocks, amounts, strict=True):
        before: tuple[Amount, str] | None = None
        for amount, kind, span in _amounts(article.text, reading, block, known, dates):
            at = bisect_right(taken, amount.core.start, key=lambda span: span.start)
            beside = known_figures[max(0, at - 1) : at + 1]
            at_figure = next((f for f in beside if f.span.overlaps(amount.core)), None)
            if at_figure is not None:
                before = (amount, at_figure.id)
                continue
            if is_in(span, used):
                continue
            changed = before is not None and is_change(article.text, before[0], amount)
            sign = -1 if is_minus(article.text, amount) and amount.value else 1
            quantity = Quantity(
                id=content_id("q", article.sha256, span),
                span=span,
                kind=kind,
                value=sign * amount.value if amount.value is not None else None,
                low=amount.low if sign > 0 else None,
                high=amount.high if sign > 0 else None,
                unit=_unit(reading, amount),
                bound=amount.bound,
                trend=trend_of(article.text, reading, amount),
                changed_from=before[1] if before is not None and changed else None,
                statement=holders.innermost(amount.core),
                score=0.7,
                reasons=(_WHY[kind],),
            )
            found.append(quantity)
            insort(used, span)
            before = (amount, quantity.id)
    return tuple(sorted(found, key=lambda quantity: quantity.span))


_WHY: dict[QuantityKind, str] = {
    "duration": "a number of units of time",
    "age": "an age",
    "fraction": "a part of a whole",
    "measure": "a unit of measurement",
    "count": "a number that no event hangs on",
}


def _amounts(
    text: str, reading: Reading, block: Span, known: Sequence[Amount], dates: Sequence[Span]
) -> Iterator[tuple[Amount, QuantityKind, Span]]:
    fractions = list(_fractions(text, block))
    spans = [span for _, span in fractions]
    for amount, span in fractions:
        yield amount, "fraction", span
    for amount in (*known, *_measures(text, block)):
        if any(amount.core.overlaps(span) for span in spans):
            continue
        kind = _kind(text, reading, amount, is_in(amount.core, dates))
        if kind is not None:
            yield amount, kind, amount.span


def _kind(text: str, reading: Reading, amount: Amount, dated: bool) -> QuantityKind | None:
    lead = text[max(0, amount.core.start - _REACH) : amount.core.start]
    after = text[amount.core.end : amount.core.end + 24]
    if _AGE.match(after):
        return "age"
    if not amount.core.of(text)[0].isdigit() and after[:1] == "-" and amount.unit is None:
        # "Six-speed", "three-year": a kind of thing.
        return None
    if _LENGTH.match(after) and not _is_year(text, amount):
        return "duration"
    if dated or _CLOCK.match(after) or _DATED.search(lead) or _DATES.match(after):
        return None
    if amount.unit is not None:
        return "measure"
    tokens = reading.tokens_in(amount.core)
    if not tokens or _is_year(text, amount) or is_name_number(reading, amount):
        return None
    if is_label_number(reading, tokens) or not _counts(reading, tokens):
        return None
    return "count"


def _is_year(text: str, amount: Amount) -> bool:
    return amount.unit is None and _YEAR.fullmatch(amount.core.of(text)) is not None


def _counts(reading: Reading, tokens: list[Token]) -> bool:
    """False for "one" as a pronoun: "no one", "the one", "one could say"."""
    if tokens[-1].lower != "one" or len(tokens) > 1:
        return True
    number = tokens[0]
    after = reading.tokens[number.index + 1] if number.index + 1 < len(reading.tokens) else None
    before = reading.tokens[number.index - 1] if number.index else None
    if before is not None and before.lower in {
        "no",
        "the",
        "this",
        "that",
        "any",
        "every",
        "each",
        "another",
        "which",
    }:
        return False
    if after is None:
        return False
    return after.lower == "of" or (number.dep == "nummod" and after.pos in {"NOUN", "ADJ", "PROPN"})


def _unit(reading: Reading, amount: Amount) -> str | None:
    if amount.unit is not None:
        return amount.unit
    tokens = reading.tokens_in(amount.core)
    head = reading.tokens[tokens[-1].head] if tokens else None
    return head.lower if head is not None and head.pos in {"NOUN", "PROPN"} else None


# "A third aircraft": the next one, and no part of any.
_ORDINAL = re.compile(
    r"an?\s(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"\s(?!of\b|less\b|more\b|fewer\b|in\b|and\b|or\b|to\b|off\b|larger\b|higher\b|lower\b|smaller\b|the\b|as\b|were\b|was\b|are\b|is\b|had\b|have\b|said\b)[a-z]",
    re.IGNORECASE,
)


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = figure_words()
    parts = "|".join(sorted(words["fractions"], key=len, reverse=True))
    numbers = "|".join(w for w, n in words["words"].items() if n < 20)
    fraction = re.compile(
        rf"\b(?:(?:(?P<word>{numbers}|an?)[\s-](?P<part>{parts})s?|(?P<half>half)(?=\s+(?:of|the|a|an|its|their|all)\b))\b"
        r"|(?<![\d/])(?P<top>\d{1,3})[/⁄](?P<bottom>\d{1,3})(?![\d/])"
        rf"|(?P<one>{numbers}|\d{{1,3}})(?:\s+out\s+of(?:\s+every)?|[\s-]in[\s-](?:every\s+)?)\s*(?P<whole>{numbers}|\d{{1,4}}))(?![\w-])",
        re.IGNORECASE,
    )
    units = "|".join(
        re.escape(u) for u in sorted(words["measures"]["units"], key=len, reverse=True)
    )
    attached = "|".join(words["measures"]["attached"])
    measure = re.compile(
        rf"(?<![\w.])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[\s-]?(?P<unit>{units})|(?P<tied>{attached}))(?![\w/])",
        re.IGNORECASE,
    )
    return fraction, measure


def _fractions(text: str, block: Span) -> Iterator[tuple[Amount, Span]]:
    words = figure_words()
    for match in _forms()[0].finditer(text, block.start, block.end):
        given = {k: v.lower() for k, v in match.groupdict().items() if v}
        if "half" in given:
            value = 0.5
        elif "top" in given:
            bottom = int(given["bottom"])
            if not bottom or int(given["top"]) >= bottom:
                continue
            value = int(given["top"]) / bottom
        elif "part" in given:
            if _ORDINAL.match(text, match.start(), block.end):
                continue
            value = words["words"].get(given["word"], 1) / words["fractions"][given["part"]]
        else:
            one, whole = (_small(given[k]) for k in ("one", "whole"))
            if not whole or one >= whole or _YEAR.fullmatch(given["whole"]):
                continue
            value = one / whole
        span = Span(*match.span())
        lead = text[max(block.start, span.start - 20) : span.start]
        about = re.search(r"\b(?:nearly|almost|about|around|roughly)\s+$", lead, re.IGNORECASE)
        bound = "about" if about else "exact"
        yield Amount(span, span, value, value, value, None, bound), span  # type: ignore[arg-type]


def _small(word: str) -> int:
    return int(word) if word.isdigit() else int(figure_words()["words"][word])


def _measures(text: str, block: Span) -> Iterator[Amount]:
    """Digits with a unit of measurement that figures do not know."""
    for match in _forms()[1].finditer(text, block.start, block.end):
        value = float(match.group("digits").replace(",", ""))
        plain = int(value) if value == int(value) else value
        unit = (match.group("unit") or match.group("tied")).lower()
        span, core = Span(*match.span()), Span(*match.span("digits"))
        yield Amount(span, core, plain, plain, plain, unit, "exact")
