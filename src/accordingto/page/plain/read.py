"""Plain text to an article: the entry of this package."""

from collections.abc import Sequence

from accordingto.page.language import identify, normal_code
from accordingto.page.plain.context import views_of
from accordingto.page.plain.lines import split_lines
from accordingto.page.plain.people import find_authors, find_genre, find_outlet
from accordingto.page.plain.pictures import find_images
from accordingto.page.plain.pieces import cut
from accordingto.page.plain.published import find_dates
from accordingto.page.plain.roles import segments_of
from accordingto.page.plain.score import Scorer
from accordingto.page.wires import find_info_sources
from accordingto.records.article import Article, Note, Role, Segment
from accordingto.records.capture import Capture

_TOLD: tuple[Role, ...] = ("headline", "standfirst", "body", "subhead")
_SAMPLE = 20_000  # characters by which the language is told


def read_plain(capture: Capture, scorer: Scorer | None = None) -> Article:
    """The article of a plain text; ``text`` is the input unchanged, line ends included.

    Each line is one segment, except where extraction glued things together and where a text is
    wrapped at a fixed width (then a paragraph is one). Raises nothing for any string: what could
    not be found is left empty and noted. ``scorer`` tells running text; only training gives one.
    """
    text = capture.content
    pieces = cut(text, split_lines(text))
    views, layout = views_of(text, pieces, scorer)
    segments = segments_of(pieces, views)
    headline = _words(text, segments, "headline", first_only=True)
    published, modified, notes = find_dates(capture, segments, views, layout.headline)
    authors = find_authors(text, segments)
    return Article(
        source=capture.source,
        sha256=capture.sha256,
        text=text,
        segments=segments,
        headline=headline,
        standfirst=_words(text, segments, "standfirst"),
        authors=authors,
        published=published,
        modified=modified,
        outlet=find_outlet(capture, segments, views),
        url=capture.given.url,
        language=_language(capture, segments),
        genre=find_genre(headline),
        info_sources=find_info_sources(text, segments, authors, ()),
        images=find_images(text, segments),
        notes=(*_notes(segments), *notes),
    )


def _words(
    text: str, segments: Sequence[Segment], role: Role, *, first_only: bool = False
) -> str | None:
    """The words of all segments of a role (or of the first), blanks made single."""
    found = [" ".join(s.span.of(text).split()) for s in segments if s.role == role]
    return (found[0] if first_only else " ".join(found)) if found else None


def _language(capture: Capture, segments: Sequence[Segment]) -> str | None:
    """The given language, else the one that the article's own words are in."""
    if capture.given.language:
        return normal_code(capture.given.language) or capture.given.language
    told: list[str] = []
    length = 0
    for segment in segments:
        if segment.role in _TOLD and length < _SAMPLE:
            told.append(segment.span.of(capture.content)[:_SAMPLE])
            length += len(told[-1])
    sample = "\n".join(told) or capture.content[:_SAMPLE]
    return identify(sample, None)[0]


def _notes(segments: Sequence[Segment]) -> tuple[Note, ...]:
    roles = {segment.role for segment in segments}
    notes: list[Note] = []
    if "body" not in roles:
        notes.append(Note(code="body-missing", message="No running text was found."))
    if "headline" not in roles:
        notes.append(Note(code="headline-missing", message="No headline was found."))
    return tuple(notes)
