"""What a claim says something of: "the money" of "the money was a loan", "it" of "called it a
bribe"."""

import re

import msgspec

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.relations.scene import Scene
from accordingto.relations.wordlists import words

# Whether a pronoun stands for several.
_PRONOUNS = {
    "it": False, "he": False, "she": False, "this": False, "that": False, "they": True,
    "these": True, "those": True,
}  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TOLD_OF = frozenset({"acomp", "attr", "oprd"})
_PEOPLE = frozenset({"he", "she"})
# "It is our hope that", "it was clear to": nothing is called so.
_OPENING = re.compile(
    r"(?:that\s+)?it(?:['’]s|\s(?:is|was))\s(?:\w+\s){1,3}(?:that|to|who)\b", re.IGNORECASE
)


class Thing(msgspec.Struct, frozen=True):
    """The head of what is told of; ``is_something``: whether it is said what it is, not what it
    does."""

    token: Token
    is_something: bool


def thing_of(scene: Scene, said: Statement) -> Thing | None:
    """What the content of a statement says something of, where that can be told."""
    content = said.content_spans[0]
    cue = scene.reading.head_of(said.cue_span) if said.cue_span is not None else None
    if cue is not None and cue.lemma.lower() in words("pointing", "calling"):
        called = _called(scene, cue, said.content_spans)
        return Thing(called, is_something=True) if called is not None else None
    head = scene.reading.head_of(content)
    if head is None or head.pos not in ("VERB", "AUX"):
        return None
    below = [scene.reading.tokens[c] for c in scene.reading.children[head.index]]
    if any(t.dep == "aux" and t.lower == "to" for t in below):
        # "Told him to leave".
        return None
    subject = next((t for t in below if t.dep in _SUBJECTS and t.index < head.index), None)
    if subject is None or not content.contains(subject.span):
        return None
    told = any(t.dep in _TOLD_OF and content.contains(t.span) for t in below)
    return Thing(subject, is_something=head.lemma == "be" and told)


def _called(scene: Scene, cue: Token, contents: tuple[Span, ...]) -> Token | None:
    below = [scene.reading.tokens[c] for c in scene.reading.children[cue.index]]
    inside = [t for t in below if any(c.contains(t.span) for c in contents)]
    found = next((t for t in inside if t.dep in ("dobj", "nsubj")), None)
    if found is not None:
        return found
    first = scene.reading.tokens_in(contents[0])[:1]
    return first[0] if first and first[0].lower in _PRONOUNS else None


def says_again(scene: Scene, one: Statement, other: Statement) -> bool:
    """True where the second speaks of what the first speaks of, by a pronoun or the same noun."""
    first, second = thing_of(scene, one), thing_of(scene, other)
    if first is None or second is None:
        return False
    thing, again = first.token, second.token
    if again.lower not in _PRONOUNS:
        same = again.lemma == thing.lemma and again.pos in ("NOUN", "PROPN")
        return same and first.is_something and second.is_something
    if thing.lower in _PRONOUNS:
        told = thing.lower == again.lower and thing.lower in _PEOPLE
        # "Hamid says he was beaten. The prison service says he fell.": a body speaks of him.
        return told and not _is_person(scene, other)
    if thing.pos not in ("NOUN", "PROPN") or _OPENING.match(
        other.content_spans[0].of(scene.article.text)
    ):
        return False
    person = thing.ent == "PERSON" or any(
        scene.mentions.kinds.get(actor) == "person" for actor in scene.mentions.at(thing)
    )
    if again.lower in _PEOPLE:
        return person
    plural = thing.tag in ("NNS", "NNPS")
    return not person and plural == _PRONOUNS[again.lower]


def is_of_speaker(scene: Scene, said: Statement) -> bool:
    """ "The army said it was ready": a body that may speak of itself by the pronoun."""
    thing = thing_of(scene, said)
    return thing is not None and _is_speaker(scene, said, thing.token)


def is_person(scene: Scene, said: Statement) -> bool:
    """True where somebody is told of, by "he" or "she"."""
    thing = thing_of(scene, said)
    return thing is not None and thing.token.lower in _PEOPLE


def _is_speaker(scene: Scene, said: Statement, pronoun: Token) -> bool:
    if pronoun.lower not in _PRONOUNS or pronoun.lower in _PEOPLE:
        return pronoun.lower in _PEOPLE and _is_person(scene, said)
    source = said.source_span
    head = scene.reading.head_of(source) if source is not None else None
    cue = scene.reading.head_of(said.cue_span) if said.cue_span is not None else None
    if head is None or (cue is not None and cue.lemma.lower() in words("pointing", "calling")):
        return False
    plural = head.tag in ("NNS", "NNPS")
    first = pronoun.start - said.content_spans[0].start <= len("that ")
    return plural == _PRONOUNS[pronoun.lower] and not _is_person(scene, said) and first


def _is_person(scene: Scene, said: Statement) -> bool:
    return scene.mentions.kinds.get(said.source or "") == "person"
