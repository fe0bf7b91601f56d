"""What the neighbours of a piece say about it."""

import re
from collections.abc import Sequence

import msgspec
import numpy as np

from accordingto.page.plain.columns import table_of, title_table
from accordingto.page.plain.echoes import Echo, echoes
from accordingto.page.plain.layout import Layout, Zone, lay_out
from accordingto.page.plain.phrases import notices_in
from accordingto.page.plain.pieces import Hint, Piece
from accordingto.page.plain.score import Scorer, shipped
from accordingto.page.plain.traits import Traits, traits_of
from accordingto.page.plain.wording import main_script

TEXT, WORDED = 0.5, 0.35  # chances from which a piece is running text
_SHORT = 40  # pieces
_SOON = 12  # pieces in which the next running text is looked for
_TOP = 10  # pieces below the headline in which its byline and date stand


class View(msgspec.Struct, frozen=True, gc=False):
    """One piece with all that a rule may ask: its traits, its place, its neighbours."""

    t: Traits
    zone: Zone
    hint: Hint | None
    echo: Echo
    flow: bool
    chance: float
    is_headline: bool
    same_as_headline: bool
    first_flow: bool
    flows_left: int
    before_flow: bool
    after_flow: bool
    before_title: bool
    after_title: bool
    after_alt: bool
    above_credit: bool
    below_credit: bool
    isolated: bool
    near_headline: bool
    near_flush: bool
    near_top: bool
    by_date: bool
    requoted: bool
    in_list: bool
    after_ending: bool
    meta_follows: bool
    dateline_follows: bool
    glued_to_head: bool
    told_again: float
    note_called: bool
    unstopped_here: bool
    echoes_long: bool


def look_at(text: str, pieces: Sequence[Piece]) -> tuple[list[Traits], tuple[Echo, ...], Layout]:
    """What each piece shows by itself and repeats, and the layout that wording alone gives."""
    script, notices = main_script(text), notices_in(text)
    known: dict[tuple[str, Hint | None], Traits] = {}
    traits: list[Traits] = []
    for piece in pieces:
        key = piece.span.of(text), piece.hint
        if key not in known:
            known[key] = traits_of(text, piece, script, notices)
        traits.append(known[key])
    repeated = echoes([t.words for t in traits])
    return traits, repeated, lay_out(pieces, traits, repeated)


def views_of(
    text: str, pieces: Sequence[Piece], scorer: Scorer | None = None
) -> tuple[tuple[View, ...], Layout]:
    """A view for each piece, in order, and the layout they were made with. ``scorer`` tells
    running text; only training gives one."""
    traits, repeated, layout = look_at(text, pieces)
    if not pieces:
        return (), layout
    scorer = scorer or shipped()
    table = table_of(pieces, traits, repeated, layout)
    chances = scorer.chances(table)
    # In a text without much around it, what is worded as running text needs less to be it.
    least = WORDED if len(pieces) <= _SHORT else TEXT
    worded = zip(layout.flows, chances, strict=True)
    flows = [chance >= (least if flow else TEXT) for flow, chance in worded]
    layout = lay_out(pieces, traits, repeated, flows)
    told = np.concatenate([table, title_table(traits, repeated, layout, chances)])
    layout = lay_out(pieces, traits, repeated, flows, scorer.titles(told))
    maker = _Maker(pieces, traits, repeated, layout, chances)
    return tuple(maker.view(index) for index in range(len(pieces))), layout


