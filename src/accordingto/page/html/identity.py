"""Whose page it is: outlet, address, language and stated genre."""

import re
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from accordingto.page.html.metadata import Stated, vocabulary
from accordingto.page.html.scene import Scene
from accordingto.page.language import identify, normal_code
from accordingto.records.article import Note
from accordingto.records.capture import Capture

# What stands around the name of who holds the rights.
_RIGHTS = re.compile(
    r"©|ⓒ|\(c\)|\bcopyright\b|\ball rights reserved\b|\balle rechte vorbehalten\b"
    r"|\btous droits réservés\b|\btodos los derechos reservados\b|版权所有|版權所有|著作権",
    re.IGNORECASE,
)
_SET_OFF = " |–—-·_:•»"
_HEADLINE = 12  # characters
_NAME, _NAME_WORDS = 40, 6  # characters and words of an outlet's name
_LINE = 200  # characters of a notice of rights
_YEARS = re.compile(r"(?<!\w)(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?(?!\w)")


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
    for prefix in ("meta og:site_name", "json-ld publisher", "meta", "json-ld WebSite"):
        for where, name in stated.outlets:
            bare = _without_rights(where, name) if where.startswith(prefix) else ""
            if bare and "://" not in bare and len(bare) <= 80:
                return bare.removeprefix("www.")
    return None


def shown_outlet(scene: Scene) -> str | None:
    """The end of the page's title behind the headline, where a line above or below the article
    says the same, or holds the rights by this name."""
    headline, blocks = scene.headline.text or "", scene.tree.blocks
    ends = [
        title[len(headline) :].strip(_SET_OFF)
        for where, title in scene.stated.titles
        if where == "title" and len(headline) >= _HEADLINE and title.startswith(headline)
    ]
    head = scene.headline.block if scene.headline.block >= 0 else scene.first
    around = blocks[:head] + blocks[max(head + 1, scene.last) :]
    for name in ends:
        if not 1 < len(name) <= _NAME or name.count(" ") >= _NAME_WORDS:
            continue
        for block in around:
            if block.text == name or (len(block.text) <= _LINE and _holds_rights(block.text, name)):
                return name
    return None


def _holds_rights(line: str, name: str) -> bool:
    return name in line and _RIGHTS.search(line) is not None


def _without_rights(where: str, name: str) -> str:
    """A name without the years and words of a notice of rights."""
    bare = _RIGHTS.sub(" ", name)
    if bare != name or where == "meta copyright":
        bare = " ".join(_YEARS.sub(" ", bare).split()).strip(" .,|–—-")
    return bare


def find_language(
    capture: Capture, stated: Stated, body: str
) -> tuple[str | None, str, list[Note]]:
    """Given, else declared in the markup unless the text clearly is of another, else the text's.

    With the reason, and a note where the declaration was overruled.
    """
    if capture.given.language:
        return capture.given.language, "given with the page", []
    declared = next((v for _, v in stated.languages if normal_code(v)), None)
    found, _, why = identify(body, declared)
    if found is None or declared is None or found == normal_code(declared):
        return found, why, []
    message = f"The page is declared as {declared}, but its text is not: {why}."
    return found, why, [Note(code="language-differs", message=message)]


def find_genre(stated: Stated, url: str | None, labels: Sequence[str] = ()) -> str | None:
    """The genre that types, sections or the address state, or the labels over the headline;
    ``None`` where none does."""
    if stated.genre:
        return stated.genre
    genres: dict[str, list[str]] = vocabulary()["genres"]
    try:
        path = urlsplit(url or "").path.lower()
    except ValueError:
        path = ""
    parts = {p.replace("_", "-") for p in path.split("/") if p}
    sections = {s.lower().strip() for _, s in stated.sections}
    for genre, words in genres.items():
        if sections & set(words) or parts & {w.replace(" ", "-") for w in words}:
            return genre
    for label in labels:
        low = label.lower()
        for genre, words in genres.items():
            # Numbers may follow: "Press release No. 12".
            if any(low.startswith(w) and not low[len(w) : len(w) + 1].isalpha() for w in words):
                return genre
    return None
