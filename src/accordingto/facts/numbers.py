"""Numbers as they are written: digits and words, scales, currencies, hedges, ranges, votes.

Works on the words alone; what a number counts is read from the grammar elsewhere.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from accordingto.facts.currencies import currency_of, is_weight
from accordingto.facts.figurewords import figure_words
from accordingto.facts.numberforms import NumberForms, number_forms
from accordingto.facts.numberleads import is_change, is_particle
from accordingto.records.facts import Bound
from accordingto.records.span import Span

Number = float | int

_WORD = re.compile(r"[^\W\d_]+|\d")
# How far from a tally the word may stand that makes it one of votes.
_SIGNS = "$€£¥₹₽₪"
_VOTE_REACH = 100
_VOTE_BEFORE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|passed|carried|approved|adopted|rejected|ratified)\b"
    # A team and a player are defeated too.
    r"|\b(?:defeated|backed)\b[^.]*\b(?:bill|motion|amendment|resolution|measure|proposal|law|act"
    r"|plan|ban|budget|nomination|ordinance|deal|pact|treaty)\b",
    re.IGNORECASE,
)
# One set behind another: a score.
_SET = re.compile(r"\s*(?:\(\d|,\s*\d{1,2}[-–]\d)")
_VOTE_LEAD = re.compile(r"\b(?:vot(?:e|es|ed)(?:\s+of)?|by|of)\s+$", re.IGNORECASE)
_VOTE_AFTER = re.compile(r"\s+(?:votes?|ruling|decision|majority|in\s+favou?r)\b", re.IGNORECASE)
_SIDE_AFTER = re.compile(
    r"\s+(?:in\s+favou?r|against|abstain(?:ed|ing)|abstentions?)\b", re.IGNORECASE
)
_FRACTION_AFTER = re.compile(r"[\s-](?:third|quarter|fifth|sixth|tenth|halve)s?\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)


class Amount(msgspec.Struct, frozen=True):
    """A number in the text. ``span`` has hedge, currency, scale and percent sign; ``core`` is the
    bare number. ``value`` is null for "dozens"; ``low`` and ``high`` are bounds as worded;
    ``unit`` is a currency code, ``%``, ``votes``, a short unit ("km") or null; ``bound`` is
    as in Figure."""

    span: Span
    core: Span
    value: Number | None
    low: Number | None
    high: Number | None
    unit: str | None
    bound: Bound


def find_amounts(text: str, block: Span) -> Iterator[Amount]:
    """All numbers of a block in order, without overlaps. A range ("10 to 15") is one amount; a
    change ("from 500 to 4,000") and a vote ("63 to 41") are two."""
    at = block.start
    forms = number_forms()
    while True:
        match = _next_number(text, at, block.end)
        if match is None:
            return
        tally = list(_tally(text, block, match))
        if tally:
            yield from tally
            at = tally[-1].span.end
            continue
        amount = _amount(text, block, match)
        if amount is not None and not is_change(text, block, match):
            after = amount.span.end if amount.unit == "%" else match.end()
            other = forms.range_to.match(text, after, block.end)
            joined = _joined(text, block, amount, other) if other else None
            is_score = other is not None and joined is None and other.group("joint") in "-–"
            amount = None if is_score and amount.unit is None else joined or amount
        at = max(match.end(), amount.span.end if amount else 0, at + 1)
        if amount is not None:
            yield amount


@lru_cache(maxsize=1)
def amounts_of(text: str, blocks: tuple[Span, ...]) -> tuple[tuple[Amount, ...], ...]:
    """``find_amounts`` for each block; kept for the text at hand, as several kinds of fact ask."""
    return tuple(tuple(find_amounts(text, block)) for block in blocks)


def _next_number(text: str, at: int, end: int) -> re.Match[str] | None:
    """The first number as written; the pattern, which is slow, begins where one can begin."""
    forms = number_forms()
    before = at
    for word in _WORD.finditer(text, at, end):
        if word[0].casefold() in forms.tellings or word[0].isdigit():
            return forms.number.search(text, before, end)
        # "$US5 million" begins at its sign, before the letters.
        before = word.start()
        while before > at and text[before - 1] in _SIGNS:
            before -= 1
    return None


def _tally(text: str, block: Span, match: re.Match[str]) -> Iterator[Amount]:
    """Both sides of a vote: "voted by 63 to 41", "passed 212-198"."""
    forms = number_forms()
    other = forms.tally_to.match(text, match.end(), block.end)
    if other is None or match.group("scale") or match.group("sign"):
        return
    first, _ = _value(match) if match.group("digits") or match.group("words") else (None, None)
    second, _ = _value(other)
    if first is None or second is None or not _is_vote(text, block, match, other, first > second):
        return
    kind = "digits" if other.group("digits") else "words"
    for span, value in (
        (Span(match.start(), match.end()), first),
        (Span(other.start(kind), other.end(kind)), second),
    ):
        yield Amount(span, span, value, value, value, "votes", "exact")


def _is_vote(
    text: str, block: Span, match: re.Match[str], other: re.Match[str], falls: bool
) -> bool:
    """A range never falls, so "63 to 41" near a word of voting is a vote; a rising pair is one only
    where that word leads it directly."""
    lead = text[max(block.start, match.start() - _VOTE_REACH) : match.start()]
    if _VOTE_AFTER.match(text, other.end(), block.end) is not None and falls:
        return True
    if _VOTE_BEFORE.search(lead) is None or _SET.match(text, other.end(), block.end):
        return False
    return falls or _VOTE_LEAD.search(lead) is not None


def _amount(text: str, block: Span, match: re.Match[str]) -> Amount | None:
    forms = number_forms()
    short = forms.short_unit.match(text, match.end(), block.end)
    if short is not None and (match.group("digits") is None or match.group("scale")):
        short = None
    percent = forms.percent.match(text, match.end(), block.end)
    if _is_part_of_name(text, block, match, short is not None or percent is not None):
        return None
    value, low = _value(match)
    if value is None and low is None:
        return None
    end, unit = _unit(text, block, match, short)
    kind = None
    suffix = forms.hedge_after.match(text, end, block.end)
    if suffix is not None:
        kind, end = suffix.lastgroup, suffix.end()
    start, kind = _hedged(text, block, match.start(), kind)
    bounds = _bounds(value, low, kind)
    core = Span(match.start(), match.end())
    bound = "at_least" if value is None else _sign(kind)
    return Amount(Span(start, end), core, value, *bounds, unit, bound)


def _unit(
    text: str, block: Span, match: re.Match[str], short: re.Match[str] | None
) -> tuple[int, str | None]:
    """Where the figure's words end, and its unit."""
    forms = number_forms()
    percent = forms.percent.match(text, match.end(), block.end)
    if percent is not None:
        return percent.end(), "%"
    sign = match.group("sign")
    if sign is not None:
        return match.end(), figure_words()["currency"].get(sign.strip().lower())
    if short is not None:
        return short.end(), short.group("unit").lower()
    after = forms.currency_after.match(text, match.end(), block.end)
    if after is None and match.group("vague"):
        after = forms.currency_of.match(text, match.end(), block.end)
    if after is not None and not is_weight(text, block, match, after):
        return after.end(), currency_of(after)
    if _SIDE_AFTER.match(text, match.end(), block.end) is not None:
        lead = text[max(block.start, match.start() - _VOTE_REACH) : match.start()]
        if _VOTE_BEFORE.search(lead) is not None:
            return match.end(), "votes"
    return match.end(), None


