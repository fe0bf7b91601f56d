"""Those of whom a clause tells without a verb of its own: "a man was stabbed in the neck and a
woman in the arm", "was killed and his brother wounded", "eight men shot, two dead"."""

from collections.abc import Sequence

from accordingto.facts.figurewords import limbs
from accordingto.facts.victims import is_person
from accordingto.records.reading import Reading, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "iobj"})
_PARTICIPLES = frozenset({"shot", "stabbed", "killed", "wounded", "injured", "struck"})
_WHERE = frozenset({"in", "on", "to"})


def gapped(reading: Reading, verb: Token) -> list[Token]:
    """People to whom the same happened by way of another limb or at other hands; ``verb`` is a
    passive, or has objects."""
    below = _below(reading, verb)
    wheres = [t for t in below if t.dep == "prep" and t.lower in _WHERE]
    inside = (reading.tokens[i] for t in wheres for i in reading.children[t.index])
    hit = [t for t in inside if t.lemma.lower() in limbs()]
    found = [t for t in _joined(reading, verb) if _has_prep(reading, t)]
    for limb in hit:
        more = [t for t in wheres if t.start > limb.end]
        joined = _joined(reading, limb)
        found += [t for t in joined if more or _has_limb(reading, t)]
    return [t for t in found if t.start > verb.start and _is_somebody(t)]


def _joined(reading: Reading, token: Token) -> list[Token]:
    """What "and" joins to a word, and to that."""
    first = [t for t in _below(reading, token) if t.dep == "conj"]
    return first + [t for one in first for t in _below(reading, one) if t.dep == "conj"]


def _is_somebody(token: Token) -> bool:
    named = token.pos == "PROPN" and token.ent == "PERSON"
    return named or is_person(token) or (token.ent == "ORDINAL" and token.pos == "ADJ")


def _has_prep(reading: Reading, token: Token) -> bool:
    chain = (token, *_joined(reading, token))
    return any(t.dep == "prep" for one in chain for t in _below(reading, one))


def is_bare_passive(reading: Reading, verb: Token) -> bool:
    """ "A boy was killed and his brother wounded": the second verb suffers as the first does. So
    does a headline's "Teenager fatally shot"."""
    if has_no_object(reading, verb):
        return True
    if verb.dep != "conj" or (verb.tag not in {"VBD", "VBN"} and verb.lower != "hurt"):
        return False
    over = _below(reading, reading.tokens[verb.head])
    below = _below(reading, verb)
    passive = any(t.dep in {"auxpass", "nsubjpass"} for t in over)
    bare = not any(t.dep in {"aux", "auxpass", "dobj"} for t in below)
    return passive and bare and any(t.dep in _SUBJECTS for t in below)


def has_no_object(reading: Reading, verb: Token) -> bool:
    """A headline's "Teenager fatally shot, another wounded": behind the comma others are told of
    by a participle or a state of their own, or nobody is."""
    if verb.tag != "VBD" or verb.lower not in _PARTICIPLES:
        return False
    below = _below(reading, verb)
    subjects = [t for t in below if t.dep in _SUBJECTS]
    if any(t.dep == "conj" and t.pos == "VERB" for t in below):
        # "Police shot and killed a man".
        return False
    if len(subjects) != 1 or not is_person(subjects[0]) or any(t.dep == "aux" for t in below):
        return False
    if any(t.dep in {"det", "poss"} for t in _below(reading, subjects[0])):
        return False
    objects = [t for t in below if t.dep in _OBJECTS and t.start > verb.start]
    return all(_is_told_apart(reading, t) for t in objects)


def _is_told_apart(reading: Reading, token: Token) -> bool:
    first = reading.tokens[reading.subtree(token.index)[0]]
    comma = bool(first.index) and reading.tokens[first.index - 1].text == ","
    own = any(t.dep in {"acl", "amod"} and t.tag == "VBN" for t in _below(reading, token))
    return comma and own


def before_comma(reading: Reading, one: Token) -> list[Token]:
    """A headline's "Girl, woman shot": whoever stands before the comma suffers it too."""
    sentence = reading.sentence_of(one.index)
    left = reading.subtree(one.index)[0]
    if left < sentence.first + 2 or reading.tokens[left - 1].text != ",":
        return []
    before = reading.tokens[sentence.first : left - 1]
    if any(t.pos in {"VERB", "AUX", "ADP"} or t.text == "," for t in before) or _has_article(
        before
    ):
        return []
    last = before[-1]
    return [last] if last.pos in {"NOUN", "PROPN"} and is_person(last) else []


def _has_article(tokens: Sequence[Token]) -> bool:
    return any(t.lower in {"a", "an", "the"} for t in tokens)


def _has_limb(reading: Reading, token: Token) -> bool:
    preps = [t for t in _below(reading, token) if t.dep == "prep" and t.lower in _WHERE]
    inside = (reading.tokens[i] for t in preps for i in reading.children[t.index])
    return any(t.lemma.lower() in limbs() for t in inside)


def _below(reading: Reading, token: Token) -> list[Token]:
    return [reading.tokens[i] for i in reading.children[token.index]]
