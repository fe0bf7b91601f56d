"""What one clause tells of a happening that another word names: "the attack that killed nine in Tal
on Friday" was in Tal on Friday, and what came a week after another was not that other one."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from accordingto.events.anchors import Anchor
from accordingto.events.joining import Told
from accordingto.events.near import under
from accordingto.events.wordlists import listed
from accordingto.records.reading import Reading, Token

_CLIMB = 4


def with_clauses(reading: Reading, told: Sequence[Told]) -> list[Told]:
    """The wordings with what their clauses say of them."""
    by_head = {one.anchor.head: one for one in told}
    below: dict[int, Told] = {}
    for one in told:
        if one.linked is not None:
            below.setdefault(one.linked, one)
    found = []
    for one in told:
        token = reading.tokens[one.anchor.head]
        over = by_head.get(token.head) if token.dep in {"nsubj", "nsubjpass"} else None
        if over is not None and over.when and one.when is None:
            # What a happening did on a day was on that day: "in 2018 a quake killed 140".
            one = replace(one, when=over.when, old=one.old or over.old)
        found.append(_filled(one, below.get(token.index)))
    return found


def _filled(one: Told, clause: Told | None) -> Told:
    """A noun with the day and place of the relative clause that tells of it."""
    if clause is None or one.anchor.is_verb or clause.anchor.kind.type != one.anchor.kind.type:
        return one
    return replace(
        one,
        when=one.when or clause.when,
        old=one.old or (one.when is None and clause.old),
        where=one.where or clause.where,
        spot=one.spot if one.where else clause.spot,
    )


def later_than(reading: Reading, anchor: Anchor, heads: Collection[int]) -> tuple[bool, int | None]:
    """Of an anchor behind "after" with a length of time in front ("came a week after nine were
    killed") whether that parts it from all that is told as of now, and the anchor that is said to
    have come after it. ``heads`` are the tokens of all anchors."""
    token = reading.tokens[anchor.head]
    for _ in range(_CLIMB):
        over = reading.tokens[token.head]
        if over.index == token.index:
            return False, None
        after = None
        if token.dep in {"pobj", "pcomp"} and over.lower == "after":
            after = over
        elif token.dep in {"advcl", "pcomp"}:
            marks = [t for t in under(reading, token.index) if t.dep == "mark"]
            after = next((t for t in marks if t.lower == "after"), None)
        if after is not None:
            lapse = reading.tokens[after.index - 1].lower if after.index else ""
            verb = reading.tokens[over.head] if after is over else over
            came = _came(reading, verb, heads) if lapse in listed("lapses") else None
            return lapse in listed("long"), came
        if token.dep in {"advcl", "pcomp", "relcl"}:
            return False, None
        token = over
    return False, None


def _came(reading: Reading, verb: Token, heads: Collection[int]) -> int | None:
    """The anchor that a verb over "a week after" tells of: itself, or its subject."""
    if verb.index in heads:
        return verb.index
    below = under(reading, verb.index)
    return next((t.index for t in below if t.dep == "nsubj" and t.index in heads), None)


def told_when(reading: Reading, anchor: Anchor) -> Token | None:
    """ "Since January, when the army began its offensive": the word that the clause tells of."""
    token = reading.tokens[anchor.head]
    for _ in range(_CLIMB):
        below = under(reading, token.index)
        if token.dep == "relcl" and any(t.lower == "when" for t in below):
            return reading.tokens[token.head]
        if token.dep in {"relcl", "advcl", "ROOT"}:
            return None
        token = reading.tokens[token.head]
    return None
