"""Which blocks of a page are running text, as its gold body says."""

import re
from dataclasses import dataclass

from benchmarks.corpora import Row

from accordingto.page.html.tree import Block

_WORD = re.compile(r"\w+")
_RUN = 4  # words; the runs by which the corpus's scorer compares bodies
_LONGEST = 150  # words; a page with a single huge block must not drown the others
_BASE = 4  # words
_SHORTEST_PAGE = 60  # words
_EACH = 0.08  # weight of any block, so that short lines count for more than their words
_MARKED = 0.3  # weight of a block on a page where only some passages are known
Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """``text`` is true for running text, ``None`` where the gold does not say; ``weight`` is the
    block's share of its page's words, so that each page counts about the same."""

    text: bool | None
    weight: float


UNKNOWN = Label(None, 0.0)


def label_blocks(gold: Row, blocks: list[Block]) -> list[Label]:
    """One label a block, from the gold body or, where there is none, from marked passages."""
    if gold.get("body"):
        return _by_body(gold, blocks)
    return _by_passages(gold, blocks)


def _by_body(gold: Row, blocks: list[Block]) -> list[Label]:
    words = _WORD.findall(gold["body"])
    body = _runs(words)
    whole = _runs(_WORD.findall(gold.get("body_with_lead") or gold["body"]))
    lines = {_bare(line) for line in [*gold["body"].split("\n"), *(gold.get("paragraphs") or [])]}
    leads = {_bare(line) for line in gold.get("lead") or []}
    size = max(_SHORTEST_PAGE, len(words))
    found = []
    for block in blocks:
        own = _WORD.findall(block.text)
        share = _share(own, body, lines)
        standfirst = share < 0.5 and (
            " ".join(own) in leads or (len(own) >= _RUN and _part(_runs(own), whole) > 0.6)
        )
        if not own or standfirst:
            found.append(UNKNOWN)
            continue
        # A block that is text in part says little on either side.
        doubt = 1.0 if share > 0.8 or share < 0.2 else 0.3
        weight = (min(len(own), _LONGEST) + _BASE) / size + _EACH
        found.append(Label(share >= 0.5, doubt * weight))
    return found


def _share(words: list[str], body: set[Run], lines: set[str]) -> float:
    """How much of a block stands in the body: by runs of words; a short block by whole lines."""
    if len(words) < _RUN:
        return float(" ".join(words) in lines)
    return _part(_runs(words), body)


def _by_passages(gold: Row, blocks: list[Block]) -> list[Label]:
    inside = [_squeezed(x) for x in gold.get("with") or []]
    outside = [_squeezed(x) for x in gold.get("without") or []]
    found = []
    for block in blocks:
        text, words = block.text, len(_WORD.findall(block.text))
        if any(x in text for x in inside) or (words > 5 and any(text in x for x in inside)):
            found.append(Label(True, _MARKED))
        elif any(x in text for x in outside) or (words > 2 and any(text in x for x in outside)):
            found.append(Label(False, _MARKED))
        else:
            found.append(UNKNOWN)
    return found


def _runs(words: list[str]) -> set[Run]:
    if not words:
        return set()
    return {tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}


def _part(own: set[Run], other: set[Run]) -> float:
    return len(own & other) / len(own) if own else 0.0


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(text))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
