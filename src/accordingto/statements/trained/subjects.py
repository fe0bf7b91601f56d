"""Who speaks, by the tree: where the network found nobody, or somebody of another clause."""

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Page
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.sources import is_passive, own_subject

_VERBS = frozenset({"VERB", "AUX"})


def subject_out(
    page: Page, head: Token, contents: tuple[Span, ...]
) -> tuple[Span | None, tuple[Span, ...]]:
    """A content that is the subject of an active cue is its source: "[Noel] pleaded guilty"."""
    subject = page.child(head.index, "nsubj")
    # "Mrs. Lum enjoyed support", "faced questions": what others think of her.
    says = (head.lemma, "") in lexicon().verbs and head.lemma not in lexicon().raising
    if subject is None or not says or is_passive(page, head.index):
        return None, contents
    for place, span in enumerate(contents):
        named = page.reading.head_of(span)
        if named is not None and named.index == subject and span.end <= head.start:
            return span, (*contents[:place], *contents[place + 1 :])
    return None, contents


def subject_by_tree(page: Page, head: Token, contents: tuple[Span, ...]) -> Span | None:
    """Who speaks by the tree, where no source was found for a cue that says something."""
    says = (head.lemma, "") in lexicon().verbs and head.lemma not in lexicon().raising
    if head.pos not in _VERBS or not says or is_passive(page, head.index):
        return None
    subject = own_subject(page, head.index)
    if subject is None or subject > head.index:
        return None
    source = noun_phrase(page, subject)
    return None if any(source.overlaps(content) for content in contents) else source


def not_of_aside(page: Page, head: Token, source: Span | None) -> Span | None:
    """ "One man's account, confirmed by [two others], contradicts …": the account does."""
    subject = page.child(head.index, "nsubj")
    named = page.reading.head_of(source) if source is not None else None
    if subject is None or named is None or source is None or named.index == subject:
        return source
    by = page.tokens[named.head]
    aside = page.tokens[by.head]
    if by.lower != "by" or aside.tag != "VBN" or aside.index == head.index:
        return source
    return source if is_passive(page, head.index) else noun_phrase(page, subject)


def is_of_next(page: Page, head: Token, source: Span) -> bool:
    """True for a source in a sentence behind the cue's: it speaks there; and for the "official" of
    "the first official confirmation", who is nobody."""
    words = page.reading.tokens_in(source)
    if len(words) == 1 and words[0].pos == "ADJ" and words[0].head == head.index:
        return head.pos == "NOUN"
    end = page.reading.sentence_of(head.index).span.end
    return source.start >= end and page.quoted[head.index] == NO_TOKEN
