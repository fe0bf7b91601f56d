"""Those who were asked and said nothing: "did not respond", "could not be reached", "had
no comment", "did not return a call", "remained silent". Silence is no statement of fact, and a
ledger must have it.
"""

from accordingto.records.span import Span, trim
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.wordlists import word_list

_ANSWER = frozenset({"respond", "reply", "answer", "comment", "react"})
# "Respond to", "comment on".
_ABOUT = frozenset({"to", "on", "about"})
_RETURNING = frozenset({"return", "answer", "pick", "take"})
_RETURNED = frozenset(
    {"phone", "call", "message", "email", "e-mail", "request", "text", "inquiry", "enquiry",
     "query"}
)  # fmt: skip
_SOUGHT = frozenset({"comment", "response", "answer", "reply", "reaction"})
# "Gave no details", "offered no explanation for the delay".
_GIVEN = frozenset({"detail", "reason", "explanation", "evidence", "proof", "figure", "timeline"})
_GIVING = frozenset({"give", "offer", "provide", "release", "publish", "disclose"})
# The words that the formulas are made around.
_FORMULAS = _ANSWER | _SOUGHT | _GIVEN | _RETURNING | {"reach", "silent", "mum", "draw"}
_SELDOM = frozenset({"rarely", "seldom", "hardly"})
_STAYED = frozenset({"remain", "stay", "keep"})
_HAD = frozenset({"have", "make", "offer", "give", "issue"})
_SCORE = 0.9


def silence_drafts(page: Page) -> list[Draft]:
    """One draft for each formula of silence outside quotations, in text order."""
    found = []
    for token in page.tokens:
        if token.lemma not in _FORMULAS or page.quoted[token.index] != NO_TOKEN:
            continue
        if page.is_endless(token.index):
            continue
        parts = _parts(page, token.index)
        if parts is None:
            continue
        source, cue, content = parts
        said = trim(page.text, content)
        if said is not None and not source.overlaps(said) and not cue.overlaps(said):
            found.append(silent_draft(token.index, source, cue, said))
    return found


def silent_draft(
    at: int, source: Span, cue: Span, content: Span, reason: str = "a formula of silence"
) -> Draft:
    """A draft for a silence whose cue ends at the token ``at``."""
    return Draft(
        at=at,
        kind="verb",
        cue=cue,
        source=source,
        contents=(content,),
        act="decline",
        score=_SCORE,
        reasons=(reason,),
    )


# Source, cue and content.
_Parts = tuple[Span, Span, Span]


def _parts(page: Page, at: int) -> _Parts | None:
    token = page.tokens[at]
    seldom = any(page.tokens[c].lower in _SELDOM for c in page.all_children(at, "advmod"))
    negated = seldom or page.child(at, "neg") is not None
    if token.lemma in _RETURNING and (negated or page.child(at, "preconj") is not None):
        returned = _not_returned(page, at)
        if returned is not None:
            return returned
    if token.lemma in _ANSWER and token.pos == "VERB":
        if negated or _of_neither(page, at):
            return _without_answer(page, at)
        return _yet_to_answer(page, at)
    if token.lower in ("silent", "mum"):
        return _stayed_silent(page, at)
    if negated and token.lemma == "reach":
        return _out_of_reach(page, at)
    if token.lower == "drawn":
        return _not_drawn(page, at)
    if token.lemma in _GIVEN and page.tokens[token.head].lemma not in _GIVING:
        return None
    if token.lemma in _SOUGHT | _GIVEN and page.child(at, "det") is not None:
        return _no_comment(page, at)
    return None


def _of_neither(page: Page, at: int) -> bool:
    """ "Neither the bank nor its owner responded"; "neither picked up nor replied"."""
    subject = page.child(at, "nsubj")
    if subject is None and page.tokens[at].dep == "conj":
        return page.tokens[at - 1].lower == "nor"
    if subject is None:
        return False
    first = page.tokens[page.reading.subtree(subject)[0]]
    return first.lower == "neither"


def _without_answer(page: Page, at: int) -> _Parts | None:
    """ "The bank did not immediately respond (to questions)"."""
    subject = page.child(at, "nsubj")
    if subject is None and page.tokens[at].dep == "conj":
        subject = page.child(page.tokens[at].head, "nsubj")
    if subject is None or page.child(at, "dobj") is not None:
        return None
    asked = next((c for c in page.all_children(at, "prep") if page.tokens[c].lower in _ABOUT), None)
    if asked is None:
        last = page.tokens[at - 1]
        first = page.child(at, "aux")
        # "Did not comment" has "not" behind its helper, "neither has commented" has no more.
        least = 0 if _of_neither(page, at) else 1
        if first is None or last.index - first < least:
            return None
        return noun_phrase(page, subject), page.between(first, last.index), page.tokens[at].span
    content = page.between(asked, page.reading.subtree(asked)[-1])
    return noun_phrase(page, subject), _verb_span(page, at), content


