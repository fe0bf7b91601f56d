"""A statement as a claim: what it is about in keys that can be compared, and whether it is negated.

A key is an actor ("@" and its id) or the stem of a content word, with words of like meaning folded
into one. What stands under a negation is kept apart, as "Ores has no dams" shares all its words
with what it denies.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.relations.mentions import Mentions
from accordingto.relations.negation import has_no, is_negated
from accordingto.relations.stems import name_stem, stem
from accordingto.relations.wordlists import alike, deeds, rival_words, rivals, words

_CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Words by which a speaker speaks of himself: in his own words, and as he is reported.
_FIRST = frozenset({"i", "we", "us", "our", "my"})
_BODY = frozenset({"it", "its", "itself"})
_OWN = frozenset({"its", "our", "ours"})
_PERSON = frozenset({"he", "she", "his", "her", "himself", "herself"})
_SPEAKERS = frozenset({"i", "we", "he", "she", "it", "they"})
_LEADS = 3
# What a claim of guilt claims, in whatever words: the stem that "blame" folds into.
_GUILT = "responsibl"
# The clauses of a content: its head and what is joined to it by these.
_CLAUSES = frozenset({"conj", "ccomp", "parataxis", "dep", "ROOT", "advcl"})
# What completes a verb: with "was no Front there" or "took no part" it is what is negated.
_COMPLETES = frozenset({"attr", "dobj", "acomp", "xcomp"})
_ATTRIBUTES = frozenset({"amod", "compound", "nmod", "poss", "pobj", "conj"})
_PHRASE = 24
_LONGEST = 400


class Claim(msgspec.Struct, frozen=True, dict=True):
    """``keys`` of the whole content and ``names`` among them; ``raw`` are its stems before folding;
    ``negated`` are the keys under a negation, ``denied`` those of what itself is negated (the verb,
    or the noun of "no dams"), ``negative`` says that the main clause is one;
    ``of_self`` that its speaker is the one it begins with, ``clausal`` that it tells a deed;
    ``predicates`` are the keys of the clauses' heads, ``subjects`` those of whom or what these
    are said, ``doers`` the actors of whom, ``wordings`` has the first lemma for each key
    and for each stem."""

    statement: Statement
    place: int
    start: int
    keys: frozenset[str]
    names: frozenset[str]
    raw: frozenset[str]
    negated: frozenset[str]
    denied: frozenset[str]
    negative: bool
    of_self: bool
    clausal: bool
    predicates: frozenset[str]
    subjects: frozenset[str]
    doers: frozenset[str]
    wordings: dict[str, str]

    @cached_property
    def sides(self) -> dict[str, tuple[int, int]]:
        """The stems in it that exclude others, each with its pair and its side of the pair."""
        # By the word itself: a "fight" is no "fighter", though one stem serves both.
        found = (word for word in self.raw if word in rivals())
        said = self.wordings
        return {w: rivals()[w] for w in found if said.get(w, w).lower() in rival_words()}


def claim_of(reading: Reading, mentions: Mentions, statement: Statement, place: int) -> Claim:
    """The statement at ``place`` of the article's statements as a claim."""
    tokens = [t for span in statement.content_spans for t in reading.tokens_in(span)][:_LONGEST]
    keys, names, raw, wordings = _keys_of(reading, mentions, tokens)
    if statement.source is not None and _speaks_of_himself(statement, mentions, tokens):
        names.add(f"@{statement.source}")
    inside = {t.index for t in tokens}
    heads = _heads(reading, statement.content_spans, inside)
    deeds_told = [_carried_out(reading, reading.tokens[head]) or head for head in heads]
    denied = [head for head in heads if is_negated(reading, head)]
    under = {i for head in denied for i in reading.subtree(head)}
    said = set(keys.values())
    own: frozenset[str] = frozenset()
    if statement.source is not None and any(_has_own(reading, head, inside) for head in denied):
        own = frozenset({f"@{statement.source}"})
    if statement.act == "accuse":
        said.add(_GUILT)
        # "Accused the party of paying looters": what it is said to have done.
        deeds_told += [t.index for t in tokens if t.dep == "pcomp"]
    return Claim(
        statement=statement,
        place=place,
        start=start_of(statement),
        keys=frozenset(said) | names,
        names=frozenset(names),
        raw=frozenset(raw),
        negated=_keys_at(reading, mentions, keys, under & inside) | own,
        denied=_keys_at(
            reading, mentions, keys, inside.intersection(_negated_words(reading, inside))
        ),
        negative=bool(heads) and heads[0] in denied,
        of_self=_begins_with_speaker(tokens),
        clausal=statement.act == "accuse" or any(_is_deed(reading.tokens[h]) for h in heads),
        predicates=frozenset(keys[head] for head in deeds_told if head in keys),
        subjects=frozenset(
            keys[child]
            for head in heads
            for child in reading.children[head]
            if child in keys and reading.tokens[child].dep in ("nsubj", "nsubjpass")
        ),
        doers=frozenset(
            actor
            for head in heads
            for child in _doers(reading, head)
            if child in inside
            for actor in mentions.at(reading.tokens[child])
        ),
        wordings=wordings,
    )


