"""Whether a happening is told as past, going on, to come, only possible, or not so."""

from collections.abc import Iterator

from accordingto.events.near import under
from accordingto.events.wordlists import listed
from accordingto.records.facts import Realis
from accordingto.records.reading import Reading, Token
from accordingto.tables import table

_CLIMB = 6
# "Demanded that he probe": what stands in the base form is wished, and not told in its clause.
_SIDES = frozenset({"nsubj", "nsubjpass", "dobj"})
_NOW = frozenset({"is", "are", "'s", "’s"})
_CLAUSES = frozenset({"relcl", "advcl", "parataxis", "ccomp"})


def realis_of(reading: Reading, head: int) -> tuple[Realis, str | None]:
    """How the happening named at a token is told, with the word that shows it (``None`` for a plain
    past)."""
    token = reading.tokens[head]
    words = table("accordingto.events", "realis.toml")
    for verb in _verbs_over(reading, token):
        below = under(reading, verb.index)
        for found in below:
            if found.dep == "neg" or (found.dep == "det" and found.lower == "no"):
                return "denied", found.text
            if verb.index == head and found.dep in _SIDES and _is_nobody(reading, found):
                return "denied", found.text
        for found in below:
            if found.dep == "aux" and found.lower in listed("will"):
                return "future", found.text
            if found.dep == "aux" and found.lower == "would" and _is_told(reading, verb):
                return "future", found.text
            if found.dep == "acomp" and found.lower == "due" and verb.lower in _NOW:
                return "future", found.text
            if found.dep == "aux" and found.lower in listed("may"):
                return "hypothetical", found.text
            if found.dep == "mark" and found.lower in listed("conditions"):
                return "hypothetical", found.text
        shown = _by_phrase(reading, verb, token, below)
        if shown is not None:
            return shown
        # "Accused of ordering the massacre": it was done.
        ordered = verb.lemma == "order" and verb.dep == "pcomp"
        if not ordered and (verb.index != head or verb.pos != "VERB"):
            for realis in ("future", "hypothetical", "denied"):
                if verb.lemma.lower() in words[realis] and _governs(reading, verb, token):
                    return realis, verb.text
    return _tense(reading, token)


def _by_phrase(
    reading: Reading, verb: Token, token: Token, below: list[Token]
) -> tuple[Realis, str] | None:
    """ "Called for an inquiry", "has yet to lift the ban"."""
    words = {t.lower for t in below}
    if verb.lemma in {"have", "be"} and "yet" in words:
        # "Yet to hold talks" denies talks; "yet to lift the ban" does not deny the ban.
        done = token if token.pos == "VERB" else reading.tokens[token.head]
        is_done = done.index == token.index or done.lemma in listed("light")
        return ("denied", "yet") if is_done and done.head == verb.index else None
    if verb.lemma != "call" or verb.index == token.index:
        return None
    over = next((t for t in below if t.lower == "for" and t.dep == "prep"), None)
    wanted = over is not None and token.head == over.index
    return ("hypothetical", f"{verb.text} for") if wanted else None


def _is_told(reading: Reading, verb: Token) -> bool:
    """ "Said it would free them": told of what is to come, without an "if"."""
    over = reading.tokens[verb.head]
    told = verb.dep == "ccomp" and over.lemma in listed("telling")
    sentence = reading.sentence_of(verb.index)
    words = reading.tokens[sentence.first : sentence.last]
    return told and not any(t.lower in listed("conditions") for t in words)


def _governs(reading: Reading, above: Token, token: Token) -> bool:
    """Whether ``token`` is what ``above`` plans, wants or prevents, and not its subject."""
    at = token
    for _ in range(_CLIMB):
        if at.head == above.index:
            return at.dep in listed("governed")
        if at.head == at.index:
            return False
        at = reading.tokens[at.head]
    return False


def _verbs_over(reading: Reading, token: Token) -> Iterator[Token]:
    """The token, then what governs it as far as one clause and its infinitives go."""
    yield token
    at = token
    for _ in range(_CLIMB):
        wished = at.dep == "ccomp" and (at.tag == "VB" or _is_to_be(reading, at))
        if at.head == at.index or (at.dep in _CLAUSES and not wished):
            return
        if at.dep == "acl" and at.tag != "VB":
            return
        over = reading.tokens[at.head]
        if at.dep in {"pobj", "pcomp"} and over.lower in listed("apart"):
            # "Tried to flee after killing her": the killing was done.
            return
        at = over
        yield at
        if at.pos in {"VERB", "AUX"} and at.dep not in {"xcomp", "conj", "acl", "pcomp"}:
            return


def _is_nobody(reading: Reading, token: Token) -> bool:
    """ "Nobody was killed", "it injured no one"."""
    none = token.lower in {"nobody", "none", "nothing"}
    return none or any(t.dep == "det" and t.lower == "no" for t in under(reading, token.index))


def _is_to_be(reading: Reading, verb: Token) -> bool:
    """ "Demanded that the guards be handed over"."""
    return any(
        t.dep == "auxpass" and t.lower == "be" for t in under(reading, verb.index)
    ) and not any(t.dep == "aux" for t in under(reading, verb.index))


def _tense(reading: Reading, token: Token) -> tuple[Realis, str | None]:
    if token.tag == "VB":
        # "To attack": nobody says that it was done.
        if any(reading.tokens[i].lower == "to" for i in reading.children[token.index]):
            return "hypothetical", "to"
        return "past", None
    below = under(reading, token.index)
    if token.tag == "VBG" and any(t.dep == "aux" and t.lower in listed("present") for t in below):
        return "ongoing", token.text
    before = [t for t in below if t.dep == "amod"]
    if any(t.lower in listed("going_on") for t in before):
        return "ongoing", next(t.text for t in before if t.lower in listed("going_on"))
    if any(t.lower in listed("coming") for t in before):
        return "future", next(t.text for t in before if t.lower in listed("coming"))
    return "past", None
