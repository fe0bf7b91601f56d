"""What happened to those whom a number counts: the nearest telling word in the grammar."""

from collections.abc import Iterator

from accordingto.facts.complements import by_complement
from accordingto.facts.figurewords import (
    PEOPLE_KINDS,
    figure_words,
    harm_of,
    is_human,
    listed,
)
from accordingto.facts.frames import by_frame, sought
from accordingto.facts.held import detained, taken
from accordingto.facts.parts import ends_a_part, noun_left_out, told_of_whole
from accordingto.facts.struck import is_struck
from accordingto.records.facts import What
from accordingto.records.reading import Reading, Token

_CLIMB = 7
# Who somebody is says less than what was done to him: "arrested 31 protesters".
_WEAK = frozenset({"participants", "affected"})
_TELLING_NOUNS = frozenset({"amod", "acl", "relcl", "compound", "prep", "appos", "advcl", "advmod"})
_TELLING_VERBS = frozenset(
    {"conj", "acomp", "oprd", "xcomp", "attr", "advmod", "nsubj", "ccomp", "advcl", "amod", "csubj"}
)
_VERBS = frozenset({"VERB", "AUX"})
# Prepositions through which a number still belongs to what happened: "the killing of 12 people".
_THROUGH = frozenset({"of", "including", "among", "amongst"})
# States as they stand right behind a number in headlines: "31 missing", "20 hurt".
_STATES = frozenset(listed("telling", "behind"))
# "Four of them fatally": how far behind its number the end of a part stands, in words.
_OF_THEM = 3
# The longest hedge between a verb and its number, in words.
_HEDGE = 4
# The most members of a list of people.
_MEMBERS = 6
Told = tuple[What, str]


def happened(
    reading: Reading, noun: Token | None, number: Token, whole: Token | None = None
) -> Told | None:
    """What happened, with the word that says so; ``None`` where nothing near tells. ``whole`` is
    the noun of which a bare number is a part."""
    anchor = noun if noun is not None else number
    if noun is None or noun.lower in _STATES:
        # "And 20 injured": nothing stands nearer to a bare number than the state behind it.
        behind = _state_behind(reading, number)
        if behind is not None and reading.tokens[number.index + 1].lower in _STATES:
            return behind
    if noun is not None and is_struck(reading, noun):
        return None
    behind_it = reading.tokens[anchor.index + 1 : anchor.index + 3]
    if len(behind_it) == 2 and behind_it[0].lower == "without" and behind_it[1].tag != "VBG":
        # "14,500 homeless and half a million without power", not "killed 13 without losing one".
        return ("affected", "without") if is_human(noun) else None
    held = taken(reading, anchor, number) or _with_participle(reading, anchor)
    if held is None and is_human(noun):
        held = sought(reading, anchor)
    counted = noun or whole
    if held is None and counted is not None and is_human(counted):
        held = detained(reading, counted)
    if held is not None:
        return held
    whose = noun or whole or noun_left_out(reading, number)
    found = [f for f in _told(reading, anchor, number) if _fits(f, whose)]
    strong = next((f for f in found if not _is_weak(f)), None)
    if strong is None:
        near = _state_behind(reading, anchor) or by_complement(reading, anchor)
        near = near or told_of_whole(reading, anchor) or _of_list(reading, noun)
        weak = next(iter(found), None)
        return near or by_frame(reading, anchor, noun) or (weak and (weak[0], weak[1].text))
    kind, token = strong
    for other_kind, other in found:
        if {kind, other_kind} == {"killed", "injured"} and _one_number(reading, token, other):
            words = sorted((token, other), key=lambda t: t.index)
            return "killed_and_injured", " and ".join(t.text for t in words)
    return kind, token.text


