"""Cutting a line where extraction glued things together.

A picture's credit is glued to its caption; the alternative text of a picture carries the
site's name, the picture's width in pixels and a date behind it; a page's title carries the
outlet's name.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from accordingto.page.credits import is_credit, split_credit
from accordingto.page.plain.lines import Line
from accordingto.page.plain.phrases import is_notice, notices_in
from accordingto.page.plain.wording import is_dateline_alone, sentences_in
from accordingto.records.span import Span, trim
from accordingto.tables import table

Hint = Literal["credit", "captioned", "labelled", "alt", "residue", "site"]

_LONGEST_CAPTION = 900  # characters
_MOST_SENTENCES = 6
_RESIDUE_TAIL = 150
_RESIDUE = re.compile(
    r"(?:^|(?<=\s))[-–—|]\s*(?P<site>[^\W\d][^,|]{1,60}?),\s*(?P<width>\d{3,4})(?:\s?px)?"
    r"(?:\s*,\s*(?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2} [^\W\d]{3,12} \d{4}"
    r"|[^\W\d]{3,12} \d{1,2},? \d{4}))?\s*$"
)
_WIDTH_ONLY = re.compile(r"\s[-–—|,(]?\s*\d{3,4}\s?(?:px|[x×]\s?\d{3,4}(?:\s?px)?)\)?\s*$")
_SITE = re.compile(r"\s[|–—-]\s(?P<site>[^|–—]{2,40})$")
_RIGHTS = re.compile(r"^(?:©|\(c\)|copyright)\W*(?:\d{4}|copyright)", re.IGNORECASE)

_EMBED = re.compile(
    r"[—–-]\s?[^()\n]{2,60}\(@\w{2,30}\)|pic\.twitter\.com/\w|\bt\.co/\w|^@\w{2,30}\b.{10,}|\(@\w{2,30}\)\s*$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line that will be one segment. ``hint`` says what the cut showed."""

    line: int
    span: Span
    apart: bool
    hint: Hint | None = None


@cache
def cues() -> dict[str, Any]:
    """The whole of ``data/cues.toml``."""
    return table("accordingto.page.plain", "cues.toml")


def residue_of(text: str) -> re.Match[str] | None:
    """Site, width and date at the end of an alternative text; groups ``site``, ``date``."""
    start = max(0, len(text) - _RESIDUE_TAIL)
    return _RESIDUE.search(text, start) if text.find(",", start) >= 0 else None


def is_rights_line(text: str) -> bool:
    """True for "© 2020 Name": a notice, where "© Name" is a credit."""
    return _RIGHTS.match(text) is not None


def is_embed(text: str) -> bool:
    """True for a post embedded in an article: signed with a handle, or with a short link."""
    if len(text) > 700 or not ("@" in text or ".com/" in text or "t.co/" in text):
        return False
    return _EMBED.search(text) is not None


def cut(text: str, lines: tuple[Line, ...]) -> tuple[Piece, ...]:
    """All pieces in order. A line that nothing was glued to is one piece."""
    titles = _titles_alone(text, lines)
    sites = _sites(text, lines)
    notices = notices_in(text)
    found = (piece for line in lines for piece in _cut_line(text, line, titles, notices))
    return tuple(_named_site(text, piece, sites) for piece in found)


def _sites(text: str, lines: tuple[Line, ...]) -> frozenset[str]:
    """The names of the site, as the residue of pictures has them."""
    residues = (residue_of(line.span.of(text)) for line in lines)
    return frozenset(found["site"].strip().lower() for found in residues if found)


def _named_site(text: str, piece: Piece, sites: frozenset[str]) -> Piece:
    """A line that is nothing but the site's name is its sign, not a title."""
    if piece.hint is None and piece.span.of(text).lower() in sites:
        return replace(piece, hint="site")
    return piece


def _titles_alone(text: str, lines: tuple[Line, ...]) -> frozenset[str]:
    short = (line.span.of(text) for line in lines if len(line.span) <= 250)
    return frozenset(" ".join(words.lower().split()) for words in short)


def _cut_line(
    text: str, line: Line, titles: frozenset[str], notices: tuple[str, ...]
) -> list[Piece]:
    words = line.span.of(text)
    if (
        len(words) > _LONGEST_CAPTION
        or is_rights_line(words)
        or is_notice(words, notices)
        or is_embed(words)
    ):
        return [Piece(line.number, line.span, line.apart)]
    for rule in (_cut_double, _cut_residue, _cut_labels, _cut_credit):
        parts = rule(words)
        if parts:
            return _pieces(text, line, parts)
    return _pieces(text, line, _cut_site(words, titles))


Part = tuple[int, int, Hint | None]


def _pieces(text: str, line: Line, parts: list[Part]) -> list[Piece]:
    """Parts (offsets in the line) as pieces, trimmed, blank ones left out."""
    found: list[Piece] = []
    for start, end, hint in sorted(parts):
        span = trim(text, Span(line.span.start + start, line.span.start + end))
        if span is not None:
            found.append(Piece(line.number, span, line.apart and not found, hint))
    return found


