"""What a word tells of somebody: killed, injured, or hit with an outcome that it does not tell.

The words stand in ``figures.toml``.
"""

from functools import cache
from typing import Literal

from accordingto.facts.figurewords import figure_words, limbs
from accordingto.facts.frames import loses_life
from accordingto.facts.parts import ends_a_part
from accordingto.records.reading import Reading, Token

Harm = Literal["killed", "injured", "hit"]
_VERBS = frozenset({"VERB", "AUX"})
_LIES = frozenset({"be", "remain", "stay", "lie", "recover"})


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(figure_words()["victims"][key])


def _below(reading: Reading, token: Token) -> list[Token]:
    return [reading.tokens[i] for i in reading.children[token.index]]


def _of(reading: Reading, preposition: Token) -> tuple[int, ...]:
    return reading.children[preposition.index]


def harm_of(reading: Reading, token: Token) -> Harm | None:
    """What the word tells, with the words that hang on it ("fatally shot", "shot dead")."""
    lemma = token.lemma.lower()
    if lemma not in _worth_a_look() and token.lower not in _worth_a_look():
        return None
    if lemma in _words("killed") or token.lower in _words("killed"):
        return "killed"
    if lemma in {"lose", "pass"}:
        return "killed" if token.pos in _VERBS and loses_life(reading, token) else None
    if lemma == "life":
        return "killed" if _is_taken(reading, token) else None
    if lemma not in _telling() and token.lower not in _telling():
        return None
    below = [t for t in _below(reading, token) if not ends_a_part(reading, t)]
    below = [t for t in below if not _is_negated(reading, t)]
    near = {t.lower for t in below} | {t.lemma for t in below}
    behind = (reading.tokens[i] for t in below if t.dep == "prep" for i in _of(reading, t))
    near |= {word for t in behind for word in (t.lower, t.lemma)}
    if lemma == "gun" and token.pos not in _VERBS:
        return None
    if lemma in _words("hit") and token.pos in {"VERB", "AUX", "ADJ", "NOUN"}:
        if near & _words("fatal"):
            return "killed"
        return "hit" if not near & _words("light") else "injured"
    if lemma == "survive" and not _survives_harm(below):
        return None
    if lemma == "survive" and any(t.dep == "neg" for t in below):
        return "killed"
    if lemma == "recover":
        return "injured" if _gets_well(reading, token, below) else None
    if lemma == "stable":
        return "injured" if token.dep in {"acomp", "oprd"} and token.pos == "ADJ" else None
    if lemma in _words("injured") or token.lower in _words("injured"):
        return "killed" if near & {"fatally", "mortally", "fatal"} else "injured"
    if token.pos in _VERBS and lemma == "treat":
        return "injured" if near & _treated() else None
    if lemma in _words("brought") and token.pos == "VERB" and near & _words("hospital"):
        return "injured"
    if lemma in _words("wounds") and token.pos == "NOUN":
        # "Suffered a fatal gunshot wound".
        return "killed" if near & _words("fatal") else "hit" if lemma == "wound" else "injured"
    if token.pos in _VERBS and lemma in _words("to_death") and "death" in near:
        return "killed"
    if token.pos in _VERBS and lemma in _words("cutting"):
        return "injured" if near & limbs() else None
    if lemma in _words("fighting"):
        return "injured" if token.pos in _VERBS and near & _words("for_life") else None
    if lemma in _words("helpless") and token.pos == "NOUN":
        # "In a coma", "on life support", "is in hospital".
        known = {"support": "life" in near, "hospital": _lies_in(reading, token)}
        return "injured" if known.get(lemma, True) else None
    if lemma == "condition" and near & _words("conditions"):
        # "A serious lung condition" is an illness.
        return None if any(t.dep == "compound" for t in below) else "injured"
    return "killed" if lemma in {"pronounce", "declare"} and "dead" in near else None


def _is_negated(reading: Reading, token: Token) -> bool:
    """ "Non-fatal wounds"."""
    before = [t.lower for t in reading.tokens[max(0, token.index - 2) : token.index]]
    return before == ["non", "-"]


def _survives_harm(below: list[Token]) -> bool:
    """ "Survived the crash", or just "survived"; not "survived the vote"."""
    things = [t for t in below if t.dep == "dobj"]
    return all(t.lemma in _words("survived") for t in things)


def _is_taken(reading: Reading, life: Token) -> bool:
    """ "Claimed the life of a boy"; whose life is his own takes it himself."""
    taken = life.dep == "dobj" and reading.tokens[life.head].lemma in {"claim", "take", "cost"}
    below = _below(reading, life)
    return taken and any(t.lower == "of" for t in below) and all(t.lower != "own" for t in below)


def _gets_well(reading: Reading, token: Token, below: list[Token]) -> bool:
    """ "Is recovering at a hospital", "is expected to recover"; not "recovered a gun"."""
    if token.pos != "VERB" or any(t.dep in {"dobj", "auxpass", "nsubjpass"} for t in below):
        return False
    return token.tag == "VBG" or is_expected(reading, token)


def is_expected(reading: Reading, token: Token) -> bool:
    """ "Is expected to survive": that somebody was hurt is told."""
    over = reading.tokens[token.head]
    return token.lemma in {"survive", "recover"} and over.lemma == "expect" and over.tag == "VBN"


def own_harm(reading: Reading, deed: Token) -> Harm:
    """What came of what one did to oneself: "shot himself" leaves it open."""
    lemma = deed.lemma.lower()
    below = {t.lower for t in _below(reading, deed)}
    if lemma in _words("hit") and not below & _words("fatal"):
        return "injured" if below & _words("light") else "hit"
    return "injured" if lemma in _words("injured") else "killed"


def _lies_in(reading: Reading, hospital: Token) -> bool:
    """ "Is in hospital", "remained in a hospital": of whom nothing else need be told."""
    where = reading.tokens[hospital.head]
    verb = reading.tokens[where.head]
    return hospital.dep == "pobj" and where.lower in {"in", "at"} and verb.lemma in _LIES


@cache
def _treated() -> frozenset[str]:
    """ "Treated at a hospital", "for a graze", "and released"."""
    return _words("hospital") | _words("wounds") | {"graze", "release", "scene"}


@cache
def _telling() -> frozenset[str]:
    keys = (
        "hit", "injured", "brought", "wounds", "fighting", "helpless", "to_death", "cutting",
    )  # fmt: skip
    more = {"condition", "pronounce", "declare", "treat", "recover", "stable"}
    return frozenset(more.union(*(_words(key) for key in keys)))


@cache
def _worth_a_look() -> frozenset[str]:
    """Words that may tell of harm."""
    return _telling().union(_words("killed"), {"lose", "pass", "life"})
