"""States that no table lists: names that the text gives a state's offices, army or borders.

New, historical, unrecognised or invented states are governments as much as others. A name counts
as one where the text shows two signs of it, or one that nothing but a state has ("X's parliament",
"X's foreign ministry"). Its code is its folded name; listed states have capital ISO codes, so the
two never meet.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from accordingto.actors.countries import country_named, country_of_people, country_of_seat
from accordingto.actors.fold import key, plain
from accordingto.actors.kinds import is_ground, known
from accordingto.actors.mention import Mention
from accordingto.actors.names import single_names
from accordingto.actors.runs import POSSESSIVE
from accordingto.actors.wordlists import office_words, words
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_ENOUGH = 2
_MAX_WORDS = 2
_LEAST_LETTERS = 4
# Endings that make an adjective or people of a country's name, whose last vowels may go.
_ENDINGS = ("n", "an", "ian", "ese", "i", "ish", "er")
_VOWELS = "aeiouy"
_LEAST_STEM = 2

Signs = dict[str, dict[str, int]]


@lru_cache(maxsize=4096)
def _forms(code: str) -> frozenset[str]:
    """Adjectives and people that a name may make: Merenian of Merenia, German of Germany."""
    stems = {stem for stem in (code, code.rstrip(_VOWELS)) if len(stem) >= _LEAST_STEM}
    made = {stem + ending for stem in stems for ending in _ENDINGS}
    return frozenset(made | {code[:-1]} if code.endswith("y") else made)


def is_demonym(word: str, code: str) -> bool:
    """True where ``word`` is made of the state's name like Merenian of Merenia."""
    low = plain(word)
    return low in _forms(code) or low.removesuffix("s") in _forms(code)


