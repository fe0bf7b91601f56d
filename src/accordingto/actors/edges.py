"""How far a noun phrase reaches, and what stands around its head."""

from collections.abc import Sequence
from itertools import pairwise

from accordingto.actors.countries import country_named, country_of_people
from accordingto.records.facts import ActorKind
from accordingto.records.reading import Reading, Token

_LEFT = frozenset(
    {
        "det",
        "poss",
        "amod",
        "compound",
        "nummod",
        "nmod",
        "quantmod",
        "predet",
        "advmod",
        "npadvmod",
        "punct",
        "case",
    }
)
# "the leader of the Eastern Workers' Party": longer than this it is no name for anybody.
_MAX_OF = 8
# "Especially pregnant women", "now the mayor": nothing of the name.
_ASIDES = frozenset(
    {"especially", "particularly", "even", "now", "also", "mostly", "mainly", "including", "then"}
)
_QUOTES = frozenset({"'", "‘", "’", '"', "“", "”", "`"})
# Those whose phrase tells with "of" or "for" whom they are from or who they act for.
_DASHES = frozenset({"-", "–", "—"})
_OF: frozenset[ActorKind] = frozenset({"person", "government", "group", "armed_group"})
_FOR = frozenset({"lawyer", "attorney", "spokesman", "spokeswoman", "spokesperson", "solicitor"})
# Within a noun phrase stands no verb with a subject of its own.
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HYPHENS = frozenset({"-", "‑", "–"})


def with_prefix(reading: Reading, first: int) -> int:
    """The first token of "his vice-president", which the engine cuts at the hyphen."""
    if first < 2 or reading.tokens[first - 1].text not in HYPHENS:
        return first
    lead = reading.tokens[first - 2]
    glued = lead.end == reading.tokens[first - 1].start
    if not glued or lead.lower not in {"vice", "ex", "co", "sub", "deputy"}:
        return first
    owner = reading.tokens[first - 3] if first > 2 else None
    owned = owner is not None and (owner.tag in {"DT", "PRP$"} or owner.pos == "DET")
    return first - 3 if owned else first - 2


def country_before(left: Sequence[Token]) -> str | None:
    """The state whose adjective stands before a noun: "Iraqi", "South Korean"."""
    pairs = (f"{one.text} {other.text}" for one, other in pairwise(left))
    for name in pairs:
        found = country_of_people(name)
        if found is not None:
            return found
    owners = (country_named(t.text) for t in left if t.dep == "poss")
    people = (country_of_people(t.text) or _us(t) for t in left)
    return next((c for c in (*people, *owners) if c), None)


def country_behind(words: str) -> str | None:
    """The state in " of Iraq" or " of the Congo", right behind a noun."""
    name = words.removeprefix(" of ")
    return country_named(name.removeprefix("the ")) if name != words else None


def right_edge(reading: Reading, token: Token, kind: ActorKind) -> int:
    """The end of the phrase: with the body or person that they are of or act for ("of the …")."""
    after = reading.tokens[token.index + 1 : token.index + 3]
    if len(after) == 2 and after[0].text in HYPHENS and after[1].lower == "general":
        return after[1].end
    if kind not in _OF or _is_charged(reading, token):
        return token.end
    for child in reading.children[token.index]:
        link = reading.tokens[child]
        acts_for = link.lower == "for" and token.lemma.removesuffix("s") in _FOR
        joined = link.lower == "of" or acts_for
        if joined and child == token.index + 1:
            below = reading.subtree(child)
            whole = [reading.tokens[i] for i in below]
            if (
                below == list(range(child, child + len(below)))
                and len(below) <= _MAX_OF
                and not any(
                    t.text in {",", ";", "(", "—", "–", '"', "“"}
                    or t.dep == "relcl"
                    or (t.pos == "VERB" and t.dep != "amod")
                    for t in whole
                )
            ):
                return whole[-1].end
    return token.end


def _is_charged(reading: Reading, token: Token) -> bool:
    """ "Accused the owner of murder": "of" tells of what."""
    charges = {"accuse", "convict", "acquit", "suspect", "rob", "warn", "inform", "remind", "clear"}
    return token.dep in {"dobj", "nsubjpass"} and reading.tokens[token.head].lemma in charges


def is_narrowed(reading: Reading, token: Token) -> bool:
    """ "The people responsible", "those officers who fired": behind the noun it says which."""
    after = (reading.tokens[c] for c in reading.children[token.index] if c == token.index + 1)
    clause = any(
        reading.tokens[c].dep == "relcl" and reading.tokens[token.index + 1].text != ","
        for c in reading.children[token.index]
    )
    return clause or any(t.dep in {"amod", "acl"} for t in after)


def _us(token: Token) -> str | None:
    return (
        "US" if token.text in {"US", "U.S."} else ("GB" if token.text in {"UK", "U.K."} else None)
    )


def left_edge(reading: Reading, token: Token) -> int:
    """The first token of the phrase: the head's modifiers to the left, as far as they touch."""
    edge = token.index
    for child in sorted(reading.children[token.index], reverse=True):
        if child > token.index:
            continue
        if reading.tokens[child].dep not in _LEFT:
            break
        below = reading.subtree(child)
        whole = [reading.tokens[i] for i in below]
        if below[-1] != edge - 1 or any(t.tag in _FINITE or t.text == "$" for t in whole):
            break
        edge = below[0]
    for at in range(token.index - 1, edge, -1):
        if (
            reading.tokens[at].text in _DASHES
            and reading.tokens[at - 1].end < reading.tokens[at].start
        ):
            # "ORES - Lira's election board": the dateline is no part of it.
            edge = at + 1
            break
    while edge < token.index and (
        reading.tokens[edge].pos == "PUNCT"
        or reading.tokens[edge].text.isspace()
        or reading.tokens[edge].text in _QUOTES
        or reading.tokens[edge].lower in _ASIDES
    ):
        edge += 1
    return edge
