"""What the tolls of a story's articles come to together.

Each article's toll is a judgement with the numbers next likely. Reports of one origin count once;
the number that is likeliest over all origins is taken. No figure is averaged: it is one of the
numbers that articles tell.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from accordingto.records.document import Document
from accordingto.records.facts import Toll, What
from accordingto.records.instant import instant
from accordingto.records.story import Origin
from accordingto.stories.texts import outlet_of

_KINDS: tuple[What, ...] = ("killed", "injured")
# How sure it is that a text that tells of nobody killed (or injured) rightly does so.
_NOBODY = 0.65
_NAMED = 4
# A number that is less likely than this is not named.
_SURE = 0.35


class Likely(msgspec.Struct, frozen=True):
    """A number of people, its probability over all origins, and whose articles come to it."""

    value: int
    score: float
    reasons: tuple[str, ...]


def likely_tolls(documents: Sequence[Document], origins: Sequence[Origin]) -> dict[What, Likely]:
    """For killed and injured the likeliest number. There is none where most articles tell of
    nobody, or where no number is likely enough."""
    by_id = {document.id: document for document in documents}
    found: dict[What, Likely] = {}
    for what in _KINDS:
        told = {d.id: next((t for t in d.tolls if t.what == what), None) for d in documents}
        if not any(told.values()):
            continue
        shares: dict[int, float] = defaultdict(float)
        for origin in origins:
            # The newest article of an origin is what it says now.
            for value, share in _shares(told[_newest(origin, by_id)]).items():
                shares[value] += share / len(origins)
        best = min(shares, key=lambda value: (-shares[value], value))
        if best and shares[best] >= _SURE:
            reason = _reason(best, told, origins, by_id)
            found[what] = Likely(best, round(shares[best], 2), (reason,))
    return found


def _newest(origin: Origin, by_id: Mapping[str, Document]) -> str:
    return max(origin.documents, key=lambda d: (instant(by_id[d].published), d))


def _shares(toll: Toll | None) -> dict[int, float]:
    if toll is None:
        return {0: _NOBODY}
    return {toll.value: toll.score} | {option.value: option.score for option in toll.others}


def _reason(
    value: int,
    told: Mapping[str, Toll | None],
    origins: Sequence[Origin],
    by_id: Mapping[str, Document],
) -> str:
    newest = [_newest(origin, by_id) for origin in origins]
    alike = [d for d in newest if (toll := told[d]) is not None and toll.value == value]
    names = list(dict.fromkeys(outlet_of(by_id[d]) for d in alike))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    who = f": {', '.join(names[:_NAMED])}{more}" if names else ""
    origins_word = "origin" if len(newest) == 1 else "origins"
    comes = "comes" if len(alike) == 1 else "come"
    return f"{len(alike)} of {len(newest)} {origins_word} {comes} to {value}{who}"
