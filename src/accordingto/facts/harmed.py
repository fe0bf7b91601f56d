"""Who was killed or hurt: each mention of victims, one person included, with their number.

Which words tell of harm, and whom they tell of, is grammar; the words stand in ``figures.toml``.
"""

from collections.abc import Iterator
from functools import cache

import msgspec

from accordingto.facts.figurewords import figure_words
from accordingto.facts.gapped_victims import (
    before_comma,
    gapped,
    has_no_object,
    is_bare_passive,
)
from accordingto.facts.harms import Harm, harm_of, is_expected, own_harm
from accordingto.facts.named_dead import harm_of_all, named_behind
from accordingto.facts.own_hand import doer, own_deed
from accordingto.facts.parts import ends_a_part
from accordingto.facts.struck import is_struck
from accordingto.facts.sufferers import (
    after_his_deed,
    aged,
    as_well,
    behind_be,
    beside_object,
    first_of_list,
    is_source,
    nearest,
    owner,
    who_came,
)
from accordingto.facts.victim_lists import counted_in, listed
from accordingto.facts.victims import Who, who_is
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_REFLEXIVE = {"himself": "m", "herself": "f"}
_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SUFFERERS = frozenset({"nsubj", "nsubjpass", "dobj"})
_STATES = frozenset({"acomp", "oprd", "attr", "ccomp", "xcomp", "advcl"})
_ALONG = frozenset({"along", "together"})
_STATES_OF = frozenset({"dead", "wounded", "slain"})
_MODALS = frozenset({"could", "would", "might", "may", "will", "can", "should"})
# "Treatment" hangs on "for", that on "hospital", that on "to", that on the verb.
_CLIMB = 5
# "He was shot and taken to hospital", "shot and seriously wounded": how far up to the first verb.
_CHAIN = 4


class Victims(msgspec.Struct, frozen=True):
    """One mention. ``hit`` is shot, stabbed or struck, with an outcome that this mention does not
    tell; ``who`` tells how many are meant and by what. ``told_by`` is the index of the telling
    word: those of one word are different people. ``own`` where they did it to themselves."""

    harm: Harm
    span: Span
    who: Who
    told_by: int
    own: bool = False


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(figure_words()["victims"][key])


def find_victims(text: str, reading: Reading) -> list[Victims]:
    """Every mention in text order; the same people may be mentioned again."""
    found: dict[tuple[int, Harm], Victims] = {}
    for token in reading.tokens:
        for victims in _named(text, reading, token):
            found.setdefault((victims.span.start, victims.harm), victims)
        deed = own_deed(reading, token) if token.lower in _of_oneself() else None
        harm = harm_of(reading, token) if deed is None else own_harm(reading, deed)
        if harm is None or _is_unreal(reading, deed or token):
            continue
        for patient in _patients(reading, token, deed):
            who = who_is(text, reading, patient)
            if who is not None and deed is not None and not who.sex:
                who = msgspec.structs.replace(who, sex=_REFLEXIVE.get(token.lower, ""))
            if who is not None:
                # "Shot dead with two others": the first word tells of all of them.
                victims = Victims(harm, who.span, who, token.index, deed is not None)
                found.setdefault((who.span.start, harm), victims)
    # "Was shot and killed": how it ended is all that counts.
    ended = {at for at, harm in found if harm == "killed"}
    told = (v for (at, harm), v in found.items() if harm == "killed" or at not in ended)
    return sorted(told, key=lambda v: (v.span, v.harm))


def _named(text: str, reading: Reading, token: Token) -> Iterator[Victims]:
    """ "The dead were Jan Pell, 20, and a boy of three"."""
    people = named_behind(reading, token)
    harm = harm_of_all(reading, token) if people else None
    for patient in people:
        who = who_is(text, reading, patient)
        if who is not None and harm is not None:
            yield Victims(harm, who.span, who, token.index)


def _below(reading: Reading, token: Token) -> list[Token]:
    return [reading.tokens[i] for i in reading.children[token.index]]


@cache
def _of_oneself() -> frozenset[str]:
    return _words("reflexive").union({"life", "suicide"})


def _of(reading: Reading, preposition: Token) -> tuple[int, ...]:
    return reading.children[preposition.index]


def _is_unreal(reading: Reading, token: Token) -> bool:
    """ "Nobody was killed", "could have been hurt", "threatened to kill"."""
    below = _below(reading, token)
    if token.lemma != "survive" and any(
        t.dep == "neg" or (t.dep == "det" and t.lower == "no") for t in below
    ):
        return True
    if _uses(reading, token) or is_expected(reading, token):
        return False
    return any(t.dep == "aux" and t.lower in _MODALS for t in below) or (
        token.tag == "VB" and any(t.lower == "to" for t in below)
    )


