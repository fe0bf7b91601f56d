"""Statements made by a verb: "said that", "denied the claim", "called on them to"."""

from collections.abc import Iterator

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.contents import clause, is_setting, snap
from accordingto.statements.cues import Cue, lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.sources import (
    RELATIVES,
    agent_of,
    is_expletive,
    is_passive,
    noun_phrase,
    own_subject,
    subject_of,
)

_CONDITIONS = frozenset({"if", "unless", "lest"})
_UNREAL = frozenset({"would", "could", "should", "might", "may", "can", "must", "ca"})
_COMPLEMENT_PREPS = frozenset(
    {"of", "for", "as", "with", "over", "about", "to", "against", "from", "in", "on", "into", "that"}
)


class Meaning(Cue, frozen=True, gc=False, kw_only=True):
    """A cue as it stands in the text: with its particle or preposition, if any."""

    particle: int = NO_TOKEN


def verbal_drafts(page: Page) -> list[Draft]:
    """A draft for each verb of the lexicon that has somebody to say it and something said."""
    found = []
    for token in page.tokens:
        if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
            draft = _draft(page, token)
            if draft is not None:
                found.append(draft)
    return found


def _draft(page: Page, token: Token) -> Draft | None:
    meanings = list(meanings_of(page, token.index))
    if not meanings or _is_condition(page, token.index):
        return None
    if is_passive(page, token.index):
        return _passive(page, token, meanings)
    subject = subject_of(page, token.index)
    if subject is None or not _real(page, token.index):
        return None
    for meaning in meanings:
        content = _content(page, token.index, meaning)
        if content:
            spans, reason, factor = content
            return _made(page, token, meaning, subject, spans, reason, factor)
    return None


def meanings_of(page: Page, verb: int) -> Iterator[Meaning]:
    """What a verb may mean as a cue, the most specific reading first."""
    words = lexicon()
    lemma = words.lemma(page.tokens[verb].lemma)
    for child in page.reading.children[verb]:
        token = page.tokens[child]
        if child > verb and token.dep in ("prt", "prep", "advmod", "dative", "agent"):
            for cue in words.verbs.get((lemma, token.lower), ()):
                yield _meaning(cue, child)
        elif token.dep in ("dobj", "acomp", "oprd", "ccomp", "attr"):
            for word in (token.lower, token.lemma):
                idiom = words.idioms.get((lemma, word)) or words.light.get((lemma, word))
                if idiom is not None:
                    yield _meaning(idiom, child)
                    break
    for cue in words.verbs.get((lemma, ""), ()):
        yield _meaning(cue, NO_TOKEN)


def _meaning(cue: Cue, particle: int) -> Meaning:
    return Meaning(cue.act, cue.strength, cue.frames, cue.mind, cue.negated, particle=particle)


def _made(
    page: Page,
    token: Token,
    meaning: Meaning,
    subject: int,
    spans: tuple[Span, ...],
    reason: str,
    factor: float,
) -> Draft | None:
    contents = tuple(s for s in (snap(page, span, token.index) for span in spans) if s)
    source = noun_phrase(page, subject)
    if not contents or any(c.overlaps(source) for c in contents):
        return None
    return Draft(
        at=token.index,
        kind="verb",
        cue=cue_span(page, token.index, meaning.particle),
        source=source,
        contents=contents,
        act=meaning.act,
        score=meaning.strength * factor,
        reasons=(f"cue '{token.lower}' {reason}",),
        relative=reason.endswith("relative clause"),
        mind=meaning.mind,
        subject=subject,
    )


def cue_span(page: Page, verb: int, particle: int = NO_TOKEN) -> Span:
    """The verb with its auxiliaries and negation in front and its particle behind."""
    helpers = [c for c in page.all_children(verb, "aux", "auxpass", "neg") if c < verb]
    first = verb
    allowed = {*helpers, *(c for c in page.all_children(verb, "advmod") if c < verb)}
    for helper in sorted(helpers):
        if page.tokens[helper].lower == "to":
            continue
        if all(i in allowed for i in range(helper, verb)):
            first = helper
            break
    last = verb
    while last + 1 < len(page.tokens) and last + 1 <= particle <= verb + 2:
        last += 1
    return page.between(first, last)


