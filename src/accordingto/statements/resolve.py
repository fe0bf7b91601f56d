"""Who a statement's source is: its words joined to an actor of the document.

A judgement over the spans that attribution observed. Names go to the actor whose mention holds
the head of the source's words; pronouns to the nearest fitting speaker; spokespersons without a
name to the body they speak for; and where nothing fits, the source stays unnamed with its words.
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from accordingto.records.article import Article
from accordingto.records.facts import Actor, ActorKind
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.records.statement import SourceKind, Statement
from accordingto.statements.gender import may_mean
from accordingto.statements.wordlists import word_list

_PEOPLE: frozenset[ActorKind] = frozenset({"person"})
_MANY: frozenset[ActorKind] = frozenset({"group", "armed_group", "organisation", "government"})
_THINGS: frozenset[ActorKind] = frozenset({"government", "organisation", "armed_group", "media"})

# A pronoun reaches back this many characters at most: about two paragraphs of a news report.
_REACH = 900


class _Answer(msgspec.Struct, frozen=True):
    """Who it is, how sure that is, and why."""

    source: str | None = None
    holder_text: str | None = None
    affiliation: str | None = None
    kind: SourceKind | None = None
    score: float = 1.0
    reason: str | None = None


def resolve_sources(
    article: Article, reading: Reading, statements: Sequence[Statement], actors: Sequence[Actor]
) -> tuple[Statement, ...]:
    """Statements in the same order with ``source``, ``via``, ``holder_text``, ``affiliation`` and
    ``source_kind`` and ``source_score`` set."""
    resolver = _Resolver(article, reading, actors)
    resolved = [resolver.resolve(statement) for statement in statements]
    by_id = {statement.id: statement for statement in resolved}
    return tuple(_with_first_person(s, by_id, article.text) for s in resolved)


class _Resolver:
    """One document's actors, and who spoke last while its statements are walked in order."""

    def __init__(self, article: Article, reading: Reading, actors: Sequence[Actor]) -> None:
        self._text = article.text
        self._reading = reading
        self._actors = {actor.id: actor for actor in actors}
        self._mentions = sorted(
            ((mention, actor) for actor in actors for mention in actor.mentions),
            key=lambda pair: (pair[0].start, -pair[0].end),
        )
        self._speakers: list[tuple[int, Actor]] = []
        # Single people without a name who spoke: "a military spokesman". A pronoun may mean them.
        self._nameless: list[tuple[int, _Answer]] = []

    def resolve(self, statement: Statement) -> Statement:
        answer = self._answer(statement)
        if answer.source is not None and statement.source_span is not None:
            self._speakers.append((statement.source_span.start, self._actors[answer.source]))
        if statement.source_span is not None and self._is_nameless(statement.source_span, answer):
            self._nameless.append((statement.source_span.start, answer))
        carriers = [self._carrier(span) for span in statement.via_spans]
        reasons = statement.reasons + ((answer.reason,) if answer.reason else ())
        return msgspec.structs.replace(
            statement,
            source=answer.source,
            holder_text=answer.holder_text,
            affiliation=answer.affiliation,
            source_kind=answer.kind,
            via=tuple(carrier for carrier in carriers if carrier is not None),
            source_score=answer.score,
            reasons=reasons,
        )

    def _carrier(self, span: Span) -> str | None:
        """The actor who passed something on: by name, or by the pronoun that stands for it."""
        lower = span.of(self._text).lower()
        if _is_pronoun(lower):
            return self._pronoun(span, lower).source
        actor = self._named(span)
        return actor.id if actor is not None else None

    def _answer(self, statement: Statement) -> _Answer:
        span = statement.source_span
        if span is None:
            return _Answer(kind="anonymous", reason="the text names no source")
        words = span.of(self._text)
        lower = words.lower()
        if _is_first_person(words):
            return _Answer(holder_text=words, score=0.5, reason=f"'{words}' inside a quotation")
        if _is_pronoun(lower):
            return self._pronoun(span, lower)
        return self._phrase(span, words)

    def _phrase(self, span: Span, words: str) -> _Answer:
        """A noun phrase: a name, a role, or somebody unnamed."""
        actor = self._named(span)
        head = self._reading.head_of(span)
        noun = head.lemma if head is not None else words.lower()
        if actor is not None and self._names_head(span, actor):
            return _Answer(source=actor.id, kind=_kind_of(actor))
        if _is_any(noun, words, "speaker_for") and actor is not None:
            kind: SourceKind = "document" if _is_any(noun, words, "document") else "role-only"
            reason = f"'{words}' speaks for {actor.name}"
            return _Answer(actor.id, words, actor.id, kind, 0.9, reason)
        back = self._described(span, noun)
        if back is not None:
            return back
        affiliation = actor.id if actor is not None else None
        if _is_any(noun, words, "document"):
            return _Answer(None, words, affiliation, "document", 0.9, "a document speaks")
        kind = "anonymous" if _is_any(noun, words, "unnamed") else "role-only"
        return _Answer(None, words, affiliation, kind, 0.8, "no actor of that name in the document")

    def _named(self, span: Span) -> Actor | None:
        """The actor named in ``span``: by its head if possible, else the last one named in it."""
        inside = [(m, a) for m, a in self._mentions if m.overlaps(span)]
        if not inside:
            return None
        head = self._reading.head_of(span)
        with_head = [(m, a) for m, a in inside if head is not None and m.contains(head.span)]
        pool = with_head or [(m, a) for m, a in inside if span.contains(m)] or inside
        return max(pool, key=lambda pair: (len(pair[0]), pair[0].start))[1]

    def _names_head(self, span: Span, actor: Actor) -> bool:
        """True where the actor's mention is what the phrase is about, not a part of its title."""
        head = self._reading.head_of(span)
        for mention in actor.mentions:
            if not mention.overlaps(span):
                continue
            if head is None or mention.contains(head.span):
                return True
            # The parser may take the title for the head: a name at the end is what is meant.
            if mention.end >= span.end and (actor.kind == "person" or mention.start <= span.start):
                return True
        return False

    def _described(self, span: Span, noun: str) -> _Answer | None:
        """ "The minister": the one person of the document whose role says so."""
        first = span.of(self._text).lower().split(" ", 1)[0]
        if first not in {"the", "this", "that"}:
            return None
        fitting = [
            actor
            for actor in self._actors.values()
            if actor.kind == "person"
            and actor.role is not None
            and noun in actor.role.lower()
            and actor.mentions[0].start < span.start
        ]
        if len(fitting) != 1:
            return None
        reason = f"'{span.of(self._text)}': the only {noun} named before"
        return _Answer(source=fitting[0].id, kind="named", score=0.75, reason=reason)

    def _pronoun(self, span: Span, lower: str) -> _Answer:
        words = span.of(self._text)
        kinds = _kinds_for(lower)
        speaker = self._last_speaker(span.start, kinds, lower)
        named = self._last_subject(span.start, kinds, lower)
        chosen = speaker or named
        if speaker is not None and named is not None and speaker is not named:
            # A new name between the last speech and the pronoun, as a subject of its own, wins.
            chosen = named if self._is_newer(named, speaker, span.start) else speaker
        nameless = self._last_nameless(span.start, chosen) if kinds == _PEOPLE else None
        if nameless is not None:
            reason = f"'{words}' taken as '{nameless.holder_text}', who spoke last"
            return msgspec.structs.replace(nameless, score=0.8, reason=reason)
        if chosen is None:
            return _Answer(holder_text=words, score=0.4, reason=f"'{words}' could not be resolved")
        score = 0.85 if chosen is speaker else 0.65
        why = "who spoke last" if chosen is speaker else "the last subject that fits"
        reason = f"'{words}' taken as {chosen.name}, {why}"
        return _Answer(chosen.id, None, None, _kind_of(chosen), score, reason)

    def _is_nameless(self, span: Span, answer: _Answer) -> bool:
        """True for one person told of by role only; a body, a paper or several people are none."""
        head = self._reading.head_of(span)
        words = span.of(self._text)
        if answer.holder_text != words or answer.kind == "document" or head is None:
            return False
        if head.tag != "NN" or _is_pronoun(words.lower()) or _is_first_person(words):
            return False
        return _is_any(head.lemma, words, "person") or _is_any(head.lemma, words, "unnamed")

    def _last_nameless(self, before: int, named: Actor | None) -> _Answer | None:
        """The last nameless speaker, unless ``named`` has been heard or named since."""
        for at, answer in reversed(self._nameless):
            if at >= before:
                continue
            if before - at > _REACH:
                return None
            heard = [m.start for m in named.mentions if at < m.start < before] if named else []
            return None if heard else answer
        return None

    def _last_speaker(self, before: int, kinds: frozenset[ActorKind], pronoun: str) -> Actor | None:
        for at, actor in reversed(self._speakers):
            if at >= before or before - at > _REACH or actor.kind not in kinds:
                continue
            if may_mean(pronoun, actor, self._text):
                return actor
        return None

    def _last_subject(self, before: int, kinds: frozenset[ActorKind], pronoun: str) -> Actor | None:
        """The last actor of a fitting kind that was the subject of a verb before ``before``."""
        for mention, actor in reversed(self._mentions):
            if mention.end > before or actor.kind not in kinds:
                continue
            if before - mention.start > _REACH:
                return None
            head = self._reading.head_of(mention)
            is_subject = head is not None and head.dep in {"nsubj", "nsubjpass"}
            if is_subject and may_mean(pronoun, actor, self._text):
                return actor
        return None

    def _is_newer(self, named: Actor, speaker: Actor, before: int) -> bool:
        def last(actor: Actor) -> int:
            return max((m.start for m in actor.mentions if m.end <= before), default=-1)

        spoke = max((at for at, a in self._speakers if a is speaker and at < before), default=-1)
        return last(named) > max(spoke, last(speaker))


