"""Words with a name set to them by layout alone: "“…” — Ada Lum", and "LUM: …" in transcripts."""

import re

from accordingto.records.span import Span, trim
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.headlines import is_label

# A dash behind a quotation's end, and a name up to the paragraph's end or a comma.
# A stop may stand in the name ("Edda G. Lum") or behind it.
_SIGNATURE = re.compile(
    r"\s*(?P<dash>[—–―]|--?)\s*(?P<name>[^\W\d_](?:[^\n,;:.!?“”\"]|(?<=\b\w)\.(?=\s\w))*)\.?\s*"
)
_MOST_NAME_WORDS = 6

# The name of a speaker in capitals, or Q and A, at the beginning of a paragraph.
_TURN = re.compile(r"(?P<name>[A-Z][A-Z.'’\-]+(?: [A-Z][A-Z.'’\-]+){0,3}):\s+(?=\S)")
_FEWEST_TURNS = 2

_SIGNED, _SAID_IN_TURN = 0.8, 0.85


def signed_drafts(page: Page) -> list[Draft]:
    """Drafts for quotations that are signed, and for the turns of a transcript."""
    return [*_signatures(page), *_turns(page)]


def _signatures(page: Page) -> list[Draft]:
    made = []
    for quotation in page.quotations:
        block = page.reading.blocks[page.block_at(quotation.span.start)]
        found = _SIGNATURE.match(page.text, quotation.span.end, block.end)
        if found is None or not _is_name(found["name"]):
            continue
        # Only a signature stands at the end of its paragraph, or before a place or an age.
        if found.end() < block.end and page.text[found.end()] != ",":
            continue
        source = trim(page.text, Span(found.start("name"), found.end("name")))
        content = trim(page.text, quotation.inner)
        if source is not None and content is not None:
            made.append(_draft(source, content, _SIGNED, "name set to a quotation by a dash"))
    return made


def _is_name(words: str) -> bool:
    """True for some words of which the first and the last have capitals."""
    parts = words.split()
    return 0 < len(parts) <= _MOST_NAME_WORDS and parts[0][0].isupper() and parts[-1][0].isupper()


def _turns(page: Page) -> list[Draft]:
    found = []
    for block in page.reading.blocks:
        turn = _TURN.match(page.text, block.start, block.end)
        if turn is not None and not is_label(turn["name"].lower()):
            found.append((turn, block))
    if len(found) < _FEWEST_TURNS:
        return []
    return [
        _draft(
            Span(turn.start("name"), turn.end("name")),
            Span(turn.end(), block.end),
            _SAID_IN_TURN,
            "turn of a transcript",
        )
        for turn, block in found
    ]


def _draft(source: Span, content: Span, score: float, reason: str) -> Draft:
    return Draft(
        at=NO_TOKEN,
        kind="signed",
        cue=None,
        source=source,
        contents=(content,),
        act="assert",
        score=score,
        reasons=(reason,),
        speech=True,
    )
