"""Anchors: the words that name happenings, found in the parse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accordingto.events.lexicon import Kind, Sense, lemma_of, sense_of, weak_kinds
from accordingto.events.senses import is_sport, meant
from accordingto.events.wordlists import listed
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement

_NAMES = frozenset({"ORG", "PERSON", "FAC", "GPE", "NORP", "PRODUCT", "WORK_OF_ART", "LAW", "LOC"})
# Deeds that are done by saying so: an indictment, a ban.
_BY_WORDS = frozenset({"LEGAL", "SANCTION", "COERCE"})
_TELLING = 40
# What may be called a strike, raid or blast further on.
_BLOWS = frozenset({"airstrike", "bombing", "shelling", "attack", "shooting", "killing"})
OTHER = Kind("OTHER", "other")


@dataclass(frozen=True)
class Anchor:
    """One wording of a happening: its head token, the words shown, and what it names."""

    head: int
    span: Span
    kind: Kind
    strong: bool
    lemma: str
    is_verb: bool
    reason: str
    partner: int | None = None


def find_anchors(reading: Reading, statements: Sequence[Statement]) -> list[Anchor]:
    """The words that name happenings, in text order; words that only say who speaks are
    none."""
    cues = sorted(s.cue_span for s in statements if s.cue_span is not None)
    at = 0
    found = []
    sport = is_sport(reading)
    for token in reading.tokens:
        while at < len(cues) and cues[at].end <= token.start:
            at += 1
        is_cue = at < len(cues) and cues[at].start <= token.start
        sense = _sense(reading, token, sport=sport)
        if sense is not None and not (is_cue and sense.kind.type not in _BY_WORDS):
            found.append(_anchor(reading, token, sense))
    # "Staged a rally": the noun names it, and the verb adds nothing.
    kinds = {anchor.head: anchor.kind for anchor in found}
    doubled = {a.partner for a in found if a.partner is not None and kinds.get(a.partner) == a.kind}
    # What the verb tells of for certain the noun does, too.
    return [
        replace(a, strong=a.strong or a.head in doubled)
        for a in found
        if a.partner is None or a.partner not in doubled
    ]


def with_pointers(reading: Reading, anchors: Sequence[Anchor]) -> list[Anchor]:
    """The anchors with nouns that point back at one of them: "the strike came a day after" names
    what the text has told before in another word."""
    taken = {anchor.head: anchor for anchor in anchors}
    found = dict(taken)
    for token in reading.tokens:
        lemma = lemma_of(token)
        if lemma not in listed("pointing") or token.pos != "NOUN":
            continue
        own = taken.get(token.index)
        if own is not None and (own.strong or own.kind.type == "ASSAULT"):
            continue
        if token.dep in {"compound", "amod", "nmod"} or not _points(reading, token):
            continue
        kinds = {kind.mode: kind for kind in weak_kinds(token)}
        first = reading.sentence_of(token.index).first
        before = [a for a in anchors if a.head < first and a.kind.type == "ASSAULT"]
        told = next((a.kind for a in reversed(before) if a.kind.mode in kinds), None)
        blow = next((a.kind for a in reversed(before) if a.kind.mode in _BLOWS), None)
        kind = told or (blow if own is None else None)
        if kind is not None and any(k.type == "ASSAULT" for k in kinds.values()):
            sense = Sense(kind, False, f"'{token.text}' points back")
            found[token.index] = _anchor(reading, token, sense)
    return [found[head] for head in sorted(found)]


def _points(reading: Reading, token: Token) -> bool:
    below = [reading.tokens[i] for i in reading.children[token.index]]
    definite = any(t.dep == "det" and t.lower in {"the", "this", "that"} for t in below)
    return definite and not any(t.dep == "prep" and t.lower in {"of", "on"} for t in below)


def recurring(
    reading: Reading, anchors: Sequence[Anchor], statements: Sequence[Statement], early: Span | None
) -> list[Anchor]:
    """Deeds without a word of their own that the article keeps coming back to: the same verb with
    the same object in several sentences, once at least in what stands ``early``."""
    taken = {anchor.head for anchor in anchors}
    cues = {
        t.index for s in statements if s.cue_span is not None for t in reading.tokens_in(s.cue_span)
    }
    taken |= cues
    found: dict[tuple[str, str], list[Token]] = {}
    for token in reading.tokens:
        if token.pos != "VERB" or token.index in taken or token.lemma in listed("colourless"):
            continue
        for index in reading.children[token.index]:
            below = reading.tokens[index]
            if below.dep in {"dobj", "nsubjpass"} and below.pos in {"NOUN", "PROPN"}:
                found.setdefault((token.lemma.lower(), lemma_of(below)), []).append(token)
    again = []
    for (_, what), tokens in found.items():
        # A paragraph that a page has twice is told once.
        sentences = {_around(reading, t) for t in tokens}
        if len(sentences) > 1 and early is not None and early.contains(tokens[0].span):
            reason = f"'{tokens[0].text} … {what}' is told more than once"
            sense = Sense(OTHER, True, reason)
            again += [_anchor(reading, token, sense) for token in tokens]
    return again


def _around(reading: Reading, token: Token) -> tuple[str, ...]:
    """The first words of a token's sentence, which tell it from others."""
    sentence = reading.sentence_of(token.index)
    return tuple(t.lower for t in reading.tokens[sentence.first : sentence.last][:_TELLING])


