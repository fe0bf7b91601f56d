"""News texts that nobody has labelled, for the teacher: other outlets, other countries, other times
than the corpus of attributions."""

import hashlib
import re
from collections.abc import Iterator

from benchmarks.corpora import Row, corpus, rows

# Texts taken of each kind, and words taken of each text.
_TAKEN = {"clustering": 700, "incidents": 400, "stance_bodies": 600}
_MOST_WORDS = 450
_FEWEST_WORDS = 60


def unlabelled() -> Iterator[str]:
    """English texts, the same ones each time. Raises ``MissingCorpusError`` where a corpus is
    absent."""
    for row in rows(corpus("page") / "gold.jsonl"):
        if row.get("lang") == "en" and row.get("body"):
            yield from _kept(row["body"])
    folder = corpus("stories")
    for name, number in _TAKEN.items():
        found: list[Row] = list(rows(folder / f"{name}.jsonl.gz"))
        found.sort(key=lambda row: hashlib.sha256(row["text"].encode()).hexdigest())
        for row in found[:number]:
            yield from _kept(row["text"])


def _kept(text: str) -> Iterator[str]:
    words = [m.end() for m in re.finditer(r"\S+", text)]
    if len(words) < _FEWEST_WORDS:
        return
    if len(words) <= _MOST_WORDS:
        yield text
        return
    # Cut behind a sentence, so that no attribution is left open.
    ends = [m.end() for m in re.finditer(r"[.!?][\"”’']?(?=\s)", text[: words[_MOST_WORDS]])]
    yield text[: ends[-1]] if ends else text[: words[_MOST_WORDS]]
