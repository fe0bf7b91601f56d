"""Where things are: the headline, the running text, and what stands before and after them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from accordingto.page.plain.echoes import Echo
from accordingto.page.plain.pieces import Piece
from accordingto.page.plain.traits import Traits

Zone = Literal["before", "headline", "head", "body", "after"]

_WIDE_GAP = 14  # other pieces that may stand inside running text
_LONG_GAP = 45  # the same where paragraphs follow each other below
_EARLIEST = 0.6  # share of the weightiest run's weight with which an earlier one is preferred
_AHEAD = 8  # pieces in which an article that goes on shows much text
_MUCH = 120  # words of that text
_CLIPPED = 60  # words under which a paragraph cut off by dots is another article's summary
_RESUMED = 40  # words in two adjacent paragraphs that show that an article goes on
_AMID = 2  # labels and pointers in a row
_SHORT_SENTENCE = 4  # words
_MADE = 5  # pieces below a headline among which its byline or date stands
_REACH = 60  # pieces before the running text among which the headline is looked for
_BODY_SAMPLE = 60  # pieces of running text whose words a headline is compared with
_TAGLINES = 3  # pieces of running text that may stand above the headline after all
_SUMMARY = 12  # words from which a piece without a full stop may be a standfirst
_CLIMB = 4  # pieces above it among which the headline then stands
_TITLE = 2  # words of a headline at least
_LIKELY = -20_000  # units of log odds from which the likeliest headline is one
_ACCEPT = 1.0  # points from which a candidate is taken for the headline


@dataclass(frozen=True, slots=True)
class Layout:
    """Indices of pieces. The running text is ``[start, end)``; ``flows`` says which pieces of the
    text are running text as far as they show by themselves."""

    headline: int | None
    start: int
    end: int
    flows: tuple[bool, ...]
    zones: tuple[Zone, ...]


def lay_out(
    pieces: Sequence[Piece],
    traits: Sequence[Traits],
    echo: Sequence[Echo],
    flows: Sequence[bool] | None = None,
    titles: Sequence[int] | None = None,
) -> Layout:
    """Find the running text first, then the headline above it. ``flows`` says which pieces are
    running text where that is known, ``titles`` how likely each is the headline; without them
    wording and place tell."""
    flows = flows if flows is not None and any(flows) else _flows(pieces, traits)
    start, end = _main_run(traits, flows)
    if titles is None:
        headline = _headline(pieces, traits, echo, flows, start, end)
    else:
        # A sentence of the running text is no headline, nor is a word amid others.
        able = [
            p.hint is None and not (flow and t.sentence) and (t.size >= _TITLE or not index)
            for index, (p, t, flow) in enumerate(zip(pieces, traits, flows, strict=True))
        ]
        headline = _likeliest(titles, able, flows, start, end)
    if headline is not None:
        start = next((i for i in range(headline + 1, end) if flows[i]), max(start, headline + 1))
        end = max(end, start)
    zones = tuple(_zone(i, headline, start, end) for i in range(len(pieces)))
    return Layout(headline, start, end, tuple(flows), zones)


def _zone(index: int, headline: int | None, start: int, end: int) -> Zone:
    if headline is not None and index == headline:
        return "headline"
    if index < start:
        return "before" if headline is None or index < headline else "head"
    return "body" if index < end else "after"


def _flows(pieces: Sequence[Piece], traits: Sequence[Traits]) -> list[bool]:
    """Prose; where a text has none, its sentences; else whatever is no furniture."""
    plain = [
        not (t.chrome or t.credit or t.pointer or t.byline >= 0.8 or (t.opener and t.size <= 40))
        and p.hint is None
        and not _below_sign(pieces, index)
        for index, (p, t) in enumerate(zip(pieces, traits, strict=True))
    ]
    first = [
        ok and t.prose and t.cue < 2 and not (t.clipped and t.size < _CLIPPED)
        for ok, t in zip(plain, traits, strict=True)
    ]
    if any(first):
        return first
    second = [ok and t.sentence for ok, t in zip(plain, traits, strict=True)]
    if any(second):
        return second
    longest = max((t.size for ok, t in zip(plain, traits, strict=True) if ok), default=0.0)
    last = -1
    for index, (ok, t) in enumerate(zip(plain, traits, strict=True)):
        if ok and t.size == longest and longest > 0:
            last = index
    return [index == last for index in range(len(plain))]


def _below_sign(pieces: Sequence[Piece], index: int) -> bool:
    """True right below the site's name: what stands there is its motto."""
    return index > 0 and pieces[index - 1].hint == "site" and not pieces[index].apart


