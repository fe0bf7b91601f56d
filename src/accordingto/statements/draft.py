"""A statement in the making, and the reading with what attribution asks of it again and again."""

from bisect import bisect_right
from functools import cached_property
from typing import Literal

import msgspec

from accordingto.records.reading import Quotation, Quote, Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Act
from accordingto.statements.cues import lexicon

NO_TOKEN = -1
_MAX_SENTENCE = 400
_VOTES = frozenset({"election", "ballot", "voter", "runoff", "referendum", "electoral"})

# Who is dismissed has lost a post.
_SENDING = frozenset({"dismiss"})
_PAPERS = frozenset({"report", "poll", "study", "survey"})
_STAFF = frozenset(
    {"worker", "employee", "staff", "staffer", "coach", "manager", "guard", "soldier", "player",
     "cabinet", "teacher", "nurse", "boss", "secretary", "adviser", "aide"}
)  # fmt: skip

# How a draft was found. "rules": where they read alone, or by their own means (layout, quotation
# marks). Beside the trained reader: by "both", by the "trained" one with a cue that the lexicon
# knows, with a "rare" one that it does not; by rules within another's content, "nested".
Way = Literal["rules", "both", "trained", "rare", "nested"]


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A statement before ids, parents and carriers are settled.

    ``at`` is the token of the cue (``NO_TOKEN`` where there is none), ``kind`` how it was found
    (``verb``, ``noun``, ``according``, ``adverb``, ``adjective``, ``headline``, ``quotation``).
    ``relative`` is true where the content is what a relative pronoun stands for, ``mind`` for
    inner states, ``speech`` for words that quotations go with. ``parts`` has the trained
    reader's raw scores of cue, source and content where it found the draft; ``found`` says which
    reader found it.
    """

    at: int
    kind: str
    cue: Span | None
    source: Span | None
    contents: tuple[Span, ...]
    act: Act
    score: float
    reasons: tuple[str, ...] = ()
    quote: Quote = "indirect"
    via: tuple[Span, ...] = ()
    via_cue: Span | None = None
    relative: bool = False
    mind: bool = False
    speech: bool = False
    subject: int = NO_TOKEN
    parts: tuple[float, float, float] | None = None
    found: Way = "rules"

    @property
    def reach(self) -> Span:
        """From the first to the last character of the content."""
        return Span(self.contents[0].start, self.contents[-1].end)

    def holds(self, span: Span) -> bool:
        """True where one piece of the content holds ``span`` wholly."""
        return any(content.contains(span) for content in self.contents)


class Page(msgspec.Struct, frozen=True, dict=True):
    """A text with its reading."""

    text: str
    reading: Reading

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return self.reading.tokens

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations, in order."""
        found: list[Quotation] = []
        for quotation in self.reading.quotations:
            if not found or quotation.span.start >= found[-1].span.end:
                found.append(quotation)
        return tuple(found)

    @cached_property
    def _quotation_ends(self) -> list[int]:
        return [q.span.end for q in self.quotations]

    def quotations_in(self, span: Span) -> range:
        """The places in ``quotations`` of those that share a character with ``span``."""
        first = bisect_right(self._quotation_ends, span.start)
        last = first
        while last < len(self.quotations) and self.quotations[last].span.start < span.end:
            last += 1
        return range(first, last)

    @cached_property
    def block_starts(self) -> frozenset[int]:
        """The offsets at which a paragraph begins."""
        return frozenset(block.start for block in self.reading.blocks)

    @cached_property
    def _block_ends(self) -> list[int]:
        return [block.end for block in self.reading.blocks]

    def block_at(self, offset: int) -> int:
        """The place in ``reading.blocks`` of the one that holds ``offset``."""
        return min(bisect_right(self._block_ends, offset), len(self.reading.blocks) - 1)

    @cached_property
    def quoted(self) -> tuple[int, ...]:
        """For each token the place in ``quotations`` of the one whose marks hold it, else -1."""
        table: list[int] = []
        at = 0
        for token in self.tokens:
            while at < len(self.quotations) and self.quotations[at].span.end <= token.start:
                at += 1
            inside = at < len(self.quotations) and self.quotations[at].span.start <= token.start
            table.append(at if inside else NO_TOKEN)
        return tuple(table)

    @cached_property
    def is_of_votes(self) -> bool:
        """True for a text on an election: who claims victory there says so, and has not won it."""
        return any(token.lemma in _VOTES for token in self.tokens)

    def is_deed(self, verb: str, thing: Token) -> bool:
        """ "Claimed three lives", "claimed the title": a verb (its lemma) and its object say
        nothing."""
        if (verb, thing.lemma) == ("claim", "victory") and self.is_of_votes:
            return False
        people = thing.ent == "PERSON" or thing.lemma in (_STAFF | lexicon().speakers) - _PAPERS
        if verb in _SENDING and people:
            # "Dismissed his defence minister", "dismissed Lum".
            return thing.dep == "dobj"
        words = lexicon()
        said = words.said_only.get(verb) if thing.dep == "dobj" else None
        return (verb, thing.lemma) in words.not_said or (
            said is not None and thing.lemma not in said
        )

    def is_endless(self, index: int) -> bool:
        """True for a token in a "sentence" that is longer than any sentence: a table, a list, a
        page made to be slow. Nothing is read from its parse."""
        sentence = self.reading.sentence_of(index)
        return sentence.last - sentence.first > _MAX_SENTENCE

    def child(self, index: int, *deps: str) -> int | None:
        """The first dependent of a token with one of the relations."""
        for child in self.reading.children[index]:
            if self.tokens[child].dep in deps:
                return child
        return None

    def all_children(self, index: int, *deps: str) -> list[int]:
        """The dependents of a token that have one of the relations, in order."""
        return [c for c in self.reading.children[index] if self.tokens[c].dep in deps]

    def between(self, first: int, last: int) -> Span:
        """From the start of token ``first`` to the end of token ``last``; the other way round
        where the tree has them so."""
        first, last = min(first, last), max(first, last)
        return Span(self.tokens[first].start, self.tokens[last].end)
