"""Which names are outlets': by name, by shape, by what the article itself calls them."""

import re
from dataclasses import dataclass

from accordingto.records.article import Article
from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import Page

PAPERS = frozenset(
    {"paper", "newspaper", "agency", "broadcaster", "station", "channel", "daily", "website"}
)
# "Press secretary", "news conference": words for media that make an office.
_OFFICES = frozenset(
    {"secretary", "officer", "office", "aide", "adviser", "advisor", "chief", "conference",
     "release", "statement", "service", "team", "attache"}
)  # fmt: skip
# Words that other bodies have too, and what before them makes media of them.
_SHARED = frozenset({"agency", "agencies", "station", "stations", "channel", "service", "services"})
_NEWS = frozenset(
    {"news", "press", "wire", "state", "photo", "radio", "tv", "television", "information", "fm",
     "broadcast", "cable", "satellite", "telegram", "youtube"}
)  # fmt: skip
# Names that are written as one: "TarnNews", "NTV", "TV4".
_SHAPE = re.compile(r"[A-Z][\w’']{0,30}(?:News|Radio|TV|Times|Press)|[A-Z]{0,4}TV[A-Z\d]{0,3}")
# How far from a noun its name stands, in words, and how long a dateline may be, in characters.
_BESIDE, _DATELINE = 3, 120
_AGENCY = re.compile(r"[^()\n]{2,80}\((?P<agency>[^()\n]{2,40})\)\s*[-–—]")


@dataclass(frozen=True)
class Outlets:
    """``own`` has the names of those who publish the article: what an interviewee tells them,
    nobody passed on. ``called`` has names that the article itself calls a paper, an agency, a
    station. All in lower case."""

    own: str
    called: frozenset[str]

    def has(self, page: Page, span: Span) -> bool:
        """True where the words name an outlet or agency."""
        generic = name_of(page, span).endswith(" media")
        return generic or is_media(page, span) or name_of(page, span) in self.called


def outlets_of(page: Page, article: Article) -> Outlets:
    """The outlets that an article shows. Those who publish it stand in its byline and dateline
    ("ORES, March 3 (Landpress) -") too."""
    own = [article.outlet or ""]
    own += [s.span.of(page.text) for s in article.segments_of("byline")]
    for segment in article.segments_of("body")[:2]:
        opening = page.text[segment.span.start : segment.span.start + _DATELINE]
        dateline = _AGENCY.match(opening)
        if dateline is not None:
            own.append(dateline["agency"])
    return Outlets(" | ".join(own).lower(), frozenset(_called(page)))


def _called(page: Page) -> list[str]:
    found = []
    for token in page.tokens:
        if token.lower not in PAPERS or token.pos != "NOUN":
            continue
        last = named_beside(page, token.index)
        if last != token.index:
            first = last
            while first > token.index + 1 and page.tokens[first - 1].pos == "PROPN":
                first -= 1
            while last + 1 < len(page.tokens) and page.tokens[last + 1].pos == "PROPN":
                last += 1
            found.append(name_of(page, page.between(first, last)))
    return found


def name_of(page: Page, span: Span) -> str:
    """A name as names are compared: in lower case, without its article."""
    return span.of(page.text).lower().removeprefix("the ")


def is_media(page: Page, span: Span) -> bool:
    """True where the words alone name an outlet or agency."""
    words = lexicon()
    for token in page.reading.tokens_in(span):
        if token.lower in words.media_names and token.text[0].isupper():
            return True
        if token.pos in ("PROPN", "NOUN") and _SHAPE.fullmatch(token.text):
            return True
        if token.lower in words.media_words and token.pos in ("NOUN", "PROPN", "ADJ"):
            office = page.tokens[token.head].lemma in _OFFICES and token.dep == "compound"
            if office or _is_other_body(page, token):
                continue
            return True
    return False


def _is_other_body(page: Page, token: Token) -> bool:
    """ "The roads agency", "a police station" are no media."""
    if token.lower not in _SHARED:
        return False
    before = [page.tokens[c].lower for c in page.all_children(token.index, "compound")]
    return bool(before) and not any(word in _NEWS for word in before)


def named_beside(page: Page, noun: int) -> int:
    """The name that stands right behind a noun as its apposition; else the noun itself."""
    named = page.child(noun, "appos")
    if named is None and noun + 1 < len(page.tokens):
        named = noun + 1
    if named is None or page.tokens[named].pos != "PROPN" or named - noun > _BESIDE:
        return noun
    return named
