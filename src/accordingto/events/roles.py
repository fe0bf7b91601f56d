"""Who does it and who suffers it: the grammar around an anchor, read to the actors it names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from accordingto.events.anchors import Anchor
from accordingto.events.lexicon import lemma_of
from accordingto.events.near import under
from accordingto.events.sides import state_named, states_of
from accordingto.events.wordlists import listed
from accordingto.records.facts import Actor, ActorKind
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_CLIMB = 4
_WHO = frozenset({"GPE", "NORP", "ORG"})
_SUBJECTS = frozenset({"nsubj"})
_INTO = frozenset({"into", "in"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True)
class Roles:
    """Tokens that name those who act and those acted upon."""

    actors: tuple[Token, ...] = ()
    targets: tuple[Token, ...] = ()


class ActorsAt:
    """Which actor a token names."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._at: dict[int, list[tuple[int, Span, str]]] = {}
        self._kinds: dict[str, ActorKind] = {}
        self._states = states_of(actors)
        for actor in actors:
            self._kinds[actor.id] = actor.kind
            for mention in actor.mentions:
                for key in range(mention.start >> 5, (mention.end >> 5) + 1):
                    self._at.setdefault(key, []).append((len(mention), mention, actor.id))

    def of(self, token: Token) -> str | None:
        """The id of the actor with the shortest mention that holds ``token``."""
        here = [m for m in self._at.get(token.start >> 5, ()) if m[1].contains(token.span)]
        if here:
            return min(here)[2]
        return state_named(token, self._states) if token.ent in {"NORP", "GPE"} else None

    def _is_mention(self, token: Token) -> bool:
        return any(m[1].contains(token.span) for m in self._at.get(token.start >> 5, ()))

    def kind_of(self, token: Token) -> ActorKind | None:
        """The kind of the actor that ``token`` names."""
        actor = self.of(token)
        return None if actor is None else self._kinds[actor]

    def named(self, tokens: Iterable[Token], *, by_adjective: bool = True) -> tuple[str, ...]:
        """The actors that ``tokens`` name, each once, in order; those that an adjective names
        ("Russian airstrikes") only where ``by_adjective``: "Greek riots" are not the state's."""
        found = (self.of(t) for t in tokens if by_adjective or self._is_mention(t))
        return tuple(dict.fromkeys(actor for actor in found if actor is not None))


def roles_of(reading: Reading, anchor: Anchor) -> Roles:
    """Those who act and suffer around one anchor."""
    token = reading.tokens[anchor.head]
    return _verbal(reading, token) if anchor.is_verb else _nominal(reading, token)


def _verbal(reading: Reading, verb: Token) -> Roles:
    below = under(reading, verb.index)
    if _is_passive(verb, below):
        agents = [t for t in below if t.dep == "agent" or (t.dep == "prep" and t.lower == "by")]
        patients = [t for t in below if t.dep in {"nsubjpass", "nsubj"}] or _owner(reading, verb)
        patients = [_meant(reading, verb, t) for t in patients]
        return Roles(_listed(reading, _objects(reading, agents)), _listed(reading, patients))
    subjects = _subject(reading, verb)
    objects = [_meant(reading, verb, t) for t in below if t.dep in {"dobj", "dative"}]
    objects = [t for t in objects if not _is_what_becomes(t)] or objects
    objects += _objects(
        reading, (t for t in below if t.dep == "prep" and t.lower in listed("onto"))
    )
    for clause in (t for t in below if t.dep == "ccomp" and t.pos == "ADJ"):
        # "Found Lum guilty".
        objects += [t for t in under(reading, clause.index) if t.dep == "nsubj"]
    return Roles(_listed(reading, subjects), _listed(reading, objects))


def _meant(reading: Reading, verb: Token, token: Token) -> Token:
    """What a relative pronoun stands for: "hostages that were freed"."""
    relative = verb.dep == "relcl" and token.lower in _RELATIVES
    return reading.tokens[verb.head] if relative else token


def _is_passive(verb: Token, below: Sequence[Token]) -> bool:
    if any(t.dep in {"auxpass", "nsubjpass"} for t in below) or _is_headline_passive(verb, below):
        return True
    # "Dozens killed in raid": a participle by itself, in headlines and behind nouns.
    alone = not any(t.dep == "aux" or (t.dep == "dobj" and not _is_what_becomes(t)) for t in below)
    return verb.tag == "VBN" and alone and (verb.dep in {"acl", "ROOT", "amod", "conj"})


