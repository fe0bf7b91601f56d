"""How much hangs on an event: which ones are worth listing, and which one the article is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.events.joining import Group
from accordingto.events.wordlists import listed
from accordingto.records.article import Article
from accordingto.records.span import Span, hull

_LEAST = 0.5
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


def weigh(article: Article, groups: Sequence[Group]) -> list[Weighed]:
    """The events worth listing, in order."""
    title = [s.span for s in article.segments_of("headline")]
    found = [_weighed(group, title) for group in groups]
    return [one for one in found if one.score >= _LEAST]


def main_of(weighed: Sequence[Weighed]) -> Weighed | None:
    """The one event that most of the article hangs on."""
    return max(weighed, key=lambda one: one.weight, default=None)


def _weighed(group: Group, title: Sequence[Span]) -> Weighed:
    spans = [told.anchor.span for told in group.told]
    in_title = any(t.overlaps(s) for s in spans for t in title)
    strong = any(told.anchor.strong for told in group.told)
    unreal = all(told.realis in _UNREAL for told in group.told)
    soft = group.told[0].anchor.kind.type in listed("soft")
    placed = any(told.when or told.where for told in group.told)
    parted = any(told.actors or told.targets for told in group.told)
    score = 0.3 + 0.15 * strong + 0.15 * placed + 0.15 * parted + 0.1 * (len(spans) > 1)
    score += 0.15 * group.early - 0.2 * unreal - 0.1 * soft
    weight = 2.0 * in_title + 1.0 * group.early + 0.5 * min(len(spans), 10) + 0.5 * strong
    weight -= 2.0 * unreal + 0.5 * soft
    reasons = []
    if group.early:
        reasons.append("stands in the headline" if in_title else "stands at the beginning")
    return Weighed(group, round(min(max(score, 0.05), 0.95), 2), weight, tuple(reasons))
