"""Contents that are clauses: behind the cue, in front of it, and around it."""

import msgspec

from accordingto.records.reading import Sentence
from accordingto.records.span import Span
from accordingto.statements.contents import clause, is_setting
from accordingto.statements.cues import Cue
from accordingto.statements.draft import NO_TOKEN, Page
from accordingto.statements.relatives import RELATIVES
from accordingto.statements.sources import own_subject

# What may stand behind "…, X said": a day, a hearer, a place; not a sentence.
_MAX_TAIL = 8
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


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


def clausal(page: Page, verb: int, meaning: Meaning) -> Content | None:
    """The clauses that a verb has for its complement, cut where the verb itself stands in them."""
    spans: list[Span] = []
    first, last = group(page, verb)
    for child in _clauses(page, verb, meaning.particle):
        infinitive = is_infinitive(page, child)
        if infinitive and not meaning.cue.frames & {"to", "object-to"}:
            continue
        below = page.reading.subtree(child)
        before = (
            from_semicolon(page, [i for i in below if i < first], first) if child < verb else []
        )
        after = to_semicolon(page, _past_date(page, verb, [i for i in below if i > last]))
        for part in (before, after):
            if part and (child in part or is_weighty(page, part)):
                spans.append(page.between(part[0], part[-1]))
    return Content(tuple(sorted(spans)), "with clausal content") if spans else None


def parenthetical(page: Page, verb: int) -> Content | None:
    """The clause that "Lum said" is set into between commas: "The storm, Lum said, was over"."""
    token = page.tokens[verb]
    if token.dep != "parataxis" or page.quoted[verb] != NO_TOKEN:
        return None
    first, last = group(page, verb)
    sentence = page.reading.sentence_of(verb)
    # Something stands behind the second comma too.
    commas = first - 1 > sentence.first and last + 2 < sentence.last
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


def to_semicolon(page: Page, part: list[int]) -> list[int]:
    """What stands behind a semicolon outside quotation marks is another sentence."""
    for place, index in enumerate(part):
        if page.tokens[index].text == ";" and page.quoted[index] == NO_TOKEN:
            return part[:place]
    return part


def from_semicolon(page: Page, part: list[int], first: int) -> list[int]:
    """The same for what stands in front: "A says four; B says five" has nothing of B's there."""
    if not part:
        return part
    for index in range(first - 1, part[0], -1):
        if page.tokens[index].text == ";" and page.quoted[index] == NO_TOKEN:
            return [i for i in part if i > index]
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


def _has_short_tail(page: Page, sentence: Sentence, last: int) -> bool:
    """A day, a hearer or a place behind "X said", then the end, or a comma and the sentence's own
    second half: "The raid killed nine, rescuers said on Friday, and set off a storm"."""
    tail = [i for i in range(last + 1, sentence.last) if is_weighty(page, [i] * 3)]
    if len(tail) <= _MAX_TAIL:
        return True
    comma = next((i for i in range(last + 1, sentence.last) if page.tokens[i].text == ","), None)
    if comma is None or comma - last > _MAX_TAIL:
        return False
    goes_on = page.tokens[comma + 1].pos == "CCONJ" if comma + 1 < sentence.last else False
    return goes_on and page.tokens[sentence.first].pos not in ("SCONJ", "ADP", "ADV")


def post_posed(page: Page, verb: int) -> Content | None:
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
    if first - sentence.first < 4 or not _has_short_tail(page, sentence, last):
        return None
    if page.tokens[first - 1].text not in (",", "”", '"', "—"):
        return None
    if last + 1 < sentence.last and page.tokens[last + 1].text == ":":
        return None
    before = page.tokens[sentence.first : first]
    if not any(t.pos in ("VERB", "AUX") for t in before):
        return None
    if before[0].lower == "according" and not any(t.tag in _FINITE for t in before):
        # "According to a report seen by us, Lum claimed to …": no clause is there.
        return None
    return Content((page.between(sentence.first, first - 1),), "post-posed", 0.8)
