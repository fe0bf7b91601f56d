"""Events: the happenings that an article tells, each with all its wordings."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from accordingto.events.anchors import Anchor, find_anchors, recurring, with_pointers
from accordingto.events.causes import with_causes
from accordingto.events.clauses import later_than, told_when, with_clauses
from accordingto.events.datelines import datelines, lies_in, outside
from accordingto.events.joining import (
    Group,
    Told,
    is_also,
    is_definite,
    is_further,
    is_pointing,
    is_single,
    join,
)
from accordingto.events.lexicon import Kind
from accordingto.events.near import under
from accordingto.events.parties import armed, joined, parties_of, weapons_at
from accordingto.events.realis import realis_of
from accordingto.events.roles import ActorsAt, Roles, roles_of
from accordingto.events.salience import Weighed, early_part, is_central, main_of, weigh
from accordingto.events.selves import Selves
from accordingto.events.setting import (
    agree,
    by_sentence,
    dated,
    finer_first,
    finest,
    hung,
    is_where,
    places_at,
    spot_of,
)
from accordingto.events.voices import content_begins, named, voices_of
from accordingto.events.wordlists import listed
from accordingto.records.article import Article
from accordingto.records.facts import Actor, Event, Party, Place, Realis, Time
from accordingto.records.ids import content_id
from accordingto.records.reading import Reading, Token
from accordingto.records.statement import Relation, Statement

_CLIMB = 3
_STRIKES = frozenset({"airstrike", "bombing", "shelling"})
# What a state's adjective says the state does.
_BY_STATES = frozenset({"ASSAULT", "MOBILIZE", "SANCTION", "COERCE", "TEST", "RETREAT", "THREATEN"})
_WEEK, _FIRST_DAYS = 7, 3
# What follows from an attack, and so says less of it than what it was.
_HARM = frozenset({"killing", "violence", "arson", "destruction"})


def find_events(
    article: Article,
    reading: Reading,
    statements: Sequence[Statement],
    relations: Sequence[Relation],
    actors: Sequence[Actor],
    times: Sequence[Time],
    places: Sequence[Place],
) -> tuple[Event, ...]:
    """The happenings of the spoken segments, in order of their first wording, one of them main."""
    if reading.engine is None:
        return ()
    anchors = find_anchors(reading, statements)
    anchors += recurring(reading, anchors, statements, early_part(article))
    anchors.sort(key=lambda anchor: anchor.head)
    anchors = with_pointers(reading, with_causes(reading, anchors, early_part(article)))
    ordered = sorted(statements, key=content_begins)
    told = _told(article, reading, anchors, ordered, actors, times, places)
    weighed = weigh(article, join(told))
    main = main_of(weighed)
    events = [_event(article, one, ordered, relations, is_main=one is main) for one in weighed]
    return tuple(events)


def _told(
    article: Article,
    reading: Reading,
    anchors: Sequence[Anchor],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    times: Sequence[Time],
    places: Sequence[Place],
) -> list[Told]:
    beside = _Beside(article, reading, anchors, statements, actors, times, places)
    found = [beside.told(number, anchor) for number, anchor in enumerate(anchors)]
    return with_clauses(reading, found)


class _Beside:
    """What stands beside an article's anchors: days, places, weapons, actors."""

    def __init__(
        self,
        article: Article,
        reading: Reading,
        anchors: Sequence[Anchor],
        statements: Sequence[Statement],
        actors: Sequence[Actor],
        times: Sequence[Time],
        places: Sequence[Place],
    ) -> None:
        self._article, self._reading, self._statements = article, reading, statements
        self._days = dated(times)
        self._places = {place.id: place for place in places}
        self._lines = datelines(article.text, reading)
        self._spots = [(s, p) for s, p in places_at(places) if not lies_in(s, self._lines)]
        days = [time.span for time in self._days]
        self._on = hung(reading, days, anchors, statements)
        self._alone = by_sentence(reading, days, self._on, statements)
        self._at = hung(reading, [span for span, _ in self._spots], anchors, statements)
        self._arms = weapons_at(reading)
        self._by = hung(reading, self._arms, anchors, statements)
        self._known = ActorsAt(actors)
        self._selves = Selves(article.text, statements, actors)
        self._firm = frozenset(actor.id for actor in actors if actor.kind != "group")
        self._heads = {anchor.head for anchor in anchors}
        self._early = early_part(article)

    def told(self, number: int, anchor: Anchor) -> Told:
        """What is told of the happening of one anchor."""
        reading, article, selves = self._reading, self._article, self._selves
        roles = roles_of(reading, anchor)
        doers = self._known.named(roles.actors, by_adjective=anchor.kind.type in _BY_STATES)
        own = selves.of(roles.actors) if not doers else ()
        doers = doers or own
        suffering = self._known.named(roles.targets) if anchor.kind.mode != "troops" else ()
        near = sorted(self._on.get(number, ()))
        when = self._days[near[0][1]].value if near else self._then(anchor)
        realis, word = realis_of(reading, anchor.head)
        if realis == "future" and when is not None and _is_gone(when, article.published):
            # "Helped to plan Thursday's raid", in Sunday's paper.
            realis, word = "past", None
        which = self._alone.get(reading.sentence_of(anchor.head).first)
        where = self._where(number)
        long, later = later_than(reading, anchor, self._heads)
        return Told(
            anchor=anchor,
            realis=realis,
            realis_word=word,
            when=when,
            where=where,
            spot=spot_of(where, self._places),
            actors=doers,
            targets=tuple(a for a in suffering if a not in doers),
            # Who denies that he did it tells of what another may have done.
            firm=self._firm.difference(own if selves.denies(anchor.span) else ()),
            denies=selves.denies(anchor.span),
            old=_is_old(when, article.published),
            before=when is None and long,
            after=later,
            early=self._early is not None and self._early.contains(anchor.span),
            definite=is_definite(reading, anchor),
            points=is_pointing(reading, anchor),
            loose=realis != "denied" and _is_loose(anchor, roles),
            further=is_further(reading, roles.targets),
            also=is_also(reading, anchor),
            single=is_single(reading, anchor, roles.targets),
            central=is_central(reading, anchor),
            maybe_when=self._days[which].value if which is not None else None,
            parties=self._parties(number, anchor, roles),
            linked=_linked(reading, anchor, self._heads),
        )

    def _then(self, anchor: Anchor) -> str | None:
        """The time that the anchor's clause tells of."""
        token = told_when(self._reading, anchor)
        days = (day for day in self._days if token is not None and day.span.contains(token.span))
        return next((day.value for day in days), None)

    def _where(self, number: int) -> tuple[str, ...]:
        """The places that hang on an anchor, the finest first."""
        at = [self._spots[which] for _, which in sorted(self._at.get(number, ()))]
        found = dict.fromkeys(place for span, place in at if is_where(self._reading, span))
        return finer_first(found, self._places)

    def _parties(self, number: int, anchor: Anchor, roles: Roles) -> tuple[Party, ...]:
        """Who did it and who suffered it, with whose words say so."""
        arms = [self._arms[which] for _, which in self._by.get(number, ())]
        found = (
            *parties_of(self._reading, anchor, roles, self._known, self._heads),
            *armed(self._reading, anchor, arms, self._known),
        )
        return named(outside(found, self._lines), anchor.span, self._statements)


