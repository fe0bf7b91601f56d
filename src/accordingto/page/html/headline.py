"""The article's headline: the visible block that agrees best with what the page states."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from accordingto.page.html.metadata import Stated
from accordingto.page.html.tree import Block, Tree
from accordingto.page.html.vocabulary import bits

_CUT = re.compile(r"\s+[|–—•·»«:-]+\s+|\s*[|»«]\s*")
_TOKEN = re.compile(r"\w+")
_MOST_WORDS = 45
_AGREES = 0.6
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
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _TOKEN.findall(re.sub(r"['’‘`´]", "", folded))


def agreement(first: list[str], second: list[str]) -> float:
    """F1 of two multisets of words."""
    common = sum((Counter(first) & Counter(second)).values())
    return 2 * common / (len(first) + len(second)) if common else 0.0


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
    folded = [f for t in dict.fromkeys(titles) if (f := fold(t))]
    lengths = [len(t) for t in titles]
    best = Headline(None, -1, 0.0, "none")
    for index, block in enumerate(tree.blocks):
        score = _block_score(block, folded, lengths)
        if score > best.score + 1e-9:
            best = Headline(block.text, index, score, "agrees with the stated title")
    if best.score >= _AGREES:
        best.text = _without_kicker(best.text or "", titles)
        return best
    fallback = _first_heading(tree)
    only_title = all(where == "title" for where, _ in stated.titles)
    if fallback is not None and only_title and len(fold(tree.blocks[fallback].text)) >= 4:
        # Old systems give each of their pages the site's name as its title.
        return Headline(tree.blocks[fallback].text, fallback, 0.5, "first main heading")
    if titles and (fallback is None or folded):
        return Headline(titles[0], -1, 0.5, "stated, not seen in the text")
    if fallback is not None:
        return Headline(tree.blocks[fallback].text, fallback, 0.4, "first main heading")
    return Headline(titles[0] if titles else None, -1, 0.2, "stated only")


def _without_kicker(text: str, titles: list[str]) -> str:
    """A heading that ends with a stated title, without the short line set in front of it."""
    for title in titles:
        front = len(text) - len(title)
        if 0 < front < len(title) and text.endswith(title) and not text[front - 1].isalnum():
            return title
    return text


def _block_score(block: Block, titles: list[list[str]], lengths: list[int]) -> float:
    """Agreement with the best stated title, with a little for the form of the block."""
    if len(block.text) > 400 or not titles or block.text.count(" ") > _MOST_WORDS:
        return 0.0
    formed = block.tag in ("h1", "h2") or bool(block.own & _NAMED)
    if not formed and block.tag not in ("h3", "h4", "p", "div", "header"):
        return 0.0
    size = len(block.text)
    if not formed and not any(0.6 * n < size < 1.7 * n for n in lengths):
        return 0.0  # cannot agree well enough
    words = fold(block.text)
    found = max(agreement(words, title) for title in titles)
    if found < 0.45 or (found < 0.85 and not formed):
        return 0.0
    found += 0.25 if block.tag == "h1" else 0.1 if formed else 0.0
    if block.near & _FURNITURE or block.linked > 0.5 * len(block.text):
        found -= 0.2
    return found


def _first_heading(tree: Tree) -> int | None:
    """The first heading of the highest rank (one or two) that is no furniture."""
    for tag in ("h1", "h2"):
        for index, block in enumerate(tree.blocks):
            if block.tag == tag and not block.flags & _FURNITURE and len(block.text) > 12:
                return index
    return None
