"""What the ledger commands print: tables for people, JSON for programs."""

import io
import sys
from collections.abc import Iterable
from itertools import chain

import msgspec
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from accordingto.exports.csv import Row, encode_rows, joined
from accordingto.exports.passages import closed
from accordingto.exports.views import UNNAMED
from accordingto.exports.visible import visible
from accordingto.exports.wording import ACT_WORDS, act_in_words, agreeing
from accordingto.ledger.results import Claim, Hit
from accordingto.records.document import Document
from accordingto.records.outlet import outlet_or_site

# Width of a table where there is no terminal to ask, and rows that share column widths.
_WIDTH = 110
_ROWS = 200


def print_document(document: Document, format: str) -> None:
    """Prints a document as ``read`` does: ``text``, ``json``, ``jsonl``, ``md`` or ``html``."""
    from accordingto.cli.sinks import sink_for

    sys.stdout.flush()
    sink = sink_for(format, sys.stdout.buffer, page_only=False)
    sink.add(document)
    sink.close()


def print_claims(claims: Iterable[Claim], format: str) -> None:
    """Prints claims one by one as they are found."""
    if format == "table":
        _tables((_claim_row(claim) for claim in claims), "No claim fits.")
    elif format == "csv":
        _write(encode_rows((), header=True))
        for claim in claims:
            _write(encode_rows([_csv_row(claim)], header=False))
    else:
        _json(claims, format)


def print_hits(hits: Iterable[Hit], format: str) -> None:
    """Prints search hits, the best first."""
    if format == "table":
        _tables((_hit_row(hit) for hit in hits), "Nothing was found.")
    else:
        _json(hits, format)


_Row = tuple[str, str, str, Text]


def _claim_row(claim: Claim) -> _Row:
    who = claim.source or UNNAMED
    act = agreeing(who, act_in_words(claim.act, claim.cue))
    if claim.via:
        act += f" (passed on by {claim.via})"
    said = _said(who, act, claim.words)
    outlet = outlet_or_site(claim.outlet, claim.url) or ""
    return claim.published or "", outlet, claim.document, said


def _csv_row(claim: Claim) -> Row:
    return Row(
        document=claim.document,
        outlet=claim.outlet or "",
        published=claim.published or "",
        url=claim.url or "",
        headline=claim.headline or "",
        statement=claim.statement,
        speaker=claim.source or "",
        speaker_kind=claim.source_kind or "",
        passed_on_by=claim.via or "",
        act=claim.act,
        cue=claim.cue or "",
        quote=claim.quote,
        certainty=claim.certainty,
        words=joined(claim.words),
        spans=" ".join(f"{span.start}-{span.end}" for span in claim.spans),
        inside=claim.parent or "",
        said_on=claim.said_on or "",
        score=claim.score,
    )


def _hit_row(hit: Hit) -> _Row:
    if hit.act is None:
        said = _said("in the headline" if hit.found_in == "headline" else "", "", hit.words)
    else:
        who = hit.source or UNNAMED
        said = _said(who, agreeing(who, ACT_WORDS[hit.act]), hit.words)
    return hit.published or "", outlet_or_site(hit.outlet, hit.url) or "", hit.document, said


def _said(who: str, act: str, words: Iterable[str]) -> Text:
    head = " ".join(filter(None, (visible(who), visible(act))))
    said = Text(f"{head}: " if head else "", style="bold")
    return said.append(visible(closed(" […] ".join(words))), style="not bold")


def _tables(rows: Iterable[_Row], none: str) -> None:
    """Prints rows as tables, a page of rows at a time, so that a long list begins at once."""
    first = True
    page: list[_Row] = []
    for row in chain(rows, (None,)):
        if row is not None:
            page.append(row)
        if page and (row is None or len(page) == _ROWS):
            _write(_render(page, header=first))
            sys.stdout.buffer.flush()
            first = False
            page = []
    if first:
        print(none, file=sys.stderr)


def _render(rows: list[_Row], *, header: bool) -> bytes:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, show_header=header)
    table.add_column("Published", width=10, no_wrap=True)
    table.add_column("Outlet", width=16, overflow="fold")
    table.add_column("Document", width=14, no_wrap=True, style="dim")
    table.add_column("Who says what", ratio=1, overflow="fold")
    table.expand = True
    for published, outlet, document, said in rows:
        table.add_row(visible(published)[:10], Text(visible(outlet)), Text(visible(document)), said)
    buffer = io.StringIO()
    terminal = sys.stdout.isatty()
    console = Console(
        file=buffer,
        force_terminal=terminal,
        width=None if terminal else _WIDTH,
        markup=False,
        highlight=False,
        emoji=False,
    )
    console.print(table)
    lines = buffer.getvalue().split("\n")
    plain = "\n".join(line if terminal else line.rstrip() for line in lines)
    return plain.encode("utf-8", "backslashreplace")


def _json(records: Iterable[Claim | Hit], format: str) -> None:
    before, between, after = (b"", b"\n", b"\n") if format == "jsonl" else (b"[", b",\n", b"]\n")
    _write(before)
    empty = True
    for record in records:
        _write((b"" if empty else between) + msgspec.json.encode(record))
        empty = False
    _write(b"" if empty and format == "jsonl" else after)


def _write(data: bytes) -> None:
    sys.stdout.buffer.write(data)
