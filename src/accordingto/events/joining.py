"""Several wordings of one happening: anchors joined where nothing speaks against it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from accordingto.events.anchors import Anchor
from accordingto.events.near import under
from accordingto.events.setting import agree, far, near_days
from accordingto.events.wordlists import listed
from accordingto.records.facts import Party, Realis
from accordingto.records.reading import Reading, Token

_WIDE = frozenset({"attack"})
# How much likelier a wording without a time of its own means what the article begins with.
_MAIN = 0.3
# How much less likely what was done and what is only threatened are one, and the least weight.
_UNLIKE, _LITTLE = 0.5, 0.01
# How many words back "that attack" may point, and how much likelier that is than what is far.
_JUST_TOLD, _NEXT = 40, 0.4
# How many groups are looked at: the first of the article, and the last before an anchor.
_FIRST, _LAST = 30, 30
# The most reasons that one event carries, and the most places that others are held against.
_REASONS, _SPOTS = 12, 12
_UNREAL = frozenset({"future", "hypothetical"})
# Modes that leave people wounded.
_BLOODY = frozenset({"airstrike", "bombing", "shelling", "attack", "shooting", "killing", "clash"})
_FURTHER = frozenset({"more", "another", "further"})
_POINTING = frozenset({"this", "that", "these", "those"})
# What is done to each by himself.
_EACH = frozenset({"COERCE", "LEGAL"})
# Modes that are often two sides of one attack.
_TOGETHER = (
    frozenset({"airstrike", "bombing", "shelling", "attack", "killing"}),
    frozenset({"shooting", "killing", "attack", "clash"}),
    frozenset({"violence", "attack", "clash"}),
    frozenset({"poisoning", "attack", "killing"}),
    frozenset({"abduction", "attack"}),
    frozenset({"arson", "attack", "destruction"}),
    frozenset({"arson", "airstrike", "shelling", "bombing"}),
    frozenset({"disaster", "displacement"}),
    frozenset({"disaster", "fire"}),
)


@dataclass(frozen=True)
class Told:
    """An anchor with what its sentence says of it."""

    anchor: Anchor
    realis: Realis
    realis_word: str | None
    when: str | None
    where: tuple[str, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    firm: frozenset[str]
    old: bool
    early: bool
    definite: bool
    points: bool = False
    loose: bool = False
    further: bool = False
    also: bool = False
    before: bool = False
    after: int | None = None
    single: bool | None = None
    denies: bool = False
    central: bool = False
    maybe_when: str | None = None
    parties: tuple[Party, ...] = ()
    linked: int | None = None
    spot: tuple[float, float] | None = None


@dataclass
class Group:
    """Anchors taken for one happening, with what their sentences say taken together."""

    told: list[Told] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    firm_actors: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    spots: set[tuple[float, float]] = field(default_factory=set)
    whens: set[str] = field(default_factory=set)
    links: set[int] = field(default_factory=set)
    last: int = -1
    early: bool = False
    singles: set[bool] = field(default_factory=set)
    old: bool = False
    before: bool = False
    real: bool = False

    def add(self, told: Told, reason: str | None = None) -> None:
        """One more anchor."""
        self.told.append(told)
        self.last = max(self.last, told.anchor.head)
        self.types.add(told.anchor.kind.type)
        self.modes.add(told.anchor.kind.mode)
        self.lemmas.add(told.anchor.lemma)
        self.targets.update(told.targets)
        self.actors.update(told.actors)
        # "Nine people" and "the victims" may be the same; "Norvane" and "Merenia" are not.
        self.firm_actors.update(told.firm & set(told.actors))
        self.places.update(told.where)
        self.spots.update([told.spot] if told.spot and len(self.spots) < _SPOTS else [])
        self.whens.update([told.when] if told.when else [])
        self.links.update([told.linked] if told.linked is not None else [])
        self.singles.update([told.single] if told.single is not None else [])
        self.early |= told.early
        self.old |= told.old
        self.before |= told.before
        self.real |= told.realis not in _UNREAL
        self.explain(reason)

    def take(self, other: "Group", reason: str) -> None:
        """All of another group."""
        for told in other.told:
            self.add(told)
        for one in (*other.reasons, reason):
            self.explain(one)

    def explain(self, reason: str | None) -> None:
        if reason is not None and reason not in self.reasons and len(self.reasons) < _REASONS:
            self.reasons.append(reason)


def is_pointing(reading: Reading, anchor: Anchor) -> bool:
    """Whether a noun points at what was told just before: "that attack"."""
    below = under(reading, anchor.head)
    return not anchor.is_verb and any(t.dep == "det" and t.lower in _POINTING for t in below)


def is_definite(reading: Reading, anchor: Anchor) -> bool:
    """Whether a noun points at something known: "the attack", "this bombing", "her arrest"."""
    if anchor.is_verb:
        return False
    below = under(reading, anchor.head)
    return any(t.lower in listed("definite") and t.dep in {"det", "poss"} for t in below)


def is_further(reading: Reading, targets: Sequence[Token]) -> bool:
    """Whether those it is done to come on top of others: "two more people", "another soldier"."""
    below = (t for target in targets for t in under(reading, target.index))
    return any(t.lower in _FURTHER and t.dep in {"amod", "det", "nummod", "advmod"} for t in below)


def is_also(reading: Reading, anchor: Anchor) -> bool:
    """ "The deputy was also killed": by what was told before."""
    harms = anchor.is_verb and anchor.kind.mode in {"killing", "violence"}
    return harms and any(t.lower == "also" for t in under(reading, anchor.head))


def is_single(reading: Reading, anchor: Anchor, targets: Sequence[Token]) -> bool | None:
    """Of what is done to one or to many at law whether it is one; ``None`` where it stays open."""
    if anchor.kind.type not in _EACH or len(targets) != 1:
        return None
    token = targets[0]
    if any(t.dep == "nummod" and t.lower not in {"one", "1"} for t in under(reading, token.index)):
        return False
    return True if token.tag in {"NN", "NNP"} and token.ent != "ORG" else None


def join(told: Sequence[Told]) -> list[Group]:
    """Groups of anchors that name one happening, in order of their first anchors."""
    groups: list[Group] = []
    of: dict[int, Group] = {}
    for one in told:
        group, reason = _home(one, groups, of)
        if group is None:
            group = Group()
            groups.append(group)
        group.add(one, reason)
        of[one.anchor.head] = group
    return _together(groups)


def _together(groups: Sequence[Group]) -> list[Group]:
    """Groups that are one happening after all: what stands at the beginning of an article is told
    again in other words further down."""
    kept: list[Group] = []
    early: list[Group] = []
    for group in groups:
        home = next((other for other in early if _one(other, group)), None)
        if home is not None:
            lemma = group.told[0].anchor.lemma
            home.take(group, f"'{lemma}' may name what the article is about")
            continue
        kept.append(group)
        if group.early and len(early) < _FIRST:
            early.append(group)
    for group in kept:
        group.told.sort(key=lambda told: told.anchor.span)
    return kept


def _one(first: Group, other: Group) -> bool:
    if not first.types & other.types:
        return False
    related = bool(first.modes & other.modes) or any(
        first.modes & t and other.modes & t for t in _TOGETHER
    )
    pointed = other.early or any(told.definite for told in other.told)
    return related and pointed and not any(_conflict(told, first) for told in other.told)


def _home(
    one: Told, groups: Sequence[Group], of: dict[int, Group]
) -> tuple[Group | None, str | None]:
    linked = of.get(one.linked) if one.linked is not None else None
    near = [*groups[:_FIRST], *groups[max(_FIRST, len(groups) - _LAST) :]]
    linked = linked or next((g for g in near if one.anchor.head in g.links), None)
    if linked is not None and one.anchor.kind.type in linked.types:
        return linked, f"'{one.anchor.lemma}' stands in one clause with its cause"
    best: tuple[float, int, Group, str] | None = None
    for at, group in enumerate(near):
        weight, reason = _fit(one, group)
        if weight > 0 and group.real != (one.realis not in _UNREAL):
            # "The murder" points at what was done rather than at what was threatened.
            weight = max(weight - _UNLIKE, _LITTLE)
        if weight > 0 and group.early and one.when is None:
            weight += _MAIN
        if weight > 0 and one.points and one.anchor.head - group.last < _JUST_TOLD:
            # "Denied responsibility for that attack": the one told just before.
            weight += _NEXT
        if weight > 0 and (best is None or (weight, at) >= best[:2]):
            best = (weight, at, group, reason)
    return (best[2], best[3]) if best is not None else (None, None)


def _fit(one: Told, group: Group) -> tuple[float, str]:
    """How well an anchor fits a group (0: not at all), and why."""
    kind, lemma = one.anchor.kind, one.anchor.lemma
    if kind.type not in group.types or _conflict(one, group):
        return 0.0, ""
    shared = _shared(one, group)
    general = lemma in listed("general") or kind.mode in _WIDE
    two = not shared and not one.also and _apart(one, one.targets, group.targets)
    if lemma in group.lemmas:
        return 2.0 + shared, f"'{lemma}' again"
    if kind.mode in group.modes:
        return 1.0 + shared, f"another word for {kind.mode}"
    if two:
        # "The bombing of the embassies" is not the beheading of Lum.
        return 0.0, ""
    if general and one.definite:
        return 0.8 + shared, f"'{lemma}' points back"
    if shared >= 1 and (general or group.modes & _WIDE):
        return 0.5 + shared, "the same ones in it"
    if _one_attack(kind.mode, group.modes) and (one.definite or shared >= 0.5):
        return 0.4 + shared, f"'{lemma}' may name the same"
    if one.loose and group.modes & _BLOODY and one.anchor.head - group.last < _JUST_TOLD:
        return 0.3 + shared, f"'{lemma}' tells what it did"
    return 0.0, ""


def _one_attack(mode: str, modes: set[str]) -> bool:
    """Whether two ways of violence may be one attack seen from two sides."""
    return any(mode in together and modes & together for together in _TOGETHER)


def _shared(one: Told, group: Group) -> float:
    score = 1.0 * bool(group.targets & set(one.targets))
    score += 0.5 * bool(group.actors & set(one.actors)) + 0.5 * bool(group.places & set(one.where))
    return score + 0.5 * (one.when is not None and any(agree(one.when, w) for w in group.whens))


def _conflict(one: Told, group: Group) -> bool:
    """Whether time, named participants or how real it is told to be speak against it."""
    if one.when is not None and any(not near_days(one.when, when) for when in group.whens):
        return True
    if not group.whens and one.old and group.early:
        return True
    if one.after is not None and any(told.anchor.head == one.after for told in group.told):
        return True
    if one.before and not group.before and (group.early or (group.whens and not group.old)):
        # "Came a week after nine were killed".
        return True
    if one.further and _elsewhere(one, group):
        return True
    if group.before and not one.before and not one.definite:
        return True
    if one.when is None and one.early and group.old and one.realis != "denied":
        return True
    if one.single is not None and {True, False} == {one.single, *group.singles}:
        # "The arrest of the mayor" and "detained 40 people" are two.
        return True
    same_targets = bool(group.targets & set(one.targets))
    if one.spot is not None and group.spots and all(far(one.spot, at) for at in group.spots):
        # "A strike in Nyala killed 30; shells killed 12 in Omdurman".
        return True
    pointed = one.definite or (one.also and one.anchor.head - group.last < _JUST_TOLD)
    if not pointed and not same_targets and _apart(one, one.targets, group.targets):
        return True
    is_denied = one.realis == "denied"
    mutual = one.anchor.kind.mode == "clash" and "clash" in group.modes
    if not (is_denied or same_targets or mutual) and _apart(one, one.actors, group.firm_actors):
        return True
    return group.real != (one.realis not in _UNREAL) and not one.definite


def _elsewhere(one: Told, group: Group) -> bool:
    """Whether a wording tells of another day or town than a group: "two more died on Monday"."""
    other_day = one.when is not None and not any(agree(one.when, when) for when in group.whens)
    other_town = one.spot is not None and one.spot not in group.spots
    return (other_day and bool(group.whens)) or (other_town and bool(group.spots))


def _apart(one: Told, mine: tuple[str, ...], theirs: set[str]) -> bool:
    named = one.firm & set(mine)
    return bool(named and theirs and not named & theirs)
