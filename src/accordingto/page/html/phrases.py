"""What the openings and fixed phrases of a block say it is."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import accumulate

from accordingto.page.sieve import Sieve
from accordingto.tables import table

_OPENING = 60  # characters in which an opening phrase must stand
_MARKS = " \t>»›→•▶►*#+|–—-:([（【"
_KEY = 4  # characters of a phrase by which it is looked up
_WHOLE = 9  # characters from which a phrase may be the beginning of a word
_SHORT = 60  # words; a longer block may use these words about the world


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return table("accordingto.page.html", "phrases.toml")


@cache
def kinds() -> tuple[str, ...]:
    """All kinds of furniture, in order of the alphabet."""
    return tuple(sorted({*_data()["starts"], *_data()["holds"]}))


@cache
def kind_bit(kind: str) -> int:
    """The bit of one kind."""
    return 1 << kinds().index(kind)


def _bounded(phrase: str) -> str:
    whole = phrase[-1].isalnum() and len(phrase) < _WHOLE
    return re.escape(phrase) + (r"(?!\w)" if whole else "")


@cache
def _starts() -> dict[str, tuple[tuple[str, str], ...]]:
    """Opening phrases with their kinds, under their first characters."""
    table: dict[str, list[tuple[str, str]]] = {}
    for kind, phrases in _data()["starts"].items():
        for phrase in phrases:
            table.setdefault(phrase[:_KEY], []).append((phrase, kind))
    return {key: tuple(sorted(set(found))) for key, found in table.items()}


@cache
def _held() -> dict[str, tuple[re.Pattern[str], frozenset[str]]]:
    """All fixed phrases, each as it must stand and with the kinds that have it."""
    kinds: dict[str, set[str]] = {}
    for kind, phrases in _data()["holds"].items():
        for phrase in phrases:
            kinds.setdefault(phrase, set()).add(kind)
    return {p: (re.compile(_bounded(p)), frozenset(having)) for p, having in kinds.items()}


def openings(text: str) -> tuple[str, ...]:
    """Kinds of furniture whose opening words ``text`` has, in order of the alphabet."""
    begun = text[:_OPENING].lstrip(_MARKS)
    low = begun[: _KEY + 1].lower()  # the small form of a letter may hang on the next one
    begins = _first_letters()
    if not (low[:3] in begins or low[:2] in begins or low[:1] in begins):  # as for most
        return ()
    starts = _starts()
    rows = [row for size in _sizes() for row in starts.get(low[:size], ())]
    if not rows:
        return ()
    low = begun.lower()
    found = {kind for phrase, kind in rows if low.startswith(phrase) and _ends_there(phrase, low)}
    return tuple(sorted(found))


@cache
def _first_letters() -> frozenset[str]:
    """The first three characters of each opening phrase, fewer of a shorter one."""
    return frozenset(key[:3] for key in _starts())


@cache
def _sizes() -> tuple[int, ...]:
    """How long the keys of opening phrases are."""
    return tuple(sorted({len(key) for key in _starts()}))


def _ends_there(phrase: str, low: str) -> bool:
    """A short phrase must be whole words: "ad" is no opening of "Adam"."""
    if len(phrase) >= _WHOLE or not phrase[-1].isalnum():
        return True
    following = low[len(phrase) : len(phrase) + 1]
    return not following.isalnum()


@cache
def _sieve() -> Sieve:
    return Sieve(_held())


def holders(texts: list[str]) -> tuple[list[int], tuple[str, ...]]:
    """The indices of those that hold a fixed phrase, and all phrases that any of them holds: on
    one page both are few."""
    whole = "\n".join(texts)
    low = whole.lower()
    if len(low) == len(whole):
        sizes = map(len, texts)
    else:  # a few letters are two in lower case
        lowered = [text.lower() for text in texts]
        low, sizes = "\n".join(lowered), map(len, lowered)
    whole = low
    starts = list(accumulate([size + 1 for size in sizes], initial=0))
    held = _sieve().held(whole)
    found: set[int] = set()
    for phrase in held:
        at = whole.find(phrase)
        while at >= 0:
            text = bisect_right(starts, at) - 1
            found.add(text)
            at = whole.find(phrase, starts[text + 1])
    return sorted(found), held


def mentions(text: str, words: int, held: Iterable[str] | None = None) -> frozenset[str]:
    """Kinds of furniture of which a short ``text`` holds a fixed phrase. ``held`` are those that
    it can hold, where that is known."""
    if words > _SHORT:
        return frozenset()
    low = text[:600].lower()
    found: frozenset[str] = frozenset()
    for phrase in _held() if held is None else held:
        if phrase in low:
            pattern, kinds = _held()[phrase]
            found = found | kinds if pattern.search(low) else found
    return found
