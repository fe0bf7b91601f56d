"""What one piece shows by itself: the features that the rules ask for."""

import re
from functools import cache

import msgspec

from accordingto.page.credits import is_credit
from accordingto.page.dates import parse_date
from accordingto.page.plain import phrases, wording
from accordingto.page.plain.bylines import (
    byline_strength,
    is_dated_byline,
    is_name,
    is_person,
    is_signed,
)
from accordingto.page.plain.pieces import Piece, cues, is_embed, is_rights_line

PROSE = 12  # words from which a line with an end mark is running text
UNMARKED_PROSE = 32  # words from which a line without one is
_CAPTION_LIMIT = 90  # words
_LONG_QUESTION = 25  # words under which a lone question is rather a title

_DATELINE = re.compile(
    r"\(?[A-ZÀ-ÞА-ЯΑ-Ω][A-ZÀ-ÞА-ЯΑ-Ω'’.\- ]{2,30}\)?(?:[,/]\s?[^—–()\n]{2,40})?"
    r"(?:\s?\([^()\n]{2,30}\))?"
    r"\s?(?:--|[-–—]|:)\s?(?=\S)"
    r"|[A-ZÀ-Þ][^()\n—–]{2,40}\([A-Z][A-Za-z/ .-]{1,28}\)\s?(?:--|[-–—]|:)?\s?(?=[A-Z\"“])"
)
_DATE_TAIL = re.compile(r"[,.(\s]\s*(?:on )?([^\W\d]{3,9})\.? \d{1,2},? \d{4}[).]?\s*$")
_DATE_TAIL_DAY_FIRST = re.compile(r"[,.(\s]\s*(?:on )?\d{1,2} ([^\W\d]{3,9}),? \d{4}[).]?\s*$")
_NUMERIC_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[,\s]*(?:\d{1,2}[:.]\d\d.{0,12})?")
_FOOTNOTE = re.compile(r"(\*{1,3}|[†‡§¹²³]|\[\d{1,2}\])\s?(?=[^\s*])")
_QUOTE = "\"'“„«‘‹「『"
_COLON = re.compile(r"^[^.:]{2,60}: |[?？]$|[\"”“»]$")
_QUOTED = re.compile(r"[\"“”„«»].{3}")
_LETTERS = re.compile(r"[^\W\d_]+")
_DENSE_UNITS = frozenset("年月日時时分秒년월일시분초更新")  # of dates in scripts without blanks
_MENU = 0.6  # share of capitalised words from which a long line without an end is a menu
_CONTENT = 4  # letters of a content word
_DENSE = 400  # characters of a script without blanks that are compared
_STEM = 6  # letters by which two forms of a word are taken for one
_DATED = 16  # words of a line that holds a date and is no sentence


class Traits(msgspec.Struct, frozen=True, gc=False):
    """Features of one piece. Lengths are in words, strengths from 0 to 1; ``content`` are the
    longer words, by which two pieces are compared.

    Two follow from the others: ``chrome`` is true where the line alone shows that it is none of
    the article's own words, ``title`` for what could be a headline: some words, no full stop, no
    furniture.
    """

    text: str
    words: wording.Words
    content: frozenset[str]
    size: float
    stop: bool
    ends: bool
    prose: bool
    sentence: bool
    clipped: bool
    title_share: float
    furniture: bool
    notice: bool
    opener: bool
    advert: bool
    prompt: bool
    pointer: bool
    pointed: bool
    list_head: bool
    ending: bool
    counter: bool
    address: bool
    date_only: bool
    stamp: bool
    foreign: bool
    lettered: bool
    rights: bool
    credit: bool
    byline: float
    name: bool
    cue: int
    pose: bool
    past: bool
    colon: bool
    speech: bool
    date_tail: bool
    note_mark: str
    dateline: bool
    dateline_alone: bool
    embed: bool
    quoted: bool
    amid: bool
    dated: bool
    signed: bool
    person: bool
    dated_byline: bool
    chrome: bool = False
    title: bool = False

    def __post_init__(self) -> None:
        chrome = (
            self.furniture
            or self.notice
            or self.counter
            or self.address
            or self.date_only
            or self.stamp
            or self.rights
            or self.list_head
            or self.ending
            or not self.lettered
        )
        title = 3 <= self.size <= 40 and not self.stop and not chrome and self.lettered
        msgspec.structs.force_setattr(self, "chrome", chrome)
        msgspec.structs.force_setattr(self, "title", title)


@cache
def _strong() -> re.Pattern[str]:
    ordered = sorted(set(cues()["caption"]["strong"]), key=lambda cue: (-len(cue), cue))
    inner = "|".join(re.escape(cue) for cue in ordered)
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)")


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(cues()[table][key])


