"""Clauses that lack what they are about: "the tapes, which lawyers say [were doctored]", "remarks
that his office said [had been misread]". It stands in front, and belongs to what is said."""

from accordingto.records.reading import Token
from accordingto.records.span import Span, trim
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import Page
from accordingto.statements.relatives import antecedent, relative_object

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OBJECTS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass"})
_RELATIVE_TAGS = frozenset({"WDT", "WP"})
_CALLING = frozenset({"call", "describe", "dub", "brand", "label", "term", "regard", "consider"})
_ACCUSING = frozenset({"accuse", "suspect"})
_CLEFT = "what"


def with_what_is_meant(
    page: Page, head: Token, contents: tuple[Span, ...], source: Span | None
) -> tuple[Span, ...]:
    """The contents of the cue ``head``: with what their clause is about, where the clause itself
    lacks it, and with what "whom" and "which" stand for."""
    gap = _gap_of(page, head)
    shared = _shared(page, head)
    if shared is not None:
        free = not any(shared.overlaps(other) for other in contents)
        return (shared, *contents) if free and contents else contents
    if gap is None:
        contents = _with_what_is_called(page, head, _without_pronouns(page, contents, source))
        return _from_subject(page, head, contents, source)
    about, clause = gap
    below = [i for i in page.reading.subtree(clause) if i > head.index]
    said = page.between(below[0], below[-1])
    held = [span for span in contents if span.overlaps(said)]
    if not held or said.overlaps(about) or (source is not None and about.overlaps(source)):
        return contents
    said = Span(said.start, min(said.end, max(span.end for span in held)))
    return (about, said)


def _shared(page: Page, head: Token) -> Span | None:
    """What "[a deal], which Lum calls a gift and the union hails as overdue" is about, for the
    second of its verbs."""
    over = page.tokens[head.head]
    subject = page.child(head.index, "nsubj")
    if head.dep != "conj" or over.dep != "relcl" or subject is None:
        return None
    if page.tokens[subject].tag in _RELATIVE_TAGS:
        return None
    if page.child(head.index, "dobj", "ccomp") is not None or not relative_object(page, over.index):
        return None
    return _antecedent(page, over.index)


def _with_what_is_called(page: Page, head: Token, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """ "[A version] their families call a cover-up", "[Lira], which they accuse of theft": who or
    what a relative clause is about."""
    if head.dep != "relcl" or not contents:
        return contents
    claim = page.tokens[head.head].lemma in lexicon().claim_words
    called = claim and head.lemma in _CALLING
    if (
        not (called or head.lemma in _ACCUSING)
        or contents[0].start < head.end
        or not relative_object(page, head.index)
    ):
        return contents
    about = _antecedent(page, head.index)
    free = about is not None and not any(about.overlaps(other) for other in contents)
    return (about, *contents) if about is not None and free else contents


def _from_subject(
    page: Page, head: Token, contents: tuple[Span, ...], source: Span | None
) -> tuple[Span, ...]:
    """Contents with the subject in front of whoever says it: "[Prices], the bank said, had
    doubled"."""
    first = contents[0] if contents else None
    if first is None or source is None or first.start < max(source.end, head.end):
        return contents
    verb = page.reading.head_of(first)
    subject = page.child(verb.index, "nsubj", "nsubjpass") if verb is not None else None
    if subject is None:
        return contents
    about = page.reading.subtree_span(subject)
    told = min(source.start, head.start)
    between = page.text[about.end : told] if about.end < told else ""
    if not between.startswith(",") or between.strip(", \"”“'’"):
        return contents
    return (about, *contents)


def names_a_gap(page: Page, head: Token) -> bool:
    """True for "remarks" in "remarks that his office said had been misread": nobody's words
    follow, but what somebody else says of them."""
    below = page.all_children(head.index, "acl", "relcl", "ccomp")
    gaps = (_gap_of(page, page.tokens[child]) for child in below)
    return any(gap is not None and gap[0].overlaps(head.span) for gap in gaps)


def _gap_of(page: Page, head: Token) -> tuple[Span, int] | None:
    """What the clause that ``head`` governs is about, and the clause's verb, where that has no
    subject of its own."""
    clause = next((c for c in page.all_children(head.index, "ccomp") if c > head.index), None)
    subject = page.child(clause, *_SUBJECTS) if clause is not None else None
    if clause is None or (subject is not None and not _is_pronoun(page, subject, head)):
        return None
    helpers = [page.tokens[c] for c in page.all_children(clause, "aux", "auxpass")]
    first = min([*helpers, page.tokens[clause]], key=lambda t: t.index)
    if first.tag not in _FINITE or first.index < head.index:
        return None
    noun = page.tokens[head.head]
    if noun.index >= head.index:
        return None
    if head.dep in ("relcl", "acl") and noun.pos in _NOUNS:
        about = _antecedent(page, head.index)
        return (about, clause) if about is not None else None
    # "…, claims the chief said were made up": a noun that looks like a verb.
    listed = noun.lemma in lexicon().nouns and noun.lower.endswith("s")
    set_off = noun.index > 0 and page.tokens[noun.index - 1].text == ","
    bare = page.child(noun.index, *_SUBJECTS) is None
    if head.dep == "ccomp" and listed and set_off and bare:
        return noun.span, clause
    return None


def _antecedent(page: Page, verb: int) -> Span | None:
    """What a relative clause is about, without the comma in front of the clause."""
    span = antecedent(page, verb)
    return trim(page.text, Span(span.start, span.start + len(span.of(page.text).rstrip(", —–"))))


def _is_pronoun(page: Page, subject: int, head: Token) -> bool:
    """The "which" of "the tapes, which lawyers say were doctored"."""
    return page.tokens[subject].tag in _RELATIVE_TAGS and subject < head.index


def _without_pronouns(
    page: Page, contents: tuple[Span, ...], source: Span | None
) -> tuple[Span, ...]:
    """Contents with what "whom" stands for, and without a "what" that stands for the rest."""
    kept: list[Span] = []
    for span in contents:
        token = next(iter(page.reading.tokens_in(span)), None)
        pronoun = token is not None and token.span == span and token.tag in _RELATIVE_TAGS
        if token is None or not pronoun or len(contents) == 1:
            kept.append(span)
            continue
        if token.lower == _CLEFT:
            continue
        verb = page.tokens[token.head]
        noun = page.tokens[verb.head]
        meant = verb.dep == "relcl" and token.dep in _OBJECTS and noun.pos in _NOUNS
        about = _antecedent(page, verb.index) if meant else None
        others = [*contents, source] if source is not None else [*contents]
        free = about is not None and not any(about.overlaps(other) for other in others)
        kept.append(about if about is not None and free else span)
    return tuple(kept) or contents