def _uses(reading: Reading, token: Token) -> bool:
    """ "Used the gun to shoot himself" tells of what was done."""
    over = reading.tokens[token.head]
    return over.lemma in {"use", "turn"} and over.tag in {"VBD", "VBG"}


def _patients(reading: Reading, token: Token, deed: Token | None) -> list[Token]:
    """Those who suffer what ``token`` tells, the members of a list one by one."""
    if deed is not None:
        return [_antecedent(reading, one) for one in doer(reading, token)]
    if token.pos == "NOUN" and token.lemma not in _STATES_OF:
        found = _of_noun(reading, token)
    elif token.pos in _VERBS or token.tag in {"VBN", "VBD"}:
        found = _of_verb(reading, token)
    elif token.pos == "ADJ" or token.tag == "JJ" or token.lemma in _STATES_OF:
        found = _of_state(reading, token)
    else:
        found = []
    found += [t for one in found for t in before_comma(reading, one)]
    found = found or behind_be(reading, token)
    found = [first_of_list(reading, owner(reading, one), token) for one in found]
    found += as_well(reading, token)
    members = _members(reading, [_antecedent(reading, one) for one in found])
    others = [m for m in members if not is_struck(reading, m) or m.index == token.head]
    if members and not others:
        others = [t for t in _below(reading, token) if t.dep == "nsubj"]
    return others + _with_whom(reading, token)


def _members(reading: Reading, found: list[Token]) -> list[Token]:
    """The members of lists one by one."""
    return [m for one in found for m in listed(reading, counted_in(reading, one))]


def _antecedent(reading: Reading, one: Token) -> Token:
    """Whom "who" means: "Jan Ilves, who was shot"."""
    verb = reading.tokens[one.head]
    for _ in range(_CHAIN):
        if one.lower != "who" or verb.dep == "relcl":
            break
        verb = reading.tokens[verb.head]
    if one.lower != "who" or verb.dep != "relcl":
        return one
    return first_of_list(reading, reading.tokens[verb.head], verb)


def _with_whom(reading: Reading, token: Token) -> list[Token]:
    """ "Was shot along with three others"."""
    if token.pos not in _VERBS:
        return []
    found = []
    below = _below(reading, token)
    deeper = [t for one in below if one.lower in _ALONG for t in _below(reading, one)]
    for prep in (t for t in (*below, *deeper) if t.dep == "prep" and t.lower == "with"):
        along = reading.tokens[max(0, prep.index - 1)].lower in _ALONG
        people = [t for t in _below(reading, prep) if t.dep == "pobj"]
        found += [t for t in people if along or t.lemma == "other"]
    return _members(reading, found)


def _of_verb(reading: Reading, token: Token) -> list[Token]:
    below = _below(reading, token)
    alone = token.lemma in _words("to_death") and all(t.dep != "dobj" for t in below)
    if token.lemma in _words("intransitive") or (alone and token.tag != "VBN"):
        found = [t for t in below if t.dep in _SUBJECTS]
    else:
        passive = [t for t in below if t.dep == "nsubjpass" and not is_source(reading, t)]
        objects = [t for t in below if t.dep == "dobj" and not has_no_object(reading, token)]
        if objects and all(t.lower in _words("reflexive") for t in objects):
            # "Shot himself and a cousin": that word tells of the one who does it.
            return [t for one in objects for t in _below(reading, one) if t.dep == "conj"]
        found = passive or objects + (beside_object(reading, token) if objects else [])
        if not found and (token.tag == "VBN" or is_bare_passive(reading, token)):
            # A headline's "Man shot dead": no auxiliary, and the noun is taken for a subject.
            found = [t for t in below if t.dep == "nsubj"]
    if found:
        return found + gapped(reading, token)
    if token.dep in {"acl", "relcl"} and (
        token.tag in {"VBN", "VBG"} or token.lemma in _words("intransitive")
    ):
        return [nearest(reading, reading.tokens[token.head], token)]
    if token.dep == "advcl" and any(t.dep == "nsubj" for t in below):
        # "Was arrested after he shot and wounded a girl".
        return []
    if token.dep in {"conj", "xcomp", "ccomp", "advcl", "oprd"}:
        return after_his_deed(reading, token) or _of_first(reading, token)
    return []


