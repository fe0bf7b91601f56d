"""How far a naming phrase reaches around its head noun, and what stands in it."""

from collections.abc import Iterator

from accordingto.facts.figurewords import is_human
from accordingto.facts.labelwords import label_words
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

# Words that gather what follows and are no part of a name.
_BEFORE_PHRASE = frozenset({"both", "all", "only", "even", "also", "own", ","})
# The longest complement, in words, that a name takes with it.
_TAIL = 7
# How far behind its head the second of two joined nouns may stand.
_JOINED = 4
# Dependents that belong to a short naming phrase; clauses and long complements do not.
_INSIDE = frozenset({"det", "amod", "compound", "poss", "case", "punct", "advmod", "npadvmod"})
_WHO = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def phrase(reading: Reading, head: Token, *, is_given: bool = False) -> Span:
    """The naming phrase around its head noun: modifiers before it, without a definite article."""
    first = head.index
    members = {head.index}
    todo = [head.index]
    while todo:
        for index in reading.children[todo.pop()]:
            token = reading.tokens[index]
            inner = token.dep == "nummod" and token.head != head.index
            if index < head.index and (token.dep in _INSIDE or inner):
                members.add(index)
                todo.append(index)
    while first - 1 in members:
        first -= 1
    first = _inner_first(reading, first, head)
    while reading.tokens[first].pos == "PUNCT" and first < head.index:
        first += 1
    return Span(reading.tokens[first].start, _phrase_end(reading, head, is_given=is_given))


def _inner_first(reading: Reading, first: int, head: Token) -> int:
    """Where the name itself begins: behind "both", behind a plain owner ("the country's"), and
    inside the quotation marks that its head stands in."""
    tokens = reading.tokens
    quotation = reading.quotation_at(head.start)
    for index in range(first, head.index):
        token = tokens[index]
        outside = quotation is not None and token.start < quotation.inner.start
        plain_owner = token.dep == "case" and tokens[token.head].pos == "NOUN"
        if outside or plain_owner or token.lower in _BEFORE_PHRASE:
            first = index + 1
    return first


def _phrase_end(reading: Reading, head: Token, *, is_given: bool) -> int:
    """The end of the head noun, or of a short complement that is part of the name."""
    inner = gathered(reading, head)
    tail = inner if inner is not None else tie_after(reading, head)
    if tail is None and head.lemma in label_words()["nouns"]:
        tail = next((t for t in _after(reading, head) if t.lower == "of"), None)
    if tail is None and is_given:
        tail = _complement(reading, head)
    if tail is None:
        return _joined_end(reading, head)
    below = reading.subtree(tail.index) if inner is None else [inner.index]
    return reading.tokens[below[-1]].end if below[-1] - head.index <= _TAIL else head.end


def _joined_end(reading: Reading, head: Token) -> int:
    """ "Terrorists and looters", in one pair of quotation marks."""
    quotation = reading.quotation_at(head.start)
    below = [reading.tokens[i] for i in reading.children[head.index]]
    joined = [t for t in below if t.dep == "conj" and t.pos in _NOUNS]
    tied = len(joined) == 1 and 1 < joined[0].index - head.index <= _JOINED
    if tied:
        between = reading.tokens[head.index + 1 : joined[0].index]
        tied = between[0].dep == "cc" and all(t.dep == "compound" for t in between[1:])
    if quotation is None or not tied or not quotation.inner.contains(joined[0].span):
        return head.end
    return joined[0].end


def _complement(reading: Reading, head: Token) -> Token | None:
    """ "An icon *in* their struggle", and not "an enemy *in* 2019" or "*in* the west"."""
    for after in _after(reading, head):
        if after.lower in {"of", "in", "for", "against", "to"} and after.dep == "prep":
            inner = [reading.tokens[i] for i in reading.children[after.index]]
            if inner and inner[0].ent not in {"DATE", "GPE", "LOC", "CARDINAL"}:
                return after
    return None


def tie_after(reading: Reading, head: Token) -> Token | None:
    """ "Militants *sympathetic* to the front", "a party *opposed* to the treaty"."""
    for index in reading.children[head.index]:
        token = reading.tokens[index]
        tied = token.index > head.index and token.dep in {"amod", "acl", "advcl", "prep"}
        if tied and token.lower in label_words()["tied_after"] and not _is_spot(reading, token):
            return token
    return None


def _is_spot(reading: Reading, tie: Token) -> bool:
    """ "Services close to the scene": where they are."""
    if tie.lower != "close":
        return False
    near = (reading.tokens[i] for t in reading.children[tie.index] for i in reading.children[t])
    return not any(t.dep == "pobj" and (t.ent in _WHO or is_human(t)) for t in near)


def _after(reading: Reading, head: Token) -> Iterator[Token]:
    for index in reading.children[head.index]:
        if index == head.index + 1:
            yield reading.tokens[index]


def gathered(reading: Reading, head: Token) -> Token | None:
    """The members of "a group of bandits"."""
    if head.lemma not in label_words()["gathering"] or head.index + 1 >= len(reading.tokens):
        return None
    following = reading.tokens[head.index + 1]
    if following.lower != "of" or following.head != head.index:
        return None
    below = (reading.tokens[i] for i in reading.children[following.index])
    return next((t for t in below if t.dep == "pobj" and t.pos in _NOUNS), None)


def modifiers(reading: Reading, head: Token) -> Iterator[Token]:
    """The adjectives and nouns before a noun that qualify it."""
    for index in reading.children[head.index]:
        if reading.tokens[index].dep in {"amod", "compound", "nmod"} and index < head.index:
            yield reading.tokens[index]


def hyphened(reading: Reading, token: Token) -> str:
    """The word with what is tied before it by hyphens, as the engine takes it apart."""
    first, tokens = token.index, reading.tokens
    while (
        first > 1
        and tokens[first - 1].text == "-"
        and tokens[first - 2].end == tokens[first - 1].start
    ):
        first -= 2
    return "".join(t.text for t in tokens[first : token.index + 1]).lower()
