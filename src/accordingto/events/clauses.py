"""What one clause tells of a happening that another word names: "the attack that killed nine in Tal
on Friday" was in Tal on Friday, and what came a week after another was not that other one."""

from collections.abc import Sequence
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
    """A noun with day, place and victims of the relative clause that tells of it."""
    if clause is None or one.anchor.is_verb or clause.anchor.kind.type != one.anchor.kind.type:
        return one
    return replace(
        one,
        when=one.when or clause.when,
        old=one.old or (one.when is None and clause.old),
        where=one.where or clause.where,
        spot=one.spot if one.where else clause.spot,
        targets=one.targets or clause.targets,
    )


def is_long_before(reading: Reading, anchor: Anchor) -> bool:
    """Whether an anchor stands behind a length of time that parts it from what is told: "came a
    week after nine were killed", "two months after the attack"."""
    token = reading.tokens[anchor.head]
    for _ in range(_CLIMB):
        over = reading.tokens[token.head]
        if token.dep in {"pobj", "pcomp"} and over.lower == "after":
            return _is_lapse(reading, over)
        if token.dep in {"advcl", "pcomp"}:
            marks = [t for t in under(reading, token.index) if t.dep == "mark"]
            return any(t.lower == "after" and _is_lapse(reading, t) for t in marks)
        if over.index == token.index:
            return False
        token = over
    return False


def _is_lapse(reading: Reading, word: Token) -> bool:
    """Whether days, weeks, months or years stand in front of "after"."""
    before = reading.tokens[word.index - 1] if word.index else None
    return before is not None and before.lower in listed("lapses")
