"""Where the content of a verb stands: a clause, an infinitive, an object, an antecedent."""

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.clauses import (
    Content,
    Meaning,
    clausal,
    is_infinitive,
    parenthetical,
    post_posed,
)
from accordingto.statements.contents import is_setting
from accordingto.statements.counting import counted
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Page
from accordingto.statements.relatives import RELATIVES, antecedent, relative_object

_COMPLEMENTS = frozenset(
    {"of", "for", "as", "with", "over", "about", "to", "against", "from", "in", "on", "into"}
)


def content_of(page: Page, verb: int, meaning: Meaning) -> Content | None:
    """The content of an active verb in the first of its frames that is filled."""
    frames, particle = meaning.cue.frames, meaning.particle
    if "prep" in frames:
        return _after_preposition(page, verb, particle)
    pair = (lexicon().lemma(page.tokens[verb].lemma), page.tokens[particle].lemma)
    if particle != NO_TOKEN and pair in lexicon().light:
        return Content((page.reading.subtree_span(particle),), "with an object")
    if frames & {"number", "cause", "tally"}:
        spans = counted(page, verb, frames)
        return Content(spans, "with an object", 0.95) if spans else None
    found: Content | None = None
    if "clause" in frames:
        found = parenthetical(page, verb) or clausal(page, verb, meaning)
    if found is None and frames & {"to", "object-to", "gerund"}:
        found = _infinitive(page, verb, frames)
    if found is None:
        found = _with_object(page, verb, frames)
    if found is None and "clause" in frames and not meaning.cue.mind:
        found = post_posed(page, verb)
    return found


def _infinitive(page: Page, verb: int, frames: frozenset[str]) -> Content | None:
    for child in page.all_children(verb, "xcomp", "ccomp"):
        if child < verb:
            continue
        token = page.tokens[child]
        below = page.reading.subtree(child)
        whole = page.between(below[0], below[-1])
        if "gerund" in frames and token.tag == "VBG":
            return Content((whole,), "with a gerund")
        if not is_infinitive(page, child):
            continue
        if "object-to" in frames:
            person = page.child(verb, "dobj", "dative")
            if person is not None and verb < person < child:
                start = page.reading.subtree(person)[0]
                return Content((page.between(start, below[-1]),), "with an infinitive")
            if page.child(child, "nsubj") is not None:
                return Content((whole,), "with an infinitive")
        if "to" in frames:
            return Content((whole,), "with an infinitive")
    return None


def _after_preposition(page: Page, verb: int, preposition: int) -> Content | None:
    """What hangs on the preposition, with an infinitive that follows it."""
    objects = page.all_children(preposition, "pobj", "pcomp", "prep")
    if preposition == NO_TOKEN or not objects or page.tokens[objects[0]].lower in RELATIVES:
        return None
    if any(verb < c < preposition for c in page.all_children(verb, "dobj")):
        return None
    first = page.reading.subtree(objects[0])[0]
    last = page.reading.subtree(preposition)[-1]
    for child in page.all_children(verb, "xcomp", "ccomp", "advcl"):
        below = page.reading.subtree(child)
        if below[0] == last + 1 and is_infinitive(page, child):
            last = below[-1]
    return Content((page.between(first, last),), "with a prepositional object")


def _with_object(page: Page, verb: int, frames: frozenset[str]) -> Content | None:
    for frame, need in (("as", "as"), ("name", "oprd"), ("object", ""), ("claim", "")):
        if frame not in frames:
            continue
        claimed = _claimed(page, verb) if frame in ("object", "claim") else None
        if claimed is not None:
            return Content((claimed,), "with a claim as its object", 0.95)
        if frame == "claim":
            continue
        span = _object(page, verb, need)
        if span is not None:
            return Content((span,), "with an object", 0.9)
        if frame == "object" and relative_object(page, verb):
            return Content((antecedent(page, verb),), "in a relative clause", 0.9, True)
    return None


def _claimed(page: Page, verb: int) -> Span | None:
    """Of "denied claims by X that …" the clause: what is denied is what was claimed."""
    noun = page.child(verb, "dobj")
    if noun is None or noun < verb or page.tokens[noun].lemma not in lexicon().nouns:
        return None
    for child in page.all_children(noun, "acl", "ccomp", "relcl"):
        marks = page.all_children(child, "mark")
        if child > noun and marks and page.tokens[marks[0]].lower == "that":
            return page.reading.subtree_span(child)
    return None


def _object(page: Page, verb: int, need: str) -> Span | None:
    """The object with its complements: "Ores of the raid", "the raid a crime", "for the raid"."""
    parts: list[int] = []
    relative = relative_object(page, verb)
    whole, complete = relative, not need
    for child in (c for c in page.reading.children[verb] if c > verb):
        token = page.tokens[child]
        if token.dep in ("dobj", "oprd", "dative", "attr", "acomp"):
            parts.append(child)
            whole = True
            complete = complete or (need == "oprd" and (token.dep != "dobj" or len(parts) > 1))
            complete = complete or (need == "oprd" and _ends_in_participle(page, child))
        elif need == "oprd" and token.dep in ("ccomp", "xcomp"):
            parts.append(child)
            whole = complete = True
        elif _is_complement(page, token) and (token.lower == "as" or parts or relative):
            parts.append(child)
            complete = complete or (need == "as" and token.lower == "as")
    if not parts or not whole or not complete:
        return None
    spans = [page.reading.subtree_span(part) for part in parts]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _ends_in_participle(page: Page, noun: int) -> bool:
    """ "Called the vote rigged", "called it rigged"."""
    last = page.reading.subtree(noun)[-1]
    token = page.tokens[last]
    return last == noun + 1 and token.head == noun and token.tag in ("VBN", "JJ")


def _is_complement(page: Page, token: Token) -> bool:
    return token.dep == "prep" and token.lower in _COMPLEMENTS and not is_setting(page, token.index)
