"""Statements of different articles in a form in which they can be compared."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from accordingto.records.document import Document
from accordingto.records.facts import Figure
from accordingto.records.span import Span, hull
from accordingto.records.statement import Statement
from accordingto.records.story import Party, Ref, Stand
from accordingto.stories.aims import Aim, aim_of, deeds_of, plainly, subject_of
from accordingto.stories.background import Background
from accordingto.stories.bodies import Bodies
from accordingto.stories.meanings import Side, like_meanings, sides_of
from accordingto.stories.names import spelt_out
from accordingto.stories.negation import (
    denied_terms,
    in_passing,
    is_negated,
    negated_terms,
    negations,
    rejects,
    says_false,
)
from accordingto.stories.organs import akin
from accordingto.stories.refusals import points, refuses, retracts
from accordingto.stories.shingles import folded_words
from accordingto.stories.texts import outlet_of
from accordingto.stories.tolls_events import Key, key_of, withdrawn_in
from accordingto.stories.verdicts import is_own, own_denials
from accordingto.stories.words import pieces, word_term

# Below this a statement is too doubtful to be compared with others.
_SURE = 0.4
# From this score on it is plain which claim a denial denies, and words of a content that may do no
# more than point at it.
_PLAIN, _POINTER = 0.7, 4
# A denial of so many terms has a proposition of its own.
_OWN = 2
# What a source without any words for it is called.
UNNAMED = "unnamed source"
# What a word says of a claim that stands only beside it: "the boy, who was shot on Sunday, …".
_IN_PASSING = 0.4


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: its words, weighted terms, whose it is, what it does, its figures.

    ``names``: those of the terms that are written with a capital; ``beside``: those that stand only
    in passing beside what is claimed.
    ``aim``: what kind of thing it is (a fact, a wish, a forecast, a judgement, a mere topic); only
    like aims can agree. ``holds``: whether it says that its proposition is so; a denial of a
    negation does. ``denies``: whether it denies by what it does, or a claim of its own article;
    ``negated``: terms that it negates anywhere, ``denied`` in its first clause; ``false``: whether
    it calls something false; ``retracts``: whether he takes back what he had said himself.
    ``deeds``: its terms with words of violence of like meaning taken for one, of a denial those of
    what it denies; ``subject``: the name that it begins with, its speaker's where he tells of
    himself; ``speaker``: the terms of its party's name.
    ``elsewhere``: those of its figures (by id) that count another event
    than the story's.
    ``sides``: what it says of things that exclude each other, its verb included ("supports").
    ``inside``: the ids of the statements in whose content this one stands.
    """

    ref: Ref
    document: Document
    statement: Statement
    terms: dict[int, float]
    names: frozenset[int]
    beside: frozenset[int]
    deeds: frozenset[int]
    subject: frozenset[int]
    speaker: frozenset[int]
    size: float
    words: tuple[str, ...]
    party: str | None
    bodies: frozenset[str]
    name: str
    stand: Stand
    aim: Aim
    holds: bool
    denies: bool
    negated: frozenset[int]
    denied: frozenset[int]
    false: bool
    headline: bool
    retracts: bool
    figures: tuple[Figure, ...]
    elsewhere: frozenset[str]
    sides: frozenset[Side]
    inside: tuple[str, ...]


_OF_SELF = re.compile(r"(?:that )?(?:himself|herself|itself|themselves|i|we)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*")


def said_in(
    document: Document,
    parties: Sequence[Party],
    background: Background,
    others: Collection[Key] = (),
    bodies: Bodies | None = None,
) -> list[Said]:
    """The statements of a document that can be compared, in text order. ``others``: numbers that
    count another event than the story's; ``bodies``: who belongs to whom in it, if known."""
    denials = own_denials(document)
    article = _Article(
        document=document,
        background=background,
        whose={key: party for party in parties for key in party.actors},
        bodies=bodies or Bodies([document], parties),
        denied=_denied(document) | {own.id: list(targets) for own, targets in denials},
        figures=_figures_of(document),
        elsewhere=frozenset(f.id for f in document.figures if key_of(f) in others),
        heading=next((line.span for line in document.lines if line.role == "headline"), None),
        by_id={statement.id: statement for statement in document.statements},
    )
    found = []
    for statement in (*document.statements, *(own for own, _ in denials)):
        whole = hull(statement.content_spans)
        if whole is not None and statement.sure >= _SURE:
            found.append(_said(article, statement, whole))
    return found


