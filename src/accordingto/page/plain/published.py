"""When an article in plain text was published and changed, from the stamps left in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.page.dates import day_order, parse_date
from accordingto.page.plain.context import View
from accordingto.page.plain.phrases import stamp_kind, stamp_words
from accordingto.page.plain.pieces import residue_of
from accordingto.records.article import Note, Segment
from accordingto.records.capture import Capture
from accordingto.records.span import Span

_SHORT = 200  # characters of a line in which a stamp is looked for
_STAMP = 70  # characters after "Published" that may hold its date
_ABOVE = 4  # lines above the headline in which a date may be the article's
_SURE = 0.8  # weight from which a date is taken without a note
_DATELINE_DATE = re.compile(r"^.{0,60}?(?:\([^()]{2,30}\)|[-–—:])")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date found: ISO, how far it may be trusted (0 to 1), where, and what kind of trace."""

    value: str
    weight: float
    span: Span
    kind: str


def find_dates(
    capture: Capture, segments: Sequence[Segment], views: Sequence[View], headline: int | None
) -> tuple[str | None, str | None, tuple[Note, ...]]:
    """Published, modified, and notes. What was given is believed over what stands in the text."""
    text = capture.content
    order = _order(text, segments)
    fresh: list[Stamp] = []
    changed: list[Stamp] = []
    for index, (segment, view) in enumerate(zip(segments, views, strict=True)):
        for stamp in _stamps(text, segment, view, order, _place(index, headline, view)):
            (changed if stamp.kind == "modified" else fresh).append(stamp)
    modified = max(changed, key=lambda s: s.weight).value if changed else None
    if capture.given.published:
        return capture.given.published, modified, ()
    best = max(fresh, key=lambda s: (s.weight, -s.span.start), default=None)
    if best is None and changed:
        return modified, modified, (_from_change(changed[0]),)
    if best is None:
        return None, None, (_missing(),)
    return best.value, modified, _notes(best, fresh)


def _order(text: str, segments: Sequence[Segment]) -> bool | None:
    """Whether the text writes the day first, by its dates that can be read in one way only."""
    for segment in segments:
        words = segment.span.of(text)
        if segment.role in ("boilerplate", "byline") and any(char.isdigit() for char in words):
            order = day_order(words[-_SHORT:])
            if order is not None:
                return order
    return None


def _place(index: int, headline: int | None, view: View) -> float:
    """How near to the article a line stands, as a factor."""
    if view.zone == "head" or view.near_headline:
        return 1.0
    if headline is not None and 0 < headline - index <= _ABOVE:
        return 0.9
    if view.zone == "before" or view.in_list or view.after_ending:
        return 0.4
    return 0.75


def _stamps(
    text: str, segment: Segment, view: View, order: bool | None, near: float
) -> list[Stamp]:
    words = segment.span.of(text)
    if segment.role == "boilerplate" and (view.t.rights or view.t.notice):
        return []  # the year of a copyright is no date
    if segment.role == "boilerplate" and view.hint == "residue":
        return _one(residue_date(words), order, 0.7, segment.span, "alternative text of a picture")
    if segment.role in ("boilerplate", "byline") and len(words) <= _SHORT:
        named = _named(words, order, near, segment.span)
        if named:
            return named
        if view.t.date_only:
            return _one(words, order, 0.9 * near, segment.span, "date line")
        if view.t.dated and view.near_top:
            return _one(words, order, 0.85 * near, segment.span, "date by the headline")
        if segment.role == "byline":
            return _one(words, order, 0.85 * near, segment.span, "byline")
    if segment.role == "body" and view.t.dateline:
        found = _DATELINE_DATE.match(words[:120])
        head = found[0] if found is not None else ""
        return _one(head, order, 0.75, segment.span, "dateline")
    return []


def _one(words: str, order: bool | None, weight: float, span: Span, kind: str) -> list[Stamp]:
    value = parse_date(words, day_first=order) if words else None
    return [Stamp(value, weight, span, kind)] if value is not None else []


def _named(words: str, order: bool | None, near: float, span: Span) -> list[Stamp]:
    """Dates behind "Published" and "Updated", each up to the next such word."""
    if stamp_kind(words) is None and ":" not in words:
        return []
    found = stamp_words(words)
    stamps: list[Stamp] = []
    for position, (kind, _, end) in enumerate(found):
        stop = found[position + 1][1] if position + 1 < len(found) else len(words)
        value = parse_date(words[end : min(stop, end + _STAMP)], day_first=order)
        if value is not None:
            stamps.append(Stamp(value, near, span, kind))
    return stamps


def residue_date(words: str) -> str:
    """The date at the end of an alternative text, or ""."""
    found = residue_of(words)
    return (found["date"] or "") if found is not None else ""


def _notes(best: Stamp, fresh: Sequence[Stamp]) -> tuple[Note, ...]:
    notes: list[Note] = []
    if best.weight < _SURE:
        message = f"The date of publication was inferred from weak evidence: {best.kind}."
        notes.append(Note(code="date-inferred", message=message, span=best.span))
    rivals = sorted({s.value[:10] for s in fresh if s.weight >= _SURE} - {best.value[:10]})
    if best.weight >= _SURE and rivals:
        taken, others = best.value[:10], ", ".join(rivals)
        message = f"Dates of publication differ: {taken} was taken; the text also has {others}."
        notes.append(Note(code="dates-conflict", message=message, span=best.span))
    return tuple(notes)


def _from_change(stamp: Stamp) -> Note:
    message = "Only a date of change was found; it was taken for the date of publication."
    return Note(code="date-inferred", message=message, span=stamp.span)


def _missing() -> Note:
    return Note(code="date-missing", message="No date of publication was found.")
