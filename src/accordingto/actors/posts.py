"""Nouns that name a post or say what somebody is, and point at nobody themselves."""

from collections.abc import Sequence

from accordingto.actors.wordlists import words
from accordingto.records.reading import Reading, Token

_BE = frozenset({"be", "become", "remain", "stay"})
# What stands in "it was a soldier who fired", "there was a woman": there the noun is somebody.
_CLEFTS = frozenset({"it", "there", "that", "this", "who", "which", "what"})
_DEFINITE = frozenset({"the", "this", "that"})
_OF = frozenset({"of", "for", "as"})


def is_post(reading: Reading, token: Token, left: Sequence[Token]) -> bool:
    """True for "her time as minister", "ran for mayor", "the post of governor", "became king" and
    "he is a baker": ``left`` has the words of the phrase before its head."""
    if token.dep == "attr":
        if _is_bare(left):
            return True
        if any(t.dep == "poss" or t.lower in _DEFINITE for t in left):
            # "She is not the leader's wife": who is meant stands elsewhere in the text.
            return False
        return _is_said_to_be(reading, token) and not _of_name(reading, token)
    if token.tag in {"NNS", "NNPS"}:
        return False
    if token.dep == "oprd":
        return _is_bare(left)
    if token.dep != "pobj":
        return False
    preposition = reading.tokens[token.head]
    if preposition.lower == "like":
        # "He was like a brother to me".
        return not any(t.dep == "poss" or t.lower in _DEFINITE for t in left)
    if preposition.lower not in _OF:
        return False
    above = reading.tokens[preposition.head]
    if preposition.lower == "of":
        return above.lemma in words("uses.toml", "nouns", "posts")
    if preposition.lower == "for":
        bid = above.lemma in words("uses.toml", "nouns", "bids")
        return _is_bare(left) and (bid or token.lemma in words("kinds.toml", "titles", "offices"))
    return _is_bare(left) and above.lemma not in {"identify", "name", "describe"}


def _is_bare(left: Sequence[Token]) -> bool:
    """Without an article or an owner: "harbour minister"."""
    return not any(t.dep in {"det", "poss"} or t.tag in {"DT", "PRP$", "POS"} for t in left)


def subject_of(reading: Reading, token: Token) -> Token | None:
    """Who is plainly said to be what ``token`` names: "Ada Lum is a baker"; not what she may be,
    or is not."""
    verb = reading.tokens[token.head]
    below = [reading.tokens[c] for c in reading.children[verb.index]]
    if verb.lemma not in _BE or any(t.dep in {"neg", "aux", "mark"} for t in below):
        return None
    if any(reading.tokens[c].lower == "no" for c in reading.children[token.index]):
        return None
    return next((t for t in below if t.dep == "nsubj"), None)


def _of_name(reading: Reading, token: Token) -> bool:
    subject = subject_of(reading, token)
    return subject is not None and subject.pos == "PROPN" and token.tag not in {"NNS", "NNPS"}


def _is_said_to_be(reading: Reading, token: Token) -> bool:
    """ "He is only a baby", "the man was a soldier": said of somebody; in "it was a soldier who
    fired" it is somebody."""
    verb = reading.tokens[token.head]
    subjects = [
        reading.tokens[c] for c in reading.children[verb.index] if reading.tokens[c].dep == "nsubj"
    ]
    return verb.lemma in _BE and any(s.lower not in _CLEFTS for s in subjects)
