"""Whom a pronoun means: who spoke last, who was named last, and who cannot have said this."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from operator import itemgetter

import msgspec

from accordingto.records.article import Article
from accordingto.records.facts import Actor, ActorKind
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.statements.about import is_of_thing, is_subject, owned_by, tells_subject
from accordingto.statements.answer import Answer, kind_of
from accordingto.statements.gender import may_mean, pronouns_behind
from accordingto.statements.sourcewords import PEOPLE, kinds_for

# A pronoun reaches back this many characters at most: about two paragraphs of a news report.
REACH = 900
_STATEMENTS_BACK = 6
_SPEAKERS_BACK = 32
# No mention is longer than this, in characters.
_LONGEST_MENTION = 200


class Antecedents:
    """Who spoke and who was named, while a document's statements are walked in order."""

    def __init__(self, article: Article, reading: Reading, actors: Sequence[Actor]) -> None:
        self._text = article.text
        self._asides = [s.span for s in article.segments_of("caption", "footnote", "embed")]
        self._aside_starts = [span.start for span in self._asides]
        self._reading = reading
        self._mentions = sorted(
            ((mention, actor) for actor in actors for mention in actor.mentions),
            key=lambda pair: (pair[0].start, -pair[0].end),
        )
        self._starts = [mention.start for mention, _ in self._mentions]
        self._votes = pronouns_behind(reading, self._mentions)
        self._speakers: list[tuple[int, Actor]] = []
        # Single people without a name who spoke: "a military spokesman". A pronoun may mean them.
        self._nameless: list[tuple[int, Answer]] = []
        # Papers that spoke: "the letter".
        self._papers: list[tuple[int, Answer]] = []
        self._said: list[Statement] = []
        self._means: dict[tuple[str, str], bool] = {}
        self._sources: dict[str, Actor] = {}

    def around(self, span: Span) -> list[tuple[Span, Actor]]:
        """The mentions that may share words with ``span``, in text order, with their actors."""
        first = bisect_left(self._starts, span.start - _LONGEST_MENTION)
        return self._mentions[first : bisect_left(self._starts, span.end)]

    def heard(
        self,
        statement: Statement,
        actor: Actor | None,
        answer: Answer | None,
        paper: Answer | None = None,
    ) -> None:
        """Takes note of a statement whose source was found: an actor, one person unnamed, or a
        paper that has no other."""
        self._said.append(statement)
        if statement.source_span is None:
            return
        if actor is not None:
            self._sources[statement.id] = actor
            insort(self._speakers, (statement.source_span.start, actor), key=itemgetter(0))
        if paper is not None:
            insort(self._papers, (statement.source_span.start, paper), key=itemgetter(0))
        if answer is not None:
            self._nameless.append((statement.source_span.start, answer))

    def of(self, statement: Statement | None, span: Span) -> Answer:
        """Whom the pronoun at ``span``, the source of ``statement``, means."""
        words = span.of(self._text)
        kinds = kinds_for(words.lower())
        accused = self._accused(statement, span, kinds, words.lower()) if statement else None
        if accused is not None:
            reason = f"'{words}' taken as {accused.name}, who was accused just before"
            return Answer(accused.id, None, None, kind_of(accused), 0.75, reason)
        asked = self._asked_just_now(span, words.lower()) if kinds == PEOPLE else None
        if asked is not None:
            reason = f"'{words}' taken as {asked.name}, who was asked just before"
            return Answer(asked.id, None, None, kind_of(asked), 0.75, reason)
        accuser = self._accuser(statement, span) if statement else None
        speaker = self._last_speaker(span.start, kinds, words.lower(), accuser)
        own = statement.content_spans if statement is not None else ()
        named = self._last_subject(span.start, kinds, words.lower(), accuser, own)
        chosen = speaker or named
        if speaker is not None and words.lower() == "it" and self._only_owns(named, span.start):
            named = speaker
        if speaker is not None and named is not None and speaker is not named:
            # A new name between the last speech and the pronoun, as a subject of its own, wins.
            chosen = named if self._is_newer(named, speaker, span.start) else speaker
        if (
            chosen is not None
            and words.lower() == "it"
            and is_of_thing(self._text, self._reading, span, self.around)
        ):
            return Answer(holder_text=words, score=0.4, reason=f"'{words}' may mean a thing")
        paper = self._last_paper(span.start) if words.lower() == "it" else None
        if paper is not None and (chosen is None or self._is_silent_since(chosen, paper, span)):
            reason = f"'{words}' taken as '{paper[1].holder_text}', which spoke last"
            return msgspec.structs.replace(paper[1], score=0.75, reason=reason)
        nameless = self._last_nameless(span.start, chosen) if kinds == PEOPLE else None
        if nameless is not None:
            who = nameless.holder_text or "the person"
            reason = f"'{words}' taken as '{who}', who spoke last"
            return msgspec.structs.replace(nameless, score=0.8, reason=reason)
        if chosen is None and statement is not None:
            chosen = self._under_accusation(span, kinds, words.lower())
            if chosen is not None:
                reason = f"'{words}' taken as {chosen.name}, of whom the speaker before spoke"
                return Answer(chosen.id, None, None, kind_of(chosen), 0.65, reason)
        if chosen is None:
            return Answer(holder_text=words, score=0.4, reason=f"'{words}' could not be resolved")
        score = 0.85 if chosen is speaker else 0.65
        why = "who spoke last" if chosen is speaker else "the last subject that fits"
        reason = f"'{words}' taken as {chosen.name}, {why}"
        return Answer(chosen.id, None, None, kind_of(chosen), score, reason)

    def fits(self, pronoun: str, actor: Actor) -> bool:
        """True where nothing speaks against the pronoun's meaning this actor."""
        fitting = actor.kind in kinds_for(pronoun)
        return fitting and self._may_mean(pronoun, actor)

    def last_document(self, before: int, stem: str) -> Statement | None:
        """The last statement whose own words name the document or the act that "the warning" or
        "the statement" points back at."""
        for said in reversed(self._said[-_STATEMENTS_BACK:]):
            place = said.cue_span or said.source_span
            if place is None or place.start >= before or before - place.start > REACH:
                continue
            end = self._text.find("\n", place.end)
            around = self._text[place.start : min(place.end + 40, end if end >= 0 else place.end)]
            if stem in around.lower():
                return said
        return None

    def _accused(
        self, statement: Statement, span: Span, kinds: frozenset[ActorKind], pronoun: str
    ) -> Actor | None:
        """ "Ores accuses Lum of theft. He denies it": the accused, and not who accused."""
        if statement.act != "deny":
            return None
        return self._under_accusation(span, kinds, pronoun, statement.content_spans)

    def _under_accusation(
        self,
        span: Span,
        kinds: frozenset[ActorKind],
        pronoun: str,
        contents: tuple[Span, ...] = (),
    ) -> Actor | None:
        """The one of a fitting kind whom one of the last statements accuses, or is about where
        ``contents`` answer it."""
        for said in reversed(self._said[-2:]):
            answered = contents == said.content_spans
            if not (said.act == "accuse" or answered) or not said.content_spans:
                continue
            place = said.content_spans[0]
            if not 0 <= span.start - said.content_spans[-1].end <= REACH // 2:
                continue
            for mention, actor in self.around(place):
                if place.contains(mention) and actor.kind in kinds:
                    if self._may_mean(pronoun, actor):
                        return actor
                    break
        return None

    def _accuser(self, statement: Statement, span: Span) -> Actor | None:
        """ "Ores accuses it of theft, a charge it denies": whoever accused does not deny it."""
        if statement.act != "deny":
            return None
        for said in reversed(self._said[-2:]):
            near = 0 <= span.start - said.content_spans[-1].end <= REACH // 2
            if said.act == "accuse" and near:
                return self._sources.get(said.id)
        return None

    def _may_mean(self, pronoun: str, actor: Actor) -> bool:
        """False where the pronoun is of another gender than the actor, or of another number: no
        "it" means "rights groups"."""
        if pronoun == "it":
            head = self._reading.head_of(actor.mentions[0])
            if head is not None and head.tag == "NNS":
                return False
        known = self._means.get((pronoun, actor.id))
        if known is None:
            known = may_mean(pronoun, actor, self._text, self._votes)
            self._means[pronoun, actor.id] = known
        return known

    def _last_paper(self, before: int) -> tuple[int, Answer] | None:
        """The last paper that spoke, and where."""
        near = [(at, a) for at, a in self._papers[-_SPEAKERS_BACK:] if before - REACH < at < before]
        return near[-1] if near else None

    def _is_silent_since(self, actor: Actor, paper: tuple[int, Answer], span: Span) -> bool:
        """True where nobody but a paper has spoken since, and no other was a sentence's subject."""
        last = self._speakers[-_SPEAKERS_BACK:]
        if any(paper[0] < at < span.start for at, _ in last):
            return False
        near = self.around(Span(paper[0], span.start))
        since = [m for m, a in near if paper[0] < m.start < span.start and a is actor]
        return not any(is_subject(self._reading, self._reading.head_of(m)) for m in since)

    def _last_nameless(self, before: int, named: Actor | None) -> Answer | None:
        """The last nameless speaker, unless ``named`` has been heard or named since."""
        for at, answer in reversed(self._nameless[-_SPEAKERS_BACK:]):
            if at >= before:
                continue
            if before - at > REACH:
                return None
            near = self.around(Span(at + _LONGEST_MENTION, before))
            heard = [
                m.start
                for m, a in near
                if a is named and at < m.start < before and not self._is_aside(m, before)
            ]
            last = self._speakers[-_SPEAKERS_BACK:]
            spoke = [p for p, a in last if at < p < before and a is named]
            inside = [p for p in heard if self._is_inside_speech(p)]
            return None if len(heard) > len(inside) or spoke else answer
        return None

    def _last_speaker(
        self, before: int, kinds: frozenset[ActorKind], pronoun: str, accuser: Actor | None
    ) -> Actor | None:
        for at, actor in reversed(self._speakers[-_SPEAKERS_BACK:]):
            if at >= before or before - at > REACH or actor.kind not in kinds or actor is accuser:
                continue
            if self._may_mean(pronoun, actor):
                if self._told_whom(actor):
                    return self._last_speaker(at, kinds, pronoun, actor)
                asked = self._asked_by(actor, at, before)
                return self._last_speaker(at, kinds, pronoun, actor) or actor if asked else actor
        return None

    def _asked_by(self, actor: Actor, at: int, before: int) -> bool:
        """ "“By whom?” asked the judge. “By her,” she said": whoever asks does not answer."""
        said = self._said[-1] if self._said else None
        if said is None or self._sources.get(said.id) is not actor or said.quote != "direct":
            return False
        asks = said.act == "question" and said.source_span is not None
        return asks and said.source_span is not None and at == said.source_span.start < before

    def _told_whom(self, actor: Actor) -> bool:
        """ "Carol was told of it by a reporter. “Nobody came,” she said": not whoever told her."""
        said = self._said[-1] if self._said else None
        if said is None or said.cue_span is None or self._sources.get(said.id) is not actor:
            return False
        return tells_subject(self._reading, said.cue_span)

    def _asked_just_now(self, span: Span, pronoun: str) -> Actor | None:
        """ "The judge asked the witness if she was sure. “I am,” she said"."""
        said = next((s for s in reversed(self._said[-2:]) if s.act == "question"), None)
        near = said is not None and span.start - said.content_spans[-1].end <= REACH // 2
        if said is None or said.cue_span is None or not near:
            return None
        start, end = said.cue_span.end, said.content_spans[0].start
        asked = (a for m, a in self.around(Span(start, end)) if start <= m.start and m.end <= end)
        one = next(asked, None)
        return one if one and one.kind == "person" and self._may_mean(pronoun, one) else None

    def _last_subject(
        self,
        before: int,
        kinds: frozenset[ActorKind],
        pronoun: str,
        accuser: Actor | None,
        own: tuple[Span, ...] = (),
    ) -> Actor | None:
        """The last fitting actor that was a subject before ``before``, and is not in what the
        pronoun itself says ("a doctor, she said, would come")."""
        near = self.around(Span(before - REACH, before))
        for mention, actor in reversed(near):
            if mention.end > before or actor.kind not in kinds or self._is_aside(mention, before):
                continue
            if any(content.contains(mention) for content in own):
                continue
            head = self._reading.head_of(mention)
            beside = head is not None and head.dep == "appos" and actor.kind != "person"
            if beside or actor is accuser or not is_subject(self._reading, head):
                continue
            if self._may_mean(pronoun, actor):
                return self._owned(head, kinds, pronoun) or actor
        return None

    def _owned(self, head: Token | None, kinds: frozenset[ActorKind], pronoun: str) -> Actor | None:
        """ "Marsh's mother, Carol, spoke": of the two it is she who is told of."""
        if head is None or head.dep != "poss":
            return None
        noun = self._reading.tokens[head.head].span
        fitting = (a for m, a in self.around(noun) if m.contains(noun) and a.kind in kinds)
        return next((a for a in fitting if self._may_mean(pronoun, a)), None)

    def _only_owns(self, actor: Actor | None, before: int) -> bool:
        """ "The union's leader, Ada Lum, said": of the two it is she who is told of."""
        near = reversed(self.around(Span(before - REACH, before)))
        mention = next((m for m, a in near if a is actor), None)
        noun = owned_by(self._reading, mention) if mention is not None else None
        return noun is not None and any(
            a.kind == "person" and m.contains(noun) for m, a in self.around(noun)
        )

    def _is_of_thing(self, span: Span) -> bool:
        return is_of_thing(self._text, self._reading, span, self.around)

    def _is_newer(self, named: Actor, speaker: Actor, before: int) -> bool:
        """True where ``named`` was named after ``speaker`` spoke, and not by the speaker."""

        near = self.around(Span(before - 2 * REACH, before))

        def last(actor: Actor) -> int:
            places = (
                m.start
                for m, a in near
                if a is actor and m.end <= before and not self._is_aside(m, before)
            )
            own = [p for p in places if actor is speaker or not self._is_beside(p, speaker)]
            return max((p for p in own if not self._is_inside_speech(p)), default=-1)

        spoken = self._speakers[-_SPEAKERS_BACK:]
        spoke = max((at for at, a in spoken if a is speaker and at < before), default=-1)
        return last(named) > max(spoke, last(speaker))

    def _is_beside(self, place: int, speaker: Actor) -> bool:
        """ "The minister, whose brother owns it, promised": named in the words for the speaker."""
        told = [s for s in self._said[-_STATEMENTS_BACK:] if self._sources.get(s.id) is speaker]
        spans = (said.source_span for said in told)
        return any(span is not None and span.start <= place < span.end for span in spans)

    def _is_aside(self, mention: Span, before: int) -> bool:
        """True for a name in a caption or footnote, which no pronoun outside it means."""
        at = bisect_right(self._aside_starts, mention.start) - 1
        return at >= 0 and self._asides[at].contains(mention) and before > self._asides[at].end

    def _is_inside_speech(self, place: int) -> bool:
        """True for a name in what somebody says: whom he speaks of is not the next to speak."""
        return any(
            span.start <= place < span.end
            for said in self._said[-_STATEMENTS_BACK:]
            if said.source_span is not None
            for span in said.content_spans
        )
