"""Datelines: where a report was written, which is neither where it happened nor who did it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from accordingto.records.facts import Party
from accordingto.records.reading import Reading
from accordingto.records.span import Span

# "TAL, 3 May (Reuters) —", "Tal, June 14 –": a town at the head of a paragraph, with nothing but
# names, a day and an agency before the dash.
_DATELINE = re.compile(
    r"\(?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}\)?(?:, [A-Z][\w. ]{1,25})?"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?))?(?:,? \d{4})?"
    r"(?: \([A-Z][^()\n]{1,40}\))? ?(?:—|–|--| -)(?=\s)"
)
_CHARS = 110


def datelines(text: str, reading: Reading) -> list[Span]:
    """The datelines of the blocks, in order. A sentence that begins with a name and an aside
    ("Olya Venn – the minister – said") has a second dash in it, and is none."""
    found = []
    for block in reading.blocks:
        match = _DATELINE.match(text, block.start, min(block.end, block.start + _CHARS))
        if match is None:
            continue
        behind = text[match.end() : match.end() + _CHARS]
        aside = not _is_marked(match.group()) and any(dash in behind for dash in ("—", "–", " - "))
        if not aside:
            found.append(Span(block.start, match.end()))
    return found


def _is_marked(words: str) -> bool:
    """In capitals, with a day or an agency: nothing but a dateline."""
    return words.split(",")[0].strip(" (—–-").isupper() or any(
        c.isdigit() or c == "(" for c in words
    )


def lies_in(span: Span, lines: Sequence[Span]) -> bool:
    """Whether a span is part of one of the datelines, which are in order."""
    at = bisect_right(lines, span.start, key=lambda line: line.start) - 1
    return at >= 0 and lines[at].contains(span)


def outside(parties: Iterable[Party], lines: Sequence[Span]) -> list[Party]:
    """The parties that no dateline names."""
    return [party for party in parties if not lies_in(party.span, lines)]
