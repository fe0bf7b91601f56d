"""Names brought to a common form, so that spellings of one name meet."""

import re
import unicodedata
from functools import lru_cache

# The Arabic article in its Latin spellings; sun letters change its consonant (As-Suwayda).
_ARTICLES = frozenset({"al", "el", "ul", "as", "at", "ad", "ar", "an", "ash", "az", "l"})
_LOOSE_ARTICLES = frozenset({"al", "el"})
_PARTS = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʻ`´ʿʾ")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la", "le", "del", "a"}
)

# Transliteration makes pairs of spellings for one sound; both go to the same letters.
_SOUNDS = (
    ("ph", "f"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("q", "k"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("zh", "z"),
    ("y", "i"),
)
# Common names whose spellings differ by more than that.
_SPELLINGS = {
    **dict.fromkeys(("abdel", "abdal", "abdul"), "abdul"),
    **dict.fromkeys(
        ("mohammed", "mohamed", "mohammad", "muhammad", "muhammed", "mohamad"), "muhamad"
    ),
    **dict.fromkeys(("yousef", "yousuf", "youssef", "yusef", "yusuf"), "yusuf"),
    **dict.fromkeys(("ahmed", "ahmad"), "ahmad"),
    **dict.fromkeys(("hossein", "hosein", "hussein", "hussain", "husain", "husayn"), "husin"),
}
# Names whose forms are kept: a text comes back to its names, and a ledger to its people.
_MOST_KEPT = 32768
_VOWELS = str.maketrans({"o": "u", "e": "i"})
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=_MOST_KEPT)
def plain(text: str) -> str:
    """Lower case without accents, apostrophes and dots of abbreviations."""
    text = _DOTTED.sub(lambda m: m.group().replace(".", ""), text)
    spread = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    return "".join(c for c in spread if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=_MOST_KEPT)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name in plain form, without a leading "the" and without Arabic articles.

    An article counts as one where a hyphen joins it (As-Suwayda) or it is unmistakable (al, el).
    """
    found = list(_PARTS.finditer(plain(name)))
    kept: list[str] = []
    folded = plain(name)
    for match in found:
        word = match.group()
        hyphen = folded[match.end() : match.end() + 1] in {"-", "‑", "–"}
        if len(found) > 1 and (word in _LOOSE_ARTICLES or (hyphen and word in _ARTICLES)):
            continue
        kept.append(word)
    if len(kept) > 1 and kept[0] == "the":
        kept = kept[1:]
    return tuple(kept)


@lru_cache(maxsize=_MOST_KEPT)
def key(name: str) -> str:
    """Names with the same key are taken as the same name."""
    return " ".join(parts(name))


@lru_cache(maxsize=_MOST_KEPT)
def head_word(name: str) -> str:
    """The word that says what a body is: the last one, or the last before "of", "for" or "in"."""
    found = parts(name)
    stop = next((i for i, w in enumerate(found) if i and w in {"of", "for", "in", "on"}), None)
    return found[: stop or len(found)][-1] if found else ""


@lru_cache(maxsize=_MOST_KEPT)
def sound(word: str) -> str:
    """A coarse form of one word in which common transliterations meet (Hussein, Husain)."""
    word = _SPELLINGS.get(word, word)
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", word.translate(_VOWELS))


def initials(name: str) -> tuple[str, ...]:
    """The initials of a name, without and with its small words, and with all letters of its short
    forms ("D.C. Housing Authority": DCHA), in lower case."""
    found = [word for word in _PARTS.findall(plain(name)) if word != "s"]
    if found and found[0] == "the":
        found = found[1:]
    large = "".join(word[0] for word in found if word not in _SMALL)
    short = {plain(word).strip(".") for word in name.split() if len(word) < 7 and is_acronym(word)}
    whole = "".join(word if word in short else word[0] for word in found if word not in _SMALL)
    return (large, "".join(word[0] for word in found), whole)


def is_acronym(name: str) -> bool:
    """Two to eight letters, mostly capitals: NRC, UNHCR, U.N."""
    letters = [c for c in name if c.isalpha()]
    if not 2 <= len(letters) <= 8 or " " in name.strip():
        return False
    return sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)
