"""What "…, which Lira denies" answers: the whole of what was said, not its last word."""

from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.records.span import Span
from accordingto.statements.contents import tidy
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.near import neighbours

_ANSWERS = frozenset({"deny", "confirm", "question"})
SOMETHING = "something"
# A comma and a blank stand between what is said and ", which".
_GAP = 3


def answering_whole(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, where relative clauses that hang on no word for a claim answer the statement that
    ends in front of them: of "Veldra accuses Lira of poisoning a man in Ores, which Lira denies"
    Lira denies the poisoning and not Ores."""
    found = list(drafts)
    near = neighbours(found)
    ends = {draft.reach.end: j for j, draft in enumerate(found)}
    for i, answer in enumerate(drafts):
        if not answer.relative or answer.act not in _ANSWERS or answer.at == NO_TOKEN:
            continue
        # "The order came from above, something the minister denies".
        bare = answer.contents[0].of(page.text).lower() == SOMETHING
        start = page.tokens[page.reading.subtree(answer.at)[0]].start
        start = answer.contents[0].start if bare else start
        before = [ends[start - k] for k in range(1, _GAP + 1) if start - k in ends]
        if bare and not before:
            found[i] = replace(answer, contents=_own_voice(page, answer))
        for j in before if bare else near[i]:
            claim = found[j]
            said = _up_to(page, claim, start)
            fits = bare or _ends_in(page, said, answer)
            if said and claim.source != answer.source and fits:
                found[j] = replace(claim, contents=said)
                found[i] = replace(answer, contents=_deed(page, claim, said))
                break
    return found


def _own_voice(page: Page, answer: Draft) -> tuple[Span, ...]:
    """ "[The toll stands at nine], something the rebels dispute": what the outlet says itself."""
    sentence = page.reading.sentence_of(answer.at)
    said = tidy(page, Span(page.tokens[sentence.first].start, answer.contents[0].start))
    return (said,) if said is not None else answer.contents


def _deed(page: Page, claim: Draft, said: tuple[Span, ...]) -> tuple[Span, ...]:
    """Of "accuses Lira of poisoning a man" the deed: that is what Lira denies."""
    if claim.act != "accuse" or claim.at == NO_TOKEN:
        return said
    thing = page.child(claim.at, "dobj")
    holders = (claim.at, thing) if thing is not None else (claim.at,)
    links = [c for holder in holders for c in page.all_children(holder, "prep")]
    of = next((page.tokens[c] for c in links if page.tokens[c].lower == "of"), None)
    if of is None or not said[0].start < of.start or of.index + 1 >= len(page.tokens):
        return said
    start = page.tokens[of.index + 1].start
    return (Span(start, said[0].end), *said[1:]) if start < said[0].end else said


def _up_to(page: Page, claim: Draft, clause: int) -> tuple[Span, ...]:
    """The claim's content without the relative pronoun, empty where it does not end there."""
    last = claim.contents[-1]
    if claim.cue is None or claim.cue.start >= clause or not last.start < clause <= last.end + _GAP:
        return ()
    cut = tidy(page, Span(last.start, min(last.end, clause)))
    return (*claim.contents[:-1], cut) if cut is not None else ()


def _ends_in(page: Page, said: Sequence[Span], answer: Draft) -> bool:
    """True where the answer was given to the last words of what was said, and these name no claim
    ("a charge that Lira denies")."""
    if not said:
        return False
    head = page.reading.head_of(answer.contents[0])
    if head is None or head.lemma in lexicon().nouns or head.dep == "appos":
        return False
    return said[-1].contains(answer.contents[0]) and said[-1].end == answer.contents[-1].end
