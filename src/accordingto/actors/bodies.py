"""Which body a noun means of those that the text names: "the company", "the group"."""

from collections.abc import Sequence
from functools import cache

from accordingto.actors.countries import country_of_people
from accordingto.actors.fold import head_word, is_acronym, key, parts
from accordingto.actors.group import Grouping
from accordingto.actors.kinds import known
from accordingto.actors.mention import Mention
from accordingto.actors.votes import MOST_ASKED, group_kind
from accordingto.actors.wordlists import ordered, table_keys, words

# How far back a description reaches for a name, in characters: a few paragraphs.
_REACH = 1500
# And twice as often is enough to be one whose trade the text need not tell.
_TWICE = 2
# What is named this many times as often as another is what "the alliance" means.
_OFTEN = 4
# "The head office": so many words at most say which it is.
_MOST_SAID = 2
# A mention (by index), how sure that is, and why.
Found = tuple[int, float, str] | None


@cache
def body_nouns() -> frozenset[str]:
    """The nouns that may mean a body named before."""
    return table_keys("meant.toml", "kinds")


def _listed(key: str) -> frozenset[str]:
    return words("meant.toml", "words", key)


def _firms() -> frozenset[str]:
    return words("meant.toml", "nouns", "firms")


def content(mention: Mention) -> tuple[str, ...]:
    """The words of a noun phrase without articles and owners."""
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


def is_armed(mention: Mention) -> bool:
    """ "The militant group"."""
    armed = any(word in _listed("armed") for word in content(mention)[:-1])
    return armed and mention.lemma in body_nouns()


def of_kind(group: Grouping, index: int) -> Found:
    """ "The group", "the company": of the candidates of that kind in the near text the one that is
    told of as such, else the only one, the last one that a sentence is about, or the last one."""
    mention = group.mentions[index]
    if mention.lemma not in body_nouns() or not mention.definite or _is_owned(mention):
        return None
    kinds = ordered("meant.toml", "kinds", mention.lemma)
    civil = mention.lemma == "group" and any(w in _listed("civil") for w in content(mention))
    if is_armed(mention):
        kinds = ("armed_group",)
    elif civil:
        kinds = ("organisation",)
    if mention.plural and "armed_group" not in kinds:
        return None
    said = [
        w
        for w in content(mention)
        if w not in {"led", "backed", "based", "think"} and not country_of_people(w)
    ]
    if mention.lemma in _firms() and _is_told_apart(said[:-1]):
        return None
    if mention.lemma == "department" and len(said) > 1:
        return None
    if len([w for w in said if w != "us"]) > _MOST_SAID:
        return None
    names = [i for i in before(group, index, "name") if group_kind(group, i) in kinds]
    near = [i for i in names if not _is_other_body(group, i, mention.lemma, civil=civil)]
    if not near and mention.lemma == "group":
        # "The group" of business pages.
        near = [i for i in names if _may_be_group(group, i)]
    own = _own_body(group, mention, names)
    if own is not None:
        what = f"whose it is, in the same sentence: {group.mentions[own].words}"
        return own, 0.75, what
    if mention.lemma in _firms():
        # A firm that does something rather than one on whose site it was said.
        acting = [i for i in near if any(group.mentions[m].subject for m in group.members(i))]
        near = acting or near
    told = [
        i for i in near if mention.lemma in _called(group, i) or _is_of_trade(group, i, mention)
    ]
    several = len({group.root(i) for i in near}) > 1
    if not told and several and mention.lemma in _firms() - {"company", "firm"}:
        # "The supplier", of two firms of which nothing is said, is neither, unless the text is
        # about one of them.
        counts = sorted({group.root(i): len(group.members(i)) for i in near}.values())
        if counts[-1] < _TWICE * counts[-2]:
            return None
        near = [i for i in near if len(group.members(i)) == counts[-1]]
    return _chosen(group, mention, told or near) if near else None


def _is_owned(mention: Mention) -> bool:
    """ "Lum's party": whose it is tells it from others."""
    owner = mention.words.replace("’", "'").partition("'s ")[0]
    return owner != mention.words and owner[:1].isupper() and owner.split()[-1][:1].isupper()


def _own_body(group: Grouping, mention: Mention, names: Sequence[int]) -> int | None:
    """ "Acme leader Ann Lum said her party would win": the body before her name."""
    if mention.words.split(" ", 1)[0].lower() not in {"his", "her"}:
        return None
    same = [i for i in names if group.mentions[i].sentence == mention.sentence]
    people = (
        [m.sentence for m in group.mentions[: same[0] + 3] if m.kind == "person"] if same else []
    )
    return same[0] if len(same) == 1 and mention.sentence in people else None


