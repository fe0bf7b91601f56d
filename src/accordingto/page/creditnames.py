"""The names in a picture's credit, apart: who took it, which agency spread it, who supplied it.

"REUTERS / Maxar Technologies" is two: what a satellite firm or a ministry hands out is its
own evidence, whichever agency carries it.
"""

import itertools
import re
from functools import cache

from accordingto.page.agencies import agency_of
from accordingto.records.article import CreditKind, CreditName
from accordingto.records.span import Span
from accordingto.tables import table

_LONGEST = 200  # characters of a credit
_PERSON = range(2, 5)  # words of a person's name
_APART = re.compile(r"\s*(?:[/|;,•·()\[\]]|\s[–—-]\s|\b[Vv]ia\b|\bfor\b|\bfür\b|\bpour\b|©)\s*")
_LICENCE = re.compile(r"cc[ -]?(?:0|by)(?![a-z])")
_EDGES = " \t\n\xa0.:*–—-'\"“”’"
_OPENED = re.compile(
    r"(?:(?:courtesy|provided|supplied|handout|photo|foto|image|bild)\s+)?"
    r"(?:by|of|from|von|de|par)\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*\.?")
_HAN_PERSON = re.compile("[\\u4e00-\\u9fff]{2,4}|[가-힣]{2,4}")  # firms have longer names
_TAIL = 200  # characters at a caption's end in which it may be called a handout


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("accordingto.page", "creditnames.toml")[name])


def credit_names(credit: str, start: int | None) -> tuple[CreditName, ...]:
    """The names in ``credit``, in order. ``start`` is its place in the text, where it has one."""
    if len(credit) > _LONGEST:
        return ()
    found: dict[str, CreditName] = {}
    at = 0
    for part in _APART.split(credit):
        place = credit.index(part, at)
        at = place + len(part)
        opened = _OPENED.match(part)
        shown = part[opened.end() :] if opened else part
        bare = shown.strip(_EDGES)
        if len(bare) < 2 or _is_nobody(bare.lower()):
            continue
        place += len(part) - len(shown) + shown.index(bare)
        span = Span(start + place, start + place + len(bare)) if start is not None else None
        found.setdefault(bare.lower(), CreditName(name=bare, kind=_kind(bare), span=span))
    return tuple(found.values())


def _is_nobody(low: str) -> bool:
    return low in _words("nobody") or low in _words("handout") or _LICENCE.match(low) is not None


def is_handout(credit: str, caption: str) -> bool:
    """True where the credit, or the end of the caption, says that a party handed it out."""
    said = f"{credit} {caption[-_TAIL:]}".lower()
    words = _WORD.findall(said)
    if not _strong().isdisjoint(words):
        return True
    pairs = [" ".join(pair) for pair in itertools.pairwise(words)]
    own = {part.strip(_EDGES).lower() for part in _APART.split(credit)}
    return not (_strong().isdisjoint(pairs) and _words("handout").isdisjoint(own))


@cache
def _strong() -> frozenset[str]:
    """What says so wherever it stands."""
    return _words("handout") - {"ho", "supplied", "provided", "courtesy", "privat"}


def _kind(name: str) -> CreditKind:
    low = name.lower()
    if low in _words("providers"):
        return "provider"
    if agency_of(name) or low in _words("houses"):
        return "agency"
    if _HAN_PERSON.fullmatch(name):
        return "photographer"
    words = low.split()
    body = any(word.strip(".,") in _words("bodies") for word in words) or low.startswith("the ")
    capitals = all(w[:1].isupper() or w[:1].lower() == w[:1].upper() for w in name.split())
    if len(words) in _PERSON and not body and capitals:
        return "photographer"
    return "provider"
