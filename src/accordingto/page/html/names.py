"""Names of persons, desks and agencies in the words of a byline."""

import re
from collections.abc import Collection
from functools import cache

from accordingto.page.agencies import agency_of
from accordingto.page.dates import is_month
from accordingto.page.html.headline import fold
from accordingto.tables import table

_LONGEST_NAME = 60  # characters
_MOST_WORDS = 6
_TITLED = 2  # words that a name keeps behind a job
_SHORTEST_HANDLE = 3  # letters
_ADDRESS = re.compile(r"\S+@\S+|(?:https?:)?//\S+|www\.\S+|(?<!\w)@\w+")
_PICTURE = re.compile(
    r"\s*(?:photos?|fotos?|bild(?:er)?|grafik|graphics?|video)\s*(?::|by\b|von\b)", re.I
)
_BRACKETS = re.compile(r"\([^()]{0,80}(?:\)|$)|\[[^\[\]]{0,80}(?:\]|$)")
_GLUED_BY = re.compile(r"^\s*(?:By|Author|Autor)(?=[A-Z][a-z])")
_SEPARATOR = re.compile(r"\s*[,;|•·/\n]\s*|\s+[–—-]\s+|\s+&\s+")
# A date behind the names: "March 3, 2021", "3. März", "12:30".
_DATE = re.compile(r"(?:\s+on)?(?:\s+([^\W\d_]{3,})\.?,?)?\s+\(?\d")


@cache
def byline_words() -> dict[str, list[str]]:
    """The lists of ``data/authors.toml``."""
    return table("accordingto.page.html", "authors.toml")


def _choice(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_choice(byline_words()['by'])})(?:\s*[:：●]\s*|\s+)", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_choice(byline_words()['and'])})\s+(?=[^\W\d_a-zß-ÿ]|[^\x00-\x7f])")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:{_choice(byline_words()['after'])})(?!\w)", re.IGNORECASE)


@cache
def _title_behind() -> re.Pattern[str]:
    """A job or a house's name set behind a name without a mark."""
    behind, fields = (_choice(byline_words()[key]) for key in ("behind", "fields"))
    return re.compile(rf"(?<=\w)\s+(?:(?:{fields})\s+)?(?:{behind})(?!\w).*", re.IGNORECASE)


@cache
def _by_inside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{_choice(byline_words()['inside'])})\s*:?\s+(?=[^\W\d_a-zß-ÿ])")


def opens_byline(text: str) -> bool:
    """True where ``text`` begins with a word of authorship."""
    return _by().match(text) is not None


def names_in(text: str, house: Collection[str] = (), *, handles: bool = False) -> list[str]:
    """Names in a byline, without the house's own; with ``handles`` also single words."""
    bare = clean_names([_bare_byline(text)])
    names = [_uncapitalised(_title_behind().sub("", n)) for n in bare]
    names = [n for n in names if "".join(fold(n)) not in house]
    return [n for n in names if _is_name(n) or agency_of(n) or (handles and _is_handle(n))]


def _is_handle(text: str) -> bool:
    """True for one word of letters: a first name, or what somebody calls himself on a platform."""
    low = text.lower()
    if not text.isalpha() or len(text) < _SHORTEST_HANDLE or is_month(low):
        return False
    if "admin" in low:
        return False
    return low not in byline_words()["jobs"] and low not in byline_words()["weekdays"]


def _bare_byline(text: str) -> str:
    """A byline from its word of authorship on, without dates and jobs behind the names."""
    if not _by().match(text):
        inside = _by_inside().search(text)
        text = text[inside.end() :] if inside else text
    return _undated(text)


def _undated(text: str) -> str:
    """``text`` up to a date in it. A word right before a number that is no part of a date is the
    end of a name."""
    found = _DATE.search(text)
    if found is None:
        return text
    word = found[1] or ""
    dated = word.islower() or is_month(word) or word.lower() in byline_words()["weekdays"]
    return text[: found.end(1)] if word and not dated else text[: found.start()]


def _uncapitalised(name: str) -> str:
    """A name set in capitals, in the usual letters."""
    if not name.isupper() or len(name) < 5 or " " not in name:
        return name
    return " ".join(part.capitalize() for part in name.split())


def _is_name(text: str) -> bool:
    """Two to five capitalised words, or a script without capitals."""
    words = text.split()
    if words[-1].lower() in byline_words()["jobs"]:
        return False
    if text.lower() == text.upper():
        return 1 <= len(words) <= 3
    return 2 <= len(words) <= 5 and words[0][0].isupper() and words[-1][0].isupper()


def clean_names(values: list[str]) -> list[str]:
    """Names without words of display, roles and addresses, each once."""
    found: dict[tuple[str, ...], str] = {}
    for value in values:
        bare = _BRACKETS.sub(" ", _ADDRESS.sub(" ", _GLUED_BY.sub("", value[:600])))
        bare = _by().sub("", bare, count=1) if _by().match(bare) else bare
        for part in _SEPARATOR.split(bare):
            for name in _and().split(part):
                clean = None if _PICTURE.match(name) else _clean_name(name)
                if clean and not (found and _is_job(clean)):
                    found.setdefault(tuple(sorted(fold(clean))), clean)
    return list(found.values())


def _is_job(name: str) -> bool:
    """True for what the person named before is: "Chief Political Writer"."""
    words = name.split()
    return len(words) > 1 and words[-1].lower() in byline_words()["jobs"]


def _untitled(words: list[str]) -> list[str]:
    """The words of a name without a job in front of it ("Reporter", "Asia-Correspondent")."""
    titles = byline_words()["titles"]
    while len(words) > _TITLED and words[0].lower().rpartition("-")[2] in titles:
        words = words[1:]
    return words


def _clean_name(name: str) -> str | None:
    name = name.strip(" \t\n\r.,:;*–—-|\"'“”")
    opened = _by().match(name + " ")
    if opened and len(name) > opened.end():
        name = name[opened.end() :].strip()
    words = _untitled(name.split())
    name = " ".join(words)
    if not words or len(name) > _LONGEST_NAME or len(words) > _MOST_WORDS:
        return None
    if name.lower() in byline_words()["nobody"] or _after().match(name):
        return None
    letters, digits = sum(c.isalpha() for c in name), sum(c.isdigit() for c in name)
    # Some desks have a number in their name; addresses and counters are mostly digits.
    return name if letters > 3 * digits else None
