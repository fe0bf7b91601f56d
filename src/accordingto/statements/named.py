"""Whom the words of a source name: by the name that closes them, or by the one they are about."""

import re

from accordingto.records.facts import Actor
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.statements.antecedents import Antecedents
from accordingto.statements.sourcewords import ends_in_name, listed

# Of an actor's mentions this many are looked at.
_MENTIONS = 64
# "Lum's lawyer, Bo Lum" names two; who names more lists them.
_MOST_NAMED = 2
# Whose a paper is not: who has seen it or carries it. A few words may stand before the name.
_HANDED = re.compile(
    r"\b(?:ordered|commissioned|seen|carried|obtained|reviewed|viewed|verified|cited|leaked|shared"
    r"|distributed|aired) (?:by|to|with) (?:[a-z]+ ){0,3}(?:The )?\Z"
)
_HANDED_REACH = 48
# "A video posted by a channel close to the rebels" is not theirs.
_CLOSE = re.compile(
    r"\b(?:close|loyal|linked|allied|sympathetic|friendly|opposed) (?:to|with) (?:the )?\Z"
)
_PLACED = re.compile(
    r"\b(?:in|near|at|of) (?:(?:one|two|some) of (?:them|these|those)"
    r"|(?:the|a|that|this|another) (?:[a-z]+ ){0,3}(?:village|town|city|district|suburb|camp|island"
    r"|settlement|province|region|port|valley|neighbou?rhood)), \Z"
)
_ASIDE = re.compile(r",\s(?:who|which|whose|where|signed by)\b")


class Named:
    """The names in a document's sources."""

    def __init__(self, text: str, reading: Reading, antecedents: Antecedents) -> None:
        self._text = text
        self._reading = reading
        self._antecedents = antecedents

    def closing(self, span: Span) -> Actor | None:
        """The one whose name stands at the end of the words that describe him or it."""
        if self._opens_with_name(span) or self._lists_people(span):
            return None
        for mention, actor in self._antecedents.around(span):
            if self._only_carries(span, mention) or self._calls_the_place(span, mention, actor):
                continue
            if self._is_close_to(span, mention) or self._is_of_body(span, mention, actor):
                continue
            if span.contains(mention) and ends_in_name(self._reading, span, mention):
                rest = self._text[mention.end : span.end].strip()
                if not rest or rest.startswith(("(", ",")):
                    return actor
        return None

    def _is_of_body(self, span: Span, mention: Span, actor: Actor) -> bool:
        """ "The party of the prime minister, Ada Lum": the party, and not she."""
        head = self._reading.head_of(span)
        if head is None or actor.kind != "person" or head.lemma not in listed("bodies", "nouns"):
            return False
        return " of " in self._text[head.end : mention.start] and head.end < mention.start

    def _calls_the_place(self, span: Span, mention: Span, actor: Actor) -> bool:
        """ "Police in one of them, Harn", "residents of the village, Harn": where they are."""
        if actor.kind == "person" or mention.start <= span.start:
            return False
        return _PLACED.search(self._text, span.start, mention.start) is not None

    def before_aside(self, span: Span) -> Span:
        """ "A spokesman for the union[, which is at odds with the ministry]"."""
        aside = _ASIDE.search(self._text, span.start, span.end)
        return Span(span.start, aside.start()) if aside is not None else span

    def _lists_people(self, span: Span) -> bool:
        """ "The panelists — Ada Lum, Bo Lum and Cy Lum": no one of them is all of them."""
        named = {
            actor.id
            for mention, actor in self._antecedents.around(span)
            if span.contains(mention) and actor.kind == "person"
        }
        return len(named) > _MOST_NAMED

    def _opens_with_name(self, span: Span) -> bool:
        """ "Ada Lum, sister of the mayor, Bo Lum": what follows a name that opens is about its
        bearer, whoever else it names."""
        head = self._reading.head_of(span)
        if head is None or head.pos != "PROPN":
            return False
        return any(
            actor.kind == "person"
            and mention.contains(head.span)
            and self._text.startswith((",", " (", " and "), mention.end)
            for mention, actor in self._antecedents.around(span)
        )

    def named(self, span: Span) -> Actor | None:
        """The actor named in ``span``: by its head if possible, else the last one named in it."""
        head = self._reading.head_of(span)
        papers = head is not None and head.lemma in listed("nouns", "document")
        inside = [
            (mention, actor)
            for mention, actor in self._antecedents.around(span)
            if mention.overlaps(span)
            and not self._only_carries(span, mention)
            and not (papers and self._is_close_to(span, mention))
        ]
        if not inside:
            return None
        with_head = [(m, a) for m, a in inside if head is not None and m.contains(head.span)]
        pool = with_head or [(m, a) for m, a in inside if span.contains(m)] or inside
        return max(pool, key=lambda pair: (len(pair[0]), pair[0].start))[1]

    def _only_carries(self, span: Span, mention: Span) -> bool:
        """ "A memo seen by the Gazette" is not the Gazette's."""
        start = max(span.start, mention.start - _HANDED_REACH)
        return _HANDED.search(self._text, start, mention.start) is not None

    def _is_close_to(self, span: Span, mention: Span) -> bool:
        """ "A channel close to the rebels" is not the rebels."""
        start = max(span.start, mention.start - _HANDED_REACH)
        return _CLOSE.search(self._text, start, mention.start) is not None

    def names_head(self, span: Span, actor: Actor) -> bool:
        """True where the actor's mention is what the phrase is about, not a part of its title."""
        head = self._reading.head_of(span)
        for mention in actor.mentions:
            if not mention.overlaps(span):
                continue
            if head is None or mention.contains(head.span):
                return True
            if self._is_governed(span, mention):
                # "A source close to the sheikh" is not the sheikh.
                continue
            # The parser may take the title for the head: a name at the end is what is meant.
            if mention.end >= span.end and (actor.kind == "person" or mention.start <= span.start):
                return True
        return False

    def _is_governed(self, span: Span, mention: Span) -> bool:
        """True where a preposition of the span stands right in front of a mention."""
        first = self._reading.tokens_in(mention)[0]
        before = self._reading.tokens[first.index - 1] if first.index else None
        return before is not None and before.pos == "ADP" and span.contains(before.span)

    def is_last_word(self, span: Span, actor: Actor) -> bool:
        """True where a name ends words of which the parser made something else: "to probe Ores"."""
        tokens = self._reading.tokens_in(span)
        if any(token.pos in ("ADP", "CCONJ", "PUNCT") for token in tokens):
            return False
        return any(mention.end == span.end for mention in actor.mentions[:_MENTIONS])
