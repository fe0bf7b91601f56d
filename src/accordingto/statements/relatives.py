"""Relative clauses: what their pronoun stands for."""

from accordingto.records.span import Span
from accordingto.statements.draft import Page

RELATIVES = frozenset({"which", "that", "whom", "who", "what"})
_IN = frozenset({"in", "near", "at"})
_WITHIN = frozenset({"ccomp", "xcomp"})
_OF_CLAUSES = frozenset({"ccomp", "advcl", "relcl"})
_VERBS = frozenset({"VERB", "AUX"})
_WHERE = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})


def relative_object(page: Page, verb: int) -> bool:
    """True where a relative pronoun is a verb's object: "which he blamed for"."""
    found = page.child(verb, "dobj", "nsubjpass", "pobj")
    if found is None and page.tokens[verb].dep in ("acl", "relcl"):
        # "a charge that Ores denies": parsers often take this "that" for a conjunction.
        if page.child(verb, "ccomp", "xcomp", "prep", "mark") is None:
            return _is_reduced(page, verb)
        bare = page.child(verb, "ccomp", "xcomp", "prep") is None
        found = page.child(verb, "mark") if bare else None
    return found is not None and found < verb and page.tokens[found].lower in RELATIVES


def _is_reduced(page: Page, verb: int) -> bool:
    """ "a charge they deny": a relative clause without its pronoun."""
    subject, token = page.child(verb, "nsubj"), page.tokens[verb]
    if token.dep != "relcl" or subject is None or page.tokens[subject].lower in RELATIVES:
        return False
    return page.reading.subtree(subject)[0] == token.head + 1


def antecedent(page: Page, verb: int) -> Span:
    """The noun phrase that the relative clause or participle ``verb`` belongs to, or the clause."""
    clause = _clause_in_front(page, verb)
    if clause is not None:
        return clause
    while page.tokens[verb].dep in _WITHIN and page.tokens[verb].head != verb:
        # "The pause, which both insist they observe": the noun that the outer clause hangs on.
        verb = page.tokens[verb].head
    head = _not_the_place(page, page.tokens[verb].head, verb)
    stop = page.reading.subtree(verb)[0]
    kept = [i for i in page.reading.subtree(head) if i < stop]
    return page.between(kept[0], kept[-1]) if kept else page.tokens[head].span


def _clause_in_front(page: Page, verb: int) -> Span | None:
    """ "He said [40 had died], which the army denied": what hangs on a verb is about all of it."""
    over, first = page.tokens[page.tokens[verb].head], page.reading.subtree(verb)[0]
    hangs = page.tokens[verb].dep in _OF_CLAUSES and over.pos in _VERBS and over.index < first
    if not hangs or page.tokens[first].lower != "which" or page.tokens[first - 1].text != ",":
        return None
    kept = [i for i in page.reading.subtree(over.index) if i < first - 1]
    return page.between(kept[0], kept[-1]) if kept else None


def _not_the_place(page: Page, noun: int, verb: int) -> int:
    """ "A strike on a town in Osmar, which Lira blamed on Tarn": the strike, not where it was."""
    if page.tokens[page.reading.subtree(verb)[0] - 1].text != ",":
        return noun
    while page.tokens[noun].dep == "pobj":
        link = page.tokens[page.tokens[noun].head]
        place = page.tokens[noun].pos == "PROPN" and link.lower in _IN
        if not (place or page.tokens[noun].ent in _WHERE):
            break
        held = page.tokens[link.head]
        if link.dep != "prep" or held.pos != "NOUN":
            break
        noun = held.index
        if held.dep == "pobj" and page.tokens[page.tokens[held.head].head].pos == "NOUN":
            noun = page.tokens[held.head].head
    return noun
