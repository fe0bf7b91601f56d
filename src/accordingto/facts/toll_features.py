"""What a text tells for and against each number of killed and of injured, and of both together."""

from collections import Counter
from itertools import pairwise
from typing import Literal

from accordingto.facts.figurewords import figure_words
from accordingto.facts.persons import People
from accordingto.facts.toll_evidence import HEAD, Counts, Evidence
from accordingto.facts.toll_numbers import LEAD

TollKind = Literal["killed", "injured"]
Features = dict[str, float]
# What texts tell of beside the groups of telling words.
_TOLD = ("unhurt", "himself", "murder-suicide", "several")
# Numbers that are weighed though nothing names them.
_ALWAYS = (0, 1, 2)
# More numbers than this, of one kind, no report of one incident gives.
_CANDIDATES = 16
# Sums of several numbers above this are left alone.
_SUMS = 50
# Numbers this close in the text are members of one list: "four adults and two children".
_LIST_CHARS = 30
# A number of killed and one of injured this close belong together.
_PAIR_CHARS = 90


def candidates(told: Evidence, kind: TollKind) -> list[int]:
    """The numbers worth weighing, those that are named first in the text before others."""
    people = told.people
    other: TollKind = "injured" if kind == "killed" else "killed"
    own = told.numbers(kind)
    found = [*_ALWAYS, people.of(kind), people.distinct(kind), people.of(kind) + people.hit]
    found += [people.distinct(kind) + people.distinct("hit")]
    if kind == "injured":
        found += [n + more for n in told.others[:2] for more in (0, people.injured)]
    found += [n for n, _ in own]
    found += sorted(_sums(own))
    found += [n for n in told.lists[kind] if n <= _SUMS]
    found += [n + people.of(kind) for n, _ in own[:3]]
    found += [n for n in people.sums(kind) if n <= _SUMS]
    found += [n for n in told.lists["hit"] if n <= _SUMS]
    if kind == "killed":
        found += [people.killed - people.attackers_killed, told.least.nth]
        found += _with_attacker(told)
    found += [n for n, _ in told.hit]
    others = [n for n, _ in told.numbers(other)] + [1, people.of(other)]
    found += [n - m for n, _ in told.hit for m in others if m < n]
    found += [n - m for n in _leasts(told) for m in (0, *others[:2]) if m < n]
    return sorted(list(dict.fromkeys(found))[:_CANDIDATES])


def _is_by_own_hand(told: Evidence) -> bool:
    return "himself" in told.levels or "murder-suicide" in told.levels


def _with_attacker(told: Evidence) -> list[int]:
    """One more than were counted or listed, where somebody did it to himself."""
    if not _is_by_own_hand(told):
        return []
    counted = [*(n for n, _ in told.killed[:3]), *told.lists["killed"][:2], *told.lists["hit"][:1]]
    return [n + 1 for n in dict.fromkeys(counted) if n < _SUMS] or [2]


def _leasts(told: Evidence) -> list[int]:
    least = told.least
    found = (least.total, least.aged, least.listed, least.ordinal)
    return [n for n in dict.fromkeys(found) if n > 1]


def _sums(values: Counts) -> set[int]:
    """What numbers of one list come to together."""
    return {
        one + other for (one, at), (other, then) in pairwise(values) if then - at <= _LIST_CHARS
    }