def _main_run(traits: Sequence[Traits], flows: Sequence[bool]) -> tuple[int, int]:
    """The weightiest run of running text, stretched over short sentences at its ends."""
    runs: list[tuple[float, int, int]] = []
    for index, flow in enumerate(flows):
        if not flow:
            continue
        size = min(traits[index].size, 400.0)
        if runs and _joined(traits, flows, runs[-1][2], index):
            weight, start, _ = runs.pop()
            runs.append((weight + size, start, index + 1))
        else:
            runs.append((size, index, index + 1))
    if not runs:
        return 0, 0
    # Readers' comments may outweigh the article that stands above them.
    least = _EARLIEST * max(weight for weight, _, _ in runs)
    _, start, end = next(run for run in runs if run[0] >= least)
    end = _without_summaries(traits, flows, start, end)
    return start, _stretched(traits, end)


def _stretched(traits: Sequence[Traits], end: int) -> int:
    """The end of a run with the short sentences behind it, also behind an advert's label or the
    title of another article that is set amid them."""
    while end < len(traits):
        at = end
        while at < min(len(traits), end + _AMID) and traits[at].amid:
            at += 1
        if at == len(traits) or not _continues(traits[at]):
            break
        t = traits[at]
        if at > end and (t.opener or t.advert or t.clipped or t.size < _SHORT_SENTENCE):
            break
        end = at + 1
    return end


def _resumes(traits: Sequence[Traits], flows: Sequence[bool], index: int) -> bool:
    """True where an article goes on: two paragraphs in a row, or much text soon after."""
    ahead = range(index, min(len(flows), index + _AHEAD))
    if sum(traits[i].size for i in ahead if flows[i]) >= _MUCH:
        return True
    following = index + 1 < len(flows) and flows[index + 1]
    return following and traits[index].size + traits[index + 1].size >= _RESUMED


def _without_summaries(
    traits: Sequence[Traits], flows: Sequence[bool], start: int, end: int
) -> int:
    """The end of a run without a tail in which each paragraph stands alone under a title, where
    the text before is of paragraphs that follow each other."""
    cut, found, index = end, 0, end - 1
    while index - 1 > start and flows[index] and not flows[index - 1]:
        if traits[index].size > _CLIPPED or not (
            traits[index - 1].title and traits[index - 1].size >= 4
        ):
            break
        cut, found, index = index - 1, found + 1, index - 2
    body = [i for i in range(start, cut) if flows[i]]
    close = sum(1 for i in body if flows[i - 1] and i > start)
    return cut if found >= 3 and len(body) >= 4 and close >= 0.5 * len(body) else end


def _joined(traits: Sequence[Traits], flows: Sequence[bool], end: int, index: int) -> bool:
    """True where running text at ``index`` goes on from that which ended at ``end``."""
    if index - end > _LONG_GAP or any(t.ending for t in traits[end:index]):
        return False
    resumed = _resumes(traits, flows, index)
    if index - end > _WIDE_GAP:
        return resumed
    return resumed or not any(t.list_head for t in traits[end:index])


def _continues(traits: Traits) -> bool:
    return traits.sentence and not traits.chrome and not traits.credit and traits.byline < 0.8


def _likeliest(
    titles: Sequence[int],
    able: Sequence[bool],
    flows: Sequence[bool],
    start: int,
    end: int,
) -> int | None:
    """The likeliest headline in front of most of the text; ``None`` where none is likely."""
    flowing = [i for i in range(start, end) if flows[i]]
    inside = flowing[_TAGLINES] if len(flowing) > 2 * _TAGLINES else start + 1
    found = [i for i in range(min(inside, len(able))) if able[i]]
    best = max(found, key=lambda i: (titles[i], -i), default=None)
    return best if best is not None and titles[best] >= _LIKELY else None


def title_points(traits: Sequence[Traits], echo: Sequence[Echo], layout: Layout) -> list[float]:
    """How much each piece is like a headline of the running text."""
    flowing = [i for i in range(layout.start, layout.end) if layout.flows[i]][:_BODY_SAMPLE]
    body: set[str] = set()
    for index in flowing:
        body |= traits[index].content
    return [_points(index, traits, echo, body) for index in range(len(traits))]


