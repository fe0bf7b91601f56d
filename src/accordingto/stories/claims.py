"""Statements of many articles that say the same, joined into claims."""

import re
from collections.abc import Mapping, Sequence

from accordingto.records.document import Document
from accordingto.records.ids import content_id
from accordingto.records.instant import instant
from accordingto.records.story import Claim, Origin, Stand, StatementLink, Voicing
from accordingto.stories.against import against, at_once
from accordingto.stories.compare import Likeness, at_odds, opposing, two_winners
from accordingto.stories.counts import compare_figures
from accordingto.stories.linkage import Bar
from accordingto.stories.linkage import link as linked
from accordingto.stories.meanings import excluding
from accordingto.stories.names import name_key
from accordingto.stories.said import UNNAMED, Said
from accordingto.stories.standing import parted, stands
from accordingto.stories.texts import outlet_of
from accordingto.stories.unions import Unions
from accordingto.stories.worded import as_said, is_aside, is_vague, terms_of, worth

# Statements of one claim are at least this alike on average.
_ONE_CLAIM = 0.45
_MOST = 400
# How alike two statements are that the reading of their article has joined.
_AGAIN = 0.8
# So much of one stands in the other word for word: it is said again, whatever is done by it.
_VERBATIM = 0.6
# An organ of a state, as news names it.
_ORGAN = re.compile(
    r"(?P<owner>[^’']{2,40})(?:[’']s|(?<=s)[’']) (?:[\w-]+ ){0,3}"
    r"(?:ministry|government|army|military|armed forces|air force|navy|embassy|foreign office"
    r"|presidency|mission)\b",
    re.IGNORECASE,
)


def find_claims(
    documents: Sequence[Document],
    said: Sequence[Said],
    pairs: Mapping[tuple[int, int], Likeness],
    origins: Sequence[Origin],
    links: Sequence[StatementLink] = (),
) -> list[Claim]:
    """Claims, the contested and the widely told first. ``links``: who conflicts with a claim is
    told beside it, though he has a claim of his own."""
    alike = {
        pair: max(like.alike, 0.9 * like.words)
        for pair, like in pairs.items()
        if (like.words > _VERBATIM or (like.alike > 0.2 and _may_be_one(said, *pair)))
        and not excluding(said[pair[0]].sides, said[pair[1]].sides)
        and not two_winners(said[pair[0]], said[pair[1]])
        # Two tolls are two claims, in however like words.
        and compare_figures(said[pair[0]], said[pair[1]]) is None
    }
    alike |= dict.fromkeys(_said_again(said), _AGAIN)
    groups = [part for group in _grouped(len(said), alike) for part in parted(said, group)]
    origin_of = {d: origin.id for origin in origins for d in origin.documents}
    denied_by = against(said, links, pairs)
    texts = {d.id: terms_of(d.text) for d in documents}
    claims = []
    for group in groups:
        members = [said[at] for at in group]
        against_it = {at for one in group for at in denied_by[one]}
        found = sorted(against_it.difference(group))
        members += [said[at] for at in found if not at_once(said[at], members)]
        deniers = {said[at].ref for at in against_it}
        claims.append(_claim(stands(members, deniers), documents, origin_of, texts))
    return sorted(
        claims,
        key=lambda c: (
            not (c.contested and len({v.ref.document for v in c.voicings}) > 1),
            -len({v.outlet for v in c.voicings}),
            -len(c.voicings),
            c.first_seen or "",
            c.id,
        ),
    )


def _said_again(said: Sequence[Said]) -> set[tuple[int, int]]:
    """Statements of one article that its reading judges to be one claim, where both say it or both
    say that it is not so."""
    place = {(one.document.id, one.ref.statement): at for at, one in enumerate(said)}
    found = set()
    for document in {one.document.id: one.document for one in said}.values():
        for relation in document.relations:
            ends = [place.get((document.id, e)) for e in (relation.origin, relation.target)]
            if relation.kind != "repeats" or None in ends:
                continue
            one, other = sorted(at for at in ends if at is not None)
            a, b = said[one], said[other]
            if a.holds == b.holds and compare_figures(a, b) is None:
                found.add((one, other))
    return found


