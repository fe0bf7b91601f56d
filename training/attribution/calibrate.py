"""Curves from raw scores to shares of right statements, fitted on the development part.

Fitted and judged on the same articles where ``calibrate`` prints; ``crossed`` fits on one half of
the articles and judges the other, which is the figure to quote.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.attribution import scorer_module, with_marks
from benchmarks.corpora import Row
from sklearn.linear_model import LogisticRegression

from accordingto.records.article import Article
from accordingto.records.encoding import Encoding
from accordingto.records.reading import Reading
from accordingto.statements.attribute import drafts_of
from accordingto.statements.draft import Draft
from accordingto.statements.scores import way_of

Sample = tuple[str, float, bool]
Read = tuple[Article, Reading, Encoding | None]
Curves = dict[str, tuple[float, float]]

# Ways of finding a whole statement; the other curves are of parts.
WHOLE = frozenset({"rules", "both", "trained", "rare", "added", "heading"})

# Not the corpus's to say.
_LEFT = frozenset({"added", "nested", "heading"})

_EDGE = 1e-4
_FEWEST = 30


def fitted(samples: Iterable[Sample]) -> Curves:
    """A slope and an offset for each way of being found that has enough samples."""
    by_way: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for way, raw, right in samples:
        by_way[way].append((raw, right))
    curves = {}
    for way, rows in by_way.items():
        answers = [right for _, right in rows]
        if way in _LEFT or len(rows) < _FEWEST or len(set(answers)) < 2:
            continue
        model = LogisticRegression(C=10.0)
        model.fit(np.array([[_logit(raw)] for raw, _ in rows]), answers)
        curves[way] = (float(model.coef_[0, 0]), float(model.intercept_[0]))
    return curves


def _logit(raw: float) -> float:
    held = min(1 - _EDGE, max(_EDGE, raw))
    return log(held / (1 - held))


def curved(curves: Curves, way: str, raw: float) -> float:
    """A raw score as a probability."""
    slope, offset = curves.get(way, (1.0, 0.0))
    return float(1 / (1 + np.exp(-(slope * _logit(raw) + offset))))


def crossed(halves: Sequence[Sequence[Sample]]) -> list[tuple[float, bool]]:
    """Each half's samples scored by curves of the other half."""
    found = []
    for here, there in ((0, 1), (1, 0)):
        curves = fitted(halves[there])
        found += [(curved(curves, way, raw), right) for way, raw, right in halves[here]]
    return found


def write(curves: Curves, out: Path) -> None:
    """Renews the curves of ``scores.toml``; those that were not fitted stay as they are."""
    lines: list[Any] = []
    for line in out.read_text(encoding="utf-8").splitlines():
        way = line.split(" = ", 1)[0]
        if way in curves:
            slope, offset = curves[way]
            line = f"{way} = {{ slope = {slope:.3f}, offset = {offset:.3f} }}"
        lines.append(line)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def samples(articles: Sequence[Read], gold: Sequence[Row]) -> list[list[Sample]]:
    """For each article what its outermost drafts scored, and whether they were right: as a whole
    (the corpus's ``linked``), and part by part for those that the trained reader found."""
    measures = scorer_module()
    found = []
    for (article, reading, encoding), row in zip(articles, gold, strict=True):
        settled = drafts_of(article, reading, encoding, all_of_them=True)
        drafts = [draft for draft, parent in settled if parent is None]
        text = measures.Article(article.text)
        ours = [text.attribution(_row(article.text, draft)) for draft in drafts]
        theirs = [text.attribution(one) for one in row["attributions"]]
        right = {place for _, place, _ in measures.linked_pairs(theirs, ours)}
        rows = [
            (way_of(draft, alone=encoding is None), draft.score, place in right)
            for place, draft in enumerate(drafts)
        ]
        paired = {place: theirs[i] for i, place, _ in measures.pair_attributions(theirs, ours)}
        for place, draft in enumerate(drafts):
            if draft.parts is not None:
                rows += _parts(measures, draft.parts, ours[place], paired.get(place))
        found.append(rows)
    return found


def _parts(
    measures: Any, raw: tuple[float, float, float], ours: Row, theirs: Row | None
) -> list[Sample]:
    cue = theirs is not None and bool(theirs["cue"] & ours["cue"])
    said = theirs is not None and measures.overlap_f1(theirs["content"], ours["content"]) >= 0.5
    rows: list[Sample] = [("cue", raw[0], cue), ("content", raw[2], said)]
    if theirs is not None and said:
        rows.append(("source", raw[1], bool(measures.source_agrees(theirs, ours))))
    return rows


def _row(text: str, draft: Draft) -> Row:
    return {
        "source": [[draft.source.start, draft.source.end]] if draft.source else [],
        "cue": [[draft.cue.start, draft.cue.end]] if draft.cue else [],
        "content": [with_marks(text, content) for content in draft.contents],
    }
