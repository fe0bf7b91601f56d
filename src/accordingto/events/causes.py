"""Harm told apart from its cause, put with the cause that the article names: who died in a crash
was not attacked, and what exploded where bombs are told of was a bomb."""

from collections.abc import Sequence
from dataclasses import replace

from accordingto.events.anchors import Anchor
from accordingto.events.lexicon import kinds_by_mode, lemma_of
from accordingto.events.roles import roles_of
from accordingto.events.wordlists import listed
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_CAUSES = frozenset({"crash", "disaster", "fire"})
_HARM = frozenset({"killing", "violence", "destruction"})
_BOMBS = frozenset({"bombing", "airstrike", "shelling"})
_BLAZES = frozenset({"fire", "blaze", "inferno"})
_SINKERS = frozenset({"wave", "wind", "which", "that", "leak", "collision", "iceberg"})
_BURNT = frozenset({"burn"})
_WAYS = 6
_SIDES = frozenset({"NORP", "ORG"})


def with_causes(reading: Reading, anchors: Sequence[Anchor], early: Span | None) -> list[Anchor]:
    """The anchors, each under the kind of what caused it; ``early`` is where the article says what
    it is about."""
    anchors = [_sunk(reading, _natural(reading, a)) for a in anchors]
    causes = [a for a in anchors if a.kind.mode in _CAUSES and a.lemma not in listed("bursts")]
    first = [a for a in causes if early is not None and early.contains(a.span)]
    if first and not any(_is_violent(reading, a, causes) for a in anchors):
        heads = {a.head: a for a in causes}
        return [_caused(reading, a, heads, first[0]) for a in anchors]
    begun = early is not None and not any(
        early.contains(a.span) and _is_violent(reading, a, causes) for a in anchors
    )
    usual = first[0] if first and begun else None
    anchors = [_beside(reading, a, causes, anchors, usual) for a in anchors]
    if any(a.kind.mode in _BOMBS for a in anchors) or _has_bombs(reading, anchors):
        return [_bomb(a) for a in anchors]
    return list(anchors)


def _beside(
    reading: Reading,
    anchor: Anchor,
    causes: Sequence[Anchor],
    every: Sequence[Anchor],
    usual: Anchor | None,
) -> Anchor:
    """Harm that nobody is said to have done, in the sentence of a disaster: "the quake's toll rose
    to 2,056, with 3,900 injured", in an article that tells of attacks, too. ``usual`` is the
    disaster that the article begins with, where it begins with no attack."""
    if anchor.kind.mode not in _HARM | {"arson"} or anchor.lemma not in listed("harm") | _BURNT:
        return anchor
    doers = roles_of(reading, anchor).actors
    if any(lemma_of(t) not in listed("things") for t in doers):
        return anchor
    sentence = reading.sentence_of(anchor.head)
    near = [c for c in causes if sentence.first <= c.head < sentence.last]
    others = (a for a in every if sentence.first <= a.head < sentence.last and a is not anchor)
    near = near or ([usual] if usual is not None and anchor.lemma not in _BURNT else [])
    if not near or any(_is_violent(reading, a, causes) and a.lemma not in _BURNT for a in others):
        return anchor
    return _of(anchor, near[0])


def _natural(reading: Reading, anchor: Anchor) -> Anchor:
    """ "The storm killed 24", "cholera has killed 97": nobody attacked anybody."""
    if anchor.kind.mode not in _HARM or anchor.lemma not in listed("harm"):
        return anchor
    doers = roles_of(reading, anchor).actors
    force = next((t for t in doers if lemma_of(t) in listed("elements")), None)
    blaze = next((t for t in doers if lemma_of(t) in _BLAZES and not _is_fired(reading, t)), None)
    cause = force or blaze
    if cause is None:
        return anchor
    kind = kinds_by_mode()["disaster" if cause is force else "fire"]
    return replace(anchor, kind=kind, reason=f"{anchor.reason}, by the {cause.lower}")


def _sunk(reading: Reading, anchor: Anchor) -> Anchor:
    """ "The navy sank two boats": somebody did it, other than in "a wave sank the ferry"."""
    if anchor.kind.mode != "crash" or anchor.lemma != "sink":
        return anchor
    below = [reading.tokens[i] for i in reading.children[anchor.head]]
    has_object = any(t.dep == "dobj" for t in below)
    doers = [t for t in below if t.dep == "nsubj" and lemma_of(t) not in _SINKERS]
    if not has_object or not doers or lemma_of(doers[0]) in listed("elements"):
        return anchor
    kind = kinds_by_mode()["destruction"]
    return replace(anchor, kind=kind, reason=f"{anchor.reason}, by '{doers[0].text}'")


def _is_fired(reading: Reading, fire: Token) -> bool:
    """ "Sniper fire", "Norvan fire"."""
    below = (reading.tokens[i] for i in reading.children[fire.index])
    return any(t.dep in {"compound", "nmod", "poss"} or t.ent in _SIDES for t in below)


def _is_violent(reading: Reading, anchor: Anchor, causes: Sequence[Anchor]) -> bool:
    """Whether an anchor tells of harm that somebody did."""
    if anchor.kind.type != "ASSAULT":
        return False
    if anchor.kind.mode not in _HARM or anchor.lemma not in listed("harm"):
        return True
    heads = {cause.head for cause in causes}
    doers = [t for t in roles_of(reading, anchor).actors if t.index not in heads]
    return any(t.pos in {"NOUN", "PROPN"} and lemma_of(t) not in listed("things") for t in doers)


def _caused(reading: Reading, anchor: Anchor, causes: dict[int, Anchor], first: Anchor) -> Anchor:
    if anchor.kind.mode not in _HARM:
        return anchor
    token = reading.tokens[anchor.head]
    for _ in range(_WAYS):
        if token.index in causes:
            return _of(anchor, causes[token.index])
        if token.head == token.index:
            break
        token = reading.tokens[token.head]
    return _of(anchor, first)


def _of(anchor: Anchor, cause: Anchor) -> Anchor:
    reason = f"{anchor.reason}, from the {cause.lemma}"
    return replace(anchor, kind=cause.kind, reason=reason)


def _has_bombs(reading: Reading, anchors: Sequence[Anchor]) -> bool:
    attacked = any(a.kind.type == "ASSAULT" and a.strong for a in anchors)
    return attacked and any(lemma_of(t) in listed("bombs") for t in reading.tokens)


def _bomb(anchor: Anchor) -> Anchor:
    if anchor.kind.mode != "fire" or anchor.lemma not in listed("bursts"):
        return anchor
    reason = f"{anchor.reason}, where bombs are told of"
    return replace(anchor, kind=kinds_by_mode()["bombing"], reason=reason)
