"""Site furniture by its wording: the tables of ``data/phrases.toml`` and how to ask them."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from accordingto.page.plain.wording import plain_form
from accordingto.page.sieve import Sieve
from accordingto.tables import table

_LONGEST_LABEL = 80  # characters; a longer line is no label
_LONGEST_NOTICE = 700
_DATE_WORD = re.compile(r"\d")
_CLOCK = re.compile(
    r"\(?\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\.?|uhr|h)?"
    r"\s*(?:[a-z]{2,4}|gmt[+-]?\d*|utc[+-]?\d*)?\s*(?:local time|local)?\)?[.:]?",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:[^\W\d][^\d/|·•]{1,30}[/|·•,-]\s?)?\d{1,3}\s?\+?\s?(?:[a-z]{1,8})\.? ago\b.{0,20}"
    r"|(?:vor|il y a|hace) \d{1,3} [^\W\d]{1,12}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[#(]?\d[\d.,]*\s?[kKmM]?\+?[)]?\s+\(?([^\W\d][^\d]{0,24}?)\)?")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|@\w{2,}|\w[\w-]*(?:\.\w+)*\.(?:com|org|net)"
)
_COUNT_TAIL = re.compile(r"\(\d+ [a-z]+\)$", re.IGNORECASE)


@cache
def tables() -> dict[str, Any]:
    """The whole of ``data/phrases.toml``."""
    return table("accordingto.page.plain", "phrases.toml")


@cache
def _furniture() -> frozenset[str]:
    rows: dict[str, list[str]] = tables()["furniture"]
    return frozenset(plain_form(phrase) for row in rows.values() for phrase in row)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(plain_form(phrase) for phrase in tables()[name]["all"])


def _either(phrases: list[str]) -> str:
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase) for phrase in ordered)


@cache
def _notices() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(tables()['notices']['all'])})")


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(_either(tables()["openers"]["all"]))


@cache
def _pointers() -> re.Pattern[str]:
    """A pointer with its colon, bar, arrow or dash; one of several words may lack the mark."""
    return re.compile(
        rf"\W{{0,3}}(?:(?:{_either(tables()['pointers']['all'])})\s*(?:[:|>»→]|[-–—]\s)"
        rf"|(?:{_either([p for p in tables()['pointers']['all'] if ' ' in p])})(?=\s+\S))\s*",
        re.IGNORECASE,
    )


@cache
def _counter() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(tables()["counters"]["all"]) + ")", re.IGNORECASE)


@cache
def _stamps(kind: str) -> re.Pattern[str]:
    return re.compile(
        rf"\W{{0,3}}(?:{_either(tables()['stamps'][kind])})(?!\w)\W{{0,3}}", re.IGNORECASE
    )


def is_furniture(text: str) -> bool:
    """True for a whole line that is a label, button or heading of a page."""
    if len(text) > _LONGEST_LABEL:
        return False
    form = plain_form(text)
    if form in _furniture():
        return True
    parts = [
        part
        for part in re.split(r"\s*[|·•/›»>,]\s*|\s+(?:and|or|und|oder|et|ou|y|o)\s+", form)
        if part
    ]
    return len(parts) > 1 and all(plain_form(part) in _furniture() for part in parts)


def is_ad_label(text: str) -> bool:
    """True for "Advertisement" and its like, which stand amid a text."""
    return len(text) <= _LONGEST_LABEL and plain_form(text) in _set("adverts")


def is_notice(text: str, held: Sequence[str] | None = None) -> bool:
    """True for a text, prose too, in which a site speaks of itself: cookies, sign-up, rights.
    ``held`` are the phrases of notices that it can hold, where that is known."""
    if len(text) > _LONGEST_NOTICE:
        return False
    low = text.lower().replace("’", "'")
    if held is not None and not any(phrase in low for phrase in held):
        return False
    return _notices().search(low) is not None


def notices_in(text: str) -> tuple[str, ...]:
    """The phrases of notices that stand anywhere in a text: in most of its lines there is none."""
    return _notice_sieve().held(text.lower().replace("’", "'"))


@cache
def _notice_sieve() -> Sieve:
    return Sieve(tables()["notices"]["all"])


def is_prompt(words: Sequence[str]) -> bool:
    """True for a short line (words in lower case) that asks the reader to take part."""
    return len(words) <= 8 and not _set("prompts").isdisjoint(words)


def is_advert(words: Sequence[str]) -> bool:
    """True for a paragraph (words in lower case) that sells something to its reader."""
    table: dict[str, list[str]] = tables()["advert"]
    found = frozenset(words[:120])
    addressed = not found.isdisjoint(table["reader"])
    return addressed and len(words) <= 120 and len(found & frozenset(table["trade"])) >= 3


def opens_as_furniture(text: str) -> bool:
    """True where the first words are those of an advert, a tag list or a copyright line."""
    return len(text) <= 300 and _openers().match(text[:40].lower().lstrip()) is not None


def pointer_end(text: str) -> int | None:
    """Where the title begins in "Read more: Title"; the text's length where none follows."""
    found = _pointers().match(text)
    if found is None:
        return len(text) if plain_form(text) in _set("pointers") else None
    return found.end()