@dataclass(frozen=True, slots=True)
class _Article:
    """What its statements are compared with: parties by actor, what each denies, its figures."""

    document: Document
    background: Background
    whose: Mapping[tuple[str, str], Party]
    bodies: Bodies
    denied: Mapping[str, Collection[str]]
    figures: Mapping[str, Sequence[Figure]]
    elsewhere: frozenset[str]
    heading: Span | None
    by_id: Mapping[str, Statement]


def _figures_of(document: Document) -> dict[str, list[Figure]]:
    """The figures of each statement, but for those that the article takes back."""
    figures: dict[str, list[Figure]] = {}
    withdrawn = withdrawn_in(document)
    for figure in document.figures:
        if figure.statement and (figure.what, figure.value) not in withdrawn:
            figures.setdefault(figure.statement, []).append(figure)
    return figures


def _said(article: _Article, statement: Statement, whole: Span) -> Said:
    document, background = article.document, article.background
    words = " ".join(span.of(document.text) for span in statement.content_spans)
    targets = article.denied.get(statement.id, ())
    denied = [_content(document, article.by_id[target]) for target in targets]
    source = article.whose.get((document.id, statement.source or _state_of(document, statement)))
    compared = _compared(statement, words, denied, source)
    terms, beside = _terms(compared, background)
    # "Does this video show fighters?": a headline that asks does not say so.
    headline = article.heading is not None and article.heading.contains(whole)
    asked = headline and article.heading is not None and _asks(article.heading.of(document.text))
    refused = refuses(document, statement, words) and not denied
    taken_back = retracts(document, statement)
    # "His innocence" is what he says for himself.
    statement = plainly(statement, words)
    named = " ".join(_CAPITAL.findall(compared))
    speaker = {word_term(piece) for piece in pieces(source.name)} - {-1} if source else set()
    return Said(
        ref=_ref(document, statement, whole),
        document=document,
        statement=statement,
        terms=terms,
        names=frozenset(weighted(named, background, like_meanings())),
        beside=beside,
        deeds=deeds_of(words if statement.act == "deny" else compared),
        subject=subject_of(words, source),
        speaker=frozenset(speaker),
        size=size_of(terms),
        words=tuple(folded_words(words)),
        party=source.id if source else None,
        bodies=article.bodies.of(document, statement),
        name=_name(document, statement, source),
        stand="denies" if taken_back or rejects(words) else _stand(statement),
        aim="wish" if refused else "topic" if asked else aim_of(document, statement, words),
        holds=_holds(statement, words, denied) != (taken_back and statement.act != "deny"),
        denies=(statement.act == "deny" and not refused) or bool(denied) or taken_back,
        retracts=taken_back,
        negated=negated_terms(words),
        denied=denied_terms(words),
        false=says_false(words),
        headline=headline,
        figures=tuple(article.figures.get(statement.id, ())),
        elsewhere=article.elsewhere,
        sides=_sides(document, statement, words),
        inside=_around(statement, article.by_id),
    )


def _state_of(document: Document, statement: Statement) -> str:
    """The actor (id) of the state by whose adjective a claim is called ("a Ravian claim that"), or
    nothing."""
    word = (statement.holder_text or "").lower()
    states = (a for a in document.actors if a.kind == "government" and " " not in a.name)
    of_state = (a.id for a in states if word.isalpha() and akin(word, a.name.lower()))
    return next(of_state, "") if statement.source is None else ""


def _compared(statement: Statement, words: str, denied: Sequence[str], source: Party | None) -> str:
    """The words by which a statement is compared: its own, and of a bare denial the claim's."""
    if statement.act == "deny" and not denied and points(words):
        # Which claim it is, the article does not tell.
        return ""
    # "The claim is false" has no proposition of its own: it is that of the claim.
    bare = points(words) or says_false(words) or len(deeds_of(words)) < _OWN
    compared = " ".join((words, *denied)) if denied and bare else words
    if source is not None and _OF_SELF.match(words):
        # "Herself the winner": the winner is she.
        compared = f"{source.name} {compared}"
    return compared


