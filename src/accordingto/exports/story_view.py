"""A story in the order in which views show it: the one source of its terminal, Markdown and HTML.

No judgement is made here; what is left out for length is counted.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from accordingto.exports.passages import closed
from accordingto.exports.wording import agreeing, plural
from accordingto.records.document import Document
from accordingto.records.outlet import outlet_or_site
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.records.story import (
    Claim,
    Claimant,
    Count,
    Moment,
    Ref,
    Story,
    StoryToll,
    Voicing,
)

# Claims and columns of the matrix; more are counted, and are in the JSON.
ROWS = 25
COLUMNS = 8
# What a claim that is denied counts against one that nobody denies, when columns are chosen.
_QUARREL = 4
# A denial of what nobody claims is shown by itself from here on.
_SURE = 0.6
_UNNAMED = "? unnamed source"
_BOUNDS = ("killed_min", "killed_max", "injured_min", "injured_max")


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What a column's party or outlet does with a row's claim; no voicings: it is silent."""

    voicings: tuple[Voicing, ...] = ()

    @property
    def sign(self) -> str:
        """``says``, ``denies``, ``doubts``, ``says and denies`` or empty."""
        stands = {voicing.stand for voicing in self.voicings}
        return " and ".join(s for s in ("says", "doubts", "denies") if s in stands)


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """Claims by columns. ``heads`` name the columns; the last gathers those without their own."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Claim, tuple[Cell, ...]], ...]
    more_rows: int


class StoryView(msgspec.Struct, frozen=True, kw_only=True):
    """A story with its articles and the tables that views show."""

    story: Story
    documents: tuple[Document, ...]
    outlets: dict[str, str]
    positions: Matrix
    carried: Matrix
    tolls: tuple[StoryToll, ...]

    def outlet(self, document: str) -> str:
        """What to call the outlet of a document."""
        return self.outlets[document]

    def words(self, ref: Ref) -> str:
        """The words of a place; of a statement what was said, without the "he said" between."""
        for document in self.documents:
            for said in document.statements if document.id == ref.document else ():
                if said.id == ref.statement and reach_of(said) == ref.span:
                    said_in = (span.of(document.text) for span in said.content_spans)
                    return closed(" […] ".join(said_in))
        return ref.words


def reach_of(said: Statement) -> Span:
    """From the first to the last character of what was said."""
    return Span(said.content_spans[0].start, said.content_spans[-1].end)


def view_of(story: Story, documents: Sequence[Document]) -> StoryView:
    """Joins a story and its documents for a reader."""
    outlets = outlet_names(documents)
    story = _with_capitals(story)
    shown = [
        c for c in story.claims if len({v.ref.document for v in c.voicings}) > 1 or c.contested
    ]
    told = {v.ref for c in shown for v in c.voicings if v.stand == "denies"}
    told |= {ref for x in story.links if x.kind == "conflicts" for ref in (x.a, x.b)}
    shown += [
        c
        for c in story.claims
        if c not in shown and is_denied_only(c) and not any(v.ref in told for v in c.voicings)
    ]
    return StoryView(
        story=story,
        documents=tuple(documents),
        outlets=outlets,
        positions=_positions(shown),
        carried=_carried(shown, documents, outlets),
        tolls=story.tolls,
    )


def _with_capitals(story: Story) -> Story:
    """The story with names as the head of a column or line has them: "The health ministry"."""
    made = msgspec.structs.replace

    def told(claim: Claim) -> Claim:
        return made(claim, voicings=tuple(made(v, name=capital(v.name)) for v in claim.voicings))

    def counted(toll: StoryToll) -> StoryToll:
        return made(toll, claimants=tuple(made(c, name=capital(c.name)) for c in toll.claimants))

    return made(
        story,
        parties=tuple(made(party, name=capital(party.name)) for party in story.parties),
        claims=tuple(told(claim) for claim in story.claims),
        tolls=tuple(counted(toll) for toll in story.tolls),
    )


def capital(name: str) -> str:
    """A name with a large first letter."""
    return name[:1].upper() + name[1:]


def is_denied_only(claim: Claim) -> bool:
    """True for what somebody denies and nobody in the story's articles claims."""
    return not claim.vague and all(v.stand == "denies" and v.score >= _SURE for v in claim.voicings)


def origin_words(claim: Claim) -> str:
    """How many stand behind a claim: "2 independent origins"."""
    if is_denied_only(claim):
        return "denied; who claims it, no article says"
    return plural(claim.origins, "independent origin")


def outlet_names(documents: Sequence[Document]) -> dict[str, str]:
    """For each document a name of its outlet; numbered where an outlet has several articles."""
    plain = {
        d.id: outlet_or_site(d.outlet, d.url) or d.source.rsplit("/", 1)[-1] for d in documents
    }
    many = Counter(plain.values())
    seen: Counter[str] = Counter()
    names = {}
    for document, name in plain.items():
        seen[name] += 1
        names[document] = f"{name} ({seen[name]})" if many[name] > 1 else name
    return names


def _positions(claims: Sequence[Claim]) -> Matrix:
    ranked = _ranked(claims[:ROWS])
    heads = ranked[:COLUMNS]
    known = set(heads)
    others = any(_speaker(v) not in known for c in claims[:ROWS] for v in c.voicings)
    rows = []
    for claim in claims[:ROWS]:
        cells = [
            Cell(voicings=tuple(v for v in claim.voicings if _speaker(v) == head)) for head in heads
        ]
        if others:
            rest = tuple(v for v in claim.voicings if _speaker(v) not in known)
            cells.append(Cell(voicings=rest))
        rows.append((claim, tuple(cells)))
    return Matrix(
        heads=(*(name for _, name in heads), *(("others",) if others else ())),
        rows=tuple(rows),
        more_rows=max(0, len(claims) - ROWS),
    )


