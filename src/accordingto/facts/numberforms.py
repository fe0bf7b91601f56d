"""The patterns of written numbers, made from the table of words around them."""

import re
from functools import cache

import msgspec

from accordingto.facts.figurewords import figure_words

DIGITS = r"(?:\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
# Currency names written as letters that may stand before the number.
_LETTER_SIGNS = frozenset({"rm", "rs", "usd", "eur", "gbp", "aud", "cad", "chf", "jpy", "ps"})
# Of these what stands before a number only: "151 PS" is the power of an engine.
_SIGNS_ONLY = frozenset({"ps"})
# Of "a couple of dozen", "half a million", "a dozen", "an hundred" and their like.
_TELLINGS = ("several", "few", "couple", "half", "dozen")
_SCALES = ("hundred", "thousand", "million", "billion")
_METRES = r"(?=\s+(?:deep|wide|long|high|tall|away|above|below|apart)\b)"


class NumberForms(msgspec.Struct, frozen=True):
    """Compiled patterns: a number, the second end of a range or a vote, and what stands around.

    Without one of ``tellings`` among its first two words, or a digit, nothing is a ``number``.
    """

    number: re.Pattern[str]
    tellings: frozenset[str]
    range_to: re.Pattern[str]
    tally_to: re.Pattern[str]
    hedge: re.Pattern[str]
    hedge_after: re.Pattern[str]
    percent: re.Pattern[str]
    short_unit: re.Pattern[str]
    currency_after: re.Pattern[str]
    currency_of: re.Pattern[str]


@cache
def number_forms() -> NumberForms:
    """The patterns, compiled once. None nests quantifiers over the same characters."""
    table = figure_words()
    words = _any(table["words"])
    scales = _any(table["scales"])
    signs = "|".join(
        _sign(c)
        for c in sorted(table["currency"], key=len, reverse=True)
        if not c.isalpha() or c in _LETTER_SIGNS
    )
    names = "|".join(c for c in table["currency"] if c.isalpha() and c not in _SIGNS_ONLY)
    words_only = [h for kind in table["hedges"].values() for h in kind if h[-1].isalpha()]
    # "One hundred and five", but not "three and nine".
    joint = r"(?:[\s-]+|(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion))\s+and\s+)"
    spelled = rf"(?:{words})(?:{joint}(?:{words}|hundred|thousand|million|billion)){{0,8}}"
    scale = rf"(?:[\s-]?(?!m{_METRES}|(?-i:[MK] [A-Z]))(?P<scale>{scales})\b)?"
    units = _any(table["short_units"])
    money = (
        r"(?P<whose>US\s|[A-Z][a-z]+\s(?:[A-Z][a-z]+\s)?)?"
        rf"(?P<name>(?i:{names}))s?\b(?!\s+of\b)"
    )
    one = rf"(?P<digits>{DIGITS})|\b(?P<words>{spelled})\b"
    return NumberForms(
        number=re.compile(_number(table["vague"], signs, words, spelled) + scale, re.IGNORECASE),
        tellings=frozenset(
            {*table["words"], *(v.split()[0] for v in table["vague"]), *_TELLINGS, *_SCALES}
        ),
        range_to=re.compile(
            rf"\s*(?P<joint>-|–|—|\bto\b|\band\b|\bor\b)\s*(?:(?:{signs})\s?)?(?:{one}){scale}(?:(?=(?:{units})(?!\w))|(?![\w-]))",
            re.IGNORECASE,
        ),
        tally_to=re.compile(
            rf"(?:\s+votes?)?(?:[-–]|\s+to\s+)(?:{one})(?![\w%])(?![,.]\d)", re.IGNORECASE
        ),
        hedge=re.compile(
            rf"(?:\b(?P<hedge>{_any(words_only)})\s+(?:of\s+)?|(?P<mark>[~≈])\s?)$", re.IGNORECASE
        ),
        hedge_after=re.compile(
            r"(?P<low>\+(?!\w)|[\s-]plus\b|\s+or\s+more\b)|(?P<high>\s+or\s+(?:fewer|less)\b)"
            r"|(?P<none>\s+or\s+so\b)",
            re.IGNORECASE,
        ),
        percent=re.compile(
            r"\s*(?:%|per\s?cent\b|percentage points?\b)|(?<=\d)pc\b", re.IGNORECASE
        ),
        short_unit=re.compile(
            rf"[\s-]?(?P<unit>{_any(table['short_units'])}|m{_METRES})(?![\w/])", re.IGNORECASE
        ),
        currency_after=re.compile(rf"\s+{money}"),
        currency_of=re.compile(rf"\s+of\s+{money}"),
    )


def _sign(written: str) -> str:
    """A currency sign; "S$" with a capital only: "Lum's $5" are no dollars of Singapore."""
    found = re.escape(written)
    return f"(?-i:S){found[1:]}" if written[0] == "s" and "$" in written else found


def _number(vague: dict[str, int], signs: str, words: str, spelled: str) -> str:
    dozen = r"(?:(?:a|two|three|four|half\s+a|(?:a\s+)?half)[\s-]+)?dozen(?!s)"
    hundred = r"an?\s+(?:hundred|thousand|million|billion)(?!\s+of)"
    half = r"half\s+a\s+(?:thousand|million|billion)"
    several = r"(?:a\s+few|several|a\s+couple\s+of)\s+(?:dozen|hundred|thousand|million|billion)"
    mixed = rf"(?:{words})[\s-]and[\s-]a[\s-]half"
    return (
        rf"(?P<sign>(?<![A-Za-z])(?:{signs})\s?)?(?:(?P<vague>\b(?:{_any(vague)})\b)"
        rf"|\b(?P<several>{several})\b"
        rf"|(?P<digits>(?<![\w.]){DIGITS}|(?<![\w.])\.\d+|(?<=\$|£|€|¥|₹){DIGITS}|(?<=[A-Za-z]){DIGITS})"
        rf"|\b(?P<dozen>{dozen})\b|\b(?P<single>{hundred}|{half})\b|\b(?P<mixed>{mixed})\b"
        rf"|\b(?P<words>{spelled})\b)"
    )


def _any(words: dict[str, int] | dict[str, str] | list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
