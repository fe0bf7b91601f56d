"""Which currency a word behind a number means, and the pounds that are none."""

import re

from accordingto.facts.figurewords import figure_words
from accordingto.records.span import Span

# What is weighed in pounds: who loses, gains or lifts them.
_WEIGHT_REACH = 40
_WEIGHED = re.compile(
    r"\b(?:weigh\w*|los[te]\w*|losing|gain\w*|shed\w*|clock\w*|tip\w*|lift\w*|bench\w*|hefty)"
    r"(?:\s+[\w'’-]+){0,4}\s*\Z",
    re.IGNORECASE,
)
_HEAVY = re.compile(
    r"s?\s+(?:(?:over|under)weight|heavier|lighter|in weight|of weight|and [\d.]+ ounces?)\b"
)


def is_weight(text: str, block: Span, number: re.Match[str], after: re.Match[str]) -> bool:
    """ "Lost 130 pounds", "clocked in at 243 pounds", "20 pounds overweight" are no money."""
    if after.group("name").lower() != "pound" or after.group("whose"):
        return False
    lead = text[max(block.start, number.start() - _WEIGHT_REACH) : number.start()]
    return bool(_WEIGHED.search(lead)) or bool(_HEAVY.match(text, after.end(), block.end))


def currency_of(after: re.Match[str]) -> str | None:
    """The code of a currency, with whose it is where that is said ("Egyptian pounds")."""
    table = figure_words()
    name = after.group("name").lower()
    whose = (after.group("whose") or "").strip().lower()
    code: str | None = table["currency_of"].get(f"{whose} {name}") or table["currency"].get(name)
    return code
