"""Labels: phrases that characterise an actor, and in whose voice they stand.

Whether a phrase is fair is not judged; that it characterises is, by word lists and word forms, so
each label has a score and a reason. See Hamborg et al. 2019 on naming in news: labels are shown
side by side, never added up to a measure of bias.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from accordingto.facts.labelled import Mentions, labelled, pronoun
from accordingto.facts.labelwords import label_words
from accordingto.facts.naming import named_by_verb, namer, naming_verb
from accordingto.records.facts import Actor, Label
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement

_NARRATOR = "outlet"
_OURS = frozenset({"our", "my"})
# Words that gather what follows and are no part of a name.
_BEFORE_PHRASE = frozenset({"both", "all", "only", "even", "also", "own", ","})
# The longest complement, in words, that a name takes with it.
_TAIL = 7
# How many words on each side show whether a line is written in capitals like a headline.
_NEAR = 25
_NOUNS = frozenset({"NOUN", "PROPN"})
# Dependents that belong to a short naming phrase; clauses and long complements do not.
_INSIDE = frozenset({"det", "amod", "compound", "poss", "case", "punct", "advmod", "npadvmod"})


def find_labels(
    reading: Reading, statements: Sequence[Statement], actors: Sequence[Actor]
) -> tuple[Label, ...]:
    """Characterising phrases of known actors, in text order, one a phrase."""
    mentions = Mentions(actors)
    found: dict[Span, Label] = {}
    for token in reading.tokens:
        if token.pos not in _NOUNS:
            continue
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
    verb = naming_verb(reading, head) if head.pos == "NOUN" else None
    named = named_by_verb(reading, verb, head) if verb is not None else None
    actor = mentions.at(named) or pronoun(reading, named, mentions) if named is not None else None
    if verb is None or actor is None:
        return None
    by = namer(reading, verb)
    giver = mentions.at(by) if by is not None else None
    span = _phrase(reading, head, is_given=True)
    voice = giver or _voice(reading, head, span, statements, is_said_to_be=by is not None)
    score = 0.6 if giver is not None else 0.4
    reason = f"'{verb.text}' gives the name"
    return Label(actor=actor, label_span=span, by=voice, score=score, reasons=(reason,))


def _worded(
    reading: Reading,
    head: Token,
    mentions: Mentions,
    statements: Sequence[Statement],
) -> Label | None:
    """A phrase whose own words take a side."""
    if _is_part(reading, head):
        return None
    span = _phrase(reading, head)
    reason = _characterises(reading, head)
    actor = labelled(reading, head, span.start, mentions) if reason else None
    if actor is None and reason is None:
        reason, actor = _defined(reading, head, span.start, mentions)
    if actor is None or reason is None:
        return None
    by = _voice(reading, head, span, statements)
    return Label(actor=actor, label_span=span, by=by, score=0.6, reasons=(reason,))


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
    for child in _modifiers(reading, head):
        if _is_plain(reading, child) or _is_name(reading, child):
            continue
        whole = _hyphened(reading, child)
        if {whole, child.lower} & words["adjectives"] or child.lemma in words["nouns"]:
            return f"'{whole}' characterises"
        form = _tied_form(reading, child, words)
        if form is not None:
            return form
    tie = _tie_after(reading, head)
    if tie is not None:
        return f"'{tie.text}' ties the actor to a side"
    owner = next((i for i in reading.children[head.index] if reading.tokens[i].dep == "poss"), None)
    if owner is not None and head.lemma in words["owned"] and reading.tokens[owner].lower in _OURS:
        return f"'{reading.tokens[owner].text} {head.text}' takes the actor's side"
    inner = _gathered(reading, head)
    return _characterises_inside(reading, inner) if inner is not None else None


def _is_plain(reading: Reading, token: Token) -> bool:
    """ "Criminal justice partners", "the public defender": fields and offices."""
    near = [t.lower for t in reading.tokens[max(0, token.index - 1) : token.index + 2]]
    return any(f"{one} {two}" in label_words()["plain"] for one, two in pairwise(near))


def _characterises_inside(reading: Reading, inner: Token) -> str | None:
    words = label_words()
    if inner.lemma in words["nouns"]:
        return f"'{inner.text}' characterises"
    for child in _modifiers(reading, inner):
        if child.lower in words["adjectives"] or child.lemma in words["nouns"]:
            return f"'{child.text}' characterises"
    return None


def _tie_after(reading: Reading, head: Token) -> Token | None:
    """ "Militants *sympathetic* to the front", "a party *opposed* to the treaty"."""
    for index in reading.children[head.index]:
        token = reading.tokens[index]
        tied = token.index > head.index and token.dep in {"amod", "acl", "advcl", "prep"}
        if tied and token.lower in label_words()["tied_after"]:
            return token
    return None


def _after(reading: Reading, head: Token) -> Iterator[Token]:
    for index in reading.children[head.index]:
        if index == head.index + 1:
            yield reading.tokens[index]


def _gathered(reading: Reading, head: Token) -> Token | None:
    """The members of "a group of bandits"."""
    if head.lemma not in label_words()["gathering"] or head.index + 1 >= len(reading.tokens):
        return None
    following = reading.tokens[head.index + 1]
    if following.lower != "of" or following.head != head.index:
        return None
    below = (reading.tokens[i] for i in reading.children[following.index])
    return next((t for t in below if t.dep == "pobj" and t.pos in _NOUNS), None)


def _modifiers(reading: Reading, head: Token) -> Iterator[Token]:
    for index in reading.children[head.index]:
        if reading.tokens[index].dep in {"amod", "compound", "nmod"} and index < head.index:
            yield reading.tokens[index]


def _hyphened(reading: Reading, token: Token) -> str:
    """The word with what is tied before it by hyphens, as the engine takes it apart."""
    first, tokens = token.index, reading.tokens
    while (
        first > 1
        and tokens[first - 1].text == "-"
        and tokens[first - 2].end == tokens[first - 1].start
    ):
        first -= 2
    return "".join(t.text for t in tokens[first : token.index + 1]).lower()


def _tied_form(reading: Reading, token: Token, words: dict[str, frozenset[str]]) -> str | None:
    """ "X-backed" and "anti-X", written with a hyphen; the tokenizer may have split them."""
    parts = _hyphened(reading, token).split("-")
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


def _phrase(reading: Reading, head: Token, *, is_given: bool = False) -> Span:
    """The naming phrase around its head noun: modifiers before it, without a definite article."""
    first = head.index
    members = {head.index}
    todo = [head.index]
    while todo:
        for index in reading.children[todo.pop()]:
            if index < head.index and reading.tokens[index].dep in _INSIDE:
                members.add(index)
                todo.append(index)
    while first - 1 in members:
        first -= 1
    first = _inner_first(reading, first, head)
    return Span(reading.tokens[first].start, _phrase_end(reading, head, is_given=is_given))


def _inner_first(reading: Reading, first: int, head: Token) -> int:
    """Where the name itself begins: behind "both", behind a plain owner ("the country's"), and
    inside the quotation marks that its head stands in."""
    tokens = reading.tokens
    quotation = reading.quotation_at(head.start)
    for index in range(first, head.index):
        token = tokens[index]
        outside = quotation is not None and token.start < quotation.inner.start
        plain_owner = token.dep == "case" and tokens[token.head].pos == "NOUN"
        if outside or plain_owner or token.lower in _BEFORE_PHRASE:
            first = index + 1
    return first


def _phrase_end(reading: Reading, head: Token, *, is_given: bool) -> int:
    """The end of the head noun, or of a short complement that is part of the name."""
    inner = _gathered(reading, head)
    tail = inner if inner is not None else _tie_after(reading, head)
    if tail is None and head.lemma in label_words()["nouns"]:
        tail = next((t for t in _after(reading, head) if t.lower == "of"), None)
    if tail is None and is_given:
        tail = _complement(reading, head)
    if tail is None:
        return head.end
    below = reading.subtree(tail.index) if inner is None else [inner.index]
    return reading.tokens[below[-1]].end if below[-1] - head.index <= _TAIL else head.end


def _complement(reading: Reading, head: Token) -> Token | None:
    """ "An icon *in* their struggle", and not "an enemy *in* 2019" or "*in* the west"."""
    for after in _after(reading, head):
        if after.lower in {"of", "in", "for", "against"} and after.dep == "prep":
            inner = [reading.tokens[i] for i in reading.children[after.index]]
            if inner and inner[0].ent not in {"DATE", "GPE", "LOC", "CARDINAL"}:
                return after
    return None


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
