"""Pages as the fit sees them: the features and the label of each block."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from accordingto.page.html.features import Group, features
from accordingto.page.html.read import look_at
from accordingto.page.html.tree import Tree
from training.page.labels import Label, label_blocks
from training.page.pages import CorpusPage


@dataclass(frozen=True, slots=True)
class Example:
    """One page: for each block the names of the features that hold, and its label."""

    id: str
    news: bool
    half: int
    group: int
    tree: Tree
    features: list[tuple[Group, ...]]
    labels: list[Label]


def examples(pages: Iterable[CorpusPage]) -> Iterator[Example]:
    """Each page seen as the page stage sees it before anything is scored."""
    for page in pages:
        tree, seen = look_at(page.capture)
        yield Example(
            id=page.gold["id"],
            news=bool(page.gold["news"]),
            half=page.half,
            group=page.group,
            tree=tree,
            features=features(tree, seen),
            labels=label_blocks(page.gold, tree.blocks),
        )


def dump(found: Iterable[Example], path: Path) -> int:
    """Writes one JSON object a block (gzip), to be looked at; returns how many."""
    count = 0
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for example in found:
            blocks = zip(example.tree.blocks, example.features, example.labels, strict=True)
            for index, (block, groups, label) in enumerate(blocks):
                names = [name for group in groups for name in group]
                row = {
                    "page": example.id, "half": example.half, "group": example.group,
                    "block": index, "text": block.text[:200], "label": label.text,
                    "weight": round(label.weight, 5), "features": names,
                }  # fmt: skip
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    return count