class _Maker:
    """Looks around each piece; sums over the whole text are made once."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        traits: Sequence[Traits],
        echo: Sequence[Echo],
        layout: Layout,
        chances: Sequence[float],
    ) -> None:
        self.chances = chances
        self.pieces, self.traits, self.echo, self.layout = pieces, traits, echo, layout
        self.count = len(pieces)
        self.in_list, self.after_ending = self._lists()
        self.next_flows = self._following()
        self.flowing = [i for i in range(layout.start, layout.end) if layout.flows[i]]
        self.first = self.flowing[0] if self.flowing else None
        stopped = [self.traits[i].ends for i in self.flowing]
        self.stops_usual = len(stopped) >= 3 and sum(stopped) >= 0.7 * len(stopped)
        self.marks = _called_marks(traits)
        self.spaced = sum(1 for p in pieces if p.apart) >= 0.3 * max(1, self.count)

    def _lists(self) -> tuple[list[bool], list[bool]]:
        """Which pieces stand in a list of other articles, and which below the last heading."""
        inside, below = [False] * self.count, [False] * self.count
        listed = ended = False
        for index, t in enumerate(self.traits):
            inside[index] = listed and not t.list_head and not self.layout.flows[index]
            below[index] = ended
            if t.list_head:
                listed = True
            elif index == self.layout.headline or (
                self.layout.zones[index] == "body" and self.layout.flows[index]
            ):
                listed = False
            ended = ended or (t.ending and index >= self.layout.end)
        return inside, below

    def _trait(self, index: int) -> Traits | None:
        return self.traits[index] if 0 <= index < self.count else None

    def _flow(self, index: int) -> bool:
        return 0 <= index < self.count and self.layout.flows[index]

    def _hint(self, index: int) -> Hint | None:
        return self.pieces[index].hint if 0 <= index < self.count else None

    def _is_title(self, index: int) -> bool:
        t = self._trait(index)
        plain = t is not None and t.title and t.size >= 5 and not t.byline >= 0.8
        return plain and self._hint(index) is None and not self._flow(index)

    def view(self, index: int) -> View:
        t, zone = self.traits[index], self.layout.zones[index]
        echo, headline = self.echo[index], self.layout.headline
        previous = index - 1
        while previous >= 0 and self._hint(previous) == "residue":
            previous -= 1
        following = index + 1
        while following < self.count and self._hint(following) == "residue":
            following += 1
        other = self._trait(echo.other) if echo.other is not None else None
        return View(
            t=t,
            zone=zone,
            hint=self.pieces[index].hint,
            echo=echo,
            flow=self.layout.flows[index],
            chance=self.chances[index],
            is_headline=index == headline,
            same_as_headline=headline is not None and t.words == self.traits[headline].words,
            first_flow=index == self.first,
            flows_left=len(self.flowing) - 1 if index == self.first else 0,
            before_flow=self._flow(index + 1),
            after_flow=self._flow(index - 1),
            before_title=self._is_title(following),
            after_title=self._is_title(previous),
            after_alt=self._hint(previous) == "alt",
            above_credit=self._lone_credit(index + 1),
            below_credit=self._lone_credit(index - 1),
            isolated=self._isolated(index),
            near_headline=headline is not None and 0 < index - headline <= 5,
            near_flush=headline is not None and index == headline + 1,
            near_top=self._near_top(index),
            by_date=any(map(self._is_dated, (index - 1, index + 1))),
            requoted=index == self.first and self._requoted(index),
            in_list=self.in_list[index],
            after_ending=self.after_ending[index],
            meta_follows=self._meta_follows(index),
            dateline_follows=self._dateline_follows(index),
            glued_to_head=self._glued(index),
            told_again=self._told_again(index) if zone in ("head", "body") else 0.0,
            note_called=bool(t.note_mark) and t.note_mark in self.marks,
            unstopped_here=self.stops_usual and not t.ends,
            echoes_long=other is not None
            and echo.share >= 0.6
            and len(other.words) >= len(t.words),
        )

    def _is_dated(self, index: int) -> bool:
        t = self._trait(index)
        return t is not None and (t.date_only or t.stamp or t.dated)

    def _near_top(self, index: int) -> bool:
        """Below the headline, with a standfirst between at most, and running text soon below."""
        headline = self.layout.headline
        if headline is None or not 0 < index - headline <= _TOP or self.next_flows[index] is None:
            return False
        return sum(self.layout.flows[headline + 1 : index]) <= 1

    def _isolated(self, index: int) -> bool:
        """Running text, a credit or the headline on both sides: no item of a list."""
        sides = (index - 1, index + 1)
        return all(
            self._flow(i)
            or i == self.layout.headline
            or self._hint(i) is not None
            or not 0 <= i < self.count
            or self.traits[i].chrome
            or self.traits[i].sentence
            for i in sides
        ) and (self._flow(index - 1) or self._flow(index + 1))

    def _lone_credit(self, index: int) -> bool:
        t = self._trait(index)
        if (
            t is None
            or not t.credit
            or t.byline >= 0.8
            or self._hint(index) not in (None, "credit")
        ):
            return False
        shared = [i for i in (index - 1, index + 1) if 0 <= i < self.count]
        return all(self.pieces[i].line != self.pieces[index].line for i in shared)

    def _following(self) -> list[int | None]:
        """For each piece the next running text, where it is not far."""
        found: list[int | None] = [None] * self.count
        last: int | None = None
        for index in range(self.count - 1, -1, -1):
            found[index] = last if last is not None and last - index < _SOON else None
            last = index if self.layout.flows[index] else last
        return found

    def _meta_follows(self, index: int) -> bool:
        """A byline or a date stands between this piece and the next running text."""
        after = self.next_flows[index]
        if after is None or index != self.first:
            return False
        between = range(index + 1, after)
        return any(
            self.traits[i].byline >= 0.8 or self.traits[i].date_only or self.traits[i].stamp
            for i in between
        )

    def _dateline_follows(self, index: int) -> bool:
        after = self.next_flows[index]
        return after is not None and index == self.first and self.traits[after].dateline

    def _glued(self, index: int) -> bool:
        """In a text with blank lines between paragraphs: none above this one, but one below."""
        after = self.next_flows[index]
        if after is None or index == 0 or not self.spaced:
            return False
        return not self.pieces[index].apart and self.pieces[index + 1].apart

    def _told_again(self, index: int) -> float:
        """Share of the content words that the next pieces of running text have as well."""
        if index > (self.first if self.first is not None else -1):
            return 0.0
        words = self.traits[index].content
        later = [i for i in self.flowing if i > index][:8]
        rest = frozenset().union(*(self.traits[i].content for i in later))
        return len(words & rest) / len(words) if words else 0.0

    def _requoted(self, index: int) -> bool:
        """Something that this piece quotes stands in the running text again."""
        quoted = [found[1].lower() for found in _QUOTED.finditer(self.traits[index].text[:1000])]
        later = [self.traits[i].text[:3000].lower() for i in self.flowing if i > index][:60]
        return any(words in text for words in quoted for text in later)


_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»\n]{6,200}?)[,.]?[\"”“»]")


def _called_marks(traits: Sequence[Traits]) -> frozenset[str]:
    """Marks of footnotes that stand behind a word somewhere in running text."""
    found: set[str] = set()
    for mark in ("*", "**", "***", "†", "‡", "§", "¹", "²", "³", "[1]", "[2]", "[3]", "[4]", "[5]"):
        if any(t.ends and t.text.find(mark) > 0 and not t.text.startswith(mark) for t in traits):
            found.add(mark)
    return frozenset(found)