def _content(
    page: Page, verb: int, meaning: Meaning
) -> tuple[tuple[Span, ...], str, float] | None:
    """The content in one of the meaning's frames, how it was found, and a factor on the score."""
    if "prep" in meaning.frames:
        spans = _after_preposition(page, verb, meaning.particle)
        if spans:
            return spans, "with a prepositional object", 1.0
        return None
    if meaning.particle != NO_TOKEN and page.tokens[meaning.particle].lemma == "responsibility":
        return (page.reading.subtree_span(meaning.particle),), "with an object", 1.0
    if "clause" in meaning.frames:
        spans = _clausal(page, verb, meaning)
        if spans:
            return spans, "with clausal content", 1.0
    if meaning.frames & {"to", "object-to", "gerund"}:
        spans = _infinitive(page, verb, meaning)
        if spans:
            return spans, "with an infinitive", 1.0
    for frame, need in (("as", "as"), ("name", "oprd"), ("object", "")):
        if frame in meaning.frames:
            spans = _object(page, verb, need)
            if spans:
                return spans, "with an object", 0.9
            spans = _antecedent(page, verb)
            if spans and frame == "object":
                return spans, "in a relative clause", 0.9
    if "clause" in meaning.frames and not meaning.mind:
        return _beside(page, verb)
    return None


def _clausal(page: Page, verb: int, meaning: Meaning) -> tuple[Span, ...]:
    """The clauses that a verb has for its complement, cut where the verb itself stands in them."""
    spans: list[Span] = []
    first, last = _group(page, verb)
    for child in page.all_children(verb, "ccomp"):
        if page.child(child, "aux") is not None and _is_infinitive(page, child):
            if not meaning.frames & {"to", "object-to", "name"}:
                continue
        below = page.reading.subtree(child)
        before = [i for i in below if i < first]
        after = [i for i in below if i > last]
        if child > verb:
            before = []
        for part in (before, after):
            if part and (child in part or _is_weighty(page, part)):
                spans.append(page.between(part[0], part[-1]))
    return tuple(sorted(spans))


def _is_infinitive(page: Page, verb: int) -> bool:
    return any(page.tokens[c].lower == "to" for c in page.all_children(verb, "aux"))


def _is_weighty(page: Page, part: list[int]) -> bool:
    """True for more than punctuation and an adverb."""
    return sum(1 for i in part if page.tokens[i].pos not in ("PUNCT", "SPACE")) >= 3


def _group(page: Page, verb: int) -> tuple[int, int]:
    """First and last token of a verb with its subject and helpers."""
    around = [verb, *page.all_children(verb, "aux", "auxpass", "neg", "nsubj")]
    lows, highs = [], []
    for index in around:
        below = page.reading.subtree(index) if index != verb else [verb]
        if page.tokens[index].lower in RELATIVES:
            below = [index]
        lows.append(below[0])
        highs.append(below[-1])
    return min(lows), max(highs)


def _infinitive(page: Page, verb: int, meaning: Meaning) -> tuple[Span, ...]:
    for child in page.all_children(verb, "xcomp", "ccomp", "advcl"):
        token = page.tokens[child]
        if child < verb:
            continue
        if token.dep != "advcl" and "gerund" in meaning.frames and token.tag == "VBG":
            return (page.reading.subtree_span(child),)
        if not _is_infinitive(page, child) and token.dep != "ccomp":
            continue
        start = page.reading.subtree(child)[0]
        if "object-to" in meaning.frames:
            dobj = page.child(verb, "dobj", "dative")
            if dobj is not None and verb < dobj < child:
                return (page.between(page.reading.subtree(dobj)[0], page.reading.subtree(child)[-1]),)
            if token.dep == "ccomp" or page.child(child, "nsubj") is not None:
                return (page.between(start, page.reading.subtree(child)[-1]),)
        if "to" in meaning.frames and token.dep == "xcomp":
            return (page.between(start, page.reading.subtree(child)[-1]),)
    return ()


