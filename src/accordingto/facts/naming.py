"""Verbs and copulas that give an actor a name: "called them bandits", "was declared an enemy"."""

from accordingto.facts.labelwords import label_words
from accordingto.records.reading import Reading, Token

_COPULAS = frozenset({"be", "become", "remain"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVES = frozenset({"which", "that", "who", "whom"})
_CLIMB = 3


def naming_verb(reading: Reading, head: Token) -> Token | None:
    """The verb by which ``head`` is said of somebody: "described the front *as a gang*",
    "called it *a cult*", "was designated *a terrorist organisation*"."""
    above = reading.tokens[head.head]
    if above.lower == "into" and head.dep == "pobj":
        maker = reading.tokens[above.head]
        return maker if maker.lemma in label_words()["naming_into"] else None
    if above.lower == "as" and head.dep == "pobj":
        verb = reading.tokens[above.head]
        for _ in range(_CLIMB):
            if verb.pos == "VERB" or verb.head == verb.index:
                break
            verb = reading.tokens[verb.head]
        return verb if verb.lemma in label_words()["naming_as"] else None
    direct = head.dep in {"oprd", "attr", "dobj", "ccomp", "appos", "xcomp"}
    if direct and above.lemma in label_words()["naming"]:
        is_passive = any(reading.tokens[i].dep == "auxpass" for i in reading.children[above.index])
        is_passive = is_passive or (above.dep == "acl" and above.tag == "VBN")
        has_object = named_by_verb(reading, above, head) is not None
        return above if is_passive or has_object else None
    return None


def named_by_verb(reading: Reading, verb: Token, head: Token) -> Token | None:
    """Who is given the name: the verb's object, or its subject in the passive voice."""
    named = _named(reading, verb, head)
    relative = named is None or named.lower in _RELATIVES
    below = (reading.tokens[i] for i in reading.children[verb.index])
    if any(t.dep == "nsubj" and t.lower in _RELATIVES for t in below):
        # "Comey, who called her work careless".
        relative = False
    if relative and (verb.dep == "relcl" or (verb.dep == "acl" and verb.tag == "VBN")):
        # "The front, which he described as a gang".
        return reading.tokens[verb.head]
    return named


def namer(reading: Reading, verb: Token) -> Token | None:
    """Who gives the name: the subject, in the passive voice whoever stands behind "by"."""
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    if any(t.dep == "auxpass" for t in below) or (verb.dep == "acl" and verb.tag == "VBN"):
        # The engine often hangs "by Varan" on the name that was given.
        reach = [reading.tokens[i] for i in reading.subtree(verb.index)]
        agents = [t for t in reach if t.lower == "by" and t.dep in {"agent", "prep"}]
        found = [reading.tokens[i] for t in agents for i in reading.children[t.index]]
        return found[0] if found else None
    while verb.dep in {"conj", "xcomp", "advcl"} and not any(t.dep == "nsubj" for t in below):
        verb = reading.tokens[verb.head]
        below = [reading.tokens[i] for i in reading.children[verb.index]]
    return next((t for t in below if t.dep == "nsubj"), None)


def copular_subject(reading: Reading, head: Token) -> Token | None:
    """X of "X is a gang"; also through "one of", "a member of" no further."""
    verb = reading.tokens[head.head]
    if head.dep != "attr" or verb.lemma not in _COPULAS:
        return None
    below = (reading.tokens[i] for i in reading.children[verb.index])
    return next((t for t in below if t.dep in _SUBJECTS), None)


def _named(reading: Reading, verb: Token, head: Token) -> Token | None:
    below = [reading.tokens[i] for i in reading.children[verb.index] if i != head.index]
    passive = any(t.dep == "auxpass" for t in below)
    if passive:
        return next((t for t in below if t.dep == "nsubjpass"), None)
    objects = [t for t in below if t.dep in {"dobj", "dative"}]
    if verb.lemma == "refer":
        # "Refer to the protesters as rioters".
        to = (i for t in below if t.lower == "to" for i in reading.children[t.index])
        objects = [reading.tokens[i] for i in to if reading.tokens[i].dep == "pobj"]
    if objects:
        return objects[0]
    # The engine often takes "called the front a gang" for a small clause under the name.
    inner = (reading.tokens[i] for i in reading.children[head.index])
    return next((t for t in inner if t.dep == "nsubj"), None)
