"""Who a statement's source is: its words joined to an actor of the document.

A judgement over the spans that attribution observed. Names go to the actor whose mention holds
the head of the source's words; pronouns to the nearest fitting speaker; spokespersons without a
name to the body they speak for; and where nothing fits, the source stays unnamed with its words.
"""

import re
from collections.abc import Sequence

import msgspec

from accordingto.records.article import Article
from accordingto.records.facts import Actor
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import SourceKind, Statement
from accordingto.statements.addressees import addressee
from accordingto.statements.answer import Answer, kind_of
from accordingto.statements.antecedents import Antecedents
from accordingto.statements.bodies import Bodies, spoken_for
from accordingto.statements.both import both, pair_before
from accordingto.statements.goes_by import goes_by
from accordingto.statements.interviews import ANSWER_LABEL, interviewee
from accordingto.statements.joint import joint_sources
from accordingto.statements.named import Named
from accordingto.statements.persons import as_quoted
from accordingto.statements.sourcewords import (
    is_any,
    is_first_person,
    is_one_person,
    is_pronoun,
    listed,
    whole_word,
)

_OF = re.compile(r"\b(?:of|for)\b")
_PLURAL = frozenset({"NNS", "NNPS"})


def resolve_sources(
    article: Article, reading: Reading, statements: Sequence[Statement], actors: Sequence[Actor]
) -> tuple[Statement, ...]:
    """Statements in the same order with ``source``, ``via``, ``holder_text``, ``affiliation`` and
    ``source_kind`` and ``source_score`` set."""
    resolver = _Resolver(article, reading, actors)
    places = {s.id: _source_place(s) for s in statements}
    by_id = {
        s.id: resolver.resolve(s, told_of=s.parent is not None and places[s.parent] > places[s.id])
        for s in sorted(statements, key=_source_place)
    }
    by_actor = {actor.id: actor for actor in actors}
    return tuple(as_quoted(article.text, reading, by_id[s.id], by_id, by_actor) for s in statements)


def _source_place(statement: Statement) -> int:
    """Where the source is named: a pronoun means whoever was named in front of it."""
    spans = (statement.source_span, statement.cue_span, *statement.content_spans)
    return next((span.start for span in spans if span is not None), 0)


