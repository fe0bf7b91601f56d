"""Whether a state's or capital's name stands for its government here ("Washington denied it")."""

from collections.abc import Sequence

from accordingto.actors.fold import key
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
    if in_dateline(reading, mention) or _is_part(reading, token):
        return False
    if _before_colon(reading, mention):
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


def in_dateline(reading: Reading, mention: Mention) -> bool:
    """A city in capitals at the head of a paragraph, before a comma, bracket or dash."""
    at = reading.tokens_in(mention.span)[-1].index + 1
    after = reading.tokens[at + 1 : at + 2]
    dated = bool(after) and after[0].lower.rstrip(".") in words("uses.toml", "nouns", "days")
    return (
        (mention.words.isupper() or dated)
        and any(block.start <= mention.span.start <= block.start + 1 for block in reading.blocks)
        and at < len(reading.tokens)
        and reading.tokens[at].text in {",", "(", ")", "—", "–", "―", "-", "--"}
        and not (len(mention.words) < 4 and reading.tokens[at].text == ",")
    )


def _is_part(reading: Reading, token: Token) -> bool:
    """ "Southern Israel" is ground, whatever it does."""
    parts = words("uses.toml", "nouns", "parts")
    return any(
        reading.tokens[c].lower in parts for c in reading.children[token.index] if c < token.index
    )


def _after_preposition(reading: Reading, preposition: Token) -> bool:
    word = preposition.lower
    if word in words("uses.toml", "prepositions", "towards"):
        return reading.tokens[preposition.head].lemma not in words("uses.toml", "nouns", "places")
    if word in words("uses.toml", "prepositions", "places"):
        return False
    governor = reading.tokens[preposition.head]
    if governor.pos in {"NOUN", "PROPN"}:
        return governor.lemma in words("uses.toml", "nouns", "towards")
    if word in {"to", "on", "from", "of", "for"}:
        return governor.lemma in words("uses.toml", "verbs", "towards") and word in {
            "on",
            "for",
            "from",
        }
    return False


def _before_colon(reading: Reading, mention: Mention) -> bool:
    """ "Teen indicted: Israel" and "Israel: …" in headlines."""
    at = mention.head + 1
    sentence = reading.sentence_of(mention.head)
    return at < sentence.last and reading.tokens[at].text == ":" and mention.head == sentence.first


def place_names(reading: Reading, mentions: Sequence[Mention]) -> frozenset[str]:
    """The keys of names that the text uses as places only, whatever the engine took them for.

    Names that our tables, their own words or a title tell the kind of are left out.
    """
    ground: set[str] = set()
    people: set[str] = set()
    for mention in mentions:
        if mention.sure:
            people.add(key(mention.words))
        elif is_located(reading, mention):
            ground.add(key(mention.words))
        elif mention.spoken or reading.tokens[mention.head].dep in _SUBJECTS:
            people.add(key(mention.words))
    return frozenset(ground - people)


def is_located(reading: Reading, mention: Mention) -> bool:
    """True where the words around a name make it a place: "in X", "the village of X", "X camp"."""
    token = reading.tokens[mention.head]
    after = reading.tokens[token.index + 1 : token.index + 3]
    grounds = words("uses.toml", "nouns", "grounds")
    for size in (2, 1):
        if (
            len(after) >= size
            and (
                " ".join(t.lower for t in after[:size]) in grounds
                or (size == 1 and after[0].lemma in grounds)
            )
            and after[0].start <= token.end + 1
        ):
            return True
    first = reading.tokens_in(mention.span)[0].index
    if first and reading.tokens[first - 1].lower in words("uses.toml", "nouns", "towns"):
        return True
    seen = 0
    if token.dep == "appos" and mention.kind == "person" and " " in mention.words:
        # "A dissident in London, Ada Lum": she is not in London's place.
        return False
    while token.dep in {"conj", "appos", "compound"} and token.head != token.index and seen < 4:
        if token.lower in grounds:
            return True
        token = reading.tokens[token.head]
        seen += 1
    if token.lower in grounds and seen:
        return True
    if token.dep == "dobj" and mention.kind == "person":
        return reading.tokens[token.head].lemma in words("uses.toml", "verbs", "battered")
    if token.dep == "poss":
        return _owns_office(reading, token)
    if token.dep != "pobj":
        return False
    preposition = reading.tokens[token.head]
    governor = reading.tokens[preposition.head]
    if preposition.lower in {"of", "on"} and governor.lemma in words(
        "uses.toml", "nouns", "struck"
    ):
        return True
    if preposition.lower == "of":
        over = words("uses.toml", "nouns", "over")
        return governor.lower in grounds or governor.lemma in over
    return preposition.lower in words("uses.toml", "prepositions", "firmly")


def _owns_office(reading: Reading, token: Token) -> bool:
    """ "Tarn's health department", "Tarn's governor": of a place."""
    owned = reading.tokens[token.head]
    if owned.lemma in words("uses.toml", "nouns", "local_offices"):
        return True
    task = any(
        reading.tokens[c].lower in words("uses.toml", "nouns", "tasks")
        for c in reading.children[owned.index]
    )
    return task and owned.lemma in {"department", "ministry", "directorate", "authority", "service"}


def is_local_of(reading: Reading, mention: Mention) -> bool:
    """True for the place of "a Tallow woman", "her Tallow home": one word right before such a noun,
    of which only the engine's label says that it is somebody."""
    token = reading.tokens[mention.head]
    after = reading.tokens[token.index + 1 : token.index + 2]
    people = bool(after) and after[0].lemma in words("uses.toml", "nouns", "peoples")
    if people and mention.kind == "person" and not mention.sure and " " not in mention.words:
        return after[0].text.islower() and token.dep in {"compound", "nmod", "amod"}
    return (
        token.dep in {"compound", "nmod"}
        and bool(after)
        and after[0].text.islower()
        and after[0].lemma in words("uses.toml", "nouns", "locals")
        and mention.kind in {"person", "organisation", None}
        and not mention.sure
    )


def speaks_through(reading: Reading, mention: Mention) -> bool:
    """True for the body in "a White House statement", "a Coast Guard spokeswoman"."""
    token = reading.tokens[mention.head]
    voice = reading.tokens[token.head]
    return (
        mention.kind in {"government", "organisation", "armed_group", "media"}
        and token.dep in {"compound", "nmod", "amod"}
        and voice.lemma in words("uses.toml", "nouns", "voices")
        and voice.index == token.index + 1
        and token.pos == "PROPN"
    )


def is_modifier(reading: Reading, mention: Mention) -> bool:
    """True for a name that only qualifies the noun behind it ("the US raid", "Iraqi forces")."""
    token = reading.tokens[mention.head]
    if token.dep in {"amod", "compound", "nmod", "quantmod"}:
        return token.head > token.index
    return token.pos == "ADJ" and token.dep not in _SUBJECTS | {"pobj", "dobj", "conj"}
