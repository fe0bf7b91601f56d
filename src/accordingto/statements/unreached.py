"""Those who were looked for and not found: "Calls to the governor's office went unanswered",
"Efforts to reach Lum proved abortive", "his line was switched off"."""

from collections.abc import Sequence

from accordingto.records.reading import Token
from accordingto.records.span import Span, trim
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.noun_phrases import noun_phrase, possessor
from accordingto.statements.silence import silent_draft
from accordingto.statements.sources import can_speak

_CALLS = frozenset(
    {"call", "message", "email", "e-mail", "text", "request", "query", "inquiry", "enquiry",
     "question", "letter", "voicemail"}
)  # fmt: skip
_LINES = frozenset({"phone", "line", "number", "mobile", "telephone", "inbox", "cellphone"})
_EFFORTS = frozenset({"effort", "attempt", "bid", "try"})
_WATCHED = _CALLS | _LINES | _EFFORTS
_REACHING = frozenset({"reach", "contact"})
_SOUGHT = frozenset({"comment", "response", "answer", "reply", "reaction"})
_TOWARDS = frozenset({"to", "with", "from", "at"})
_ANSWERED = frozenset({"answer", "return", "acknowledge", "reply", "respond", "pick"})
_UNANSWERED = frozenset({"unanswered", "unreturned"})
_IN_VAIN = frozenset({"unsuccessful", "abortive", "futile", "unfruitful", "fruitless", "vain"})
_GOT = frozenset({"receive", "get", "draw", "yield", "elicit", "bring"})
_UNREACHABLE = frozenset({"reachable", "available"})
_SUBJECTS = ("nsubj", "nsubjpass")

# Source, cue and content.
_Parts = tuple[Span, Span, Span]


def unreached_drafts(page: Page, silent: Sequence[Draft]) -> list[Draft]:
    """One draft for each such sentence outside quotations, in text order; none where another
    formula says it already (the drafts ``silent``)."""
    found = []
    told = {page.reading.sentence_of(draft.at).first for draft in silent}
    for token in page.tokens:
        if token.lemma not in _WATCHED or page.is_endless(token.index):
            continue
        if page.quoted[token.index] != NO_TOKEN:
            continue
        if page.reading.sentence_of(token.index).first in told:
            continue
        parts = _parts(page, token)
        if parts is None:
            continue
        source, cue, content = parts
        said = trim(page.text, content)
        if said is not None and not source.overlaps(said) and not cue.overlaps(said):
            last = page.reading.tokens_in(cue)[-1]
            found.append(silent_draft(last.index, source, cue, said))
    return found


def _parts(page: Page, noun: Token) -> _Parts | None:
    verb = _verb_of(page, noun)
    if verb is None:
        return None
    cue = _in_vain(page, verb) if noun.lemma in _EFFORTS else _unanswered(page, verb, noun)
    if cue is None:
        return None
    if noun.lemma in _LINES:
        owner = possessor(page, noun.index)
        return (owner, cue, noun.span) if owner is not None else None
    return _sought(page, noun, cue)


def _verb_of(page: Page, noun: Token) -> Token | None:
    """The verb that has a noun for its subject."""
    if noun.dep not in _SUBJECTS or noun.head <= noun.index:
        return None
    return page.tokens[noun.head]


def _in_vain(page: Page, verb: Token) -> Span | None:
    """ "Proved abortive", "were unsuccessful", "failed"."""
    if verb.lemma == "fail":
        return verb.span
    told = page.child(verb.index, "acomp", "oprd", "attr")
    if told is None or page.tokens[told].lower not in _IN_VAIN:
        return None
    return page.between(verb.index, told)


def _unanswered(page: Page, verb: Token, noun: Token) -> Span | None:
    """ "Went unanswered", "were not returned", "rang out", "got no reply"; for a line also "was
    switched off", "was not reachable"."""
    first = min((*page.all_children(verb.index, "aux", "auxpass", "neg"), verb.index))
    particle = page.child(verb.index, "prt")
    told = page.child(verb.index, "acomp", "oprd")
    negated = page.child(verb.index, "neg") is not None
    if told is not None:
        negated = negated or page.child(told, "neg") is not None
        word = page.tokens[told].lower
        if word in _UNANSWERED or (noun.lemma in _LINES and word == "unreachable"):
            return page.between(first, told)
        reachable = noun.lemma in _LINES and word in _UNREACHABLE
        return page.between(first, told) if negated and reachable else None
    if noun.lemma in _LINES:
        off = verb.lemma == "switch" and particle is not None
        return page.between(first, particle or verb.index) if off else None
    if verb.lemma == "ring" and particle is not None:
        return page.between(first, particle)
    got = page.child(verb.index, "dobj")
    if got is not None and verb.lemma in _GOT and page.tokens[got].lemma in _SOUGHT:
        denied = page.child(got, "det")
        none = denied is not None and page.tokens[denied].lower == "no"
        return page.between(first, got) if none else None
    return page.between(first, verb.index) if negated and verb.lemma in _ANSWERED else None


def _sought(page: Page, noun: Token, cue: Span) -> _Parts | None:
    """Who was looked for between a noun and the cue, and by what: "[Calls] to [Lum]"."""
    between = [t for t in page.reading.tokens_in(Span(noun.end, cue.start)) if t.pos != "SPACE"]
    opens = page.between(page.reading.subtree(noun.index)[0], noun.index).start
    if page.text[opens : noun.end].count("\n"):
        return None
    if noun.lemma in _EFFORTS:
        reach = next((t for t in between if t.lemma in _REACHING), None)
        who = _named(page, reach.index + 1, cue) if reach is not None else None
        return (who, cue, Span(opens, reach.end)) if reach is not None and who else None
    links = [t for t in between if t.lower in _TOWARDS]
    for link in reversed(links):
        who = _named(page, link.index + 1, cue)
        if who is not None:
            return who, cue, Span(opens, page.tokens[link.index - 1].end)
    return None


def _named(page: Page, first: int, cue: Span) -> Span | None:
    """The noun phrase that begins with a token, if it can speak; who has it, for his phone."""
    stop = page.reading.tokens_in(cue)[0].index
    last = first
    while last < stop and page.tokens[last].pos not in ("VERB", "AUX", "ADP", "PUNCT", "SCONJ"):
        last += 1
    if last == first or (page.tokens[last].pos == "ADP" and page.tokens[last].lower == "to"):
        return None
    head = page.reading.head_of(page.between(first, last - 1))
    if head is None or head.lemma in _CALLS | _SOUGHT or not can_speak(head):
        return None
    if head.lemma in _LINES:
        return possessor(page, head.index)
    whole = noun_phrase(page, head.index)
    return whole if whole.end <= cue.start else page.between(first, last - 1)