def _with_participle(reading: Reading, anchor: Token) -> Told | None:
    """ "With ten members of the group already arrested": the participle stands beside them."""
    over = reading.tokens[anchor.head]
    if anchor.dep != "pobj" or over.lower != "with":
        return None
    for index in reading.children[over.index]:
        other = reading.tokens[index]
        kind = harm_of(other) if other.tag == "VBN" and index > anchor.index else None
        if kind is not None:
            return kind, other.text
    return None


def _told(reading: Reading, anchor: Token, number: Token) -> Iterator[tuple[What, Token]]:
    for token in _near(reading, anchor):
        kind = harm_of(token)
        if kind is None or token.index == number.index or _does_it(reading, token, anchor):
            continue
        if token.lower == "dead" and _is_either(reading, token):
            continue
        after = [t.lower for t in reading.tokens[token.index + 1 : token.index + 2]]
        kind = "killed" if (token.lemma, after) == ("burn", ["alive"]) else kind
        if ends_a_part(reading, token) and token.index - anchor.index > _OF_THEM:
            continue
        if kind == "injured" and token.lemma == "hospital":
            # The building tells nothing; "in hospital" is read elsewhere.
            continue
        yield kind, token


def _is_either(reading: Reading, dead: Token) -> bool:
    """ "Dead or alive" tells neither."""
    return [t.lower for t in reading.tokens[dead.index + 1 : dead.index + 3]] == ["or", "alive"]


def _is_weak(found: tuple[What, Token]) -> bool:
    kind, token = found
    # "Released six captured soldiers".
    held = token.dep == "amod" and kind in {"abducted", "arrested"}
    return held or kind in _WEAK or token.lemma in listed("standing", "nouns")


def _fits(found: tuple[What, Token], noun: Token | None) -> bool:
    """Only people come, join and strike; shots and proposals that "come" take part in nothing."""
    kind, token = found
    if noun is not None and noun.lemma in listed("animals", "nouns"):
        # "300 cattle drowned".
        return False
    words = figure_words()["with_people"].get(kind, [])
    doubtful = token.lemma in words or token.lower in words
    if kind == "killed" and noun is None:
        return not doubtful or token.lemma in {"eliminate", "neutralise", "neutralize"}
    return not doubtful or is_human(noun)


def _does_it(reading: Reading, verb: Token, anchor: Token) -> bool:
    """True where those counted do the deed: "four officers shot and killed the man"."""
    if verb.pos != "VERB" or {verb.lemma, verb.lower} & listed("excluded", "suffered"):
        return False
    chain = [verb]
    while chain[-1].dep == "conj" and reading.tokens[chain[-1].head].pos == "VERB":
        chain.append(reading.tokens[chain[-1].head])
    below = [reading.tokens[i] for i in reading.children[chain[-1].index]]
    if any(t.dep == "auxpass" for t in below):
        return False
    has_object = any(
        reading.tokens[i].dep in {"dobj", "ccomp", "xcomp"}
        for v in chain
        for i in reading.children[v.index]
    )
    is_subject = any(t.dep == "nsubj" and t.index == anchor.index for t in below)
    # "20 hurt as bridge falls": no object, so the participle tells of the subject.
    return is_subject and (has_object or verb.tag not in {"VBN", "VBD"})


def _near(reading: Reading, anchor: Token) -> Iterator[Token]:
    """Words that may tell what happened: the anchor, its dependents, then its heads upwards."""
    yield anchor
    yield from _below(reading, anchor, anchor, _TELLING_NOUNS)
    at = anchor
    for _ in range(_CLIMB):
        if at.head == at.index or _is_closed(reading, at):
            return
        below_verb = _is_verb(at) and (at.dep != "conj" or _has_own(reading, at, anchor))
        at = _over(reading, at)
        if below_verb and _is_verb(at):
            # Another clause's verb tells of others.
            return
        if _is_other_clause(reading, at, anchor):
            return
        yield at
        yield from _below(reading, at, anchor, _TELLING_VERBS)
        if at.pos in _VERBS and at.dep not in {"xcomp", "conj", "auxpass", "prep"}:
            return


