"""Who denies a claim that others make, in his article's own reading or by a link to another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from accordingto.records.story import Ref, StatementLink
from accordingto.stories.compare import one_source
from accordingto.stories.denied import all_denied
from accordingto.stories.said import Said

# A conflict between articles puts a denial beside a claim from this score on; one of which one side
# denies by what it does, and an article's own, from the other.
_SURE, _PLAIN = 0.7, 0.6


def against(
    said: Sequence[Said], links: Sequence[StatementLink], pairs: Iterable[tuple[int, int]] = ()
) -> dict[int, list[int]]:
    """For each statement those of others that say that it is not so. ``pairs``: those that have
    words in common, of which a short denial and a claim may be of one article."""
    place = {one.ref: at for at, one in enumerate(said)}
    found: dict[int, list[int]] = defaultdict(list)
    linked = [
        (place[link.a], place[link.b])
        for link in links
        if link.kind == "conflicts"
        and not link.same_source
        and link.score >= (_PLAIN if _plainly(said, place, link) else _SURE)
    ]
    for one, other in (*linked, *_denied_there(said), *_denied_in_words(said, pairs)):
        if one != other:
            if said[one].holds and _is_against(said[other]):
                found[one].append(other)
            elif said[other].holds and _is_against(said[one]):
                found[other].append(one)
    return found


def _plainly(said: Sequence[Said], place: Mapping[Ref, int], link: StatementLink) -> bool:
    """True for a conflict of which one side denies by what it does."""
    return any(said[place[ref]].stand == "denies" for ref in (link.a, link.b))


def _denied_there(said: Sequence[Said]) -> list[tuple[int, int]]:
    """Denials of one article with the claims that it plainly denies there."""
    place = {(one.document.id, one.ref.statement): at for at, one in enumerate(said)}
    found = []
    for document in {one.document.id: one.document for one in said}.values():
        for relation in document.relations:
            ends = [place.get((document.id, e)) for e in (relation.origin, relation.target)]
            if relation.kind != "denies" or relation.score < _PLAIN or None in ends:
                continue
            one, other = (at for at in ends if at is not None)
            plain = relation.score >= _SURE and said[one].stand == "says" and not said[one].holds
            if said[one].stand == "denies" or plain:
                found.append((one, other))
    return found


def _denied_in_words(
    said: Sequence[Said], pairs: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Short denials with the claims of their own article that have all their words."""
    return [
        (one, other)
        for one, other in pairs
        if said[one].document.id == said[other].document.id
        and {said[one].aim, said[other].aim} == {"fact"}
        and "denies" in (said[one].stand, said[other].stand)
        and all_denied(said[one], said[other])
        and not one_source(said[one], said[other])
    ]


def at_once(denier: Said, members: Sequence[Said]) -> bool:
    """True where who denies a claim makes it himself on the same day: one of the two is misread.
    Who has changed his mind since stands on both sides, with his days."""
    mine = (denier.party or denier.name, (denier.document.published or "")[:10])
    return any(
        (one.party or one.name, (one.document.published or "")[:10]) == mine
        for one in members
        if one.holds
    )


def _is_against(one: Said) -> bool:
    return not one.holds or one.statement.act == "deny"
