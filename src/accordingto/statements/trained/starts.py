"""Where contents begin, set right by the text and its tree: behind asides and manners, with
the words that their first one belongs to."""

from accordingto.records.span import Span
from accordingto.statements.contents import tidy
from accordingto.statements.draft import Page

_WHO = frozenset({"WP", "WDT"})
_NEAR_HEAD = 3
# "With a smile: ".
_MANNERS, _MANNER_SIZE = frozenset({"with", "in", "after"}), 40
# Of a quotation less than this much is a stray end.
_STRAY = 0.5
_LONGEST_ASIDE = 10
# Characters of a subject that may be lost.
_MOST_LOST = 40
_BEFORE_PHRASES = frozenset({"ADJ", "ADV"})


def begun(page: Page, span: Span, cue: Span) -> Span:
    """A content from where it begins."""
    span = _past_aside(page, _past_quotation(page, _with_subject(page, span, cue)), cue)
    span = _past_relative(page, _past_manner(page, span), cue)
    span = _from_possessor(page, _with_article(page, span, cue))
    return _from_phrase(page, span, cue)


def _with_subject(page: Page, span: Span, cue: Span) -> Span:
    """A content with all of its subject: "[Nine of] the dead were children, she said"."""
    verb = page.reading.head_of(span)
    subject = page.child(verb.index, "nsubj", "nsubjpass") if verb is not None else None
    if verb is None or subject is None or not span.contains(verb.span):
        return span
    start = page.tokens[page.reading.subtree(subject)[0]].start
    lost = page.text[start : span.start] if start < span.start else ""
    plain = 0 < len(lost) <= _MOST_LOST and lost.replace(" ", "").isalpha()
    if not plain or Span(start, span.start).overlaps(cue):
        return span
    return Span(start, span.end)


def _past_quotation(page: Page, span: Span) -> Span:
    """A content without the last word of somebody else's quotation (of "hailed as 'a new [dawn',
    was broken within the hour]")."""
    for place in page.quotations_in(Span(span.start, span.start + 1)):
        inner = page.quotations[place].inner
        tail = inner.end - span.start
        stray = inner.start < span.start < inner.end < span.end and tail < len(inner) * _STRAY
        rest = tidy(page, Span(page.quotations[place].span.end, span.end)) if stray else None
        return rest or span
    return span


def _past_aside(page: Page, span: Span, cue: Span) -> Span:
    """ "Said, his voice breaking, [that …]"."""
    if not 0 <= span.start - cue.end <= 2:
        return span
    for token in page.reading.tokens_in(span)[2:_LONGEST_ASIDE]:
        if token.lower == "that" and token.dep == "mark":
            verb = page.tokens[token.head]
            said = verb.dep == "ccomp" and cue.contains(page.tokens[verb.head].span)
            first = page.reading.subtree(verb.index)[0] == token.index
            set_off = page.tokens[token.index - 1].text == ","
            return Span(token.start, span.end) if said and first and set_off else span
    return span


def _past_manner(page: Page, span: Span) -> Span:
    """A quotation without how it was said: "adding, with a smile: [“Only …”]"."""
    for place in page.quotations_in(span):
        start = page.quotations[place].span.start
        ahead = page.text[span.start : max(span.start, start)].rstrip()
        if not ahead.endswith(":") or len(ahead) > _MANNER_SIZE:
            return span
        words = page.reading.tokens_in(Span(span.start, span.start + len(ahead)))
        said = any(t.pos in ("VERB", "AUX") for t in words)
        before = page.tokens[words[0].index - 1] if words and words[0].index else None
        manner = before is not None and before.lower in _MANNERS
        return span if said or not manner else Span(page.quotations[place].inner.start, span.end)
    return span


def _past_relative(page: Page, span: Span, cue: Span) -> Span:
    """A content behind the relative clause that tells of the source ("according to police, who
    cited two witnesses, [the driver fled]")."""
    first = next(iter(page.reading.tokens_in(span)), None)
    if first is None or cue.end > span.start or not first.index:
        return span
    verb = _relative_around(page, first.index, cue)
    if verb is None:
        return span
    behind = page.reading.subtree(verb)[-1] + 1
    if behind + 1 >= len(page.tokens) or page.tokens[behind].text != ",":
        return span
    start = page.tokens[behind + 1].start
    return Span(start, span.end) if start < span.end else span


def _relative_around(page: Page, index: int, cue: Span) -> int | None:
    """The verb of the relative clause, begun behind the cue, that a token stands in."""
    for _ in range(_NEAR_HEAD):
        token = page.tokens[index]
        if token.dep == "relcl":
            below = page.reading.subtree(index)
            who = page.tokens[below[0]]
            noun = page.tokens[token.head]
            asked = who.tag in _WHO and who.lower != "that"
            told = asked and cue.end <= noun.start and noun.index < below[0]
            return index if told else None
        if token.head == index:
            return None
        index = token.head
    return None


def _with_article(page: Page, span: Span, cue: Span) -> Span:
    """ "[An] assertion" that somebody calls false: a noun alone with its article."""
    first = next(iter(page.reading.tokens_in(span)), None)
    if first is None or first.span != span or first.tag != "NN" or not first.index:
        return span
    before = page.tokens[first.index - 1]
    joined = before.dep == "det" and before.head == first.index and not before.span.overlaps(cue)
    return Span(before.start, span.end) if joined else span


def _from_possessor(page: Page, span: Span) -> Span:
    """A content with whoever it belongs to ("[Hale]'s claim")."""
    first = next(iter(page.reading.tokens_in(span)), None)
    if first is None or first.tag != "POS":
        return span
    owner = page.reading.subtree(first.head)
    return Span(min(page.tokens[owner[0]].start, span.start), span.end)


def _from_phrase(page: Page, span: Span, cue: Span) -> Span:
    """A content with the word that its first preposition hangs on ("contrary [to the army's
    claims]")."""
    first = next(iter(page.reading.tokens_in(span)), None)
    if first is None or first.pos != "ADP" or first.head != first.index - 1:
        return span
    before = page.tokens[first.head]
    taken = before.pos in _BEFORE_PHRASES and not before.span.overlaps(cue)
    return Span(before.start, span.end) if taken else span
