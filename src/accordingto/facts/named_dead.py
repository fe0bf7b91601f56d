"""Lists behind words for all to whom it happened: "the dead were Jan Pell, 20, and Eva Rust, 22",
"police named those killed as", "the injured included two girls"."""

from typing import Literal

from accordingto.facts.figurewords import figure_words
from accordingto.facts.victims import is_person
from accordingto.records.reading import Reading, Token

# Verbs behind which those stand who are named.
_NAMES = frozenset({"name", "identify", "list", "recognize", "recognise", "know"})
_MORGUE = frozenset({"coroner", "examiner", "morgue", "autopsy", "mortuary", "kill", "die"})
_ARE = frozenset({"be", "include"})
_WHO = frozenset({"dead", "deceased", "injured", "wounded", "hurt", "killed", "victim", "fatality"})
# No list of victims in news is longer.
_MEMBERS = 60
_LISTED = frozenset({"attr", "dobj", "nsubj", "conj", "appos", "pobj"})


def named_behind(reading: Reading, word: Token) -> list[Token]:
    """The members of the list; none where ``word`` has none."""
    if word.lower not in _WHO and word.lemma.lower() not in _WHO:
        return []
    whole = _whole(reading, word)
    if whole is None:
        return []
    over = reading.tokens[whole.head]
    if whole.dep in {"nsubj", "nsubjpass"} and over.lemma in _ARE and whole.start < over.start:
        return _people(reading, over, over.end)
    if over.lemma not in _NAMES or over.pos != "VERB":
        return []
    found: list[Token] = []
    for prep in (*_below(reading, over), *_below(reading, whole)):
        if prep.lower == "as" and prep.start > over.start:
            found += _people(reading, prep, prep.end)
    return found


def _whole(reading: Reading, word: Token) -> Token | None:
    """The noun of "the dead", "those hurt", "the two victims"; ``None`` for "a dead man"."""
    over = reading.tokens[word.head]
    if over.lower == "those" and over.index < word.index:
        return over
    before = reading.tokens[word.index - 1] if word.index else word
    if before.lower == "those":
        return word
    below = _below(reading, word)
    set_apart = any(t.dep in {"det", "nummod"} and t.lower not in {"a", "an"} for t in below)
    return word if set_apart and word.dep != "amod" else None


def _people(reading: Reading, over: Token, start: int) -> list[Token]:
    found: list[Token] = []
    todo = [over]
    while todo and len(found) < _MEMBERS:
        below = _below(reading, todo.pop(0))
        members = [t for t in below if t.dep in _LISTED and t.start >= start]
        members = [t for t in members if t.dep != "appos" or t.pos == "PROPN"]
        todo += [t for t in members if _is_somebody(reading, t)]
        found += [t for t in members if _is_somebody(reading, t)]
    return sorted(found, key=lambda t: t.index)


def _is_somebody(reading: Reading, token: Token) -> bool:
    if token.pos not in {"NOUN", "PROPN", "NUM"}:
        return False
    if token.pos == "PROPN":
        return token.ent == "PERSON" or any(t.dep == "compound" for t in _below(reading, token))
    return is_person(token)


def _below(reading: Reading, token: Token) -> list[Token]:
    return [reading.tokens[i] for i in reading.children[token.index]]


def harm_of_all(reading: Reading, word: Token) -> Literal["killed", "injured"] | None:
    """What a word of the list's head tells. Victims may have lived, unless a coroner names them."""
    lower = word.lower
    killed = figure_words()["victims"]["killed"]
    if lower in killed or lower in {"killed", "deceased", "fatality", "fatalities"}:
        return "killed"
    if not lower.startswith("victim"):
        return "injured"
    sentence = reading.sentence_of(word.index)
    words = (t.lemma.lower() for t in reading.tokens[sentence.first : sentence.last])
    return None if _MORGUE.isdisjoint(words) else "killed"
