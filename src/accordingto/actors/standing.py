"""Whether a state's or capital's name stands for its government here ("Washington denied it")."""

from accordingto.actors.mention import Mention
from accordingto.actors.wordlists import words
from accordingto.records.reading import Reading, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent", "expl"})


def stands_for_people(reading: Reading, mention: Mention) -> bool:
    """True where those who govern are meant and not the ground they govern.

    Judged by the grammar around the name, since the name itself is the same in both uses.
    """
    if mention.spoken:
        return True
    token = reading.tokens[mention.head]
    if _before_colon(reading, mention) or _in_brackets(reading, mention):
        return True
    seen = 0
    while token.dep in {"conj", "appos"} and token.head != token.index and seen < 8:
        token = reading.tokens[token.head]
        seen += 1
    head = reading.tokens[token.head]
    if token.dep in _SUBJECTS:
        return head.lemma not in words("uses.toml", "verbs", "states")
    if token.dep == "poss":
        return head.lemma not in words("uses.toml", "nouns", "places")
    if token.dep in {"dobj", "iobj", "dative"}:
        return head.lemma in words("uses.toml", "verbs", "towards")
    if token.dep == "pobj":
        return _after_preposition(reading, head)
    return False


def _after_preposition(reading: Reading, preposition: Token) -> bool:
    word = preposition.lower
    if word in words("uses.toml", "prepositions", "towards"):
        return True
    if word in words("uses.toml", "prepositions", "places"):
        return False
    governor = reading.tokens[preposition.head]
    if governor.pos in {"NOUN", "PROPN"}:
        return governor.lemma in words("uses.toml", "nouns", "towards")
    if word in {"to", "on", "from", "of", "for"}:
        return governor.lemma in words("uses.toml", "verbs", "towards") and word in {"on", "for", "from"}
    return False


def _before_colon(reading: Reading, mention: Mention) -> bool:
    """"Teen indicted: Israel" and "Israel: …" in headlines."""
    at = mention.head + 1
    sentence = reading.sentence_of(mention.head)
    return at < sentence.last and reading.tokens[at].text == ":" and mention.head == sentence.first


def _in_brackets(reading: Reading, mention: Mention) -> bool:
    return False


def is_modifier(reading: Reading, mention: Mention) -> bool:
    """True for a name that only qualifies the noun behind it ("the US raid", "Iraqi forces")."""
    token = reading.tokens[mention.head]
    if token.dep in {"amod", "compound", "nmod", "quantmod"}:
        return token.head > token.index
    return token.pos == "ADJ" and token.dep not in _SUBJECTS | {"pobj", "dobj", "conj"}
