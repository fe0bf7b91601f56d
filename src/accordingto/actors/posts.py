"""Nouns that name a post or say what somebody is, and point at nobody themselves."""

from collections.abc import Sequence

from accordingto.actors.wordlists import words
from accordingto.records.reading import Reading, Token

_BE = frozenset({"be", "become", "remain", "stay"})
# What stands in "it was a soldier who fired", "there was a woman": there the noun is somebody.
_CLEFTS = frozenset({"it", "there", "that", "this", "who", "which", "what"})
_OF = frozenset({"of", "for", "as"})


def is_post(reading: Reading, token: Token, left: Sequence[Token]) -> bool:
    """True for "her time as minister", "ran for mayor", "the post of governor", "became king" and
    "he is a baker": ``left`` has the words of the phrase before its head."""
    if token.tag in {"NNS", "NNPS"}:
        return token.dep == "attr" and _of_pronoun(reading, token)
    if token.dep in {"attr", "oprd"}:
        return _is_bare(left) or _of_pronoun(reading, token)
    if token.dep != "pobj":
        return False
    preposition = reading.tokens[token.head]
    if preposition.lower not in _OF:
        return False
    above = reading.tokens[preposition.head]
    if preposition.lower == "of":
        return above.lemma in words("uses.toml", "nouns", "posts")
    if preposition.lower == "for":
        return _is_bare(left) and above.lemma in words("uses.toml", "nouns", "bids")
    return _is_bare(left) and above.lemma not in {"identify", "name", "describe"}


def _is_bare(left: Sequence[Token]) -> bool:
    """Without an article or an owner: "harbour minister"."""
    return not any(t.dep in {"det", "poss"} or t.tag in {"DT", "PRP$", "POS"} for t in left)


def _of_pronoun(reading: Reading, token: Token) -> bool:
    """ "He is only a baby", "the two are friends": said of somebody whom no name stands for."""
    verb = reading.tokens[token.head]
    if verb.lemma not in _BE:
        return False
    subjects = [
        reading.tokens[c] for c in reading.children[verb.index] if reading.tokens[c].dep == "nsubj"
    ]
    many = token.tag in {"NNS", "NNPS"}
    return any(
        (s.pos == "PRON" or (many and s.pos == "NUM")) and s.lower not in _CLEFTS for s in subjects
    )
