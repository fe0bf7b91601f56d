"""The article's headline: the visible block that agrees best with what the page states."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from accordingto.page.html.metadata import Stated, vocabulary
from accordingto.page.html.tree import Block, Tree
from accordingto.page.html.vocabulary import bits

_CUT = re.compile(r"\s+[|–—•·»«:-]+\s+|\s*[|»«]\s*")
_TOKEN = re.compile(r"\w+")
_BLANKS = re.compile(r"\s+")
OPENS_TITLE = "the beginning of a stated title"
_MOST_TITLES = 12
_SHORTEST = 6  # characters of a heading that opens a title
_SET_OFF = frozenset("_|-–—·•｜－―丨")
_APOSTROPHES = re.compile(r"['’‘`´]")
_MOST_WORDS = 45
_LONGEST = 400  # characters
# How much shorter or longer than a stated title a block may be, set as a heading or not.
_FORMED, _UNFORMED = (0.2, 5.0), (0.6, 1.7)
_AGREES = 0.6
_FEW_WORDS = 4  # fewer are the name of a site or section
_LONG = 20  # characters of a headline behind a kicker
_KICKER = re.compile(r"[^:|]{3,60}?(?::|\s[|–—-])\s+")
_LABEL = re.compile(r"\s+[|–—]\s+([^|–—]{3,30})$")
_JOINED = (":", "–", "—", "-", "|")
_ALIKE = 0.3  # two kickers that agree more are wordings of one headline's first half
_KICKER_NAME = bits("kicker")
_NAV = bits("nav")
_FURNITURE = bits("nav", "footer", "related", "comment", "consent", "newsletter", "ad")
_NAMED = bits("headline")


@dataclass(slots=True)
class Headline:
    """``block`` is the index of the visible headline, or -1; ``score`` its agreement."""

    text: str | None
    block: int
    score: float
    reason: str


def fold(text: str) -> list[str]:
    """Words without case and apostrophes, for comparing."""
    # Headlines, and what is about as long, are compared again and again.
    return [*_folded_line(text)] if len(text) <= _LONGEST else _folded(text)


@lru_cache(maxsize=1024)
def _folded_line(text: str) -> tuple[str, ...]:
    return tuple(_folded(text))


def _folded(text: str) -> list[str]:
    if text.isascii():  # the same, sooner
        return _TOKEN.findall(text.lower().replace("'", "").replace("`", ""))
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\xad", "")
    return _TOKEN.findall(_APOSTROPHES.sub("", folded))


def agreement(first: list[str], second: list[str]) -> float:
    """F1 of two multisets of words."""
    left: dict[str, int] = {}
    for word in second:
        left[word] = left.get(word, 0) + 1
    common = 0
    for word in first:
        if left.get(word):
            left[word] -= 1
            common += 1
    return 2 * common / (len(first) + len(second)) if common else 0.0


def _best_agreement(words: Counter[str], titles: list[Counter[str]]) -> float:
    """The same as ``agreement`` with the title that agrees most, for words counted already."""
    size, best = words.total(), 0.0
    for title in titles:
        common = 0
        for word, count in words.items():
            if word in title:
                common += min(count, title[word])
        best = max(best, 2 * common / (size + title.total()))
    return best


def without_site(title: str, outlets: list[str]) -> str:
    """A title element without the site's name at its end (or at its start)."""
    pieces = list(_CUT.finditer(title))
    if not pieces:
        return title
    names = {"".join(fold(o)) for o in outlets if o}
    head, tail = title[: pieces[-1].start()], title[pieces[-1].end() :]
    first, rest = title[: pieces[0].start()], title[pieces[0].end() :]
    if _is_site(tail, names):
        shorter = without_site(head, outlets) if len(pieces) > 1 else head
        return shorter if len(fold(shorter)) >= 3 else head
    if _is_site(first, names) and len(fold(rest)) >= 3:
        return rest
    return title


def _is_site(piece: str, names: set[str]) -> bool:
    bare = "".join(fold(piece))
    return bool(bare) and any(bare == n or (len(n) > 3 and (n in bare or bare in n)) for n in names)