def _ranked(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    """Speakers, those first whose columns show most: both sides of a quarrel before who says much,
    and for what has a column already less than for what has none."""
    rows = [row for claim in claims for row in _sides(claim)]
    left = {key for _, speakers in rows for key in speakers if key[0] != _UNNAMED}
    shown: Counter[int] = Counter()
    found: list[tuple[str, str]] = []
    while left:
        worth = dict.fromkeys(left, 0.0)
        for at, (weight, speakers) in enumerate(rows):
            for key in speakers & left:
                worth[key] += weight * 0.5 ** shown[at]
        best = min(left, key=lambda key: (-worth[key], key[1], key[0]))
        left.remove(best)
        found.append(best)
        shown.update(at for at, (_, speakers) in enumerate(rows) if best in speakers)
    return found


def _sides(claim: Claim) -> list[tuple[int, set[tuple[str, str]]]]:
    """Who says and who denies a contested claim, or all who tell another, with a weight."""
    if not claim.contested:
        return [(1, {_speaker(v) for v in claim.voicings})]
    stands = {v.stand for v in claim.voicings}
    sides = [{_speaker(v) for v in claim.voicings if v.stand == stand} for stand in sorted(stands)]
    wide = len({v.ref.document for v in claim.voicings}) > 1
    return [(_QUARREL if wide else 1, side) for side in sides]


def _speaker(voicing: Voicing) -> tuple[str, str]:
    return voicing.party or f"? {voicing.name.casefold()}", voicing.name


def _carried(
    claims: Sequence[Claim], documents: Sequence[Document], outlets: dict[str, str]
) -> Matrix:
    ids = [document.id for document in documents]
    rows = tuple(
        (
            claim,
            tuple(
                Cell(voicings=tuple(v for v in claim.voicings if v.ref.document == document))
                for document in ids
            ),
        )
        for claim in claims[:ROWS]
    )
    return Matrix(
        heads=tuple(outlets[document] for document in ids),
        rows=rows,
        more_rows=max(0, len(claims) - ROWS),
    )


def range_words(low: float | int | None, high: float | int | None) -> str:
    """Bounds as a reader expects them: ``9``, ``9–11``, ``≥ 9``, ``≤ 15``."""
    if low is None and high is None:
        return "?"
    if low is None:
        return f"≤ {high:,}"
    if high is None:
        return f"≥ {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def casualty_rows(story: Story) -> list[tuple[str, str, str]]:
    """The least and the most of the dead and injured with who gives them: (``killed_min``, ``9``,
    ``rescuers; The Halmouth Courier``). A bound that nobody gives has no row."""
    found = []
    for name in _BOUNDS:
        amount: float | int | None = getattr(story.casualties, name)
        by: tuple[str, ...] = getattr(story.casualties, f"{name}_by")
        if amount is not None:
            found.append((name, f"{amount:,}", "; ".join(by)))
    return found


def likely_words(toll: StoryToll) -> str | None:
    """What the articles' own tolls come to, in a sentence."""
    if toll.likely is None or toll.likely_score is None:
        return None
    reasons = "; ".join(toll.likely_reasons)
    return f"The articles as wholes: {toll.likely:,} (score {toll.likely_score:.2f}; {reasons})"


def bounds_words(toll: StoryToll, named: int) -> str:
    """Who gives the least and who the most, at most ``named`` of each; who gives both at once."""
    least, most = toll.least_by[:named], toll.most_by[:named]
    if toll.least == toll.most and least:
        return f"given by {', '.join(dict.fromkeys((*least, *most)))}"
    found = [f"least given by {', '.join(least)}"] if least else []
    if most:
        found.append(f"most by {', '.join(most)}")
    return "; ".join(found)


def told_words(claimant: Claimant) -> list[str]:
    """What a claimant gives, each number once with all who print it: ``≥ 9 (Lumen 24, The Courier,
    2024-10-18 to 2024-10-19)``."""
    printed: dict[str, list[Count]] = {}
    for count in claimant.counts:
        printed.setdefault(count_words(count), []).append(count)
    found = []
    for number, counts in printed.items():
        outlets = dict.fromkeys(c.outlet or "?" for c in counts)
        days = sorted({c.published[:10] for c in counts if c.published})
        when = days[:1] if len(days) < 2 else [f"{days[0]} to {days[-1]}"]
        found.append(f"{number} ({', '.join((*outlets, *when))})")
    return found


def count_words(count: Count) -> str:
    """A figure with its bounds, for a table."""
    role = f" {count.role}" if count.role else ""
    elsewhere = " of another event" if count.elsewhere else ""
    withdrawn = ", withdrawn since" if count.withdrawn else ""
    denied = ", denied" if count.denied else ""
    part = ", a part" if count.part and not role else ""
    return f"{range_words(count.low, count.high)}{role}{part}{elsewhere}{withdrawn}{denied}"


_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "MI": "midday"}


def moment_words(when: str) -> str:
    """A time of the timeline as a reader expects it: ``2024-10-17, night``, not ``…TNI``."""
    stem, _, part = when.partition("T")
    if part[:2] in _PARTS:
        return f"{stem}, {_PARTS[part[:2]]}"
    return when[:16].replace("T", " ")


def moment_title(moment: Moment) -> str:
    """The kind of an event in small letters, or the outlet, or who says it."""
    if moment.kind == "event":
        return moment.what.lower()
    if moment.kind == "claim":
        name, stand = moment.what.rsplit(" ", 1)
        return f"{name} {agreeing(name, stand)}"
    return moment.what
