"""What is seen of each block: names of features that hold, for a linear score.

Everything is a yes or no, so that a score's reasons can be told in words. A block's names come in
a few groups; the same groups come up again and again, so that what a group weighs need be added
up only once. Time is linear in the number of blocks and elements.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from accordingto.page.html.phrases import held_in, mentions, openings
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
_HOLDS = 60  # words of a block that may hold a fixed phrase of furniture
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


Group = tuple[str, ...]


def features(tree: Tree, page: Page) -> list[tuple[Group, ...]]:
    """The names of the features that hold, in groups, for each block."""
    blocks = tree.blocks
    counts = [word_count(b.text) for b in blocks]
    good = [_is_good(b, n) for b, n in zip(blocks, counts, strict=True)]
    mass = _Mass(tree, good)
    ladders = [_inside(tree, mass, ladder)[0] for ladder in _LADDERS]
    kinds = [_signature(tree, b) for b in blocks]
    kind_mass: Counter[str] = Counter()
    for block, kind, fine in zip(blocks, kinds, good, strict=True):
        if fine:
            kind_mass[kind] += min(len(block.text), _MASS_CAP)
    seen = Counter([b.text for b in blocks])
    marks = [i for i, b in enumerate(blocks) if good[i] and ladders[0][b.element]]
    first, last = (marks[0], marks[-1]) if marks else (0, -1)
    opens = [openings(b.text) for b in blocks]
    held = held_in([b.text for b, n in zip(blocks, counts, strict=True) if n <= _HOLDS])
    holds = [mentions(b.text, n, held) for b, n in zip(blocks, counts, strict=True)]
    titles = _titles(blocks, counts, opens, holds)
    found: list[tuple[Group, ...]] = []
    for index, block in enumerate(blocks):
        count = counts[index]
        kin = _bucket(kind_mass[kinds[index]] / mass.total, _SHARES)
        before = index > 0 and good[index - 1]
        after = index + 1 < len(good) and good[index + 1]
        span = "within" if first <= index <= last else "before" if index < first else "behind"
        found.append(
            (
                _own(block, count, opens[index], holds[index]),
                _placed(tree, mass, ladders, block, kin),
                _side(before, after, _size(count), span, block.tag in _HEADS),
                _known(index, block, count, page, seen),
                titles[index],
            )
        )
    return found


def _size(words: int) -> int:
    return 0 if words <= 4 else 1 if words <= 15 else 2


def _is_good(block: Block, words: int) -> bool:
    """A block that looks like running text, by itself."""
    return words >= 12 and block.linked < 0.35 * len(block.text) and not block.near & _BAD


def _signature(tree: Tree, block: Block) -> str:
    """What kind of place a block stands in: its element and the one around it."""
    element = block.element
    parent = tree.parents[element]
    return f"{tree.names[element]}<{tree.names[parent] if parent >= 0 else ''}"


def _own(block: Block, words: int, opens: Group, holds: Group) -> Group:
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
        opens,
        holds,
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


def _titles(
    blocks: list[Block], counts: list[int], opens: list[Group], holds: list[Group]
) -> list[Group]:
    """What the nearest heading above each block, and the block right before it, announce."""
    out: list[Group] = []
    kinds: Group = ()
    distance = 0
    before: Group = ()
    for index, block in enumerate(blocks):
        distance += 1
        count = counts[index]
        under = kinds if distance <= _UNDER else ()
        out.append(_announced(under, before, _size(count)) if under or before else ())
        before = opens[index] if count <= 12 else ()
        if block.tag in _HEADS or (count <= 8 and block.strong > 0.9 * len(block.text)):
            said = {*before, *holds[index]} if count <= 12 else set()
            kinds, distance = tuple(sorted(said)), 0
    return out


@lru_cache(maxsize=4096)
def _announced(under: Group, before: Group, size: int) -> Group:
    return (*[f"under:{kind}&{size}" for kind in under], *[f"after:{k}&{size}" for k in before])


@lru_cache(maxsize=16384)
def _place(
    inside: int, shares: tuple[int, int], links: tuple[int, int], kind: int, row: bool, figure: bool
) -> Group:
    out = [
        f"inside:{inside}", f"parent:{shares[0]}", f"above:{shares[1]}",
        f"parent-links:{links[0]}", f"above-links:{links[1]}", f"kind:{kind}",
    ]  # fmt: skip
    if row:
        out.append(f"row:{links[0]}&inside:{inside}")
    if figure:
        out.append("in-figure")
    return tuple(out)


@lru_cache(maxsize=256)
def _side(before: bool, after: bool, size: int, span: str, heading: bool) -> tuple[str, ...]:
    sides = f"sides:{int(before)}{int(after)}"
    out = [sides, f"{sides}&words:{size}", f"span:{span}", f"span:{span}&words:{size}"]
    if heading:
        out += [f"heading&{sides}", f"heading&span:{span}"]
    return tuple(out)


def _placed(tree: Tree, mass: _Mass, ladders: list[list[bool]], block: Block, kind: int) -> Group:
    element = block.element
    parent = max(0, tree.parents[element])
    above = max(0, tree.parents[parent])
    inside = ladders[0][element] + ladders[1][element]
    shares = _bucket(mass.share(parent), _SHARES), _bucket(mass.share(above), _SHARES)
    links = _bucket(mass.density(parent), _LINKS), _bucket(mass.density(above), _LINKS)
    row = block.tag in ("li", "td", "dd")
    return _place(inside, shares, links, kind, row, block.figure >= 0)


def _known(index: int, block: Block, words: int, page: Page, seen: Counter[str]) -> Group:
    distance = index - page.headline if page.headline >= 0 else None
    text = block.text
    described = (
        bool(page.description)
        and words > 4
        and (page.description.startswith(text[:60]) or text.startswith(page.description[:60]))
    )
    named = words > 6 and any(name in text[:120] for name in page.authors)
    agreed = _bucket(page.agreed[index], (0.3, 0.7, 0.95)) if page.agreed else -1
    if distance is not None and not 0 <= distance <= 12:
        distance = -1 if distance < 0 else 13
    coarse = (words <= 8, words <= 15, _size(words))
    return _known_names(distance, described, seen[text] > 1, named, agreed, coarse)


@lru_cache(maxsize=4096)
def _known_names(
    distance: int | None,
    described: bool,
    repeated: bool,
    named: bool,
    agreed: int,
    words: tuple[bool, bool, int],
) -> Group:
    out = []
    if distance is not None:
        out.append(f"headline:{'is' if distance == 0 else 'above' if distance < 0 else 'below'}")
        if 0 < distance <= 12:
            out.append(f"headline-distance:{_bucket(distance, (1, 2, 4, 8))}")
    if described:
        out.append("description")
    if repeated:
        out.append(f"repeated&words:{0 if words[0] else 1}")
    if named:
        out.append(f"names-author&{0 if words[1] else 1}")
    if agreed >= 0:
        out.append(f"stated-body:{agreed}&words:{words[2]}")
    return tuple(out)
