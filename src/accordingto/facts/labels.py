"""Labels: phrases that characterise an actor, and in whose voice they stand.

Whether a phrase is fair is not judged; that it characterises is, by word lists and word forms, so
each label has a score and a reason. See Hamborg et al. 2019 on naming in news: labels are shown
side by side, never added up to a measure of bias.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from accordingto.records.facts import Actor, Label
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement

_NARRATOR = "outlet"
_COPULAS = frozenset({"be", "become", "remain"})
_NOUNS = frozenset({"NOUN", "PROPN"})
# Dependents that belong to a short naming phrase; clauses and long complements do not.
_INSIDE = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "case", "punct", "advmod", "npadvmod"}
)


def find_labels(
    reading: Reading, statements: Sequence[Statement], actors: Sequence[Actor]
) -> tuple[Label, ...]:
    """Characterising phrases of known actors, in text order, one a phrase."""
    mentions = [(mention, actor.id) for actor in actors for mention in actor.mentions]
    found: dict[Span, Label] = {}
    for token in reading.tokens:
        if token.pos not in _NOUNS:
            continue
        reason = _characterises(reading, token)
        actor = _named_by(reading, token, mentions) if reason else None
        if actor is None or reason is None:
            continue
        span = _phrase(reading, token)
        by = _voice(reading, token, span, statements)
        found.setdefault(
            span, Label(actor=actor, label_span=span, by=by, score=0.6, reasons=(reason,))
        )
    return tuple(sorted(found.values(), key=lambda label: label.label_span))


def _characterises(reading: Reading, head: Token) -> str | None:
    """Why the noun phrase of ``head`` takes a side, or ``None`` where it does not."""
    if head.ent == "PERSON":
        return None
    words = _lists()
    if head.lemma in words["nouns"]:
        return f"'{head.text}' characterises"
    for child in _modifiers(reading, head):
        if child.lower in words["adjectives"] or child.lemma in words["nouns"]:
            return f"'{child.text}' characterises"
        form = _tied_form(reading, child, words)
        if form is not None:
            return form
    return None


def _modifiers(reading: Reading, head: Token) -> Iterator[Token]:
    for index in reading.children[head.index]:
        if reading.tokens[index].dep in {"amod", "compound", "nmod"} and index < head.index:
            yield reading.tokens[index]


def _tied_form(reading: Reading, token: Token, words: dict[str, frozenset[str]]) -> str | None:
    """ "X-backed" and "anti-X", written with a hyphen; the tokenizer may have split them."""
    first, last = token.index, token.index
    tokens = reading.tokens
    while (
        first > 1
        and tokens[first - 1].text == "-"
        and tokens[first - 2].end == tokens[first - 1].start
    ):
        first -= 2
    parts = "".join(t.text for t in tokens[first : last + 1]).lower().split("-")
    if len(parts) < 2:
        return None
    if parts[-1] in words["tied_by"]:
        return f"'-{parts[-1]}' ties the actor to a side"
    if parts[0] in words["sided_by"]:
        return f"'{parts[0]}-' sets the actor for or against a side"
    return None


def _named_by(reading: Reading, head: Token, mentions: Sequence[tuple[Span, str]]) -> str | None:
    """The actor that the phrase names, or describes by apposition or "is"."""
    own = _actor_at(head, mentions)
    if own is not None:
        return own
    if head.dep == "appos":
        return _actor_at(reading.tokens[head.head], mentions)
    if head.dep == "attr" and reading.tokens[head.head].lemma in _COPULAS:
        for index in reading.children[head.head]:
            if reading.tokens[index].dep == "nsubj":
                return _actor_at(reading.tokens[index], mentions)
    return None


def _actor_at(token: Token, mentions: Sequence[tuple[Span, str]]) -> str | None:
    holding = [(len(m), actor) for m, actor in mentions if m.contains(token.span)]
    return min(holding)[1] if holding else None


def _phrase(reading: Reading, head: Token) -> Span:
    """The naming phrase around its head noun: modifiers before it, without a definite article."""
    first = head.index
    members = {head.index}
    todo = [head.index]
    while todo:
        for index in reading.children[todo.pop()]:
            if index < head.index and reading.tokens[index].dep in _INSIDE:
                members.add(index)
                todo.append(index)
    while first - 1 in members:
        first -= 1
    return Span(reading.tokens[first].start, head.end)


def _voice(reading: Reading, head: Token, span: Span, statements: Sequence[Statement]) -> str:
    """Whose words the phrase stands in.

    In quotation marks, or as what a speaker says somebody is, it is the speaker's. In the rest of
    indirect speech the outlet chose the words.
    """
    holding = [
        (sum(len(c) for c in s.content_spans), at, s.source)
        for at, s in enumerate(statements)
        if any(c.contains(span) for c in s.content_spans)
    ]
    if not holding:
        return _NARRATOR
    is_said_to_be = head.dep in {"attr", "oprd"}
    if not is_said_to_be and reading.quotation_at(span.start) is None:
        return _NARRATOR
    return min(holding)[2] or _NARRATOR


@cache
def _lists() -> dict[str, frozenset[str]]:
    source = files("accordingto.facts") / "data" / "labels.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in table.items()}
