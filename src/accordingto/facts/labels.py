"""Labels: phrases that characterise an actor, and in whose voice they stand.

Whether a phrase is fair is not judged; that it characterises is, by word lists and word forms, so
each label has a score and a reason. See Hamborg et al. 2019 on naming in news: labels are shown
side by side, never added up to a measure of bias.
"""

from collections.abc import Sequence
from itertools import pairwise

from accordingto.facts.labelled import Mentions, for_whom, labelled, pronoun
from accordingto.facts.labelphrase import gathered, hyphened, modifiers, phrase, tie_after
from accordingto.facts.labelwords import label_words
from accordingto.facts.naming import copular_subject, named_by_verb, namer, naming_verb
from accordingto.facts.victims import is_kin
from accordingto.records.facts import Actor, Label
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement

_NARRATOR = "outlet"
_ANYONE = frozenset({"man", "woman", "person", "people", "one", "child", "somebody", "someone"})
_OURS = frozenset({"our", "my"})
# What somebody does, and no more.
_CALLINGS = frozenset({"rebel", "insurgent", "unarmed", "separatist"})
# How many words on each side show whether a line is written in capitals like a headline.
_NEAR = 25
# How many words before a person's last name the noun beside his name may stand.
_NAME = 4
_NOUNS = frozenset({"NOUN", "PROPN"})


def find_labels(
    reading: Reading, statements: Sequence[Statement], actors: Sequence[Actor]
) -> tuple[Label, ...]:
    """Characterising phrases of known actors, in text order, one a phrase."""
    mentions = Mentions(actors)
    found: dict[Span, Label] = {}
    for token in reading.tokens:
        if token.pos not in _NOUNS:
            continue
        if token.ent == "PERSON":
            label = _titled(reading, token, mentions, statements)
        else:
            label = _given(reading, token, mentions, statements) or _worded(
                reading, token, mentions, statements
            )
        if label is not None:
            found.setdefault(label.label_span, label)
    return tuple(sorted(found.values(), key=lambda label: label.label_span))


def _given(
    reading: Reading,
    head: Token,
    mentions: Mentions,
    statements: Sequence[Statement],
) -> Label | None:
    """A name that a verb gives: it is the giver's, whatever the word."""
    is_noun = head.pos == "NOUN" or reading.quotation_at(head.start) is not None
    verb = naming_verb(reading, head) if is_noun else None
    named = named_by_verb(reading, verb, head) if verb is not None else None
    if verb is None or named is None or len(head.text) == 1 or _is_bare(reading, head):
        return None
    if (verb.lemma == "know" and head.text[:1].isupper()) or verb.index < head.index < named.index:
        # "Known as Sunrise"; and of "designated the group a gang" the group gets the name.
        return None
    by = namer(reading, verb)
    giver = mentions.at(by) if by is not None else None
    if verb.lemma in label_words()["naming_into"]:
        # What turns her into a hero does not call her one.
        giver = for_whom(reading, head, mentions)
    elif by is None:
        giver = for_whom(reading, head, mentions, where=True)
        giver = giver or for_whom(reading, verb, mentions, where=True)
    span = phrase(reading, head, is_given=True)
    voice = giver or _voice(reading, head, span, statements, is_said_to_be=by is not None)
    actor = mentions.at(named) or pronoun(reading, named, mentions, {voice})
    if actor is None or actor == voice:
        return None
    if voice == _NARRATOR and by is not None:
        giver = pronoun(reading, by, mentions, {actor})
        voice = giver or voice
    score = 0.6 if giver is not None else 0.4
    reason = f"'{verb.text}' gives the name"
    return Label(actor=actor, label_span=span, by=voice, score=score, reasons=(reason,))


def _is_bare(reading: Reading, head: Token) -> bool:
    """ "Described him as a man who smiled", "called her his wife": no name that takes a side."""
    below = (reading.tokens[i] for i in reading.children[head.index])
    return (head.lemma in _ANYONE or is_kin(head.lemma)) and all(
        t.dep not in {"amod", "compound", "prep"} for t in below
    )


def _worded(
    reading: Reading,
    head: Token,
    mentions: Mentions,
    statements: Sequence[Statement],
) -> Label | None:
    """A phrase whose own words take a side."""
    if _is_part(reading, head):
        return None
    span = phrase(reading, head)
    reason = _characterises(reading, head)
    actor = labelled(reading, head, span.start, mentions) if reason else None
    if actor is None and reason is not None:
        actor = _said_of(reading, head, mentions, statements)
    if actor is None and reason is None:
        reason, actor = _defined(reading, head, span.start, mentions)
    if actor is None or reason is None:
        return None
    by = for_whom(reading, head, mentions) or _voice(reading, head, span, statements)
    return Label(actor=actor, label_span=span, by=by, score=0.6, reasons=(reason,))


def _said_of(
    reading: Reading, head: Token, mentions: Mentions, statements: Sequence[Statement]
) -> str | None:
    """Whom "he" of "he is a dictator" means: nobody who says so himself."""
    subject = copular_subject(reading, head)
    if subject is None:
        return None
    speakers = {s.source for s in statements if any(c.contains(head.span) for c in s.content_spans)}
    return pronoun(reading, subject, mentions, speakers)


