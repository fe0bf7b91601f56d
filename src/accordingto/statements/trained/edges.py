"""The edges of contents as the trained reader finds them, set right by the text and its tree."""

import re
from collections.abc import Sequence
from itertools import pairwise

from accordingto.records.reading import Token
from accordingto.records.span import Span, trim
from accordingto.statements.contents import tidy
from accordingto.statements.draft import NO_TOKEN, Page
from accordingto.statements.trained.starts import begun

_AGENT_WORDS = frozenset({"by", "from"})
_WHO = frozenset({"WP", "WDT"})
_MODIFIES = frozenset({"det", "amod", "compound", "nummod", "nmod", "poss"})
_LEADS = frozenset({"det", "nummod", "amod"})
_NEAR_HEAD = 3
_PRONOUNS = frozenset({"that", "which", "who", "whom", "whose"})
_POINTING, _COLONS = frozenset({"that", "this", "it"}), frozenset({":", "—", "–"})
_LEADING_ON = frozenset({"because", "while", "although", "though", "whereas", "unless"})
# So many words may be lost in front of "…, the army said", and none of these marks.
_MOST_LOST = 3
_LOST_MARKS = frozenset("\"'“”‘’«»,;:.!?()[]\n—–")
# "Anything but" ends well.
_BUT = frozenset({"anything", "nothing", "everything"})
_LONGEST_SUBJECT, _LONGEST_LIST = 12, 24
_JOINING = frozenset({"WDT", "WP", "WP$", "IN"})

# What somebody else is about to answer is no longer said: "of poisoning the river, a charge".
_CHARGE = re.compile(
    r",\s+(?:(?:an?|the)\s+(?:charge|claim|accusation|allegation|assertion|account|version|figure|number)s?|something)\Z"
)
_CHARGE_SIZE = 24
# "'No comment,' was all he would say": the words that join the two are nobody's.
_WAS_ALL = re.compile(r"[,.]?[\"”’']\s+(?:was|is)\s+(?:all|what|how)(?:\s+that)?\Z")
_JOIN_SIZE = 24
# "…, but gave no details", "without elaborating": what the outlet misses is not said.
_MISSED = r"(?:details?|evidence|figures?|numbers?|explanations?|reasons?|specifics|proof|names?)"
_UNTOLD = re.compile(
    r",?\s+(?:(?:but|and)\s+(?:gave|offered|provided|cited|presented)\s+(?:no|few)|without\s+"
    r"(?:giving|offering|providing|citing|presenting)(?:\s+any)?|but\s+did\s+not\s+"
    r"(?:give|offer|provide|cite|present)(?:\s+any)?)\s+(?:\w+\s+)?" + _MISSED + r"\Z"
    r"|,?\s+(?:(?:but|and)\s+did\s+not|without)\s+elaborat(?:e|ing)(?:\s+further)?\Z"
)
_UNTOLD_SIZE = 64
_DAY = re.compile(r"\b(?:the|a) (?:day|night|week|month|year)\Z")
_TWO, _ASKING = 2, frozenset({"WP", "WDT"})
_DAY_BEHIND = re.compile(r" (?:before|after|earlier|later)\b")
_DAY_SIZE = 16
_QUOTED_END = re.compile(r"[,.!?]?[\"”’'»]")
# The rest of "5,000,000" in front of its end, and behind its beginning.
_NUMBER_BEFORE = re.compile(r"(?:\d[\d.,]{0,15})?\Z")
_HEDGE_BEFORE = re.compile(
    r"\b(?:at (?:least|most)|(?:more|fewer|less) than|up to|about|around|some|nearly|almost|"
    r"roughly|approximately|over)\s\Z",
    re.IGNORECASE,
)
_HEDGE_SIZE = 16
_NUMBER_BEHIND = re.compile(r"(?:[.,]\d{1,3}){0,4}")


def repaired(page: Page, span: Span, cue: Span) -> Span:
    """A content with all of its numbers and phrases, and without what is no longer said."""
    span = _whole_names(page, begun(page, _before_pronoun(page, span), cue), cue)
    span = _to_phrase(page, _whole_numbers(page, _before_charge(page, span), cue), cue)
    span = _without_next_subject(page, _up_to_semicolon(page, span, cue))
    return _whole_day(page, _without_loose_end(page, span))


def _with_neither(page: Page, source: Span) -> Span:
    """ "[Neither] the army nor the rebels"."""
    first = next(iter(page.reading.tokens_in(source)), None)
    before = page.tokens[first.index - 1] if first is not None and first.index else None
    if before is None or before.lower != "neither" or before.end + 1 != source.start:
        return source
    return Span(before.start, source.end)


