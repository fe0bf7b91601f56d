"""The pictures of an article in plain text, from its captions and credits."""

from collections.abc import Sequence

from accordingto.page.credits import credit_name
from accordingto.page.dates import parse_date
from accordingto.records.article import Image, Segment
from accordingto.records.span import Span


def find_images(text: str, segments: Sequence[Segment]) -> tuple[Image, ...]:
    """One image a caption or lone credit; a caption that comes again is the alternative text."""
    images: list[Image] = []
    known: dict[str, int] = {}
    for caption, credit in _pairs(segments):
        words = caption.span.of(text) if caption is not None else None
        key = " ".join(words.lower().split()) if words else ""
        image = _image(text, caption, credit)
        if key and key in known:
            images[known[key]] = _merged(images[known[key]], image)
            continue
        if key:
            known[key] = len(images)
        images.append(image)
    return tuple(images)


def _pairs(segments: Sequence[Segment]) -> list[tuple[Segment | None, Segment | None]]:
    """Captions and credits that stand side by side, in either order."""
    pairs: list[tuple[Segment | None, Segment | None]] = []
    index = 0
    while index < len(segments):
        one = segments[index]
        two = segments[index + 1] if index + 1 < len(segments) else None
        if one.role not in ("caption", "credit"):
            index += 1
            continue
        if two is not None and _belong(one, two) and not _claimed(segments, index + 1):
            pairs.append((one, two) if one.role == "caption" else (two, one))
            index += 2
            continue
        pairs.append((one, None) if one.role == "caption" else (None, one))
        index += 1
    return pairs


def _belong(one: Segment, two: Segment) -> bool:
    return {one.role, two.role} == {"caption", "credit"} and two.line - one.line <= 2


def _claimed(segments: Sequence[Segment], index: int) -> bool:
    """True where the piece shares its line with the one after it, rather than with ours."""
    if index + 1 >= len(segments):
        return False
    before, here, after = segments[index - 1], segments[index], segments[index + 1]
    return before.line != here.line == after.line and _belong(here, after)


def _image(text: str, caption: Segment | None, credit: Segment | None) -> Image:
    name: Span | None = None
    if credit is not None:
        words = credit.span.of(text)
        name = (credit_name(words) or Span(0, len(words))).shift(credit.span.start)
    said = caption.span.of(text) if caption is not None else None
    return Image(
        caption=said,
        caption_span=caption.span if caption is not None else None,
        credit=name.of(text) if name is not None else None,
        credit_span=name,
        date=parse_date(said, day_first=None) if said is not None and len(said) < 1000 else None,
    )


def _merged(first: Image, again: Image) -> Image:
    """The first mention of a picture, with what only its second mention has."""
    return Image(
        caption=first.caption,
        caption_span=first.caption_span,
        credit=first.credit if first.credit is not None else again.credit,
        credit_span=first.credit_span if first.credit_span is not None else again.credit_span,
        alt=again.caption,
        date=first.date or again.date,
    )
