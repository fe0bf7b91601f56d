"""What the coder sees of a passage: its words, its main predicate, and the happenings it names."""

from collections.abc import Mapping, Sequence

from accordingto.events.lexicon import Sense, lemma_of, sense_of
from accordingto.events.near import under
from accordingto.events.realis import realis_of
from accordingto.events.wordlists import listed
from accordingto.records.reading import Reading, Token

Features = dict[str, float]
Senses = Mapping[int, Sense]

_STEPS = 4
_ARGUMENTS = frozenset(
    {"dobj", "xcomp", "ccomp", "prt", "acomp", "oprd", "attr", "prep", "nsubjpass"}
)
_INNER = frozenset({"dobj", "xcomp", "prt", "acomp", "amod", "compound"})
_TOWARDS_HEAD = frozenset({"nsubj", "dobj", "nsubjpass", "agent", "pobj", "compound"})
_EMPTY = frozenset({"PUNCT", "SPACE", "DET"})
_MARKS = frozenset({"aux", "neg", "auxpass"})
_NAMING = frozenset({"VERB", "NOUN", "PROPN"})
_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADP", "SCONJ"})
# The longest passage, in words, whose every word is looked at.
_LONGEST = 200


def senses_of(reading: Reading, tokens: Sequence[Token]) -> Senses:
    """The happenings that the words of a passage name, by the words' indices."""
    named = ((t.index, sense_of(reading, t)) for t in tokens[:_LONGEST] if t.pos in _NAMING)
    return {index: sense for index, sense in named if sense is not None}


def features(reading: Reading, tokens: Sequence[Token], senses: Senses | None = None) -> Features:
    """Names and weights of what is found in a passage of one or more sentences; ``senses`` is what
    ``senses_of`` gives, made here where it is left out."""
    found: Features = {}
    if not tokens:
        return found
    senses = senses_of(reading, tokens) if senses is None else senses
    root = main_predicate(reading, tokens)
    _predicate(reading, root, found)
    seen = tokens[:_LONGEST]
    for token in seen:
        if token.pos in _CONTENT:
            _more(found, f"word {token.lemma.lower()}", 0.3)
        if token.index in senses:
            _happening(reading, token, senses[token.index], root, found)
    return found


def main_predicate(reading: Reading, tokens: Sequence[Token]) -> Token:
    """The word that says what is done: the root, or what a root of mere saying introduces."""
    at = next((t for t in tokens if t.head == t.index), tokens[0])
    for _ in range(_STEPS):
        if at.lemma not in listed("saying"):
            break
        below = under(reading, at.index)
        said = [t for t in below if t.dep in {"ccomp", "xcomp"}]
        said = said or [t for t in below if t.dep == "dobj" and t.pos == "NOUN"]
        if not said:
            break
        at = said[0]
    return at


def _predicate(reading: Reading, root: Token, found: Features) -> None:
    found[f"main {root.lemma.lower()}"] = 1.0
    for index in reading.children[root.index]:
        below = reading.tokens[index]
        if below.dep in _MARKS:
            found[f"mark {below.lower}"] = 1.0
        if below.dep not in _ARGUMENTS:
            continue
        lemma = lemma_of(below)
        found[f"with {lemma}"] = 0.7
        found[f"main {root.lemma.lower()} {lemma}"] = 1.0
        if below.dep in {"xcomp", "ccomp", "dobj"}:
            _inside(reading, below, found)


def _inside(reading: Reading, below: Token, found: Features) -> None:
    for index in reading.children[below.index]:
        inner = reading.tokens[index]
        if inner.dep in _INNER:
            found[f"inside {lemma_of(inner)}"] = 0.5
        if inner.dep in _MARKS:
            found[f"inside mark {inner.lower}"] = 0.7


def _happening(reading: Reading, token: Token, sense: Sense, root: Token, found: Features) -> None:
    is_near = token.index == root.index or token.head == root.index
    weight = 1.0 if is_near else 0.5
    for name in (f"mode {sense.kind.mode}", f"type {sense.kind.type}"):
        found[name] = max(found.get(name, 0.0), weight)
    if is_near:
        realis = realis_of(reading, token.index)[0]
        found[f"type {sense.kind.type} {realis}"] = 1.0
        found[f"realis {realis}"] = 1.0


def conduct_features(
    reading: Reading,
    tokens: Sequence[Token],
    senses: Senses | None = None,
    *,
    after_forces: bool = False,
) -> Features:
    """What shows what police and soldiers do: all words, neighbours, and who does what to whom;
    of the sentence before only whether it has police or soldiers in it (``after_forces``; where a
    sentence has them, so it is among its features as ``forces``)."""
    senses = senses_of(reading, tokens) if senses is None else senses
    found: Features = {}
    last = ""
    seen = tokens[:_LONGEST]
    lemmas = [lemma_of(token) for token in seen]
    for token, own in zip(seen, lemmas, strict=True):
        if token.pos in _EMPTY:
            continue
        # A name says who and not what, and would be learnt by heart.
        lemma = "NAME" if token.pos == "PROPN" else own
        _more(found, f"word {lemma}", 0.5)
        found[f"pair {last} {lemma}"] = 0.5
        last = lemma
        if token.dep in _TOWARDS_HEAD:
            above = lemma_of(reading.tokens[token.head])
            found[f"{token.dep} {lemma} {above}"] = 0.5
        sense = senses.get(token.index)
        if sense is not None:
            found[f"mode {sense.kind.mode}"] = 1.0
    for lemma in (lemma for lemma in lemmas if lemma in listed("failing")):
        found["failing"] = 1.0
        found[f"failing {lemma}"] = 1.0
    forces = [t for t, lemma in zip(seen, lemmas, strict=True) if lemma in listed("forces")]
    for name, there in (("forces", bool(forces)), ("forces before", after_forces)):
        if there:
            found[name] = 1.0
            for other in [n for n in found if n.startswith(("mode ", "failing"))]:
                found[f"{name} {other}"] = 1.0
    for force in forces:
        _force(reading, force, found)
    return found


def _force(reading: Reading, force: Token, found: Features) -> None:
    """What one of the forces does: its verb, whether it is negated, and what stands under it."""
    verb = reading.tokens[force.head]
    found[f"force {force.dep} {lemma_of(verb)}"] = 1.0
    for below in under(reading, verb.index):
        if below.dep == "neg":
            found["force not"] = 1.0
        if below.dep in _ARGUMENTS and below.index != force.index:
            found[f"force with {lemma_of(below)}"] = 0.5


def _more(found: Features, name: str, weight: float) -> None:
    found[name] = found.get(name, 0.0) + weight
