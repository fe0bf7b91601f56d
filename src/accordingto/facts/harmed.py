"""Who was killed or hurt: each mention of victims, one person included, with their number."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from accordingto.facts.figurewords import figure_words, is_human
from accordingto.facts.numbers import find_amounts
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

Harm = Literal["killed", "injured", "hit"]
_PASSIVE = frozenset({"nsubjpass", "dobj"})
_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "him",
        "her",
        "who",
        "whom",
        "they",
        "them",
        "it",
        "that",
        "which",
        "i",
        "you",
        "we",
    }
)


class Victims(msgspec.Struct, frozen=True):
    """One mention. ``count`` is null where the words leave it open; ``hit`` is shot, stabbed or
    struck, with an outcome that this mention does not tell. ``who`` is the name or description in
    lower case by which mentions of one person are told apart, "" for a pronoun."""

    harm: Harm
    count: int | None
    span: Span
    who: str
    is_named: bool


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(figure_words()["victims"][key])


def find_victims(text: str, reading: Reading) -> list[Victims]:
    """Every mention in text order; the same people may be mentioned again."""
    found: list[Victims] = []
    for token in reading.tokens:
        harm = _harm(reading, token)
        if harm is None or _is_unreal(reading, token):
            continue
        for patient in _patients(reading, token):
            victims = _victims(text, reading, patient, harm)
            if victims is not None:
                found.append(victims)
    return sorted(set(found), key=lambda v: (v.span, v.harm))


def _harm(reading: Reading, token: Token) -> Harm | None:
    """What the word tells, with the words that hang on it ("fatally shot", "shot dead")."""
    lemma, below = token.lemma.lower(), [reading.tokens[i] for i in reading.children[token.index]]
    near = {t.lower for t in below} | {t.lemma for t in below}
    if lemma in _words("killed") or token.lower in _words("killed"):
        return "killed"
    if lemma in _words("hit") and token.pos in {"VERB", "AUX", "ADJ"}:
        if near & _words("fatal"):
            return "killed"
        return "hit" if not near & _words("light") else "injured"
    if lemma in _words("injured") or token.lower in _words("injured"):
        return "killed" if near & {"fatally", "mortally"} else "injured"
    if lemma in _words("brought") and token.pos == "VERB" and _to_hospital(reading, below):
        return "injured"
    if lemma == "condition" and near & _words("conditions"):
        return "injured"
    return "killed" if lemma == "pronounce" and "dead" in near else None


def _to_hospital(reading: Reading, below: list[Token]) -> bool:
    places = [
        reading.tokens[i] for t in below if t.dep == "prep" for i in reading.children[t.index]
    ]
    return any(p.lemma.lower() in _words("hospital") for p in places)


def _is_unreal(reading: Reading, token: Token) -> bool:
    """ "Nobody was killed", "could have been hurt", "threatened to kill"."""
    below = [reading.tokens[i] for i in reading.children[token.index]]
    if any(t.dep == "neg" for t in below):
        return True
    modals = {"could", "would", "might", "may", "will", "can", "should"}
    return any(t.dep == "aux" and t.lower in modals for t in below) or (
        token.tag == "VB" and any(t.lower == "to" for t in below)
    )


def _patients(reading: Reading, token: Token) -> list[Token]:
    """Those who suffer what ``token`` tells, the members of a list one by one."""
    below = [reading.tokens[i] for i in reading.children[token.index]]
    verb = token.pos in {"VERB", "AUX"} or token.tag in {"VBN", "VBD"}
    found: list[Token] = []
    if verb and token.lemma in _words("intransitive"):
        found = [t for t in below if t.dep == "nsubj"]
    elif verb:
        passive = [t for t in below if t.dep == "nsubjpass"]
        found = passive or [t for t in below if t.dep == "dobj"]
        if not found and token.dep in {"acl", "relcl"} and token.tag == "VBN":
            found = [reading.tokens[token.head]]
    elif token.pos == "ADJ" or token.tag == "JJ":
        head = reading.tokens[token.head]
        if token.dep == "amod":
            found = [head]
        elif token.dep in {"acomp", "oprd", "attr"}:
            found = [
                reading.tokens[i]
                for i in reading.children[head.index]
                if reading.tokens[i].dep in {"nsubj", "nsubjpass", "dobj"}
            ]
    elif token.pos == "NOUN":
        preps = [t for t in below if t.dep == "prep" and t.lower == "of"]
        found = [
            reading.tokens[i]
            for t in preps
            for i in reading.children[t.index]
            if reading.tokens[i].dep == "pobj"
        ]
        if token.lemma == "condition":
            found = _of_condition(reading, token)
    if not found and verb and token.dep == "conj":
        return _patients_of_first(reading, token)
    return [member for one in found for member in _listed(reading, one)]


def _patients_of_first(reading: Reading, token: Token) -> list[Token]:
    """ "Was shot and killed": the second verb suffers what the first one does."""
    first = reading.tokens[token.head]
    if first.index == token.index or first.pos not in {"VERB", "AUX"} or first.dep == "conj":
        return []
    below = [reading.tokens[i] for i in reading.children[first.index]]
    subject = [
        t
        for t in below
        if t.dep == "nsubjpass" or (t.dep == "nsubj" and token.lemma in _words("intransitive"))
    ]
    objects = [t for t in below if t.dep == "dobj"]
    return [member for one in subject or objects for member in _listed(reading, one)]


def _of_condition(reading: Reading, token: Token) -> list[Token]:
    """ "Is in critical condition"."""
    preposition = reading.tokens[token.head]
    verb = reading.tokens[preposition.head]
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    return (
        [t for t in below if t.dep in {"nsubj", "nsubjpass", "dobj"}] if token.dep == "pobj" else []
    )


def _listed(reading: Reading, one: Token) -> Iterator[Token]:
    yield one
    for index in reading.children[one.index]:
        if reading.tokens[index].dep == "conj" and reading.tokens[index].pos in {
            "NOUN",
            "PROPN",
            "NUM",
        }:
            yield from _listed(reading, reading.tokens[index])


def _victims(text: str, reading: Reading, patient: Token, harm: Harm) -> Victims | None:
    below = [reading.tokens[i] for i in reading.children[patient.index]]
    number = next((t for t in (*below, patient) if t.pos == "NUM"), None)
    if patient.lower in {"both", "couple"} or any(t.lower == "both" for t in below):
        return Victims(harm, 2, patient.span, "#2", False)
    if patient.pos == "PRON":
        if patient.lower not in _PRONOUNS - {"it", "that", "which"}:
            return None
        one = patient.lower in {"he", "she", "him", "her"}
        return Victims(harm, 1 if one else None, patient.span, "", False)
    if number is not None and (number.dep in {"nummod"} or number is patient):
        count = _count(text, number)
        return Victims(
            harm, count, Span(number.start, max(number.end, patient.end)), f"#{count}", False
        )
    if patient.pos == "PROPN" or patient.ent == "PERSON":
        if patient.ent in {"GPE", "ORG", "DATE", "LOC", "FAC"}:
            return None
        return Victims(harm, 1, patient.span, patient.lower, True)
    if patient.pos != "NOUN" or not is_human(patient):
        return None
    if patient.tag == "NNS" or patient.lower in {"people", "police"}:
        return Victims(harm, None, patient.span, patient.lower, False)
    age = next((t.lower for t in below if t.text[0].isdigit()), "")
    return Victims(harm, 1, patient.span, f"{age} {patient.lower}".strip(), False)


def _count(text: str, number: Token) -> int | None:
    amount = next(find_amounts(text, number.span), None)
    value = amount.value if amount is not None else None
    return int(value) if value is not None and 0 < value < 100_000 else None