def is_date_line(text: str) -> bool:
    """True for a date, with or without weekday and time, and little else."""
    if len(text) > 70 or not any(map(str.isdigit, text)):
        return False
    letters = [word.lower() for word in _LETTERS.findall(text) if word not in _DENSE_UNITS]
    if not letters and parse_date(text, day_first=True):
        return True
    if not letters or _NUMERIC_DATE.fullmatch(text):
        return bool(_NUMERIC_DATE.search(text))
    if len(letters) <= 4 and text[-1] not in "!?" and parse_date(text, day_first=True):
        return True
    months = _words("months", "names")
    return len(letters) <= 3 and len(text) <= 30 and any(word in months for word in letters)


def traits_of(text: str, piece: Piece, script: str | None, notices: tuple[str, ...]) -> Traits:
    """Features of ``piece``; ``script`` is the main script of the whole text, ``notices`` the
    phrases of notices that it holds."""
    line = piece.span.of(text)
    words = wording.words_of(line)
    size = wording.size_of(line, words)
    low = line.lower().replace("’", "'")
    ends, stop = wording.ends_sentence(line), wording.ends_with_stop(line)
    pointed = phrases.pointer_end(line) if len(line) <= 300 else None
    kind = set(words[:_CAPTION_LIMIT])
    cue = len(_strong().findall(low)) if size <= _CAPTION_LIMIT else 0
    speech = not kind.isdisjoint(_words("speech", "words"))
    mark = _FOOTNOTE.match(line)
    shouted = wording.title_share(line[:600])
    asked = line.endswith(("?", "？", "؟")) and wording.sentences_in(line) == 1
    return Traits(
        text=line,
        words=words,
        content=_content(line, words, size),
        size=size,
        stop=stop,
        ends=ends,
        prose=(size >= PROSE and ends and not (asked and size < _LONG_QUESTION))
        or (size >= UNMARKED_PROSE and shouted < _MENU),
        sentence=size >= 3 and stop,
        clipped=line.rstrip(" ]>»").endswith(("...", "…")),
        title_share=shouted,
        furniture=phrases.is_furniture(line),
        notice=phrases.is_notice(line, notices)
        and not (speech and size >= PROSE and _QUOTED.search(line)),
        opener=phrases.opens_as_furniture(line),
        advert=line[0] not in _QUOTE and phrases.is_advert(words),
        prompt=phrases.is_prompt(words),
        pointer=pointed is not None,
        pointed=pointed is not None and len(line) - pointed >= 8,
        list_head=phrases.opens_list(line),
        ending=phrases.is_ending(line),
        counter=phrases.is_counter(line),
        address=phrases.is_address(line),
        date_only=is_date_line(line),
        stamp=_is_stamp(line),
        foreign=script is not None
        and len(line) <= 300
        and wording.script_share(line, script) < 0.3,
        lettered=wording.has_letters(line),
        rights=len(line) <= 400 and is_rights_line(line),
        credit=len(line) <= 200 and is_credit(line),
        byline=byline_strength(line),
        name=is_name(line),
        cue=cue,
        pose=size <= 45 and not kind.isdisjoint(_words("caption", "poses")),
        past=not kind.isdisjoint(_words("past", "words")),
        colon=_COLON.search(line[:160]) is not None,
        speech=speech,
        date_tail=_has_date_tail(line),
        note_mark=mark[1] if mark is not None else "",
        dateline=cue == 0 and _DATELINE.match(line) is not None,
        dateline_alone=wording.is_dateline_alone(line),
        embed=is_embed(line),
        quoted=line[0] in _QUOTE,
        amid=phrases.is_ad_label(line) or (pointed is not None and len(line) - pointed >= 8),
        dated=size <= _DATED and not ends and parse_date(line, day_first=True) is not None,
        signed=is_signed(line),
        person=is_person(line),
        dated_byline=len(line) <= 120 and is_dated_byline(line),
    )


def _content(line: str, words: wording.Words, size: float) -> frozenset[str]:
    if size < 0.75 * len(words):
        # A script without blanks: any two characters that stand side by side, as one says little.
        text = line[:_DENSE]
        return frozenset(
            [text[i : i + 2] for i in range(len(text) - 1) if text[i : i + 2].isalnum()]
        )
    least, stem = _CONTENT, _STEM
    if _is_syllabic(line):
        least, stem = 2, 2  # a word of Korean is short, and a particle is glued to it
    return frozenset([word[:stem] for word in words[:200] if len(word) >= least])


def _is_syllabic(text: str) -> bool:
    return any("가" <= char <= "힣" for char in text[:20])


def _is_stamp(line: str) -> bool:
    """ "Published: 3 May 2021 10:00", with the date on the same line or nothing else."""
    if len(line) > 120 or phrases.stamp_kind(line) is None:
        return False
    return parse_date(line, day_first=True) is not None or any(map(str.isdigit, line[:40]))


def _has_date_tail(line: str) -> bool:
    tail = line[-40:]
    months = _words("months", "names")
    for pattern in (_DATE_TAIL, _DATE_TAIL_DAY_FIRST):
        found = pattern.search(tail)
        if found is not None and found[1].lower() in months:
            return True
    return False
