"""Counting in how many reports each term stands."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from benchmarks.corpora import rows

from accordingto.stories.words import names_and_numbers, pieces, stem_term, term, word_term

_FILES = ("clustering", "incidents", "neardup_docs", "stance_bodies", "doc_figures")
_READ = 6000
_FEWEST = 5


def texts(folder: Path) -> list[str]:
    """Every different text of the corpus with its title, without labels."""
    found = {
        f"{row.get('title') or ''}\n{row['text'][:_READ]}"
        for name in _FILES
        for row in rows(folder / f"{name}.jsonl.gz")
    }
    return sorted(found)


def write_background(found: Iterable[str], out: Path) -> int:
    """Writes the table and gives the number of texts."""
    counts: Counter[int] = Counter()
    number = 0
    for text in found:
        parts = pieces(text)
        names, numbers = names_and_numbers(parts)
        of_words = {number for part in parts for number in (word_term(part), stem_term(part))}
        counts.update(of_words | {term(word) for word in (*names, *numbers)})
        number += 1
    counts.pop(-1, None)
    kept = np.array(sorted(t for t, n in counts.items() if n >= _FEWEST), dtype=np.int32)
    seen = np.array([counts[t] for t in kept.tolist()], dtype=np.uint16)
    np.savez_compressed(out, terms=kept, counts=seen, reports=np.int64(number))
    return number
