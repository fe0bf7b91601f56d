"""Whether a noun with the words before it tells of somebody or of some body: "rescue services"."""

from collections.abc import Sequence

from accordingto.actors.wordlists import words
from accordingto.records.reading import Reading, Token

_NUMBER = frozenset({"NNS", "NNPS"})


def is_telling(token: Token, left: Sequence[Token], country: str | None) -> bool:
    """Some nouns name a body only with the right word before them ("rescue services")."""
    if token.lower == "station" and any(t.dep == "compound" for t in left):
        return any(t.lower in words("kinds.toml", "bodies", "stations") for t in left)
    if token.lemma == "side":
        return country is not None
    if token.lemma == "party" and any(
        t.lower in words("kinds.toml", "bodies", "feasts") for t in left
    ):
        return False
    if token.lower == "parties" and not left:
        return False
    if token.lemma == "agent" and any(
        t.lower in words("kinds.toml", "bodies", "agents") for t in left
    ):
        return False
    if token.lemma == "fighter" and any(_is_model(t.text) for t in left):
        return False
    if token.lemma == "guard" and token.tag == "NN" and not left:
        # "Standing guard".
        return False
    if token.lemma == "tank":
        return any(t.lower == "think" for t in left)
    if token.lemma == "site":
        return any(t.lower == "news" for t in left)
    if token.lemma == "carrier":
        return not any(t.lower in words("kinds.toml", "bodies", "carriers") for t in left)
    if token.lemma == "producer":
        return not any(t.lower in words("kinds.toml", "bodies", "goods") for t in left)
    if token.lemma == "campaign":
        return any(t.pos == "PROPN" or t.tag in {"PRP$", "POS"} for t in left)
    if token.lemma == "network":
        return any(t.lower in words("kinds.toml", "bodies", "networks") for t in left)
    if token.lemma == "body":
        return any(t.lower in words("kinds.toml", "bodies", "before") for t in left)
    if token.lemma == "bank" and any(
        t.lower in words("kinds.toml", "bodies", "banks") for t in left
    ):
        return False
    if not left and token.tag == "NN" and token.lemma in words("kinds.toml", "nouns", "countable"):
        return False
    if token.lemma == "service":
        before = {t.lower for t in left} & words("kinds.toml", "services", "before")
        # "Vital medical services" are what is given, "the health service" gives it.
        care = before <= {"health", "medical"} and not any(t.dep in {"det", "poss"} for t in left)
        return bool(before) and not care
    return True


def is_head_of(reading: Reading, token: Token, left: Sequence[Token]) -> bool:
    """ "The head of the union", "its head", "the union's head"; other heads are of flesh."""
    after = reading.tokens[token.index + 1 : token.index + 2]
    if token.tag in _NUMBER or (after and after[0].lower == "of"):
        return not any(t.lower in {"full", "fine"} for t in left)
    owners = [t for t in left if t.dep == "poss"]
    flesh = any(
        t.lemma in words("kinds.toml", "nouns", "person") or t.ent == "PERSON" for t in owners
    )
    bodies = any(t.dep == "compound" or t.lower == "its" for t in left)
    return bodies or (not flesh and any(t.tag != "PRP$" for t in owners))


def _is_model(word: str) -> bool:
    """ "CF-18", "jet": of an aircraft."""
    return word.lower() in {"jet", "stealth"} or (
        any(c.isdigit() for c in word) and any(c.isupper() for c in word)
    )
