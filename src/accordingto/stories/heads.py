"""What the head of a report (its headline and lead) names and counts.

Reports of look-alike events share most of their words; who the headline is about and how many the
lead counts tell them apart.
"""

from collections import Counter
from collections.abc import Collection
from functools import cache

import numpy as np
from numpy.typing import NDArray

from accordingto.stories.words import folded, names_and_numbers, stem_term, term
from accordingto.tables import table

Terms = NDArray[np.int32]
# A unit, and the unit with its number, as terms.
Counted = tuple[int, int]

# A name that leads a report is said again in it.
_AGAIN = 2
_MOST = 24
# A number of more digits is no count.
_DIGITS = 7


def head_names(
    title: list[str], lead: list[str], names: list[str], small: Collection[str]
) -> tuple[Terms, Terms]:
    """The names in the title, and those in title or lead that the report says again, each as often
    as the report has it. ``names``: those of the body; ``small``: words that it writes small."""
    of_title = [n for n in names_and_numbers([*title, "."])[0] if n not in small]
    often = Counter(name for name in (*names, *of_title) if " " not in name)
    first = dict.fromkeys(name for piece in title if often[name := piece.lower()])
    leading = dict.fromkeys(
        name for piece in (*title, *lead) if often[name := piece.lower()] >= _AGAIN
    )
    return _repeated(first, often), _repeated(leading, often)


def _repeated(names: dict[str, None], often: Counter[str]) -> Terms:
    numbers = [(stem_term(name), often[name]) for name in list(names)[:_MOST]]
    return np.array([t for t, n in numbers for _ in range(n) if t >= 0], dtype=np.int32)


def counted(title: list[str], lead: list[str]) -> tuple[Counted, ...]:
    """What headline and lead count: ``five hurt`` and ``5 people hurt`` give one pair each."""
    pieces = [*title, ".", *lead]
    small = _small()
    found: dict[Counted, None] = {}
    for at, piece in enumerate(pieces):
        number = small.get(piece)
        if number is None:
            if not piece[0].isdigit() or len(piece) >= _DIGITS:
                continue
            number = piece
        after = pieces[at + 1 : at + 3]
        unit = next((w for p in after if p[0].isalpha() and (w := folded(p))), None)
        if unit is not None:
            found.setdefault((term(unit), term(f"{number} {unit}")))
    return tuple(found)


@cache
def _small() -> dict[str, str]:
    words: list[str] = table("accordingto.stories", "words.toml")["counting"]
    return {
        form: str(number)
        for number, word in enumerate(words)
        for form in (word, word.title(), word.upper())
    }
