"""Which blocks between headline and body are the article's summary."""

from accordingto.page.dates import parse_date
from accordingto.page.html.headline import agreement, fold
from accordingto.page.html.scene import HEADS, Scene
from accordingto.page.html.tree import Block
from accordingto.page.html.vocabulary import bits

_STANDFIRST = bits("standfirst")
_CAPTION = bits("caption")
_BYLINE = bits("byline")
_OVER = 5  # blocks below the headline in which the byline stands
_FURNITURE = bits(
    "nav", "footer", "consent", "newsletter", "comment", "social", "ad", "poll", "caption",
    "credit", "bio", "related",
)  # fmt: skip
_WORDS = (5, 120)
_STAMP = 10  # words; a line as short that holds a date is a date stamp
_REACH = 12  # blocks below the headline in which its summary may stand
_POINTS = (2, 8)  # items of a list that sums up
_POINT_WORDS = (4, 45)
_READ = 200  # characters of running text below which no list sums up any more
_SOME_WORDS = 8


def find_standfirsts(scene: Scene, marks: list[int]) -> frozenset[int]:
    """Indices of blocks that are set apart as a summary. ``marks`` are of the running text."""
    head = scene.headline.block
    if not marks:
        return frozenset()
    start = head + 1 if 0 <= head < marks[min(2, len(marks) - 1)] else max(0, marks[0] - 6)
    found: list[int] = []
    for index in range(start, min(start + 25, len(scene.tree.blocks))):
        block = scene.tree.blocks[index]
        if _is_standfirst(scene, index, block):
            found.append(index)
        elif scene.running(index) and block.words >= 12:
            break
        if len(found) >= 3:
            break
    found += [i for i in _points(scene, start) if i not in found]
    found = found or _over_byline(scene)
    # A page whose running text is all marked so has no standfirst.
    rest = (i for i in marks if i not in found and scene.tree.blocks[i].words >= 12)
    return frozenset(found) if next(rest, None) is not None else frozenset()


def _over_byline(scene: Scene) -> list[int]:
    """What stands alone between headline and byline, where more text follows."""
    head, blocks = scene.headline.block, scene.tree.blocks
    found: list[int] = []
    for index in range(head + 1, min(head + 1 + _OVER, len(blocks)) if head >= 0 else 0):
        block = blocks[index]
        if block.own & _BYLINE and block.words <= _STAMP:
            return found if len(found) == 1 else []
        if scene.running(index) and block.words >= _SOME_WORDS:
            found.append(index)
    return []


def _points(scene: Scene, start: int) -> list[int]:
    """The items of a list right below the headline, with no heading of its own."""
    if scene.headline.block < 0:
        return []
    found: list[int] = []
    read = 0
    for index in range(start, min(start + _REACH + _POINTS[1], len(scene.tree.blocks))):
        block = scene.tree.blocks[index]
        if block.tag == "li" and _is_point(scene, block, found):
            found.append(index)
        elif found or block.tag in HEADS:
            break
        elif scene.running(index) and block.words >= _SOME_WORDS:
            read += len(block.text)
            if read > _READ:
                break
    below = scene.tree.blocks[found[-1] + 1 :] if found else []
    return found if _POINTS[0] <= len(found) <= _POINTS[1] and below else []


def _is_point(scene: Scene, block: Block, found: list[int]) -> bool:
    low, high = _POINT_WORDS
    if not low <= block.words <= high or block.linked > 0.3 * len(block.text):
        return False
    if block.flags & _FURNITURE or block.opens:
        return False
    parents = scene.tree.parents
    return not found or parents[block.element] == parents[scene.tree.blocks[found[0]].element]


def _is_standfirst(scene: Scene, index: int, block: Block) -> bool:
    words = block.words
    low, high = _WORDS
    if not low <= words <= high or block.linked > 0.4 * len(block.text):
        return False
    if words <= _STAMP and parse_date(block.text, day_first=None) is not None:
        return False
    if block.tag == "figcaption" or (block.near & _CAPTION and block.figure >= 0):
        return False
    named = bool(block.own & _STANDFIRST)
    if block.near & _FURNITURE and not named:
        return False
    if scene.repeats_headline(block) or (block.opens and not named):
        return False
    if named:
        return True
    beside = 0 <= index - scene.headline.block <= 3
    if beside and (block.near & _STANDFIRST or (block.tag in ("h2", "h3") and words >= 8)):
        return True
    if words < 8:
        return False
    below = scene.headline.block < index <= scene.headline.block + _REACH
    apart = scene.tree.parents[block.element] != scene.home
    if scene.running(index) and not apart:
        # The first question of an interview is none.
        bold = block.strong > 0.9 * len(block.text) and not scene.bold
        return bold and below and block.text[-1] not in "?？؟"
    return below and apart and _is_description(scene, block)


def _is_description(scene: Scene, block: Block) -> bool:
    """True where the page's own description is this very text."""
    words = fold(block.text)
    for _, text in scene.stated.descriptions[:3]:
        told = fold(text)
        # Descriptions are often cut off in the middle.
        if agreement(words, told) > 0.85 or (len(told) > 8 and words[: len(told) - 2] == told[:-2]):
            return True
    return False