def _yet_to_answer(page: Page, at: int) -> _Parts | None:
    """ "The ministry has yet to respond (to the report)"."""
    verb = page.tokens[page.tokens[at].head]
    yet = [c for c in page.all_children(verb.index, "advmod") if page.tokens[c].lower == "yet"]
    subject = page.child(verb.index, "nsubj")
    if verb.lemma != "have" or not yet or subject is None or not verb.index < yet[0] < at:
        return None
    who, asked = noun_phrase(page, subject), _matter(page, at)
    if asked is not None:
        return who, page.between(verb.index, at), asked
    return who, page.between(verb.index, at - 1), page.tokens[at].span


def _stayed_silent(page: Page, at: int) -> _Parts | None:
    """ "The army remained silent on the raid"; "was silent about it"."""
    verb = page.tokens[page.tokens[at].head]
    subject = page.child(verb.index, "nsubj")
    if subject is None or page.tokens[at].dep != "acomp":
        return None
    who, matter = noun_phrase(page, subject), _matter(page, at, verb.index)
    if matter is not None and verb.lemma in _STAYED | {"be"}:
        return who, page.between(verb.index, at), matter
    if verb.lemma not in _STAYED:
        return None
    return who, _verb_span(page, verb.index), page.tokens[at].span


def _matter(page: Page, *places: int) -> Span | None:
    """What one is silent about: what hangs with "on", "to" or "about" on one of the words."""
    links = [c for place in places for c in page.all_children(place, "prep")]
    about = [c for c in links if c > places[0] and page.tokens[c].lower in _ABOUT]
    return page.reading.subtree_span(about[0]) if about else None


def _out_of_reach(page: Page, at: int) -> _Parts | None:
    """ "Lum could not be reached for comment"."""
    subject = page.child(at, "nsubjpass")
    purpose = next(
        (c for c in page.all_children(at, "prep") if page.tokens[c].lower == "for"), None
    )
    if subject is not None and purpose is None:
        return _unreached(page, at, subject)
    if subject is None or purpose is None:
        return None
    sought = page.child(purpose, "pobj")
    if sought is None or page.tokens[sought].lemma not in _SOUGHT:
        return None
    content = page.between(purpose, page.reading.subtree(purpose)[-1])
    return noun_phrase(page, subject), _verb_span(page, at), content


def _unreached(page: Page, at: int, subject: int) -> _Parts | None:
    """ "The spokesman could not be reached as his line was switched off"; villages that could not
    be reached are silent in another way."""
    token, first = page.tokens[subject], page.child(at, "aux")
    roles = lexicon().speakers.union(word_list("sources.toml", "nouns", "person"))
    named = any(page.tokens[c].ent == "PERSON" for c in page.all_children(subject, "appos"))
    speaks = named or token.ent in ("PERSON", "ORG") or token.lemma in roles
    if first is None or first >= at or not speaks:
        return None
    return noun_phrase(page, subject), page.between(first, at - 1), page.tokens[at].span


def _not_returned(page: Page, at: int) -> _Parts | None:
    """ "The office did not return calls"."""
    subject, thing = page.child(at, "nsubj"), page.child(at, "dobj")
    if subject is None or thing is None or page.tokens[thing].lemma not in _RETURNED:
        return None
    return noun_phrase(page, subject), _verb_span(page, at), noun_phrase(page, thing)


def _not_drawn(page: Page, at: int) -> _Parts | None:
    """ "Would not be drawn on whether charges would follow"."""
    subject, negated = page.child(at, "nsubjpass"), page.child(at, "neg")
    about = [c for c in page.all_children(at, "prep") if page.tokens[c].lower == "on"]
    if subject is None or negated is None or not about:
        return None
    return noun_phrase(page, subject), _verb_span(page, at), page.reading.subtree_span(about[0])


def _no_comment(page: Page, at: int) -> _Parts | None:
    """ "The army had no comment on the raid"; "there was no immediate comment from the army"."""
    denied = page.child(at, "det")
    verb = page.tokens[page.tokens[at].head]
    never = _of_neither(page, verb.index) or page.child(verb.index, "neg") is not None
    any_at_all = denied is not None and page.tokens[denied].lower == "any" and never
    if denied is None or not (page.tokens[denied].lower == "no" or any_at_all):
        return None
    first = _verb_span(page, verb.index).start if any_at_all else verb.start
    cue = Span(first, page.tokens[denied].end)
    if verb.lemma in _HAD | _GIVING and page.tokens[at].dep == "dobj":
        subject = page.child(verb.index, "nsubj")
        content = page.between(denied + 1, page.reading.subtree(at)[-1])
        return (noun_phrase(page, subject), cue, content) if subject is not None else None
    if verb.lemma == "be" and page.child(verb.index, "expl") is not None:
        links = [c for c in page.all_children(at, "prep") if page.tokens[c].lower == "from"]
        who = page.child(links[0], "pobj") if links else None
        content = page.between(denied + 1, at)
        return (noun_phrase(page, who), cue, content) if who is not None else None
    return None


def _verb_span(page: Page, at: int) -> Span:
    helpers = [c for c in page.all_children(at, "aux", "neg", "auxpass") if c < at]
    return page.between(min(helpers, default=at), at)