def site_names(stated: Stated, url: str | None) -> list[str]:
    """Names the site may call itself, its address among them."""
    names = [name for _, name in stated.outlets]
    host = re.match(r"(?:https?:)?//(?:www\.|m\.)?([^/:?#]+)", url or "")
    if host:
        parts = host[1].split(".")
        names += [host[1], parts[-2] if len(parts) > 1 else parts[0]]
    return list(dict.fromkeys(n for n in names if n))


def find_headline(tree: Tree, stated: Stated, url: str | None) -> Headline:
    """The headline, from the visible block if one agrees with the stated titles."""
    outlets = site_names(stated, url)
    titles = [without_site(t, outlets) for _, t in stated.titles]
    folded = [Counter(f) for t in dict.fromkeys(titles) if (f := fold(t))]
    best = _most_agreeing(tree, _Titles(folded, [len(t) for t in titles]))
    if best.score >= _AGREES:
        best = _behind_the_path(tree, best)
        best.text = without_label(without_kicker(_visible(best.text or ""), titles))
        return best
    opening = _opens_title(tree, stated)
    if opening is not None:
        return Headline(_visible(tree.blocks[opening].text), opening, 0.9, OPENS_TITLE)
    fallback = _only_heading(tree)
    if fallback is not None and len(fold(tree.blocks[fallback].text)) >= _FEW_WORDS:
        # What is set over the text is its headline, whatever is stated for search engines.
        return Headline(tree.blocks[fallback].text, fallback, 0.6, "the only main heading")
    fallback = _first_heading(tree)
    only_title = all(where == "title" for where, _ in stated.titles)
    if fallback is not None and only_title and len(fold(tree.blocks[fallback].text)) >= _FEW_WORDS:
        # Old systems give each of their pages the site's name as its title.
        return Headline(tree.blocks[fallback].text, fallback, 0.5, "first main heading")
    if titles and (fallback is None or folded):
        return Headline(titles[0], -1, 0.5, "stated, not seen in the text")
    if fallback is not None:
        return Headline(tree.blocks[fallback].text, fallback, 0.4, "first main heading")
    return Headline(titles[0] if titles else None, -1, 0.2, "stated only")


def _most_agreeing(tree: Tree, titles: "_Titles") -> Headline:
    best = Headline(None, -1, 0.0, "none")
    if not titles.folded:
        return best
    low, high = _FORMED[0] * min(titles.lengths), _FORMED[1] * max(titles.lengths)
    for index, block in enumerate(tree.blocks):
        # Most blocks are told by their size alone.
        if low < len(block.text) < high and len(block.text) <= _LONGEST:
            score = _block_score(tree, block, titles)
            if score > best.score + 1e-9:
                best = Headline(block.text, index, score, "agrees with the stated title")
    return best


def _visible(text: str) -> str:
    """The text without marks of where a word may be broken."""
    return text.replace("\xad", "")


def _behind_the_path(tree: Tree, found: Headline) -> Headline:
    """The heading that is marked as one right behind the path to the page that repeats a title."""
    if not _in_path(tree, tree.blocks[found.block]):
        return found
    for index in range(found.block + 1, min(found.block + 4, len(tree.blocks))):
        block = tree.blocks[index]
        named = block.own & _NAMED and not block.own & _KICKER_NAME and not block.flags & _NAV
        if block.tag in ("h1", "h2") and named and len(fold(block.text)) >= _FEW_WORDS:
            return Headline(block.text, index, 0.6, "heading behind the path to the page")
    return found


def _in_path(tree: Tree, block: Block) -> bool:
    return bool(block.flags & _NAV) or tree.tags[tree.parents[block.element]] == "li"


def without_kicker(text: str, titles: list[str]) -> str:
    """A heading without the short line that is set in front of it, as the stated titles tell.

    One that they state whole is left whole. Some sites set another kicker in their titles
    ("Fire: Three barges burn" over "Port Velm Three barges burn"): what both end with is the
    headline. A heading that begins with a mark lacks the kicker that a title has.
    """
    words = fold(text)
    for title in titles:
        front = len(text) - len(title)
        if fold(title) == words:
            return title if not text[:1].isalnum() and title.endswith(text) else text
        if 0 < front < 2 * len(title) and text.endswith(title) and not text[front - 1].isalnum():
            return title
        if text[:1] in _JOINED and title.endswith(text):
            return title
        shared = _behind_kickers(text, title)
        if shared:
            return shared
    return text


