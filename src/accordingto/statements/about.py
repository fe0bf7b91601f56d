"""What a sentence is about: its subject, and whether that is a thing and nobody."""

from collections.abc import Callable, Sequence

from accordingto.records.facts import Actor
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_TELLING = frozenset({"tell", "ask", "question", "inform", "interview", "brief"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_subject(reading: Reading, head: Token | None) -> bool:
    """True for a subject, and for whose a subject is ("the ministry's version has changed")."""
    if head is not None and head.dep in ("poss", "appos"):
        # "One of the two, Grace Amadi, laughed".
        head = reading.tokens[head.head]
    return head is not None and head.dep in _SUBJECTS


def owned_by(reading: Reading, mention: Span) -> Span | None:
    """The noun that a possessive ``mention`` owns, where a name stands beside it: "leader" in "the
    union's leader, Ada Lum"."""
    head = reading.head_of(mention)
    if head is None or head.dep != "poss":
        return None
    noun = reading.tokens[head.head]
    named = any(reading.tokens[c].dep == "appos" for c in reading.children[noun.index])
    return noun.span if named else None


def tells_subject(reading: Reading, cue: Span) -> bool:
    """ "Carol was told of it by a reporter": whoever the sentence is about hears it."""
    verb = reading.head_of(cue)
    below = reading.children[verb.index] if verb is not None else ()
    passive = any(reading.tokens[c].dep == "nsubjpass" for c in below)
    return verb is not None and passive and verb.lemma in _TELLING


def is_of_thing(
    text: str,
    reading: Reading,
    span: Span,
    around: Callable[[Span], Sequence[tuple[Span, Actor]]],
) -> bool:
    """ "Article 5 is the core of the treaty. It says …": the sentence before the pronoun at
    ``span`` is about something that is nobody. ``around`` gives the mentions near a span."""
    token = next(iter(reading.tokens_in(span)), None)
    sentence = reading.sentence_of(token.index) if token is not None else None
    if token is None or sentence is None or not 0 < sentence.first == token.index:
        return False
    before = reading.sentence_of(sentence.first - 1)
    if "\n" in text[before.span.end : sentence.span.start]:
        return False
    tokens = reading.tokens[before.first : before.last]
    root = next((t for t in tokens if t.dep == "ROOT"), None)
    below = reading.children[root.index] if root is not None else ()
    about = [reading.tokens[c] for c in below if reading.tokens[c].dep in _SUBJECTS]
    if len(about) != 1 or about[0].tag not in {"NN", "NNP"}:
        return False
    return not any(m.contains(about[0].span) for m, _ in around(about[0].span))
