"""Whose page it is: outlet, address, language and stated genre."""

import re
from urllib.parse import urljoin, urlsplit

from accordingto.page.html.metadata import Stated, vocabulary
from accordingto.records.capture import Capture

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")
_WORD = re.compile(r"\w+")


def find_url(capture: Capture, stated: Stated) -> str | None:
    """The given address, else the page's canonical one where it is absolute."""
    if capture.given.url:
        return capture.given.url
    base = capture.source if "://" in capture.source else ""
    for _, value in stated.urls:
        try:
            address = urljoin(base, value)
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc:
            return address
    return base or None


def find_outlet(capture: Capture, stated: Stated) -> str | None:
    """The given outlet, else the site's stated name."""
    if capture.given.outlet:
        return capture.given.outlet
    for prefix in ("meta og:site_name", "json-ld publisher", "meta"):
        for where, name in stated.outlets:
            if where.startswith(prefix) and name and "://" not in name and len(name) <= 80:
                return name
    return None


def find_language(capture: Capture, stated: Stated) -> str | None:
    """Two or three letters, lower case: given, else stated in the markup."""
    if capture.given.language:
        return capture.given.language
    for _, value in stated.languages:
        found = _LANGUAGE.match(value)
        if found:
            return found[0].lower()
    return None


def find_genre(stated: Stated, url: str | None) -> str | None:
    """The genre that types, sections or the address state; ``None`` where none does."""
    if stated.genre:
        return stated.genre
    genres: dict[str, list[str]] = vocabulary()["genres"]
    try:
        path = urlsplit(url or "").path.lower()
    except ValueError:
        path = ""
    parts = {p.replace("_", "-") for p in path.split("/") if p}
    sections = {s.lower().strip() for s in stated.sections}
    for genre, words in genres.items():
        if sections & set(words) or parts & {w.replace(" ", "-") for w in words}:
            return genre
    return None
