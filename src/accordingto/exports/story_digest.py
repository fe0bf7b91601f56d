"""A story's links and names drawn together, so that one finding is shown once.

Six outlets that carry one denial make a dozen links; a reader wants the denial and where it is.
"""

from collections.abc import Iterable, Sequence

import msgspec

from accordingto.exports.wording import agreeing
from accordingto.records.story import Called, Ref, StatementLink, Story, Voicing

_ORDER = {"conflicts": 0, "update": 1, "differs": 2}
# So many words tell what a statement is about.
_TELLING = 4
# A link names its evidence by counts of words and likeness: for the JSON, not for a reader.
_MEASURED = ("telling words in common", "the same words")


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of an opposition: who says or denies it, in which words, in which documents.
    ``name`` is empty where the outlet says it itself."""

    name: str
    stand: str = ""
    ref: Ref
    documents: tuple[str, ...]

    @property
    def teller(self) -> str:
        """Who does what: "The operator denies"; empty for the outlet itself."""
        return f"{self.name} {agreeing(self.name, self.stand)}" if self.name else ""


class Opposed(msgspec.Struct, frozen=True, kw_only=True):
    """Links of one kind between the same two speakers on the same two claims, as one."""

    kind: str
    a: Side
    b: Side
    score: float
    reasons: tuple[str, ...]


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """Outlets that call a party the same, with those words."""

    outlets: tuple[str, ...]
    own: tuple[Ref, ...]
    quoted: tuple[tuple[str, Ref], ...]


def oppositions(story: Story) -> list[Opposed]:
    """Conflicts first, then updates and differences; of each the surest first."""
    said = {
        _place(v.ref): (claim.id, v) for claim in reversed(story.claims) for v in claim.voicings
    }
    groups: dict[tuple[str, frozenset[tuple[str, str]]], list[StatementLink]] = {}
    for link in story.links:
        if link.kind in _ORDER:
            ends = frozenset(_key(ref, said) for ref in (link.a, link.b))
            groups.setdefault((link.kind, ends), []).append(link)
    found = [_joined(links, said) for links in groups.values()]
    return sorted(found, key=lambda o: (_ORDER[o.kind], -o.score, o.a.ref, o.b.ref))


Said = dict[tuple[str, str | int], tuple[str, Voicing]]


def _place(ref: Ref) -> tuple[str, str | int]:
    """By its statement; by where it stands in the outlet's own voice."""
    return ref.document, ref.statement or ref.span.start


def _key(ref: Ref, said: Said) -> tuple[str, str]:
    claim, voicing = said.get(_place(ref), ("", None))
    return claim, voicing.name.casefold() if voicing else ""


def _joined(links: Sequence[StatementLink], said: Said) -> Opposed:
    best = max(links, key=lambda link: link.score)
    mine = _key(best.a, said)
    sides: tuple[list[Ref], list[Ref]] = ([best.a], [best.b])
    for link in links:
        turned = _key(link.a, said) != mine
        sides[turned].append(link.a)
        sides[not turned].append(link.b)
    return Opposed(
        kind=best.kind,
        a=_side(sides[0], said),
        b=_side(sides[1], said),
        score=best.score,
        reasons=tuple(r for r in best.reasons if not any(m in r for m in _MEASURED)),
    )


def _side(refs: Sequence[Ref], said: Said) -> Side:
    documents = tuple(dict.fromkeys(ref.document for ref in refs))
    # "The suggestion" says less than "that it took part", which another article has.
    told = max(refs, key=lambda ref: min(len(ref.words.split()), _TELLING))
    _, voicing = said.get(_place(told), ("", None))
    if voicing is None:
        return Side(name="", ref=told, documents=documents)
    return Side(name=voicing.name, stand=voicing.stand, ref=told, documents=documents)


def namings(story: Story) -> list[tuple[str, list[Names]]]:
    """Each party that is not called the same by all, with outlets of like naming together. A
    surname for a full name is no other naming."""
    names = {party.id: party.name for party in story.parties}
    people = {party.id for party in story.parties if party.kind == "person"}
    by_party: dict[str, list[Called]] = {}
    for called in story.naming:
        by_party.setdefault(called.party, []).append(called)
    found = []
    for party, every in by_party.items():
        alike: dict[frozenset[str], list[Called]] = {}
        for called in every:
            alike.setdefault(_wordings(called, names.get(party, "")), []).append(called)
        if len(alike) > 1 or any(called.quoted for called in every):
            rows = [row for group in alike.values() for row in _rows(group, party in people)]
            found.append((names.get(party, ""), [_named(row) for row in rows]))
    return found


def _rows(group: Sequence[Called], person: bool) -> list[list[Called]]:
    """Outlets of one row: nobody is shown to use a name that it does not use."""
    rows: dict[frozenset[str], list[Called]] = {}
    shared = set.intersection(*({_plain(ref) for ref in called.own} for called in group))
    for called in group:
        own = frozenset() if person and shared else frozenset(_plain(ref) for ref in called.own)
        rows.setdefault(own, []).append(called)
    return list(rows.values())


def _wordings(called: Called, name: str) -> frozenset[str]:
    known = set(_folded(name).split())
    own = {words for ref in called.own if not set((words := _plain(ref)).split()) <= known}
    return frozenset(own | {f"{who}: {_plain(ref)}" for who, ref in called.quoted})


def _plain(ref: Ref) -> str:
    """Without case, article and the ways to write an apostrophe."""
    words = _folded(ref.words).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def _folded(words: str) -> str:
    return words.casefold().replace("’", "'")


def _named(group: Sequence[Called]) -> Names:
    shared = set.intersection(*({_plain(ref) for ref in called.own} for called in group))
    own = {_plain(ref): ref for ref in reversed(group[0].own) if _plain(ref) in shared}
    return Names(
        outlets=tuple(called.outlet for called in group),
        own=tuple(sorted(own.values(), key=lambda ref: (ref.document, ref.span.start))),
        quoted=group[0].quoted,
    )


def outlets_of(documents: Iterable[str], outlets: dict[str, str], most: int = 3) -> str:
    """Names of the outlets of documents, the rest counted."""
    names = [outlets[document] for document in documents]
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