def _of_first(reading: Reading, token: Token) -> list[Token]:
    """ "Was shot and killed", "was found shot": the second verb suffers what the first one does."""
    at = token
    for _ in range(_CHAIN):
        if at.dep not in {"conj", "xcomp", "ccomp", "advcl", "oprd"}:
            break
        at = reading.tokens[at.head]
        if at.pos not in _VERBS:
            return []
        found = [t for t in _below(reading, at) if t.dep in _SUFFERERS]
        passive = [t for t in found if t.dep == "nsubjpass"]
        if token.lemma in _words("intransitive") and at.dep != "conj" and found and not passive:
            return [t for t in found if t.dep == "nsubj"]
        objects = [t for t in found if t.dep == "dobj"]
        if passive or objects:
            return passive or objects
        if at.dep in {"acl", "relcl"} and at.tag == "VBN":
            return [reading.tokens[at.head]]
    return []


def _of_state(reading: Reading, token: Token) -> list[Token]:
    """ "Three dead men", "is dead", "found dead on a bed"."""
    head = reading.tokens[token.head]
    if token.dep == "amod" or token.lower == "slain":
        return [head]
    if ends_a_part(reading, token):
        # "Eight men shot, two dead".
        before = reading.tokens[token.index - 1]
        return [before] if before.pos == "NUM" else []
    if token.dep not in _STATES:
        return []
    own = [t for t in _below(reading, token) if t.dep in _SUBJECTS]
    below = [t for t in _below(reading, head) if t.dep in _SUFFERERS]
    objects = [t for t in below if t.dep in {"dobj", "nsubjpass"}]
    return own or objects or below


def _of_noun(reading: Reading, token: Token) -> list[Token]:
    """ "The death of", "her killing", "the body of", "in critical condition", "with wounds"."""
    below = _below(reading, token)
    owners = [t for t in below if t.dep == "poss"]
    if token.lemma in _words("killed") or token.lemma in _words("hit") or token.lemma == "life":
        preps = [t for t in below if t.dep == "prep" and t.lower == "of"]
        whole = [
            reading.tokens[i]
            for t in preps
            for i in reading.children[t.index]
            if reading.tokens[i].dep == "pobj"
        ]
        return whole or (owners if _may_suffer(reading, token) else [])
    if token.lemma == "injury" and token.tag == "NN":
        # "His injury" is told of players.
        return _bearers(reading, token)
    if token.lemma == "condition" or token.lemma in _words("wounds") | _words("helpless"):
        return owners or _bearers(reading, token)
    return []


def _may_suffer(reading: Reading, token: Token) -> bool:
    """Whose "killing" it is suffered it, whose "attack" it is made it; and a body is a dead one
    where it is found, carried or buried, not where it aches."""
    if token.lemma in _words("made"):
        return False
    if token.lemma != "body":
        return True
    over = reading.tokens[token.head]
    return over.lemma in _words("bodies") and token.dep in {"dobj", "nsubj", "nsubjpass"}


def _bearers(reading: Reading, token: Token) -> list[Token]:
    """ "Is in critical condition", "suffered a wound", "a man with a wound", "died of injuries"."""
    over = reading.tokens[token.head]
    if token.dep == "dobj" and over.lemma in _words("bears"):
        found = [t for t in _below(reading, over) if t.dep in _SUBJECTS] or aged(reading, over)
        if not found and over.dep in {"acl", "relcl"}:
            return [reading.tokens[over.head]]
        return found or _of_first(reading, over)
    if token.dep != "pobj" or over.lower not in {"in", "with", "from", "of", "on"}:
        return []
    verb = _after_treatment(reading, reading.tokens[over.head])
    if verb.pos not in _VERBS:
        came = who_came(reading, verb) if over.lower == "with" else []
        return came or ([verb] if over.lower in {"with", "in"} else [])
    if verb.dep in {"acl", "relcl"} and not any(t.dep in _SUBJECTS for t in _below(reading, verb)):
        return [reading.tokens[verb.head]]
    found = [t for t in _below(reading, verb) if t.dep in _SUFFERERS]
    objects = [t for t in found if t.dep in {"dobj", "nsubjpass"}]
    return objects or found or _of_first(reading, verb)


def _after_treatment(reading: Reading, word: Token) -> Token:
    """The verb of "went to a hospital for treatment of a wound"; ``word`` where there is none."""
    at = word
    for _ in range(_CLIMB):
        if at.pos == "VERB" or (at is word and at.lemma != "treatment"):
            break
        at = reading.tokens[at.head]
    return at if at.pos == "VERB" else word
