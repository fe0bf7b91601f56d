"""Which name a noun for a body means: "the company", "rebels" before the text names them."""

from collections.abc import Sequence

from accordingto.actors.countries import country_of_people
from accordingto.actors.fold import is_acronym, parts
from accordingto.actors.group import Grouping
from accordingto.actors.kinds import known
from accordingto.actors.mention import Mention
from accordingto.actors.votes import group_kind
from accordingto.actors.wordlists import words
from accordingto.records.facts import ActorKind

# How far back a description reaches for a name, in characters: a few paragraphs.
_REACH = 1500
BODY_KINDS: dict[str, tuple[ActorKind, ...]] = {
    "group": ("armed_group", "organisation"),
    "militia": ("armed_group",),
    "militant": ("armed_group",),
    "rebel": ("armed_group",),
    "insurgent": ("armed_group",),
    "organisation": ("organisation", "armed_group"),
    "organization": ("organisation", "armed_group"),
    "movement": ("organisation", "armed_group"),
    "company": ("organisation",),
    "utility": ("organisation",),
    "brokerage": ("organisation",),
    "retailer": ("organisation",),
    "carmaker": ("organisation",),
    "airline": ("organisation",),
    "lender": ("organisation",),
    "insurer": ("organisation",),
    "firm": ("organisation",),
    "charity": ("organisation",),
    "alliance": ("organisation",),
    "party": ("organisation",),
    "newspaper": ("media",),
    "paper": ("media",),
    "daily": ("media",),
    "broadcaster": ("media",),
    "outlet": ("media",),
    "channel": ("media",),
    "television": ("media",),
    "radio": ("media",),
}
_ALLIED = frozenset({"alliance", "coalition", "pact", "bloc", "axis", "front", "nato"})
# What is named this many times as often as another is what "the alliance" means.
_OFTEN = 4
_FIRMS = frozenset(
    {"company", "firm", "utility", "brokerage", "retailer", "carmaker", "airline", "lender",
     "insurer"}
)  # fmt: skip
# Words in the names of bodies that are no firms.
_MEMBERSHIPS = frozenset(
    {"union", "federation", "party", "association", "council", "church", "club", "society",
     "committee", "league", "front", "alliance", "movement", "commission", "mission", "ministry",
     "hospital", "university", "college", "school", "institute", "foundation", "museum", "court",
     "centre", "center", "trust", "charity"}
)  # fmt: skip

_ARMED = frozenset(
    {
        "militant",
        "armed",
        "rebel",
        "extremist",
        "islamist",
        "jihadist",
        "terrorist",
        "terror",
        "insurgent",
        "separatist",
        "guerrilla",
    }
)
# Before "company" these tell no trade.
_PLAIN = frozenset(
    {
        "us",
        "own",
        "same",
        "family",
        "new",
        "whole",
        "entire",
        "big",
        "giant",
        "small",
        "troubled",
        "private",
        "parent",
        "listed",
        "based",
        "year",
        "old",
        "german",
        "ailing",
        "embattled",
    }
)
_NO_GROUPS = frozenset(
    {
        "university",
        "college",
        "school",
        "hospital",
        "church",
        "clinic",
        "museum",
        "bank",
        "airlines",
        "airways",
        "motors",
        "center",
        "centre",
        "inc",
        "ltd",
        "corp",
        "plc",
    }
)
# Words in the names of parties.
_PARTIES = frozenset(
    {
        "party",
        "front",
        "alliance",
        "union",
        "movement",
        "league",
        "bloc",
        "coalition",
        "congress",
        "democrats",
        "republicans",
        "conservatives",
        "liberals",
        "socialists",
        "communists",
        "greens",
        "labour",
        "tories",
        "rally",
        "left",
        "unity",
    }
)
# A mention (by index), how sure that is, and why.
Found = tuple[int, float, str] | None


def content(mention: Mention) -> tuple[str, ...]:
    skipped = (
        words("kinds.toml", "definite", "determiners")
        | words("kinds.toml", "indefinite", "determiners")
        | {"her", "s"}
    )
    return tuple(w for w in parts(mention.words) if w not in skipped)


def before(group: Grouping, index: int, form: str) -> list[int]:
    """Earlier mentions of a form within reach, nearest first."""
    start = group.mentions[index].span.start
    found: list[int] = []
    for i in range(index - 1, -1, -1):
        if start - group.mentions[i].span.end > _REACH:
            break
        if group.mentions[i].form == form:
            found.append(i)
    return found


def _is_other_body(group: Grouping, index: int, noun: str) -> bool:
    """True where the names of a body say that it is no company ("Federation", "Union"), or do not
    say that it is a party."""
    if noun == "party":
        names = [m.words for i in group.members(index) if (m := group.mentions[i]).form == "name"]
        return not any(_is_party(name) for name in names)
    if noun == "group":
        members = [group.mentions[i] for i in group.members(index)]
        return not any(_is_group(m) for m in members if m.form == "name")
    if noun == "alliance":
        # The Soviet Union was none.
        return not any(_ALLIED & set(parts(group.mentions[i].words)) for i in group.members(index))
    if noun not in _FIRMS:
        return False
    return any(_MEMBERSHIPS & set(parts(group.mentions[i].words)) for i in group.members(index))


