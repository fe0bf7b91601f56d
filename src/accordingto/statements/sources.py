"""Who says it: the noun phrase that is the source of a cue."""

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Page

# How many words up a subject may be looked for ("went on to say": one).
_MAX_CLIMB = 6

_LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "case", "preconj"}
)
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_NOT_SPEAKERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_PREPOSITIONS = frozenset(
    {"of", "from", "for", "in", "at", "on", "with", "to", "against", "near", "by"}
)
_UPWARD = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "parataxis", "dep", "prep"})
_OBJECTS = frozenset({"dobj", "pobj", "oprd", "attr", "conj", "prep", "compound", "appos"})
_NAME_PARTS = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_DASHES = frozenset({"—", "–", "-", "--"})
RELATIVES = frozenset({"which", "that", "whom", "who", "what"})


def subject_of(page: Page, verb: int) -> int | None:
    """The token that heads the source of a verb: its subject, or that of the verb it hangs on.

    For a passive it is the agent ("denied by the ministry"); ``None`` where nobody is named.
    """
    at = verb
    for _ in range(_MAX_CLIMB):
        token = page.tokens[at]
        if is_passive(page, at):
            return agent_of(page, at)
        found = own_subject(page, at, verb)
        if found is not None:
            return found
        if token.dep in ("acl", "relcl"):
            giver = _giver(page, token.head)
            if giver is not None:
                return giver
            if speaks(page.tokens[token.head]):
                return token.head if can_speak(page.tokens[token.head]) else None
            up = _verb_over(page, token.head)
        else:
            up = token.head if token.dep in _UPWARD else at
        if up is None or up == at:
            return None
        at = up
    return None


def own_subject(page: Page, verb: int, near: int | None = None) -> int | None:
    """The nearest active subject that hangs on ``verb`` itself, not within a quotation that
    ``near`` stands outside of."""
    place = page.quoted[verb if near is None else near]
    found = [
        child
        for child in page.all_children(verb, "nsubj", "csubj")
        if can_speak(page.tokens[child]) and page.quoted[child] in (place, NO_TOKEN)
    ]
    if not found:
        return None
    return _past_dateline(page, min(found, key=lambda child: abs(child - verb)))


def _past_dateline(page: Page, subject: int) -> int:
    """ "ORES, Lum — A court said": the court, where the parse hangs it on the dateline."""
    starts = any(block.start == page.tokens[subject].start for block in page.reading.blocks)
    if not starts:
        return subject
    for child in page.all_children(subject, "appos"):
        below = page.reading.subtree(child)
        if page.tokens[below[0] - 1].text in _DASHES:
            return child
    return subject


def _giver(page: Page, noun: int) -> int | None:
    """Who speaks in "she issued a statement saying": the one who issued it."""
    token = page.tokens[noun]
    if token.dep != "dobj" or page.tokens[token.head].lemma not in lexicon().support:
        return None
    return own_subject(page, token.head)


def _verb_over(page: Page, noun: int) -> int | None:
    """The verb of the lexicon that has a noun among its objects: in "called it a trial, saying"
    the one who says is the one who calls."""
    at = noun
    for _ in range(_MAX_CLIMB):
        token = page.tokens[at]
        if token.pos in ("VERB", "AUX"):
            return at
        if token.dep not in _OBJECTS or token.head == at:
            return None
        at = token.head
    return None


def speaks(token: Token) -> bool:
    """True for nouns that may say something themselves: people, papers, names."""
    words = lexicon()
    if token.ent or token.pos in ("PROPN", "PRON"):
        return True
    return token.lemma in words.speakers or token.lemma in words.nouns


def is_passive(page: Page, verb: int) -> bool:
    """True for "was denied", and for "denied" hanging on a noun."""
    token = page.tokens[verb]
    if page.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return token.tag == "VBN" and token.dep in ("acl", "advcl") and page.child(verb, "aux") is None


def agent_of(page: Page, verb: int) -> int | None:
    """Who a passive says did it."""
    by = page.child(verb, "agent")
    if by is None:
        by = next(
            (c for c in page.all_children(verb, "prep") if page.tokens[c].lower == "by"), None
        )
    return page.child(by, "pobj") if by is not None else None


def can_speak(token: Token) -> bool:
    """False for dates, sums, "there"."""
    if token.pos not in _NOUNS or token.ent in _NOT_SPEAKERS:
        return False
    return token.lower not in ("there", "what")


def is_nobody(page: Page, noun: int) -> bool:
    """ "No group claimed responsibility": a subject that is denied."""
    determiners = [page.tokens[c].lower for c in page.all_children(noun, "det", "preconj")]
    words = lexicon()
    return page.tokens[noun].lemma in words.nobody or any(
        d in words.no_determiners for d in determiners
    )


def noun_phrase(page: Page, head: int, *, complements: bool = True) -> Span:
    """The words of a noun phrase: titles, names, determiners and complements in front of the first
    comma, dash or relative clause; a possessive is left without its 's. For "which" and "that" it
    is what they stand for."""
    head = _what_it_stands_for(page, head)
    first, last = _left_edge(page, head), head
    if complements and page.tokens[head].pos != "PRON":
        last = _right_edge(page, head)
    return page.between(first, last)


