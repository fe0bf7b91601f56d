"""What is negated in a clause: verbs with "not" or "never", nouns with "no", and all that "nobody"
did."""

from accordingto.records.reading import Reading
from accordingto.relations.wordlists import words

_CLIMB = 4
_CLAUSES = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_negated(reading: Reading, head: int) -> bool:
    """True for the head of a clause (or a noun) that is negated."""
    children = reading.children[head]
    if not children:
        return reading.tokens[head].lemma in words("negation", "verbs")
    below = [reading.tokens[child] for child in children]
    more = words("negation", "more")
    if any(token.lower in more for token in below):
        # "Did not just talk", "not only": he did, and more.
        return False
    adverbs = words("negation", "adverbs")
    for token in below:
        if token.dep == "neg" or token.lower in adverbs:
            return True
        if token.dep == "det" and is_no(reading, token.index):
            return True
        if token.dep in ("nsubj", "nsubjpass", "dobj", "attr", "expl"):
            if token.lower in words("negation", "nouns"):
                # "Nothing short of a miracle" is one.
                after = reading.tokens[token.index + 1 : token.index + 2]
                return not any(t.lower in words("negation", "idle") for t in after)
            if has_no(reading, token.index):
                return True
    return reading.tokens[head].lemma in words("negation", "verbs")


def has_no(reading: Reading, noun: int) -> bool:
    """True for "no dams"."""
    return any(is_no(reading, child) for child in reading.children[noun])


def is_no(reading: Reading, at: int) -> bool:
    """True for "no" and "neither", but not for the "No." of a number."""
    if reading.tokens[at].lower not in words("negation", "determiners"):
        return False
    after = reading.tokens[at + 1 : at + 2]
    return not any(token.text == "." or token.pos == "NUM" for token in after)


def is_refused(reading: Reading, at: int) -> bool:
    """True for a word that its clause says not to be so, by a negation of itself, of its verb or of
    that verb's subject: "not a cent had changed hands", "none of its planes"."""
    for _ in range(_CLIMB):
        token = reading.tokens[at]
        if token.lower in words("negation", "nouns"):
            after = reading.tokens[at + 1 : at + 2]
            return not any(t.lower in words("negation", "idle") for t in after)
        if is_negated(reading, at) and not _only_fails(reading, at):
            return True
        if _subject_is_none(reading, at):
            return True
        if token.pos in _CLAUSES or token.head == at:
            return False
        at = token.head
    return False


def _subject_is_none(reading: Reading, verb: int) -> bool:
    tokens, children = reading.tokens, reading.children
    return any(
        tokens[below].dep == "neg" or tokens[below].lower == "not"
        for child in children[verb]
        if tokens[child].dep in _SUBJECTS
        for below in children[child]
    )


def _only_fails(reading: Reading, verb: int) -> bool:
    """ "The engine failed": it says that of the engine, and negates no other verb."""
    tokens, children = reading.tokens, reading.children
    if tokens[verb].lemma not in words("negation", "verbs"):
        return False
    return not any(tokens[c].dep in ("xcomp", "neg", "ccomp") for c in children[verb])