def _is_loose(anchor: Anchor, roles: Roles) -> bool:
    """Harm of which nobody is said to have done it: "eleven people were wounded"."""
    return anchor.is_verb and not roles.actors and anchor.lemma in listed("hurting")


def _is_gone(when: str, published: str | None) -> bool:
    """Whether a day lies before publication."""
    day = when[:10]
    return published is not None and len(day) == 10 and day < published[:10]


def _is_old(when: str | None, published: str | None) -> bool:
    """Whether a time lies more than a week before publication, as far as its own exactness goes."""
    if when is None or published is None:
        return False
    try:
        printed = date.fromisoformat(published[:10])
        if len(when) >= 10 and when[4] == when[7] == "-":
            return (printed - date.fromisoformat(when[:10])).days > _WEEK
        if len(when) < 7 or when[4] != "-" or not when[5:7].isdigit():
            return int(when[:4]) < printed.year
        months = (printed.year - int(when[:4])) * 12 + printed.month - int(when[5:7])
        # "Last month", but for the first days of the next.
        return months > 1 or (months == 1 and printed.day > _FIRST_DAYS)
    except ValueError:
        # A decade ("197X") or a day that is none: how long ago it is stays open.
        return False


def _linked(reading: Reading, anchor: Anchor, heads: set[int]) -> int | None:
    """The anchor that this one stands under, as "killed" does in "a bombing that killed three"."""
    token = reading.tokens[anchor.head]
    for _ in range(_CLIMB):
        if token.head == token.index:
            return None
        if token.dep == "advcl" and anchor.kind.mode == "clash":
            # "Killed three as police fought protesters".
            return None
        if token.dep == "conj" and anchor.kind.type == "COERCE" and _have_own(reading, token):
            # "Shut down the internet and arrested 40".
            return None
        if token.dep in {"pobj", "pcomp"} and reading.tokens[token.head].lower in listed("apart"):
            # "Robbed a shop before the shooting".
            return None
        aside = token.dep in {"relcl", "acl"}
        token = reading.tokens[token.head]
        if aside and token.index not in heads:
            # "The man who killed three was shot": two deeds.
            return None
        if token.index in heads:
            return token.index
        if token.pos == "VERB":
            return None
    return None


