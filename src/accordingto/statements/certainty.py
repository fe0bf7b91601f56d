"""How sure a content is as its speaker words it: "may have been", "is believed to", "whether".

Kinds and their order are FactBank's (Saurí and Pustejovsky, Language Resources and Evaluation 43,
2009), with one more for what is handed on from nobody in particular ("allegedly"). Only the main
clause counts, and the cue: "He said the man who may have fled was armed" says "was armed" plainly.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Certainty, Statement
from accordingto.tables import table

Hedge = tuple[Certainty, Token]

_KINDS: tuple[Certainty, ...] = ("open", "possible", "alleged", "probable")
# The clause that is hedged hangs below the hedge by one of these.
_BELOW = frozenset({"xcomp", "ccomp", "acl", "oprd"})
_OBJECTS = frozenset({"dobj", "pobj"})
# Who believes, where a speaker says so of himself: "I think", and reported, "she thought".
_SPEAKERS = frozenset({"i", "we", "he", "she", "they", "it"})
_DEEPEST = 4
_ASKING = frozenset({"question", "decline"})


def hedge_statements(reading: Reading, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements in the same order with ``certainty`` and ``hedge_spans`` set."""
    return tuple(_hedged(reading, statement) for statement in statements)


def _hedged(reading: Reading, statement: Statement) -> Statement:
    found = sorted(
        {(kind, token.index) for kind, token in _hedges(reading, statement)},
        key=lambda hedge: (hedge[1], hedge[0]),
    )
    if not found:
        return statement
    kinds = {kind for kind, _ in found}
    spans = dict.fromkeys(reading.tokens[index].span for _, index in found)
    return replace(
        statement,
        certainty=next(kind for kind in _KINDS if kind in kinds),
        hedge_spans=tuple(spans),
    )


def _hedges(reading: Reading, statement: Statement) -> Iterator[Hedge]:
    if statement.cue_span is not None:
        for kind, token in _in_cue(reading, statement.cue_span):
            # "Asked the board to resign" leaves nothing open.
            if kind != "open" or statement.act in _ASKING:
                yield kind, token
    for content in statement.content_spans[:1]:
        head = reading.head_of(content)
        if head is None or not content.contains(head.span):
            continue
        yield from _in_clause(reading, head, content, _DEEPEST)


def _in_cue(reading: Reading, cue: Span) -> Iterator[Hedge]:
    tokens = reading.tokens_in(cue)
    negated = any(_negates(token) for token in tokens)
    for token in tokens:
        if token.pos == "VERB" and negated:
            yield from _not_said(token)
        elif token.pos == "VERB":
            yield from _listed("cues", token)
        elif token.pos == "ADV":
            yield from _listed("adverbs", token)


def _not_said(token: Token) -> Iterator[Hedge]:
    """ "Could not rule out that", "was unable to confirm"."""
    words = _words()["open"]
    if token.lemma.lower() in words["not_excluded"]:
        yield "possible", token
    elif token.lemma.lower() in words["verbs"]:
        yield "open", token


def _in_clause(reading: Reading, head: Token, content: Span, depth: int) -> Iterator[Hedge]:
    """The hedges on one clause, and on the clause below where this one is itself a hedge."""
    if head.pos in ("NOUN", "PROPN"):
        for child in _children(reading, head, content):
            if child.dep in ("amod", "compound"):
                yield from _listed("attributes", child)
        return
    below = _children(reading, head, content)
    negation = next((child for child in below if _negates(child)), None)
    for child in below:
        yield from _on_verb(child, negation)
    yield from _around(reading, head, content)
    hedge = _governing(reading, head, negation, below)
    if hedge is None:
        return
    yield hedge
    # "He believes it may have been": both words leave it open.
    for child in below:
        if child.dep in _BELOW and child.pos in ("VERB", "AUX") and depth:
            yield from _in_clause(reading, child, content, depth - 1)


def _on_verb(child: Token, negation: Token | None) -> Iterator[Hedge]:
    words = _words()
    if child.dep == "aux":
        if negation is None or child.lower not in words["auxiliaries"]["plain_if_negated"]:
            yield from _listed("auxiliaries", child)
    elif child.dep == "advmod":
        yield from _listed("adverbs", child)
    elif child.dep == "mark" and child.lower in words["open"]["marks"]:
        yield "open", child


def _around(reading: Reading, head: Token, content: Span) -> Iterator[Hedge]:
    """ "If …" before or behind the clause; "whether" where it is the content's first word."""
    words = _words()["open"]
    first = reading.tokens_in(content)[0]
    if first.lower in words["marks"]:
        yield "open", first
    for child in _children(reading, head, content):
        if child.dep != "advcl":
            continue
        for mark in _children(reading, child, content):
            if mark.dep == "mark" and mark.lower in words["conditions"]:
                yield "open", mark


def _governing(
    reading: Reading, head: Token, negation: Token | None, below: Sequence[Token]
) -> Hedge | None:
    """The hedge that the clause's own verb or adjective is: "seems to", "is likely to"."""
    words = _words()
    lemma = head.lemma.lower()
    under = next((c for c in below if c.dep in _BELOW and c.pos in ("VERB", "AUX", "ADJ")), None)
    if head.pos == "AUX" or lemma == "be":
        for child in below:
            if child.dep in ("acomp", "attr") and negation is not None:
                if child.lower in words["adjectives"]["open_if_negated"]:
                    return "open", child
            elif child.dep in ("acomp", "attr"):
                for kind, token in _listed("adjectives", child):
                    return kind, token
    if negation is not None and lemma in words["open"]["not_excluded"]:
        return "possible", head
    if negation is not None and lemma in words["open"]["verbs"] and _asks(reading, under):
        return "open", head
    if under is None:
        return None
    verbs = words["verbs"]
    passive = any(c.dep in ("auxpass", "nsubjpass") for c in below) and lemma in verbs["passive"]
    own = lemma in verbs["own"] and any(c.dep == "nsubj" and c.lower in _SPEAKERS for c in below)
    if negation is None and (passive or own or lemma in verbs["seeming"]):
        for kind, token in _listed("verbs", head):
            return kind, token
    return None


def _asks(reading: Reading, clause: Token | None) -> bool:
    """True for an indirect question: "who fired", "whether it was so"."""
    if clause is None:
        return False
    below = [reading.tokens[i] for i in reading.subtree(clause.index)]
    return bool(below) and (below[0].tag in ("WP", "WRB", "WDT") or below[0].lower == "whether")


def _listed(section: str, token: Token) -> Iterator[Hedge]:
    kinds = _words()[section]
    for kind in _KINDS:
        if token.lower in kinds.get(kind, ()) or (
            token.pos == "VERB" and token.lemma.lower() in kinds.get(kind, ())
        ):
            yield kind, token
            return


def _negates(token: Token) -> bool:
    return token.dep == "neg" or token.lower in ("never", "no")


def _children(reading: Reading, head: Token, within: Span) -> list[Token]:
    below = (reading.tokens[i] for i in reading.children[head.index])
    return [token for token in below if within.contains(token.span)]


def _words() -> dict[str, dict[str, list[str]]]:
    return table("accordingto.statements", "hedges.toml")
