"""A story in the order in which views show it: the one source of its terminal, Markdown and HTML.

No judgement is made here; what is left out for length is counted.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from accordingto.exports.passages import closed
from accordingto.exports.wording import plural
from accordingto.records.document import Document
from accordingto.records.outlet import outlet_or_site
from accordingto.records.reading import Quote
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.records.story import (
    Claim,
    Origin,
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


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What a column's party or outlet does with a row's claim; no voicings: it is silent."""

    voicings: tuple[Voicing, ...] = ()

    @property
    def sign(self) -> str:
        """``says``, ``denies``, ``doubts``, ``says and denies`` or empty."""
        stands = {voicing.stand for voicing in self.voicings}
        return " and ".join(s for s in ("says", "doubts", "denies") if s in stands)


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """Claims by columns. ``heads`` name the columns; where it ``gathers``, the last is of all
    those without a column of their own."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Claim, tuple[Cell, ...]], ...]
    more_rows: int
    gathers: bool = False


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
        document, said = self._said(ref)
        if document is None or said is None:
            return ref.words
        return closed(" […] ".join(span.of(document.text) for span in said.content_spans))

    def quote(self, ref: Ref) -> Quote:
        """Whether a place's words are a speaker's own: ``direct`` for those that an article quotes
        from end to end, and for what it says itself."""
        _, said = self._said(ref)
        return "direct" if said is None else said.quote

    def _said(self, ref: Ref) -> tuple[Document | None, Statement | None]:
        for document in self.documents:
            for said in document.statements if document.id == ref.document else ():
                if said.id == ref.statement and reach_of(said) == ref.span:
                    return document, said
        return None, None


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
    """A name with a large first letter; an outlet's own voice keeps its name as it is."""
    return name if name.endswith("(own voice)") else name[:1].upper() + name[1:]


def is_denied_only(claim: Claim) -> bool:
    """True for what somebody denies and nobody in the story's articles claims."""
    return not claim.vague and all(v.stand == "denies" and v.score >= _SURE for v in claim.voicings)


def alone(view: StoryView, origin: Origin) -> bool:
    """True for an outlet that tells the story itself and once: its name says all."""
    return origin.kind == "outlet" and [view.outlet(d) for d in origin.documents] == [origin.name]


def voice_words(origin: Origin) -> str:
    """What stands behind the name of an origin that is not an outlet by itself."""
    many = len(origin.documents)
    return f"one voice in {many:,} articles" if many > 1 else "an agency’s copy"


def more_claims(count: int) -> str:
    """What stands under a matrix that is cut."""
    return f"{plural(count, 'more claim is', 'more claims are')} in the JSON."


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
        heads=(*(name for _, name in heads), *(("Others",) if others else ())),
        rows=tuple(rows),
        more_rows=max(0, len(claims) - ROWS),
        gathers=others,
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
