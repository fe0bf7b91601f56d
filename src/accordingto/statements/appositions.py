"""Answers to what was just said, in an apposition: "…, an account that local elders dispute".
Parsers often take the verb at the end for a noun, so these few words are read one by one."""

from collections.abc import Iterator

from accordingto.records.reading import Token
from accordingto.records.span import Span, trim
from accordingto.statements.answering import SOMETHING
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page

ANSWERING = frozenset(
    {"dispute", "disputes", "disputed", "reject", "rejects", "rejected", "contest", "contests",
     "contested", "contradict", "contradicts", "contradicted", "challenge", "challenges",
     "challenged", "deny", "denies", "denied", "dismiss", "dismisses", "dismissed", "withdrew",
     "withdrawn", "retracted", "recanted", "disowned", "disavowed"}
)  # fmt: skip
# "A claim the army [called laughable]": what is said of it then tells the answer.
CALLING = frozenset(
    {"call", "calls", "called", "describe", "describes", "described", "term", "terms", "termed",
     "label", "labels", "labelled", "labeled"}
)  # fmt: skip
_UNTRUE = frozenset(
    {"exaggerated", "false", "absurd", "laughable", "invented", "fabricated", "baseless",
     "unfounded", "ridiculous", "untrue", "misleading", "nonsense", "lie", "lies", "propaganda",
     "inflated", "outrageous", "wrong", "fantasy", "fiction", "slander", "libel", "groundless",
     "preposterous", "fake", "bogus", "fantastical", "nonsensical", "implausible", "ludicrous"}
)  # fmt: skip
# "Do not accept".
_HELPING = frozenset({"do", "does", "did", "would", "could", "will"})
ACCEPTING = frozenset({"accept", "believe", "buy", "share", "recognise", "recognize", "credit"})
_NEGATED = 4
_OPENING = frozenset({'"', "“", "'", "‘"})
_ASIDE = 24
_ARTICLES = frozenset({"a", "an", "the"})
_SET_OFF = frozenset({",", "—", "–", ";"})
_ENDS = frozenset({".", ",", ";", "—", "–", '"', "”", "but", "and", "while", "as"})
_LINKS = frozenset({"that", "which"})
_DAYS = frozenset({"DATE", "TIME"})
# Words of whoever answers.
_LONGEST = 12
# "Exaggerated", "as a plain lie": words of what it is called.
_WORDS = 5
# "Hours later", "on Friday".
_TIME = 4
_WHEN = frozenset({"on", "in", "later", "hours", "hour", "days", "minutes", "yesterday", "again"})
_SCORE = 0.85


def answers_in_apposition(page: Page, taken: frozenset[int]) -> list[Draft]:
    """A draft for each such answer whose verb is not among the tokens ``taken``."""
    found = []
    for token in page.tokens[2:]:
        misread = _misread(page, token) if token.lower == "which" else None
        if misread is not None and misread.at not in taken:
            found.append(misread)
        bare = token.lower == SOMETHING
        if not bare and (token.lemma not in lexicon().claim_words or token.pos != "NOUN"):
            continue
        article = token if bare else page.tokens[token.index - 1]
        mark = page.tokens[article.index - 1]
        if not (bare or article.lower in _ARTICLES) or mark.text not in _SET_OFF:
            continue
        draft = _answer(page, token, article)
        if draft is not None and draft.at not in taken:
            found.append(draft)
    return found


def _answer(page: Page, noun: Token, article: Token) -> Draft | None:
    first = noun.index + 1
    if first < len(page.tokens) and page.tokens[first].lower in _LINKS:
        first += 1
    aside = _aside(page, first)
    verb = next(_verb(page, aside[1] if aside else first), None)
    if verb is None or verb.index == first or page.quoted[noun.index] != NO_TOKEN:
        return None
    end = aside[0].start if aside else _before_day(page, first, verb)
    source = trim(page.text, Span(page.tokens[first].start, end))
    if source is None:
        return None
    contents = (Span(article.start, noun.end), *_as(page, verb), *_called(page, verb))
    return _made(page, verb, source, contents, noun)


def _made(
    page: Page, verb: Token, source: Span, contents: tuple[Span, ...], answered: Token
) -> Draft | None:
    """A denial by whoever ``source`` names; none where it names nobody."""
    if not any(t.pos in ("NOUN", "PROPN", "PRON") for t in _of(page, source)):
        return None
    return Draft(
        at=verb.index + 2 if verb.lower in _HELPING else verb.index,
        kind="verb",
        cue=_cue(page, verb),
        source=source,
        contents=contents,
        act="deny",
        score=_SCORE,
        reasons=(f"'{answered.lower}' is answered with '{verb.lower}'",),
        relative=True,
    )


def _aside(page: Page, first: int) -> tuple[Token, int] | None:
    """The comma and the place behind the second one in "a claim his lawyers[, in a letter to us,]
    described as false", where a word that answers stands right behind."""
    marks = [t for t in page.tokens[first : first + _ASIDE] if t.text == "," or t.text in ".;\n"]
    if len(marks) < 2 or marks[0].text != "," or marks[1].text != ",":
        return None
    behind = marks[1].index + 1
    verb = page.tokens[behind].lower if behind < len(page.tokens) else ""
    return (marks[0], behind) if verb in ANSWERING | CALLING else None


