"""News texts that nobody has labelled, for the teachers: other outlets, other countries, other
times than the corpus of attributions."""

import re
from collections.abc import Iterator

from benchmarks.corpora import corpus, rows

# Files of the corpora with English news, and the field that holds the text.
_FILES = {
    "stories/clustering.jsonl.gz": "text",
    "stories/incidents.jsonl.gz": "text",
    "stories/neardup_docs.jsonl.gz": "text",
    "stories/stance_bodies.jsonl.gz": "text",
    "facts/fivew1h.jsonl": "text",
    "facts/muc4_train.jsonl": "text",
}
# Words taken of each text, and the fewest that make one.
_MOST_WORDS = 1200
_FEWEST_WORDS = 60


def unlabelled() -> Iterator[str]:
    """English texts, each once, the same ones each time. Raises ``MissingCorpusError`` where a
    corpus is absent."""
    seen: set[str] = set()
    for text in _all():
        start = text[:200]
        if start not in seen:
            seen.add(start)
            yield from _kept(text)


def _all() -> Iterator[str]:
    for row in rows(corpus("page") / "gold.jsonl"):
        if row.get("lang") == "en" and row.get("body"):
            yield row["body"]
    for name, field in _FILES.items():
        folder, file = name.split("/")
        for row in rows(corpus(folder) / file):
            yield row[field]
    # Written without capitals, as scrapers sometimes leave them.
    for row in rows(corpus("facts") / "police.jsonl"):
        yield "\n".join(sentence.strip() for sentence, _ in row["sents"])


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