def features_of(kind: TollKind, told: Evidence, k: int) -> Features:
    """Of one number of one kind."""
    size, some = min(k, 4), min(k, 2)
    people, own = told.people, told.numbers(kind)
    found: Features = {
        f"k={size}": 1.0,
        f"k={size}|people={min(people.of(kind), 4)}": 1.0,
        f"k={size}|distinct={min(people.distinct(kind), 4)}": 1.0,
        f"k={size}|hit={min(people.hit, 3)}": 1.0,
        f"k={size}|sure={min(people.sure(kind), 4)}": 1.0,
        f"k={some}|own={min(len(own), 2)}": 1.0,
        f"people right|{some}": float(k == people.of(kind)),
        f"distinct right|{some}": float(k == people.distinct(kind)),
        f"sure right|{some}": float(k == people.sure(kind)),
        f"with hit right|{some}": float(k == people.of(kind) + people.hit),
    }
    for name, total in zip(("all", "first", "greatest"), people.sums(kind), strict=True):
        found[f"sum {name}|{some}"] = float(k == total)
    groups = people.groups(kind)
    if groups:
        found[f"first group|{some}"] = float(k == groups[0])
        found[f"greatest group|{some}"] = float(k == max(groups))
        found[f"below groups|{some}"] = float(k < min(groups))
        found[f"below first|{some}"] = float(k < groups[0])
    lists = told.lists[kind]
    if lists:
        found[f"list total|{some}"] = float(k in lists)
        found[f"largest list|{some}"] = float(k == max(lists))
        found[f"below lists|{some}"] = float(k < max(lists))
    if kind == "killed" and told.least.nth:
        found["nth"] = float(k == told.least.nth)
        found["below nth"] = float(k < told.least.nth)
    hit = told.lists["hit"]
    if hit:
        found[f"hit list|{some}"] = float(k in hit)
        found[f"below hit list|{some}"] = float(k < max(hit))
    if own:
        found["figure and people"] = float(any(k == n + people.of(kind) for n, _ in own[:3]))
    lead = told.lead
    if not told.short:
        found |= {
            f"k={size}|lead={min(lead.of(kind), 4)}": 1.0,
            f"k={size}|lead sure={min(lead.sure(kind), 4)}": 1.0,
            f"lead right|{some}": float(k == lead.of(kind)),
            f"lead sure right|{some}": float(k == lead.sure(kind)),
            f"lead groups right|{some}": float(k in lead.groups(kind)),
        }
    if kind == "killed" and told.stated:
        found["stated"] = float(k == told.stated[-1])
        found["not stated"] = float(k not in told.stated)
    if kind == "killed" and people.attackers_killed:
        found[f"less attackers|{some}"] = float(k == people.killed - people.attackers_killed)
    if kind == "killed" and _is_by_own_hand(told):
        found[f"own hand k={size}"] = 1.0
        found[f"and attacker|{some}"] = float(k in _with_attacker(told))
        found[f"first and attacker|{some}"] = float(k in _with_attacker(told)[:1])
    for group in (*figure_words()["telling"], *_TOLD):
        found[f"k={some}|{group}={told.levels.get(group, 0)}"] = 1.0
    if own:
        found |= _of_figures(own, k, some)
        if told.levels.get("several", 0) > 1:
            found[f"several: largest figure|{some}"] = float(max(n for n, _ in own) == k)
            found[f"several: less than largest|{some}"] = float(k < max(n for n, _ in own))
    return _weighed(told, found)


def _weighed(told: Evidence, found: Features) -> Features:
    """Those that hold. In a short text only what its numbers and people come to tells, with
    weights of its own; what is usual in long reports does not bear on it."""
    if told.short:
        found = {f"short {k}": v for k, v in found.items() if not k.startswith(("k=", "sure="))}
    return {name: value for name, value in found.items() if value}


def _of_figures(own: Counts, k: int, some: int) -> Features:
    values = Counter(n for n, _ in own)
    first, at = own[0]
    return {
        f"any figure|{some}": float(k in values),
        f"no figure|{some}": float(k not in values),
        f"first figure|{some}": float(first == k),
        f"last figure|{some}": float(own[-1][0] == k),
        f"largest figure|{some}": float(max(values) == k),
        f"less than largest|{some}": float(k < max(values)),
        f"more than largest|{some}": float(k > max(values)),
        f"headline figure|{some}": float(any(n == k and a < HEAD for n, a in own)),
        f"early figure|{some}": float(any(n == k and a < LEAD for n, a in own)),
        f"first and early|{some}": float(first == k and at < LEAD),
        "list sum": float(k in _sums(own)),
        "common figure": float(values.most_common(1)[0][0] == k),
        "share": values[k] / len(own),
    }


