"""Statements as a table for spreadsheets and statistics: comma-separated values (RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Iterator

import msgspec

from accordingto.exports.passages import closed
from accordingto.records.document import Document

# A cell that begins so is a formula to a spreadsheet, and the words are a stranger's.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One statement. The fields are the columns, in this order; what is unknown is empty.

    ``speaker`` is the best name of who says it, or the words for somebody without one (then
    ``speaker_kind`` says which); ``passed_on_by`` those who passed it on, the nearest first;
    ``words`` the exact words, ``[…]`` where they are cut; ``spans`` where these stand in the
    document's text, in code points (``12-40 52-80``); ``inside`` the statement in which it stands.
    """

    document: str
    outlet: str = ""
    published: str = ""
    url: str = ""
    headline: str = ""
    statement: str
    speaker: str = ""
    speaker_kind: str = ""
    passed_on_by: str = ""
    act: str
    cue: str = ""
    quote: str
    certainty: str
    words: str
    spans: str
    inside: str = ""
    said_on: str = ""
    score: float


def rows_of(document: Document) -> Iterator[Row]:
    """The statements of a document, in its order."""
    names = {actor.id: actor.name for actor in document.actors}
    for said in document.statements:
        speaker = names.get(said.source or "") or said.holder_text or ""
        yield Row(
            document=document.id,
            outlet=document.outlet or "",
            published=document.published or "",
            url=document.url or "",
            headline=document.headline or "",
            statement=said.id,
            speaker=speaker,
            speaker_kind=said.source_kind or "",
            passed_on_by="; ".join(names[carrier] for carrier in said.via if carrier in names),
            act=said.act,
            cue=said.cue_span.of(document.text) if said.cue_span else "",
            quote=said.quote,
            certainty=said.certainty,
            words=joined(span.of(document.text) for span in said.content_spans),
            spans=" ".join(f"{span.start}-{span.end}" for span in said.content_spans),
            inside=said.parent or "",
            said_on=said.when or "",
            score=said.sure,
        )


def joined(words: Iterable[str]) -> str:
    """The pieces of a content in one cell."""
    return closed(" […] ".join(words))


def encode_rows(rows: Iterable[Row], *, header: bool) -> bytes:
    """Rows as UTF-8, the names of the columns first where ``header``.

    Every line ends with CR LF. A cell that a spreadsheet would take for a formula gets an
    apostrophe in front.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    names = Row.__struct_fields__
    if header:
        writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(getattr(row, name)) for name in names])
    return buffer.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: str | float) -> str | float:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