def _headline(
    pieces: Sequence[Piece],
    traits: Sequence[Traits],
    echo: Sequence[Echo],
    flows: Sequence[bool],
    start: int,
    end: int,
) -> int | None:
    """The best title-like piece above the running text, if any is good enough."""
    body: set[str] = set()
    flowing = [i for i in range(start, end) if flows[i]][:_BODY_SAMPLE]
    for index in flowing:
        body |= traits[index].content
    best: tuple[float, int] | None = None
    # A tagline or a teaser's summary above the headline may have been taken for running text.
    inside = flowing[_TAGLINES] if len(flowing) > 2 * _TAGLINES else start
    for index in range(max(0, start - _REACH), inside):
        if pieces[index].hint is not None or flows[index] or not traits[index].lettered:
            continue
        points = _points(index, traits, echo, body) - 0.08 * min(max(0, start - index), 30)
        above = [i for i in range(max(0, index - _REACH), index) if flows[i]]
        points -= sum(_weight(traits, i, flowing) for i in above[-_TAGLINES:])
        if points >= _ACCEPT and (best is None or points > best[0]):
            best = points, index
    return _climb(best[1], pieces, traits, flows, body) if best is not None else None


def _climb(
    index: int,
    pieces: Sequence[Piece],
    traits: Sequence[Traits],
    flows: Sequence[bool],
    body: set[str],
) -> int:
    """From a standfirst or caption without a full stop up to the shorter title above it."""
    if traits[index].size < _SUMMARY:
        return index
    for above in range(index - 1, max(-1, index - 1 - _CLIMB), -1):
        t = traits[above]
        if flows[above]:
            break
        words = t.content
        told = len(words & body) >= 2 and len(words & body) >= 0.4 * len(words)
        titled = t.title and not t.opener and not t.pointer and not t.credit and t.byline < 0.8
        if titled and pieces[above].hint is None and 4 <= t.size < traits[index].size and told:
            return above
    return index


def _weight(traits: Sequence[Traits], index: int, flowing: Sequence[int]) -> float:
    """What it costs to leave a piece above the headline: much where the rest speaks of the same."""
    words = traits[index].content
    rest: set[str] = set()
    for other in flowing:
        if other != index:
            rest |= traits[other].content
    shared = len(words & rest) / len(words) if words else 0.0
    return 0.5 + 5.0 * shared


def _points(index: int, traits: Sequence[Traits], echo: Sequence[Echo], body: set[str]) -> float:
    """How much a piece is like the headline of the running text ``body``."""
    t = traits[index]
    content = t.content
    shared = len(content & body) / len(content) if content else 0.0
    # A label of two words is easily told of by the text; a title has more words that are.
    points = 5.0 * shared * min(1.0, len(content) / 4)
    points += 1.0 if 5 <= t.size <= 20 else -1.0 if t.size > 30 or t.size < 3 else 0.3
    points += 1.2 if echo[index].equal else 0.0
    points += 0.8 if index == 0 else 0.0
    points -= 2.0 if t.stop else 0.0
    points -= 6.0 if t.chrome or t.credit or t.byline >= 0.8 else 0.0
    # "In pictures: …" is a pointer amid a page, and may be the headline at its top.
    points -= (2.0 if index == 0 else 6.0) if t.pointer else 0.0
    points -= 1.5 * min(t.cue, 2) + (1.5 if t.date_tail else 0.0) + (1.5 if t.opener else 0.0)
    points -= 3.0 if t.foreign else 0.0
    points -= 2.0 if t.name and t.size <= 3 and shared < 0.5 else 0.0
    if index + 1 < len(traits):
        after = traits[index + 1]
        points += 1.2 if is_made(after) else 0.0
        near = traits[index + 2 : index + _MADE]
        points += 0.8 if not is_made(after) and any(map(is_made, near)) else 0.0
        points -= 1.5 if after.credit and t.size >= 8 else 0.0
    return points


def is_made(traits: Traits) -> bool:
    """True for a line that says who wrote something, or when."""
    return traits.byline >= 0.8 or traits.date_only or traits.stamp or traits.signed
