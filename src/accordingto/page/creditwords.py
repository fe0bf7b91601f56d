"""The words by which the credit of a picture is known: markers, agencies, words that join names."""

import re
from functools import cache

from accordingto.tables import table

_RUN = re.compile(r"\w+")
_MARKER_LENGTH = 40  # characters that the last word of a marker and blanks behind it have at most


@cache
def _data() -> dict[str, list[str]]:
    return table("accordingto.page", "credits.toml")


def _choice(words: list[str]) -> str:
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered)


@cache
def marker() -> re.Pattern[str]:
    """A marker word with its colon, or with a word of "by", or cut short by a stop; also glued to
    the caption's end. Which picture of several is meant may stand in front."""
    words, by = _choice(_data()["markers"]), _choice(_data()["by"])
    which, short = _choice(_data()["which"]), _choice(_data()["short"])
    start = r"(?:(?<!\w)|(?<=[a-zß-öø-ÿ0-9])(?=[A-ZÀ-Þ]))"
    name = r"(?:(?-i:[A-ZÀ-Þ])|www\.)"  # "image from www.orlenz.example"
    told = rf"(?:(?:{which})\s+)?(?:{words})(?:\s*[:：]|\s+(?:{by})(?=\s+{name}))"
    return re.compile(rf"{start}(?i:{told}|(?:{short})(?=\s+(?-i:[A-ZÀ-Þ])))")


def _small(text: str) -> str:
    """Lower case as patterns without regard to case see it: of a dotted capital no dot is left."""
    return text.lower().replace("i\u0307", "i")


def may_hold_marker(text: str) -> bool:
    """False where no marker can stand in ``text``, as in most, which is told much sooner than by
    looking for one: there is no colon, and what stands before a word of "by" is no marker."""
    if ":" in text or "：" in text:
        return True
    for found in _by_name().finditer(text):
        before = text[max(0, found.start() - _MARKER_LENGTH) : found.start()].rstrip()
        if not before or _small(before).endswith(_marker_ends()):
            return True
    low = _small(text)
    return any(short in low for short in _shorts())


@cache
def _by_name() -> re.Pattern[str]:
    """A word of "by" in front of the beginning of a name, which may be such a word itself."""
    return re.compile(rf"\s(?i:{_choice(_data()['by'])})(?=\s+(?:[A-ZÀ-Þ]|(?i:www\.)))")


@cache
def _marker_ends() -> tuple[str, ...]:
    """The last word of each marker."""
    return tuple(sorted({marker.split()[-1] for marker in _data()["markers"]}))


@cache
def _shorts() -> tuple[str, ...]:
    """The first words of what needs no colon."""
    return tuple(sorted({short.split()[0] for short in _data()["short"]}))


@cache
def agency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_choice(_data()['agencies'])})(?!\w)", re.IGNORECASE)


@cache
def _agency_starts() -> frozenset[str]:
    """The first run of letters and figures of each agency."""
    return frozenset(_RUN.findall(name)[0] for name in _data()["agencies"])


@cache
def loud() -> re.Pattern[str]:
    """An agency in its own spelling with a slash on either side, or at the very end."""
    words = _choice(_data()["loud"])
    return re.compile(rf"(?:{words})\s*/\s*(?=[^\W\d_])|(?:{words})(?=\s*$)")


@cache
def loud_starts() -> tuple[str, ...]:
    """The first word of each."""
    return tuple(sorted({name.split()[0] for name in _data()["loud"]}))


@cache
def joins() -> frozenset[str]:
    return frozenset(_data()["joins"])


def has_agency(text: str) -> bool:
    """True where an agency is named; its short forms only in their capitals."""
    if _agency_starts().isdisjoint(_RUN.findall(_small(text))):
        return False  # as in most, which is sooner told than by looking for each
    return any(len(m[0]) > 3 or m[0].isupper() or m[0] == "dpa" for m in agency().finditer(text))
