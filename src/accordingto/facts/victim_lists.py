"""The members of a list of victims: "his wife and two sons", "a father, a mother and a child"."""

from collections.abc import Iterator

from accordingto.facts.victims import is_kin, is_person
from accordingto.records.reading import Reading, Token

# No list of victims in news is longer.
_MEMBERS = 60
# "A total of six people", "a group of four men".
_TOTALS = frozenset({"total", "group", "family", "crowd"})


def counted_in(reading: Reading, one: Token) -> Token:
    """ "A total of six people": the people. A family without a number is told of as one."""
    if one.lemma not in _TOTALS:
        return one
    of = [i for t in _below(reading, one) if t.lower == "of" for i in reading.children[t.index]]
    inside = [reading.tokens[i] for i in of if reading.tokens[i].dep == "pobj"]
    numbered = [t for t in inside if any(b.pos == "NUM" for b in _below(reading, t))]
    return next(iter(numbered), one)


def listed(reading: Reading, one: Token) -> Iterator[Token]:
    """``one`` and those joined to it by commas and "and"."""
    todo, given = [one], 0
    while todo and given < _MEMBERS:
        at = todo.pop()
        given += 1
        yield at
        todo.extend(
            t
            for t in _below(reading, at)
            # "Her brother Tom" is one, also where the name is taken for a member of the list.
            if (t.dep == "conj" and _may_be_one(t) and not _names(reading, t))
            or (t.dep == "appos" and _is_another(reading, at, t))
        )
        todo.extend(t for name in _called(reading, at) for t in _further(reading, name))


def _called(reading: Reading, one: Token) -> list[Token]:
    """The name of "his wife, Jana Sal, 34, and their son", the age of "his son, 8, and a boy"."""
    return [t for t in _below(reading, one) if t.dep == "appos" and t.pos in {"PROPN", "NUM"}]


def _further(reading: Reading, name: Token) -> list[Token]:
    """Those who are joined to a name with a word of their own, as "their son" is."""
    joined = [t for t in _below(reading, name) if t.dep == "conj" and is_person(t)]
    return [
        t
        for t in joined
        if any(b.dep in {"poss", "det", "nummod"} and b.lower != "the" for b in _below(reading, t))
    ]


def _may_be_one(token: Token) -> bool:
    """ "The six-year-old" is somebody, too."""
    return token.pos in {"NOUN", "PROPN", "NUM"} or token.lower == "old"


def _is_another(reading: Reading, one: Token, token: Token) -> bool:
    """ "His wife, two sons": no single person is several; "a father, a mother and two sons were":
    one who is called by two nouns is no list, and takes no plural."""
    if _begins(reading, one) and _begins(reading, token) and _goes_on(reading, token):
        return not _is_singular(reading, reading.tokens[one.head])
    if _goes_on(reading, token) and _is_his(reading, token) and _is_told_apart(reading, token):
        # "Commander Dore, his wife and two children", "the man, his boss and a neighbour".
        return True
    many = any(t.dep == "nummod" and t.lower not in {"one", "1"} for t in _below(reading, token))
    return one.tag == "NN" and token.tag == "NNS" and many


def _begins(reading: Reading, token: Token) -> bool:
    return any(t.dep == "det" and t.lower in {"a", "an"} for t in _below(reading, token))


def _is_told_apart(reading: Reading, token: Token) -> bool:
    """Nobody is his own relative; whoever stands behind "and" with a word of his own is another."""
    joined = [t for t in _below(reading, token) if t.dep == "conj"]
    own = any(b.dep in {"det", "nummod", "poss"} for t in joined for b in _below(reading, t))
    return is_kin(token.lemma.lower()) or (is_person(token) and own)


def _is_his(reading: Reading, token: Token) -> bool:
    return any(t.dep == "poss" and t.pos == "PRON" for t in _below(reading, token))


def _goes_on(reading: Reading, token: Token) -> bool:
    return any(t.dep == "conj" for t in _below(reading, token))


def _is_singular(reading: Reading, verb: Token) -> bool:
    """ "Was killed", "is dead", "has died"."""
    known = (verb, *_below(reading, verb))
    return any(t.lower in {"was", "is", "has"} and t.pos in {"VERB", "AUX"} for t in known)


def _names(reading: Reading, token: Token) -> bool:
    """A name right behind a noun for a person."""
    before = reading.tokens[token.index - 1] if token.index else token
    return token.pos == "PROPN" and before.pos == "NOUN"


def _below(reading: Reading, token: Token) -> list[Token]:
    return [reading.tokens[i] for i in reading.children[token.index]]