def _hedged(text: str, block: Span, start: int, kind: str | None) -> tuple[int, str | None]:
    """Takes in up to two hedges before a number ("at least another 30"); a bound outweighs a hedge
    that only says how exact the number is."""
    hedge_form = number_forms().hedge
    for _ in range(2):
        hedge = hedge_form.search(text, max(block.start, start - 24), start)
        if hedge is None:
            return start, kind
        if is_particle(text, block, hedge):
            return start, kind
        start = hedge.start("hedge") if hedge.group("hedge") else hedge.start("mark")
        if kind in {None, "none", "about"}:
            kind = _hedge_kind(hedge.group("hedge")) if hedge.group("hedge") else "about"
    return start, kind


def _bounds(
    value: Number | None, low: Number | None, kind: str | None
) -> tuple[Number | None, Number | None]:
    if value is None:
        return low, None
    if kind == "low":
        return value, None
    if kind == "high":
        return None, value
    return value, value


def _sign(kind: str | None) -> Bound:
    bounds: dict[str, Bound] = {"low": "at_least", "high": "at_most", "about": "about"}
    return bounds.get(kind or "", "exact")


def _hedge_kind(hedge: str) -> str:
    plain = " ".join(hedge.lower().split())
    kinds: dict[str, list[str]] = figure_words()["hedges"]
    return next(kind for kind, words in kinds.items() if plain in words)