def _terms(compared: str, background: Background) -> tuple[dict[int, float], frozenset[int]]:
    """The weighted terms of what is compared, and which stand in passing beside what is claimed."""
    terms = weighted(compared, background, like_meanings())
    beside = frozenset(like_meanings().get(t, t) for t in in_passing(compared))
    for term in beside.intersection(terms):
        terms[term] *= _IN_PASSING
    return terms, beside


def _asks(headline: str) -> bool:
    return headline.rstrip(" \n”’\"'").endswith("?")


def _sides(document: Document, statement: Statement, words: str) -> frozenset[Side]:
    cue = statement.cue_span.of(document.text) if statement.cue_span is not None else ""
    terms = {word_term(piece) for piece in pieces(f"{cue} {words}")}
    return sides_of(terms, negated_terms(words))


def _around(statement: Statement, by_id: Mapping[str, Statement]) -> tuple[str, ...]:
    found: list[str] = []
    while (outer := statement.parent) and outer in by_id and outer not in found:
        found.append(outer)
        statement = by_id[outer]
    return tuple(found)


def _holds(statement: Statement, words: str, denied: Sequence[str]) -> bool:
    """``denied``: the claims that it denies, the words of one of which it may do without."""
    if denied and (statement.act != "deny" or points(words)):
        return is_negated(denied[0])
    if statement.act == "deny":
        return negations(words) % 2 == 1
    return not is_negated(words)


def weighted(
    text: str, background: Background, same: Mapping[int, int] | None = None
) -> dict[int, float]:
    """The terms of some words, each with its rarity. ``same``: terms to be taken for others."""
    counts = Counter(map(word_term, pieces(text)))
    counts.pop(-1, None)
    found = list(dict.fromkeys(same.get(t, t) for t in counts) if same else counts)
    rarity = background.rarity(np.array(found, dtype=np.int32)).tolist() if found else []
    return dict(zip(found, rarity, strict=True))


def size_of(terms: Mapping[int, float]) -> float:
    """The length of terms as a vector."""
    return float(np.sqrt(sum(weight * weight for weight in terms.values())))


def _denied(document: Document) -> dict[str, list[str]]:
    """For each denial the claims in its article that it denies: they are what it is about. Who
    denies or disputes a claim without saying that it is not so has something of his own to say."""
    known = {statement.id: statement for statement in document.statements}
    found: dict[str, list[str]] = {}
    for relation in document.relations:
        if relation.origin not in known or relation.target not in known:
            continue
        statement, claim = known[relation.origin], known[relation.target]
        negative = statement.act == "deny" or _negates(
            _content(document, statement), _content(document, claim)
        )
        # "The allegations" are those of another article only where it is plain which they are.
        plain = relation.score >= _PLAIN or len(_content(document, statement).split()) > _POINTER
        if relation.kind in ("denies", "disputes") and negative and plain:
            found.setdefault(relation.origin, []).append(relation.target)
    return found


def _negates(words: str, claim: str) -> bool:
    """True where words say that a claim is not so, and not of something else."""
    if not is_negated(words):
        return False
    against = denied_terms(words) - negated_terms(claim)
    return says_false(words) or bool(against.intersection(map(word_term, pieces(claim))))


def _content(document: Document, statement: Statement) -> str:
    return " ".join(span.of(document.text) for span in statement.content_spans)


def _ref(document: Document, statement: Statement, whole: Span) -> Ref:
    return Ref(
        document=document.id,
        span=whole,
        words=whole.of(document.text),
        statement=None if is_own(statement) else statement.id,
    )


def _name(document: Document, statement: Statement, party: Party | None) -> str:
    if party is not None:
        return party.name
    if statement.holder_text:
        return spelt_out(document, statement.holder_text, statement.content_spans[0].start)
    if statement.source_kind == "outlet":
        return outlet_of(document)
    return statement.source_span.of(document.text) if statement.source_span else UNNAMED


def _stand(statement: Statement) -> Stand:
    if statement.act == "deny":
        return "denies"
    return "doubts" if statement.act == "question" else "says"
