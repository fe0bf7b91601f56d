"""Where the content of a verb stands: a clause, an infinitive, an object, an antecedent."""

import msgspec

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.contents import clause, is_setting
from accordingto.statements.cues import Cue, lexicon
from accordingto.statements.draft import NO_TOKEN, Page
from accordingto.statements.sources import RELATIVES, own_subject

_COMPLEMENTS = frozenset(
    {"of", "for", "as", "with", "over", "about", "to", "against", "from", "in", "on", "into"}
)
# What may stand behind "…, X said": a day, a hearer, a place; not a sentence.
_MAX_TAIL = 8


class Meaning(msgspec.Struct, frozen=True, gc=False):
    """A cue as it stands in the text: with its particle, preposition or set word, if any."""

    cue: Cue
    particle: int = NO_TOKEN


class Content(msgspec.Struct, frozen=True, gc=False):
    """Spans of what is said, how they were found, and a factor on the score."""

    spans: tuple[Span, ...]
    how: str
    factor: float = 1.0
    relative: bool = False


def content_of(page: Page, verb: int, meaning: Meaning) -> Content | None:
    """The content of an active verb in the first of its frames that is filled."""
    frames, particle = meaning.cue.frames, meaning.particle
    if "prep" in frames:
        return _after_preposition(page, verb, particle)
    pair = (lexicon().lemma(page.tokens[verb].lemma), page.tokens[particle].lemma)
    if particle != NO_TOKEN and pair in lexicon().light:
        return Content((page.reading.subtree_span(particle),), "with an object")
    found: Content | None = None
    if "clause" in frames:
        found = _parenthetical(page, verb) or _clausal(page, verb, meaning)
    if found is None and frames & {"to", "object-to", "gerund"}:
        found = _infinitive(page, verb, frames)
    if found is None:
        found = _with_object(page, verb, frames)
    if found is None and "clause" in frames and not meaning.cue.mind:
        found = _post_posed(page, verb)
    return found


def _clausal(page: Page, verb: int, meaning: Meaning) -> Content | None:
    """The clauses that a verb has for its complement, cut where the verb itself stands in them."""
    spans: list[Span] = []
    first, last = group(page, verb)
    for child in _clauses(page, verb, meaning.particle):
        infinitive = is_infinitive(page, child)
        if infinitive and not meaning.cue.frames & {"to", "object-to"}:
            continue
        below = page.reading.subtree(child)
        before = [i for i in below if i < first] if child < verb else []
        after = _to_semicolon(page, _past_date(page, verb, [i for i in below if i > last]))
        for part in (before, after):
            if part and (child in part or is_weighty(page, part)):
                spans.append(page.between(part[0], part[-1]))
    return Content(tuple(sorted(spans)), "with clausal content") if spans else None


def _parenthetical(page: Page, verb: int) -> Content | None:
    """The clause that "Lum said" is set into between commas: "The storm, Lum said, was over"."""
    token = page.tokens[verb]
    if token.dep != "parataxis" or page.quoted[verb] != NO_TOKEN:
        return None
    first, last = group(page, verb)
    sentence = page.reading.sentence_of(verb)
    commas = first - 1 > sentence.first and last + 1 < sentence.last
    if not commas or page.tokens[first - 1].text != "," or page.tokens[last + 1].text != ",":
        return None
    left = page.tokens[sentence.first : first - 1]
    if any(t.pos == "VERB" for t in left) or page.quoted[first - 2] != NO_TOKEN:
        return None
    spans = (page.between(sentence.first, first - 2), page.between(last + 2, sentence.last - 1))
    return Content(spans, "between commas", 0.9)


def _clauses(page: Page, verb: int, particle: int) -> list[int]:
    """The complement clauses of a verb; of "made clear that" those of "clear"."""
    found = [c for c in page.all_children(verb, "ccomp") if c != particle]
    if not found:
        found.extend(_under_setting(page, verb))
    if particle != NO_TOKEN and page.tokens[particle].pos == "ADJ":
        found.extend(page.all_children(particle, "ccomp"))
    return sorted(found)


