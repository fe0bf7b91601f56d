"""The article's authors: persons, desks or agencies, as the page names them."""

import re
from functools import cache

from accordingto.page.agencies import agency_of
from accordingto.page.dates import is_month
from accordingto.page.html.headline import fold
from accordingto.page.html.roles import SIGNED_OFF
from accordingto.page.html.scene import Piece, Scene
from accordingto.page.html.vocabulary import bits
from accordingto.tables import table

_LONGEST_NAME = 60  # characters
_MOST_WORDS = 6
_MOST_AUTHORS = 12
_TITLED = 2  # words that a name keeps behind a job
_SHORTEST_HANDLE = 3  # letters
_SHORT_LINE = 200  # characters
_ADDRESS = re.compile(r"\S+@\S+|(?:https?:)?//\S+|www\.\S+|(?<!\w)@\w+")
_BRACKETS = re.compile(r"\([^()]{0,80}(?:\)|$)|\[[^\[\]]{0,80}(?:\]|$)")
_GLUED_BY = re.compile(r"^\s*By(?=[A-Z][a-z])")
_SEPARATOR = re.compile(r"\s*[,;|•·/\n]\s*|\s+[–—-]\s+|\s+&\s+")
# A date behind the names: "March 3, 2021", "3. März", "12:30".
_DATE = re.compile(r"(?:\s+on)?(?:\s+([^\W\d_]{3,})\.?,?)?\s+\(?\d")
_BYLINE = bits("byline")
_BIO = bits("bio")


@cache
def _data() -> dict[str, list[str]]:
    return table("accordingto.page.html", "authors.toml")


def _choice(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_choice(_data()['by'])})(?:\s*[:：●]\s*|\s+)", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_choice(_data()['and'])})\s+(?=[^\W\d_a-zß-ÿ]|[^\x00-\x7f])")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:{_choice(_data()['after'])})(?!\w)", re.IGNORECASE)


@cache
def _title_behind() -> re.Pattern[str]:
    """A job or a house's name set behind a name without a mark."""
    return re.compile(rf"(?<=\w)\s+(?:{_choice(_data()['behind'])})(?!\w).*", re.IGNORECASE)


@cache
def _by_inside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{_choice(_data()['inside'])})\s*:?\s+(?=[^\W\d_a-zß-ÿ])")


Found = tuple[tuple[str, ...], str]  # names, and why these


def find_authors(scene: Scene, pieces: list[Piece], sites: list[str], outlet: str | None) -> Found:
    """Authors in the page's order, and why: stated ones, else those of the visible byline.

    A visible byline that names all stated persons and more is believed over the statement.
    """
    house = {"".join(fold(name)) for name in [*sites, outlet or ""] if name}
    weak: tuple[str, ...] = ()
    stated = sorted(scene.stated.authors, key=lambda found: found[0] == "microdata author")
    for where, values in stated:
        names = clean_names(values)
        persons = [n for n in names if "".join(fold(n)) not in house]
        if persons:
            seen = _visible(scene, pieces, house)
            if seen and not _is_shown(scene, persons) and not _share_surname(persons, seen):
                # What is stated is the publisher, or whoever put the page online.
                return seen, f"the byline; the page shows no name that {where} states"
            whole = _completed(persons, seen)[:_MOST_AUTHORS]
            more = ", and the byline has more" if len(whole) > len(persons) else ""
            return whole, f"stated in {where}{more}"
        weak = weak or tuple(names[:_MOST_AUTHORS])
    seen = _visible(scene, pieces, house)
    if not seen and not weak:
        seen = _visible(scene, pieces, house, handles=True)
    if seen:
        return seen, "the byline"
    return weak, "stated, though perhaps the outlet's own name" if weak else "no name was found"


def _is_shown(scene: Scene, names: list[str]) -> bool:
    """True where one of the names stands in a byline, or in a short line near the text."""
    lines = [
        "".join(fold(block.text))
        for index, block in enumerate(scene.tree.blocks)
        if len(block.text) < _SHORT_LINE
        and scene.in_article(index)
        and not block.text.lower().startswith(tuple(_data()["editing"]))
    ]
    wanted = ["".join(fold(name)) for name in names]
    return any(name in line for name in wanted for line in lines)


def _completed(stated: list[str], seen: tuple[str, ...]) -> tuple[str, ...]:
    """The stated names, with those that stand beside all of them in the byline."""
    known = {tuple(sorted(fold(name))): name for name in stated}
    keys = [tuple(sorted(fold(name))) for name in seen]
    if len(keys) <= len(known) or not set(known) <= set(keys):
        return tuple(stated)
    return tuple(known.get(key, name) for key, name in zip(keys, seen, strict=True))


def _share_surname(stated: list[str], seen: tuple[str, ...]) -> bool:
    """True where a stated person may be one whom the page shows with fewer or more names."""
    last = {words[-1] for name in stated if (words := fold(name))}
    return any(words[-1] in last for name in seen if (words := fold(name)))


def _visible(
    scene: Scene, pieces: list[Piece], house: set[str], *, handles: bool = False
) -> tuple[str, ...]:
    """Names in blocks that are marked or worded as a byline, nearest to the headline first. With
    ``handles`` a single word counts where it is marked as a name."""
    for piece in pieces:
        block = scene.tree.blocks[piece.block]
        if piece.role != "byline" or block.near & _BIO:
            continue
        named = bool(block.near & _BYLINE) or SIGNED_OFF in piece.reasons
        named = named or agency_of(block.text) is not None
        if not (named or block.signed or _by().match(block.text)):
            continue
        # Where only the names are marked, the rest of the line is none.
        likely = (block.text, block.signed) if named else (block.signed, block.text)
        for text in filter(None, likely):
            names = _names_in(text, house, handles=handles and text == block.signed)
            if names:
                return tuple(names[:_MOST_AUTHORS])
    return ()


def _names_in(text: str, house: set[str], *, handles: bool) -> list[str]:
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
    return low not in _data()["jobs"] and low not in _data()["weekdays"]


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
    dated = word.islower() or is_month(word) or word.lower() in _data()["weekdays"]
    return text[: found.end(1)] if word and not dated else text[: found.start()]


def _uncapitalised(name: str) -> str:
    """A name set in capitals, in the usual letters."""
    if not name.isupper() or len(name) < 5 or " " not in name:
        return name
    return " ".join(part.capitalize() for part in name.split())


def _is_name(text: str) -> bool:
    """Two to five capitalised words, or a script without capitals."""
    words = text.split()
    if words[-1].lower() in _data()["jobs"]:
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
                clean = _clean_name(name)
                if clean and not (found and _is_job(clean)):
                    found.setdefault(tuple(sorted(fold(clean))), clean)
    return list(found.values())


def _is_job(name: str) -> bool:
    """True for what the person named before is: "Chief Political Writer"."""
    words = name.split()
    return len(words) > 1 and words[-1].lower() in _data()["jobs"]


def _untitled(words: list[str]) -> list[str]:
    """The words of a name without a job in front of it ("Reporter", "Asia-Correspondent")."""
    titles = _data()["titles"]
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
    if name.lower() in _data()["nobody"] or _after().match(name):
        return None
    letters, digits = sum(c.isalpha() for c in name), sum(c.isdigit() for c in name)
    # Some desks have a number in their name; addresses and counters are mostly digits.
    return name if letters > 3 * digits else None
