"""How much hangs on an event: which ones are worth listing, and which one the article is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.events.anchors import Anchor
from accordingto.events.joining import Group
from accordingto.events.wordlists import listed
from accordingto.records.article import Article
from accordingto.records.reading import Reading
from accordingto.records.span import Span, hull

# The least score of an event that is listed; it is higher where enough plain ones are told.
_LEAST, _LEAST_BESIDE = 0.5, 0.56
_PLAIN, _ENOUGH = 0.6, 3
# What each wording adds to the weight of a main event.
_AGAIN = 0.35
_CLIMB = 8
# Clauses that tell something besides.
_ASIDES = frozenset({"relcl", "acl", "advcl", "appos", "parataxis"})
_UNREAL = frozenset({"future", "hypothetical"})


@dataclass(frozen=True)
class Weighed:
    """A group with its score (0 to 1), its weight as a main event, and why."""

    group: Group
    score: float
    weight: float
    reasons: tuple[str, ...]


def early_part(article: Article) -> Span | None:
    """From the headline to the end of the second paragraph, where it says what it is about."""
    parts = [*article.segments_of("headline", "standfirst"), *article.segments_of("body")[:2]]
    return hull(part.span for part in parts)


def is_central(reading: Reading, anchor: Anchor) -> bool:
    """Whether an anchor stands in the main clause of its sentence, or in what is said there: "Lira
    indicts teenager who punched soldier" tells of an indictment."""
    token = reading.tokens[anchor.head]
    for _ in range(_CLIMB):
        if token.head == token.index:
            return True
        if token.dep in _ASIDES:
            return False
        token = reading.tokens[token.head]
    return False


def weigh(article: Article, groups: Sequence[Group]) -> list[Weighed]:
    """The events worth listing, in order."""
    title = [s.span for s in article.segments_of("headline")]
    found = [_weighed(group, title) for group in groups]
    told = sum(one.score >= _PLAIN for one in found)
    least = _LEAST if told < _ENOUGH else _LEAST_BESIDE
    return [one for one in found if one.score >= least]


def main_of(weighed: Sequence[Weighed]) -> Weighed | None:
    """The one event that most of the article hangs on."""
    return max(weighed, key=lambda one: one.weight, default=None)


def _weighed(group: Group, title: Sequence[Span]) -> Weighed:
    spans = [told.anchor.span for told in group.told]
    titled = [told for told in group.told if any(t.overlaps(told.anchor.span) for t in title)]
    in_title = bool(titled)
    central = any(told.central for told in titled)
    central_early = any(told.central and told.early for told in group.told)
    strong = any(told.anchor.strong for told in group.told)
    unreal = all(told.realis in _UNREAL for told in group.told)
    soft = group.told[0].anchor.kind.type in listed("soft") and not group.lemmas & listed("hard")
    placed = any(told.when or told.where for told in group.told)
    parted = any(told.actors or told.targets for told in group.told)
    told_of = 0.15 if parted else 0.1 * any(told.parties for told in group.told)
    score = 0.3 + 0.15 * strong + 0.15 * placed + told_of + 0.1 * (len(spans) > 1)
    score += 0.15 * group.early - 0.2 * unreal - 0.1 * soft
    weight = 1.0 * in_title + 1.0 * central + 0.5 * group.early + 0.5 * central_early
    weight += _AGAIN * min(len(spans), 10) + 0.5 * strong
    weight -= 2.0 * unreal + 0.5 * soft
    reasons = []
    if group.early:
        reasons.append("stands in the headline" if in_title else "stands at the beginning")
    return Weighed(group, round(min(max(score, 0.05), 0.95), 2), weight, tuple(reasons))
