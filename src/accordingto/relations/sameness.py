"""Whether two accounts that part on a matter speak of the same: one thing, one person, one side."""

from collections.abc import Callable, Mapping

import msgspec

from accordingto.records.reading import Token
from accordingto.relations.claim import Claim
from accordingto.relations.culprits import camps_of
from accordingto.relations.matters import Stand
from accordingto.relations.negation import has_no
from accordingto.relations.scene import Scene
from accordingto.relations.wordlists import words

_BODIES = frozenset({"government", "armed_group", "organisation"})
_ARMED = frozenset({"government", "armed_group"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Pronouns that stand for the same: whether for a person, and whether for several.
_GROUPS = {
    "he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it",
    "they": "they", "them": "they", "their": "they",
}  # fmt: skip
_PERSONS = frozenset({"he", "she"})
_BOTH = frozenset({"two", "both", "pair"})


class Pair(msgspec.Struct, frozen=True):
    """Two claims, the earlier first, with their plain words and how each stands to the matter."""

    scene: Scene
    claims: tuple[Claim, Claim]
    tokens: tuple[list[Token], list[Token]]
    stands: tuple[Stand, Stand]

    def yes_no(self) -> tuple[int, int]:
        """Which of the two says yes, and which no."""
        return (0, 1) if self.stands[0].yes else (1, 0)

    def kind(self, at: int) -> str | None:
        """What kind of actor speaks; who speaks for a body counts as one."""
        said = self.claims[at].statement
        kind = self.scene.mentions.kinds.get(said.source or said.affiliation or "")
        span = said.source_span
        head = self.scene.reading.head_of(span) if span is not None else None
        if kind in _BODIES or head is None or span is None:
            return kind
        if words("forces", "irregular").intersection(
            span.of(self.scene.article.text).lower().split()
        ):
            return "armed_group"
        if words("forces", "regular").intersection(
            span.of(self.scene.article.text).lower().split()
        ):
            return "government"
        its = self.tokens[at] and self.tokens[at][0].lower == "its"
        official = head.lemma.lower() in words("forces", "speakers")
        return "government" if official or its else kind

    def has_body(self) -> bool:
        """True where one of the two who speak is a body."""
        return bool({self.kind(0), self.kind(1)} & _BODIES)

    def has_force(self, at: int) -> bool:
        """True where troops, police or fighters are spoken of."""
        return any(t.lemma.lower() in words("forces", "nouns") for t in self.tokens[at])

    def pronouns(self, at: int) -> frozenset[str]:
        """The pronouns of a claim, each as its subject form."""
        found = (_GROUPS.get(t.lower) for t in self.tokens[at])
        return frozenset(group for group in found if group is not None)

    def shares(self) -> bool:
        """True where both have a content word in common, the matter's own aside."""
        one, other = self.claims
        return bool((one.keys & other.keys) - one.names - other.names)

    def subject(self, at: int) -> Token | None:
        """The first subject of a claim, or what stands first in it."""
        tokens = [
            t
            for t in self.tokens[at]
            if t.pos in ("NOUN", "PROPN", "PRON") or t.dep in _SUBJECTS or t.lower == "neither"
        ]
        return next((t for t in tokens if t.dep in _SUBJECTS), tokens[0] if tokens else None)


def _is_thing(pair: Pair) -> bool:
    """By a word in common, by the same pronoun of a person, or by a pronoun for what the other
    speaks of first: "an engine had failed", "they had shot it down"."""
    if pair.shares() or pair.pronouns(0) & pair.pronouns(1) & _PERSONS:
        return True
    subjects = pair.subject(0), pair.subject(1)
    if subjects[0] is None or subjects[1] is None:
        return False
    if subjects[1].lower in _BOTH:
        return True
    first, second = (_pronoun_of(pair, t) for t in subjects if t is not None)
    if second is None and any(_stands_for(p, subjects[0]) for p in _objects(pair)):
        return True
    if first is not None and first == second:
        return not (_is_speakers(pair, 0) and _is_speakers(pair, 1))
    if second is not None and _stands_for(second, subjects[0]):
        return not _is_speakers(pair, 1)
    if first is not None and _stands_for(first, subjects[1]):
        return _is_definite(pair, subjects[1])
    return False


def _objects(pair: Pair) -> frozenset[str]:
    """Whom the second says that something befell: "guards beat him", "nobody had told them"."""
    found = (t.lower for t in pair.tokens[1] if t.dep in ("dobj", "pobj", "dative"))
    return frozenset(_GROUPS[word] for word in found if word in ("him", "her", "them"))


def _pronoun_of(pair: Pair, subject: Token) -> str | None:
    """The pronoun that is a subject, owns it, or is that of which it takes some: "they", "his
    hands", "neither of them"."""
    reading = pair.scene.reading
    below = [reading.tokens[c] for c in reading.children[subject.index]]
    parts = [
        reading.tokens[g]
        for t in below
        if t.lower == "of" and subject.pos != "NOUN"
        for g in reading.children[t.index]
    ]
    found = [subject, *(t for t in below if t.dep == "poss"), *parts]
    return next((_GROUPS[t.lower] for t in found if t.lower in _GROUPS), None)


def _stands_for(pronoun: str, noun: Token) -> bool:
    if noun.pos not in ("NOUN", "PROPN"):
        return False
    plural = noun.tag in ("NNS", "NNPS")
    return plural == (pronoun == "they")


def _is_definite(pair: Pair, noun: Token) -> bool:
    reading = pair.scene.reading
    below = [reading.tokens[c] for c in reading.children[noun.index]]
    return any(t.lower in ("the", "those", "these") for t in below)


def _is_speakers(pair: Pair, at: int) -> bool:
    """True where a claim begins with a pronoun that may be the speaker's: "the army said it …"."""
    subject = pair.subject(at)
    if subject is None:
        return False
    group = _GROUPS.get(subject.lower)
    span = pair.claims[at].statement.source_span
    head = pair.scene.reading.head_of(span) if span is not None else None
    if group is None or head is None or group in _PERSONS:
        return False
    plural = head.tag in ("NNS", "NNPS") or head.lemma.lower() == "police"
    return plural == (group == "they") and pair.kind(at) != "person"


def _is_person(pair: Pair) -> bool:
    one, other = pair.claims
    return bool(pair.pronouns(0) & pair.pronouns(1) & _PERSONS or one.names & other.names)


def _is_of_side(pair: Pair) -> bool:
    """Who says no is the one who is said to have done it: the army, of "soldiers fired"."""
    yes, no = pair.yes_no()
    if pair.kind(yes) == pair.kind(no) == "government":
        return False
    side = pair.scene.keys_of_side(pair.claims[no].statement)
    about = pair.scene.is_about(pair.claims[yes], side)
    doer = pair.subject(yes)
    camps = camps_of(pair.scene, doer) if doer is not None else frozenset()
    if {"irregular": "government", "regular": "armed_group"}.get("".join(camps)) == pair.kind(no):
        # "The rebels fired at a patrol": not the army, which says that it did not.
        return False
    # "Rubber bullets were fired at them": by whom goes without saying, as police answer.
    unsaid = not pair.claims[yes].doers or any(t.dep == "nsubjpass" for t in pair.tokens[yes])
    return about or (pair.kind(no) in _ARMED and (pair.has_force(yes) or unsaid))


def _are_foes(pair: Pair) -> bool:
    kinds = {pair.kind(0), pair.kind(1)}
    return kinds <= _BODIES and bool(kinds & _ARMED)


def _is_harmed(pair: Pair) -> bool:
    """ "Nobody was hurt": whoever was contradicts it; "no soldier was hurt": only a soldier."""
    _, no = pair.yes_no()
    refused = pair.stands[no]
    if not refused.negated:
        return True
    subject = _whose(pair, pair.subject(no))
    said = pair.scene.reading.tokens[refused.at]
    told = {t.lemma.lower() for t in (subject, said) if t is not None}
    reading = pair.scene.reading
    if said.pos == "NOUN" and not has_no(reading, said.index):
        # "I cannot speak of the death": that there was one is not denied.
        return False
    if told & words("harm", "anybody") and subject is not None:
        return True
    return bool(told & {t.lemma.lower() for t in pair.tokens[1 - no]} - {"be", "have"})


def _is_doer(pair: Pair, stand: Stand) -> bool:
    """ "The rebels blew up the posts": who did it, and not what was struck."""
    tokens = pair.scene.reading.tokens
    word = tokens[stand.at]
    return word.dep == "nsubj" and tokens[word.head].lemma not in ("be", "die")


def _whose(pair: Pair, subject: Token | None) -> Token | None:
    """ "None of its soldiers": the soldiers."""
    if subject is None or subject.lower not in words("negation", "nouns"):
        return subject
    tokens, children = pair.scene.reading.tokens, pair.scene.reading.children
    parts = (
        tokens[g]
        for c in children[subject.index]
        if tokens[c].lower == "of"
        for g in children[c]
        if tokens[g].dep == "pobj"
    )
    return next(parts, subject)


def _is_open(pair: Pair) -> bool:
    said = {w for stand in pair.stands for w in stand.words.lower().split()}
    return bool(said & words("harm", "barred")) or _is_thing(pair)


def _is_paid(pair: Pair) -> bool:
    said = {w for stand in pair.stands for w in stand.words.lower().split()}
    return bool(said & words("harm", "money"))


def _has_left(pair: Pair) -> bool:
    yes, no = pair.yes_no()
    return pair.has_force(yes) and (pair.has_force(no) or bool(pair.pronouns(no)))


def _is_struck(pair: Pair) -> bool:
    """An armed side or an authority says what it hit or who was there, and another otherwise."""
    yes, no = pair.yes_no()
    if pair.kind(yes) not in _BODIES:
        return False
    told = [{t.lemma.lower() for t in tokens} & words("harm", "strikes") for tokens in pair.tokens]
    negated = any(stand.negated for stand in pair.stands)
    if not all(told) and not (negated and any(told)):
        return False
    if not negated and any(_is_doer(pair, stand) for stand in pair.stands):
        return False
    return pair.kind(no) != pair.kind(yes) or pair.kind(no) == "organisation"


CHECKS: Mapping[str, Callable[[Pair], bool]] = {
    "thing": _is_thing,
    "person": _is_person,
    "side": _is_of_side,
    "foes": _are_foes,
    "harm": _is_harmed,
    "paid": _is_paid,
    "open": _is_open,
    "left": _has_left,
    "struck": _is_struck,
    "event": lambda _: True,
}