def whole_source(page: Page, source: Span, cue: Span, contents: Sequence[Span]) -> Span:
    """A source up to the noun that its last word belongs to ("the real [estate agent]"), and with
    what its last preposition governs ("a diplomat in [Vey]") or without the preposition."""
    source = _from_determiner(page, _whole_words(page, source), cue, contents)
    source = _without_anothers(page, _whole_list(page, source, cue, contents))
    source = _whole_relative(page, _with_neither(page, source), cue, contents)
    last = next(reversed(page.reading.tokens_in(source)), None)
    if last is None or last.end != source.end:
        return source
    if last.dep == "advmod" and last.lower.endswith("ly") and last.start > source.start:
        # "Lira heatedly [denies]".
        source = trim(page.text, Span(source.start, last.start)) or source
        last = page.tokens[last.index - 1]
    alone = len(source) == len(last.text) or page.tokens[last.index - 1].pos == "ADP"
    if last.tag in _JOINING and last.lower in _PRONOUNS and not alone:
        return trim(page.text, Span(source.start, last.start)) or source
    if last.pos == "ADP":
        below = page.reading.subtree(last.index)
        end = page.tokens[below[-1]].end
        whole = below == list(range(last.index, below[-1] + 1))
        if whole and len(below) > 1 and _is_free(Span(source.end, end), cue, contents):
            return Span(source.start, end)
        return trim(page.text, Span(source.start, last.start)) or source
    if last.dep == "case":
        # "[Lum's] deputy".
        last = page.tokens[last.head]
    head = page.tokens[last.head]
    if last.dep not in _MODIFIES or not 0 < head.index - last.index <= _NEAR_HEAD:
        return source
    grown = Span(source.end, head.end)
    return Span(source.start, head.end) if _is_free(grown, cue, contents) else source


def _whole_list(page: Page, source: Span, cue: Span, contents: Sequence[Span]) -> Span:
    """ "[Osmar, Veldra, and] Lira have asked": a list of names that a sentence begins with, where
    only its end was found."""
    tokens = page.reading.tokens_in(source)
    if not tokens or tokens[0].pos != "CCONJ":
        return source
    first = page.reading.sentence_of(tokens[0].index).first
    ahead = page.tokens[first : tokens[0].index]
    names = all(t.pos in ("PROPN", "CCONJ") or t.text == "," for t in ahead)
    grown = Span(page.tokens[first].start, source.end)
    fits = names and 0 < len(ahead) <= _LONGEST_LIST
    if fits and _is_free(Span(grown.start, source.start), cue, contents):
        return grown
    return Span(tokens[1].start, source.end) if len(tokens) > 1 else source


def _whole_relative(page: Page, source: Span, cue: Span, contents: Sequence[Span]) -> Span:
    """ "[The teachers, many] of whom have not been paid [since June]"."""
    tokens = page.reading.tokens_in(source)
    pronoun = next((t for t in tokens[1:] if t.tag in _WHO), None)
    if pronoun is None:
        return source
    verb = page.tokens[pronoun.head]
    while verb.dep != "relcl" and verb.head != verb.index:
        verb = page.tokens[verb.head]
    if verb.dep != "relcl":
        return source
    if verb.start >= source.end:
        # "Two engineers [to whom we] showed it".
        clause = page.tokens[page.reading.subtree(verb.index)[0]].start
        before = trim(page.text, Span(source.start, max(source.start, clause)))
        return before if before is not None else source
    about = page.tokens[page.reading.subtree(verb.head)[0]].start
    if pronoun.index - tokens[0].index <= 1 and about < source.start:
        ahead = Span(about, source.start)
        source = Span(about, source.end) if _is_free(ahead, cue, contents) else source
    end = page.tokens[page.reading.subtree(verb.index)[-1]].end
    grown = end > source.end and _is_free(Span(source.end, end), cue, contents)
    return Span(source.start, end) if grown else source


def _whole_words(page: Page, span: Span) -> Span:
    """A span that does not begin or end within a word: the encoder's words are its parts."""
    tokens = page.reading.tokens_in(span)
    if not tokens:
        return span
    if len(tokens) > 1 and tokens[0].lower in _AGENT_WORDS:
        # "[by] the army".
        span, tokens = Span(tokens[1].start, span.end), tokens[1:]
    start, end = min(span.start, tokens[0].start), max(span.end, tokens[-1].end)
    # A quotation mark at a word is none of its letters.
    letters = any(c.isalnum() for c in page.text[start : span.start])
    return Span(start if letters else span.start, end)


