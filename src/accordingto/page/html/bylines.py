"""Lines that say who wrote an article, and when."""

import re

from accordingto.page.agencies import agency_of
from accordingto.page.dates import change_in, parse_date
from accordingto.page.html.names import names_in
from accordingto.page.html.scene import HEADS, Scene
from accordingto.page.html.tree import Block
from accordingto.page.html.vocabulary import bits

_STOPS = frozenset(".!?…。！？:;,")
_BYLINE = bits("byline")
_LABEL = 8  # words of a byline below a standfirst
_DATE = bits("date")
_BIO = bits("bio")
_NO_BYLINE = bits("related", "comment", "nav", "footer", "newsletter", "consent")
_AFTER_OPENING = 3  # blocks behind the first of length in which a marked byline may stand
_WIRE = 4  # blocks below the headline in which an agency alone on its line is the byline
_NAME, _LONGEST_NAME = 2, 4  # words of a name
_DATE_WORDS = 10  # words of a date stamp
_STAMP = 6  # the same of one that nothing marks
_NAMED = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][^\W\d_]{2}")
_MARKS = re.compile(r"\s*[|•·]\s*")
SIGNED_OFF = "a name alone below the text"
_LONGEST_SIGNED = 30  # words of a line in which names are marked
_LONG_NAMES = 12  # words; a line of more that ends like a sentence is one
_SHORT_BYLINE = 15  # words, of a byline that only its wording shows


def is_signed(scene: Scene, index: int, block: Block) -> bool:
    """True for a line above the text that is worded as a byline or a date stamp, or is one. A
    marked byline may stand below the standfirst as well."""
    words = block.words
    if words > _SHORT_BYLINE or block.tag in HEADS or block.text[-1] in _STOPS:
        return False
    if index >= scene.opening:
        marked = bool(block.own & _BYLINE) or marks_names(block)
        return marked and words <= _LABEL and is_above_text(scene, index)
    if "byline" in block.opens or block.own & (_BYLINE | _DATE) or marks_names(block):
        return True
    if words <= _STAMP and is_date(block):
        return True
    if change_in(block.text) >= 0 and parse_date(block.text, day_first=None) is not None:
        return True
    return names_author(scene, index, block) or is_wire(scene, index, block)


def marks_names(block: Block) -> bool:
    """True where inline elements mark what may be names, and not a date or a button."""
    if not block.signed or block.words > _LONGEST_SIGNED or is_sentence(block):
        return False
    return bool(names_in(block.signed, handles=True))


def is_above_text(scene: Scene, index: int) -> bool:
    """True right behind a standfirst that is the first block of length."""
    if not scene.opening < index <= scene.opening + _AFTER_OPENING:
        return False
    between = range(scene.opening, index)
    return all(i in scene.standfirsts for i in between if scene.running(i))


def names_author(scene: Scene, index: int, block: Block) -> bool:
    """True for a short line with an author whom the page states, above the text, worded as a
    byline, or with the name at its beginning."""
    if block.words > _SHORT_BYLINE or block.near & _NO_BYLINE or block.tag in HEADS:
        return False
    if "byline" not in block.opens and block.text[-1] in _STOPS:
        return False
    if "byline" in block.opens or index < scene.opening:
        return any(name in block.text for name in scene.names)
    return block.text.startswith(scene.names)


def is_wire(scene: Scene, index: int, block: Block) -> bool:
    """True for the name of an agency at the head of a line of its own, right below the
    headline."""
    head = scene.headline.block
    if not 0 <= head < index <= min(head + _WIRE, scene.opening) or block.words > _SHORT_BYLINE:
        return False
    pictured = block.figure >= 0 or index in scene.behind_picture
    return not pictured and not block.linked and agency_at_head(block.text) is not None


def agency_at_head(text: str) -> str | None:
    """The agency that a line begins with; place and day may follow: "PTI | Sonpur | Updated: …"."""
    return agency_of(_MARKS.split(text, maxsplit=1)[0])


def signs_off(scene: Scene, index: int, block: Block) -> bool:
    """True for a name in bold, alone right below the text: in some countries that is the byline."""
    if not scene.last <= index <= scene.last + 2:
        return False
    words = block.text.split()
    if not _NAME <= len(words) <= _LONGEST_NAME or block.linked:
        return False
    if block.opens or scene.tree.parents[block.element] != scene.home:
        return False
    bold = block.strong > 0.9 * len(block.text)
    return bold and all(word[0].isupper() and word.isalpha() for word in words)


def is_date(block: Block) -> bool:
    """True for a line that is marked as a date, and for a day and a time that are not; not where
    it is worded as a byline with a name."""
    if marks_names(block):
        return False
    named = "byline" in block.opens and _NAMED.search(block.text) is not None
    if block.own & _DATE and not block.own & _BYLINE and not named:
        return True
    if block.words > _DATE_WORDS or "byline" in block.opens or _NAMED.search(block.text):
        return False
    return parse_date(block.text, day_first=None) is not None


def is_sentence(block: Block) -> bool:
    """True for what tells of an author rather than naming one."""
    told = block.words > _LONG_NAMES and (block.text[-1] in ".!?" or block.near & _BIO != 0)
    return told and "byline" not in block.opens


def may_name(scene: Scene, block: Block) -> bool:
    """False for what only stands beside a byline: buttons, lengths of a recording."""
    text = block.text
    if text[-1] == ":":
        return False  # a label
    if "byline" in block.opens or marks_names(block) or agency_of(text) is not None:
        return True
    if "share" in block.opens or block.tag == "button" or not any(map(str.isalpha, text)):
        return False
    if block.own & _BYLINE or text.upper() == text.lower():
        return True  # a script without capitals does not show what is a name
    low = text.lower()
    if any(name.lower() in low for _, names in scene.stated.authors for name in names):
        return True
    return sum(word[0].isupper() for word in text.split()) >= _NAME
