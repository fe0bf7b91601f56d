"""Which statements of a story are compared at all, so that not all are with all."""

from collections import defaultdict
from collections.abc import Sequence

from accordingto.records.document import Document
from accordingto.records.story import Party
from accordingto.stories.background import shipped_background
from accordingto.stories.bodies import Bodies
from accordingto.stories.compare import Likeness, likeness
from accordingto.stories.counts import HARMS
from accordingto.stories.said import Said, said_in
from accordingto.stories.tolls_events import of_other_events
from accordingto.stories.weights import weighed_in_story

# A term that more statements hold than this finds no candidates.
_COMMON = 60
# Terms of a denial that is compared with all that has them.
_SHORT_DENIAL = 3


def compared(documents: Sequence[Document], parties: Sequence[Party]) -> list[Said]:
    """The statements of a story, article by article."""
    background, others = shipped_background(), of_other_events(documents)
    bodies = Bodies(documents, parties)
    said = [s for d in documents for s in said_in(d, parties, background, others, bodies)]
    return weighed_in_story(said)


def candidate_pairs(said: Sequence[Said]) -> dict[tuple[int, int], Likeness]:
    """Pairs of statements that share a rare term, with their likeness."""
    holders: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        for term in one.terms:
            holders[term].append(at)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for found in holders.values():
        if len(found) <= _COMMON:
            for i, a in enumerate(found):
                for b in found[i + 1 :]:
                    shared[a, b] += 1
    likely = {pair for pair, n in shared.items() if n > 1}
    likely |= _one_claimants(said) | _short_denials(said)
    return {(a, b): likeness(said[a], said[b]) for a, b in sorted(likely)}


def _one_claimants(said: Sequence[Said]) -> set[tuple[int, int]]:
    """Pairs of statements of two articles in which one party counts the same harm."""
    given: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        for what in {figure.what for figure in one.figures}.intersection(HARMS):
            if one.party is not None:
                given[one.party, what].append(at)
    return {
        (a, b)
        for found in given.values()
        if len(found) <= _COMMON
        for i, a in enumerate(found)
        for b in found[i + 1 :]
        if said[a].document.id != said[b].document.id
    }


def _short_denials(said: Sequence[Said]) -> set[tuple[int, int]]:
    """Pairs of a denial and what has all of its few words."""
    holders: dict[int, set[int]] = defaultdict(set)
    for at, one in enumerate(said):
        for term in one.deeds:
            holders[term].add(at)
    found = set()
    for at, one in enumerate(said):
        if one.stand == "denies" and 1 <= len(one.deeds) <= _SHORT_DENIAL:
            rarest, *others = sorted((holders[term] for term in one.deeds), key=len)
            if len(rarest) <= _COMMON:
                hits = rarest.intersection(*others) - {at}
                found |= {(min(at, hit), max(at, hit)) for hit in hits}
    return found