def features_of_both(told: Evidence, killed: int, injured: int) -> Features:
    """Of a number of killed and one of injured taken together."""
    people, total = told.people, killed + injured
    single = people.killed + people.injured + people.hit
    every = people.sums("killed")[0] + people.sums("injured")[0] + people.hit
    first = people.sums("killed")[1] + people.sums("injured")[1] + people.hit
    found: Features = {
        f"k={min(killed, 2)} i={min(injured, 3)}": 1.0,
        f"people right|{min(total, 2)}": float(
            killed == people.killed and injured == people.injured + people.hit
        ),
        f"all single|{min(total, 3)}": float(total == single),
        f"all people|{min(total, 3)}": float(total == every),
        f"first people|{min(total, 3)}": float(total == first),
        f"more than all people|{min(total, 2)}": float(total > every),
        f"less than all people|{min(total, 2)}": float(total < every),
        "nobody": float(total == 0),
    }
    hit_lists = told.lists["hit"]
    if hit_lists:
        found |= {
            "hit list in all": float(total in hit_lists),
            "hit list beside": float(killed > 0 and total - people.killed in hit_lists),
            "below hit lists": float(total < max(hit_lists)),
        }
    found |= _of_least(told, total)
    found |= _of_lead(told, killed, injured)
    found |= _of_those_apart("", people, killed, injured)
    hits = [n for n, _ in told.hit]
    if hits:
        found |= {
            f"first total|{min(total, 2)}": float(hits[0] == total),
            f"any total|{min(total, 2)}": float(total in hits),
            f"largest total|{min(total, 2)}": float(max(hits) == total),
            "more than totals": float(total > max(hits)),
            "total and hit": float(people.hit > 0 and total == hits[0] + people.hit),
            "less than totals": float(total < min(hits)),
            "headline total": float(any(n == total and at < HEAD for n, at in told.hit)),
            "total injured": float(injured in hits and injured > 1),
            "total killed": float(killed in hits and killed > 1),
        }
    if told.others:
        first, hurt = told.others[0], people.injured
        found |= {
            f"others|{min(killed, 1)}": float(injured == first),
            f"any others|{min(killed, 1)}": float(injured in told.others),
            "others and hurt": float(hurt > 0 and injured == first + hurt),
            f"fewer than others|{min(killed, 1)}": float(injured < min(told.others)),
        }
    pairs = _pairs(told)
    if pairs:
        found["first pair"] = float(pairs[0] == (killed, injured))
        found["any pair"] = float((killed, injured) in pairs)
        found["no pair"] = float((killed, injured) not in pairs)
    return _weighed(told, found)


def _of_those_apart(where: str, people: People, killed: int, injured: int) -> Features:
    """How both fit those of whom no two can be one."""
    apart, total = people.sure_killed + people.sure_hurt, killed + injured
    if apart < 2:
        return {}
    return {
        f"{where}apart right|{min(apart, 4)}": float(total == apart),
        f"less than {where}apart|{min(apart, 4)}": float(total < apart),
        f"more than {where}apart|{min(apart, 4)}": float(total > apart),
        f"{where}apart pair|{min(killed, 2)}{min(injured, 2)}": float(
            (killed, injured) == (people.sure_killed, people.sure_hurt)
        ),
    }


def _of_lead(told: Evidence, killed: int, injured: int) -> Features:
    """How both fit those whom the opening tells of one by one."""
    if told.short:
        return {}
    lead, total = told.lead, killed + injured
    single = lead.killed + lead.injured + lead.hit
    found = _of_those_apart("lead ", lead, killed, injured)
    if single:
        found |= {
            f"lead single right|{min(single, 3)}": float(total == single),
            f"less than lead single|{min(single, 3)}": float(total < single),
            f"more than lead single|{min(single, 3)}": float(total > single),
            f"lead people right|{min(total, 2)}": float(
                killed == lead.killed and injured == lead.injured + lead.hit
            ),
        }
    return found


def _of_least(told: Evidence, total: int) -> Features:
    """How all together fit what the text surely tells apart."""
    found: Features = {}
    numbers = (
        ("ordinal", told.least.ordinal),
        ("aged", told.least.aged),
        ("listed", told.least.listed),
        ("further", told.least.further),
        ("both", 2 if told.least.both else 0),
    )
    for name, n in numbers:
        if n > 1:
            found[f"{name} right|{min(n, 3)}"] = float(total == n)
            found[f"less than {name}|{min(n, 3)}"] = float(total < n)
    sure = told.least.total
    found[f"sure={min(sure, 4)} total={min(total, 4)}"] = 1.0
    if sure > 1:
        found[f"sure right|{min(sure, 4)}"] = float(total == sure)
        found["below sure"] = float(total < sure)
    return found


def _pairs(told: Evidence) -> list[tuple[int, int]]:
    """ "One killed, three injured", "five shot, two of them fatally": numbers side by side."""
    every = sorted(
        (at, n, kind) for kind in ("killed", "injured", "hit") for n, at in told.numbers(kind)
    )
    found = []
    for (at, n, kind), (then, m, other) in pairwise(every):
        if then - at > _PAIR_CHARS:
            continue
        if (kind, other) == ("hit", "killed") and n > m:
            found.append((m, n - m))
        elif {kind, other} == {"killed", "injured"}:
            found.append((n, m) if kind == "killed" else (m, n))
    return found