def _chosen(group: Grouping, mention: Mention, near: Sequence[int]) -> Found:
    """Of candidates, nearest first."""
    other = near[0]
    if len({group.root(i) for i in near}) == 1:
        return other, 0.75, f"the only one of its kind before: {group.mentions[other].words}"
    what = "the last one of its kind before"
    often = max(near, key=lambda i: (len(group.members(i)), i))
    clause = next((i for i in near if group.mentions[i].subject), None)
    leading = _leading(group, near)
    if len(group.members(often)) >= _OFTEN * len(group.members(other)):
        other, what = often, "the one of its kind that the text is about"
    elif leading is not None:
        other, what = leading, "the one of its kind that the sentence is about"
    elif mention.lemma in _firms() and clause is not None and not group.mentions[other].subject:
        other, what = clause, "the last one of its kind that a clause is about"
    return other, 0.55, f"{what}: {group.mentions[other].words}"


def _leading(group: Grouping, near: Sequence[int]) -> int | None:
    """ "Korvo said Vandor had failed. The company …": Korvo, whose sentence it is."""
    last = group.mentions[near[0]]
    if last.leads:
        return None
    same = [i for i in near if group.mentions[i].sentence == last.sentence]
    return next((i for i in same if group.mentions[i].leads), None)


def _called(group: Grouping, index: int) -> frozenset[str]:
    """The nouns by which the text tells what body this is."""
    members = (group.mentions[i] for i in group.members(index)[:MOST_ASKED])
    beside = (
        group.mentions[i]
        for link in group.links(group.root(index))[:MOST_ASKED]
        if "beside" in link.reason
        for i in (link.left, link.right)
    )
    nouns = {m.lemma for m in beside if m.form == "noun" and not m.plural}
    return frozenset(nouns | {m.called for m in members} - {""})


def _is_of_trade(group: Grouping, index: int, noun: Mention) -> bool:
    """ "The carrier", of an airline, or of "Meridian Air"."""
    if noun.lemma not in table_keys("meant.toml", "families"):
        return False
    family = words("meant.toml", "families", noun.lemma)
    names = [m for i in group.members(index) if (m := group.mentions[i]).form == "name"]
    return bool(_called(group, index) & family) or any(family & set(parts(m.words)) for m in names)


def _is_other_body(group: Grouping, index: int, noun: str, *, civil: bool) -> bool:
    """True where the names of a body, or the nouns beside them, say that it is none of those that
    the noun is for. Of those that are civil any body may be one that no noun tells of."""
    called = _called(group, index) & (
        body_nouns() | _firms() | words("meant.toml", "nouns", "groups")
    )
    if noun in called:
        return False
    names = [m for i in group.members(index) if (m := group.mentions[i]).form == "name"]
    if noun in _firms():
        # "The group that owns her music" may be a firm, "a campaign group" is none.
        called -= {"group"} if _is_plain_group(group, index) else set()
        other = bool(called) and not called & _firms()
        low = {w.removesuffix("s") for m in names for w in parts(m.words)} | {
            w for m in names for w in parts(m.words)
        }
        return other or bool((_listed("memberships") | _listed("parties")) & low)
    if noun == "group":
        if called:
            return not called & words("meant.toml", "nouns", "groups")
        if civil:
            return any(_listed("no_groups") & set(parts(m.words)) for m in names)
        return not any(_is_group(m) for m in names)
    if noun == "party":
        return not any(_is_party(m.words) for m in names)
    if noun == "alliance":
        # The Soviet Union was none.
        return not any(_listed("allied") & set(parts(m.words)) for m in names)
    if noun in {"agency", "watchdog", "regulator", "tank", "department"}:
        short = noun not in {"tank", "department"} and any(
            is_acronym(m.words) and m.subject for m in names
        )
        return not short and not any(head_word(m.words) in _listed(noun) for m in names)
    return bool(called & _firms())


def _is_plain_group(group: Grouping, index: int) -> bool:
    members = [group.mentions[i] for i in group.members(index)[:MOST_ASKED]]
    said = {word for m in members if m.lemma == "group" for word in content(m)}
    adjacent = any(m.called == "group" and m.form == "name" for m in members) and not said
    return not adjacent and not said & (_listed("civil") | _listed("armed"))


def _is_told_apart(said: Sequence[str]) -> bool:
    """ "The ferry company": a trade tells it from the firm named last."""
    return any(word not in _listed("plain") and country_of_people(word) is None for word in said)


def _is_party(name: str) -> bool:
    listed = known(name) is not None or is_acronym(name)
    if key(name) in _no_parties():
        return False
    return listed or any(word in _listed("parties") for word in parts(name))


@cache
def _no_parties() -> frozenset[str]:
    """Leagues of states, banks and charities, as keys."""
    return frozenset(key(name) for name in _listed("no_parties"))


def _is_group(mention: Mention) -> bool:
    """Whether a name may be a group's rather than a firm's or a hospital's."""
    low = set(parts(mention.words))
    telling = mention.sure and not low & _listed("no_groups")
    return mention.kind == "armed_group" or telling or is_acronym(mention.words)


def _may_be_group(group: Grouping, index: int) -> bool:
    names = [m for i in group.members(index) if (m := group.mentions[i]).form == "name"]
    return any(_is_group(m) for m in names)
