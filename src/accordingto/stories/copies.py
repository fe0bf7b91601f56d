"""Which articles of a story print each other's words, and what a copy changed."""

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from accordingto.records.document import Document
from accordingto.records.span import Span
from accordingto.records.story import Change, Copy, Ref
from accordingto.stories.measures import same_measure
from accordingto.stories.overlap import Overlap, Text, overlap
from accordingto.stories.texts import ordered, prose_of
from accordingto.tables import table

# The share of a report's own prose from which it is a copy, or partly one.
COPY = 0.5
PARTIAL = 0.25
# Changes listed for one copy, and words shown of each cut.
_CHANGES = 40
_MEASURE = 30
_NUMBER = re.compile(r"\d")
_NUMBER_WORDS = frozenset(table("accordingto.stories", "words.toml")["numbers"])


def judge(found: Overlap) -> str:
    """``copy``, ``partial`` or ``independent``."""
    if found.own >= COPY:
        return "copy"
    return "partial" if found.own >= PARTIAL else "independent"


def find_copies(documents: Sequence[Document]) -> list[Copy]:
    """Each article that prints another's words, with the earliest article that it owes most to."""
    by_time = ordered(list(documents))
    texts = {document.id: prose_of(document) for document in by_time}
    near = _sharing(texts)
    copies = []
    for at, document in enumerate(by_time):
        best: tuple[float, int, Overlap] | None = None
        for back in range(at):
            other = by_time[back]
            if (other.id, document.id) not in near and (document.id, other.id) not in near:
                continue
            found = overlap(texts[other.id], texts[document.id])
            if found.own >= PARTIAL and (best is None or found.own > best[0] + 0.02):
                best = found.own, back, found
        if best is not None:
            original = by_time[best[1]]
            copies.append(_copy(document, original, best[2], texts))
    return copies


def _sharing(texts: dict[str, Text]) -> set[tuple[str, str]]:
    """Pairs of articles with a sampled run of words in common."""
    holders: dict[int, list[str]] = defaultdict(list)
    for document, text in texts.items():
        for run in sorted(set(text.runs[text.runs % 8 == 0].tolist())):
            holders[run].append(document)
    return {
        (one, two) for ids in holders.values() for i, one in enumerate(ids) for two in ids[i + 1 :]
    }


def _copy(document: Document, original: Document, found: Overlap, texts: dict[str, Text]) -> Copy:
    kind = judge(found)
    share = round(100 * found.own)
    reasons = [
        f"{share} % of the shorter report’s own prose stands in both",
        f"longest shared stretch {found.longest} words",
    ]
    changes = _changes(original, document, texts) if kind == "copy" else ()
    figures = [change for change in changes if change.kind == "figure"]
    reasons += [
        f"a figure differs: “{c.was.words}” became “{c.now.words}”"
        for c in figures[:3]
        if c.was and c.now
    ]
    return Copy(
        document=document.id,
        original=original.id,
        kind="copy" if kind == "copy" else "partial",
        own=round(found.own, 3),
        all=round(found.all, 3),
        longest=found.longest,
        score=_sure(found.own),
        changes=tuple(changes),
        reasons=tuple(reasons),
    )


def _sure(own: float) -> float:
    """Half at the threshold of a part, certain at four fifths."""
    return round(min(0.99, 0.5 + (own - PARTIAL) * 0.9), 2)


def _changes(original: Document, copy: Document, texts: dict[str, Text]) -> tuple[Change, ...]:
    """What the copy changed, word by word, in the order of the original."""
    was, now = texts[original.id], texts[copy.id]
    old, new = _body(original, was), _body(copy, now)
    matcher = SequenceMatcher(
        None, [was.words[i] for i in old], [now.words[i] for i in new], autojunk=False
    )
    blocks = [
        block for block in matcher.get_matching_blocks() if block.size >= 3 or block.size == 0
    ]
    changes: list[Change] = []
    for before, after in pairwise([_START, *blocks]):
        gone = old[before[0] + before[2] : after[0]]
        come = new[before[1] + before[2] : after[1]]
        one, two = _ref(original, was, gone), _ref(copy, now, come)
        if one is None and two is None:
            continue
        kind = "cut" if two is None else "added" if one is None else "words"
        olds, news = _numbers(was, gone), _numbers(now, come)
        if len(olds) == len(news) == 1 and was.words[olds[0]] != now.words[news[0]]:
            kind, one, two = "figure", _ref(original, was, olds), _ref(copy, now, news)
            if same_measure(_from(original, was, olds[0]), _from(copy, now, news[0])):
                # "Six miles" for "10 km" is another word, not another figure.
                kind = "words"
        changes.append(Change(kind=kind, was=one, now=two))  # type: ignore[arg-type]
    changes.sort(key=lambda change: change.kind != "figure")
    return tuple(changes[:_CHANGES])


_START = (0, 0, 0)


def _body(document: Document, text: Text) -> list[int]:
    """The words of the running text: each outlet makes its own headline."""
    body = [line.span for line in document.lines if line.role == "body"]
    found: list[int] = []
    at = 0
    for index, (start, _) in enumerate(text.spans):
        while at < len(body) and body[at].end <= start:
            at += 1
        if at < len(body) and body[at].start <= start:
            found.append(index)
    return found


def _numbers(text: Text, words: list[int]) -> list[int]:
    return [at for at in words if _NUMBER.search(text.words[at]) or text.words[at] in _NUMBER_WORDS]


def _from(document: Document, text: Text, word: int) -> str:
    """The text from a word on, as far as a number with its unit reaches."""
    start = text.spans[word][0]
    return document.text[start : start + _MEASURE]


def _ref(document: Document, text: Text, words: list[int]) -> Ref | None:
    if not words:
        return None
    span = Span(text.spans[words[0]][0], text.spans[words[-1]][1])
    return Ref(document=document.id, span=span, words=span.of(document.text))