class _Resolver:
    """One document's actors, and who spoke last while its statements are walked in order."""

    def __init__(self, article: Article, reading: Reading, actors: Sequence[Actor]) -> None:
        self._text = article.text
        self._reading = reading
        self._actors = {actor.id: actor for actor in actors}
        self._antecedents = Antecedents(article, reading, actors)
        self._names = Named(article.text, reading, self._antecedents)
        self._by_noun = self._nouns(actors)
        self._bodies = Bodies(article.text, reading, actors)
        self._answers: dict[str, Answer] = {}
        self._resolved: dict[str, Statement] = {}
        self._first_answer = len(article.text)

    def resolve(self, statement: Statement, *, told_of: bool = False) -> Statement:
        """The statement with its source; ``told_of`` is true for one inside the words of somebody
        who is named behind them: "'He claims to be fair,' she said" has not heard him."""
        answer = self._answer(statement)
        self._answers[statement.id] = answer
        if not told_of:
            self._hear(statement, answer)
        carriers = dict.fromkeys(self._carrier(span) for span in statement.via_spans)
        reasons = statement.reasons + ((answer.reason,) if answer.reason else ())
        self._resolved[statement.id] = resolved = msgspec.structs.replace(
            statement,
            source=answer.source,
            joint_sources=joint_sources(
                self._reading, self._antecedents, statement.source_span, answer
            ),
            holder_text=answer.holder_text,
            affiliation=answer.affiliation,
            source_kind=answer.kind,
            via=tuple(c for c in carriers if c is not None and c != answer.source),
            addressee=addressee(self._text, self._reading, self._antecedents, statement),
            source_score=answer.score,
            reasons=reasons,
        )
        return resolved

    def _hear(self, statement: Statement, answer: Answer) -> None:
        self._antecedents.heard(
            statement,
            self._actors[answer.source] if answer.source is not None else None,
            answer if self._is_nameless(statement.source_span, answer) else None,
            answer if answer.kind == "document" and answer.holder_text is not None else None,
        )

    def _carrier(self, span: Span) -> str | None:
        """The actor who passed something on: by name, or by the pronoun that stands for it."""
        if is_pronoun(span.of(self._text).lower()):
            return self._antecedents.of(None, span).source
        closing = self._names.closing(span) or self._names.named(span)
        return closing.id if closing is not None else None

    def _answer(self, statement: Statement) -> Answer:
        span = statement.source_span
        if span is None:
            return Answer(kind="anonymous", reason="the text names no source")
        words = span.of(self._text)
        if is_first_person(words):
            return Answer(holder_text=words, score=0.5, reason=f"'{words}' inside a quotation")
        if words == ANSWER_LABEL and statement.cue_span is None:
            self._first_answer = min(self._first_answer, span.start)
            return interviewee(self._actors.values(), self._first_answer)
        pair = both(self._text, self._antecedents, span) or pair_before(
            self._text, self._antecedents, span
        )
        if pair is not None:
            return pair
        if is_pronoun(words.lower()):
            before = self._antecedent(span)
            if before is None or not self._is_somebody(before):
                # "Called a theft by the bank, which said": the bank, and no theft.
                before = self._just_before(span) or before
            if before is not None:
                return self._phrase(before, before.of(self._text))
            own = self._speaker_around(statement, span)
            if own is not None:
                return own
            return self._antecedents.of(statement, span)
        owner = self._owner(span)
        if owner is not None:
            # "The broadcaster, whose evening bulletin did not mention it".
            return self._phrase(owner, owner.of(self._text))
        return self._phrase(span, words)

    def _speaker_around(self, statement: Statement, span: Span) -> Answer | None:
        """ "Temple said he would not comment": who speaks of himself, unless he names others."""
        outer = self._resolved.get(statement.parent or "")
        if outer is None or outer.source is None or outer.quote != "indirect":
            return None
        held = next((c for c in outer.content_spans if c.contains(span)), None)
        if held is None:
            return None
        actor = self._actors[outer.source]
        words = span.of(self._text)
        others = self._antecedents.around(Span(held.start, span.start))
        named = any(m.start >= held.start and a is not actor for m, a in others)
        if named or not self._antecedents.fits(words.lower(), actor):
            return None
        reason = f"'{words}' taken as {actor.name}, in whose words it stands"
        return Answer(actor.id, None, None, kind_of(actor), 0.85, reason)

    def _antecedent(self, span: Span) -> Span | None:
        """The noun phrase that "who" or "which" belongs to, where the grammar tells."""
        tokens = self._reading.tokens_in(span)
        if len(tokens) != 1 or tokens[0].lower not in ("who", "which", "that"):
            return None
        if tokens[0].lower == "that" and tokens[0].dep != "nsubj":
            return None
        return self._before(tokens[0], self._reading.tokens[tokens[0].head])

    def _owner(self, span: Span) -> Span | None:
        """The noun phrase that "whose" belongs to, at the beginning of a source."""
        tokens = self._reading.tokens_in(span)
        first = tokens[0].index if tokens else 0
        near = self._reading.tokens[max(0, first - 1) : first + 1]
        whose = next((token for token in near if token.lower == "whose"), None)
        if whose is None:
            return None
        thing = self._reading.tokens[whose.head]
        return self._before(whose, self._reading.tokens[thing.head])

    def _before(self, pronoun: Token, verb: Token) -> Span | None:
        """The noun phrase in front of a relative ``pronoun`` whose clause has the ``verb``."""
        if verb.dep == "ccomp":
            # "A video which they said showed": of the video.
            verb = self._reading.tokens[verb.head]
        noun = self._reading.tokens[verb.head]
        if verb.dep != "relcl" or noun.pos not in ("NOUN", "PROPN") or noun.end > pronoun.start:
            return None
        # A clause may reach back over its noun in a tree that crosses itself.
        clause = frozenset(self._reading.subtree(verb.index))
        kept = [
            i for i in self._reading.subtree(noun.index) if i < pronoun.index and i not in clause
        ]
        whole = Span(self._reading.tokens[kept[0]].start, self._reading.tokens[kept[-1]].end)
        return Span(whole.start, whole.start + len(whole.of(self._text).rstrip(" ,—–-(")))

    def _is_somebody(self, span: Span) -> bool:
        head = self._reading.head_of(span)
        near = self._antecedents.around(span)
        return head is not None and any(m.contains(head.span) for m, _ in near)

    def _just_before(self, span: Span) -> Span | None:
        """The name in front of ", which", where the tree hangs the clause elsewhere."""
        if span.of(self._text).lower() != "which" or not self._text.endswith(", ", 0, span.start):
            return None
        end = span.start - 2
        named = self._antecedents.around(Span(max(0, end - 1), end))
        return next((m for m, _ in reversed(named) if m.end == end), None)

    def _phrase(self, span: Span, words: str) -> Answer:
        """A noun phrase: a name, a role, or somebody unnamed."""
        called = goes_by(self._text, self._antecedents, span)
        if called is not None:
            return called
        span = self._names.before_aside(span)
        closing = self._names.closing(span)
        if closing is not None:
            return Answer(source=closing.id, kind=kind_of(closing))
        actor = self._names.named(span)
        head = self._reading.head_of(span)
        noun = head.lemma if head is not None else words.lower()
        if actor is not None and self._is_voice(actor, noun, words):
            spoken = spoken_for(words, noun, self._bodies.of(span), by_noun=True)
            if spoken is not None:
                return spoken
        if actor is not None and self._names.names_head(span, actor):
            return Answer(source=actor.id, kind=kind_of(actor))
        body = actor or self._bodies.of(span)
        spoken = spoken_for(words, noun, body, by_noun=actor is None)
        if spoken is not None:
            return spoken
        if back := self._described(span, noun) or self._document(span, words, noun):
            return back
        affiliation = actor.id if actor is not None else None
        if is_any(noun, words, "document"):
            return Answer(None, words, affiliation, "document", 0.9, "a document speaks")
        if actor is not None and self._names.is_last_word(span, actor):
            reason = f"'{words}' ends in this name"
            return Answer(source=actor.id, kind=kind_of(actor), score=0.6, reason=reason)
        same = self._same_noun(words, head.lower if head is not None else noun)
        if same is not None:
            return same
        called = self._surnamed(words)
        if called is not None:
            return called
        kind: SourceKind = "role-only"
        if is_any(noun, words, "unnamed"):
            affiliation, kind = body.id if body is not None else None, "anonymous"
        return Answer(None, words, affiliation, kind, 0.8, "no actor of that name in the document")

    def _surnamed(self, words: str) -> Answer | None:
        """ "Reeve: …" in an interview: the one person of the document whose last name it is."""
        if " " in words or not words[0].isupper():
            return None
        bearers = [
            actor
            for actor in self._actors.values()
            if actor.kind == "person" and actor.name.endswith(f" {words}")
        ]
        if len(bearers) != 1:
            return None
        reason = f"'{words}': the only one of that last name"
        return Answer(source=bearers[0].id, kind=kind_of(bearers[0]), score=0.8, reason=reason)

    def _is_voice(self, actor: Actor, noun: str, words: str) -> bool:
        """ "The army's spokesman", who has no name: it is the army that speaks."""
        named = actor.kind != "person" or kind_of(actor) == "named" or actor.role is not None
        owned = "'s " in words.replace("’", "'")
        return owned and not named and is_any(noun, words, "speaker_for")

    def _described(self, span: Span, noun: str) -> Answer | None:
        """ "The minister": the one person of the document whose role says so."""
        head = self._reading.head_of(span)
        if span.of(self._text).lower().split(" ", 1)[0] not in {"the", "this", "that"} or (
            head is not None and head.tag in _PLURAL
        ):
            return None
        if head is not None and "-" in (whole := whole_word(self._text, head.span).lower()):
            # "The secretary-general" is no general.
            noun = whole.split("-")[0]
        fitting = [
            actor
            for actor in self._actors.values()
            if actor.kind == "person"
            and actor.role is not None
            and noun in _OF.split(actor.role.lower())[0].replace("-", " ").split()
            and actor.mentions[0].start < span.start
        ]
        if len(fitting) != 1:
            return None
        reason = f"'{span.of(self._text)}': the only {noun} named before"
        return Answer(source=fitting[0].id, kind="named", score=0.75, reason=reason)

    def _document(self, span: Span, words: str, noun: str) -> Answer | None:
        """ "The warning said …": by whoever warned; "the statement": by whoever made one."""
        first = words.lower().split(" ", 1)[0]
        if first != "the" or not (
            is_any(noun, words, "document") or noun in listed("nouns", "act")
        ):
            return None
        stem = noun.removesuffix("ing").removesuffix("ment")
        said = self._antecedents.last_document(span.start, stem)
        answer = self._answers.get(said.id) if said is not None else None
        if answer is None or answer.source is None:
            return None
        reason = f"'{words}' taken as that of {self._actors[answer.source].name} just before"
        return Answer(answer.source, words, answer.source, "document", 0.7, reason)

    def _nouns(self, actors: Sequence[Actor]) -> dict[str, set[str]]:
        """For each noun that heads a mention that is no name, the actors called so."""
        found: dict[str, set[str]] = {}
        for actor in actors:
            if actor.kind not in ("group", "government", "organisation"):
                continue
            for mention in actor.mentions:
                head = self._reading.head_of(mention)
                if head is not None and head.pos in ("NOUN", "PROPN"):
                    found.setdefault(head.lower, set()).add(actor.id)
        return found

    def _same_noun(self, words: str, noun: str) -> Answer | None:
        """ "Army", "MPs" in a headline: the only actor that the text calls so."""
        if noun in listed("nouns", "unnamed") or len(words.split()) > 2:
            return None
        singular = noun.removesuffix("s")
        if singular in listed("nouns", "unnamed") or singular in listed("nouns", "person"):
            return None
        called = self._by_noun.get(noun, set())
        if len(called) != 1:
            return None
        actor = self._actors[next(iter(called))]
        reason = f"'{words}': the only {noun} of the text"
        return Answer(source=actor.id, kind=kind_of(actor), score=0.7, reason=reason)

    def _is_nameless(self, span: Span | None, answer: Answer) -> bool:
        """True for one person told of by role only; a body, a paper or several people are none."""
        if span is None:
            return False
        head = self._reading.head_of(span)
        words = span.of(self._text)
        if answer.holder_text != words or answer.kind == "document" or head is None:
            return False
        if head.tag in ("NNS", "NNPS") or is_pronoun(words.lower()) or is_first_person(words):
            return False
        return is_one_person(head.lemma, words)
