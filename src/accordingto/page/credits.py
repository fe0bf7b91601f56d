"""Splitting the credit of a picture from its caption.

``split_credit`` cuts a caption line in two, ``credit_name`` takes the words of display
("Photo:", "©", brackets) off a credit. Both give spans relative to the string they are given.
"""

import re

from accordingto.page.creditwords import (
    agency,
    has_agency,
    joins,
    loud,
    loud_starts,
    marker,
    may_hold_marker,
)
from accordingto.page.signatures import HAN_TAIL, HAN_TAKEN, OFFERED, named_before
from accordingto.records.span import Span, trim

Split = tuple[Span | None, Span | None]

_LONGEST = 4000  # characters; a longer line is no caption
_CREDIT_WORDS = 14  # a credit has no more words
_BRIEF = 4  # words behind a marker at a line's end that need not all be names ("House graphics")
_CREDIT_LENGTH = 160  # characters
_LONGEST_SIGNED = 9  # words of a marked credit with an agency in it
_LICENSED = 240  # the same of one with the terms of a licence
_LICENCE = re.compile(r"\bCC[ -]?(?:0|BY)\b|creative commons|public domain", re.IGNORECASE)
_UNCASED_LENGTH = 30  # characters, for scripts without capitals
_LOUD = 120  # characters of a caption's end in which an agency may stand without a mark
_TAIL = 200  # characters of a caption in which brackets at its end are looked for
_SIGN = re.compile(r"©|\(c\)(?=\s*[A-ZÀ-Þ])|[（(][cＣｃ][)）](?=\w)", re.IGNORECASE)
_SIGNS = frozenset("©(（")
_BRACKET_TAIL = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]]\s*\.?\s*$")
# Not behind an initial ("Photo of J. Orlik").
_ENDS = re.compile(
    r"(?<![\s/(][A-ZÀ-ÞČŠŽŁŚŻ])[.!?…。][\"'”’»)\]]*(?:\s+|(?=[A-ZÀ-Þ]))"
    r"|\s[|–—•·]\s|\s-\s|[。]|\n"
)
_WORD = re.compile(r"[^\s/,;:|()\[\]©]+")
_GLUE = re.compile(
    r"(?<=[a-zß-öø-ÿ0-9.)])(?=[A-ZÀ-ÖØ-Þ\"“«])|(?<=[A-ZÀ-Þ]{2})(?=[A-ZÀ-Þ][a-zß-ÿ]+\s[a-zß-ÿ])"
)
_PASSED_ON = re.compile(r"\bvia\b|\bhandout\b|\bcourtesy\b|\w/\w", re.IGNORECASE)
_FOR_OUTLET = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]+ ){1,4}for [A-Z](?:[\w.'’-]+ ?){1,6}\.?$")
_PIPE = re.compile(r"\s[|│]\s")
_NAME_GLUE = re.compile(
    r"(?:^|\W)(?:Mc|Mac|Di|De|Le|La|Van|O|Fitz|i|e|You|Nur|Tik|Face|Wire|Digital)$"
)


def is_credit(text: str) -> bool:
    """True where ``text`` as a whole looks like a credit: short, names only, and opened by a
    sign or a marker, or with an agency in it."""
    words = _WORD.findall(text) if len(text) <= _CREDIT_LENGTH else []
    if not words or len(words) > _CREDIT_WORDS:
        return False
    if len(text) > _UNCASED_LENGTH and text.upper() == text.lower():
        return False  # a script without capitals does not show what is a name
    inner = text.lstrip("([ ")
    opened = marker().match(inner) or _SIGN.match(inner)
    if opened and inner != text.lstrip():
        return True  # in brackets and marked: whatever follows is the credit
    if opened:
        return _names_only(_WORD.findall(inner[opened.end() :])[:6])
    return has_agency(text) and _names_only(words)


def is_made_for(text: str) -> bool:
    """True for "Name for Outlet" and nothing else."""
    return len(text) <= _CREDIT_LENGTH and _FOR_OUTLET.fullmatch(text) is not None


def _names_only(words: list[str]) -> bool:
    """True where no word is a plain lower-case one, joining words and agencies apart."""
    for word in words:
        bare = word.strip(".'\"“”’*")
        if not bare or not bare[0].islower() or bare in joins():
            continue
        if not agency().fullmatch(bare) and "." not in bare:
            return False
    return True


def split_credit(text: str) -> Split:
    """Caption and credit of one caption line, as spans in ``text`` without outer blanks.

    Either is ``None`` where the line has none. The credit's span holds its marker, sign and
    brackets, so that the two together cover all words; ``credit_name`` strips them.
    """
    whole = trim(text, Span(0, len(text)))
    if whole is None or len(text) > _LONGEST:
        return whole, None
    body = whole.of(text)
    opened = marker().match(body) is not None or _SIGN.match(body) is not None
    if opened and (is_credit(body) or _is_licensed(body)) and _leading_glue(text, whole) is None:
        return None, whole
    for rule in (_leading_glue, _bracket_tail, _marker_tail, _bare_tail, _loud_tail, _han_tail):
        cut = rule(text, whole)
        if cut is not None:
            return _clean(text, cut)
    return (None, whole) if is_credit(body) else (whole, None)


def _is_licensed(body: str) -> bool:
    """True for a marked credit that goes on with a sign, an agency or the terms of a licence."""
    found = marker().match(body) or _SIGN.match(body)
    if found is None or len(body) > _LICENSED:
        return False
    rest = body[found.end() :].lstrip()
    words = _WORD.findall(rest)
    signed = _SIGN.match(rest) is not None or (found[0][-1] in ":：" and has_agency(rest))
    if signed and len(words) <= _LONGEST_SIGNED and not any(w in ".!?" for w in rest[:-1]):
        return True  # even where a name has no capitals
    return _LICENCE.search(body) is not None and _names_only(words[:4])


def split_bracket(text: str) -> Split:
    """Of a line that is known to be a caption, what stands in brackets behind its last stop, where
    that is a name: "The pier. (Velm District Court)". Else all of it is caption."""
    whole = trim(text, Span(0, len(text)))
    found = _BRACKET_TAIL.search(text, max(0, len(text) - _TAIL)) if whole is not None else None
    if whole is None or found is None or marker().match(text, whole.start):
        return whole, None
    words = _WORD.findall(found[1])
    stopped = text[: found.start()].rstrip()[-1:] in (".", "”", '"')
    if not stopped or not 2 <= len(words) <= _CREDIT_WORDS or not _names_only(words):
        return whole, None
    if any(map(str.isdigit, found[1])):
        return whole, None
    return _clean(text, (Span(whole.start, found.start()), Span(found.start(), whole.end)))


def _clean(text: str, cut: tuple[Span, Span]) -> Split:
    """Trim both parts; separators that hang at the caption's end go to the credit."""
    caption, credit = trim(text, cut[0]), trim(text, cut[1])
    if caption is None or credit is None:
        return caption, credit
    end = caption.end
    while end > caption.start and text[end - 1] in " \t|–—-•·/\xa0\n":
        end -= 1
    if end == caption.start:
        return None, Span(caption.start, credit.end)
    if end < caption.end and credit.start > end:
        credit = trim(text, Span(end, credit.end)) or credit
    return Span(caption.start, end), credit


def _leading_glue(text: str, whole: Span) -> tuple[Span, Span] | None:
    """ "© AGENCY / ProviderA caption": the caption starts where a new word is glued on."""
    body = whole.of(text)
    if not (_SIGN.match(body) or marker().match(body)):
        return None
    for glue in _GLUE.finditer(body, 2, 140):
        at = glue.start()
        rest = body[at:].split(None, 6)
        if _NAME_GLUE.search(body[:at]) or len(rest) < 4:
            continue
        if not any(w[:1].islower() and w not in ("via", "for") for w in rest[:4]):
            continue
        if _names_only(_WORD.findall(marker().sub("", body[:at], count=1))):
            middle = whole.start + at
            return Span(middle, whole.end), Span(whole.start, middle)
    return None


def _bracket_tail(text: str, whole: Span) -> tuple[Span, Span] | None:
    """ "Caption. (Photo by Name/Agency)" and "[Name/Agency]"."""
    found = _BRACKET_TAIL.search(text, max(whole.start, whole.end - 200), whole.end)
    if found is None:
        return None
    inner = found[1]
    passed_on = has_agency(inner) and _PASSED_ON.search(inner) is not None
    if not passed_on and not is_credit(inner):
        return None
    start = found.start() - named_before(text[whole.start : found.start()])
    return Span(whole.start, start), Span(start, whole.end)


def _han_tail(text: str, whole: Span) -> tuple[Span, Span] | None:
    """ "标题。某某 摄": in Chinese the word for taking a picture follows the name."""
    if text.isascii():
        return None
    found = HAN_TAIL.search(text, max(whole.start, whole.end - 40), whole.end)
    return (Span(whole.start, found.start()), Span(found.start(), whole.end)) if found else None


def _marker_tail(text: str, whole: Span) -> tuple[Span, Span] | None:
    """ "Caption. Photo: Name/Agency", "Caption © Name": all from the last marker on."""
    best: int | None = None
    likely = [marker()] if may_hold_marker(text) else []
    likely += [_SIGN] if not _SIGNS.isdisjoint(text) else []
    for pattern in likely:
        for found in pattern.finditer(text, whole.start, whole.end):
            tail = text[found.end() : whole.end]
            words = _WORD.findall(tail)
            if not words or len(words) > _CREDIT_WORDS:
                continue
            brief = found[0][-1] in ":：" and len(words) <= _BRIEF and words[0][0].isupper()
            if not _names_only(words[:8]) and not (brief and found.start() > whole.start + 20):
                continue
            if not _starts_part(text, found.start(), whole):
                continue
            best = found.start() if best is None else min(best, found.start())
    if best is None:
        return None
    while best > whole.start and text[best - 1] in "([":
        best -= 1
    return Span(whole.start, best), Span(best, whole.end)


def _starts_part(text: str, at: int, whole: Span) -> bool:
    """True where a new part may begin at ``at``: at the start, after a mark or a capital word."""
    if at <= whole.start:
        return True
    before = text[whole.start : at].rstrip()
    return not before or not before[-1].isalnum() or text[at].isupper() or text[at] in "©(（"


def _bare_tail(text: str, whole: Span) -> tuple[Span, Span] | None:
    """ "Caption. Name/AFP", "Caption | Name | Agency": after a boundary, names and an agency."""
    pipe = _PIPE.search(text, whole.start, whole.end)
    if pipe is not None and _is_names(text[pipe.end() : whole.end]):
        return Span(whole.start, pipe.start()), Span(pipe.start(), whole.end)
    starts = [m.end() for m in _ENDS.finditer(text, whole.start, whole.end)]
    for at in starts[-4:]:
        tail = text[at : whole.end]
        if tail[:1].isdigit():
            continue  # the stop was that of a month: "Dec. 7, 2014"
        if at - whole.start > 3 and (is_credit(tail) or _FOR_OUTLET.fullmatch(tail)):
            return Span(whole.start, at), Span(at, whole.end)
    return None


def _is_names(text: str) -> bool:
    words = _WORD.findall(text)
    return 0 < len(words) <= 8 and text.upper() != text.lower() and _names_only(words)


def _loud_tail(text: str, whole: Span) -> tuple[Span, Span] | None:
    """ "Caption REUTERS/Name" with no mark between."""
    tail = text[max(whole.start, whole.end - _LOUD) : whole.end]
    if not any(name in tail for name in loud_starts()):
        return None
    for found in loud().finditer(text, max(whole.start, whole.end - _LOUD), whole.end):
        at = found.start()
        if at - whole.start < 4 or not is_credit(text[at : whole.end]):
            continue
        before = text[at - 1]
        if found[0].rstrip().endswith("/") and (before.isspace() or before.islower()):
            return Span(whole.start, at), Span(at, whole.end)
    return None


def credit_name(text: str) -> Span | None:
    """The names in a credit, without sign, marker and brackets; a span in ``text``."""
    span = trim(text, Span(0, len(text)))
    for _ in range(4):
        if span is None:
            return None
        inner = _strip_once(text, span)
        if inner == span:
            return span
        span = trim(text, inner)
    return span


def names_nobody(text: str) -> bool:
    """True for a bracket or a word of display alone, whose credit stands elsewhere."""
    bare = text.strip("([])|–—-•·/:©*, \xa0")
    return not bare or marker().fullmatch(f"{bare}:") is not None


def _strip_once(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in "([|–—-•·/:©*, \xa0":
        start += 1
    while end > start and text[end - 1] in ")]|–—-•·/:*, \xa0":
        end -= 1
    for pattern in (marker(), _SIGN):
        found = pattern.match(text, start, end)
        if found is not None and found.end() < end:
            start = found.end()
    offered = OFFERED.search(text, start, end)
    if offered is not None and offered.start() > start:
        end = offered.start()
    taken = HAN_TAKEN.search(text[:end], start) if text[end - 1 : end] in "摄攝影供" else None
    return Span(start, taken.start() if taken else end)
