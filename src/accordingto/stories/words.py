"""The words of a report as grouping counts them: folded, hashed, names and numbers told apart."""

import re
from collections.abc import Collection
from functools import lru_cache
from zlib import crc32

from accordingto.tables import table

# Terms are known by the lowest bits of a checksum, so that no table of words has to be kept. Two
# words of one report meet in the same number about once in thirty reports, and matter less often.
TERMS = 1 << 20

_PIECES = re.compile(r"\w+|[.!?\n\"“”:]")
_LATER = re.compile(r"\w+")

# So many letters of a word tell what it is about; what follows tells how it is used.
_STEM = 6

# Words that stand everywhere. They carry no topic, and leaving them out halves the work.
_EMPTY = frozenset(table("accordingto.stories", "words.toml")["empty"])


def term(word: str) -> int:
    """The number of a term, ``0 <= number < TERMS``; the same on every machine."""
    return crc32(word.encode("utf-8", "surrogatepass")) & (TERMS - 1)


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A word without case and without the commonest English endings; empty for empty words."""
    low = word.lower()
    if low in _EMPTY or (len(low) < 2 and not low.isdigit()):
        return ""
    if low[0].isdigit():
        return low
    if len(low) > 5 and low.endswith("ing"):
        return low[:-3]
    if len(low) > 4 and low.endswith("ed"):
        return low[:-2]
    if len(low) > 3 and low.endswith("s") and not low.endswith("ss"):
        return low[:-1]
    return low


@lru_cache(maxsize=1 << 16)
def word_term(word: str) -> int:
    """The number of a word's folded form, -1 where nothing is left of it."""
    low = folded(word)
    return term(low) if low else -1


@lru_cache(maxsize=1 << 16)
def stem_term(word: str) -> int:
    """The number of a word's beginning, -1 where nothing is left of it: "investigates",
    "investigators" and "investigation" are one term. Numbers are taken whole."""
    low = folded(word)
    if not low:
        return -1
    return term(f"={low[:_STEM]}") if low[0].isalpha() else term(low)


def pieces(text: str) -> list[str]:
    """Words and the marks after which a sentence may begin, in order."""
    return _PIECES.findall(text)


def words(text: str) -> list[str]:
    """The words of a text, in order, with their case."""
    return _LATER.findall(text)


def written_small(parts: list[str]) -> set[str]:
    """The pieces that begin with a small letter."""
    return {part for part in parts if part[0].islower()}


def names_and_numbers(
    parts: list[str], lower: Collection[str] | None = None
) -> tuple[list[str], list[str]]:
    """Names (and pairs of neighbours in a name), and numbers (and each with the word after it).

    A word is taken for a name where it has a capital and the text never writes it without one.
    ``lower``: its ``written_small``, where that is known.
    """
    lower = written_small(parts) if lower is None else lower
    names: list[str] = []
    numbers: list[str] = []
    before = after_number = ""
    for part in parts:
        first = part[0]
        if after_number:
            if first.isalpha():
                numbers.append(f"{after_number} {folded(part)}")
            after_number = ""
        if first.islower():
            before = ""
        elif first.isupper() and len(part) > 1:
            low = part.lower()
            if low in lower or low in _EMPTY:
                before = ""
                continue
            names.append(low)
            if before:
                names.append(f"{before} {low}")
            before = low
        else:
            before = ""
            if first.isdigit() and len(part) < 9:
                numbers.append(part)
                after_number = part
    return names, numbers