def _keys_of(
    reading: Reading, mentions: Mentions, tokens: Sequence[Token]
) -> tuple[dict[int, str], set[str], set[str], dict[str, str]]:
    """What words are compared by: the key of each token that counts, the keys that are names, the
    stems as they stand, and a wording of each."""
    keys: dict[int, str] = {}
    names: set[str] = set()
    raw: set[str] = set()
    wordings: dict[str, str] = {}
    for token in tokens:
        names.update(f"@{actor}" for actor in mentions.at(token))
        if not _counts(token) or mentions.is_name(token) or _is_title(reading, mentions, token):
            continue
        if _carried_out(reading, token) is not None:
            continue
        is_name = token.pos == "PROPN" or token.ent in ("NORP", "GPE")
        plain = name_stem(token.lower) if is_name else stem(token.lemma.lower())
        key = alike().get(plain, plain)
        country = mentions.country(plain) if is_name else None
        if country is not None:
            key = f"@{country}"
        keys[token.index] = key
        raw.add(plain)
        for form in (key, plain):
            wordings.setdefault(form, token.text if is_name else token.lemma)
        if is_name:
            names.add(key)
    return keys, names, raw, wordings


def _keys_at(
    reading: Reading, mentions: Mentions, keys: Mapping[int, str], places: Iterable[int]
) -> frozenset[str]:
    """The keys of some tokens and of the actors whom they name."""
    found: set[str] = set()
    for i in places:
        found.update(f"@{actor}" for actor in mentions.at(reading.tokens[i]))
        if i in keys:
            found.add(keys[i])
    return frozenset(found)


def _speaks_of_himself(statement: Statement, mentions: Mentions, tokens: list[Token]) -> bool:
    own = _PERSON if mentions.kinds.get(statement.source or "") == "person" else _BODY
    return any(token.lower in _FIRST or token.lower in own for token in tokens)


def _has_own(reading: Reading, verb: int, inside: set[int]) -> bool:
    """ "None of its planes had left the ground": it speaks of itself."""
    return any(
        reading.tokens[below].lower in _OWN
        for child in reading.children[verb]
        if reading.tokens[child].dep in ("nsubj", "nsubjpass") and child in inside
        for below in _owners_of(reading, child)
    )


def _owners_of(reading: Reading, noun: int) -> Iterator[int]:
    """What stands as an owner before a noun, or before that of which it is a part."""
    for child in reading.children[noun]:
        if reading.tokens[child].dep == "poss":
            yield child
        if reading.tokens[child].lower == "of":
            parts = [g for c in (child,) for g in reading.children[c]]
            yield from parts
            yield from (g for part in parts for g in reading.children[part])


def _doers(reading: Reading, verb: int) -> list[int]:
    """Who does it: the subject, of a passive who stands behind "by", else whom it befalls."""
    tokens, children = reading.tokens, reading.children
    agents = [c for c in children[verb] if tokens[c].dep == "agent"]
    by = [g for c in agents for g in children[c] if tokens[g].dep == "pobj"]
    return by or [c for c in children[verb] if tokens[c].dep in ("nsubj", "nsubjpass")]