def is_armed(mention: Mention) -> bool:
    """ "The militant group"."""
    return mention.lemma in BODY_KINDS and any(word in _ARMED for word in content(mention)[:-1])


def _is_told_apart(said: Sequence[str]) -> bool:
    """ "The ferry company": a trade tells it from the firm named last."""
    return any(word not in _PLAIN and country_of_people(word) is None for word in said)


def of_kind(group: Grouping, index: int) -> Found:
    """ "The group", "the company": the one candidate of that kind in the near text."""
    mention = group.mentions[index]
    kinds = ("armed_group",) if is_armed(mention) else BODY_KINDS.get(mention.lemma)
    if kinds is not None and mention.plural and "armed_group" not in kinds:
        return None
    said = [
        w
        for w in content(mention)
        if w not in {"led", "backed", "based"} and not country_of_people(w)
    ]
    if kinds is not None and mention.lemma in _FIRMS and _is_told_apart(said[:-1]):
        return None
    if kinds is None or not mention.definite or len([w for w in said if w != "us"]) > 2:
        return None
    near = [
        i
        for i in before(group, index, "name")
        if group_kind(group, i) in kinds and not _is_other_body(group, i, mention.lemma)
    ]
    if not near:
        return None
    alone = len({group.root(i) for i in near}) == 1
    other = near[0]
    what = "the only one of its kind before" if alone else "the last one of its kind before"
    if not alone:
        often = max(near, key=lambda i: (len(group.members(i)), i))
        firm = mention.lemma in _FIRMS
        clause = next((i for i in near if firm and group.mentions[i].subject), None)
        if len(group.members(often)) >= _OFTEN * len(group.members(other)):
            other, what = often, "the one of its kind that the text is about"
        elif clause is not None and not group.mentions[other].subject:
            other, what = clause, "the last one of its kind that a clause is about"
    return other, 0.75 if alone else 0.55, f"{what}: {group.mentions[other].words}"


def of_kind_ahead(group: Grouping, index: int) -> Found:
    """ "Rebels", before the text names the one armed group that it is about."""
    mention = group.mentions[index]
    if mention.kind != "armed_group" or not mention.plural or len(content(mention)) != 1:
        return None
    named = [
        i
        for i, other in enumerate(group.mentions)
        if other.form == "name" and group_kind(group, i) == "armed_group"
    ]
    if not named or len({group.root(i) for i in named}) != 1 or named[0] < index:
        return None
    return (
        named[0],
        0.6,
        f"the only armed group that the text names: {group.mentions[named[0]].words}",
    )


def _is_party(name: str) -> bool:
    listed = known(name) is not None or is_acronym(name)
    return listed or any(word in _PARTIES for word in parts(name))


def _is_group(mention: Mention) -> bool:
    """Whether a name may be a group's rather than a firm's or a hospital's."""
    low = set(parts(mention.words))
    telling = mention.sure and not low & _NO_GROUPS
    return mention.kind == "armed_group" or telling or is_acronym(mention.words)


def named_ahead(group: Grouping, index: int) -> Found:
    """ "Hospital puts the dead at 11" above the text that names the one hospital."""
    mention = group.mentions[index]
    if mention.plural or mention.kind in {"person", "group"} or len(content(mention)) != 1:
        return None
    named = [
        i
        for i, other in enumerate(group.mentions)
        if other.form == "name"
        and mention.lemma in parts(other.words)
        and group_kind(group, i) not in {"person", None}
    ]
    if len({group.root(i) for i in named}) != 1:
        return None
    words_of = group.mentions[named[0]].words
    return named[0], 0.6, f"the only {mention.lemma} that the text names: {words_of}"


def named_nouns(group: Grouping) -> dict[str, list[int]]:
    """By its noun who is told by name beside it: "the victim, Ada Lum"."""
    found: dict[str, list[int]] = {}
    for index, mention in enumerate(group.mentions):
        if mention.form == "noun" and mention.definite and not mention.plural:
            members = group.members(index)
            if len(members) > 1 and any(group.mentions[i].form == "name" for i in members):
                found.setdefault(mention.lemma, []).append(index)
    return found


def join_ahead(group: Grouping, index: int, named: Sequence[int]) -> None:
    """ "The victim" of the first lines, where the text names one victim further down."""
    mention = group.mentions[index]
    if not mention.definite or mention.plural or len(content(mention)) != 1:
        return
    after = [i for i in named if i > index]
    kin = mention.lemma in words("kinds.toml", "nouns", "kin")
    if kin:
        # "His wife", of the same pronoun's.
        said = mention.words.lower()
        after = [i for i in after if group.mentions[i].words.lower() == said]
    person = mention.kind == "person" and bool(after)
    if person and len({group.root(i) for i in after}) == 1:
        words_of = group.mentions[after[0]].words
        group.join(after[0], index, 0.65, f"'{mention.words}': named further down: {words_of}")