def _over(reading: Reading, token: Token) -> Token:
    """The word above. "Killed 14 and injured dozens": what the parser takes for a second member of
    the first verb's list is the object of the verb right before it."""
    head = reading.tokens[token.head]
    if (
        token.pos == "NUM"
        and head.index > token.index
        and reading.tokens[token.index + 1].text == ","
    ):
        # A headline's "Kills at least 4, wounds 16".
        near = reading.tokens[max(0, token.index - _HEDGE) : token.index]
        return next((t for t in reversed(near) if t.pos == "VERB"), head)
    before = reading.tokens[max(0, token.index - 1)]
    joined = before.dep == "conj" and before.head == head.index and before.index > head.index
    if token.dep == "conj" and head.pos == "VERB" and before.pos == "VERB" and joined:
        return before
    return head


def _has_own(reading: Reading, verb: Token, anchor: Token) -> bool:
    """ "Left three dead and sent four away": either verb has its own object."""
    if anchor.head != verb.index or anchor.dep != "dobj":
        return False
    over = reading.tokens[verb.head]
    return any(reading.tokens[i].dep == "dobj" for i in reading.children[over.index])


def _is_verb(token: Token) -> bool:
    return token.pos == "VERB" and token.dep != "prep"


def _is_closed(reading: Reading, at: Token) -> bool:
    """True where the way up leads out of what happened to those counted: "killed by 12 soldiers",
    "died in three raids", "four of the nine miners"."""
    if at.dep != "pobj":
        return False
    preposition = reading.tokens[at.head]
    if preposition.lower == "between" and at.pos == "NUM":
        # "Between 30 and 50 died".
        return False
    if preposition.dep == "agent" or preposition.lower not in _THROUGH:
        beside = reading.tokens[max(0, preposition.index - 1)].lower
        # "Were released along with 13 others".
        return preposition.lower != "with" or beside not in {"along", "together"}
    whole = reading.tokens[preposition.head]
    if preposition.lower != "of":
        return False
    if whole.pos == "NUM" or whole.lemma in listed("excluded", "parts"):
        return True
    # "The names of 12 donors": what is done with the names is not done to the donors.
    # "Scores of people" are a number.
    owned = whole.tag == "NNS" and whole.ent != "CARDINAL" and harm_of(whole) is None
    owned = owned and whole.lower not in figure_words()["vague"]
    return owned and not is_human(whole) and whole.lemma not in listed("excluded", "gathers")


def _is_other_clause(reading: Reading, at: Token, anchor: Token) -> bool:
    """True for a coordinate clause's verb over another subject: "Nobody died, but four are ..."."""
    if at.pos not in _VERBS:
        return False
    between = [t for t in reading.tokens[at.index + 1 : anchor.index] if t.head == at.index]
    own = reading.tokens[anchor.head]
    coordinated = own.dep == "conj" or any(t.dep == "cc" for t in between)
    has_own_verb = own.pos in _VERBS and own.index != at.index and anchor.dep.startswith("nsubj")
    return coordinated and has_own_verb


def _below(
    reading: Reading, token: Token, anchor: Token, relations: frozenset[str]
) -> Iterator[Token]:
    for index in reading.children[token.index]:
        child = reading.tokens[index]
        if child.dep not in relations or index == anchor.index or _has_number(reading, child):
            continue
        if child.dep == "compound" and child.pos == "NOUN" and not is_human(token):
            # "Five rescue units", "two detention centres".
            continue
        if child.dep == "conj" and anchor.dep == "dobj" and _has_object(reading, child, anchor):
            # "Seized 14 villages and killed hundreds", "saved 96 and dozens were missing".
            continue
        yield child
        if child.dep in {"acl", "relcl"}:
            # "People left homeless": the state stands below the participle.
            yield from (reading.tokens[i] for i in reading.children[child.index])


