"""Who says it: the noun phrase that is the source of a cue."""

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.draft import Page

# How many verbs up a subject may be looked for ("went on to say": one).
_MAX_CLIMB = 5

_LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "case", "preconj"}
)
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_NOT_SPEAKERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_PREPOSITIONS = frozenset(
    {"of", "from", "for", "in", "at", "on", "with", "to", "against", "near", "by"}
)
_EXPLETIVES = frozenset({"it", "there"})
RELATIVES = frozenset({"which", "that", "whom", "who", "what"})


def subject_of(page: Page, verb: int) -> int | None:
    """The token that heads the source of a verb: its subject, or that of the verb it hangs on.

    For a passive it is the agent ("denied by the ministry"); ``None`` where nobody is named.
    """
    at = verb
    for _ in range(_MAX_CLIMB):
        token = page.tokens[at]
        if is_passive(page, at):
            return agent_of(page, at)
        found = own_subject(page, at, verb)
        if found is not None:
            return found
        if token.dep == "acl":
            return token.head if _can_speak(page.tokens[token.head]) else None
        if token.dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "parataxis", "dep", "prep"):
            up = token.head
            if up == at:
                return None
            at = up
        else:
            return None
    return None


def own_subject(page: Page, verb: int, near: int | None = None) -> int | None:
    """The nearest active subject that hangs on ``verb`` itself."""
    near = verb if near is None else near
    found = [
        child
        for child in page.all_children(verb, "nsubj", "csubj")
        if _can_speak(page.tokens[child]) and page.quoted[child] == page.quoted[near]
    ]
    return min(found, key=lambda child: abs(child - verb)) if found else None


def is_passive(page: Page, verb: int) -> bool:
    """True for "was denied", and for "denied" hanging on a noun."""
    token = page.tokens[verb]
    if page.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return token.tag == "VBN" and token.dep == "acl"


def agent_of(page: Page, verb: int) -> int | None:
    """Who a passive says did it."""
    by = page.child(verb, "agent")
    if by is None:
        by = next(
            (c for c in page.all_children(verb, "prep") if page.tokens[c].lower == "by"), None
        )
    return page.child(by, "pobj") if by is not None else None


def _can_speak(token: Token) -> bool:
    if token.pos not in _NOUNS or token.ent in _NOT_SPEAKERS:
        return False
    return token.lower not in ("there", "what")


def is_expletive(token: Token) -> bool:
    """True for the "it" of "it was reported that"."""
    return token.lower in _EXPLETIVES


def noun_phrase(page: Page, head: int, *, complements: bool = True) -> Span:
    """The words of a noun phrase: titles, names, determiners and complements in front of the first
    comma, dash or relative clause; a possessive is left without its 's."""
    first, last = _left_edge(page, head), head
    if complements and page.tokens[head].pos != "PRON":
        last = _right_edge(page, head)
    span = page.between(first, last)
    return span


def _left_edge(page: Page, head: int) -> int:
    """The first token of the run left of ``head`` that belongs to it."""
    first = head
    for child in sorted((c for c in page.reading.children[head] if c < head), reverse=True):
        below = page.reading.subtree(child)
        if below[-1] + 1 != first:
            break
        token = page.tokens[child]
        if token.dep in _LEFT or (token.dep == "punct" and token.text in "-–"):
            first = below[0]
        elif token.dep == "advmod" and token.lower in ("many", "several", "more", "most", "about"):
            first = below[0]
        else:
            break
    return first


def _right_edge(page: Page, head: int) -> int:
    """The last token of the run right of ``head`` that belongs to its name."""
    last = head
    person = page.tokens[head].ent == "PERSON"
    for child in (c for c in page.reading.children[head] if c > head):
        below = page.reading.subtree(child)
        if below[0] != last + 1:
            break
        token = page.tokens[child]
        if token.dep == "prep":
            if person or token.lower not in _PREPOSITIONS:
                break
            last = _until_break(page, below)
            if last != below[-1]:
                break
        elif token.dep == "cc" or (token.dep == "punct" and token.text == "-"):
            last = below[-1]
        elif token.dep in ("conj", "appos", "nummod", "amod", "compound", "nmod", "flat"):
            last = _until_break(page, below)
            if last != below[-1]:
                break
        else:
            break
    while last > head and page.tokens[last].dep in ("cc", "punct"):
        last -= 1
    return _with_name(page, head, last)


def _until_break(page: Page, below: list[int]) -> int:
    """The last token of a subtree in front of its first comma, bracket, dash or clause."""
    last = below[0]
    for index in below:
        token = page.tokens[index]
        if index > last + 1 or token.dep in ("relcl", "acl", "advcl"):
            break
        if token.dep == "punct" and token.text not in "-–'’.":
            break
        if token.dep == "poss" or token.pos == "VERB":
            pass
        last = index
    return last


def _with_name(page: Page, head: int, last: int) -> int:
    """``last``, or the end of a person's name set behind a role and a comma: "her lawyer, Ada Lum"."""
    if page.tokens[head].pos != "NOUN":
        return last
    appos = page.child(head, "appos")
    if appos is None or page.tokens[appos].pos != "PROPN":
        return last
    below = page.reading.subtree(appos)
    comma = last + 1
    if comma < len(page.tokens) and page.tokens[comma].text == "," and below[0] == comma + 1:
        return _until_break(page, [i for i in below if i <= appos])
    return last


def possessor(page: Page, noun: int) -> Span | None:
    """Whose claim it is: "Lira's claims", "Pentagon claims", "claims by Lira"; without the 's."""
    owner = page.child(noun, "poss")
    if owner is not None:
        return noun_phrase(page, owner)
    by = [
        c
        for c in page.reading.children[noun]
        if page.tokens[c].dep in ("prep", "agent") and page.tokens[c].lower in ("by", "from")
    ]
    for preposition in by:
        pobj = page.child(preposition, "pobj")
        if pobj is not None and _can_speak(page.tokens[pobj]):
            return noun_phrase(page, pobj)
    for child in page.all_children(noun, "compound", "nmod", "amod", "nsubj"):
        token = page.tokens[child]
        if token.pos == "PROPN" or token.ent in ("NORP", "GPE", "ORG"):
            below = [i for i in page.reading.subtree(child) if i <= child]
            return page.between(below[0], child)
    return None
