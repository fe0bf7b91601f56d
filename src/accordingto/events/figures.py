"""Which event a figure counts: the nearest one in its sentence that does what the figure says."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from accordingto.records.facts import Event, Figure
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.tables import table


def hang_figures(
    reading: Reading, figures: Sequence[Figure], events: Sequence[Event]
) -> tuple[Figure, ...]:
    """The figures with ``about_event`` set where an event of a fitting type is told in the same
    sentence, or, for the dead and injured, where the article's main event is one that kills."""
    if not events:
        return tuple(figures)
    starts = [sentence.span.start for sentence in reading.sentences]
    anchors = sorted((span, event.id) for event in events for span in event.anchor_spans)
    by_id = {event.id: event for event in events}
    main = next((event for event in events if event.main), None)
    found = []
    for figure in figures:
        at = bisect_right(starts, figure.span.start) - 1
        near = _in_sentence(anchors, reading.sentences[at].span) if at >= 0 else []
        event = _about(figure, [(span, by_id[which]) for span, which in near], main)
        found.append(msgspec.structs.replace(figure, about_event=event.id) if event else figure)
    return tuple(found)


def _in_sentence(anchors: Sequence[tuple[Span, str]], sentence: Span) -> list[tuple[Span, str]]:
    first = bisect_right(anchors, (Span(sentence.start, 0), ""))
    last = bisect_right(anchors, (Span(sentence.end, 0), ""))
    return list(anchors[first:last])


def _about(figure: Figure, near: Sequence[tuple[Span, Event]], main: Event | None) -> Event | None:
    fitting = table("accordingto.events", "counted.toml").get(figure.what, [])
    if not fitting:
        return None
    told = [(abs(span.start - figure.span.start), at) for at, (span, e) in enumerate(near)]
    fits = [one for one in told if near[one[1]][1].type in fitting]
    if fits:
        return near[min(fits)[1]][1]
    harmed = figure.what in {"killed", "injured", "killed_and_injured"}
    return main if harmed and main is not None and main.type in fitting else None
