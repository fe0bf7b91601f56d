"""Police forces: one actor for all the ways an article words one."""

from accordingto.actors.fold import parts
from accordingto.actors.group import Grouping
from accordingto.actors.kinds import known, names_of_line
from accordingto.actors.mention import Mention

_COUNTED = tuple(
    (w,) for w in ("two", "three", "four", "five", "six", "several", "some", "many", "a", "dozens")
)
# What the name of a police force has besides the place that it polices.
_POLICE = frozenset(
    {"police", "department", "dept", "force", "service", "officer", "officers", "s"}
)


def join_police(group: Grouping) -> None:
    """Police forces: "police officers", "police" are the last one before, unless of a place."""
    latest: int | None = None
    forces: dict[frozenset[str], int] = {}
    for index, mention in enumerate(group.mentions):
        if not _is_police(mention):
            continue
        where = frozenset(parts(mention.words)) - _POLICE
        at = forces.setdefault(where, index) if where else index
        if at != index and not group.same(at, index):
            group.join(at, index, 0.85, f"the same police as {group.mentions[at].words}")
        placed = (
            len(parts(mention.words)) > (2 if mention.lemma in {"officer", "officers"} else 1)
            or mention.country is not None
        )
        noun = mention.form == "noun" and not (placed and not mention.definite)
        bare = noun or parts(mention.words) == ("police",)
        if latest is not None and bare and not group.same(latest, index):
            group.join(
                latest,
                index,
                0.75,
                f"the police force named before: {group.mentions[latest].words}",
            )
        latest = index


def _is_police(mention: Mention) -> bool:
    low = parts(mention.words)
    if mention.form == "noun":
        # One officer is no force, and "22 police officers" are some of it.
        some = not mention.plural or any(w.isdigit() for w in low) or low[:1] in _COUNTED
        officers = mention.lemma in {"officer", "officers"} and "police" in low and not some
        return mention.lemma == "police" or officers
    listed = known(mention.words)
    return "police" in low or (
        listed is not None and "police" in parts(" ".join(names_of_line(mention.words)))
    )
