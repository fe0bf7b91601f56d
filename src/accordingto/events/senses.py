"""What a word names in an article: what the lexicon says, where its company does not speak against
it."""

from collections.abc import Iterable
from functools import cache

from accordingto.events.lexicon import (
    Kind,
    Sense,
    around,
    below,
    by_company,
    kinds_by_mode,
    lemma_of,
    sense_of,
    weak_kinds,
)
from accordingto.events.near import under
from accordingto.events.wordlists import listed
from accordingto.records.reading import Reading, Token
from accordingto.tables import table

# So many different words of sport, and so many of a thousand words, make a report of sport.
_DISTINCT, _OF_THOUSAND = 5, 15
_CHARGES = frozenset(
    {"charge", "count", "allegation", "conviction", "trial", "case", "offence", "offense"}
)
_RELATIVES = frozenset({"that", "which", "who"})
_INSIDE = frozenset({"compound", "amod", "nmod", "prep", "pobj", "conj"})
_PEOPLE = frozenset({"PERSON", "NORP"})


def meant(reading: Reading, token: Token, *, sport: bool) -> Sense | None:
    """The happening that a word names, or ``None``; ``sport`` is what ``is_sport`` says."""
    sense = sense_of(reading, token)
    phrase = _phrase(reading, token) or _on_strike(reading, token)
    phrase = phrase or (None if sport else _struck_by_side(reading, token))
    if sense is None and phrase is None:
        return None
    lemma = lemma_of(token)
    near = _near(reading, token) if sport or lemma in _looked_at() else frozenset()
    # "Fans went on a rampage" is the lexicon's; "a gunman went on a rampage" only this table's.
    paired = sense if sense is not None and sense.partner is not None else None
    known = paired is not None and _has_needed(lemma, paired.kind, near)
    if phrase is not None and _has_needed(lemma, phrase.kind, near) and not known:
        return phrase
    if sense is None or _is_of_charges(reading, token) or _means_else(reading, token, sense, near):
        return None
    if not _has_needed(lemma, sense.kind, near):
        others = tuple(k for k in weak_kinds(token) if _has_needed(lemma, k, near))
        sense = by_company(reading, token, others)
        if sense is None or sense.kind not in others:
            return None
    if not sense.strong and not _has_object(reading, token, sense.kind):
        return None
    if sport and lemma in _sport("words") and not _sport("hard") & near:
        return None
    if sense.kind.mode == "strike" and lemma == "strike" and _has_dobj(reading, token):
        # Nobody downs tools on something.
        return None
    if lemma == "release" and token.pos == "VERB" and not _frees(reading, token):
        return None
    return sense


def _means_else(reading: Reading, token: Token, sense: Sense, near: frozenset[str]) -> bool:
    """Whether a word beside it shows that it names nothing of the kind: "trial and error"."""
    lemma = lemma_of(token)
    never = _never().get(lemma, frozenset()) | _never().get(
        f"{lemma} {sense.kind.mode}", frozenset()
    )
    if not never:
        return False
    beside = {lemma_of(t) for t in under(reading, token.index) if t.dep == "conj"}
    return bool(never & (near | beside))


def _has_needed(lemma: str, kind: Kind, near: frozenset[str]) -> bool:
    needed = _needs().get(f"{lemma} {kind.mode}")
    return needed is None or bool(needed & near)


def _near(reading: Reading, token: Token) -> frozenset[str]:
    """The company of a word, without the prepositions of times: "the strike on Monday"."""
    found = set()
    for other in around(reading, token):
        times = [t for t in under(reading, other.index) if t.ent in {"DATE", "TIME"}]
        if other.dep != "prep" or not times:
            found.add(lemma_of(other))
    return frozenset(found)


def is_sport(reading: Reading) -> bool:
    """Whether a text reports on sport, whose attacks and defeats harm nobody."""
    terms = _sport("terms")
    found = [t.lemma.lower() for t in reading.tokens if t.lemma.lower() in terms]
    return len(set(found)) >= _DISTINCT and len(found) * 1000 >= _OF_THOUSAND * len(reading.tokens)


def _phrase(reading: Reading, token: Token) -> Sense | None:
    seconds = _phrases().get(token.lemma.lower()) if token.pos == "VERB" else None
    if seconds is None:
        return None
    for other in below(reading, token, listed("phrase") | {"amod", "ccomp"}, 2):
        if other.lower == "according":
            # "The quake struck Tal, according to the ministry": no accord.
            continue
        kind = seconds.get(lemma_of(other)) or seconds.get(other.lower)
        # "Left two guards dead", not "left dead people on the rolls".
        if kind is not None and (other.dep != "amod" or other.index > other.head > token.index):
            return Sense(kind, True, f"'{token.text} … {other.text}' names a {kind.mode}")
    return None


def _on_strike(reading: Reading, token: Token) -> Sense | None:
    """ "Nurses are on strike"."""
    if token.lower != "strike" or reading.tokens[token.head].lower != "on":
        return None
    if any(t.dep in {"det", "poss"} for t in under(reading, token.index)):
        return None
    return Sense(kinds_by_mode()["strike"], True, "'on strike' names a strike")