def _misread(page: Page, which: Token) -> Draft | None:
    """ "Accuses the port of [having ignored three warnings, which the port disputes]", where the
    parser takes the verb for a noun."""
    verb = next(_verb(page, which.index + 1), None)
    if verb is None or verb.pos != "NOUN" or page.tokens[which.index - 1].text != ",":
        return None
    first = which.index + 1
    source = trim(page.text, Span(page.tokens[first].start, _before_day(page, first, verb)))
    if source is None or page.quoted[which.index] != NO_TOKEN:
        return None
    return _made(page, verb, source, (_clause_ahead(page, verb, which),), which)


def _clause_ahead(page: Page, verb: Token, which: Token) -> Span:
    """The clause in front of "which" that it stands for, or "which" itself."""
    up = page.tokens[verb.head]
    for _ in range(_LONGEST):
        if up.pos in ("VERB", "AUX") and up.dep in ("pcomp", "ccomp", "xcomp"):
            first = page.reading.subtree(up.index)[0]
            return page.between(first, which.index - 2) if first < which.index - 1 else which.span
        if up.head == up.index:
            break
        up = page.tokens[up.head]
    return which.span


def _before_day(page: Page, first: int, verb: Token) -> int:
    """Where the words for who answers end: "Lira [on Monday] rejected", "Lira [flatly] denies"."""
    for token in page.tokens[first + 1 : verb.index]:
        if token.ent in _DAYS and page.tokens[token.index - 1].pos == "ADP":
            return page.tokens[token.index - 1].start
    before = page.tokens[verb.index - 1]
    flatly = before.tag == "RB" and before.lower.endswith("ly") and before.index > first
    return before.start if flatly else verb.start


def _is_not_accepted(page: Page, helper: Token) -> bool:
    """ "(An explanation residents) do not accept", and no more than that."""
    behind = page.tokens[helper.index + 1 : helper.index + _NEGATED]
    words = [t.lower for t in behind]
    return (
        len(words) == _NEGATED - 1
        and words[0] in ("not", "n't", "n’t")
        and words[1] in ACCEPTING
        and words[2] in _ENDS
    )


def _cue(page: Page, verb: Token) -> Span:
    """The words of the answer: "do not accept" as a whole."""
    helping = verb.lower in _HELPING
    return page.between(verb.index, verb.index + 2) if helping else verb.span


def _as(page: Page, verb: Token) -> tuple[Span, ...]:
    """ "As absurd", where that follows."""
    behind = verb.index + 1
    if behind >= len(page.tokens) or page.tokens[behind].lower != "as":
        return ()
    below = page.reading.subtree(behind)
    return (page.between(behind, below[-1]),) if len(below) > 1 else ()


def _called(page: Page, verb: Token) -> tuple[Span, ...]:
    """ "Exaggerated", behind a verb that calls what was said that."""
    words = _behind(page, verb) if verb.lower in CALLING else []
    as_is_told = bool(_as(page, verb))
    return (Span(words[0].start, words[-1].end),) if words and not as_is_told else ()


def _is_untrue(page: Page, verb: Token) -> bool:
    """Whether no more than a few words follow, one of which says that it is not true."""
    words = {t.lower for t in _behind(page, verb)}
    return not words.isdisjoint(_UNTRUE) and "not" not in words


def _behind(page: Page, verb: Token) -> list[Token]:
    """The words behind the verb up to where its clause ends, without "as"; none where they are
    many."""
    first = verb.index + 1
    if first < len(page.tokens) and page.tokens[first].lower == "as":
        first += 1
    if first < len(page.tokens) and page.tokens[first].text in _OPENING:
        first += 1
    behind = page.tokens[first : first + _WORDS + 1]
    end = next((i for i, t in enumerate(behind) if t.text in _ENDS), len(behind))
    return list(behind[:end]) if end <= _WORDS else []


def _past_time(page: Page, at: int) -> int:
    """Past "hours later", "on Friday"."""
    for _ in range(_TIME):
        token = page.tokens[at] if at < len(page.tokens) else None
        if token is None or (token.ent not in _DAYS and token.lower not in _WHEN):
            break
        at += 1
    return at


def _of(page: Page, span: Span) -> list[Token]:
    return page.reading.tokens_in(span)


def _verb(page: Page, first: int) -> Iterator[Token]:
    """The verb that answers, where nothing but somebody stands in front of it and nothing more
    behind it."""
    for token in page.tokens[first : first + _LONGEST]:
        if token.lower in CALLING:
            if _is_untrue(page, token):
                yield token
            return
        if token.lower in _HELPING and _is_not_accepted(page, token):
            yield token
            return
        if token.lower in ANSWERING:
            behind = _past_time(page, token.index + 1)
            if behind >= len(page.tokens) or page.tokens[behind].lower in _ENDS:
                yield token
            return
        if token.pos in ("VERB", "AUX") or token.text in _ENDS - {"and"} or "\n" in token.text:
            return
