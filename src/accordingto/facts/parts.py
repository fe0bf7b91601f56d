"""Parts of those told of: "among the dead were three children", "six of the 20 wounded"."""

from collections.abc import Iterator

from accordingto.facts.figurewords import harm_of
from accordingto.records.facts import What
from accordingto.records.reading import Reading, Token

_OUT_OF = frozenset({"of", "among", "amongst"})
_IN_PLACE = frozenset({"nsubj", "nsubjpass", "attr"})
# How far back the number with the noun stands, in words.
_BACK = 12
Told = tuple[What, str]
_ENDS = frozenset({"fatally", "mortally", "dead"})


def told_of_whole(reading: Reading, anchor: Token) -> Told | None:
    """What happened to the whole of which ``anchor``, a number or its noun, is a part."""
    for whole in (*_behind(reading, anchor), *_in_front(reading, anchor)):
        words = [whole, *_participles(reading, whole)]
        for word in words:
            kind = harm_of(word)
            if kind not in {None, "killed_and_injured"} and (
                word is not whole or _is_known(reading, whole)
            ):
                return kind, word.text
    return None


def noun_left_out(reading: Reading, number: Token) -> Token | None:
    """The noun that a bare number leaves out: "39 huts were looted and 11 burned"."""
    if number.pos != "NUM" or reading.tokens[number.head].pos == "NOUN":
        return None
    first = max(reading.sentence_of(number.index).first, number.index - _BACK)
    for token in reversed(reading.tokens[first : number.index]):
        head = reading.tokens[token.head]
        if token.pos == "NUM" and head.index > token.index and head.pos == "NOUN":
            # Bodies and victims are people.
            return head if harm_of(head) is None else None
    return None


def _behind(reading: Reading, anchor: Token) -> Iterator[Token]:
    """ "Six of the 20 wounded", "ten of the 18 people killed"."""
    for index in reading.children[anchor.index]:
        if reading.tokens[index].lower == "of" and anchor.lower not in {"one", "1"}:
            yield from (t for t in _objects(reading, index) if _is_known(reading, t))


def _in_front(reading: Reading, anchor: Token) -> Iterator[Token]:
    """ "Of the dead, 31 were children", "among those killed were 14 soldiers"."""
    verb = reading.tokens[anchor.head]
    if verb.lemma == "include" and anchor.dep == "dobj":
        # "The 20 killed included four children".
        yield from _counted_whole(reading, verb)
        return
    if anchor.dep not in _IN_PLACE or verb.lemma != "be":
        return
    for index in reading.children[verb.index]:
        out_of = reading.tokens[index]
        # "Two citizens were among the 11 killed".
        behind = index > verb.index > anchor.index and out_of.lower != "of"
        if out_of.lower in _OUT_OF and (behind or index < min(anchor.index, verb.index)):
            yield from _objects(reading, index)


def _counted_whole(reading: Reading, verb: Token) -> Iterator[Token]:
    """The number or noun of those who "included" others: "the 20 killed", "the 14 people shot"."""
    for index in reading.children[verb.index]:
        token = reading.tokens[index]
        if token.dep == "nsubj" and index < verb.index:
            yield token


def _objects(reading: Reading, preposition: int) -> list[Token]:
    below = (reading.tokens[i] for i in reading.children[preposition])
    return [token for token in below if token.dep == "pobj"]


def _participles(reading: Reading, whole: Token) -> list[Token]:
    """ "Those killed", "the 20 wounded"."""
    near = {*reading.children[whole.index], whole.index + 1}
    words = (reading.tokens[i] for i in sorted(near) if whole.index < i < len(reading.tokens))
    return [token for token in words if token.tag in {"VBN", "VBD", "JJ"}]


def _is_known(reading: Reading, whole: Token) -> bool:
    """ "The dead", "his victims"; not "of all deaths"."""
    below = (reading.tokens[i] for i in reading.children[whole.index])
    return any(t.dep == "poss" or t.lower in {"the", "these", "those"} for t in below)


def ends_a_part(reading: Reading, token: Token) -> bool:
    """ "Eleven were shot, four of them fatally", "five shot, two fatally": not how all ended."""
    if token.lower not in _ENDS or not token.index:
        return False
    before = reading.tokens[token.index - 1]
    return before.pos == "NUM" or before.lower in {"them", "whom"}