def _value(match: re.Match[str]) -> tuple[Number | None, Number | None]:
    """The value, or for a vague word the lowest number it can mean."""
    table = figure_words()
    given = match.groupdict()
    scale = table["scales"][given["scale"].lower()] if given.get("scale") else 1
    if given.get("digits"):
        return _plain(float(re.sub(r"[,\u00a0\u202f]", "", given["digits"])) * scale), None
    if given.get("words"):
        return _spelled(given["words"]) * scale, None
    if given.get("vague"):
        return None, table["vague"][" ".join(given["vague"].lower().split())]
    if given.get("several"):
        unit = given["several"].lower().split()[-1]
        return None, (24 if unit == "dozen" else 2 * table["scales"][unit]) * scale
    if given.get("dozen"):
        words = re.split(r"[\s-]+", given["dozen"].lower())
        lead = "half" if "half" in words else words[0]
        return {"half": 6, "two": 24, "three": 36, "four": 48}.get(lead, 12), None
    if given.get("mixed"):
        word = re.split(r"[\s-]", given["mixed"].lower())[0]
        return _plain((table["words"][word] + 0.5) * scale), None
    words = given["single"].lower().split()
    return _plain(table["scales"][words[-1]] * scale * (0.5 if words[0] == "half" else 1)), None


def _spelled(words: str) -> int:
    table = figure_words()
    total, current = 0, 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in table["words"]:
            current += table["words"][word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in table["scales"]:
            total += (current or 1) * table["scales"][word]
            current = 0
    return total + current


def _plain(value: float) -> Number:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _is_part_of_name(text: str, block: Span, match: re.Match[str], has_unit: bool) -> bool:
    """ "F-15E", "G7", "2.5.1", "10:30", "3-1", "0800 555": digits that are not a number of things;
    "two-thirds": words that are not."""
    if _FRACTION_AFTER.match(text, match.end(), block.end) is not None:
        return True
    digits = match.group("digits")
    if digits is None:
        return False
    lead = text[max(block.start, match.start() - 2) : match.start()].rjust(2)
    after = text[match.end() : min(block.end, match.end() + 2)].ljust(2)
    if digits[0] == "0" and len(digits) > 1 and digits[1] != ".":
        return True
    if match.group("sign") is None and (lead[1].isalpha() or lead[1] in "_#@/:"):
        return True
    if lead[1] in "-–." and lead[0].isalnum():
        return True
    if (lead[1] == " " and lead[0].isdigit()) or (after[0] == " " and after[1].isdigit()):
        return True
    if after[0].isalpha() and match.group("scale") is None and not has_unit:
        return True
    return after[0] in ":/" and after[1].isdigit()


def _joined(text: str, block: Span, amount: Amount, other: re.Match[str]) -> Amount | None:
    """The range from ``amount`` to a second number; ``None`` where the second is not larger."""
    lead = text[max(block.start, amount.span.start - 9) : amount.span.start]
    between = _BETWEEN.search(lead)
    if other.group("joint").lower() == "and" and between is None:
        return None
    high, _ = _value(other)
    low = amount.value
    if low is None or high is None or amount.unit == "votes":
        return None
    if amount.unit == "%" and "point" in amount.span.of(text):
        # "Rose by 0.3 percentage points to 5.1%".
        return None
    if amount.unit == "%" and number_forms().percent.match(text, other.end(), block.end) is None:
        return None
    if other.group("scale"):
        scale = figure_words()["scales"][other.group("scale").lower()]
        low = _plain(float(low) * scale) if low < scale and low * scale < high else low
    elif other.group("words"):
        # "Four to five thousand".
        last = figure_words()["scales"].get(
            re.split(r"[\s-]+", other.group("words").lower())[-1], 1
        )
        low = low * last if low < last and low * last < high else low
    if high <= low or (_BY.search(lead) is not None and high > 2 * low and not other["scale"]):
        # "Rose by nine to 131".
        return None
    end, unit = _range_unit(text, block, other, amount.unit)
    start = amount.span.start - (len(between.group(0)) if between else 0)
    core = Span(amount.core.start, other.end())
    return Amount(Span(start, end), core, None, low, high, unit, amount.bound)


def _range_unit(
    text: str, block: Span, other: re.Match[str], unit: str | None
) -> tuple[int, str | None]:
    """The unit behind a range's second number: "3 to 5 per cent", "10 to 12km"."""
    forms: NumberForms = number_forms()
    percent = forms.percent.match(text, other.end(), block.end)
    if percent is not None:
        return percent.end(), "%"
    short = forms.short_unit.match(text, other.end(), block.end)
    if short is not None:
        return short.end(), short.group("unit").lower()
    after = forms.currency_after.match(text, other.end(), block.end)
    if unit is None and after is not None and not is_weight(text, block, other, after):
        return after.end(), currency_of(after)
    return other.end(), unit