@lru_cache(maxsize=64)
def _by_form(codes: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The states, in order, that each form may be made of."""
    found: dict[str, tuple[str, ...]] = {}
    for code in sorted(codes):
        for form in sorted(_forms(code)):
            found[form] = (*found.get(form, ()), code)
    return found


def states_of(word: str, codes: frozenset[str]) -> tuple[str, ...]:
    """Of the states those, in order, whose adjective or people ``word`` is."""
    low, forms = plain(word), _by_form(codes)
    return tuple(sorted({*forms.get(low, ()), *forms.get(low.removesuffix("s"), ())}))


def find_states(reading: Reading, names: Sequence[Mention]) -> frozenset[str]:
    """The codes of unlisted states among the names of a text."""
    given = single_names(names)
    candidates = [m for m in names if _may_be_state(m) and m.words not in given]
    adjectives = _adjectives({key(m.words) for m in candidates})
    signs: Signs = defaultdict(dict)
    for mention in candidates:
        name = key(mention.words)
        for sign, weight in _signs(reading, mention):
            signs[adjectives.get(name, name)][sign] = weight
    _add_from_words(reading, signs, {key(m.words) for m in candidates})
    for mention in candidates:
        # "Merenia said", of which the engine makes a woman, where Merenia has an envoy.
        if mention.spoken and key(mention.words) in signs:
            signs[key(mention.words)]["speaks"] = 1
    # Signs of an adjective count for the name it is made of, and alone make no state of it.
    names_proper = {key(m.words) for m in candidates if m.label != "NORP"}
    signs = {code: seen for code, seen in signs.items() if code in names_proper}
    states = _enough(signs)
    for mention in candidates:
        if key(mention.words) in names_proper and _beside_state(reading, mention, names, states):
            signs.setdefault(key(mention.words), {})["named with a state"] = 1
    return _enough(signs)


def with_states(
    reading: Reading, mentions: Sequence[Mention], states: frozenset[str]
) -> list[Mention]:
    """Mentions with the unlisted states that they are, or are of, as their ``country``."""
    if not states:
        return list(mentions)
    kept = [m for m in mentions if not _is_office_of(m, states)]
    return [_with_state(reading, mention, states) for mention in kept]


def _enough(signs: Mapping[str, Mapping[str, int]]) -> frozenset[str]:
    return frozenset(code for code, seen in signs.items() if sum(seen.values()) >= _ENOUGH)


def _may_be_state(mention: Mention) -> bool:
    """A short name of which neither our tables nor its own words tell what it is."""
    name = mention.words
    low = plain(name).split()
    return (
        mention.title is None
        and not mention.sure
        and 0 < len(low) <= _MAX_WORDS
        and len(name) >= _LEAST_LETTERS
        and not name.isupper()
        and all(word.isalpha() for word in low)
        and known(name) is None
        and country_named(name) is None
        and country_of_people(name) is None
        and country_of_seat(name) is None
        and low[0] not in words("uses.toml", "states", "never_first")
        and not is_ground(name)
        and not any(word in office_words() for word in low)
    )


def _adjectives(codes: set[str]) -> dict[str, str]:
    """Which of the names is an adjective of another: "merenian" to "merenia"."""
    every = frozenset(codes)
    return {word: code for word in sorted(codes) for code in states_of(word, every) if word != code}


def _signs(reading: Reading, mention: Mention) -> list[tuple[str, int]]:
    """What the words right around a name say of it, each with its weight."""
    inside = reading.tokens_in(mention.span)
    last = inside[-1].index
    found: list[tuple[str, int]] = []
    if mention.spoken and mention.label != "PERSON":
        found.append(("speaks", 1))
    owns = last + 1 < len(reading.tokens) and reading.tokens[last + 1].text in POSSESSIVE
    after = reading.tokens[last + 2 if owns else last + 1 :][:4]
    found.extend(_owned(after, owns=owns))
    return found


def _owned(after: Sequence[Token], *, owns: bool) -> list[tuple[str, int]]:
    """ "X's foreign ministry", "X troops", "X-backed": the first noun of office behind a name."""
    if len(after) > 1 and after[0].text in {"-", "‑", "–"}:
        if after[1].lower in words("uses.toml", "states", "sides"):
            return [("has a side", 1)]
        return []
    for size in range(1, len(after) + 1):
        token = after[size - 1]
        phrase = " ".join(t.lower for t in after[max(0, size - 2) : size])
        for sign, weight in (("only", 2), ("rulers", 1), ("forces", 1)):
            listed = words("uses.toml", "states", sign)
            if phrase in listed or token.lower in listed:
                return [(sign, weight if owns else 1)]
        if token.pos not in {"ADJ", "NOUN", "PROPN"}:
            return []
    return []


def _add_from_words(reading: Reading, signs: Signs, codes: set[str]) -> None:
    """Signs anywhere, inside other names too: "Merenian" beside "Merenia", "Republic of X"."""
    every = frozenset(codes)
    for token in reading.tokens:
        if token.text[:1].isupper() and len(token.text) >= _LEAST_LETTERS:
            before = reading.tokens[max(0, token.index - 2) : token.index]
            formed = " ".join(t.lower for t in before) in words("uses.toml", "states", "before")
            for name in _names_from(reading, token) if formed else ():
                if name in codes:
                    ruled = [t.lower for t in before] == ["government", "of"]
                    signs[name]["border or form of state"] = 2 if ruled else 1
            for code in states_of(token.text, every):
                signs[code]["has an adjective"] = 1


def _names_from(reading: Reading, token: Token) -> tuple[str, ...]:
    """The word as a name, and with the word behind it: "Veldra", "Ostrava Vale"."""
    after = reading.tokens[token.index + 1 : token.index + 2]
    alone = plain(token.text)
    return (alone, f"{alone} {plain(after[0].text)}") if after else (alone,)


def _beside_state(
    reading: Reading, mention: Mention, names: Sequence[Mention], states: frozenset[str]
) -> bool:
    """ "Merenia and Karsovia": joined by "and" to a name that is a state."""
    head = reading.tokens[mention.head]
    linked = {head.head} if head.dep == "conj" else set()
    linked |= {c for c in reading.children[head.index] if reading.tokens[c].dep == "conj"}
    if not linked:
        return False
    return any(
        other.head in linked and (country_named(other.words) or key(other.words) in states)
        for other in names
    )


def _is_office_of(mention: Mention, states: frozenset[str]) -> bool:
    """ "Merenia Defence" (Secretary Lee): what is left of an office is no name."""
    low = plain(mention.words).split()
    cut = 1 + (" ".join(low[:2]) in states)
    return (
        mention.form == "name"
        and len(low) > cut
        and " ".join(low[:cut]) in states
        and all(word in office_words() for word in low[cut:])
    )


def _whole(reading: Reading, mention: Mention, states: frozenset[str]) -> str:
    """The key of a name; of "the Vale" that of the one state called "Ostrava Vale"."""
    own = key(mention.words)
    first = reading.tokens_in(mention.span)[0].index
    if own in states or mention.sure or " " in own or not first:
        return own
    longer = [code for code in sorted(states) if code.endswith(f" {own}")]
    the = reading.tokens[first - 1].lower == "the"
    return longer[0] if the and len(longer) == 1 else own


def _with_state(reading: Reading, mention: Mention, states: frozenset[str]) -> Mention:
    own = _whole(reading, mention, states)
    if mention.form == "name" and own in states:
        return msgspec.structs.replace(
            mention, kind="government", sure=True, country=own, identity=f"@{own}"
        )
    if mention.country is not None:
        return mention
    if mention.form == "name":
        return _owned_body(reading, mention, states)
    code = _named_in(reading.tokens_in(mention.span), states)
    return msgspec.structs.replace(mention, country=code) if code else mention


def _owned_body(reading: Reading, mention: Mention, states: frozenset[str]) -> Mention:
    """ "Merenia's Defence Ministry", "the Merenian Army": a body's name begins at its owner."""
    inside = reading.tokens_in(mention.span)
    code = _named_in(inside, states)
    if code is not None or mention.kind != "government":
        return msgspec.structs.replace(mention, country=code) if code else mention
    at = inside[0].index - 1
    if at < 1 or reading.tokens[at].text not in POSSESSIVE:
        return mention
    for start in range(max(0, at - _MAX_WORDS), at):
        owner = reading.tokens[start:at]
        name = " ".join(t.text for t in owner)
        if all(t.text.isalpha() for t in owner) and key(name) in states:
            return msgspec.structs.replace(
                mention,
                span=Span(owner[0].start, mention.span.end),
                words=f"{name}{reading.tokens[at].text} {mention.words}",
                country=key(name),
            )
    return mention


def _named_in(tokens: Sequence[Token], states: frozenset[str]) -> str | None:
    """The state that a word of a phrase names, or is the adjective of."""
    for token in tokens:
        if not token.text[:1].isupper():
            continue
        low = key(token.text)
        named = {*states_of(token.text, states), *({low} & states)}
        if named:
            return min(named)
    return None