def _is_what_becomes(token: Token) -> bool:
    """ "Two guards taken hostage": what is made of them is not whom it is done to."""
    return lemma_of(token) in listed("captured_as")


def _is_headline_passive(verb: Token, below: Sequence[Token]) -> bool:
    """ "Consulate bombed in attack", "12 people shot": a headline that leaves "was" out."""
    if verb.tag != "VBD" or verb.lemma.lower() not in listed("transitive"):
        return False
    if not any(t.dep == "nsubj" for t in below):
        return False
    return not any(
        t.dep in {"dobj", "dative", "ccomp", "xcomp", "aux"}
        or (t.dep == "prep" and t.lower in {"at", "into", "towards", "toward"})
        or (t.dep == "conj" and t.pos == "VERB")
        for t in below
    )


def _owner(reading: Reading, verb: Token) -> list[Token]:
    """The noun that a participle or relative clause stands behind."""
    if verb.dep in {"acl", "relcl", "amod"}:
        return [reading.tokens[verb.head]]
    if verb.dep == "conj":
        first = reading.tokens[verb.head]
        return [
            below for below in under(reading, first.index) if below.dep in {"nsubjpass", "nsubj"}
        ]
    return []


def _subject(reading: Reading, verb: Token) -> list[Token]:
    at = verb
    for _ in range(_CLIMB):
        below = under(reading, at.index)
        subjects = [t for t in below if t.dep in _SUBJECTS]
        if subjects and subjects[0].lower in _RELATIVES and at.dep == "relcl":
            return [_antecedent(reading, at)]
        if subjects:
            return subjects
        if at.index != verb.index:
            # "Soldiers were seen beating him", "she was jailed for killing him".
            raised = [t for t in below if t.dep == "nsubjpass"]
            if raised:
                return raised
        if at.dep == "acl" and at.tag == "VBG":
            return [reading.tokens[at.head]]
        if at.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep"} or at.head == at.index:
            return []
        above = reading.tokens[at.head]
        if above.lemma in listed("hindering"):
            return []
        made = _made_to(reading, at, above)
        if made:
            return made
        at = above
    return []


def _antecedent(reading: Reading, verb: Token) -> Token:
    """What a relative clause belongs to: of "Lira and the Front, which has", the last of them."""
    head = reading.tokens[verb.head]
    one = verb.tag == "VBZ" or any(t.tag == "VBZ" for t in under(reading, verb.index))
    for _ in range(_CLIMB):
        further = [
            t for t in under(reading, head.index) if t.dep == "conj" and t.index < verb.index
        ]
        if not one or not further:
            break
        head = further[-1]
    return head


def _made_to(reading: Reading, below: Token, above: Token) -> list[Token]:
    """Who acts in "accused the party of bribing" and "ordered the firm to pay": the one whom the
    verb above has as its object."""
    over = below.lower in {"of", "for", "with", "in"}
    accused = below.dep == "prep" and over and above.lemma in listed("accusing")
    ordered = below.dep in {"xcomp", "advcl"} and above.lemma in listed("making")
    if not accused and not ordered:
        return []
    tokens = under(reading, above.index)
    passive = any(t.dep in {"auxpass", "nsubjpass"} for t in tokens)
    wanted = "nsubjpass" if passive else "dobj"
    return [t for t in tokens if t.dep == wanted and (passive or t.index < below.index)]


