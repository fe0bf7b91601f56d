"""What the gazetteer and our lists know of a name by itself."""

from collections.abc import Sequence
from functools import cache

from accordingto.facts.gazetteer import load_gazetteer
from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_areas import areas
from accordingto.facts.place_words import place_table, use
from accordingto.records.reading import Reading, Token
from accordingto.tables import table

# What stands before names of people only.
_CALLED = frozenset({"mr", "ms", "mrs", "mx", "miss", "dr"})
# Longer words in capitals are no letters for words.
_ACRONYM = 6


def people_of(name: str) -> str | None:
    """Whose people or adjective this is: a country's code, or "=" and the name of an area
    or division."""
    peoples = place_table()["peoples"]
    area = peoples.get(name) or peoples.get(name.removesuffix("s"))
    return f"={area}" if area else load_gazetteer().country_of(name)


def is_land(name: str) -> bool:
    """True where this is a country's own name."""
    return any(entry.level == 3 and entry.exact for entry in load_gazetteer().find(name))


def is_capital(name: str) -> bool:
    """True where the largest place of this name is the capital of a country."""
    found = load_gazetteer().find(name)
    return bool(found) and max(found, key=lambda entry: entry.size).capital


def is_never(tokens: Sequence[Token]) -> bool:
    """True for one word that is no place wherever news has it, whatever the gazetteer has, and for
    a title with a name."""
    first = tokens[0].lower
    if len(tokens) == 1:
        return first in use("never")
    # "Prime Minister Otto Brek".
    return first in use("titles") or (len(tokens) > 2 and tokens[1].lower == "minister")


def is_dated(reading: Reading, tokens: Sequence[Token]) -> bool:
    """ "3 May", "June 14": a month beside a number is no town of that name."""
    if len(tokens) > 1 or tokens[0].lower.rstrip(".") not in _months():
        return False
    at = tokens[0].index
    beside = (*reading.tokens[max(0, at - 1) : at], *reading.tokens[at + 1 : at + 2])
    return any(t.text[0].isdigit() for t in beside)


@cache
def _months() -> frozenset[str]:
    words = table("accordingto.facts", "times.toml")
    return frozenset({*words["months"], *words["short_months"]})


def is_called(reading: Reading, tokens: Sequence[Token]) -> bool:
    """ "Mr London" is a person."""
    before = reading.tokens[tokens[0].index - 1] if tokens[0].index else None
    return before is not None and before.lower.rstrip(".") in _CALLED


def is_acronym(reading: Reading, tokens: Sequence[Token]) -> bool:
    """ "NATO", "AI": letters that stand for words are no town, but in a dateline or where all is in
    capitals; of a country or state they are its name."""
    token = tokens[0]
    if len(tokens) > 1 or not token.text.isupper() or not 1 < len(token.text) < _ACRONYM:
        return False
    sentence = reading.sentence_of(token.index)
    words = reading.tokens[sentence.first : sentence.last]
    if sentence.first == token.index or not any(w.text.islower() for w in words):
        return False
    name = token.text
    known = name in use("short") or spelled_out(name) != name
    return not known and not people_of(name) and not is_land(name)


def is_listed(name: str) -> bool:
    """True where the gazetteer or our table of areas has a place of this name."""
    return fold_place(name) in areas() or bool(load_gazetteer().find(name))


def spelled_out(name: str) -> str:
    """An abbreviated state or province in full ("Ky.", also where its full stop was cut off), a
    spelling of news in the gazetteer's; any other name unchanged."""
    states, spellings = place_table()["states"], place_table()["spellings"]
    return str(states.get(name) or states.get(f"{name}.") or spellings.get(name, name))