def _titled(
    reading: Reading, head: Token, mentions: Mentions, statements: Sequence[Statement]
) -> Label | None:
    """ "Far-right lawmaker Otto Brant": what stands before a person's name."""
    words = label_words()
    near = reading.tokens[max(0, head.index - _NAME) : head.index]
    before = [t for t in near if t.ent != "PERSON"][-1:]
    for child in (*modifiers(reading, head), *before):
        if child.pos != "NOUN" or _is_plain(reading, child):
            continue
        told = [child, *modifiers(reading, child)]
        found = [
            t for t in told
            if {hyphened(reading, t), t.lower} & (words["adjectives"] - _CALLINGS)
            or (t.lemma in words["nouns"] and t is child)
            or _tied_form(reading, t, words)
        ]  # fmt: skip
        actor = mentions.at(head)
        if found and actor is not None:
            reason = f"'{hyphened(reading, found[0])}' characterises"
            span = phrase(reading, child)
            by = _voice(reading, child, span, statements)
            return Label(actor=actor, label_span=span, by=by, score=0.6, reasons=(reason,))
    return None


def _characterises(reading: Reading, head: Token) -> str | None:
    """Why the noun phrase of ``head`` takes a side, or ``None`` where it does not."""
    if head.ent == "PERSON":
        return None
    words = label_words()
    if (
        head.lemma in words["nouns"]
        and not _is_name(reading, head)
        and not _is_plain(reading, head)
    ):
        return f"'{head.text}' characterises"
    for child in modifiers(reading, head):
        if _is_plain(reading, child) or _is_name(reading, child):
            continue
        whole = hyphened(reading, child)
        if {whole, child.lower} & words["adjectives"] or child.lemma in words["nouns"]:
            return f"'{whole}' characterises"
        form = _tied_form(reading, child, words)
        if form is not None:
            return form
    tie = tie_after(reading, head)
    if tie is not None:
        return f"'{tie.text}' ties the actor to a side"
    owner = next((i for i in reading.children[head.index] if reading.tokens[i].dep == "poss"), None)
    if (
        owner is not None
        and {head.lemma, head.lower} & words["owned"]
        and reading.tokens[owner].lower in _OURS
    ):
        return f"'{reading.tokens[owner].text} {head.text}' takes the actor's side"
    inner = gathered(reading, head)
    return _characterises_inside(reading, inner) if inner is not None else None


def _is_plain(reading: Reading, token: Token) -> bool:
    """ "Criminal justice partners", "the public defender": fields and offices."""
    near = [t.lower for t in reading.tokens[max(0, token.index - 1) : token.index + 2]]
    return any(f"{one} {two}" in label_words()["plain"] for one, two in pairwise(near))


def _characterises_inside(reading: Reading, inner: Token) -> str | None:
    words = label_words()
    if inner.lemma in words["nouns"]:
        return f"'{inner.text}' characterises"
    for child in modifiers(reading, inner):
        if child.lower in words["adjectives"] or child.lemma in words["nouns"]:
            return f"'{child.text}' characterises"
    return None


def _tied_form(reading: Reading, token: Token, words: dict[str, frozenset[str]]) -> str | None:
    """ "X-backed" and "anti-X", written with a hyphen; the tokenizer may have split them."""
    parts = hyphened(reading, token).split("-")
    if len(parts) < 2:
        return None
    if parts[-1] in words["tied_by"]:
        return f"'-{parts[-1]}' ties the actor to a side"
    if parts[0] in words["sided_by"]:
        return f"'{parts[0]}-' sets the actor for or against a side"
    return None


def _is_part(reading: Reading, head: Token) -> bool:
    """Whether a noun only modifies a common noun: "the *extremist* leader's house"."""
    above = reading.tokens[head.head]
    return head.dep in {"compound", "amod", "nmod"} and above.pos == "NOUN"


def _is_name(reading: Reading, head: Token) -> bool:
    """Whether it is part of a proper name ("the Northern Resistance") and not a headline's word."""
    if head.pos != "PROPN" or not head.text[:1].isupper():
        return False
    sentence = reading.sentence_of(head.index)
    first, last = max(sentence.first, head.index - _NEAR), min(sentence.last, head.index + _NEAR)
    words = [t.text for t in reading.tokens[first:last] if t.text.isalpha()]
    return 2 * sum(word[0].isupper() for word in words) < len(words)


def _defined(
    reading: Reading, head: Token, first: int, mentions: Mentions
) -> tuple[str | None, str | None]:
    """What a body is said to be by an adjective and a plain noun ("is a small group"), or by whose
    branch it is ("Varan's armed wing")."""
    words = label_words()
    below = [reading.tokens[i] for i in reading.children[head.index]]
    is_beside = head.dep in {"attr", "appos", "conj"}
    is_branch = head.lemma in words["branches"] and any(
        t.dep in {"poss", "compound"} for t in below
    )
    is_class = head.dep == "attr" and head.lemma in words["bodies"] and head.tag == "NN"
    is_class = is_class and any(t.dep == "amod" for t in below)
    if not is_beside or not (is_branch or is_class):
        return None, None
    actor = labelled(reading, head, first, mentions)
    if actor is None or mentions.kind(actor) not in {"armed_group", "organisation"}:
        return None, None
    return f"'{head.text}' says what the body is", actor


def _voice(
    reading: Reading,
    head: Token,
    span: Span,
    statements: Sequence[Statement],
    *,
    is_said_to_be: bool = False,
) -> str:
    """Whose words the phrase stands in.

    In quotation marks, or as what a speaker says somebody is, it is the speaker's. In the rest of
    indirect speech the outlet chose the words.
    """
    holding = [
        (sum(len(c) for c in s.content_spans), at, s.source)
        for at, s in enumerate(statements)
        if any(c.contains(span) for c in s.content_spans)
    ]
    if not holding:
        return _NARRATOR
    is_said_to_be = is_said_to_be or head.dep in {"attr", "oprd"}
    if not is_said_to_be and reading.quotation_at(span.start) is None:
        return _NARRATOR
    return min(holding)[2] or _NARRATOR