def _after_preposition(page: Page, verb: int, preposition: int) -> tuple[Span, ...]:
    """What hangs on the preposition, with an infinitive or clause that follows it."""
    objects = page.all_children(preposition, "pobj", "pcomp", "prep")
    if not objects:
        return ()
    if page.tokens[objects[0]].lower in RELATIVES:
        return ()
    first = page.reading.subtree(objects[0])[0]
    last = page.reading.subtree(preposition)[-1]
    for child in page.all_children(verb, "xcomp", "ccomp", "advcl"):
        below = page.reading.subtree(child)
        if below[0] == last + 1 and _is_infinitive(page, child):
            last = below[-1]
    return (page.between(first, last),)


def _object(page: Page, verb: int, need: str) -> tuple[Span, ...]:
    """The object with its complements: "Ores of the raid", "the raid a crime", "for the raid"."""
    parts: list[int] = []
    complete = not need
    for child in page.reading.children[verb]:
        token = page.tokens[child]
        if child < verb:
            continue
        if token.dep in ("dobj", "oprd", "dative", "attr", "acomp"):
            parts.append(child)
            complete = complete or (need == "oprd" and (token.dep != "dobj" or len(parts) > 1))
        elif token.dep in ("ccomp", "xcomp") and need == "oprd":
            parts.append(child)
            complete = True
        elif token.dep == "prep" and token.lower in _COMPLEMENT_PREPS and not is_setting(page, child):
            if token.lower == "as" or parts or _relative_object(page, verb) is not None:
                parts.append(child)
            complete = complete or (need == "as" and token.lower == "as")
    has_object = any(page.tokens[p].dep != "prep" for p in parts)
    if not complete or not (has_object or (parts and _relative_object(page, verb) is not None)):
        return ()
    spans = [page.reading.subtree_span(part) for part in parts]
    return (Span(min(s.start for s in spans), max(s.end for s in spans)),)


def _relative_object(page: Page, verb: int) -> int | None:
    """The relative pronoun that is a verb's object: "which he blamed for"."""
    found = page.child(verb, "dobj", "nsubjpass", "pobj")
    if found is not None and found < verb and page.tokens[found].lower in RELATIVES:
        return found
    return None


def _antecedent(page: Page, verb: int) -> tuple[Span, ...]:
    """What a relative clause hangs on: "a charge that Russia denies"."""
    if page.tokens[verb].dep != "relcl" or _relative_object(page, verb) is None:
        return ()
    return (antecedent_span(page, verb),)


def antecedent_span(page: Page, verb: int) -> Span:
    """The noun phrase that the relative clause or participle ``verb`` belongs to."""
    head = page.tokens[verb].head
    whole = page.reading.subtree(head)
    stop = page.reading.subtree(verb)[0]
    kept = [i for i in whole if i < stop]
    return page.between(kept[0], kept[-1]) if kept else page.tokens[head].span


def _beside(page: Page, verb: int) -> tuple[tuple[Span, ...], str, float] | None:
    """The clause in front of a comma and "X said", where the parser did not tie the two."""
    token = page.tokens[verb]
    if own_subject(page, verb) is None or page.quoted[verb] != NO_TOKEN:
        return None
    first, last = _group(page, verb)
    sentence = page.reading.sentence_of(verb)
    marker = next(
        (c for c in page.all_children(verb, "mark", "advmod") if page.tokens[c].lower == "as"), None
    )
    if marker is not None and token.dep == "advcl":
        span = clause(page, token.head, without=(verb,))
        return ((span,), "after 'as'", 0.8) if span else None
    if token.dep not in ("ROOT", "parataxis", "ccomp", "conj", "advcl", "dep"):
        return None
    tail = [i for i in range(last + 1, sentence.last) if page.tokens[i].pos not in ("PUNCT", "SPACE")]
    if first - 1 <= sentence.first or page.tokens[first - 1].text not in (",", "”", '"', "—"):
        return None
    if len(tail) > 8 or first - sentence.first < 4:
        return None
    return (page.between(sentence.first, first - 1),), "post-posed", 0.8


