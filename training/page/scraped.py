"""Pages as scraped text: what is visible of them, in the shapes in which people keep it, with
labels of its pieces."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from accordingto.page.html.headline import fold
from accordingto.page.html.read import read_html, visible_lines
from accordingto.page.html.tree import Block
from accordingto.page.plain.columns import Numbers, table_of, title_table
from accordingto.page.plain.context import TEXT, look_at
from accordingto.page.plain.layout import lay_out
from accordingto.page.plain.lines import split_lines
from accordingto.page.plain.pieces import cut
from accordingto.page.plain.score import Scorer
from training.page.labels import Label, label_blocks
from training.page.pages import CorpusPage

_LONGEST = 80_000  # characters
_ARTICLE = frozenset(("headline", "body", "subhead", "standfirst"))
_ABOVE = (0, 0, 2, 5)  # lines that may be left above the headline
_BELOW = (0, 3, 8, 15)  # and below the text


@dataclass(frozen=True, slots=True)
class Scraped:
    """One page in one shape: the table of its pieces, which are running text, and which are the
    headline (empty where that is not known)."""

    id: str
    news: bool
    group: int
    text: str
    table: Numbers
    labels: list[Label]
    heads: list[bool]


def scraped(pages: Iterable[CorpusPage]) -> Iterator[Scraped]:
    """Each page with a gold body or marked passages in up to four shapes."""
    for page in pages:
        if not (page.gold.get("body") or page.gold.get("with")):
            continue
        for text, headed in dict(shapes(page)).items():
            if text.strip() and len(text) <= _LONGEST:
                yield _scraped(page, text, headed=headed)


def shapes(page: CorpusPage) -> Iterator[tuple[str, bool]]:
    """All that is visible, a line for each block; the same with menus on one line and blank lines
    between; the article with a few lines around it; its text alone. With each whether a headline
    may be in it."""
    yield "\n".join(visible_lines(page.capture)), True
    article = read_html(page.capture)
    lines = [segment.span.of(article.text) for segment in article.segments]
    yield "\n\n".join(lines), True
    roles = [segment.role for segment in article.segments]
    core = [index for index, role in enumerate(roles) if role in _ARTICLE]
    if core:
        chance = random.Random(page.gold["id"])
        head = roles.index("headline") if "headline" in roles else core[0]
        first = max(0, min(head, core[-1]) - chance.choice(_ABOVE))
        past = core[-1] + 1 + chance.choice(_BELOW)
        blank = chance.choice(("\n", "\n\n"))
        yield blank.join(lines[first:past]), True
        text = [index for index, role in enumerate(roles) if role in ("body", "subhead")]
        yield blank.join([lines[index] for index in text]), False


def _scraped(page: CorpusPage, text: str, *, headed: bool) -> Scraped:
    pieces = cut(text, split_lines(text))
    traits, echo, layout = look_at(text, pieces)
    blocks = [Block(t.text, "p", 0, 0, 0, 0, ()) for t in traits]
    told = fold(page.gold.get("headline") or "")
    heads = [headed and fold(t.text) == told for t in traits]
    return Scraped(
        id=page.gold["id"],
        news=bool(page.gold["news"]),
        group=page.group,
        text=text,
        table=table_of(pieces, traits, echo, layout),
        labels=label_blocks(page.gold, blocks),
        heads=heads if (told and any(heads)) or not headed else [],
    )


def with_titles(text: Scraped, scorer: Scorer) -> Numbers:
    """The table of the pieces with what is asked of headlines, as ``scorer`` tells the text."""
    pieces = cut(text.text, split_lines(text.text))
    traits, echo, _ = look_at(text.text, pieces)
    chances = scorer.chances(text.table)
    layout = lay_out(pieces, traits, echo, [chance >= TEXT for chance in chances])
    return np.concatenate([text.table, title_table(traits, echo, layout, chances)])
