"""The entries of a live page, each with its time."""

import re
from dataclasses import dataclass

from accordingto.page.dates import parse_date
from accordingto.page.html.headline import fold
from accordingto.page.html.scene import Piece, Scene, is_entry_stamp
from accordingto.page.html.topics import find_section
from accordingto.records.article import Entry
from accordingto.records.span import Span, hull

_TOLD = frozenset(("body", "subhead", "embed", "caption", "standfirst"))
_FEWEST = 2  # entries of a live page
_WORDS = 12  # of an entry's opening that are compared with the page
_LIVE = frozenset(
    [
        "live",
        "liveblog",
        "liveticker",
        "newsticker",
        "ticker",
        "newsblog",
        "updates",
        "directo",
        "direct",
        "vivo",
        "diretta",
    ]
)
# Words that mean it wherever they stand.
_SURELY_LIVE = frozenset(("liveblog", "liveticker", "newsticker", "newsblog"))
_CLOCKS = 3  # headings with a clock time from which a page is one by the clock
_CLOCK = re.compile(
    r"\W{0,2}(?<!\d)([01]?\d|2[0-3])[:.h]([0-5]\d)(?:\s?(?:Uhr|h|[ap]\.?m\.?|[A-Z]{2,4}))?(?!\w)"
    r"\s*[:–—|-]?\s*",
)
_SHORTEST = 3  # words of a stated headline by which its place is found


@dataclass(slots=True)
class _Start:
    block: int
    time: str | None
    stamp: int = -1  # the block that shows the time
    headline: str | None = None
    clock: int = 0  # characters of a heading that tell the time


def find_entries(scene: Scene, pieces: list[Piece], offsets: list[int]) -> tuple[Entry, ...]:
    """Entries in page order; empty where the page is no live page or its entries do not show.

    Those that the page states with their times are looked for in the text; else stamps of time
    within the text part it, or headings that begin with a clock time.
    """
    starts = (_stated(scene) or _stamped(scene)) if scene.live else []
    starts = starts or _clocked(scene)
    if len(starts) < _FEWEST:
        return ()
    found = []
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        end = following.block if following else max(start.block, scene.last) + 1
        entry = _entry(scene, pieces, offsets, start, end)
        if entry is not None:
            found.append(entry)
    return tuple(found) if len(found) >= _FEWEST else ()


def _entry(
    scene: Scene, pieces: list[Piece], offsets: list[int], start: _Start, end: int
) -> Entry | None:
    inside = [p for p in pieces if start.block <= p.block < end and p.role in _TOLD]
    whole = hull(Span(offsets[p.block] + p.start, offsets[p.block] + p.end) for p in inside)
    if whole is None:
        return None
    shown = None
    if start.stamp >= 0:
        at = offsets[start.stamp]
        shown = Span(at, at + (start.clock or len(scene.tree.blocks[start.stamp].text)))
    headline = start.headline
    if headline is None and inside[0].role == "subhead":
        headline = scene.tree.blocks[inside[0].block].text
    return Entry(span=whole, time=start.time, time_span=shown, headline=headline)


def _stated(scene: Scene) -> list[_Start]:
    """Entries of the page's linked data whose headline or first words stand in the text."""
    places: dict[tuple[str, ...], int] = {}
    if scene.stated.entries:
        for index in range(max(0, scene.headline.block + 1), len(scene.tree.blocks)):
            places.setdefault(tuple(fold(scene.tree.blocks[index].text)[:_WORDS]), index)
    found: dict[int, _Start] = {}
    for time, headline, body in scene.stated.entries:
        for told in (headline, body):
            words = tuple(fold(told)[:_WORDS])
            at = places.get(words, -1) if len(words) >= _SHORTEST else -1
            if at >= 0:
                moment = parse_date(time, day_first=None) if time else None
                found.setdefault(at, _Start(at, moment, headline=headline or None))
                break
    return [found[at] for at in sorted(found)] if len(found) >= _FEWEST else []


def _stamped(scene: Scene) -> list[_Start]:
    """Moments within the text of a page that calls itself live; a heading right above one belongs
    to its entry."""
    if not _calls_itself_live(scene):
        return []
    found = []
    for index in range(max(0, scene.opening - 3), scene.last + 1):
        block = scene.tree.blocks[index]
        if not is_entry_stamp(scene.tree, index):
            continue
        moment = parse_date(block.stamp or block.text, day_first=None)
        if moment is None:
            continue
        above = index - 1
        heads = above >= 0 and scene.running(above) and scene.tree.blocks[above].tag[:1] == "h"
        found.append(_Start(above if heads else index, moment, index))
    return found


def _calls_itself_live(scene: Scene) -> bool:
    """True where types, the headline, a stated title or the kicker say so."""
    if scene.stated.genre == "live" or _LIVE & set(scene.headline_words):
        return True
    kicker = find_section(scene.stated, scene) or ""
    titles = [title for _, title in scene.stated.titles]
    return any(_SURELY_LIVE & set(fold(words)) for words in (kicker, *titles))


def _clocked(scene: Scene) -> list[_Start]:
    """Headings that begin with the time of day, on a page that calls itself live. Of which day
    they are is not told, so that their entries have no moment."""
    if not _calls_itself_live(scene):
        return []
    found = []
    for index in range(max(0, scene.first - 1), scene.last + 1):
        block = scene.tree.blocks[index]
        alone = _CLOCK.fullmatch(block.text) if is_entry_stamp(scene.tree, index) else None
        if alone is not None:
            found.append(_Start(index, None, index, clock=len(block.text)))
            continue
        heads = block.tag[:1] == "h" or block.strong > 0.9 * len(block.text)
        clock = _CLOCK.match(block.text) if heads and scene.running(index) else None
        if clock is None or clock.end() == len(block.text):
            continue
        told = len(block.text[: clock.end()].rstrip(" :–—|-"))
        headline = block.text[clock.end() :]
        found.append(_Start(index, None, index, headline=headline, clock=told))
    return found if len(found) >= _CLOCKS else []