def _carried_out(reading: Reading, verb: Token) -> int | None:
    """The deed of "opened fire", "carried out the raid": the verb says no more than that it was
    done."""
    if verb.pos != "VERB" or verb.lemma.lower() not in words("light", "verbs"):
        return None
    for child in reading.children[verb.index]:
        token = reading.tokens[child]
        one = stem(token.lemma.lower())
        if token.dep == "dobj" and token.pos == "NOUN" and alike().get(one, one) in deeds():
            return child
    return None


def _is_deed(head: Token) -> bool:
    """True for a verb, and for a noun that is one in news ("the detention")."""
    return head.pos in ("VERB", "AUX") or stem(head.lemma.lower()) in alike()


def _begins_with_speaker(tokens: list[Token]) -> bool:
    words = (t.lower for t in tokens[:_LEADS] if t.pos not in ("SCONJ", "PUNCT"))
    return next(words, "") in _SPEAKERS


def start_of(statement: Statement) -> int:
    """Where a statement begins: its content or its cue, whichever is first."""
    spans = [*statement.content_spans, *([statement.cue_span] if statement.cue_span else [])]
    return min((span.start for span in spans), default=0)


def _counts(token: Token) -> bool:
    # Particles and hyphens that the tokenizer splits off ("al", "-") are shared by strangers.
    if token.pos == "NUM":
        return True
    return (
        token.pos in _CONTENT_POS
        and len(token.text) > 2
        and any(c.isalnum() for c in token.text)
        and token.lemma.lower() not in words("light", "lemmas")
    )


def _is_title(reading: Reading, mentions: Mentions, token: Token) -> bool:
    """ "Prime Minister" in front of a name: it says no more than the name."""
    if token.pos != "PROPN" or token.dep not in ("compound", "nmod"):
        return False
    return mentions.is_name(reading.tokens[token.head])


def _heads(reading: Reading, spans: tuple[Span, ...], inside: set[int]) -> list[int]:
    """The heads of the clauses of a content, the main one of each piece first."""
    found: list[int] = []
    for span in spans:
        head = reading.head_of(span)
        if head is None:
            continue
        todo = [head.index]
        while todo and len(found) < _LONGEST:
            at = todo.pop(0)
            if at in found:
                continue
            found.append(at)
            todo += [
                c for c in reading.children[at]
                if c in inside and reading.tokens[c].dep in _CLAUSES
            ]  # fmt: skip
    # A sentence after the first hangs on nothing in the span: its root is a head too.
    roots = [i for i in sorted(inside) if reading.tokens[i].head == i and i not in found]
    return found + roots


def _negated_words(reading: Reading, inside: set[int]) -> Iterator[int]:
    """The words of a content that are negated themselves, wherever it has them: verbs with what
    completes them, and nouns with "no" and what they are of ("no hand in the poisoning")."""
    for at in sorted(inside):
        if not is_negated(reading, at):
            continue
        yield at
        for child in reading.children[at]:
            # "Had no copies": the copies; "does not need briefings": the need.
            light = reading.tokens[at].lemma.lower() in words("light", "lemmas")
            completes = light and reading.tokens[child].dep in _COMPLETES
            if completes or has_no(reading, child):
                yield from _phrase(reading, child)
                if reading.tokens[child].lemma in words("negation", "shares"):
                    yield from reading.subtree(at)


def _phrase(reading: Reading, noun: int) -> Iterator[int]:
    """A noun with its attributes, without the clauses that hang on it."""
    todo = [noun]
    for _ in range(_PHRASE):
        if not todo:
            return
        at = todo.pop(0)
        yield at
        todo += [c for c in reading.children[at] if _belongs(reading.tokens[c])]


def _belongs(token: Token) -> bool:
    """ "No sign of a depot", but not "no notice about the depot"."""
    return token.dep in _ATTRIBUTES or (token.dep == "prep" and token.lower == "of")


def blames(claim: Claim) -> bool:
    """True for a claim that somebody is to blame."""
    return _GUILT in claim.keys
