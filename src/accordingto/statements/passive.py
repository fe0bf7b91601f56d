"""Statements in the passive: "was denied by X", "is believed to …", "was quoted as saying"."""

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.contents import snap
from accordingto.statements.counting import counted_passive
from accordingto.statements.cues import Cue, lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.relatives import RELATIVES, antecedent
from accordingto.statements.sources import agent_of

_WITH_AGENT = 0.95
_TELLING = frozenset({"tell", "inform", "warn"})


def passive_draft(page: Page, token: Token, cue: Cue, words: Span) -> Draft | None:
    """A draft for the passive verb ``token`` whose cue has the span ``words``."""
    verb = token.index
    agent = agent_of(page, verb)
    named = agent is not None
    if not named and lexicon().lemma(token.lemma) not in lexicon().passive:
        return None
    if not named and page.child(verb, "neg") is not None and token.lemma in _TELLING:
        # "He was never told that it was unsafe": nobody said it.
        return None
    topic = page.child(verb, "nsubjpass")
    spans = counted_passive(page, verb) if "number" in cue.frames and named else []
    is_count = bool(spans)
    spans = spans or _clause(page, verb)
    if spans and not is_count and not named and topic is None:
        return None
    shaped = cue.frames & {"name", "as"} and _has_complement(page, verb)
    if not spans and named and ("object" in cue.frames or shaped):
        spans = _topic(page, token, topic)
    contents = tuple(s for s in (snap(page, span, verb) for span in spans) if s)
    source = noun_phrase(page, agent) if agent is not None else None
    if not contents or (source and any(c.overlaps(source) for c in contents)):
        return None
    relative = topic is not None and page.tokens[topic].lower in RELATIVES
    return Draft(
        at=verb,
        kind="count" if is_count else "verb",
        cue=words,
        source=source,
        contents=contents,
        act=cue.act,
        score=cue.strength * _WITH_AGENT if named else lexicon().passive_strength,
        reasons=(f"passive cue '{token.lower}'" + ("" if named else ": nobody is named"),),
        relative=relative or token.dep == "acl",
        mind=cue.mind,
        subject=agent if agent is not None else NO_TOKEN,
    )


def _clause(page: Page, verb: int) -> list[Span]:
    """The clause or infinitive that a passive has: "that …", "to …", or the clause before it."""
    for child in page.all_children(verb, "ccomp", "xcomp"):
        below = page.reading.subtree(child)
        if child < verb:
            below = [i for i in below if i < verb]
        return [page.between(below[0], below[-1])]
    return []


def _has_complement(page: Page, verb: int) -> bool:
    """ "was seen as humiliating", "is called a traitor"."""
    return page.child(verb, "oprd", "attr") is not None or any(
        page.tokens[c].lower == "as" for c in page.all_children(verb, "prep")
    )


def _topic(page: Page, token: Token, topic: int | None) -> list[Span]:
    """What was denied: the passive's subject with its complements, or what it hangs on."""
    verb = token.index
    if topic is None:
        # "The bill, condemned by the union [and hailed by employers]".
        hung = page.tokens[token.head] if token.dep == "conj" else token
        about = [antecedent(page, hung.index)] if hung.dep == "acl" else []
        return [*about, *_complements(page, verb)] if about else []
    if page.tokens[topic].lower in RELATIVES and token.dep == "relcl":
        return [antecedent(page, verb)]
    return [page.reading.subtree_span(topic), *_complements(page, verb)]


def _complements(page: Page, verb: int) -> list[Span]:
    """ "As cruel", "of plotting" behind a passive."""
    agent = agent_of(page, verb)
    # "Accused by prosecutors of plotting": the tree may hang the charge on those who bring it.
    below = [] if agent is None else page.all_children(agent, "prep")
    charges = [c for c in below if page.child(c, "pcomp") is not None]
    return [
        page.reading.subtree_span(child)
        for child in [*page.all_children(verb, "prep", "oprd"), *charges]
        if child > verb and page.tokens[child].lower in ("as", "of", "for")
    ]


def _in_front(page: Page, verb: int, topic: int) -> list[Span]:
    """The words in front of ``…," Lum was quoted as saying``."""
    first = page.reading.subtree(topic)[0]
    for child in page.all_children(verb, "ccomp"):
        below = [i for i in page.reading.subtree(child) if i < first]
        if child < first and below:
            return [page.between(below[0], below[-1])]
    return []


def quoted_as(page: Page, token: Token, words: Span) -> Draft | None:
    """ "was quoted (by the agency) as saying that …"."""
    topic = page.child(token.index, "nsubjpass")
    if token.lemma not in lexicon().carriers or topic is None:
        return None
    said = next(
        (
            child
            for link in page.all_children(token.index, "prep", "mark", "advcl")
            if page.tokens[link].lower == "as"
            for child in page.all_children(link, "pcomp")
        ),
        None,
    )
    if said is None:
        return None
    spans = [
        page.reading.subtree_span(c) for c in page.all_children(said, "ccomp", "dobj") if c > said
    ]
    if not spans:
        spans = _in_front(page, token.index, topic)
    contents = tuple(s for s in (snap(page, span, said) for span in spans) if s)
    agent = agent_of(page, token.index)
    if agent is None:
        # "Was quoted as saying by the agency".
        agent = agent_of(page, said)
    if not contents:
        return None
    return Draft(
        at=said,
        kind="verb",
        cue=page.tokens[said].span,
        source=noun_phrase(page, topic),
        contents=contents,
        act="assert",
        score=0.9,
        reasons=(f"'{token.lower} as {page.tokens[said].lower}'",),
        via=(noun_phrase(page, agent),) if agent is not None else (),
        via_cue=words if agent is not None else None,
        speech=True,
        subject=topic,
    )