def _have_own(reading: Reading, verb: Token) -> bool:
    """Whether a verb and the one that it is joined to have an object each."""
    return all(any(t.dep == "dobj" for t in under(reading, at)) for at in (verb.index, verb.head))


def _event(
    article: Article,
    weighed: Weighed,
    statements: Sequence[Statement],
    relations: Sequence[Relation],
    *,
    is_main: bool,
) -> Event:
    group = weighed.group
    spans = tuple(told.anchor.span for told in group.told)
    voiced = [(told.anchor.span, told.realis) for told in group.told]
    asserted, denied = voices_of(voiced, statements, relations)
    kind = _kind(group)
    first = group.told[0].anchor
    realis = _realis(group, all_denied=not asserted)
    shown = [
        f"'{t.realis_word}' tells it as {realis}"
        for t in group.told
        if t.realis == realis and t.realis_word
    ]
    return Event(
        id=content_id("e", article.sha256, first.span, kind.type),
        type=kind.type,
        mode=kind.mode,
        anchor_spans=spans,
        realis=realis,
        main=is_main,
        when=_when(group),
        where=_where(group),
        actors=_named([told.actors for told in _doing(group)]),
        targets=_named([told.targets for told in group.told]),
        parties=joined(article.text, _parties(group)),
        asserted_by=asserted,
        denied_by=denied,
        score=weighed.score,
        reasons=(first.reason, *group.reasons, *weighed.reasons, *shown[:1]),
    )


def _doing(group: Group) -> Sequence[Told]:
    """The wordings that say who did it: who denies that he did is not meant by the others."""
    real = [told for told in group.told if told.realis != "denied" and not told.denies]
    return real or group.told


def _parties(group: Group) -> list[Sequence[Party]]:
    doing = _doing(group)
    return [
        told.parties if told in doing else [p for p in told.parties if p.role != "actor"]
        for told in group.told
    ]


def _kind(group: Group) -> Kind:
    votes = Counter(told.anchor.kind for told in group.told if told.anchor.strong)
    every = Counter(told.anchor.kind for told in group.told)
    struck = Counter({kind: n for kind, n in every.items() if kind.mode in _STRIKES})
    if struck and all(kind.mode in _HARM | {"attack"} for kind in votes):
        # "A drone strike set fire to a depot".
        return struck.most_common(1)[0][0]
    votes = votes or every
    causes = Counter({kind: n for kind, n in votes.items() if kind.mode not in _HARM})
    votes = causes or votes
    return votes.most_common(1)[0][0]


def _realis(group: Group, *, all_denied: bool) -> Realis:
    if all_denied:
        return "denied"
    told = [one.realis for one in group.told]
    for surest in ("past", "ongoing", "future"):
        if surest in told:
            return surest
    return Counter(told).most_common(1)[0][0]


def _when(group: Group) -> str | None:
    values = [told.when for told in group.told if told.when is not None]
    # Where no time hangs on any wording, one that stands alone in a wording's sentence.
    likely = [told for told in group.told if told.early or not group.early]
    values = values or [told.maybe_when for told in likely if told.maybe_when is not None]
    if not values:
        return None
    votes = [sum(agree(value, other) for other in values) for value in values]
    chosen = values[votes.index(max(votes))]
    return finest(value for value in values if agree(value, chosen))


def _where(group: Group) -> str | None:
    votes = Counter(place for told in group.told for place in told.where[:1])
    return votes.most_common(1)[0][0] if votes else None


def _named(lists: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for names in lists for actor in names))
