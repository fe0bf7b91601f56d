"""Those who suffer it where the grammar puts them elsewhere than beside the telling word: "killed
was Jan Pell", "a bullet grazed her arm", "as were three children"."""

from accordingto.facts.figurewords import limbs
from accordingto.facts.victims import is_person
from accordingto.records.reading import Reading, Token

_BE = frozenset({"was", "were", "is", "are"})
_BEFORE = frozenset({"also", "and", "among", "those", "—", "-", "–"})
_BEHIND = frozenset({"nsubj", "nsubjpass", "attr", "dobj"})
_PLURAL = frozenset({"were", "are", "have"})
_FINDS = frozenset({"find", "leave", "discover"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
# How many members of a list stand before the last one.
_MEMBERS = 8
# How far before a name "according" stands, in words.
_SOURCE = 10
# How far up the verb stands that says how somebody came to a hospital.
_CLIMB = 4


def behind_be(reading: Reading, word: Token) -> list[Token]:
    """ "Killed was Jan Pell, 20", "also injured were two girls": the sentence begins with what
    happened, and those it happened to stand behind the verb."""
    if word.tag != "VBN" or word.index + 1 >= len(reading.tokens):
        return []
    first = reading.sentence_of(word.index).first
    be = reading.tokens[word.index + 1]
    before = reading.tokens[first : word.index]
    if be.lower not in _BE or any(t.lower not in _BEFORE for t in before):
        return []
    below = (*_below(reading, be), *_below(reading, word))
    return [t for t in below if t.start > be.start and t.dep in _BEHIND]


def beside_object(reading: Reading, verb: Token) -> list[Token]:
    """ "Shot his son, 8, and his wife": the parser may hang the second one on the verb."""
    joined = [t for t in _below(reading, verb) if t.dep == "conj" and t.start > verb.start]
    return [t for t in joined if t.pos == "NOUN" and is_person(t)]


def owner(reading: Reading, one: Token) -> Token:
    """Whose limb it is that was hit: "grazed a woman's arm", "the head of a deputy"."""
    if one.lemma not in limbs():
        return one
    below = _below(reading, one)
    inside = [t for of in below if of.lower == "of" for t in _below(reading, of)]
    whose = [t for t in (*below, *inside) if t.dep in {"poss", "pobj"}]
    return next(iter(whose), one)


def as_well(reading: Reading, word: Token) -> list[Token]:
    """ "Were found dead, as were three children"."""
    over = reading.tokens[word.head]
    verbs = (word, over) if word.dep in {"oprd", "acomp"} else (word,)
    found = []
    for like in (t for verb in verbs for t in _below(reading, verb)):
        below = _below(reading, like)
        if like.lower in _BE and like.start > word.start and below and below[0].lower == "as":
            found += [t for t in below if t.dep in _SUBJECTS and t.start > like.start]
    return found


def is_source(reading: Reading, one: Token) -> bool:
    """ "According to Sgt. Kern, the girl was shot": the full stop may make him a subject."""
    behind = reading.tokens[one.index + 1 : one.index + 2]
    if not behind or behind[0].text != ",":
        return False
    for token in reversed(reading.tokens[max(0, one.index - _SOURCE) : one.index]):
        if token.text in ",;":
            return False
        if token.lower == "according":
            return True
    return False


def nearest(reading: Reading, one: Token, word: Token) -> Token:
    """ "The mother of a boy wounded in Belm": the boy."""
    inside = [t for of in _below(reading, one) if of.lower == "of" for t in _below(reading, of)]
    beside = [t for t in inside if t.index == word.index - 1 and is_person(t)]
    return next(iter(beside), one)


def first_of_list(reading: Reading, one: Token, word: Token) -> Token:
    """The first member, where a state behind the last tells of all: "found a man and a boy dead";
    "a man and a boy who were hurt"."""
    at = one
    for _ in range(_MEMBERS):
        if at.dep not in {"conj", "appos"} or reading.tokens[at.head].pos not in {"NOUN", "PROPN"}:
            break
        at = reading.tokens[at.head]
    if at is one or not is_person(at) or word.start < one.start:
        return one
    over = reading.tokens[at.head]
    if word.dep == "amod" and at.dep == "dobj" and over.lemma in _FINDS:
        return at
    several = any(t.lower in _PLURAL for t in _below(reading, word))
    single = one.tag in {"NN", "NNP"} and one.dep == "conj"
    return at if word.dep == "relcl" and several and single else one


def aged(reading: Reading, verb: Token) -> list[Token]:
    """ "1-year-old suffers a wound": the parser may hang the child on the verb as an adjective."""
    return [t for t in _below(reading, verb) if t.lower == "old" and t.start < verb.start]


def who_came(reading: Reading, place: Token) -> list[Token]:
    """ "Two men showed up at a hospital with wounds": the wounds are not the hospital's."""
    over = reading.tokens[place.head]
    if place.dep != "pobj" or is_person(place):
        return []
    at = over
    for _ in range(_CLIMB):
        at = reading.tokens[at.head]
        if at.pos == "VERB":
            below = _below(reading, at)
            found = [t for t in below if t.dep in _OBJECTS] or [
                t for t in below if t.dep == "nsubj"
            ]
            return found if _has_arrived(at) else []
    return []


def _has_arrived(verb: Token) -> bool:
    return verb.lemma in _COMES


_COMES = frozenset(
    {"show", "arrive", "walk", "turn", "come", "go", "drive", "appear", "check", "be", "remain"}
)


def after_his_deed(reading: Reading, verb: Token) -> list[Token]:
    """ "A man shot his wife and was then shot dead": the doer of the first verb."""
    if verb.dep != "conj" or not any(t.dep == "auxpass" for t in _below(reading, verb)):
        return []
    at = verb
    for _ in range(_CLIMB):
        if at.dep != "conj":
            break
        at = reading.tokens[at.head]
        found = [t for t in _below(reading, at) if t.dep in _SUBJECTS]
        if found:
            return found
    return []


def _below(reading: Reading, token: Token) -> list[Token]:
    return [reading.tokens[i] for i in reading.children[token.index]]
