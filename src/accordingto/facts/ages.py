"""Ages told one after the other: "two men, 25 and 31, were shot", "aged 21 to 36"."""

from accordingto.facts.figurewords import is_human
from accordingto.records.reading import Reading, Token

_REACH = 5
_WORDS = frozenset({"age", "ages", "aged"})
_JOINTS = frozenset({"from", "to", "and", "of", "between", "-", "–", ","})
_EXTREMES = frozenset({"youngest", "oldest", "eldest"})
_LISTING = frozenset({",", "and"})
_OLDEST, _MOST = 110, 8
_PEOPLE = frozenset({"NOUN", "PROPN"})


def is_among_ages(reading: Reading, first: Token) -> bool:
    """True for the number that begins with ``first`` where it is one of several ages."""
    return (
        _is_in_range(reading, first)
        or _is_behind_people(reading, first)
        or _is_of_one(reading, first)
        or _is_of_youngest(reading, first)
    )


def _is_of_youngest(reading: Reading, first: Token) -> bool:
    """ "The youngest victim was three", "the oldest was 72"."""
    verb = reading.tokens[first.head]
    if first.dep not in {"attr", "acomp"} or verb.lemma != "be" or not first.index:
        return False
    who = [reading.tokens[i] for i in reading.children[verb.index] if i < verb.index]
    words = [t for t in who if t.dep == "nsubj"]
    words += [reading.tokens[i] for t in words for i in reading.children[t.index]]
    return any(t.lower in _EXTREMES for t in words)


def _is_of_one(reading: Reading, first: Token) -> bool:
    """ "His son, 8, and his wife": a number alone behind one person."""
    before = reading.tokens[max(0, first.index - 2) : first.index]
    behind = reading.tokens[first.index + 1 : first.index + 2]
    if len(before) < 2 or not behind or first.dep != "appos" or not first.text.isdigit():
        return False
    noun, comma = before
    alone = comma.text == "," and behind[0].text in ",.;)" and first.head == noun.index
    return alone and noun.tag == "NN" and is_human(noun) and int(first.text) <= _OLDEST


def _is_in_range(reading: Reading, first: Token) -> bool:
    """ "In age from 21 to 46", "aged 21 to 36", "between the ages of 18 and 25"."""
    near = reading.tokens[max(0, first.index - _REACH) : first.index]
    at = next((t.index for t in reversed(near) if t.lower in _WORDS), None)
    between = reading.tokens[at + 1 : first.index] if at is not None else []
    return at is not None and all(t.pos == "NUM" or t.lower in _JOINTS for t in between)


def _is_behind_people(reading: Reading, first: Token) -> bool:
    """ "Two men, 25 and 31, were shot": numbers alone between a comma and the next, behind people
    who are counted."""
    start = first.index
    while start > 1 and first.index - start < 2 * _MOST and _lists(reading.tokens[start - 1]):
        start -= 1
    end = first.index
    stop = min(len(reading.tokens), first.index + 2 * _MOST)
    while end + 1 < stop and _lists(reading.tokens[end + 1]):
        end += 1
    told = [t for t in reading.tokens[start : end + 1] if t.pos == "NUM"]
    opens, noun = reading.tokens[start], reading.tokens[start - 1]
    closes = reading.tokens[end].text == "," or (
        end + 1 < len(reading.tokens) and (reading.tokens[end + 1].text in ".;)")
    )
    if len(told) < 2 or opens.text != "," or noun.pos not in _PEOPLE or not closes:
        return False
    counted = [reading.tokens[c] for c in reading.children[noun.index]]
    many = any(t.pos == "NUM" and t.index < noun.index for t in counted)
    return many and all(t.text.isdigit() and int(t.text) <= _OLDEST for t in told)


def _lists(token: Token) -> bool:
    return token.pos == "NUM" or token.lower in _LISTING
