"""Pages as the fit sees them: the table and the labels of their blocks."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from accordingto.page.html.columns import Seen, column_names
from accordingto.page.html.read import look_at
from training.page.labels import Label, label_blocks
from training.page.pages import CorpusPage


@dataclass(frozen=True, slots=True)
class Example:
    """One page: what is seen of its blocks, their texts and labels."""

    id: str
    news: bool
    group: int
    seen: Seen
    texts: list[str]
    labels: list[Label]


def examples(pages: Iterable[CorpusPage]) -> Iterator[Example]:
    """Each page seen as the page stage sees it before anything is scored; those without any
    block left out."""
    for page in pages:
        tree, told = look_at(page.capture)
        if not tree.blocks:
            continue
        yield Example(
            id=page.gold["id"],
            news=bool(page.gold["news"]),
            group=page.group,
            seen=Seen(tree, told),
            texts=[block.text for block in tree.blocks],
            labels=label_blocks(page.gold, tree.blocks),
        )


def dump(found: Iterable[Example], path: Path) -> int:
    """Writes one JSON object a block (gzip), to be looked at; returns how many."""
    count = 0
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for example in found:
            rows = zip(
                example.texts,
                example.seen.table(slice(None)).T.tolist(),
                example.labels,
                strict=True,
            )
            for index, (text, values, label) in enumerate(rows):
                row = {
                    "page": example.id, "group": example.group, "block": index, "text": text[:200],
                    "label": label.text, "weight": round(label.weight, 5),
                    "columns": {n: v for n, v in zip(column_names(), values, strict=True) if v},
                }  # fmt: skip
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    return count
