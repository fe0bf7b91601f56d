"""Statements: who says what, and how statements stand to each other."""

from typing import Literal

import msgspec

from accordingto.records.reading import Quote
from accordingto.records.span import Span

Act = Literal[
    "assert",
    "deny",
    "accuse",
    "condemn",
    "praise",
    "demand",
    "promise",
    "threaten",
    "predict",
    "question",
    "confirm",
    "claim_responsibility",
    "decline",
    "other",
]

SourceKind = Literal["named", "role-only", "anonymous", "document", "outlet"]

# How sure a content is as it is worded: plainly said, or left open in one of four ways.
Certainty = Literal["plain", "probable", "possible", "alleged", "open"]

RelationKind = Literal["denies", "disputes", "supports", "repeats", "responds"]


class PartScores(msgspec.Struct, frozen=True):
    """How likely each part of a statement is right by itself: probabilities, calibrated together
    with the statement's ``score``, which is that of all three at once."""

    cue: float
    source: float
    content: float


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the text ascribes to somebody: an attribution of source, cue and content.

    The spans are observations. ``source`` (an actor's id), ``via`` (ids of those who passed it
    on, nearest to the speaker first) and ``parent`` (the statement inside whose content this
    one stands) are judgements, covered by ``score`` and ``reasons``. ``via_spans`` has the words
    that name each carrier, ``joint_sources`` those named beside ``source`` as saying it too ("the
    union and the mayor said"), ``via_cue_span`` the words that say it was carried. ``holder_text``
    has the words for a source without identity ("officials"), ``affiliation`` the id of the
    body it belongs to. ``when`` is the day of the utterance (ISO), where the text says it.

    ``certainty`` says how sure the content is as it is worded, ``hedge_spans`` by which words
    ("may", "is believed to", "whether"): what the speaker leaves open, not what we doubt.

    ``score`` is the probability that somebody says this here: that the words of source, cue and
    content are the right ones. ``source_score`` is how sure it is that ``source`` is who those
    words mean; ``part_scores`` are there where the trained reader found the statement.
    """

    id: str
    source: str | None = None
    joint_sources: tuple[str, ...] = ()
    source_span: Span | None = None
    cue_span: Span | None = None
    content_spans: tuple[Span, ...] = ()
    quote: Quote = "indirect"
    act: Act = "assert"
    via: tuple[str, ...] = ()
    via_spans: tuple[Span, ...] = ()
    via_cue_span: Span | None = None
    holder_text: str | None = None
    affiliation: str | None = None
    addressee: str | None = None
    when: str | None = None
    parent: str | None = None
    source_kind: SourceKind | None = None
    certainty: Certainty = "plain"
    hedge_spans: tuple[Span, ...] = ()
    score: float = 1.0
    source_score: float = 1.0
    part_scores: PartScores | None = None
    reasons: tuple[str, ...] = ()

    @property
    def sure(self) -> float:
        """How sure the statement is with its source: ``score`` times ``source_score``."""
        return round(self.score * self.source_score, 3)


class Relation(
    msgspec.Struct, frozen=True, kw_only=True, rename={"origin": "from", "target": "to"}
):
    """A judgement on two statements of one article: ``origin`` denies (…) ``target``.

    Written to JSON with the keys ``from`` and ``to``.
    """

    origin: str
    target: str
    kind: RelationKind
    score: float
    reasons: tuple[str, ...] = ()
