"""Governments, armies and ministries: one actor each for all the ways news words them."""

from bisect import bisect_right
from collections.abc import Sequence

from accordingto.actors.countries import country_named, country_of_people
from accordingto.actors.fold import parts, plain
from accordingto.actors.group import Grouping
from accordingto.actors.kinds import names_of_line
from accordingto.actors.mention import Mention
from accordingto.actors.names import names_key
from accordingto.actors.unlisted import is_demonym
from accordingto.actors.wordlists import words

_RULERS = frozenset(
    {
        "government",
        "authority",
        "authorities",
        "administration",
        "regime",
        "official",
        "side",
        "cabinet",
        "junta",
    }
)
_REGIONS = frozenset(
    {"region", "province", "governorate", "district", "county", "city", "town", "territory",
     "municipality", "state", "island", "republic", "canton", "prefecture", "oblast"}
)  # fmt: skip
_ARMY = frozenset({"army", "military", "troop", "troops", "force", "forces", "soldiers"})
_ARMY_WORDS = _ARMY | {
    "the",
    "armed",
    "national",
    "royal",
    "regular",
    "federal",
    "state",
    "government",
}
_SPELLED = {
    "defense": "defence",
    "organization": "organisation",
    "services": "service",
    "forces": "force",
}
_DROPPED = frozenset({"of", "the", "for", "and", "s", "a", "in"})

# "The government", so many sentences behind the last state that was named, is not that state's.
_RECENT = 2

Hint = tuple[int, str]


def country_hints(mentions: Sequence[Mention]) -> list[Hint]:
    """Where the text names a state in any form: (offset, ISO code), in order."""
    return sorted((m.span.start, m.country) for m in mentions if m.country is not None)


_OF_STATES = frozenset(
    {"the", "this", "new", "old", "current", "previous", "former", "last", "next", "incoming",
     "outgoing", "civil", "civilian", "military", "transitional", "interim", "national", "federal",
     "central", "whole", "entire", "present"}
)  # fmt: skip


def join_rulers(group: Grouping, hints: Sequence[Hint], opening: int) -> None:
    """ "The Iraqi government", "Iraqi authorities", "the government" to the state's actor.
    ``opening`` is the offset at which headline and standfirst are over."""
    first: dict[str, int] = {}
    unplaced: int | None = None
    for index, mention in enumerate(group.mentions):
        if names_key(mention).startswith("@") and mention.form == "name":
            first.setdefault(names_key(mention)[1:], index)
    spoken_of: int | None = None
    named = -_RECENT
    for index, mention in enumerate(group.mentions):
        if mention.country is not None:
            named = mention.sentence
        if not _rules(mention):
            continue
        if _says_whose(mention):
            spoken_of = index
        elif spoken_of is not None and _is_bare(mention) and mention.sentence - named >= _RECENT:
            whole = group.mentions[spoken_of].words
            group.join(spoken_of, index, 0.75, f"the government that the text speaks of: {whole}")
            continue
        country, score, why = mention.country, 0.9, "government of"
        if country is None and _is_named_administration(group, index) and "US" in first:
            country, score, why = "US", 0.8, "administration:"
        named_after = (
            _is_named_after(group, index) or _is_of_region(mention) or _is_of_house(mention)
        )
        if country is None and mention.definite and not named_after:
            if unplaced is None and _is_unplaced(group, index, hints, opening):
                unplaced = index
            if unplaced is not None and mention.lemma == "government":
                # Nobody says whose it is, nor does who is named later: it is the one before.
                group.join(unplaced, index, 0.7, "the government spoken of before")
                continue
            country, score, why = (
                _nearest(hints, mention.span.start, first),
                0.7,
                "the state named last before it:",
            )
        if country is None:
            continue
        at = first.setdefault(country, index)
        if at != index:
            group.join(at, index, score, f"{why} {group.mentions[at].words}")


def _says_whose(mention: Mention) -> bool:
    """ "The Sarnian government", and not "the interim government"."""
    before = mention.words.split(" ")[:-1]
    return mention.lemma == "government" and any(word[:1].isupper() for word in before[-1:])


def _is_bare(mention: Mention) -> bool:
    return mention.words.lower() in ("the government", "government")


def _is_unplaced(group: Grouping, index: int, hints: Sequence[Hint], opening: int) -> bool:
    """ "The government" of a text that has named no state so far and names none nearby."""
    mention = group.mentions[index]
    place = bisect_right(hints, (mention.span.start, ""))
    if mention.lemma != "government" or place > 0 or mention.span.start < opening:
        return False
    if hints and hints[0][0] < mention.span.end:
        # "The government of Lira".
        return False
    sentences = [m.sentence for m in group.mentions if hints and m.span.start == hints[0][0]]
    return mention.sentence not in sentences


def _is_named_administration(group: Grouping, index: int) -> bool:
    """ "The Lee administration": the word is used so of American presidents."""
    return group.mentions[index].lemma == "administration" and _is_named_after(group, index)


def _is_named_after(group: Grouping, index: int) -> bool:
    """ "The Lee government": it is led by somebody named, of whichever state."""
    mention = group.mentions[index]
    near = group.mentions[max(0, index - 3) : index + 4]
    return any(
        m.form == "name"
        and m.kind != "government"
        and mention.span.contains(m.span)
        and m.head < mention.head
        for m in near
    )


def _is_of_state(word: str) -> bool:
    plain_words = {
        "the",
        "government",
        "state",
        "senior",
        "top",
        "some",
        "many",
        "several",
        "other",
    }
    found = country_of_people(word) or country_named(word) or country_named(word.upper())
    return word in plain_words or found is not None


def _is_of_region(mention: Mention) -> bool:
    """ "The authorities of the Tarn region": less than a state's."""
    low = parts(mention.words)
    return "of" in low and low[-1] in _REGIONS


