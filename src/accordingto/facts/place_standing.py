"""Place names that stand inside an actor's mention, and so for the actor."""

from collections.abc import Sequence

from accordingto.facts.place_cover import Cover
from accordingto.facts.place_names import Toponym, use
from accordingto.records.span import Span


def _is_described(text: str, mention: Span, name: Span) -> bool:
    """True for "the relief agency in Tal": small letters that say where somebody is."""
    before = text[mention.start : name.start].split()
    return (
        len(before) > 1
        and before[-1].lower() in use("where")
        and not any(word[0].isupper() for word in before[1:])
    )


def standing_for(text: str, toponyms: Sequence[Toponym], taken: Sequence[Span]) -> frozenset[int]:
    """Which of the names lie inside an actor's mention, and so stand for the actor or are part of
    its name: their numbers in the list."""
    cover = Cover(taken)
    found = set()
    for at, toponym in enumerate(toponyms):
        end = min(toponym.span.end, toponym.span.start + max(1, len(toponym.name)))
        core = Span(toponym.span.start, end)
        inside = [span for span in cover.touching(core) if span.contains(core)]
        if any(not _is_described(text, span, core) for span in inside):
            found.add(at)
    return frozenset(found)
