"""Clock times and parts of the day that stand around a day: "5:30 p.m. on", "at dawn on"."""

import re

from accordingto.records.span import Span

# How many characters before a day may belong to it.
_REACH = 48
_HALF = r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m\b\.?"
# "From 0300 GMT on Thursday", "at 0400 on Saturday".
_BARE = (
    r"(?:(?<=\bat )|(?=\d{4}\s+(?:GMT|UTC|hours|hrs|local\s+time)\b))"
    r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?=\s)"
)
_FULL = r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d)(?:\s*(?:hours|hrs|h)\b)?"
_ZONE = (
    r"(?:\s+(?:GMT|UTC|hours|hrs|BST|CET|CEST|EET|EST|EDT|PST|PDT|IST|MSK|ET|PT|local\s+time|(?-i:[A-Z][a-z]{2,12})\s+time))?"
    # "At 20:00 (18:00 GMT)": the same in another zone.
    r"(?:\s+\(\d{1,2}(?:[:.]?\d\d)?(?:\s?[ap]\.?m\.?)?\s+[A-Z]{2,4}\))?"
)
_ON = r",?\s+(?:on\s+)?$"
# "Fell 1.4%, or 6.43, on Friday": with a full stop and no "a.m." it has to be led to.
_LEADS = ("at", "by", "from", "since", "until", "about", "around", "before", "after")
_BEHIND_LEAD = "|".join(rf"(?<=\b{lead} )" for lead in _LEADS)
_LED = rf"(?:(?=\d+:)|(?=\d+\.\d\d\s*h)|{_BEHIND_LEAD})"
_BEFORE_CLOCK = tuple(
    re.compile(rf"(?<![\w:.]){clock}{_ZONE}{_ON}", re.IGNORECASE)
    for clock in (_HALF, _LED + _FULL, _BARE)
)
_AFTER_CLOCK = tuple(
    re.compile(rf",?\s+at\s+(?:about\s+|around\s+)?{clock}", re.IGNORECASE)
    for clock in (_HALF, _FULL)
)
_STAMP = re.compile(r"[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?")
_STAMP_ZONE = re.compile(r"(?:Z\b|[+-]\d\d:?\d\d\b)")
_PARTS = {
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "early hours": "TMO",
    "small hours": "TMO",
    "morning": "TMO",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
    "afternoon": "TAF",
    "dusk": "TEV",
    "sunset": "TEV",
    "evening": "TEV",
    "night": "TNI",
    "nightfall": "TEV",
    "overnight": "TNI",
}
_NAMES = "|".join(_PARTS)
_BEFORE_PART = re.compile(
    rf"(?:\bthe\s+)?\b(?:early\s+|late\s+)?(?P<part>{_NAMES})(?:\s+(?:of|on))?\s+$", re.IGNORECASE
)
_AFTER_PART = re.compile(rf"\s+at\s+(?P<part>{_NAMES})\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:after|past)\s+$", re.IGNORECASE)
_BEFORE_HEDGE = re.compile(r"\b(?:late|early|mid)(?:[\s-]+(?:on|in))?[\s-]+$", re.IGNORECASE)
_DAY_PART = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?:MO|AF|EV|NI)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ENTRY = tuple(
    re.compile(rf"(?i:{clock}{_ZONE})(?=\s*(?:$|[\n—–]|-\s){then})")
    for clock, then in ((_HALF, r"|\s[“‘\"]?[A-Z]"), (_FULL, ""))
)


def widened(text: str, block: Span, span: Span, value: str) -> tuple[Span, str]:
    """A resolved time with the words around it that make it narrower, and its new value. Values
    that are no bare day keep theirs; "late" and "early" widen the words only."""
    lead = text[max(block.start, span.start - _REACH) : span.start]
    part = _DAY_PART.fullmatch(value)
    if part is not None:
        # "At 11.40pm on Tuesday night".
        found = _at_clock(span, part["day"], lead)
        if found is not None:
            return found
    if _DAY.fullmatch(value) is not None:
        found = _stamp(text, block, span, value) or _around(text, block, span, value, lead)
        if found is not None:
            return found
    hedge = _BEFORE_HEDGE.search(lead)
    if hedge is not None and "W" not in value:
        return Span(span.start - len(hedge.group(0)), span.end), value
    return span, value


def entry_clock(text: str, block: Span, day: str) -> tuple[Span, str] | None:
    """The clock time that heads an entry of a live page: first in its block, then a
    dash, nothing, or (with "a.m.") a new sentence. It is taken on ``day``."""
    for clock in _ENTRY:
        match = clock.match(text, block.start, block.end)
        if match is not None:
            return Span(match.start(), match.end()), day + _clock(match)
    return None


def _stamp(text: str, block: Span, span: Span, value: str) -> tuple[Span, str] | None:
    """ISO 8601 "2025-05-30T14:05:00Z"; the offset is kept out of the value."""
    match = _STAMP.match(text, span.end, block.end)
    if match is None or text[span.start : span.end] != value:
        return None
    zone = _STAMP_ZONE.match(text, match.end(), block.end)
    return Span(span.start, zone.end() if zone else match.end()), value + _clock(match)


def _at_clock(span: Span, day: str, lead: str) -> tuple[Span, str] | None:
    for clock in _BEFORE_CLOCK:
        match = clock.search(lead)
        if match is not None:
            return Span(span.start - len(match.group(0)), span.end), day + _clock(match)
    return None


def _around(text: str, block: Span, span: Span, value: str, lead: str) -> tuple[Span, str] | None:
    before = _at_clock(span, value, lead)
    if before is not None:
        return before
    for clock in _AFTER_CLOCK:
        match = clock.match(text, span.end, block.end)
        if match is not None:
            return Span(span.start, match.end()), value + _clock(match)
    match = _BEFORE_PART.search(lead)
    if match is not None:
        part = _PARTS[" ".join(match.group("part").lower().split())]
        if part == "T24:00" and _PAST.search(lead[: match.start()]):
            # "Just after midnight on Friday": Friday has begun.
            part = "T00:00"
        return Span(span.start - len(match.group(0)), span.end), value + part
    match = _AFTER_PART.match(text, span.end, block.end)
    if match is not None:
        return Span(span.start, match.end()), value + _PARTS[match.group("part").lower()]
    return None


def _clock(match: re.Match[str]) -> str:
    hour = int(match.group("hour"))
    half = match.groupdict().get("half")
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return f"T{hour:02d}:{int(match.group('minute') or 0):02d}"