def _sense(reading: Reading, token: Token, *, sport: bool) -> Sense | None:
    if token.pos not in {"VERB", "NOUN", "PROPN"}:
        return None
    if token.ent in _NAMES and token.text[:1].isupper() and not _all_capitals(reading, token):
        return None
    if token.dep in {"compound", "amod", "nmod", "poss"}:
        # Part of another word: "attack helicopter", "wounded men", "the strike's planners".
        return None
    if token.dep == "oprd" and token.pos == "NOUN" and reading.tokens[token.head].lemma == "call":
        # "Called the vote a coup": what somebody makes of it.
        return None
    sense = meant(reading, token, sport=sport)
    inner = _modifier_sense(reading, token) if token.pos != "VERB" else None
    if inner is not None and (sense is None or not sense.strong or _is_container(token)):
        return inner
    return sense


def _all_capitals(reading: Reading, token: Token) -> bool:
    """Whether it stands in a headline in which every word has a capital."""
    words = [
        t for t in reading.tokens[max(0, token.index - 6) : token.index + 7] if t.text.isalpha()
    ]
    return sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def _is_container(token: Token) -> bool:
    return lemma_of(token) in listed("containers")


def _modifier_sense(reading: Reading, token: Token) -> Sense | None:
    """What "assassination attempt", "bombing attack", "prisoner swap" name by their first part."""
    if not _is_container(token):
        return None
    for index in reversed(reading.children[token.index]):
        below = reading.tokens[index]
        if below.dep == "compound":
            sense = sense_of(reading, below)
            if sense is not None and sense.strong:
                return sense
        if below.lower == "of":
            for inner in reading.children[index]:
                sense = sense_of(reading, reading.tokens[inner])
                if sense is not None and sense.strong:
                    return sense
    return None


def _anchor(reading: Reading, token: Token, sense: Sense) -> Anchor:
    is_verb = token.pos == "VERB" and not _is_nominal(reading, token)
    first, last = (_verb_reach if is_verb else _noun_reach)(reading, token)
    return Anchor(
        head=token.index,
        span=Span(reading.tokens[first].start, reading.tokens[last].end),
        kind=sense.kind,
        strong=sense.strong,
        lemma=lemma_of(token),
        is_verb=is_verb,
        reason=sense.reason,
        partner=sense.partner,
    )


def _is_nominal(reading: Reading, token: Token) -> bool:
    """A gerund with an article: "the bombing of the bridge"."""
    return token.tag == "VBG" and any(
        reading.tokens[i].dep in {"det", "poss"} for i in reading.children[token.index]
    )


def _verb_reach(reading: Reading, token: Token) -> tuple[int, int]:
    """The verb with its particle, or with the object that makes it a phrase of two words."""
    last = token.index
    for below in _after(reading, token):
        if below.dep == "prt" and below.index - last <= 2:
            last = below.index
    return token.index, last


def _after(reading: Reading, token: Token) -> Iterator[Token]:
    return (reading.tokens[i] for i in reading.children[token.index] if i > token.index)


def _noun_reach(reading: Reading, token: Token) -> tuple[int, int]:
    first = token.index
    while first > 0:
        before = reading.tokens[first - 1]
        if before.head != token.index or before.dep not in {"compound", "amod", "nmod"}:
            break
        if before.pos == "PROPN" != token.pos or not before.text[0].isalnum():
            # A name is who or where, and would be cut in its middle.
            break
        first = _whole_word(reading, first - 1)
    return first, token.index


def _whole_word(reading: Reading, index: int) -> int:
    """The first token of the word tied together by hyphens that holds this one."""
    while index > 1:
        lead, mark, token = reading.tokens[index - 2 : index + 1]
        if mark.text not in {"-", "‑"} or (lead.end, mark.end) != (mark.start, token.start):
            break
        index -= 2
    return index
