"""What each statement does with the claim that several make, and which of them are in it at all."""

from collections.abc import Collection, Sequence

from accordingto.records.story import Ref, Stand
from accordingto.stories.compare import one_source, opposing
from accordingto.stories.said import UNNAMED, Said


def parted(said: Sequence[Said], group: Sequence[int]) -> list[list[int]]:
    """A group of like statements without those that are not in one claim with the others, each of
    which is then by itself.

    Who tells that another denies a claim does not make it ("He pointed to the ministry, which
    denied it"), nor does he of whom another says that he does not make it ("The report does not
    say that it was arson"). And nobody denies his own words, but where he takes them back: what a
    reader took for his claim is what others say that he said, or his denial is of something else.
    """
    outer = {at for at in group if any(_only_tells(said[at], said[n]) for n in group)}
    rest = [at for at in group if at not in outer]
    deniers = [at for at in rest if _denies(said[at])]
    sayers = [at for at in rest if at not in deniers]
    alone = set(outer)
    for denier in deniers:
        if said[denier].retracts:
            continue
        own = [at for at in sayers if _one_mouth(said[at], said[denier])]
        alone.update(own if len(own) < len(sayers) else [denier] if own else [])
    kept = [at for at in group if at not in alone]
    return [found for found in (kept, *([at] for at in sorted(alone))) if found]


def _one_mouth(one: Said, other: Said) -> bool:
    """True for one party, and for two of one name whom no reader would take for two."""
    named = one.name.casefold() == other.name.casefold() and one.name != UNNAMED
    return named or one_source(one, other)


def _denies(one: Said) -> bool:
    return one.stand == "denies" and not one.holds


def _only_tells(one: Said, other: Said) -> bool:
    """True where ``one`` holds a denial of the group in its words, with its cue, or stands itself
    in words that negate it."""
    if one.document.id != other.document.id or one.ref == other.ref or not one.holds:
        return False
    if _denies(other):
        return _stands_in(other, one)
    return not other.holds and other.statement.act != "deny" and _stands_in(one, other)


def _stands_in(inner: Said, outer: Said) -> bool:
    cue, whole = inner.statement.cue_span, outer.ref.span
    return cue is not None and whole.contains(cue) and whole.contains(inner.ref.span)


def stands(members: Sequence[Said], deniers: Collection[Ref] = ()) -> list[tuple[Said, Stand]]:
    """What each does with the claim. Who says that it is not so where others say that it is denies
    it, in whatever words: "there was no depot" is a denial beside "it hit a depot"; and who denies
    that it is not so says that it is. Nobody is taken to deny what he says himself on the
    same day. ``deniers``: those of whom the reading of their article, or a link, says that they
    deny it."""
    sayers = [one for one in members if one.holds]
    names = {_then(one) for one in sayers}
    return [
        (one, "denies")
        if one.stand == "says"
        and not one.holds
        and _then(one) not in names
        and (one.ref in deniers or any(opposing(one, other) is one for other in sayers))
        else (one, "says" if one.stand == "denies" and one.holds and one.denies else one.stand)
        for one in members
    ]


def _then(one: Said) -> tuple[str, str]:
    """Who says it, and on which day."""
    return one.name, (one.document.published or "")[:10]
