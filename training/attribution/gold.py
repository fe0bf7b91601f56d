"""The corpus's attributions as labels of words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.corpora import corpus, rows

from training.attribution.texts import Text, text_of

Row = dict[str, Any]


@dataclass(frozen=True)
class Attribution:
    """Words (indices) of one attribution."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]


@dataclass
class Labelled:
    """A text with its attributions."""

    id: str
    text: Text
    attributions: list[Attribution]


def labelled(part: str) -> Iterator[Labelled]:
    """The articles of ``train`` or ``dev``. Raises ``MissingCorpusError`` where it is absent."""
    for row in rows(corpus("attribution") / f"{part}.jsonl.gz"):
        text = text_of(row["text"])
        starts = [w.start for w in text.words]
        ends = [w.end for w in text.words]
        found = []
        for item in row["attributions"]:
            roles = [_words(starts, ends, item[role]) for role in ("cue", "source", "content")]
            if roles[0] and roles[2]:
                found.append(Attribution(*roles))
        yield Labelled(row["id"], text, found)


def _words(starts: list[int], ends: list[int], pieces: list[list[int]]) -> tuple[int, ...]:
    found: set[int] = set()
    for start, end in pieces:
        found.update(range(bisect_right(ends, start), bisect_left(starts, end)))
    return tuple(sorted(found))
