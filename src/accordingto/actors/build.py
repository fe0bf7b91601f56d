"""Groups of mentions as actor records."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from accordingto.actors.countries import country_name, country_named
from accordingto.actors.fold import key, parts
from accordingto.actors.group import Grouping
from accordingto.actors.mention import Mention
from accordingto.actors.names import names_key
from accordingto.actors.votes import group_kind
from accordingto.actors.wordlists import words
from accordingto.records.article import Article
from accordingto.records.facts import Actor, ActorKind
from accordingto.records.ids import content_id

_UNNAMED_SCORE = 0.6
_BY_LABEL_SCORE = 0.8
_FIRST_FEW = 4
_POSSESSIVES = frozenset({"its", "his", "her", "their", "our", "my", "whose"})


def build_actors(
    article: Article,
    group: Grouping,
    roles: dict[int, str],
    members: dict[int, int],
    keep: Sequence[int],
) -> tuple[Actor, ...]:
    """One actor for each root in ``keep``, in order of first mention. ``members`` has the root of
    the body that a root belongs to."""
    made = {root: _actor(article, group, roles, root) for root in keep}
    return tuple(
        msgspec.structs.replace(made[root], member_of=made[members[root]].id)
        if root in members
        else made[root]
        for root in keep
    )


def _actor(article: Article, group: Grouping, roles: dict[int, str], root: int) -> Actor:
    indices = group.members(root)
    members = [group.mentions[i] for i in indices]
    kind = group_kind(group, root) or "organisation"
    name = _name(members, kind)
    links = group.links(root)
    score = min((link.score for link in links), default=1.0)
    if not any(m.form == "name" for m in members):
        score = min(score, _UNNAMED_SCORE)
    elif all(m.kind is None for m in members):
        score = min(score, _BY_LABEL_SCORE)
    return Actor(
        id=content_id("a", article.sha256, name, kind, members[0].span),
        kind=kind,
        name=name,
        mentions=tuple(sorted({m.span for m in members})),
        aliases=_aliases(members, name),
        role=_role(roles, indices) if kind in {"person", "group"} else None,
        score=round(score, 3),
        reasons=tuple(dict.fromkeys(link.reason for link in links)),
    )


def _name(members: Sequence[Mention], kind: ActorKind) -> str:
    """The fullest name: most words, then longest, then first; a state's common name. Of nouns the
    fullest of the first few: a headline has "crew member" for "a member of the barge's crew"."""
    named = [m for m in members if m.form == "name"]
    if not named:
        return max(
            members[:_FIRST_FEW],
            key=lambda m: (not _leans(m), *_fullness(m)),
        ).words
    states = [m for m in named if names_key(m).startswith("@")]
    rulers = [m for m in members if m.form == "noun" and m.lemma == "government" and m.country]
    if rulers and states and all(country_named(m.words) is None for m in states):
        # "The Dutch government" rather than "The Hague".
        return rulers[0].words
    if states and kind == "government" and states[0].country is not None:
        bare = [m.words for m in states if key(m.words) == key(country_name(states[0].country))]
        return bare[0] if bare else states[0].words
    if all(m.words.lower() in words("kinds.toml", "words", "government") for m in named):
        # "Ministry spokesman Lum", of the defence ministry.
        fuller = [
            m
            for m in members
            if m.form == "noun"
            and m.words.lower().endswith(f" {named[0].words.lower()}")
            and len(parts(m.words)) > 1
        ]
        if fuller:
            return max(fuller, key=_fullness).words
    best = max(
        named, key=lambda m: (m.kind == kind, len(parts(m.words)), len(m.words), -m.span.start)
    )
    return _without_lead(_with_given(best.words, named), named) if kind == "person" else best.words


def _fullness(mention: Mention) -> tuple[bool, bool, int, int]:
    """Whose it is says most, then one body rather than those who serve in it ("troops")."""
    told = mention.country is not None
    return told, not mention.plural, len(parts(mention.words)), -mention.span.start


def _with_given(name: str, named: Sequence[Mention]) -> str:
    """A surname with the given name that stands before it elsewhere, whatever the engine took the
    two for."""
    full = [m.words for m in named if m.words.endswith(f" {name}")]
    return max(full, key=len) if full and " " not in name else name


def _leans(mention: Mention) -> bool:
    """ "Its troops", "their leader": words that say nothing without those before them."""
    return mention.words.split(" ", 1)[0].lower() in _POSSESSIVES


def _without_lead(name: str, named: Sequence[Mention]) -> str:
    """A person's name without a word that headlines put before it ("Nominates Ada Lum", "Brave Ada
    Lum"): where the text has the rest more often, in two words or more."""
    counted = Counter(m.words for m in named)
    words = name.split(" ")
    for first in range(len(words) - 2, 0, -1):
        rest = " ".join(words[first:])
        if counted[rest] > counted[name] and rest[0].isupper():
            return rest
    return name


def _aliases(members: Sequence[Mention], name: str) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for mention in members:
        if mention.form == "name" and mention.words != name:
            found.setdefault(mention.words, mention.words)
    return tuple(found)


def _role(roles: dict[int, str], indices: Sequence[int]) -> str | None:
    """The longest role said of any mention."""
    found = [roles[i] for i in indices if i in roles]
    return max(found, key=len) if found else None