def _may_be_one(said: Sequence[Said], one: int, other: int) -> bool:
    """False for a wish or a mere topic and a fact, whatever words they share, and for two that
    negate otherwise without being opposed."""
    a, b = said[one], said[other]
    if a.aim != b.aim and {"wish", "topic"}.intersection((a.aim, b.aim)):
        return False
    return (a.holds == b.holds and not at_odds(a, b)) or opposing(a, b) is not None


def _grouped(count: int, alike: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Average linkage within what hangs together at all, so that cost stays with the size."""
    unions = Unions(range(count))
    for (one, other), value in alike.items():
        if value > _ONE_CLAIM:
            unions.join(one, other)
    groups: list[list[int]] = []
    for group in unions.groups():
        numbers = sorted(group)
        if len(numbers) == 1 or len(numbers) > _MOST:
            groups += [[number] for number in numbers]
            continue
        inside = set(numbers)
        part = {pair: v for pair, v in alike.items() if pair[0] in inside and pair[1] in inside}
        groups += linked(numbers, part, Bar.flat(_ONE_CLAIM))
    return sorted(groups)


def _claim(
    told: list[tuple[Said, Stand]],
    documents: Sequence[Document],
    origin_of: Mapping[str, str],
    texts: Mapping[str, set[int]],
) -> Claim:
    members = [one for one, _ in told]
    voicings = tuple(_voicing(one, stand, origin_of) for one, stand in told)
    taken = {voicing.stand for voicing in voicings}
    days = sorted((v.published for v in voicings if v.published), key=instant)
    carried = {one.document.id for one in members}
    said = [one for one, stand in told if stand == "says"] or members
    outer = {(one.document.id, above) for one in said if one.aim == "fact" for above in one.inside}
    best = max(said, key=lambda one: worth(one, outer))
    return Claim(
        id=content_id("c", *(f"{one.document.id} {one.statement.id}" for one in members)),
        words=as_said(best),
        voicings=voicings,
        origins=_voices(told, origin_of),
        contested="denies" in taken and len(taken) > 1,
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
        silent=tuple(d.id for d in documents if d.id not in carried),
        vague=all(is_vague(one) or one.headline for one in members)
        or (taken == {"denies"} and is_aside(members, texts)),
    )


def _voices(told: list[tuple[Said, Stand]], origin_of: Mapping[str, str]) -> int:
    """Independent voices for a claim: one text is one, and so is one speaker, whoever quotes it.

    Only what is said counts, not what is denied: a claim that is only denied has no voice.
    """
    said = [one for one, stand in told if stand == "says"]
    said = said or [one for one, stand in told if stand != "denies"]
    unions = Unions(range(len(said)))
    first: dict[str, int] = {}
    for at, one in enumerate(said):
        keys = [f"party {body}" for body in sorted(one.bodies)]
        if not keys:
            # "A military spokesman" is one man in two papers, for all that a reader can tell.
            keys = [f"origin {origin_of[one.document.id]}"]
            keys += [f"called {one.name.casefold()}"] if one.name != UNNAMED else []
        if state := state_of(one.name):
            keys.append(f"state {state}")
        # What one says in another's words, or through him, comes from one mouth.
        keys += [f"said {one.document.id} {one.ref.statement}"]
        keys += [f"said {one.document.id} {outer}" for outer in one.inside]
        for key in keys:
            unions.join(first.setdefault(key, at), at)
    return len(unions.groups())


def state_of(name: str) -> str | None:
    """The key of the state whose organ a name names ("Ores’s foreign ministry"), or of the name
    itself: a state and its ministry are one voice. None for what has no name."""
    organ = _ORGAN.match(name)
    owner = organ["owner"] if organ else name
    return name_key(owner) or None if owner[:1].isupper() else None


def _voicing(one: Said, stand: Stand, origin_of: Mapping[str, str]) -> Voicing:
    document, statement = one.document, one.statement
    return Voicing(
        ref=one.ref,
        party=one.party,
        name=one.name,
        stand=stand,
        act=statement.act,
        outlet=outlet_of(document),
        published=document.published,
        origin=origin_of[document.id],
        via=tuple(span.of(document.text) for span in statement.via_spans),
        score=statement.sure,
    )