def _under_setting(page: Page, verb: int) -> list[int]:
    """ "wrote in a letter that …": the clause that the parse hangs on the letter."""
    found: list[int] = []
    for preposition in page.all_children(verb, "prep"):
        if preposition < verb or not is_setting(page, preposition):
            continue
        for noun in page.all_children(preposition, "pobj"):
            for clause_head in page.all_children(noun, "acl", "ccomp", "relcl"):
                first = page.tokens[page.reading.subtree(clause_head)[0]]
                if first.lower == "that" and clause_head > noun:
                    found.append(clause_head)
    return found


def _to_semicolon(page: Page, part: list[int]) -> list[int]:
    """What stands behind a semicolon outside quotation marks is another sentence."""
    for place, index in enumerate(part):
        if page.tokens[index].text == ";" and page.quoted[index] == NO_TOKEN:
            return part[:place]
    return part


def _past_date(page: Page, verb: int, part: list[int]) -> list[int]:
    """ "say Saturday it was": a day between cue and clause is when it was said."""
    cut = 0
    while cut < len(part) and page.tokens[part[cut]].ent in ("DATE", "TIME"):
        cut += 1
    if not cut or cut == len(part) or part[0] != verb + 1:
        return part
    subject = page.tokens[part[cut]].dep in (
        "nsubj",
        "nsubjpass",
        "det",
        "mark",
        "poss",
        "compound",
    )
    return part[cut:] if subject else part


def is_infinitive(page: Page, verb: int) -> bool:
    """True for "to go"."""
    return any(page.tokens[c].lower == "to" for c in page.all_children(verb, "aux"))


def is_weighty(page: Page, part: list[int]) -> bool:
    """True for more than punctuation and an adverb."""
    return sum(1 for i in part if page.tokens[i].pos not in ("PUNCT", "SPACE")) >= 3


def group(page: Page, verb: int) -> tuple[int, int]:
    """First and last token of a verb with its subject and helpers."""
    low = high = verb
    for index in page.all_children(verb, "aux", "auxpass", "neg", "nsubj"):
        if page.tokens[index].lower in RELATIVES:
            low, high = min(low, index), max(high, index)
        else:
            below = page.reading.subtree(index)
            low, high = min(low, below[0]), max(high, below[-1])
    return low, high


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


def _is_complement(page: Page, token: Token) -> bool:
    return token.dep == "prep" and token.lower in _COMPLEMENTS and not is_setting(page, token.index)


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
    """The noun phrase that the relative clause or participle ``verb`` belongs to."""
    head = page.tokens[verb].head
    stop = page.reading.subtree(verb)[0]
    kept = [i for i in page.reading.subtree(head) if i < stop]
    return page.between(kept[0], kept[-1]) if kept else page.tokens[head].span


def _post_posed(page: Page, verb: int) -> Content | None:
    """The clause in front of a comma and "X said", where the parse did not tie the two; and the
    main clause around "as X said"."""
    token = page.tokens[verb]
    if own_subject(page, verb) is None or page.quoted[verb] != NO_TOKEN:
        return None
    markers = [page.tokens[c].lower for c in page.all_children(verb, "mark", "advmod")]
    if "as" in markers and token.dep == "advcl":
        span = clause(page, token.head, without=(verb,))
        return Content((span,), "after 'as'", 0.8) if span else None
    if token.dep not in ("ROOT", "parataxis", "ccomp", "conj", "advcl", "dep"):
        return None
    first, last = group(page, verb)
    sentence = page.reading.sentence_of(verb)
    tail = [i for i in range(last + 1, sentence.last) if is_weighty(page, [i] * 3)]
    if first - sentence.first < 4 or len(tail) > _MAX_TAIL:
        return None
    if page.tokens[first - 1].text not in (",", "”", '"', "—"):
        return None
    if not any(t.pos in ("VERB", "AUX") for t in page.tokens[sentence.first : first]):
        return None
    return Content((page.between(sentence.first, first - 1),), "post-posed", 0.8)
