"""What stands before a number and looks like part of it: "handed over 12 bodies", "from 500 to"."""

import re

from accordingto.records.span import Span

_WITH_OVER = re.compile(
    r"\b(?:hand(?:ed|ing|s)?|turn(?:ed|ing|s)|flew|fl(?:y|ies|ying|own)|hover(?:ed|ing)|scattered)\s+$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# "Estimates range from 20,000 to 150,000" tells of no change.
_RANGES = re.compile(
    r"\b(?:rang|vary|vari|run)\w{0,3}\s+(?:\w+\s+)?from\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_REACH, _FROM_REACH, _OVER_REACH = 32, 24, 12


def is_change(text: str, block: Span, number: re.Match[str]) -> bool:
    """ "From 500 to 4,000" tells two figures, before and after."""
    lead = text[max(block.start, number.start() - _REACH) : number.start()]
    return _FROM.search(lead[-_FROM_REACH:]) is not None and _RANGES.search(lead) is None


def is_particle(text: str, block: Span, hedge: re.Match[str]) -> bool:
    """ "Handed over 12 bodies" and "flew over 11 towns" say nothing of how many."""
    if (hedge.group("hedge") or "").lower() != "over":
        return False
    start = hedge.start("hedge")
    return _WITH_OVER.search(text[max(block.start, start - _OVER_REACH) : start]) is not None
