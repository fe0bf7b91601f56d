"""Statements of different articles in a form in which they can be compared."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

from accordingto.records.document import Document
from accordingto.records.facts import Figure
from accordingto.records.span import Span, hull
from accordingto.records.statement import Act, Statement
from accordingto.records.story import Party, Ref, Stand
from accordingto.stories.background import Background
from accordingto.stories.shingles import folded_words
from accordingto.stories.texts import outlet_of
from accordingto.stories.words import pieces, word_term
from accordingto.tables import table

Aim = Literal["fact", "wish", "forecast", "judgement"]
_AIMS: dict[Act, Aim] = {
    "demand": "wish",
    "promise": "wish",
    "threaten": "wish",
    "predict": "forecast",
    "question": "wish",
    "decline": "wish",
    "condemn": "judgement",
    "praise": "judgement",
}
_NEGATED = re.compile(
    r"\b(?:(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|be|been)(?: not|n[’']t)"
    r"|cannot|never|no longer"
    r"|there (?:is|are|was|were|had been|has been) no"
    r"|\A(?:that )?(?:not (?:one|a single)|none of))\b",
    re.IGNORECASE,
)
# "Dismissed the claim as false" denies once, "denied that it was not so" twice.
_FALSE = re.compile(r"\b(?:false|untrue|fake|hoax|baseless|fabricated)\b", re.IGNORECASE)
_HEAD_WORDS = 14
_CLAUSE = re.compile(r"[;.]|, (?:and|but|while)\b")
_ASIDE = re.compile(r", [^,.;!?]{1,120},")

# Below this a statement is too doubtful to be compared with others.
_SURE = 0.4


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: its words, weighted terms, whose it is, what it does, its figures.

    ``names``: those of the terms that are written with a capital.
    ``aim``: what kind of thing it is (a fact, a wish, a forecast, a judgement); only like aims can
    agree. ``holds``: whether it says that its proposition is so; a denial of a negation does.
    """

    ref: Ref
    document: Document
    statement: Statement
    terms: dict[int, float]
    names: frozenset[int]
    size: float
    words: tuple[str, ...]
    party: str | None
    bodies: frozenset[str]
    name: str
    stand: Stand
    aim: Aim
    holds: bool
    headline: bool
    figures: tuple[Figure, ...]


_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*")


def said_in(document: Document, parties: Sequence[Party], background: Background) -> list[Said]:
    """The statements of a document that can be compared, in text order."""
    whose = {key: party for party in parties for key in party.actors}
    targets = _denied(document)
    figures: dict[str, list[Figure]] = {}
    for figure in document.figures:
        if figure.statement:
            figures.setdefault(figure.statement, []).append(figure)
    found = []
    heads = next((line.span for line in document.lines if line.role == "headline"), None)
    by_id = {statement.id: statement for statement in document.statements}
    for statement in document.statements:
        whole = hull(statement.content_spans)
        if whole is None or statement.sure < _SURE:
            continue
        words = " ".join(span.of(document.text) for span in statement.content_spans)
        denied = [_content(document, by_id[target]) for target in targets.get(statement.id, ())]
        # "The claim is false" has no proposition of its own: it is that of the claim.
        compared = " ".join((words, *denied)) if denied else words
        terms = weighted(compared, background, other_spellings())
        source = whose.get((document.id, statement.source or ""))
        found.append(
            Said(
                ref=_ref(document, statement, whole),
                document=document,
                statement=statement,
                terms=terms,
                names=frozenset(
                    weighted(" ".join(_CAPITAL.findall(compared)), background, other_spellings())
                ),
                size=float(np.sqrt(sum(v * v for v in terms.values()))),
                words=tuple(folded_words(words)),
                party=source.id if source else None,
                bodies=_bodies(document, statement, whose),
                name=_name(document, statement, source),
                stand=_stand(statement),
                aim=_AIMS.get(statement.act, "fact"),
                holds=_holds(statement, words) and not denied,
                headline=heads is not None and heads.contains(whole),
                figures=tuple(figures.get(statement.id, ())),
            )
        )
    return found


def _holds(statement: Statement, words: str) -> bool:
    if statement.act == "deny":
        return len(_NEGATED.findall(_head(words))) % 2 == 1
    return not is_negated(words)


def is_negated(words: str) -> bool:
    """True where the first words of a proposition negate it. What stands between commas is not
    part of it: "that Ilves, a clerk who had never left the town, was there" says that he was."""
    head = _head(words)
    return (len(_NEGATED.findall(head)) + len(_FALSE.findall(head))) % 2 == 1


def _head(words: str) -> str:
    """The first clause of a proposition, or as much of it as is looked at."""
    return " ".join(_CLAUSE.split(_ASIDE.sub(" ", words), 1)[0].split()[:_HEAD_WORDS])


def weighted(
    text: str, background: Background, same: Mapping[int, int] | None = None
) -> dict[int, float]:
    """The terms of some words, each with its rarity. ``same``: terms to be taken for others."""
    counts = Counter(map(word_term, pieces(text)))
    counts.pop(-1, None)
    found = list(dict.fromkeys(same.get(t, t) for t in counts) if same else counts)
    rarity = background.rarity(np.array(found, dtype=np.int32)).tolist() if found else []
    return dict(zip(found, rarity, strict=True))


@cache
def other_spellings() -> dict[int, int]:
    """Terms that are only spelt otherwise, each with the term that stands for both."""
    spelt: dict[str, str] = table("accordingto.stories", "words.toml")["spelt"]
    return {word_term(american): word_term(british) for american, british in spelt.items()}


def _denied(document: Document) -> dict[str, list[str]]:
    """For each denial the claims in its article that it denies: they are what it is about. Who
    disputes a claim denies it where he says that something is not so; who gives another toll has
    something of his own to say."""
    known = {statement.id: statement for statement in document.statements}
    found: dict[str, list[str]] = {}
    for relation in document.relations:
        if relation.origin not in known or relation.target not in known:
            continue
        statement = known[relation.origin]
        negative = statement.act == "deny" or is_negated(_content(document, statement))
        if relation.kind == "denies" or (relation.kind == "disputes" and negative):
            found.setdefault(relation.origin, []).append(relation.target)
    return found


def _content(document: Document, statement: Statement) -> str:
    return " ".join(span.of(document.text) for span in statement.content_spans)


def _ref(document: Document, statement: Statement, whole: Span) -> Ref:
    return Ref(
        document=document.id,
        span=whole,
        words=whole.of(document.text),
        statement=statement.id,
    )


def _bodies(
    document: Document, statement: Statement, whose: dict[tuple[str, str], Party]
) -> frozenset[str]:
    """The party that speaks and those it speaks for."""
    actors = {actor.id: actor for actor in document.actors}
    ids = [statement.source, statement.affiliation]
    if statement.source in actors:
        ids.append(actors[statement.source].member_of)
    return frozenset(whose[document.id, i].id for i in ids if i and (document.id, i) in whose)


def _name(document: Document, statement: Statement, party: Party | None) -> str:
    if party is not None:
        return party.name
    if statement.holder_text:
        return statement.holder_text
    if statement.source_kind == "outlet":
        return outlet_of(document)
    return statement.source_span.of(document.text) if statement.source_span else "unnamed source"


def _stand(statement: Statement) -> Stand:
    if statement.act == "deny":
        return "denies"
    return "doubts" if statement.act == "question" else "says"