def _struck_by_side(reading: Reading, token: Token) -> Sense | None:
    """ "Lira struck nuclear sites": a state or an army, and a thing."""
    if token.pos != "VERB" or token.lemma not in listed("striking"):
        return None
    below = under(reading, token.index)
    doers = [t for t in below if t.dep == "nsubj" and _is_side(t)]
    struck = [t for t in _objects(reading, token) if _is_struck(t)]
    if not doers or not struck or doers[0].index == struck[0].index:
        return None
    reason = f"'{doers[0].text} {token.text} … {struck[0].text}' names an attack"
    return Sense(kinds_by_mode()["attack"], True, reason)


def _has_dobj(reading: Reading, token: Token) -> bool:
    return token.pos == "VERB" and any(t.dep == "dobj" for t in under(reading, token.index))


def _is_side(token: Token) -> bool:
    lemma = lemma_of(token)
    named = token.ent in {"GPE", "NORP"} or (token.pos == "PROPN" and not token.ent)
    return named or lemma in listed("forces") | listed("strikers")


def _is_struck(token: Token) -> bool:
    return token.pos == "NOUN" and lemma_of(token) in listed("things") | listed("sites")


def _is_of_charges(reading: Reading, token: Token) -> bool:
    """ "Rape and kidnapping charges": two words before a charge."""
    after = reading.tokens[token.index + 1 : token.index + 4]
    if token.dep == "conj" and after and after[0].lemma in _CHARGES:
        return True
    return len(after) == 3 and after[0].lower in {"and", "or"} and after[2].lemma in _CHARGES


def _frees(reading: Reading, token: Token) -> bool:
    """Whether it is somebody that is released, or something that was held; no watch or song."""
    objects = _objects(reading, token)
    if not objects:
        return any(t.lower == "from" for t in under(reading, token.index))
    return any(_is_held(reading, t) for t in objects)


def _objects(reading: Reading, token: Token) -> list[Token]:
    """What a verb is done to, relative pronouns put back."""
    found = [t for t in under(reading, token.index) if t.dep in {"dobj", "nsubjpass"}]
    if not found and token.dep == "conj" and token.tag == "VBN":
        # "Was arrested on Sunday and released".
        first = under(reading, reading.tokens[token.head].index)
        found = [t for t in first if t.dep == "nsubjpass"]
    if token.dep in {"acl", "relcl"} and (not found or found[0].lower in _RELATIVES):
        return [reading.tokens[token.head]]
    return found


def _has_object(reading: Reading, token: Token, kind: Kind) -> bool:
    """Whether what is sent or given is what the kind is about: troops, not cars to troops."""
    wanted = _given().get(f"{token.lemma.lower()} {kind.mode}") if token.pos == "VERB" else None
    if wanted is None:
        return True
    return any(
        lemma_of(t) in wanted
        for given in _objects(reading, token)
        for t in (given, *below(reading, given, _INSIDE, 2))
    )


def _is_held(reading: Reading, token: Token) -> bool:
    lemma = lemma_of(token)
    bare = token.pos == "PROPN" and not token.ent
    return (
        token.pos in {"PRON", "NUM"}
        or (bare and not any(t.dep == "det" for t in under(reading, token.index)))
        or token.ent in _PEOPLE
        or lemma in _held()
        or lemma.endswith(("man", "woman"))
    )


@cache
def _held() -> frozenset[str]:
    nouns = table("accordingto.actors", "kinds.toml")["nouns"]
    company = table("accordingto.events", "company.toml")["release"]
    return frozenset({*nouns["person"], *nouns["group"], *listed("people"), *company})


def _words(rows: dict[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in rows.items()}


@cache
def _looked_at() -> frozenset[str]:
    """The words whose company the tables ask for."""
    return frozenset(name.split(" ")[0] for name in (*_needs(), *_never()))


@cache
def _needs() -> dict[str, frozenset[str]]:
    return _words(table("accordingto.events", "unlike.toml")["needs"])


@cache
def _never() -> dict[str, frozenset[str]]:
    return _words(table("accordingto.events", "unlike.toml")["never"])


@cache
def _given() -> dict[str, frozenset[str]]:
    company = table("accordingto.events", "company.toml")
    listed_verbs = table("accordingto.events", "unlike.toml")["objects"]
    return {
        f"{verb} {mode}": frozenset(company[mode])
        for mode, verbs in listed_verbs.items()
        for verb in verbs
    }


@cache
def _sport(name: str) -> frozenset[str]:
    return frozenset(table("accordingto.events", "unlike.toml")["sport"][name])


@cache
def _phrases() -> dict[str, dict[str, Kind]]:
    """By verb, what stands under it, and the kind that both name."""
    found: dict[str, dict[str, Kind]] = {}
    for mode, phrases in table("accordingto.events", "unlike.toml")["phrases"].items():
        for phrase in phrases:
            verb, _, second = phrase.partition(" ")
            found.setdefault(verb, {})[second] = kinds_by_mode()[mode]
    return found
