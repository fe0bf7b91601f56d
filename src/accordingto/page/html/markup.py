"""The parsed page as a flat list of tags and texts.

Walking a parse tree node by node costs more in Python than all that is done with the nodes. The
parser writes its tree out as clean markup in one call (each element closed, each value in double
quotes), and one regular expression takes that apart again.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from selectolax.lexbor import LexborHTMLParser

from accordingto.page.html.vocabulary import bits, class_bits, tag_bits, tag_set

# Name with attributes and the text that follows; then the end tags behind it, with blanks between
# them, and the text behind these. A name of an attribute may hold a quotation mark, and may begin
# with an equals sign. Nothing in it can match in two ways, so that nothing is tried twice.
_TOKEN = re.compile(
    r"(?:<(?:"
    r'([a-zA-Z][^\t\n\f\r />]*+(?> =?[^\t\n\f\r =>/]*+="[^"]*+")*+)>'
    r"|!--[^-]*+(?:-(?!->)[^-]*+)*-->"
    r")([^<]*+)|(?=</))((?:</[a-zA-Z][^>]*+>(?:\s++(?=</)|))*)([^<]*+)"
)
END = re.compile(r"</([^>]*+)>")
_BLANKS = re.compile(r"\s+")
_ATTRIBUTE = re.compile(r' (=?[^\t\n\f\r =>/]*+)="([^"]*+)"')
# Those that say what an element is, or that it is hidden. No value holds a quotation mark, so that
# none of them is found within a value.
_TELL = "class|id|data-testid|data-component|itemprop|role|data-type|hidden|style|open"
# A look at the first letter spares most attributes the comparison with all names.
_TELLING = re.compile(rf' (?=[cdihrso])({_TELL})="([^"]*+)"')
_HREF = ' href="'
_HIDING = frozenset(("hidden", "style", "open"))
_ROLES = {"navigation": "nav", "contentinfo": "footer", "complementary": "box", "dialog": "consent"}
# Names on these elements are those of the site or the theme, not of a part of the page.
_WHOLE = frozenset(("html", "body"))
VOID = frozenset(
    (
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
        "keygen", "link", "meta", "param", "source", "track", "wbr",
    )
)  # fmt: skip
Token = tuple[str, str, str, str]
# Bits, a label for elements of its kind, and whether it is hidden.
Named = tuple[int, str, bool]
# How an element is laid out: as a block, within a line, within a line if one has begun, or in a way
# of its own.
BLOCK, INLINE, EITHER, SPECIAL = range(4)
_PICTURES = frozenset(("img", "amp-img"))


def tokens(parser: LexborHTMLParser) -> tuple[str, list[Token]]:
    """The text before the first tag, and all tags of the body with the text behind each.

    What no reader sees (scripts, styles, …) is taken out of the tree first. Linear time.
    """
    root = parser.body or parser.root
    if root is None:
        return "", []
    for node in reversed(root.css(_stripped())):  # what lies in another before that
        node.decompose()
    written = root.html or ""
    found = _TOKEN.findall(written)
    if found and (found[0][0] == "body" or found[0][0].startswith("body ")):
        _, text, *behind = found[0]
        return plain(text), [("", "", *behind), *found[1:]]
    start = written.find("<")
    return plain(written[:start] if start >= 0 else written), found


@cache
def _stripped() -> str:
    return ",".join(sorted(tag_set("unseen") | {"noembed", "noframes"}))


def plain(text: str) -> str:
    """Text without the few escapes that the parser writes."""
    if "&" not in text:
        return text
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\xa0")
    return text.replace("&quot;", '"').replace("&amp;", "&")


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag; of two of one name the first."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(written):
        found.setdefault(name, plain(value))
    return found


@lru_cache(maxsize=16384)
def started(start: str) -> tuple[int, str, int, str, bool]:
    """How an element is laid out, its tag, and what that says of it. Kept, as a page has the same
    tags again and again."""
    tag, _, written = start.partition(" ")
    layout, own, nothing = _of_tag(tag)
    if nothing:
        return layout, tag, 0, tag, False
    if not written:
        return layout, tag, own, tag, False
    return layout, tag, *_told(tag, own, _TELLING.findall(start))


@lru_cache(maxsize=1024)
def _of_tag(tag: str) -> tuple[int, int, bool]:
    """How an element of this name is laid out, what the name says, and whether that is all that
    matters of it."""
    layout = _layout(tag)
    nothing = layout == SPECIAL and (tag == "br" or tag in tag_set("unseen"))
    return layout, tag_bits(tag), nothing


def _layout(tag: str) -> int:
    if tag in VOID or tag in _PICTURES or tag in ("font", "time") or tag in tag_set("unseen"):
        return SPECIAL
    if tag in tag_set("inline"):
        return INLINE
    return EITHER if "-" in tag else BLOCK


@lru_cache(maxsize=8192)
def ended(ends: str) -> tuple[int, str, list[str]]:
    """How many elements end, the outermost of them, and the blanks between the end tags."""
    # A name may hold any mark but this.
    return ends.count("/"), ends[ends.rfind("/") + 1 : -1], _BLANKS.findall(ends)


def link_named(start: str) -> tuple[int, bool, str]:
    """The same of a link without its label, and where it leads, empty where nowhere. Links hardly
    ever come twice, but what they say of themselves does."""
    at = start.find(_HREF)
    if at < 0:
        return *_link_told(start), ""
    end = start.index('"', at + len(_HREF))
    return *_link_told(start[:at] + start[end + 1 :]), plain(start[at + len(_HREF) : end])


@lru_cache(maxsize=8192)
def _link_told(start: str) -> tuple[int, bool]:
    own, _, hidden = _told("a", tag_bits("a"), _TELLING.findall(start))
    return own, hidden


def _told(tag: str, own: int, found: Sequence[tuple[str, str]]) -> Named:
    label = tag
    hiding = tag == "dialog"
    if tag in _WHOLE:
        found = [pair for pair in found if pair[0] in _HIDING]
    for key, value in found:
        if key == "class":
            if value:
                own |= class_bits(plain(value) if "&" in value else value)
                label = f"{tag}.{value[:80]}"
        elif key in _HIDING:
            hiding = True
        elif value:
            own |= class_bits(plain(value) if "&" in value else value)
            if key == "role" and value in _ROLES:
                own |= bits(_ROLES[value])
    return own, label, hiding and _is_hidden(tag, dict(reversed(found)))


def _is_hidden(tag: str, values: dict[str, str]) -> bool:
    if "hidden" in values and values["hidden"] != "until-found":
        # Pages that are sent in pieces hold a piece in <div hidden id="S:1"> until it is placed.
        return not values.get("id", "").startswith("S:")
    if tag == "dialog" and "open" not in values:
        return True
    style = values.get("style")
    if style and len(style) < 2000:
        packed = style.replace(" ", "").lower()
        return "display:none" in packed or "visibility:hidden" in packed
    return False
