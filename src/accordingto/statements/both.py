"""Two who are meant together: "both sides", "the two countries"."""

import re
from itertools import pairwise

from accordingto.records.facts import Actor, ActorKind
from accordingto.records.span import Span
from accordingto.statements.answer import Answer, kind_of
from accordingto.statements.antecedents import Antecedents

_BOTH = re.compile(
    r"(?:they )?both(?: of them)?"
    r"|(?:both|the two|each|either)(?: of the)?(?: warring| rival)?(?: (?P<noun>[a-z]+))",
    re.IGNORECASE,
)
_ANY: frozenset[ActorKind] = frozenset(
    {"person", "organisation", "government", "armed_group", "group", "media"}
)
_PEOPLE: frozenset[ActorKind] = frozenset({"person"})
_STATES: frozenset[ActorKind] = frozenset({"government", "organisation"})
_BODIES = _ANY - {"person"}
# What the word for the two says about them.
_KINDS: dict[str | None, frozenset[ActorKind]] = {
    None: _ANY,
    "side": _ANY, "sides": _ANY, "parties": _BODIES, "groups": _BODIES, "factions": _BODIES,
    "organisations": _BODIES, "organizations": _BODIES, "companies": _BODIES, "firms": _BODIES,
    "agencies": _BODIES, "teams": _BODIES, "clubs": _BODIES, "unions": _BODIES,
    "countries": _STATES, "nations": _STATES, "governments": _STATES, "states": _STATES,
    "neighbours": _STATES, "neighbors": _STATES, "powers": _STATES, "capitals": _STATES,
    "armies": _STATES, "militaries": _STATES, "ministries": _STATES,
    "men": _PEOPLE, "women": _PEOPLE, "leaders": _PEOPLE, "candidates": _PEOPLE,
    "politicians": _PEOPLE, "rivals": _ANY, "lawmakers": _PEOPLE, "senators": _PEOPLE,
    "ministers": _PEOPLE, "presidents": _PEOPLE, "defendants": _PEOPLE, "suspects": _PEOPLE,
}  # fmt: skip
# "The army and the rebels", "Velland, and its neighbour Sarn".
_AND = re.compile(r"\s*,?\s+(?:and|or|nor)\s+(?:both\s+|the\s+|its\s+(?:\w+\s+)?)?")
_AND_TITLE = re.compile(r"\s+and\s+(?:[\w.-]+\s+){0,3}")
_ENDS = frozenset(".\n")
_REACH, _NEAR = 700, 300
_SCORE = 0.65


def both(text: str, named: Antecedents, span: Span) -> Answer | None:
    """The two whom ``span`` means, as a source and one beside it: the last two of a fitting kind
    that the text joins by "and" in front of it. ``None`` where it means no two, or none are joined.
    """
    found = _BOTH.fullmatch(span.of(text))
    kinds = _KINDS.get(found["noun"] and found["noun"].lower()) if found else None
    if kinds is None:
        return None
    near = named.around(Span(max(0, span.start - _REACH), span.start))
    outer = _outermost([(m, a) for m, a in near if m.end <= span.start and a.kind in kinds])
    for (left, first), (right, second) in reversed(list(pairwise(outer))):
        if first.id != second.id and _AND.fullmatch(text, left.end, right.start):
            words = span.of(text)
            reason = f"'{words}' taken as {first.name} and {second.name}, named together before"
            return Answer(first.id, None, None, kind_of(first), _SCORE, reason, also=(second.id,))
    return None


def pair_before(text: str, named: Antecedents, span: Span) -> Answer | None:
    """The two people whom "they" means: those whom the sentence before names last, joined by "and".
    ``None`` where somebody else is named since."""
    if span.of(text).lower() != "they":
        return None
    near = named.around(Span(max(0, span.start - _NEAR), span.start))
    outer = _outermost([(m, a) for m, a in near if m.end <= span.start])
    if len(outer) < 2:
        return None
    (left, first), (right, second) = outer[-2:]
    people = first.kind == second.kind == "person" and first.id != second.id
    since = text[right.end : span.start]
    if not people or since.rstrip(" \n").count(".") > 1 or since.lstrip(" ")[:1] not in _ENDS:
        return None
    if not _AND_TITLE.fullmatch(text, left.end, right.start):
        return None
    reason = f"'they' taken as {first.name} and {second.name}, named together just before"
    return Answer(first.id, None, None, kind_of(first), _SCORE, reason, also=(second.id,))


def _outermost(mentions: list[tuple[Span, Actor]]) -> list[tuple[Span, Actor]]:
    """Mentions that stand in no other one, in text order."""
    kept: list[tuple[Span, Actor]] = []
    for mention, actor in mentions:
        if not kept or mention.start >= kept[-1][0].end:
            kept.append((mention, actor))
    return kept