def _nominal(reading: Reading, noun: Token) -> Roles:
    below = under(reading, noun.index)
    by = _objects(reading, (t for t in below if t.lower == "by"))
    if noun.dep == "pobj" and reading.tokens[noun.head].lower == "as":
        # "Was called a kidnapping by the police": they call it so.
        by = []
    owners = [t for t in below if t.dep == "poss"]
    # "The judge's murder", "the town's bombardment by the army": what happens to the owner.
    done_to = lemma_of(noun) in listed("suffered") and not any(t.ent == "GPE" for t in owners)
    suffered = bool(owners) and (bool(by) or done_to)
    actors = (
        by
        or ([] if suffered else owners)
        or [
            t
            for t in below
            if t.dep in {"compound", "amod", "nmod"}
            and (t.ent in {"GPE", "NORP", "ORG"} or lemma_of(t) in listed("strikers"))
        ]
    )
    targets = _objects(
        reading, (t for t in below if t.dep == "prep" and t.lower in listed("onto") | {"of"})
    )
    both = _objects(reading, (t for t in below if t.lower == "between"))
    if both and lemma_of(noun) in listed("mutual"):
        # "A truce between the army and the rebels": both have made it.
        actors = [*(by or []), *both]
        targets = [t for t in targets if t not in both]
    over = reading.tokens[noun.head]
    if over.lemma == "blame" and noun.dep == "dobj":
        # "Blamed the attack on the army": the army is said to have done it.
        beside = [t for t in under(reading, over.index) if t.dep == "prep" and t.lower == "on"]
        inside = [t for t in below if t.dep == "prep" and t.lower == "on"]
        blamed = _objects(reading, beside or inside)
        actors = by or blamed or actors
        targets = [t for t in targets if t not in blamed]
    targets = targets or (owners if suffered else [])
    doers, others = _through_verb(reading, noun)
    targets = [*(targets or others or _put_under(reading, noun)), *_fallen(reading, noun)]
    return Roles(_listed(reading, actors or doers), _listed(reading, targets))


def _through_verb(reading: Reading, noun: Token) -> tuple[list[Token], list[Token]]:
    """Those who act and suffer by the verb that carries a noun: "the attack was carried out by
    rebels", "staged a raid", "the town suffered a raid"."""
    above = reading.tokens[noun.head]
    if above.pos == "VERB" and noun.dep == "dobj" and above.lemma in listed("suffering"):
        return [], list(_verbal(reading, above).actors)
    if above.pos == "VERB" and noun.dep == "dobj" and above.lemma in listed("light"):
        light = _verbal(reading, above)
        return list(light.actors), [t for t in light.targets if t.index != noun.index]
    carried = [t for t in under(reading, noun.index) if t.dep == "acl" and t.tag == "VBN"]
    if noun.dep == "nsubjpass":
        carried.append(above)
    doers: list[Token] = []
    for verb in carried:
        if verb.lemma == "blame":
            # "Was blamed on rebels by the police": not the police's deed.
            on = [t for t in under(reading, verb.index) if t.dep == "prep" and t.lower == "on"]
            doers += _objects(reading, on)
        elif verb.lemma in listed("light") | {"perpetrate", "claim"}:
            doers += list(_verbal(reading, verb).actors)
    return doers, []


def _put_under(reading: Reading, noun: Token) -> list[Token]:
    """ "Was placed under house arrest", "came under attack": who is put there."""
    over = reading.tokens[noun.head]
    verb = reading.tokens[over.head]
    fits = over.lower == "under" or (over.lower in _INTO and lemma_of(noun) in listed("held_in"))
    if noun.dep != "pobj" or not fits or verb.lemma not in listed("putting"):
        return []
    below = under(reading, verb.index)
    suffers = [t for t in below if t.dep in {"dobj", "nsubjpass"}]
    by_itself = verb.lemma in listed("being") and over.lower == "under" and over.index > verb.index
    return suffers or ([t for t in below if t.dep == "nsubj"] if by_itself else [])


def _fallen(reading: Reading, noun: Token) -> list[Token]:
    """ "Three people died in the attack": who fell by it."""
    at = noun
    for _ in range(_CLIMB):
        if at.head == at.index or at.dep not in {"pobj", "prep"}:
            return []
        at = reading.tokens[at.head]
        if at.lemma in {"die", "perish"} and at.pos == "VERB":
            return [t for t in under(reading, at.index) if t.dep == "nsubj"]
    return []


def _objects(reading: Reading, prepositions: Iterable[Token]) -> list[Token]:
    return [
        reading.tokens[i]
        for preposition in prepositions
        for i in reading.children[preposition.index]
        if reading.tokens[i].dep == "pobj"
    ]


def _listed(reading: Reading, heads: Iterable[Token]) -> tuple[Token, ...]:
    """The heads with those coordinated to them, and the whole of "one of the soldiers"."""
    return tuple(dict.fromkeys(t for head in heads for t in _with_conjuncts(reading, head)))


def _with_conjuncts(reading: Reading, head: Token) -> Iterator[Token]:
    at: Token | None = head
    for _ in range(8):
        if at is None:
            return
        yield at
        at = next(
            (
                below
                for below in under(reading, at.index)
                if below.dep == "conj" and below.pos in {"NOUN", "PROPN"}
            ),
            None,
        )
