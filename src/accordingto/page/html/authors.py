"""The article's authors: persons, desks or agencies, as the page names them."""

import re

from accordingto.page.html.bylines import SIGNED_OFF, agency_at_head
from accordingto.page.html.headline import fold
from accordingto.page.html.names import byline_words, clean_names, names_in, opens_byline
from accordingto.page.html.scene import Piece, Scene
from accordingto.page.html.vocabulary import bits

_MOST_AUTHORS = 12
_SHORT_LINE = 200  # characters
_LEAD = 200  # characters of the first paragraph
_HAN_NAME = re.compile("[\u4e00-\u9fff·]{2,5}")
_REPORTER = re.compile(
    r"(?:记者|記者)[\s:：]{0,3}([\u4e00-\u9fff·]{2,5}(?:[\s、，]{1,2}[\u4e00-\u9fff·]{2,5}){0,3})"
    r"(?=[\s）)】|/，。、；;]|\Z)"
)
_KOREAN_REPORTER = re.compile("(?<![가-힣])([가-힣]{2,4})\\s?(?:선임|수습)?\\s?기자(?![가-힣])")
_NO_REPORTER = frozenset(
    ("通讯员", "通訊員", "编辑", "編輯", "摄影", "攝影", "报道", "報道", "责编", "实习生", "校对")
)
_BYLINE = bits("byline")
_BIO = bits("bio")

Found = tuple[tuple[str, ...], str]  # names, and why these


def find_authors(scene: Scene, pieces: list[Piece], sites: list[str], outlet: str | None) -> Found:
    """Authors in the page's order, and why: stated ones, else those of the visible byline.

    A visible byline that names all stated persons and more is believed over the statement.
    """
    house = {"".join(fold(name)) for name in [*sites, outlet or ""] if name}
    weak: tuple[str, ...] = ()
    stated = sorted(scene.stated.authors, key=lambda found: found[0] == "microdata author")
    for where, values in stated:
        names = clean_names(values)
        persons = [n for n in names if "".join(fold(n)) not in house]
        if persons:
            seen = _visible(scene, pieces, house)
            if seen and not _is_shown(scene, persons) and not _share_surname(persons, seen):
                # What is stated is the publisher, or whoever put the page online.
                return seen, f"the byline; the page shows no name that {where} states"
            whole = _completed(persons, seen)[:_MOST_AUTHORS]
            more = ", and the byline has more" if len(whole) > len(persons) else ""
            return whole, f"stated in {where}{more}"
        weak = weak or tuple(names[:_MOST_AUTHORS])
    seen = _visible(scene, pieces, house)
    if not seen and not weak:
        seen = _visible(scene, pieces, house, handles=True) or _reporters(scene)
    if seen:
        return seen, "the byline"
    return weak, "stated, though perhaps the outlet's own name" if weak else "no name was found"


def _reporters(scene: Scene) -> tuple[str, ...]:
    """Chinese and Korean names beside the word for a reporter: around the headline, in the
    dateline, or at the end of the text."""
    head, blocks = max(0, scene.headline.block), scene.tree.blocks
    around = [*range(max(0, head - 2), scene.opening + 1), *range(scene.last - 1, scene.last + 3)]
    for index in around:
        text = blocks[index].text[:_SHORT_LINE] if 0 <= index < len(blocks) else ""
        found = _REPORTER.search(text)
        listed = _HAN_NAME.findall(found[1]) if found else _KOREAN_REPORTER.findall(text)
        names = [name for name in listed if name not in _NO_REPORTER]
        if names:
            return tuple(dict.fromkeys(names))[:_MOST_AUTHORS]
    return ()


def _is_shown(scene: Scene, names: list[str]) -> bool:
    """True where one of the names stands in a byline, or in a short line near the text."""
    lines = [
        "".join(fold(block.text))
        for index, block in enumerate(scene.tree.blocks)
        if len(block.text) < _SHORT_LINE
        and scene.in_article(index)
        and not block.text.lower().startswith(tuple(byline_words()["editing"]))
    ]
    wanted = ["".join(fold(name)) for name in names]
    return any(name in line for name in wanted for line in lines)


def _completed(stated: list[str], seen: tuple[str, ...]) -> tuple[str, ...]:
    """The stated names, with those that stand beside all of them in the byline."""
    known = {tuple(sorted(fold(name))): name for name in stated}
    keys = [tuple(sorted(fold(name))) for name in seen]
    if len(keys) <= len(known) or not set(known) <= set(keys):
        return tuple(stated)
    return tuple(known.get(key, name) for key, name in zip(keys, seen, strict=True))


def _share_surname(stated: list[str], seen: tuple[str, ...]) -> bool:
    """True where a stated person may be one whom the page shows with fewer or more names."""
    last = {words[-1] for name in stated if (words := fold(name))}
    return any(words[-1] in last for name in seen if (words := fold(name)))


def _visible(
    scene: Scene, pieces: list[Piece], house: set[str], *, handles: bool = False
) -> tuple[str, ...]:
    """Names in blocks that are marked or worded as a byline, nearest to the headline first. With
    ``handles`` a single word counts where it is marked as a name."""
    for piece in pieces:
        block = scene.tree.blocks[piece.block]
        if piece.role != "byline" or block.near & _BIO:
            continue
        named = bool(block.near & _BYLINE) or SIGNED_OFF in piece.reasons
        named = named or agency_at_head(block.text) is not None
        if not (named or block.signed or opens_byline(block.text)):
            continue
        # Where only the names are marked, the rest of the line is none.
        likely = (block.text, block.signed) if named else (block.signed, block.text)
        for text in filter(None, likely):
            names = names_in(text, house, handles=handles and text == block.signed)
            if names:
                return tuple(_persons(scene, names)[:_MOST_AUTHORS])
    return ()


def _persons(scene: Scene, names: list[str]) -> list[str]:
    """The names without those of places, which bylines name too ("Ana Melo — Porto Alto"): they
    stand in the headline, or are one word that the first paragraph has as well."""
    told = f" {' '.join(scene.headline_words)} "
    left = [name for name in names if f" {' '.join(fold(name))} " not in told]
    blocks = scene.tree.blocks
    opening = fold(blocks[scene.opening].text[:_LEAD]) if scene.opening < len(blocks) else []
    persons = [name for name in left if " " in name or not set(fold(name)) <= set(opening)]
    return persons if persons or not left else [name for name in left if not _has_no_case(name)]


def _has_no_case(name: str) -> bool:
    return name.upper() == name.lower()