def _from_determiner(page: Page, source: Span, cue: Span, contents: Sequence[Span]) -> Span:
    """ "[A] second person who was present", "[the] company"."""
    head = page.reading.head_of(source)
    first = next(iter(page.reading.tokens_in(source)), None)
    if head is None or first is None or first.start != source.start or not first.index:
        return source
    before = page.tokens[first.index - 1]
    belongs = before.head == head.index and before.dep in _LEADS
    if not belongs or not _is_free(Span(before.start, source.start), cue, contents):
        return source
    return Span(before.start, source.end)


def up_to_source(
    page: Page, contents: tuple[Span, ...], source: Span, cue: Span
) -> tuple[Span, ...]:
    """Contents in front of "…, the army said" up to its comma ("failed to reach [targets]")."""
    told = min(source.start, cue.start)
    ahead = [i for i, span in enumerate(contents) if span.end <= told]
    if not ahead or page.text[max(0, told - 2) : told] != ", ":
        return contents
    span = contents[ahead[-1]]
    lost = page.text[span.end : told - 2]
    words = lost.split()
    if not 0 < len(words) <= _MOST_LOST or not lost.startswith(" ") or set(lost) & _LOST_MARKS:
        return contents
    whole = Span(span.start, told - 2)
    return (*contents[: ahead[-1]], whole, *contents[ahead[-1] + 1 :])


def _without_anothers(page: Page, source: Span) -> Span:
    """ "A demand [managers] reject": no article of one thing belongs to several people. Nor does
    anybody's name go on with "as": "says [coach] as Lum leaves"."""
    tokens = page.reading.tokens_in(source)
    cut = next((t for t in tokens[1:] if t.lower == "as" and t.tag == "IN"), None)
    # "A man known as Lum" goes on.
    known = cut is not None and page.tokens[cut.index - 1].pos not in ("NOUN", "PROPN")
    if cut is not None and not known and not any(t.text in ",(" for t in tokens):
        return trim(page.text, Span(source.start, cut.start)) or source
    head = page.reading.head_of(source)
    if head is None or head.tag != "NNS" or len(tokens) < 3 or tokens[0].lower not in ("a", "an"):
        return source
    compound = tokens[1].dep == "compound" and tokens[1].head == head.index
    return Span(head.start, source.end) if compound else source


def _is_free(span: Span, cue: Span, contents: Sequence[Span]) -> bool:
    return not any(span.overlaps(other) for other in (cue, *contents))


def _before_charge(page: Page, span: Span) -> Span:
    found = _CHARGE.search(page.text, max(span.start + 1, span.end - _CHARGE_SIZE), span.end)
    for pattern, size in ((_WAS_ALL, _JOIN_SIZE), (_UNTOLD, _UNTOLD_SIZE)):
        found = found or pattern.search(page.text, max(span.start + 1, span.end - size), span.end)
    return Span(span.start, found.start()) if found else span


def _before_pronoun(page: Page, span: Span) -> Span:
    """A content without the pronoun of a clause that is somebody else's ("revenge [that]")."""
    tokens = page.reading.tokens_in(span)
    last = tokens[-1] if tokens else None
    if last is None or len(tokens) < 2 or last.lower not in _PRONOUNS or last.tag not in _JOINING:
        return span
    if _QUOTED_END.match(page.text, span.end):
        return span
    return trim(page.text, Span(span.start, last.start)) or span


def _whole_names(page: Page, span: Span, cue: Span) -> Span:
    """A content with all of the names that it begins and ends in ("as Lars [Toven]")."""
    first = next(iter(page.reading.tokens_in(span)), None)
    before = page.tokens[first.index - 1] if first is not None and first.index else None
    if before is not None and before.dep == "compound" and before.pos == "PROPN":
        head = page.tokens[before.head]
        if head.pos == "PROPN" and span.contains(head.span) and not before.span.overlaps(cue):
            span = Span(before.start, span.end)
    last = next(reversed(page.reading.tokens_in(span)), None)
    if last is None or last.dep != "compound" or last.pos != "PROPN" or last.end != span.end:
        return span
    head = page.tokens[last.head]
    if head.index != last.index + 1 or head.pos != "PROPN" or head.span.overlaps(cue):
        return span
    return Span(span.start, head.end)