def _is_of_house(mention: Mention) -> bool:
    """ "The port administration": no state's."""
    before = [w for w in parts(mention.words)[:-1] if w not in _OF_STATES]
    return mention.lemma == "administration" and bool(before)


def _rules(mention: Mention) -> bool:
    if mention.form == "noun":
        if mention.lemma == "government" and mention.plural:
            return False
        if mention.lemma == "official":
            # "US officials" govern; "US intelligence officials" are some of them.
            return mention.plural and all(_is_of_state(w) for w in parts(mention.words)[:-1])
        return mention.lemma in _RULERS
    low = parts(mention.words)
    return (
        len(low) > 1
        and low[-1] in {"government", "administration", "authorities"}
        and mention.country is not None
    )


def _nearest(hints: Sequence[Hint], at: int, known: dict[str, int]) -> str | None:
    """The state last named before; in a headline, where nothing is before, the first after."""
    place = bisect_right(hints, (at, ""))
    before = [code for _, code in hints[max(0, place - 6) : place]]
    for code in reversed(before):
        if code in known:
            return code
    if before:
        return before[-1]
    return hints[0][1] if hints else None


def join_armies(group: Grouping, hints: Sequence[Hint], opening: int) -> None:
    """ "Lebanon's military", "the army", "Lebanese troops": one army a state. "The army" before any
    is named is that of the only state in the text: of two at war it may be either's. A headline's
    is the one that the text goes on to name, if it names one
    by the same word, or one state."""
    one_state = len({code for _, code in hints}) < 2
    first: dict[str | None, int] = {}
    latest: int | None = None
    for index, mention in enumerate(group.mentions):
        if not _is_army(mention):
            continue
        country = mention.country or _own_country(mention) or _country_of_line(mention)
        if country is None and latest is not None and (mention.definite or mention.form == "noun"):
            group.join(latest, index, 0.8, f"army named before: {group.mentions[latest].words}")
            latest = index
            continue
        at = first.setdefault(country, index)
        if at != index:
            group.join(at, index, 0.85, f"the same army as {group.mentions[at].words}")
        only = country is not None and len(first) == 2 and one_state
        if None in first and first[None] != index and only:
            group.join(first[None], index, 0.75, f"the only army named: {mention.words}")
        latest = index
    if len(first) == 2 and None in first and group.mentions[first[None]].span.start < opening:
        named = next(index for country, index in first.items() if country is not None)
        same_word = group.mentions[named].lemma == group.mentions[first[None]].lemma
        if one_state or same_word:
            group.join(first[None], named, 0.7, "the only army that the text names")


def _is_army(mention: Mention) -> bool:
    if mention.form == "noun":
        return mention.lemma in {"army", "military", "troop"} or (
            mention.lemma == "force" and mention.country is not None
        )
    if mention.identity is not None and any(
        _ARMY & set(parts(name)[-1:]) for name in names_of_line(mention.words)
    ):
        # "The IDF".
        return mention.kind == "government"
    low = parts(mention.words)
    return (
        bool(low)
        and low[-1] in {"army", "military", "forces"}
        and mention.kind == "government"
        and len(low) <= 3
        and (mention.country is not None or all(_is_army_word(word) for word in low))
    )


def _is_army_word(word: str) -> bool:
    """False for a word that makes another army's name of it: "the Reed Army"."""
    return word in _ARMY_WORDS or bool(country_of_people(word) or country_named(word))


def _own_country(mention: Mention) -> str | None:
    for word in mention.words.replace("’", "'").split():
        code = country_of_people(word) or country_named(word.removesuffix("'s"))
        if code:
            return code
    return None


def _country_of_line(mention: Mention) -> str | None:
    """The state of an army that our table knows by a name of its own."""
    names = names_of_line(mention.words) if mention.form == "name" else ()
    return next(
        (code for name in names for w in name.split() if (code := country_of_people(w))), None
    )


def body_words(mention: Mention) -> tuple[str | None, frozenset[str]]:
    """A body's name as its state, where named, and its telling words in any order."""
    country, kept = None, set()
    for word in plain(mention.words.replace("’s", "").replace("'s", "")).replace("-", " ").split():
        code = country_of_people(word) or country_named(word) or _short_state(word, mention.words)
        if code is not None:
            country = country or code
        elif word not in _DROPPED and not _names_owner(word, mention.country):
            kept.add(_SPELLED.get(word, word))
    return country or mention.country, frozenset(kept)


def _short_state(word: str, name: str) -> str | None:
    """ "U.S. Department of Trade"."""
    if word == "us" and ("US" in name or "U.S." in name):
        return "US"
    return "GB" if word == "uk" else None


def _names_owner(word: str, owner: str | None) -> bool:
    """True for the name or adjective of the unlisted state that a body belongs to."""
    return owner is not None and (word in owner.split() or is_demonym(word, owner))


def join_bodies(group: Grouping) -> None:
    """ "Iraq's Defence Ministry", "the Ministry of Defence": equal words, no other state."""
    seen: list[tuple[int, str | None, frozenset[str]]] = []
    generic = words("kinds.toml", "words", "government")
    for index, mention in enumerate(group.mentions):
        if (
            mention.form != "name"
            or mention.kind != "government"
            or names_key(mention).startswith("@")
        ):
            continue
        country, kept = body_words(mention)
        if not kept or (len(kept) == 1 and not kept & generic):
            continue
        for other, land, telling in reversed(seen):
            if (
                telling == kept
                and (land is None or country is None or land == country)
                and not group.same(other, index)
            ):
                group.join(other, index, 0.85, f"the same body as {group.mentions[other].words}")
                country = country or land
                break
        seen.append((index, country, kept))
