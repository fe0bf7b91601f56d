"""Whom the words in front of a cue do not have speak: who was told, urged or blamed."""

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.draft import Page

# Whoever was told is not who said it.
RECEIVES = frozenset({"tell", "inform", "ask", "warn", "advise", "assure", "remind", "brief"})
_PAST = frozenset({"VBD", "VBN"})
_URGED = RECEIVES | {"urge", "order", "instruct", "implore", "force", "beg"}
_SAID = frozenset(
    {"say", "believe", "think", "report", "know", "suspect", "allege", "rumour", "rumor"}
)
# Verbs that must have an object, and with which word what somebody is blamed for follows it.
_BLAMED = {
    "accuse": ("of",),
    "suspect": ("of",),
    "blame": ("for", "over"),
    "condemn": ("for", "over"),
    "criticise": ("for", "over"),
    "criticize": ("for", "over"),
    "praise": ("for", "over"),
    "slam": ("for", "over"),
}
_HEARING = frozenset({"ask", "tell", "inform", "remind", "assure"})
_SUBJECTS = frozenset({"PRP", "DT", "PRP$"})
_OPENERS = frozenset({"that", "whether", "if", "why"})
_NAMES, _LONGEST_HEARER = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"}), 7


def is_told(page: Page, head: Token, source: Span) -> bool:
    """True for "the minister" of "the minister was told that …"."""
    if head.lemma not in RECEIVES or head.tag != "VBN":
        return False
    if head.dep in ("advcl", "acl") and page.child(head.index, "aux", "nsubj") is None:
        # "When asked whether he had seen it".
        return head.lemma == "ask"
    told = page.child(head.index, "nsubjpass")
    return told is not None and source.start <= page.tokens[told].start < source.end


def suffers(page: Page, head: Token, source: Span) -> bool:
    """ "Mayor blamed for the flood", "Residents told to leave": headlines leave out the "is", but
    what follows the verb at once shows that it is suffered."""
    if head.tag not in _PAST or head.dep == "relcl" or head.index + 2 >= len(page.tokens):
        return False
    behind, then = page.tokens[head.index + 1 : head.index + 3]
    before = page.tokens[head.index - 1]
    gap = page.text[source.end : head.start]
    if before.pos in ("AUX", "ADV", "PRON") or gap not in (" ", ", "):
        return False
    if behind.lower == "to" and then.lemma in ("be", "have"):
        # "A prisoner said to be a soldier"; nobody says to be one.
        return head.lemma in _URGED | _SAID
    if behind.lower == "to":
        return head.lemma in _URGED and then.tag == "VB"
    return behind.lower in _BLAMED.get(head.lemma, ())


def behind_hearer(page: Page, cue: Span, span: Span) -> int | None:
    """Where the clause begins in "asked [Una Reeve] whether she had seen it"."""
    first = page.reading.tokens_in(span)[:2]
    later = len(first) > 1 and first[0].lower == "later" and first[1].tag in _SUBJECTS
    if later and span.start >= cue.end:
        # "Said [later] it would not be".
        return first[1].start
    verb = page.reading.tokens_in(cue)[-1]
    if verb.lemma not in _HEARING or span.start < cue.end:
        return None
    for place, token in enumerate(page.reading.tokens_in(span)[:_LONGEST_HEARER]):
        if place and token.lower in _OPENERS:
            return token.start
        if token.pos not in _NAMES:
            return None
    return None