def _what_it_stands_for(page: Page, head: int) -> int:
    token = page.tokens[head]
    if token.tag != "WDT" and not (token.lower == "which" and token.tag == "WP"):
        return head
    verb = page.tokens[token.head]
    noun = verb.head
    if verb.dep == "relcl" and noun < head and page.tokens[noun].pos in ("NOUN", "PROPN"):
        return noun
    return head


def _left_edge(page: Page, head: int) -> int:
    """The first token of the run left of ``head`` that belongs to it."""
    first = head
    for child in sorted((c for c in page.reading.children[head] if c < head), reverse=True):
        below = page.reading.subtree(child)
        if below[-1] + 1 != first or below[0] > child:
            break
        token = page.tokens[child]
        joins = token.dep == "punct" and token.text in "-–"
        counts = token.dep == "advmod" and token.lower in ("many", "several", "most", "about")
        if not (token.dep in _LEFT or joins or counts):
            break
        first = below[0]
    return _glued(page, head, first)


def _glued(page: Page, head: int, first: int) -> int:
    """``first``, or further left where a hyphen or a second subject binds a name that the parse has
    broken: "al-Amiri", "the agency Tass"."""
    tokens = page.tokens
    while (
        first > 0
        and tokens[first - 1].end == tokens[first].start
        and tokens[first - 1].text[0] not in "\"“”'‘’([—–"
    ):
        first -= 1
    beside = first - 1
    same = (
        beside >= 0
        and tokens[beside].dep == "nsubj"
        and tokens[head].dep == "nsubj"
        and tokens[beside].head == tokens[head].head
        and tokens[beside].pos in ("NOUN", "PROPN")
    )
    return _left_edge(page, beside) if same and beside < head else first


def _right_edge(page: Page, head: int) -> int:
    """The last token of the run right of ``head`` that belongs to its name."""
    last = head
    person = page.tokens[head].ent == "PERSON"
    for child in (c for c in page.reading.children[head] if c > head):
        below = page.reading.subtree(child)
        if below[0] != last + 1:
            break
        token = page.tokens[child]
        if token.dep == "prep" and (person or token.lower not in _PREPOSITIONS):
            break
        if token.dep in ("cc", "prep", "conj", "appos", "nummod", "amod", "compound", "nmod"):
            last = until_break(page, below)
            if last != below[-1]:
                break
        elif token.dep == "punct" and token.text == "-":
            last = below[-1]
        else:
            break
    while last > head and page.tokens[last].dep in ("cc", "punct", "prep"):
        last -= 1
    return _with_name(page, head, last)


def until_break(page: Page, below: list[int]) -> int:
    """The last token of a subtree in front of its first comma, bracket, dash or clause."""
    last = below[0]
    for index in below:
        token = page.tokens[index]
        if index > last + 1 or token.dep in ("relcl", "acl", "advcl") or token.tag in _WH:
            break
        if token.dep == "punct" and token.text not in "-–'’.":
            break
        last = index
    return last


def _with_name(page: Page, head: int, last: int) -> int:
    """``last``, or the end of a name set behind a role and a comma: "her lawyer, Ada Lum"."""
    if page.tokens[head].pos != "NOUN":
        return last
    appos = page.child(head, "appos")
    if appos is None or page.tokens[appos].pos != "PROPN":
        return last
    below = page.reading.subtree(appos)
    comma = last + 1
    if comma < len(page.tokens) and page.tokens[comma].text == "," and below[0] == comma + 1:
        return until_break(page, [i for i in below if i <= appos])
    return last


def possessor(page: Page, noun: int) -> Span | None:
    """Whose claim it is: "Lira's claims", "Pentagon claims", "claims by Lira"; without the 's."""
    owner = page.child(noun, "poss")
    if owner is not None:
        return noun_phrase(page, owner)
    for preposition in page.all_children(noun, "prep", "agent"):
        pobj = page.child(preposition, "pobj")
        by = page.tokens[preposition].lower in ("by", "from")
        if by and pobj is not None and can_speak(page.tokens[pobj]):
            return noun_phrase(page, pobj)
    for child in page.all_children(noun, "compound", "nmod", "amod", "nsubj"):
        token = page.tokens[child]
        if child < noun and (token.pos == "PROPN" or token.ent in ("NORP", "GPE", "ORG")):
            below = [i for i in page.reading.subtree(child) if i <= child]
            return page.between(below[0], child)
    return None


def beside_source(page: Page, verb: int, floor: int, ceiling: int) -> Span | None:
    """The name next to a verb, told from its neighbours alone, for where the parse names none:
    ``…," said the mayor`` and ``…," the mayor said``. Looks at tokens ``[floor, ceiling)``."""
    after = _run(page, range(verb + 1, ceiling))
    before = _run(page, range(verb - 1, floor - 1, -1))
    for run in (sorted(before), after):
        if run and page.tokens[run[-1]].pos in ("NOUN", "PROPN", "PRON"):
            return page.between(run[0], run[-1])
    return None


def _run(page: Page, order: range) -> list[int]:
    """Neighbouring tokens that can make up a name, in the order looked at."""
    found: list[int] = []
    for index in order:
        token = page.tokens[index]
        joins = bool(found) and (token.text == "-" or token.lower in ("of", "from", "for"))
        if token.pos not in _NAME_PARTS and not joins:
            break
        if token.ent in _NOT_SPEAKERS or page.quoted[index] != NO_TOKEN:
            break
        found.append(index)
    return found