def _whole_numbers(page: Page, span: Span, cue: Span) -> Span:
    """A content that neither begins nor ends within a number: the encoder's words are its parts."""
    start, end = span.start, span.end
    if page.text[start].isdigit():
        before = _NUMBER_BEFORE.search(page.text, max(0, start - 16), start)
        start = before.start() if before else start
        hedge = _HEDGE_BEFORE.search(page.text, max(0, start - _HEDGE_SIZE), start)
        if hedge is not None and not Span(hedge.start(), start).overlaps(cue):
            start = hedge.start()
    if page.text[end - 1].isdigit():
        behind = _NUMBER_BEHIND.match(page.text, end)
        end = behind.end() if behind else end
    return Span(start, end)


def _up_to_semicolon(page: Page, span: Span, cue: Span) -> Span:
    """ "The mayor affirmed that there was no money[; "lies", replied Lum]": a new clause behind a
    semicolon is no longer said, unless it goes on with "that" or a pronoun."""
    tokens = page.reading.tokens_in(span)
    if len(tokens) > 1 and tokens[0].lower in _POINTING and tokens[1].text in _COLONS:
        # "Disputes that: it says one nurse …".
        return tokens[0].span
    for token, after in pairwise(tokens):
        if token.text != ";" or page.quoted[token.index] != NO_TOKEN:
            continue
        follows = tokens[after.index - tokens[0].index + (after.pos == "CCONJ") :][:1]
        if span.start >= cue.end and follows and not _goes_on(follows[0]):
            return trim(page.text, Span(span.start, token.start)) or span
        if span.end <= cue.start and page.quoted[after.index] != NO_TOKEN:
            inner = page.quotations[page.quoted[after.index]].inner
            return tidy(page, Span(inner.start, span.end)) or span
    return span


def _goes_on(token: Token) -> bool:
    return token.lower in _PRONOUNS or token.pos in ("PRON", "SCONJ") or token.tag == "PRP$"


def _without_next_subject(page: Page, span: Span) -> Span:
    """ "It was a loan, and [his brother]": who stands at the end does something behind it."""
    tokens = page.reading.tokens_in(span)
    if not tokens:
        return span
    last = tokens[-1].index
    for token in reversed(tokens[-_LONGEST_SUBJECT:]):
        joins = token.dep in ("nsubj", "nsubjpass") and token.head > last
        first = page.reading.subtree(token.index)[0]
        if joins and tokens[0].index < first and page.tokens[first - 1].pos == "CCONJ":
            return trim(page.text, Span(span.start, page.tokens[first].start)) or span
    return span


def _whole_day(page: Page, span: Span) -> Span:
    """ "Up from 38 the day [before]"."""
    ahead = page.text[max(span.start, span.end - _DAY_SIZE) : span.end]
    behind = _DAY_BEHIND.match(page.text, span.end) if _DAY.search(ahead) else None
    return Span(span.start, behind.end()) if behind is not None else span


def _without_loose_end(page: Page, span: Span) -> Span:
    """A content without the words that only lead on ("they feared an attack, [and]")."""
    end = span.end
    if _QUOTED_END.match(page.text, end):
        # "'I never said that,' Lum said."
        return span
    tokens = page.reading.tokens_in(span)
    for token in reversed(tokens):
        leads = token.pos in ("CCONJ", "DET") or token.lower in _LEADING_ON or token.text == ","
        only = token.lower == "but" and page.tokens[token.index - 1].lower in _BUT
        if token.end > end or only or not leads or token.dep in ("dobj", "pobj", "nsubj", "attr"):
            break
        end = token.start
    kept = [token for token in tokens if token.end <= end]
    if len(kept) > _TWO and kept[-1].tag in _ASKING and kept[-2].text == ",":
        # "Meetings with a contact, [whom the]".
        end = kept[-2].start
    return trim(page.text, Span(span.start, end)) or span


def _to_phrase(page: Page, span: Span, cue: Span) -> Span:
    """A content with what its last preposition governs ("raises toll to [11]")."""
    last = next(reversed(page.reading.tokens_in(span)), None)
    if last is None or last.tag != "IN" or last.end != span.end:
        return span
    # "His calls [for] them to stop": it marks the clause that it opens.
    marks = last.dep == "mark" and page.reading.subtree(last.head)[0] == last.index
    below = page.reading.subtree(last.head if marks else last.index)
    end = page.tokens[below[-1]].end
    grown = Span(span.start, end)
    whole = below[-1] > last.index and below == list(range(below[0], below[-1] + 1))
    return grown if whole and not Span(span.end, end).overlaps(cue) else span
