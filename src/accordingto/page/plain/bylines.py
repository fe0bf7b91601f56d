"""Bylines: whether a line is one, how sure that is, and the names in it."""

import re
from functools import cache

from accordingto.given_names import gender_of
from accordingto.page.dates import is_month
from accordingto.page.plain.pieces import cues
from accordingto.page.plain.wording import plain_form

_LONGEST = 240  # characters
_NAME_WORDS = 6
_SIGNED_WORDS, _LONGEST_SIGNED = 8, 80  # of a name with a job behind it; words, characters
_PERSON = 2  # words of a name that a job follows
_SYLLABLES = 4
_TOKEN = re.compile(r"[^\s,;|/&•·]+")
_LIST = re.compile(r"\s*(?:[,;&/|]|\b(?:and|und|et|y|och|og|i|и|و|with|mit|avec|con|com|met)\b)\s*")
_BREAK = re.compile(r"\s*(?:[|•·]|[-–—]\s|\d|\bin\s+[A-ZÀ-Þ]|[,;]\s*(?=[^\W\d]*\s*\d)|:\s)")
_INNER_SENTENCE = re.compile(r"[.;]\s+")


def _either(phrases: list[str]) -> str:
    return "|".join(re.escape(p) for p in sorted(set(phrases), key=lambda p: (-len(p), p)))


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(
        rf"[(\[—–-]?\s*(?i:({_either(cues()['byline']['openers'])}))"
        rf"(?:(?!\w)|(?<=by)(?=[A-Z][a-z]))\s*([:：])?\s*"
    )


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(cues()['byline']['within'])})(?!\w)")


@cache
def _set(table: str, key: str) -> frozenset[str]:
    return frozenset(cues()[table][key])


def is_agency(text: str) -> bool:
    """True for the name of an agency or desk and nothing else, in brackets or not."""
    return len(text) <= 60 and plain_form(text) in _set("byline", "agencies")


def is_signed(text: str) -> bool:
    """True for a name with a job behind it and nothing else ("Jane Roe Travel Reporter")."""
    words = text.split()
    if not 2 <= len(words) <= _SIGNED_WORDS or len(text) > _LONGEST_SIGNED:
        return False
    if words[-1].lower().strip(".,") not in _set("author", "jobs"):
        return False
    return all(map(_is_capital, words[:2])) and all(word.isalpha() for word in words[:2])


def is_person(text: str) -> bool:
    """True for a name whose first part is a given name that the table has."""
    return is_name(text) and gender_of(text.split()[0]) is not None


def is_dated_byline(text: str) -> bool:
    """True for a line that names a person and a day: "Jane Roe 4 May 2025", "4 May by Jane Roe"."""
    if text[:1].isupper() and gender_of(text.split()[0]) is not None:
        names = authors_in(text)
        if names and text.startswith(names[0]) and is_person(names[0]):
            return True
    found = _inside().search(text)
    return found is not None and bool(authors_in(text[found.start() :].strip()))


@cache
def _inside() -> re.Pattern[str]:
    words = _either([w for w in cues()["byline"]["openers"] if w in ("by", "von", "par", "por")])
    return re.compile(rf"(?<!\w)(?:{words}) (?=[A-ZÀ-Þ][a-zß-ÿ])")


def is_name(text: str) -> bool:
    """True for two to six words that all begin with a capital, joining words apart."""
    words = text.split()
    if not 2 <= len(words) <= _NAME_WORDS or any(map(str.isdigit, text)):
        return False
    capitals = [w for w in words if w.lower().strip(".,") not in _set("byline", "joins")]
    return len(capitals) >= 2 and all(_is_capital(word) for word in capitals)


def _is_capital(word: str) -> bool:
    bare = word.strip("(),.'\"“”’")
    return bool(bare) and (bare[0].isupper() or bare[0].lower() == bare[0].upper())


def byline_strength(text: str) -> float:
    """From 0 (no byline) to 1: by its opening, a set phrase, or an agency standing alone."""
    if len(text) > _LONGEST:
        return 0.0
    if is_agency(text):
        return 0.8
    found = _opener().match(text)
    if found is not None and _names_after(text, found):
        weak = found[1].lower() in _set("byline", "weak") and not found[2]
        return 0.4 if weak else 1.0
    low = text.lower().replace("’", "'")
    if _within().search(low) and len(text.split()) <= 24:
        return 0.8 if found is not None or len(text.split()) <= 14 else 0.5
    return 0.0


def _names_after(text: str, found: re.Match[str]) -> bool:
    """True where only names follow the opener, up to a mark that ends them."""
    rest = text[found.end() :].strip(" ()[].")
    if not rest:
        return False
    names = _BREAK.split(rest, maxsplit=1)[0] or rest
    tokens = _TOKEN.findall(names)
    if not tokens or len(tokens) > 14 or rest[0].isdigit():
        return False
    joins = _set("byline", "joins") | _set("author", "cut")
    lower = [t for t in tokens if not _is_capital(t) and t.lower().strip(".,") not in joins]
    if lower and " " not in found[1]:
        return False
    after = rest[len(names) :]
    # "By Monday, 40 houses had burnt down." opens like a byline and is running text.
    plain = [w for w in after.split() if w.isalpha() and w.islower()]
    most = 2 if text.rstrip().endswith(".") else 6
    return _is_capital(tokens[0]) and len(plain) <= most


def authors_in(text: str) -> tuple[str, ...]:
    """The names in a byline, as written, agencies included; empty where none can be told."""
    head = _INNER_SENTENCE.split(text.strip(" ()[]"), maxsplit=1)[0] if len(text) > 80 else text
    head = head.strip(" ()[].—–-")
    if _opener().match(head) is None and head[:1].isdigit():
        inside = _inside().search(head)  # "4 May 2025 by Jane Roe"
        head = head[inside.start() :] if inside is not None else head
    found = _opener().match(head)
    rest = head[found.end() :] if found is not None else head
    rest = _BREAK.split(rest, maxsplit=1)[0].strip() or rest
    if is_signed(rest):
        rest = " ".join(rest.split()[:_PERSON])
    names: list[str] = []
    for part in _LIST.split(rest):
        name = _strip_role(part)
        whole = is_name(name) or is_agency(name) or (name != part.strip() and _is_syllables(name))
        if whole and not name.islower() and name not in names:
            names.append(name)
    if not names and found is not None and _is_single_name(rest):
        names.append(rest.strip())
    return tuple(names)


def _is_syllables(text: str) -> bool:
    """True for a name of a few syllables in a script that writes it as one word."""
    return 2 <= len(text) <= _SYLLABLES and all("가" <= char <= "힣" for char in text)


def _is_single_name(text: str) -> bool:
    words = text.split()
    return len(words) == 1 and _is_capital(words[0]) and len(words[0]) > 2


def _strip_role(part: str) -> str:
    """The name without the words of function around it ("Jane Roe, senior reporter")."""
    words = part.strip(" .()[]").split()
    if is_signed(" ".join(words)) and len(words) > _PERSON:
        words = words[:_PERSON]
    kept: list[str] = []
    for word in words:
        if word.lower() in _set("author", "cut") or word[0] == "@" or (kept and is_month(word)):
            break
        kept.append(word)
    return " ".join(kept)