def _behind_kickers(text: str, title: str) -> str | None:
    """What a heading and a title both have behind kickers that differ; ``None`` where they do not.

    Two halves of one headline that are worded alike are no kickers, unless the heading's is set
    off by nothing but its style.
    """
    cut = _KICKER.match(title)
    told = title[cut.end() :] if cut else ""
    front = text[: len(text) - len(told)].rstrip()
    if len(told) < _LONG or not text.endswith(told) or not 0 < len(front) < len(told):
        return None
    glued = front[-1].isalnum()
    alike = agreement(fold(front), fold(title[: len(title) - len(told)])) >= _ALIKE
    return told if glued or not alike else None


def without_label(text: str) -> str:
    """A heading without the name of a genre that is set behind it ("… | Opinion")."""
    label = _LABEL.search(text)
    if label is not None and label[1].lower() in _labels():
        return text[: label.start()]
    return text


@cache
def _labels() -> frozenset[str]:
    """Names of genres and of sections for opinion, set behind a headline ("… | Opinion")."""
    return frozenset(name for names in vocabulary()["genres"].values() for name in names)


class _Titles:
    """The stated titles: their words, all their words, and their lengths."""

    def __init__(self, folded: list[Counter[str]], lengths: list[int]) -> None:
        self.folded = folded
        self.words = frozenset(word for title in folded for word in title)
        self.lengths = lengths


def _block_score(tree: Tree, block: Block, titles: _Titles) -> float:
    """Agreement with the best stated title, with a little for the form of the block."""
    formed = block.tag in ("h1", "h2") or bool(block.own & _NAMED)
    if not formed and block.tag not in ("h3", "h4", "p", "div", "header"):
        return 0.0
    size = len(block.text)
    low, high = _FORMED if formed else _UNFORMED
    for length in titles.lengths:
        if low * length < size < high * length:
            break
    else:
        return 0.0  # cannot agree well enough
    blanks = block.text.count(" ")
    if blanks > _MOST_WORDS:
        return 0.0
    plain = not formed and blanks > _FEW_WORDS and block.text.isascii()
    # Of so many words one at least stands without a mark where nearly all must agree.
    if plain and titles.words.isdisjoint(block.text.lower().split()):
        return 0.0
    words = fold(block.text)
    if titles.words.isdisjoint(words):
        return 0.0
    found = _best_agreement(Counter(words), titles.folded)
    if found < 0.45 or (found < 0.85 and not formed):
        return 0.0
    found += 0.25 if block.tag == "h1" else 0.1 if formed else 0.0
    if _in_path(tree, block):
        found -= 0.35  # the last step of the path to this page
    elif block.near & _FURNITURE or block.linked > 0.5 * len(block.text):
        found -= 0.2
    return found


def _opens_title(tree: Tree, stated: Stated) -> int | None:
    """A heading that a stated title repeats, with what else it has set off by a mark: scripts
    without blanks show no words to compare."""
    titles = [_BLANKS.sub("", title) for _, title in stated.titles[:_MOST_TITLES]]
    for index, block in enumerate(tree.blocks):
        if block.tag not in ("h1", "h2") or block.flags & _FURNITURE:
            continue
        text = _BLANKS.sub("", block.text)
        behind = [title[len(text) : len(text) + 1] for title in titles if title.startswith(text)]
        if len(text) >= _SHORTEST and not _SET_OFF.isdisjoint(behind):
            return index
    return None


def _only_heading(tree: Tree) -> int | None:
    """The one heading of the first rank on the page, where it is no furniture."""
    found = [i for i, b in enumerate(tree.blocks) if b.tag == "h1" and len(b.text) > 12]
    if len(found) != 1 or tree.blocks[found[0]].flags & _FURNITURE:
        return None
    return found[0]


def _first_heading(tree: Tree) -> int | None:
    """The first heading of the highest rank (one or two) that is no furniture."""
    for tag in ("h1", "h2"):
        for index, block in enumerate(tree.blocks):
            if block.tag == tag and not block.flags & _FURNITURE and len(block.text) > 12:
                return index
    return None