def opens_list(text: str) -> bool:
    """True for a heading over titles of other articles ("Most read", "More news from Ardel")."""
    if len(text) > _LONGEST_LABEL:
        return False
    form = plain_form(text)
    return form in _set("lists") or (":" not in text and form.startswith(_list_starts()))


@cache
def _list_starts() -> tuple[str, ...]:
    return tuple(sorted(f"{plain_form(start)} " for start in tables()["list_starts"]["all"]))


def is_ending(text: str) -> bool:
    """True for a heading under which readers' comments come."""
    if len(text) > _LONGEST_LABEL:
        return False
    form = re.sub(r"^\(?\d+\)?\s+|\s*\(\d+\)$", "", plain_form(text))
    return form in _set("endings")


def is_counter(text: str) -> bool:
    """True for "3 comments", "5 min read", "2 hours ago", a clock time alone, a bare number."""
    form = " ".join(text.split())
    if not form or len(form) > _LONGEST_LABEL or _DATE_WORD.search(form) is None:
        return False
    if not any(char.isalpha() for char in form) or _CLOCK.fullmatch(form) or _AGO.fullmatch(form):
        return True
    found = _NUMBERED.fullmatch(form)
    if found is not None and _counter().fullmatch(found[1].strip()):
        return True
    tail = _COUNT_TAIL.search(form)
    return tail is not None and len(form) < 40 and _counter().search(tail[0]) is not None


def is_address(text: str) -> bool:
    """True for a line that is a web address, an e-mail address or a handle."""
    return len(text) <= 300 and _ADDRESS.fullmatch(text) is not None


def stamp_kind(text: str) -> str | None:
    """``published`` or ``modified`` where the line opens with such a word, else ``None``."""
    head = text[:60]
    for kind in ("modified", "published"):
        if _stamps(kind).match(head):
            return kind
    return None


@cache
def _stamp_anywhere(kind: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{_either(tables()['stamps'][kind])})(?!\w)\W{{0,3}}", re.IGNORECASE
    )


def stamp_words(text: str) -> list[tuple[str, int, int]]:
    """Kind, start and end of each word such as "Published" or "Updated", in order."""
    found = [
        (kind, match.start(), match.end())
        for kind in ("modified", "published")
        for match in _stamp_anywhere(kind).finditer(text)
    ]
    found.sort(key=lambda row: (row[1], -row[2]))
    # "last updated" holds "updated": the longer one, which starts first, is kept.
    kept: list[tuple[str, int, int]] = []
    for row in found:
        if not kept or row[1] >= kept[-1][2]:
            kept.append(row)
    return kept
