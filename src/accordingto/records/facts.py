"""Actors, figures, times, places, events and labels, each pointing at its words."""

from typing import Literal

import msgspec

from accordingto.records.span import Span

ActorKind = Literal[
    "person", "government", "organisation", "armed_group", "media", "group", "place_as_actor"
]

What = Literal[
    "killed",
    "injured",
    "killed_and_injured",
    "missing",
    "abducted",
    "freed",
    "arrested",
    "displaced",
    "affected",
    "participants",
    "troops",
    "attackers",
    "aircraft",
    "vehicles",
    "weapons",
    "ships",
    "money",
    "quantity",
    "percent",
    "votes",
    "distance",
    "count",
]

Population = Literal[
    "civilians",
    "combatants",
    "police",
    "attackers",
    "children",
    "women",
    "men",
    "journalists",
    "medics",
    "aid_workers",
    "detainees",
]

Bound = Literal["exact", "about", "at_least", "at_most"]
Trend = Literal["up", "down"]
QuantityKind = Literal["duration", "age", "fraction", "measure", "count"]

PlaceKind = Literal["site", "city", "region", "country", "area"]

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "ACCIDENT",
    "LEGAL",
    "TRADE",
    "TEST",
    "OTHER",
]


Realis = Literal["past", "ongoing", "future", "hypothetical", "denied"]


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One who speaks, relays, acts or suffers, with every mention found.

    That the mentions are of one actor is a judgement: ``score`` and ``reasons`` cover it.
    ``name`` is the fullest name in the text, ``aliases`` its other names there, ``role`` a title
    or function in the text's words, ``member_of`` the id of the body it belongs to.
    """

    id: str
    kind: ActorKind
    name: str
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    role: str | None = None
    member_of: str | None = None
    score: float = 1.0
    reasons: tuple[str, ...] = ()


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number of people, things or money. ``span`` is the number with hedge, currency and unit.

    ``low`` and ``high`` are bounds as worded: "at least 90" is value 90, low 90, high null.
    ``bound`` is how it is hedged, ``trend`` whether the words say that it rose or fell,
    ``changed_from`` the figure before a change ("from 500 to 4,000").
    ``statement`` is the innermost statement that holds it, null for the outlet's own voice.
    ``population`` says who those counted are, where the words do; ``attacker_counted`` whether one
    who did it is among them; ``as_of`` the time (TIMEX value) at which the number held;
    ``same_as``, for a figure of the headline or standfirst, the body's figure that it repeats.
    """

    id: str
    span: Span
    what: What
    value: float | int | None = None
    low: float | int | None = None
    high: float | int | None = None
    unit: str | None = None
    bound: Bound = "exact"
    trend: Trend | None = None
    changed_from: str | None = None
    statement: str | None = None
    about_event: str | None = None
    population: tuple[Population, ...] = ()
    attacker_counted: bool | None = None
    as_of: str | None = None
    same_as: str | None = None
    score: float = 1.0
    reasons: tuple[str, ...] = ()


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """Any other number in the text: a length of time, an age, a fraction, a measure, a count that
    no event hangs on. Its fields are as in Figure; ``changed_from`` may be a figure's id too."""

    id: str
    span: Span
    kind: QuantityKind
    value: float | int | None = None
    low: float | int | None = None
    high: float | int | None = None
    unit: str | None = None
    bound: Bound = "exact"
    trend: Trend | None = None
    changed_from: str | None = None
    statement: str | None = None
    score: float = 1.0
    reasons: tuple[str, ...] = ()


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """How many the text as a whole says were killed or injured, people told of one by one included.
    A judgement: ``score`` is its probability, ``others`` are the next likely numbers, ``spans`` the
    words that tell of victims. ``pairs`` are numbers of killed and injured taken together,
    likeliest first, the same in the tolls of both kinds."""

    what: Literal["killed", "injured"]
    value: int
    spans: tuple[Span, ...]
    others: tuple["TollOption", ...] = ()
    pairs: tuple["TollPair", ...] = ()
    score: float = 1.0
    reasons: tuple[str, ...] = ()


class TollOption(msgspec.Struct, frozen=True, kw_only=True):
    """Another number that the text allows, with its probability; 0 is nobody."""

    value: int
    score: float


class TollPair(msgspec.Struct, frozen=True, kw_only=True):
    """A number of killed and one of injured that the text allows together, with their
    probability; 0 is nobody."""

    killed: int
    injured: int
    score: float


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression and its TIMEX3 value, in the granularity that the words have."""

    span: Span
    value: str
    type: TimeType = "DATE"
    score: float = 1.0
    reasons: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place by name. ``country`` is ISO 3166-1 alpha-2; ``lat`` and ``lon`` are degrees (WGS 84);
    ``gid`` is the GeoNames id. All are null where the place was not resolved. ``metonymic`` is true
    where the name is there but no place is meant: a government ("Tehran said"), a people or
    adjective ("Iraqi"), part of a longer name. Such mentions are records of their own."""

    id: str
    name: str
    kind: PlaceKind
    mentions: tuple[Span, ...]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    gid: int | None = None
    metonymic: bool = False
    score: float = 1.0
    reasons: tuple[str, ...] = ()


PartyRole = Literal["actor", "target", "instrument", "accused"]
PartyKind = Literal["people", "body", "thing", "other"]


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name who does an event (``actor``), who or what suffers it (``target``), with
    what it is done (``instrument``), or who is held responsible for it (``accused``). ``kind`` is
    what they name: people, a body of people, a thing.
    ``actor`` is the actor's id, where they name one. ``named_by`` says in whose words they take
    part: statement ids, or ``narrator`` for the outlet's own voice."""

    role: PartyRole
    span: Span
    kind: PartyKind
    actor: str | None = None
    named_by: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A happening that statements and figures hang on; speech is none.

    ``anchor_spans`` are all the wordings that name it: that they mean one happening is a judgement,
    as are its PLOVER ``type`` and ``mode`` (a finer name: ``bombing``, ``arrest``). ``when`` is a
    TIMEX value, ``where`` a place's id. ``actors`` did it, ``targets`` suffered it (actor ids).
    ``asserted_by`` and ``denied_by`` hold statement ids, or ``narrator`` for the outlet's own
    voice. ``realis`` is how it is told: as done, going on, to come, only possible, or as not so.
    ``main`` marks the one event that the article is about. ``parties`` are the words that name who
    takes part and with what, actors of their own or not.
    """

    id: str
    type: EventType
    anchor_spans: tuple[Span, ...]
    mode: str | None = None
    realis: Realis = "past"
    main: bool = False
    when: str | None = None
    where: str | None = None
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    asserted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    score: float = 1.0
    reasons: tuple[str, ...] = ()


Scheme = Literal["plover", "police"]


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """How a sentence would be coded in a ``scheme`` of event data, by a trained model: ``score`` is
    its probability."""

    span: Span
    scheme: Scheme
    code: str
    score: float = 1.0
    reasons: tuple[str, ...] = ()


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase that characterises an actor; ``by`` is an actor id or ``outlet``."""

    actor: str
    label_span: Span
    by: str
    score: float = 1.0
    reasons: tuple[str, ...] = ()
