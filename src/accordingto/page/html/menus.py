"""A menu of the site is one block: its entries say nothing apart, and pages have dozens of them."""

from itertools import islice
from typing import NamedTuple

from accordingto.page.html.markup import END, VOID, Token, plain, started
from accordingto.page.html.vocabulary import bits, tag_set

NAMED = bits("nav", "footer")
_MOST_TAGS = 1500
_MOST_TEXT = 6000  # characters
_LINKED = 0.5  # share of its text that is linked
# What no menu holds: where one of these is, the name misleads or the site never closed its menu.
_NO_MENU = tag_set("no_menu")
_NO_ENTRY = bits("byline", "caption", "credit", "standfirst")


class Menu(NamedTuple):
    """``text`` of all entries, of which ``linked`` characters stand in links. ``last`` is the index
    of the token in which the menu ends, ``ends`` the end tags in that token behind its own."""

    text: str
    linked: int
    last: int
    ends: str


def read_menu(tokens: list[Token], index: int, *, show_hidden: bool) -> Menu | int:
    """The menu that the start tag at ``index`` opens; where it is none, the index of the token that
    shows it, before which no other menu needs to be looked for."""
    parts: list[str] = []
    depth = size = linked = 0
    link = unseen = 0  # the depth at which one was opened, 0 where none is open
    for at, (start, text, ends, tail) in enumerate(
        islice(tokens, index, index + _MOST_TAGS), index
    ):
        if start[:2] == "a " or start == "a":
            depth += 1
            link = link or depth
        elif start:
            _, tag, own, _, hidden = started(start)
            if tag in _NO_MENU or own & _NO_ENTRY:
                return at
            if tag not in VOID:
                depth += 1
                if hidden and not show_hidden:
                    unseen = unseen or depth
        if text and not unseen and not text.isspace():
            parts.append(text)
            size += len(text)
            linked += len(text) if link else 0
        if ends:
            depth -= ends.count("/")
            if depth <= 0:
                return _closed(tokens, index, at, parts, linked, depth)
            link, unseen = (opened if opened <= depth else 0 for opened in (link, unseen))
        if tail and not unseen and not tail.isspace():
            parts.append(tail)
            size += len(tail)
            linked += len(tail) if link else 0
        if size > _MOST_TEXT:
            return at
    return min(index + _MOST_TAGS, len(tokens))


def _closed(
    tokens: list[Token], index: int, at: int, parts: list[str], linked: int, depth: int
) -> Menu | int:
    names = END.findall(tokens[at][2])
    own = max(0, len(names) + depth)  # how many end in the menu and with it
    text = " ".join(plain(" ".join(parts)).split())
    # Only raw text can hold what looks like an end tag.
    ended = names[:own][-1:] == [started(tokens[index][0])[1]]
    if at == index or not ended or linked < _LINKED * len(text):
        return at
    ends = "".join([f"</{name}>" for name in names[own:]])
    return Menu(text, min(linked, len(text)), at, ends)