def _passive(page: Page, token: Token, meanings: list[Meaning]) -> Draft | None:
    """"was denied by the ministry", "is believed to …", "it was reported that …"."""
    verb = token.index
    agent = agent_of(page, verb)
    words = lexicon()
    topic = page.child(verb, "nsubjpass")
    quoted_as = _quoted_as(page, verb)
    if quoted_as is not None:
        return quoted_as
    meaning = meanings[-1]
    spans: list[Span] = []
    clausal = page.all_children(verb, "ccomp", "xcomp")
    complements = [c for c in clausal if c > verb or page.tokens[c].dep == "ccomp"]
    if complements:
        spans = [page.reading.subtree_span(complements[0])]
        if complements[0] < verb:
            below = [i for i in page.reading.subtree(complements[0]) if i < verb]
            spans = [page.between(below[0], below[-1])]
    elif topic is not None and agent is not None and "object" in meaning.frames:
        spans = _passive_object(page, verb, topic)
    elif token.dep == "acl" and agent is not None and "object" in meaning.frames:
        spans = [antecedent_span(page, verb)]
    if not spans or (agent is None and words.lemma(token.lemma) not in words.passive):
        return None
    if agent is None and topic is None:
        return None
    if agent is None and topic is not None and not is_expletive(page.tokens[topic]) and meaning.act == "assert" and page.tokens[complements[0]].dep == "ccomp" and complements[0] > verb:
        agent = None
    contents = tuple(s for s in (snap(page, span, verb) for span in spans) if s)
    if not contents:
        return None
    relative = topic is not None and page.tokens[topic].lower in RELATIVES
    return Draft(
        at=verb,
        kind="verb",
        cue=cue_span(page, verb),
        source=noun_phrase(page, agent) if agent is not None else None,
        contents=contents,
        act=meaning.act,
        score=meaning.strength * 0.95 if agent is not None else words.passive_strength,
        reasons=(f"passive cue '{token.lower}'",),
        relative=relative or token.dep == "acl",
        mind=meaning.mind,
        subject=agent if agent is not None else NO_TOKEN,
    )


def _passive_object(page: Page, verb: int, topic: int) -> list[Span]:
    if page.tokens[topic].lower in RELATIVES and page.tokens[verb].dep == "relcl":
        return [antecedent_span(page, verb)]
    spans = [page.reading.subtree_span(topic)]
    spans.extend(
        page.reading.subtree_span(c)
        for c in page.all_children(verb, "prep", "oprd")
        if page.tokens[c].lower in ("as", "of", "for") and c > verb
    )
    return spans


def _quoted_as(page: Page, verb: int) -> Draft | None:
    """"was quoted (by the agency) as saying"."""
    token = page.tokens[verb]
    topic = page.child(verb, "nsubjpass")
    if lexicon().lemma(token.lemma) not in lexicon().carriers or topic is None:
        return None
    said = next(
        (
            c
            for p in page.all_children(verb, "prep", "mark", "advcl")
            if page.tokens[p].lower == "as"
            for c in page.all_children(p, "pcomp")
        ),
        None,
    )
    if said is None:
        return None
    spans = [page.reading.subtree_span(c) for c in page.all_children(said, "ccomp", "dobj") if c > said]
    contents = tuple(s for s in (snap(page, span, said) for span in spans) if s)
    agent = agent_of(page, verb)
    if not contents:
        return None
    return Draft(
        at=said,
        kind="verb",
        cue=cue_span(page, said),
        source=noun_phrase(page, topic),
        contents=contents,
        act="assert",
        score=0.9,
        reasons=(f"'{token.lower} as {page.tokens[said].lower}'",),
        via=(noun_phrase(page, agent),) if agent is not None else (),
        via_cue=cue_span(page, verb) if agent is not None else None,
        subject=topic,
    )


def _is_condition(page: Page, verb: int) -> bool:
    """"if he says so": nobody has said it yet."""
    return any(page.tokens[c].lower in _CONDITIONS for c in page.all_children(verb, "mark"))


def _real(page: Page, verb: int) -> bool:
    """False for what is only possible, or meant to be said: "could say", "plans to say"."""
    token = page.tokens[verb]
    helpers = page.all_children(verb, "aux")
    negated = page.child(verb, "neg") is not None
    if not negated and any(page.tokens[h].lower in _UNREAL for h in helpers):
        return False
    if any(page.tokens[h].lower == "to" for h in helpers):
        head = page.tokens[token.head]
        return token.dep == "xcomp" and lexicon().lemma(head.lemma) in lexicon().raising
    return True
