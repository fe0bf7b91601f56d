"""Contents that say of a claim that it is not true: "the claims were false", "it was cooked up"."""

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import Draft, Page

_SAYING = frozenset({"ROOT", "ccomp", "conj", "parataxis", "acl"})
_TRUE = frozenset({"true", "correct"})
# Words of a content that are looked at.
_REACH = 40


def told_false(page: Page, content: Span) -> bool:
    """True where its verb says so of a claim, or of "it" and "this"."""
    words = lexicon()
    for token in page.reading.tokens_in(content)[:_REACH]:
        if token.dep not in _SAYING:
            continue
        subject, said = _told(page, token)
        if subject is None or said is None:
            continue
        about = page.tokens[subject]
        # "The road was open, [which] drivers said was untrue".
        claims = words.claim_words | {"which"}
        if about.lemma not in claims and about.lower not in claims:
            continue
        negated = page.child(token.index, "neg") is not None
        if (said in words.false_words and not negated) or (negated and said in _TRUE):
            return True
    return False


def _told(page: Page, token: Token) -> tuple[int | None, str | None]:
    """What is told of, and the word that tells: "false" of "is false", "fabricated" of "was
    fabricated"."""
    if token.lemma == "be":
        said = page.child(token.index, "acomp", "attr")
        word = page.tokens[said].lower if said is not None else None
        return page.child(token.index, "nsubj"), word
    return page.child(token.index, "nsubjpass"), token.lower if token.tag == "VBN" else None


def is_of_claim(page: Page, draft: Draft) -> bool:
    """False for "does not recognise the court": no claim is denied."""
    if not page.tokens[draft.at].lemma.startswith("recogni"):
        return True
    head = page.reading.head_of(draft.contents[0])
    if head is None or head.pos not in ("NOUN", "PROPN"):
        return True
    return head.lemma in lexicon().claim_words
