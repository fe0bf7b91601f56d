"""What the search for relations looks at: an article's statements, their words, and their sides."""

import re
from collections.abc import Sequence
from functools import cache, cached_property

import msgspec

from accordingto.records.article import Article
from accordingto.records.facts import Actor
from accordingto.records.reading import Reading
from accordingto.records.statement import Statement
from accordingto.statements.likeness import Words, words_of
from accordingto.statements.wordlists import word_list

# Acts that put a claim forward, so that somebody may deny it or react to it.
CLAIMS = frozenset({"assert", "accuse", "confirm", "claim_responsibility", "predict", "threaten"})

# A phrase that points back is short: "the allegations", "these claims as entirely false".
_POINTING_WORDS = 8
_NESTING = 4


class Scene(msgspec.Struct, frozen=True, dict=True):
    """One article's statements, in order."""

    article: Article
    reading: Reading
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]

    @cached_property
    def words(self) -> dict[str, Words]:
        """The content words of each statement, by its id."""
        return {s.id: words_of(self.reading, s.content_spans) for s in self.statements}

    @cached_property
    def _bodies(self) -> dict[str, str | None]:
        return {actor.id: actor.member_of for actor in self.actors}

    @cached_property
    def _summaries(self) -> tuple[tuple[int, int], ...]:
        heads = self.article.segments_of("headline", "standfirst")
        return tuple((s.span.start, s.span.end) for s in heads)

    def in_summary(self, statement: Statement) -> bool:
        """True for a statement of the headline or standfirst."""
        at = start_of(statement)
        return any(start <= at < end for start, end in self._summaries)

    def same_source(self, one: Statement, other: Statement) -> bool:
        """True where one and the same speaks, or nobody is named and the words are the same."""
        if one.source is not None and other.source is not None:
            return one.source == other.source
        return one.source == other.source and one.holder_text == other.holder_text

    def same_side(self, one: Statement, other: Statement) -> bool:
        """True where the sources are the same, or one speaks for the other's body."""
        if self.same_source(one, other):
            return True
        if one.source is None or other.source is None:
            return False
        return bool(set(self._chain(one.source)) & set(self._chain(other.source)))

    def _chain(self, actor: str) -> list[str]:
        """An actor and the bodies that it belongs to, from the inside out."""
        chain = [actor]
        for _ in range(_NESTING):
            body = self._bodies.get(chain[-1])
            if body is None or body in chain:
                break
            chain.append(body)
        return chain


def start_of(statement: Statement) -> int:
    """Where a statement begins: its content or its cue, whichever is first."""
    spans = [*statement.content_spans, *([statement.cue_span] if statement.cue_span else [])]
    return min((span.start for span in spans), default=0)


def holds(outer: Statement, inner: Statement) -> bool:
    """True where ``inner`` stands inside ``outer``: what one relays, one does not say."""
    return inner.parent == outer.id


def pointing_phrase(text: str, statement: Statement, *, anywhere: bool = False) -> str | None:
    """The words by which a statement's content points back at a claim: "that assertion".

    The content must be little more than that, unless ``anywhere``: a demand "to investigate that
    assertion" points back in passing.
    """
    for span in statement.content_spans:
        phrase = span.of(text)
        if phrase.lower() in {"it", "this", "that", "them"}:
            return phrase
        if not anywhere and len(phrase.split()) > _POINTING_WORDS:
            continue
        match = _pointer().search(phrase)
        if match is not None and (anywhere or match.start() <= len("that ")):
            return match.group()
    return None


@cache
def _pointer() -> re.Pattern[str]:
    nouns = "|".join(word_list("sources.toml", "claims", "pointers"))
    return re.compile(
        rf"\b(?:the|this|that|these|those|such|a|an)\s+(?:{nouns})s?\b", re.IGNORECASE
    )


def scene(
    article: Article,
    reading: Reading,
    statements: Sequence[Statement],
    actors: Sequence[Actor],
) -> Scene:
    """The scene of one article."""
    return Scene(article, reading, tuple(statements), tuple(actors))
