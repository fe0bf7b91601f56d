"""The names of a text with what each may mean, all mentions of one name together."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from accordingto.facts.gazetteer import Entry, load_gazetteer
from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_candidates import Candidate
from accordingto.facts.place_known import people_of, spelled_out
from accordingto.facts.place_options import options
from accordingto.facts.place_rank import Name
from accordingto.facts.place_setting import local_words, styles_of
from accordingto.facts.place_toponym import Toponym

# The name behind a comma: one or two capitalised words, dots of abbreviations included.
_BESIDE = re.compile(r",\s([A-Z][\w.]{1,20})( [A-Z][\w.]{1,20})?")
# "X, the US state": a country's adjective or short name between.
_STATE_OF = re.compile(r",\s(?:a|the)\s([A-Z][\w.]{1,20})\s(?:state|province|town|city|village)\b")
_BESIDE_CHARS = 45
# Names in a row: "X, Y and Z".
_ROW = re.compile(r"(?:, ?(?:and |or )?| and | or )(?:the )?")
_ROW_CHARS = 12
_GOES_ON = re.compile(
    r",? (?:and|or) (?:the )?[A-Z]|, [A-Z][\w.]+(?: [A-Z][\w.]+)?(?:,| and\b| or\b)"
)
_BEHIND = re.compile(r"(?:'s|’s)? ?([A-Za-z]{2,20})(?: ([A-Za-z]{2,20}))?")
# What is less likely to be a name of a place says nothing of where the others are.
_LEAST = 0.1
# What is behind the town of a dateline: "TAL (Reuters) -", "TAL, June 4 --".
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{1,20})?(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?))?"
    r"(?: ?\([A-Z][^()\n]{1,30}\))?"
    r" ?(?:—|–|--|-|_|:)(?!\w)"
)
# Stands for the division where only the country was told.
_TOLD_LAND = "!"
# Names so near before and behind count as around.
_AROUND = 2

Beside = frozenset[tuple[str, str]]
Key = tuple[str, Beside]


def grouped(
    text: str, found: Sequence[Candidate], context: Sequence[tuple[Candidate, float]] = ()
) -> tuple[list[list[int]], list[Name]]:
    """The numbers in ``found`` of each name's mentions; and the names, in the same order.

    Behind these stand the names of ``context``: what may be names of places, each with its
    probability, and says by its place what the others are.
    """
    keys = _keys(text, found)
    groups: dict[Key, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        groups[key].append(at)
    context = [(one, sure) for one, sure in context if sure >= _LEAST]
    others: dict[Key, list[tuple[Candidate, float]]] = defaultdict(list)
    for one, key in zip(context, _keys(text, [c for c, _ in context]), strict=True):
        if key not in groups:
            others[key].append(one)
    number = {key: at for at, key in enumerate((*groups, *others))}
    rows = [(c, number[key]) for c, key in zip(found, keys, strict=True)]
    rows.extend((c, number[key]) for key, ones in others.items() for c, _ in ones)
    peers, around = _neighbours(text, sorted(rows, key=lambda row: row[0].span))
    members = [[found[at] for at in group] for group in groups.values()]
    members.extend([c for c, _ in ones] for ones in others.values())
    sure = [1.0] * len(groups) + [max(p for _, p in ones) for ones in others.values()]
    apart: dict[str, set[str]] = defaultdict(set)
    for letters, beside in number:
        apart[letters].update(land for land, mark in beside if mark == _TOLD_LAND)
    shut = [_others_lands(apart[letters], beside) for letters, beside in number]
    names = [
        _name(text, group, weight, tuple(sorted(peers[at])), tuple(sorted(around[at])), shut[at])
        for at, (group, weight) in enumerate(zip(members, sure, strict=True))
    ]
    return list(groups.values()), names


def _others_lands(apart: set[str], beside: Beside) -> frozenset[str]:
    """The countries of which the text has set another place of this name apart."""
    own = {land for land, mark in beside if mark == _TOLD_LAND}
    return frozenset(apart - own) if not own else frozenset()


def _keys(text: str, found: Sequence[Candidate]) -> list[Key]:
    """ "Springfield, Missouri, and Springfield, Illinois" are two; any other is the first."""
    told = [(key_of(one.toponym), named_behind(text, one.toponym)) for one in found]
    apart = [_land_told(text, one.toponym) for one in found]
    firsts: dict[str, Beside] = {}
    for key, beside in told:
        if beside:
            firsts.setdefault(key, beside)
    keys = []
    for (key, beside), land in zip(told, apart, strict=True):
        if land is not None:
            keys.append((key, frozenset({(land, _TOLD_LAND)})))
            continue
        first = firsts.get(key, frozenset())
        keys.append((key, beside if beside and not beside & first else first))
    return keys


def _neighbours(
    text: str, rows: Sequence[tuple[Candidate, int]]
) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """For each name those that it stands in a row with, and those around it."""
    peers: dict[int, set[int]] = defaultdict(set)
    around: dict[int, set[int]] = defaultdict(set)
    for at, (one, number) in enumerate(rows):
        for _, second in rows[at + 1 : at + 1 + _AROUND]:
            if second != number:
                around[number].add(second)
                around[second].add(number)
        if at + 1 < len(rows):
            other, second = rows[at + 1]
            between = text[one.span.end : other.span.start]
            in_row = len(between) <= _ROW_CHARS and _ROW.fullmatch(between)
            if in_row and second != number and not named_behind(text, one.toponym):
                peers[number].add(second)
                peers[second].add(number)
    return peers, around


def _name(
    text: str,
    group: Sequence[Candidate],
    weight: float,
    peers: tuple[int, ...],
    around: tuple[int, ...],
    shut: frozenset[str],
) -> Name:
    first = group[0].toponym
    beside = next((b for one in group if (b := named_behind(text, one.toponym))), frozenset())
    if first.kind == "country":
        told = []
    else:
        told = options(first.name, first.kind, first.type_word, group[0].people)
    local = sum(_is_local(text, one.toponym) for one in group) / len(group)
    land = _land_told(text, first)
    if land is not None:
        told = [option for option in told if option.country == land] or told
    told = [option for option in told if option.country not in shut] or told
    behind = Counter(land for one in group for land in _styles_behind(text, one.toponym))
    shares = tuple(sorted((land, n / len(group)) for land, n in behind.items()))
    lines = sum(_is_dateline(text, one.toponym) for one in group) / len(group)
    return Name(
        tuple(told),
        first.kind or "",
        beside,
        weight,
        len(group),
        local,
        lines,
        shares,
        peers,
        around,
    )


def _land_told(text: str, toponym: Toponym) -> str | None:
    """The country of "X, the US state", which sets this X apart from another."""
    state = _STATE_OF.match(text, toponym.span.end)
    if state is None:
        return None
    land = people_of(state.group(1))
    if land is None or land.startswith("="):
        wholes = load_gazetteer().find(state.group(1))
        return next((e.country for e in wholes if e.level == 3 and e.exact), None)
    return land


def _is_local(text: str, toponym: Toponym) -> bool:
    match = _BEHIND.match(text, toponym.span.end)
    return match is not None and match.group(1).lower() in local_words()


def _is_dateline(text: str, toponym: Toponym) -> bool:
    """In capitals, first in its line or sentence, with a dash behind."""
    span = toponym.span
    before = text[max(0, span.start - 2) : span.start].rstrip(" (")
    return (
        span.of(text).isupper()
        and before[-1:] in {"", "\n", "."}
        and _DATELINE.match(text, span.end) is not None
    )


def _styles_behind(text: str, toponym: Toponym) -> tuple[str, ...]:
    """The countries whose institutions are called like what stands behind the name."""
    match = _BEHIND.match(text, toponym.span.end)
    if match is None:
        return ()
    first, second = match.group(1).lower(), (match.group(2) or "").lower()
    return styles_of(f"{first} {second}") or styles_of(first)


def named_behind(text: str, toponym: Toponym) -> Beside:
    """What is right behind a name ("X, Y") as (country, division), "" for a whole country; more
    than one where Y is ambiguous itself."""
    behind = text[toponym.span.end : toponym.span.end + _BESIDE_CHARS]
    match = _BESIDE.match(behind)
    if match is None:
        return frozenset()
    for words in (f"{match.group(1)}{match.group(2) or ''}", match.group(1)):
        wholes = _wholes(words)
        if wholes:
            end = toponym.span.end + match.start(1) + len(words)
            if _is_listed_with(text, toponym, wholes, end):
                return frozenset()
            return frozenset((e.country, e.division) for e in wholes)
    return frozenset()


def _wholes(name: str) -> list[Entry]:
    """The countries and first-level divisions of this very name."""
    found = load_gazetteer().find(spelled_out(name))
    return [e for e in found if e.level in {1, 3} and e.exact]


def _is_listed_with(text: str, toponym: Toponym, behind: Sequence[Entry], end: int) -> bool:
    """ "Oregon, Washington, Idaho and Utah": like stands beside like, and the row goes on."""
    if _GOES_ON.match(text, end) is None:
        return False
    levels = {e.level for e in behind}
    return any(e.level in levels for e in _wholes(toponym.name))


def key_of(toponym: Toponym) -> str:
    """What makes two mentions one name: its letters without an article, and whether a site."""
    people = people_of(toponym.name)
    if people is not None and toponym.kind is None:
        return f"~{people}"
    name = fold_place(toponym.name)
    for article in ("al ", "el ", "the "):
        name = name.removeprefix(article)
    return f"{name}|{toponym.kind or ''}"