def _has_object(reading: Reading, verb: Token, anchor: Token) -> bool:
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    apart = ("nsubj", "nsubjpass")
    own = (t for t in below if t.dep in apart and t.pos != "PRON" and t.lower != "both")
    has_own = any(t.index > anchor.index for t in own) or any(t.dep == "dobj" for t in below)
    return verb.index > anchor.index and has_own


def _has_number(reading: Reading, token: Token) -> bool:
    """True where a word has a number of its own, and so tells of others: "and wounded six"."""
    below = (reading.tokens[i] for i in reading.children[token.index])
    return token.pos == "NUM" or any(
        t.pos == "NUM" or any(reading.tokens[i].pos == "NUM" for i in reading.children[t.index])
        for t in below
    )


def _one_number(reading: Reading, one: Token, other: Token) -> bool:
    """ "Killed and injured 30": two verbs next to each other, one number for both."""
    first, last = sorted((one.index, other.index))
    between = reading.tokens[first + 1 : last]
    return len(between) <= 2 and all(t.pos in {"CCONJ", "PUNCT"} for t in between)


def _state_behind(reading: Reading, anchor: Token) -> Told | None:
    """ "31 missing", "three of them badly hurt": a state right behind those counted."""
    at = anchor.index + 1
    tokens = reading.tokens
    is_noun = anchor.pos in {"NOUN", "PROPN"} and anchor.ent != "CARDINAL"
    while at < len(tokens) and (
        tokens[at].pos in {"ADV", "AUX"} or tokens[at].lower in {"of", "them", "whom", "left"}
    ):
        at += 1
    if at - anchor.index > 5 or at >= len(tokens) or tokens[at].lower not in _STATES:
        return None
    if is_noun and at > anchor.index + 1 and _is_closed(reading, anchor):
        # "Half of the 40 hostages were freed".
        return None
    state = tokens[at]
    if state.lower == "dead" and _is_either(reading, state):
        return None
    has_object = state.pos == "VERB" and any(tokens[i].dep == "dobj" for i in reading.children[at])
    # "Missing" and "dead" take no object; one that the parser gives them is a mistake.
    has_object = has_object and state.lower not in {"missing", "dead", "homeless"}
    kind = harm_of(state)
    whose = anchor if is_noun else noun_left_out(reading, anchor)
    if kind is None or has_object or not _fits((kind, state), whose):
        return None
    both = _joined_state(reading, state)
    if both is not None and {kind, harm_of(both)} == {"killed", "injured"}:
        return "killed_and_injured", f"{state.text} and {both.text}"
    return kind, state.text


def has_state(reading: Reading, number: Token) -> bool:
    """ "A toll of 89 dead and 214 injured": the state stands right behind the number."""
    return any(t.lower in _STATES for t in reading.tokens[number.index + 1 : number.index + 2])


def _of_list(reading: Reading, noun: Token | None) -> Told | None:
    """ "Three women and one man injured": the state behind the last tells of all."""
    at = noun
    for _ in range(_MEMBERS):
        below = [reading.tokens[i] for i in reading.children[at.index]] if at is not None else []
        after = [
            t for t in below if t.dep in {"conj", "appos"} and at is not None and t.index > at.index
        ]
        after = [t for t in after if t.pos == "NOUN" and is_human(t)]
        if not after or not is_human(at):
            break
        at = after[-1]
    return None if at is None or at is noun else _state_behind(reading, at)


def _joined_state(reading: Reading, state: Token) -> Token | None:
    """The second of "killed and injured", where no number of its own stands between."""
    after = reading.tokens[state.index + 1 : state.index + 3]
    if len(after) == 2 and after[0].lower in {"and", "or"} and after[1].lower in _STATES:
        return after[1]
    return None


def kind_gives_way(kind: str | None) -> bool:
    """True where a noun's own kind is not what the number is about."""
    return kind is None or kind in PEOPLE_KINDS
