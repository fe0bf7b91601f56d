"""Who says it: the noun phrase that is the source of a cue."""

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Page
from accordingto.statements.wordlists import word_list

# How many words up a subject may be looked for ("went on to say": one).
_MAX_CLIMB = 6

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_NOT_SPEAKERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_SHARES = frozenset({"PERCENT", "MONEY", "QUANTITY"})
_UPWARD = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "parataxis", "dep", "prep"})
_OBJECTS = frozenset({"dobj", "pobj", "oprd", "attr", "conj", "prep", "compound", "appos"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAME_PARTS = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART"})
# Verbs of asking somebody, and what follows where it is told of what.
ASKING = frozenset({"ask", "press", "question", "quiz", "challenge"})
_ASKED = frozenset(
    {"about", "on", "over", "whether", "if", "why", "how", "what", "when", "where", "who", "by",
     "to", "for", "at", "in", "during", "later", "repeatedly"}
)  # fmt: skip
# "Warned off by radio", "told by telephone": how, and not by whom.
_MEANS = frozenset(
    {"radio", "telephone", "phone", "email", "e-mail", "letter", "text", "loudspeaker", "post",
     "telegram", "video", "fax", "mail", "megaphone", "mistake", "law", "name"}
)  # fmt: skip
_DASHES = frozenset({"—", "–", "-", "--"})


def subject_of(page: Page, verb: int) -> int | None:
    """The token that heads the source of a verb: its subject, or that of the verb it hangs on.

    For a passive it is the agent ("denied by the ministry"); ``None`` where nobody is named.
    """
    at, mute = verb, None
    for _ in range(_MAX_CLIMB):
        token = page.tokens[at]
        if is_passive(page, at):
            return agent_of(page, at) or mute
        found = own_subject(page, at, verb)
        told = at == verb or mute is not None
        if found is not None and (told or page.tokens[found].lemma not in lexicon().mute):
            return found
        if at == verb and _is_share(page, verb):
            # "The survey found that 61 percent blamed the council": no survey blames it.
            return None
        if token.dep == "ccomp" and _is_told(page, at):
            # "Nine in ten say that 'honest' describes Lum": it is not they who describe.
            return mute
        # "She said a search was under way and declined to say more": no search declines.
        mute = found if mute is None else mute
        if token.dep in ("acl", "relcl"):
            giver = _giver(page, token.head)
            if giver is not None:
                return giver
            if speaks(page.tokens[token.head]) or _admits(page, token):
                return token.head if can_speak(page.tokens[token.head]) else None
            up = _verb_over(page, token.head)
        else:
            up = token.head if token.dep in _UPWARD else at
        if up is None or up == at:
            return mute
        at = up
    return mute


def _admits(page: Page, verb: Token) -> bool:
    """ "(The video shows) a soldier admitting that …": somebody by role who says something."""
    role = page.tokens[verb.head].lemma in word_list("sources.toml", "nouns", "person")
    return role and verb.tag == "VBG" and page.child(verb.index, "ccomp") is not None


def _is_told(page: Page, verb: int) -> bool:
    """True for the verb of a clause that "that" opens: it has its own subject, read or not."""
    return any(page.tokens[c].lower == "that" for c in page.all_children(verb, "mark"))


def _is_share(page: Page, verb: int) -> bool:
    """True where the subject of a verb is a share or a sum."""
    subject = page.child(verb, "nsubj")
    return subject is not None and page.tokens[subject].ent in _SHARES


def own_subject(page: Page, verb: int, near: int | None = None) -> int | None:
    """The nearest active subject that hangs on ``verb`` itself, not within a quotation that
    ``near`` stands outside of."""
    place = page.quoted[verb if near is None else near]
    subjects = page.all_children(verb, "nsubj", "csubj")
    if not subjects:
        # "Officials have in the past pointed": the tree may hang the subject on the verb's helper.
        helpers = page.all_children(verb, "aux", "auxpass")
        subjects = [c for helper in helpers for c in page.all_children(helper, "nsubj")]
        subjects = subjects or _right_before(page, verb)
    found = [
        child
        for child in subjects
        if can_speak(page.tokens[child]) and page.quoted[child] in (place, NO_TOKEN)
    ]
    if not found:
        return None
    if len(found) > 1 and _is_beside(page, found[0], found[-1]):
        return found[0]
    return _past_dateline(page, min(found, key=lambda child: abs(child - verb)))


def _right_before(page: Page, verb: int) -> list[int]:
    """ "Four were killed near Ores and [the authorities in Tel] reported": the tree may join the
    subject of the second clause to the last noun of the first."""
    if page.tokens[verb].tag not in _FINITE or verb == 0:
        return []
    at = verb - 1
    for _ in range(_MAX_CLIMB):
        token = page.tokens[at]
        below = page.reading.subtree(at)
        if token.dep == "conj" and page.tokens[token.head].pos in ("NOUN", "PROPN"):
            joined = below[0] > 0 and page.tokens[below[0] - 1].lower in ("and", "but")
            return [at] if joined and below[-1] == verb - 1 else []
        if token.head == at or token.pos not in ("NOUN", "PROPN", "ADP"):
            return []
        at = token.head
    return []


def _is_beside(page: Page, subject: int, other: int) -> bool:
    """ "The study, published in Reef, finds": the tree may hang the end of what is set between
    commas on the verb as well."""
    comma = page.tokens[other + 1].text == "," if other + 1 < len(page.tokens) else False
    asides = page.all_children(subject, "acl")
    return comma and any(subject < aside < other for aside in asides)


def _past_dateline(page: Page, subject: int) -> int:
    """ "ORES, Lum — A court said": the court, where the parse hangs it on the dateline."""
    if page.tokens[subject].start not in page.block_starts:
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
    if token.tag != "VBN" or page.child(verb, "aux", "nsubj") is not None:
        return False
    # "Condemned by the union and hailed by employers".
    joined = token.dep == "conj" and page.child(verb, "agent") is not None
    return (page.tokens[token.head] if joined else token).dep in ("acl", "advcl")


def agent_of(page: Page, verb: int) -> int | None:
    """Who a passive says did it."""
    by = page.child(verb, "agent")
    if by is None:
        by = next(
            (c for c in page.all_children(verb, "prep") if page.tokens[c].lower == "by"), None
        )
    agent = page.child(by, "pobj") if by is not None else None
    means = agent is not None and page.tokens[agent].lower in _MEANS
    bare = agent is not None and page.child(agent, "det", "poss", "compound", "amod") is None
    return None if means and bare else agent


def can_speak(token: Token) -> bool:
    """False for dates, sums, "there"."""
    # The tagger takes names that are words for cries ("Trump, meanwhile, …").
    cried = token.pos == "INTJ" and token.text[0].isupper() and token.dep == "nsubj"
    if not (cried or token.pos in _NOUNS) or token.ent in _NOT_SPEAKERS:
        return False
    return token.lower not in ("there", "what")


def is_nobody(page: Page, noun: int) -> bool:
    """ "No group claimed responsibility": a subject that is denied."""
    determiners = [page.tokens[c].lower for c in page.all_children(noun, "det", "preconj")]
    words = lexicon()
    return page.tokens[noun].lemma in words.nobody or any(
        d in words.no_determiners for d in determiners
    )


def are_neither(page: Page, noun: int) -> bool:
    """True for "neither the army nor the rebels": both, and what they do not do."""
    before = (page.tokens[c].lower for c in page.all_children(noun, "preconj", "cc"))
    return "neither" in before and page.child(noun, "conj") is not None


def is_asked(page: Page, verb: Token, source: Span) -> bool:
    """ "A diplomat, [asked about it], said": asked he was by others. "Una Lum, the mayor, asked
    why" has her ask."""
    if verb.lemma not in ASKING or verb.tag not in ("VBD", "VBN"):
        return False
    behind = page.tokens[min(verb.index + 1, len(page.tokens) - 1)].lower
    aside = page.text[source.end : verb.start] == ", " and "," not in source.of(page.text)
    return aside and behind in _ASKED


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
