"""Where the content of a verb that counts stands: "put the dead at eleven", "counted 12,000"."""

from accordingto.records.span import Span
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import Page
from accordingto.statements.relatives import RELATIVES, antecedent
from accordingto.statements.sources import speaks

# "Put the dead at eleven", "gave the number as three".
_REVISING = frozenset({"revise", "raise", "lower", "update", "increase", "reduce"})
# "A former guard put it at several hundred": the number of what was asked or told before.
_POLLS = frozenset({"poll", "survey", "projection", "result", "forecast"})
_POINTING = frozenset({"it", "that", "this", "them"})
_PUTTING = frozenset({"put", "estimate", "peg"})
_NUMBERING = frozenset({"at", "as"})


def counted(page: Page, verb: int, frames: frozenset[str]) -> tuple[Span, ...]:
    """The content of ``verb`` in the frame of a count that is among ``frames``; empty where it has
    none."""
    if "tally" in frames:
        span = _tallied(page, verb)
    elif "number" in frames:
        return _numbered(page, verb)
    else:
        span = _caused(page, verb)
    return (span,) if span is not None else ()


def _tallied(page: Page, verb: int) -> Span | None:
    """Of "counted at least 40 bodies" the number with what it counts; of "gave a figure of 31" the
    figure."""
    thing, counter = page.child(verb, "dobj"), page.child(verb, "nsubj")
    if thing is None or thing < verb or counter is None or page.tokens[counter].pos == "PRON":
        return None
    numbers = [thing, *page.all_children(thing, "nummod")]
    if page.tokens[verb].lemma in _REVISING:
        return _revised(page, verb, thing, counter)
    if page.tokens[thing].lemma in lexicon().counted:
        links = [c for c in page.all_children(thing, "prep") if page.tokens[c].lower == "of"]
        numbers += [n for link in links for n in page.all_children(link, "pobj")]
    elif page.tokens[verb].lemma == "give":
        return _given(page, verb, thing, counter)
    if not any(page.tokens[i].pos == "NUM" for i in numbers):
        return None
    return page.reading.subtree_span(thing)


def _given(page: Page, verb: int, thing: int, counter: int) -> Span | None:
    """Of "her own count gives [her 52 percent]" whom and how many; others give sums away."""
    counting = page.tokens[counter].lemma in lexicon().counted | _POLLS
    below = page.reading.subtree(thing)
    if not counting or not any(page.tokens[i].pos == "NUM" for i in below):
        return None
    return page.between(verb + 1, below[-1])


def _revised(page: Page, verb: int, thing: int, counter: int) -> Span | None:
    """Of "revised its figure to 22" the figure and the number; storms raise tolls and say none."""
    if page.tokens[thing].lemma not in lexicon().counted or not speaks(page.tokens[counter]):
        return None
    for holder in (verb, thing):
        for to in page.all_children(holder, "prep"):
            below = page.reading.subtree(to)
            number = any(page.tokens[i].pos == "NUM" for i in below)
            if page.tokens[to].lower == "to" and to > thing and number:
                return page.between(page.reading.subtree(thing)[0], below[-1])
    return None


def _numbered(page: Page, verb: int) -> tuple[Span, ...]:
    """Of "put the dead at eleven" the object and its number; of "the toll, which the army puts at
    nine" too."""
    thing = page.child(verb, "dobj")
    if thing is None:
        return ()
    if thing < verb:
        return _in_relative(page, verb, thing)
    pointing = page.tokens[thing].lower in _POINTING and page.tokens[verb].lemma in _PUTTING
    if page.tokens[thing].lemma.lower() not in lexicon().counted and not pointing:
        # A meeting put at three is not counted.
        return ()
    for holder in (verb, *page.reading.subtree(thing)):
        last = _number_behind(page, holder, thing)
        if last is not None:
            return (page.between(page.reading.subtree(thing)[0], last),)
    return ()


def _in_relative(page: Page, verb: int, pronoun: int) -> tuple[Span, ...]:
    if page.tokens[pronoun].lower not in RELATIVES or page.tokens[verb].dep != "relcl":
        return ()
    if page.tokens[page.tokens[verb].head].lemma.lower() not in lexicon().counted:
        return ()
    last = _number_behind(page, verb, verb)
    if last is None:
        return ()
    first = next(c for c in page.reading.children[verb] if c > verb)
    return antecedent(page, verb), page.between(first, last)


def counted_passive(page: Page, verb: int) -> list[Span]:
    """Of "the toll, put at 61 by the ministry" the toll and the number; of "the crowd was estimated
    at 40,000 by police" too. Empty where nothing is counted."""
    token = page.tokens[verb]
    thing = token.head if token.dep == "acl" else page.child(verb, "nsubjpass")
    last = _number_behind(page, verb, verb)
    if thing is None or last is None or thing > verb:
        return []
    if page.tokens[thing].lemma.lower() not in lexicon().counted:
        return []
    first = next(
        c
        for c in page.all_children(verb, "prep")
        if c > verb and page.tokens[c].lower in _NUMBERING
    )
    about = page.between(page.reading.subtree(thing)[0], thing)
    return [about, page.between(first, last)]


def _number_behind(page: Page, holder: int, floor: int) -> int | None:
    """The last token of "at eleven" that hangs on ``holder`` behind the token ``floor``."""
    for at in page.all_children(holder, "prep"):
        below = page.reading.subtree(at)
        # "At 61 percent by one and at 47 by another": up to the next of them.
        more = [c for c in page.all_children(at, "conj") if page.tokens[c].lower in _NUMBERING]
        first = page.reading.subtree(more[0])[0] if more else len(page.tokens)
        own = [i for i in below if i < first and page.tokens[i].dep != "cc"]
        numbers = any(page.tokens[i].pos == "NUM" for i in own)
        if numbers and page.tokens[at].lower in _NUMBERING and at > floor:
            return own[-1]
    return None


def counted_again(page: Page, verb: int) -> list[tuple[int, Span]]:
    """Of "put at 61 percent by one and at 47 percent by another" the other, as the token that
    stands for it, and its number."""
    found = []
    for at in page.all_children(verb, "prep"):
        for other in page.all_children(at, "conj"):
            below = page.reading.subtree(other)
            by = next((i for i in below if page.tokens[i].lower == "by"), None)
            who = page.child(by, "pobj") if by is not None else None
            numbers = any(page.tokens[i].pos == "NUM" for i in below if by is None or i < by)
            if who is not None and by is not None and numbers:
                found.append((who, page.between(other, by - 1)))
    return found


def _caused(page: Page, verb: int) -> Span | None:
    """Of "put the bang down to a burst pipe" all behind the verb."""
    thing = page.child(verb, "dobj")
    to = next((c for c in page.all_children(verb, "prep") if page.tokens[c].lower == "to"), None)
    if thing is None or to is None or not verb < thing < to:
        return None
    return page.between(page.reading.subtree(thing)[0], page.reading.subtree(to)[-1])
