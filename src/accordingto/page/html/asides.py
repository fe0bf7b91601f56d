"""What stands beside the text and is a part of it all the same, and the reverse: the box of a fact
check, and passages of the text that are set once more in large type; and the wall behind which
the text goes on."""

from functools import cache

from accordingto.page.html.scene import Scene
from accordingto.page.html.vocabulary import bits
from accordingto.tables import table

_QUOTE = bits("quote")
_SITE = bits("nav", "footer", "consent", "newsletter", "comment", "social", "ad", "related")
_LABEL = 30  # characters in front of the colon
_BOX = 8  # blocks of a box at most
_BELOW = 6  # blocks below the text
_WALL_WORDS = 40
_PULLED = (4, 45)  # words
_LEAST = 20  # characters that a passage has in common with the text
_MOST = 20  # passages that are looked for
_MARKS = " \"'“”„‟«»‹›‘’.…"


def verdicts(scene: Scene) -> frozenset[int]:
    """The blocks of a box that names a claim and the verdict on it."""
    claim = verdict = -1
    start = max(0, scene.headline.block)
    for index in range(start, min(scene.last + 3, len(scene.tree.blocks))):
        block = scene.tree.blocks[index]
        opened, mark, _ = block.text[: _LABEL + 1].partition(":")
        if not mark or block.near & _SITE:
            continue
        label = opened.lower().strip()
        if label in _labels()["claim"]:
            claim = index
        elif label in _labels()["verdict"] and 0 <= claim < index <= claim + _BOX:
            verdict = index
            break
    if verdict < 0:
        return frozenset()
    first, last = claim, verdict
    box = _around_both(scene, claim, verdict)
    while last + 1 < len(scene.tree.blocks) and box and last < first + _BOX:
        if not _is_below(scene, last + 1, box):
            break
        last += 1
    # What holds the text as well is no box.
    last = last if last - first < _BOX and not first <= scene.opening <= last else verdict
    return frozenset(range(first, last + 1))


@cache
def _labels() -> dict[str, frozenset[str]]:
    lists = table("accordingto.page.html", "asides.toml")
    return {key: frozenset(words) for key, words in lists.items()}


def _around_both(scene: Scene, first: int, second: int) -> int:
    """The innermost element around two blocks."""
    parents, blocks = scene.tree.parents, scene.tree.blocks
    one, other = blocks[first].element, blocks[second].element
    while one != other:  # elements are numbered in the order of their start tags
        if one > other:
            one = parents[one]
        else:
            other = parents[other]
    return max(0, one)


def _is_below(scene: Scene, index: int, element: int) -> bool:
    at = scene.tree.blocks[index].element
    while at > element:
        at = scene.tree.parents[at]
    return at == element


def is_walled(scene: Scene) -> bool:
    """True where a line right below the text says that more of it is not free to read."""
    below = scene.tree.blocks[scene.last + 1 : scene.last + 1 + _BELOW] if scene.last >= 0 else []
    lines = [block.text.lower() for block in below if block.words <= _WALL_WORDS]
    return any(phrase in line for line in lines for phrase in _labels()["paywall"])


def pulled(scene: Scene, marks: list[int]) -> frozenset[int]:
    """Passages named quotations that only repeat what the running text has elsewhere. ``marks``
    are of the running text."""
    blocks = scene.tree.blocks
    low, high = _PULLED
    likely = [
        index
        for index in marks
        if blocks[index].near & _QUOTE and low <= blocks[index].words <= high
    ]
    if not likely or len(likely) > _MOST:
        return frozenset()
    others = sorted(set(marks).difference(likely))
    text = "\n".join([blocks[index].text for index in others]).casefold()
    cores = {index: blocks[index].text.strip(_MARKS).casefold() for index in likely}
    return frozenset(i for i, core in cores.items() if len(core) >= _LEAST and core in text)
