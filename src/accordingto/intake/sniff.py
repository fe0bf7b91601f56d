"""Page, plain text, or neither? Told by the content, never by the name.

A scraped text may begin with ``<Agency>`` or speak of ``<b>``; a saved page may begin with a
comment, an XML declaration, or in the middle of its body.
"""

import re
from collections import Counter
from itertools import islice, takewhile

import msgspec

from accordingto.intake.kinds import Kind, kind
from accordingto.intake.tags import Tag, tags
from accordingto.intake.words import elements
from accordingto.records.capture import Media

_STRUCTURE = elements("tells_structure")
_INLINE = elements("tells_inline")
_KNOWN = _STRUCTURE | _INLINE

_DOCTYPE = re.compile(r"<!doctype\s+([\w:.-]+)[^<>]*>?", re.IGNORECASE)
_ROOT = re.compile(r"<([a-zA-Z][\w:.-]*)(?=[\s/>])")
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\s[^<>]*=")
_SITEMAP = re.compile(r"<(?:urlset|sitemapindex)\s[^<>]*=")
_SVG = re.compile(r"<svg[\s>]")
_MHTML = re.compile(r"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)

_SAMPLE = 200_000
_SAMPLE_TAGS = 1_000
_CODE_MARKS = re.compile(r"[{};]")
_CODE_SHARE = 0.03
_CODE_LEAST = 6


class _Prologue(msgspec.Struct, frozen=True):
    """``at``: where the content proper begins; ``doctype``: its name, ``xml``: if declared."""

    at: int
    doctype: str | None
    xml: bool


def media_of(text: str) -> Media | Kind:
    """``"html"`` or ``"text"``, or the kind of thing that is neither."""
    prologue = _prologue(text)
    root = _ROOT.match(text, prologue.at)
    name = root[1].lower() if root else ""
    if prologue.doctype == "html":
        return "html"
    other = _other_markup(text, prologue.at)
    if other is not None:
        return other
    if (prologue.xml or prologue.doctype) and name and name not in _KNOWN:
        return kind(f"XML (its root element is {name[:40]})", "xml")
    if (prologue.xml and name) or _is_marked_up(text, prologue.at):
        return "html"
    return _other_text(text) or "text"


def _prologue(text: str) -> _Prologue:
    """Walk over blanks, comments, processing instructions and a document type."""
    at, doctype, xml = 0, None, False
    while True:
        while at < len(text) and (text[at].isspace() or text[at] in "\ufeff\x00"):
            at += 1
        if text.startswith("<!--", at):
            end = text.find("-->", at + 4)
            after = end + 3
        elif text.startswith("<?", at):
            xml = xml or text.startswith("<?xml", at)
            end = text.find(">", at)
            after = end + 1
        elif doctype is None and (found := _DOCTYPE.match(text, at)):
            doctype = found[1].lower()
            end = after = found.end()
        else:
            return _Prologue(at, doctype, xml)
        if end < 0:
            return _Prologue(at, doctype, xml)
        at = after


def _other_markup(text: str, at: int) -> Kind | None:
    if _FEED.match(text, at):
        return kind("a feed (RSS or Atom)", "feed")
    if _SITEMAP.match(text, at):
        return kind("a sitemap", "sitemap")
    if _SVG.match(text, at) and text.rstrip().endswith("</svg>"):
        return kind("an SVG image", "image")
    return None


def _is_marked_up(text: str, at: int) -> bool:
    """Judge by the tags: what they are, whether they open and close, how dense they are."""
    sample = text[at : at + _SAMPLE]
    seen = [tag for tag in islice(tags(sample), _SAMPLE_TAGS) if _is_real(tag)]
    if not seen:
        return False
    structure = [tag for tag in seen if tag.name in _STRUCTURE]
    pairs, pairs_of_structure = _pairs(seen), _pairs(structure)
    reach = seen[-1].start + 1 if len(seen) >= _SAMPLE_TAGS // 2 else len(sample)
    first = seen[0]
    if first.start == 0 and first.name in _STRUCTURE:
        return "=" in first.attributes or pairs_of_structure > 0 or len(structure) > 1
    if first.start == 0:
        dense = len(seen) >= 3 and len(seen) * 300 >= reach
        return pairs > 0 and ("=" in first.attributes or dense)
    return len(structure) >= 3 and pairs_of_structure >= 2 and len(seen) * 300 >= reach


def _is_real(tag: Tag) -> bool:
    """A known element, and nothing like ``<Head of state>`` or ``<body found>``."""
    bare = not tag.attributes.strip(" \t\r\n/")
    return tag.name in _KNOWN and (bare or "=" in tag.attributes)


def _pairs(seen: list[Tag]) -> int:
    """How many end tags close a start tag before them."""
    opened: Counter[str] = Counter()
    pairs = 0
    for tag in seen:
        if not tag.closing:
            opened[tag.name] += 1
        elif opened[tag.name]:
            opened[tag.name] -= 1
            pairs += 1
    return pairs


def _other_text(text: str) -> Kind | None:
    if _MHTML.search(text, 0, 4_000):
        return kind("a web page archive (MHTML)", "mhtml")
    if text.lstrip()[:1] in ("{", "[") and _is_json(text):
        return kind("JSON", "json")
    sample = text[:_SAMPLE]
    marks = len(_CODE_MARKS.findall(sample))
    if "{" in sample and marks >= max(_CODE_LEAST, _CODE_SHARE * len(sample)):
        return kind("a style sheet or a script", "code")
    return None


def _is_json(text: str) -> bool:
    """True for one JSON object, a list of them, or lines of them."""
    first_line = "".join(takewhile(lambda mark: mark != "\n", text.lstrip()))
    for candidate in (text, first_line):
        try:
            value = msgspec.json.decode(candidate)
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            continue
        if isinstance(value, dict) or (isinstance(value, list) and isinstance(value[:1], list)):
            return bool(value)
    return False