def _with_first_person(statement: Statement, by_id: dict[str, Statement], text: str) -> Statement:
    """ "We" inside somebody's quotation is that somebody."""
    span = statement.source_span
    if statement.source is not None or span is None or statement.parent is None:
        return statement
    if not _is_first_person(span.of(text)):
        return statement
    speaker = by_id.get(statement.parent)
    if speaker is None or speaker.source is None:
        return statement
    return msgspec.structs.replace(
        statement,
        source=speaker.source,
        holder_text=None,
        source_kind=speaker.source_kind,
        reasons=(*statement.reasons, "first person inside a quotation: its speaker"),
    )


def _kind_of(actor: Actor) -> SourceKind:
    if actor.kind == "media":
        return "outlet"
    return "role-only" if actor.kind == "group" else "named"


def _kinds_for(pronoun: str) -> frozenset[ActorKind]:
    if pronoun in _set("pronouns", "person"):
        return _PEOPLE
    if pronoun in _set("pronouns", "many"):
        return _MANY
    if pronoun in _set("pronouns", "thing"):
        return _THINGS
    return _PEOPLE | _MANY | _THINGS


def _is_first_person(words: str) -> bool:
    # "US" is a country, "us" is not.
    is_acronym = len(words) > 1 and words.isupper()
    return not is_acronym and words.lower() in _set("pronouns", "speaker")


def _is_pronoun(lower: str) -> bool:
    return any(lower in _set("pronouns", k) for k in ("person", "many", "thing", "relative"))


def _is_any(noun: str, words: str, kind: str) -> bool:
    listed = _set("nouns", kind)
    return noun in listed or any(" " in item and item in words.lower() for item in listed)


@cache
def _set(section: str, key: str) -> frozenset[str]:
    return frozenset(word_list("sources.toml", section, key))
