"""Words with a name set to them by layout alone: "“…” — Ada Lum", and "LUM: …" in transcripts."""

import re
from collections import Counter
from itertools import pairwise

from accordingto.records.span import Span, trim
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.headlines import is_label

# A dash behind a quotation's end, and a name up to the paragraph's end or a comma.
# A stop may stand in the name ("Edda G. Lum") or behind it.
_SIGNATURE = re.compile(
    r"\s*(?P<dash>[—–―]|--?)\s*(?P<name>[^\W\d_](?:[^\n,;:.!?“”\"]|(?<=\b\w)\.(?=\s\w))*)\.?\s*"
)
_MOST_NAME_WORDS = 6

# A speaker's label at the beginning of a paragraph: a name in capitals ("LUM:"), Q and A, or any
# name; in a live log the time stands in front of it.
_TURN = re.compile(
    r"[\"“]?(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})? ?[—–-] ?)?"
    r"(?P<name>[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,3}):\s+(?=\S)"
)
_FEWEST_TURNS = 2
# Who asks for the paper.
_ASKING = frozenset({"q", "question", "interviewer"})
_ENDS = ".!?…\"”»“’')"
_OPENING = "\"“„«‘'"

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
    labelled = []
    for block in page.reading.blocks:
        turn = _TURN.match(page.text, block.start, block.end)
        if turn is not None and not is_label(turn["name"].lower()):
            labelled.append((turn, block))
    # "OTTAWA: Gunman on watch list": a label before a headline is a section's.
    labelled = [(turn, block) for turn, block in labelled if page.text[block.end - 1] in _ENDS]
    spoken = _speakers([turn["name"] for turn, _ in labelled]) | _asked(page, labelled)
    return [
        _draft(
            Span(turn.start("name"), turn.end("name")),
            _said(page, turn.end(), block),
            _SAID_IN_TURN,
            "turn of a transcript",
        )
        for turn, block in labelled
        if turn["name"] in spoken or page.text[turn.end()] in _OPENING
    ]


def _speakers(labels: list[str]) -> frozenset[str]:
    """The labels that are speakers': in capitals where there are two turns or more; other names
    where two of them take turns. Who asks ("Q:") speaks for the paper, and is none."""
    if len(labels) < _FEWEST_TURNS:
        return frozenset()
    # "Anna Reeve: …", later "Reeve: …".
    turns = Counter(_last(label) for label in labels)
    again = {label for label in labels if turns[_last(label)] >= _FEWEST_TURNS}
    talk = again if len({_last(label) for label in again}) >= _FEWEST_TURNS else set()
    capitals = {label for label in labels if label.isupper() and len(label) > 1}
    return frozenset(label for label in talk | capitals if label.lower() not in _ASKING)


def _last(label: str) -> str:
    return label.rsplit(" ", 1)[-1]


def _asked(page: Page, labelled: list[tuple[re.Match[str], Span]]) -> frozenset[str]:
    """The labels of full names that stand, again and again, behind a paragraph with a question."""
    ends = {b.start: page.text[a.end - 1] for a, b in pairwise(page.reading.blocks)}
    answers = [turn["name"] for turn, block in labelled if ends.get(block.start) == "?"]
    turns = Counter(map(_last, answers))
    full = {_last(name) for name in answers if " " in name}
    return frozenset(
        name for name in answers if _last(name) in full and turns[_last(name)] >= _FEWEST_TURNS
    )


def _said(page: Page, start: int, block: Span) -> Span:
    """A turn is all of its paragraph; what stands in quotation marks right behind the name ends
    with them."""
    quoted = next((q for q in page.quotations if q.span.start == start), None)
    return (quoted and trim(page.text, quoted.inner)) or Span(start, block.end)


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
