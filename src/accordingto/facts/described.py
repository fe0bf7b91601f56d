"""What more the words say of a figure: of whom, with or without the attacker, as of when; and which
figure of the body a headline repeats."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import cast

import msgspec

from accordingto.facts.figurewords import figure_words
from accordingto.records.article import Article
from accordingto.records.facts import Figure, Population, Time
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement

_PEOPLE = frozenset(
    {
        "killed", "injured", "killed_and_injured", "missing", "abducted", "freed", "arrested",
        "displaced", "affected",
    }
)  # fmt: skip
_HARMS = frozenset({"killed", "injured", "killed_and_injured"})
_HEADS = frozenset({"headline", "standfirst"})
# How many words behind a number its noun may stand, and how far, in characters, an addition.
_WORDS, _REACH = 7, 90
_AS_OF = re.compile(r"\b(?:as of|as at|by|until|till|up to)\s+(?:the\s+)?$", re.IGNORECASE)
_ALL = re.compile(
    r"\A[\w\s]{0,30},?\s(?:all|every one)(?: of (?:them|whom))?(?: were| are)? (?P<who>[\w-]+)",
    re.IGNORECASE,
)


def describe_figures(
    article: Article,
    reading: Reading,
    statements: Sequence[Statement],
    figures: Sequence[Figure],
    times: Sequence[Time],
) -> tuple[Figure, ...]:
    """The figures with ``population``, ``attacker_counted``, ``as_of`` and ``same_as`` where the
    words tell."""
    said = {statement.id: statement.when for statement in statements}
    starts = [sentence.span.start for sentence in reading.sentences]
    held = _times_by_sentence(starts, article.text, times)
    bodies = _of_body(article, figures)
    found = []
    for figure in figures:
        at = bisect_right(starts, figure.span.start) - 1
        sentence = reading.sentences[at].span if at >= 0 else figure.span
        of_people = figure.what in _PEOPLE
        as_of = held.get(at) or said.get(figure.statement or "") if of_people else None
        population = tuple(_population(article.text, reading, figure, sentence))
        harmed = figure.what in _HARMS and "attackers" not in population
        same = _repeated(article, figure, bodies)
        reasons = (f"the body has it as “{same.span.of(article.text)}”",) if same else ()
        found.append(
            msgspec.structs.replace(
                figure,
                population=population if of_people else (),
                attacker_counted=_attacker(article.text, figure, sentence) if harmed else None,
                as_of=as_of,
                same_as=same.id if same else None,
                reasons=figure.reasons + reasons,
            )
        )
    return tuple(found)


def _times_by_sentence(
    starts: Sequence[int], text: str, times: Sequence[Time]
) -> Mapping[int, str]:
    """For a sentence the time that its numbers are said to hold at: "as of Friday"."""
    found: dict[int, str] = {}
    for time in times:
        before = text[max(0, time.span.start - 14) : time.span.start]
        owned = text[time.span.end : time.span.end + 2] in {"'s", "’s"}
        if time.type in {"DATE", "TIME"} and _AS_OF.search(before) and not owned:
            found.setdefault(bisect_right(starts, time.span.start) - 1, time.value)
    return found


def _population(
    text: str, reading: Reading, figure: Figure, sentence: Span
) -> Iterator[Population]:
    """Kinds of people by the counted noun, what qualifies it and what is joined to it."""
    seen: set[str] = set()
    behind = text[figure.span.end : min(sentence.end, figure.span.end + _REACH)]
    every = _ALL.match(behind)
    words = [every["who"].lower().removesuffix("s")] if every else []
    for word in (*words, *_nouns(reading, figure)):
        for kind in _kinds().get(word, ()):
            if kind not in seen:
                seen.add(kind)
                yield kind


def _nouns(reading: Reading, figure: Figure) -> Iterator[str]:
    tokens = reading.tokens_in(figure.span)
    if not tokens or figure.unit is None:
        return
    last = tokens[-1].index
    near = reading.tokens[last : last + _WORDS]
    # "The number of militants killed at 12": the noun before.
    back = reversed(reading.tokens[max(0, last - _WORDS) : last])
    noun = next((t for t in (*near, *back) if t.lower == figure.unit), None)
    if noun is None:
        return
    below = [reading.tokens[i] for i in reading.children[noun.index]]
    yield _lemma(reading, noun)
    yield from (t.lemma.lower() for t in below if t.dep in {"amod", "compound"} and t.index > last)
    for token in below:
        if token.dep == "conj" and token.pos == "NOUN" and not _is_numbered(reading, token):
            yield token.lemma.lower()


def _lemma(reading: Reading, noun: Token) -> str:
    """ "Aid worker", "army officer" where the two words have an entry of their own."""
    before = reading.tokens[noun.index - 1] if noun.index else noun
    pair = f"{before.lemma.lower()} {noun.lemma.lower()}"
    return pair if pair in _kinds() else noun.lemma.lower()


def _is_numbered(reading: Reading, token: Token) -> bool:
    """ "Three women and two children": the children have a number of their own."""
    return any(reading.tokens[i].pos == "NUM" for i in reading.children[token.index])


@cache
def _kinds() -> dict[str, tuple[Population, ...]]:
    found: dict[str, tuple[Population, ...]] = {}
    for kind, words in figure_words()["population"].items():
        for word in words:
            found[word] = (*found.get(word, ()), cast(Population, kind))
    return found


def _attacker(text: str, figure: Figure, sentence: Span) -> bool | None:
    """Whether the words beside a figure count the attacker in or set him apart."""
    start = max(sentence.start, figure.span.start - _REACH)
    around = text[start : min(sentence.end, figure.span.end + _REACH)]
    apart, counted = _attacker_words()
    if apart.search(around):
        return False
    return True if counted.search(text[figure.span.end : start + len(around)]) else None


@cache
def _attacker_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = figure_words()
    who = "|".join(re.escape(word) for word in words["persons"]["attackers"])
    apart, counted = (
        "|".join(re.escape(phrase) for phrase in words["attacker"][key])
        for key in ("apart", "counted")
    )
    tail = (
        rf"\s(?:the|a|an|one|two|three|his|its)?\s?(?:suspected |alleged |suicide )?(?:{who})s?\b"
    )
    return (
        re.compile(rf"\b(?:{apart}){tail}", re.IGNORECASE),
        re.compile(rf"\b(?:{counted}){tail}", re.IGNORECASE),
    )


def _of_body(article: Article, figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        if _role(article, figure) == "body":
            found.setdefault(figure.what, []).append(figure)
    return found


def _role(article: Article, figure: Figure) -> str | None:
    at = bisect_right(article.segments, figure.span.start, key=lambda s: s.span.start) - 1
    return article.segments[at].role if at >= 0 else None


def _repeated(
    article: Article, figure: Figure, bodies: Mapping[str, Sequence[Figure]]
) -> Figure | None:
    """The body's figure with the same bounds, else with the same number."""
    if _role(article, figure) not in _HEADS:
        return None
    alike = [f for f in bodies.get(figure.what, ()) if _is_of_one_kind(figure, f)]
    same = [f for f in alike if (f.low, f.high) == (figure.low, figure.high)]
    near = [f for f in alike if f.value is not None and f.value == figure.value]
    return next(iter(same or near), None)


def _is_of_one_kind(one: Figure, other: Figure) -> bool:
    return one.what in _PEOPLE or one.unit == other.unit or None in (one.unit, other.unit)
