"""Words whose reading the parser is known to miss, set right where their neighbours decide."""

from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.records.reading import Token

# "The accused": whoever stands trial. Behind an article and before no noun it is nobody's verb.
_NOMINAL = frozenset({"accused"})
_ARTICLES = frozenset({"the", "an", "both"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ASIDES = frozenset({"acl", "relcl", "advcl"})
_MOST = 40


def repaired(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of one block, the same where nothing is known to be wrong. Heads are indices into
    the block."""
    places = [i for i in range(1, len(tokens)) if tokens[i].lower in _NOMINAL]
    places = [i for i in places if tokens[i - 1].lower in _ARTICLES]
    if not places:
        return tokens
    found = list(tokens)
    for at in places:
        _repair(found, at)
    return found


def _repair(tokens: list[Token], at: int) -> None:
    """ "Police said [the accused], named as Lum, had fled": the subject of the next verb that has
    none, where the parser took it for a verb or hung it on a later noun."""
    was = tokens[at]
    if was.dep in _SUBJECTS or (at + 1 < len(tokens) and tokens[at + 1].pos in _NOUNS):
        return
    verb = _next_verb(tokens, at)
    if verb is None:
        return
    tokens[at] = replace(was, pos="NOUN", tag="NN", lemma="accused", dep="nsubj", head=verb)
    tokens[at - 1] = replace(tokens[at - 1], head=at, dep="det")
    if tokens[verb].head == at:
        head = verb if was.head == at else was.head
        tokens[verb] = replace(tokens[verb], head=head, dep=was.dep)


def _next_verb(tokens: Sequence[Token], at: int) -> int | None:
    """The next finite verb that is no aside's, if it lacks a subject."""
    for token in tokens[at + 1 : at + _MOST]:
        if token.dep in ("aux", "auxpass", *_ASIDES) or token.pos not in ("VERB", "AUX"):
            continue
        return _without_subject(tokens, token.index)
    return None


def _without_subject(tokens: Sequence[Token], verb: int) -> int | None:
    around = range(max(0, verb - _MOST), verb)
    own = [tokens[i] for i in around if tokens[i].head == verb]
    if any(token.dep in _SUBJECTS for token in own):
        return None
    finite = tokens[verb].tag in _FINITE or any(
        token.dep in ("aux", "auxpass") and token.tag in _FINITE for token in own
    )
    return verb if finite else None
