"""What is seen of each block: names of features that hold, for a linear score.

Everything is a yes or no, so that a score's reasons can be told in words. Time is linear in
the number of blocks and elements.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from accordingto.page.html.phrases import mentions, openings
from accordingto.page.html.tree import Block, Tree
from accordingto.page.html.vocabulary import bits, labels

_DIGIT = re.compile(r"\d")
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[:.h]\d\d(?!\d)")
_SENTENCE_END = frozenset(".!?…。！？\"”»’')]؟।")
_BAD = bits(
    "nav", "footer", "related", "comment", "social", "newsletter", "ad", "consent", "caption",
    "credit", "bio", "tags", "poll",
)  # fmt: skip
_KNOWN_TAGS = frozenset(
    ("p", "li", "div", "h1", "h2", "h3", "h4", "h5", "td", "blockquote", "figcaption", "section",
     "article", "dt", "dd", "header", "button", "th", "pre", "form", "body")
)  # fmt: skip
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MASS_CAP = 600  # characters; one giant block must not stand for a page
_LADDERS = (0.6, 0.85)
_UNDER = 12  # blocks that a heading is taken to announce


@dataclass(slots=True)
class Page:
    """What the features need beyond the blocks. ``agreed`` has the shares of each block's words
    that stand in a stated article body (empty where none is stated), ``authors`` the stated
    names of persons."""

    headline: int
    description: str
    agreed: list[float]
    authors: tuple[str, ...] = ()


def word_count(text: str) -> int:
    """Words, with a guess for scripts that write none apart."""
    blanks = text.count(" ") + 1
    return len(text) // 3 if len(text) > 15 * blanks else blanks


def _bucket(value: float, edges: tuple[float, ...]) -> int:
    """The index of the first edge that is not below ``value``."""
    return bisect_left(edges, value)


_WORDS = (1, 2, 4, 8, 15, 30, 60)
_LINKS = (0.0, 0.2, 0.5, 0.8)
_SHARES = (0.0, 0.05, 0.15, 0.35, 0.6, 0.85)


class _Mass:
    """How much running text lies below each element."""

    def __init__(self, tree: Tree, good: list[bool]) -> None:
        count = len(tree.parents)
        self.text = [0.0] * count
        self.all = [0] * count
        self.linked = [0] * count
        for block, fine in zip(tree.blocks, good, strict=True):
            self.all[block.element] += len(block.text)
            self.linked[block.element] += block.linked
            if fine:
                self.text[block.element] += min(len(block.text), _MASS_CAP)
        for element in range(count - 1, 0, -1):
            parent = tree.parents[element]
            self.text[parent] += self.text[element]
            self.all[parent] += self.all[element]
            self.linked[parent] += self.linked[element]
        self.total = self.text[0] or 1.0

    def share(self, element: int) -> float:
        return self.text[element] / self.total if element >= 0 else 0.0

    def density(self, element: int) -> float:
        return self.linked[element] / self.all[element] if self.all[element] else 0.0


def _inside(tree: Tree, mass: _Mass, ladder: float) -> tuple[list[bool], int]:
    """For each element whether it lies in the innermost one that holds ``ladder`` of the mass."""
    best = [-1] * len(tree.parents)
    for element in range(1, len(tree.parents)):
        parent = tree.parents[element]
        if mass.share(element) >= ladder and best[parent] < 0:
            best[parent] = element
    root = 0
    while best[root] >= 0:
        root = best[root]
    inside = [False] * len(tree.parents)
    inside[root] = True
    for element in range(root + 1, len(tree.parents)):
        inside[element] = inside[tree.parents[element]]
    return inside, root


def features(tree: Tree, page: Page) -> list[list[str]]:
    """The names of the features that hold, one list a block."""
    counts = [word_count(b.text) for b in tree.blocks]
    good = [_is_good(b, n) for b, n in zip(tree.blocks, counts, strict=True)]
    mass = _Mass(tree, good)
    ladders = [_inside(tree, mass, ladder)[0] for ladder in _LADDERS]
    kinds = [_signature(tree, b) for b in tree.blocks]
    kind_mass: Counter[str] = Counter()
    for block, kind, fine in zip(tree.blocks, kinds, good, strict=True):
        kind_mass[kind] += min(len(block.text), _MASS_CAP) if fine else 0
    seen: Counter[str] = Counter(b.text for b in tree.blocks)
    marks = [
        i
        for i, (b, g) in enumerate(zip(tree.blocks, good, strict=True))
        if g and ladders[0][b.element]
    ]
    first, last = (marks[0], marks[-1]) if marks else (0, -1)
    titles = _titles(tree, counts)
    found = []
    for index, block in enumerate(tree.blocks):
        own = list(_own(block, counts[index]))
        own += _placed(tree, mass, ladders, block)
        own.append(f"kind:{_bucket(kind_mass[kinds[index]] / mass.total, _SHARES)}")
        own += _around(index, block, counts, good, first, last)
        own += _known(index, block, counts[index], page, seen)
        own += titles[index]
        found.append(own)
    return found


def _is_good(block: Block, words: int) -> bool:
    """A block that looks like running text, by itself."""
    return words >= 12 and block.linked < 0.35 * len(block.text) and not block.near & _BAD


def _signature(tree: Tree, block: Block) -> str:
    """What kind of place a block stands in: its element and the one around it."""
    element = block.element
    parent = tree.parents[element]
    return f"{tree.names[element]}<{tree.names[parent] if parent >= 0 else ''}"


def _own(block: Block, words: int) -> tuple[str, ...]:
    text = block.text
    size = _bucket(words, _WORDS)
    coarse = 0 if size <= 2 else 1 if size <= 4 else 2
    start = text[:80]
    return _own_names(
        block.tag if block.tag in _KNOWN_TAGS else "other",
        size,
        _bucket(block.linked / len(text), _LINKS),
        "stop" if text[-1] in _SENTENCE_END else "colon" if text[-1] == ":" else "open",
        coarse,
        (block.near, block.flags & ~block.near, block.own),
        (
            block.strong > 0.9 * len(text),
            text.isupper(),
            text[0].islower(),
            not start.isalpha() and len(_DIGIT.findall(start)) > 0.25 * len(start),
            words <= 8 and _DATED.search(text) is not None,
        ),
        openings(text),
        mentions(text, words),
    )


@lru_cache(maxsize=32768)
def _own_names(
    tag: str,
    size: int,
    links: int,
    ends: str,
    coarse: int,
    flags: tuple[int, int, int],
    looks: tuple[bool, bool, bool, bool, bool],
    opens: tuple[str, ...],
    holds: tuple[str, ...],
) -> tuple[str, ...]:
    """Names of what is seen of a block by itself. Kept, as most combinations come up again."""
    near, far, own = flags
    strong, capitals, lower, digits, dated = looks
    out = [
        f"tag:{tag}", f"words:{size}", f"links:{links}", f"ends:{ends}",
        f"words:{size}&ends:{ends}", f"words:{size}&links:{links}", f"tag:{tag}&words:{coarse}",
        f"tag:{tag}&links:{links}",
    ]  # fmt: skip
    out += labels("near:", near)
    if coarse == 2:
        out += labels("long near:", near)
    out += labels("far:", far)
    out += labels("own:", own)
    if strong:
        out.append(f"strong&words:{coarse}")
    if capitals:
        out.append("capitals")
        if links >= 4:
            out.append(f"capitals&linked&{coarse}")
    if lower:
        out.append("lower-start")
    if digits:
        out.append("digits")
    if dated:
        out.append("dated")
    out += [f"opens:{kind}&{coarse}" for kind in opens]
    out += [f"holds:{kind}&{coarse}" for kind in holds]
    return tuple(out)


def _titles(tree: Tree, counts: list[int]) -> list[list[str]]:
    """What the nearest heading above each block, and the block right before it, announce."""
    out: list[list[str]] = []
    kinds: list[str] = []
    distance = 0
    before: tuple[str, ...] = ()
    for index, block in enumerate(tree.blocks):
        distance += 1
        names = []
        size = 0 if counts[index] <= 4 else 1 if counts[index] <= 15 else 2
        if kinds and distance <= _UNDER:
            names += [f"under:{kind}&{size}" for kind in kinds]
        names += [f"after:{kind}&{size}" for kind in before]
        heading = block.tag in _HEADS or (
            counts[index] <= 8 and block.strong > 0.9 * len(block.text)
        )
        short = counts[index] <= 12
        own = openings(block.text) if short else ()
        before = own
        if heading:
            said = {*own, *mentions(block.text, counts[index])} if short else set()
            kinds, distance = sorted(said), 0
        out.append(names)
    return out


@lru_cache(maxsize=4096)
def _place(inside: int, shares: tuple[int, int], links: tuple[int, int]) -> tuple[str, ...]:
    return (
        f"inside:{inside}", f"parent:{shares[0]}", f"above:{shares[1]}",
        f"parent-links:{links[0]}", f"above-links:{links[1]}",
    )  # fmt: skip


@lru_cache(maxsize=256)
def _side(before: bool, after: bool, size: int, span: str, heading: bool) -> tuple[str, ...]:
    sides = f"sides:{int(before)}{int(after)}"
    out = [sides, f"{sides}&words:{size}", f"span:{span}", f"span:{span}&words:{size}"]
    if heading:
        out += [f"heading&{sides}", f"heading&span:{span}"]
    return tuple(out)


def _placed(tree: Tree, mass: _Mass, ladders: list[list[bool]], block: Block) -> list[str]:
    element = block.element
    parent = max(0, tree.parents[element])
    above = max(0, tree.parents[parent])
    inside = sum([ladder[element] for ladder in ladders])
    shares = _bucket(mass.share(parent), _SHARES), _bucket(mass.share(above), _SHARES)
    links = _bucket(mass.density(parent), _LINKS), _bucket(mass.density(above), _LINKS)
    out = list(_place(inside, shares, links))
    if block.tag in ("li", "td", "dd"):
        out.append(f"row:{links[0]}&inside:{inside}")
    if block.figure >= 0:
        out.append("in-figure")
    return out


def _around(
    index: int, block: Block, counts: list[int], good: list[bool], first: int, last: int
) -> tuple[str, ...]:
    before = good[index - 1] if index else False
    after = good[index + 1] if index + 1 < len(good) else False
    size = 0 if counts[index] <= 4 else 1 if counts[index] <= 15 else 2
    span = "within" if first <= index <= last else "before" if index < first else "behind"
    return _side(before, after, size, span, block.tag in _HEADS)


def _known(index: int, block: Block, words: int, page: Page, seen: Counter[str]) -> list[str]:
    out = []
    if page.headline >= 0:
        side = "is" if index == page.headline else "above" if index < page.headline else "below"
        out.append(f"headline:{side}")
        distance = index - page.headline
        if 0 < distance <= 12:
            out.append(f"headline-distance:{_bucket(distance, (1, 2, 4, 8))}")
    if page.description and words > 4:
        start = block.text[:60]
        if page.description.startswith(start) or block.text.startswith(page.description[:60]):
            out.append("description")
    if seen[block.text] > 1:
        out.append(f"repeated&words:{0 if words <= 8 else 1}")
    if words > 6 and any(name in block.text[:120] for name in page.authors):
        out.append(f"names-author&{0 if words <= 15 else 1}")
    if page.agreed:
        size = 0 if words <= 4 else 1 if words <= 15 else 2
        out.append(f"stated-body:{_bucket(page.agreed[index], (0.3, 0.7, 0.95))}&words:{size}")
    return out