def _cut_double(words: str) -> list[Part]:
    """A caption and its alternative text, equal and glued: each half is cut by itself."""
    for gap in range(4):
        half = (len(words) - gap) // 2
        if half < 20 or (len(words) - gap) % 2 or words[:half] != words[half + gap :]:
            continue
        if gap and not words[half : half + gap].isspace():
            continue
        parts = _cut_credit(words[:half]) or [(0, half, "captioned")]
        again = [(start + half + gap, end + half + gap, hint) for start, end, hint in parts]
        return [*parts, *again]
    return []


def _cut_residue(words: str) -> list[Part]:
    found = residue_of(words) or _WIDTH_ONLY.search(words, max(0, len(words) - 40))
    if found is None:
        return []
    if found.start() == 0:
        return [(0, len(words), "residue")]
    parts: list[Part] = [(found.start(), len(words), "residue")]
    front = _cut_credit(words[: found.start()])
    return [*(front or [(0, found.start(), "alt")]), *parts]


@cache
def _label_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table: dict[str, list[str]] = cues()["caption"]
    caption = "|".join(re.escape(label) for label in sorted(table["labels"], key=len, reverse=True))
    credit = "|".join(re.escape(label) for label in sorted(table["credit_labels"], key=len))
    return (
        re.compile(rf"(?<!\w)(?:{caption})(?!\w)[:,]?\s*", re.IGNORECASE),
        re.compile(rf"(?:{credit})(?!\w)[:,]?\s*", re.IGNORECASE),
    )


def _cut_labels(words: str) -> list[Part]:
    """ "Image copyright NAME Image caption WORDS", either half alone, or the label alone."""
    caption, credit = _label_patterns()
    labelled = credit.match(words)
    if labelled is None:
        alone = caption.match(words)
        return [(0, len(words), "labelled")] if alone and _is_label(alone, words) else []
    second = caption.search(words, labelled.end())
    if second is None:
        return [(0, len(words), "credit")] if len(words) < 160 else []
    return [(0, second.start(), "credit"), (second.start(), len(words), "labelled")]


def _is_label(found: re.Match[str], words: str) -> bool:
    """A one-word label needs its colon: "Caption" may open a sentence."""
    return " " in found[0].strip() or ":" in found[0] or found.end() == len(words)


@cache
def _glued_marker() -> re.Pattern[str]:
    markers = "|".join(re.escape(marker) for marker in cues()["caption"]["glued"])
    return re.compile(rf"(?<=[a-zß-ÿ.\d)])(?:{markers})\s?(?::\s?|©\s?)(?=[^\W\d_])")


# "By Jane Roe, AP"; of the words for "by" those that open no credit of a picture.
_SIGNED = re.compile(
    r"\s*(?:By|Von|Par|Por|Di|Door|Av|Autor(?:in)?:|Author:|Auteur\s?:) ?(?=[A-ZÀ-Þ])"
)


def _cut_credit(words: str) -> list[Part]:
    """Caption and credit as ``split_credit`` sees them, where the line may be a caption at all."""
    if sentences_in(words) > _MOST_SENTENCES or is_dateline_alone(words.strip()):
        return []
    if _SIGNED.match(words) and "/" not in words:
        return []  # who wrote the text, an agency with them
    glued = _glued_marker().search(words, max(0, len(words) - 160))
    if glued is not None and glued.start() > 10:
        return [(0, glued.start(), "captioned"), (glued.start(), len(words), "credit")]
    caption, credit = split_credit(words)
    if credit is None:
        return []
    if caption is not None and len(caption) < 50 and is_credit(words):
        return [(0, len(words), "credit")]
    if caption is None:
        return [(credit.start, credit.end, "credit")] if is_credit(words) else []
    tail = credit.of(words)
    if tail.startswith(("|", "│")) and not is_credit(tail.lstrip("|│ ")):
        return []  # "Title | Section": on a page of unknown make a bar parts other things too
    between = min(caption.end, credit.end), max(caption.start, credit.start)
    middle = credit.start if caption.start < credit.start else caption.start
    if between[0] > between[1] or not 0 < middle < len(words):
        return []
    if caption.start < credit.start:
        return [(0, middle, "captioned"), (middle, len(words), "credit")]
    return [(0, middle, "credit"), (middle, len(words), "captioned")]


def _cut_site(words: str, titles: frozenset[str]) -> list[Part]:
    """ "Title | Outlet", where the title stands alone elsewhere on the page."""
    found = _SITE.search(words, max(0, len(words) - 50)) if len(words) <= 250 else None
    if found is not None:
        title = " ".join(words[: found.start()].lower().split())
        if len(title) > 15 and title in titles:
            return [(0, found.start(), None), (found.start(), len(words), "site")]
    return [(0, len(words), None)]
