"""Puts reports into stories as they come, and puts earlier ones elsewhere where that fits better.

A report is compared with the candidates of the index. Wherever it ties stories together, the
members of all of them are grouped again from the likeness of their pairs (average linkage), so
that what came in an unlucky order does not stay wrong: stories are merged, and split.
"""

from collections import defaultdict
from collections.abc import Iterable

from accordingto.records.story import Report
from accordingto.stories.features import Comparer
from accordingto.stories.index import Shelf, candidates, keys_of
from accordingto.stories.linkage import link, togetherness
from accordingto.stories.model import PairModel, pair_model
from accordingto.stories.profile import Profile, profile_of

# Below this a likeness is not worth keeping; above the other one it ties two stories together.
_KEPT = 0.01
_TIES = 0.1
# So few members are one story or were never joined.
_FEW = 2
# Reports that are grouped anew at a time. A larger story only takes members in.
_REGROUPED = 80


class Grouper:
    """Groups reports in the order in which they come. A shelf keeps what is known."""

    def __init__(self, model: PairModel | None = None) -> None:
        self._model = model or pair_model()
        self._comparer = Comparer()

    def add(self, report: Report, shelf: Shelf) -> int:
        """Places a report and gives its number; its story is ``shelf.story(number)``."""
        profile = profile_of(report, shelf.background)
        keys = keys_of(profile)
        near = candidates(shelf, keys)
        likeness = self._likeness(profile, near, shelf)
        number = shelf.put(profile, keys)
        shelf.background.see(profile.views[0].terms)
        shelf.put_likeness(number, likeness)
        self._join(number, likeness, shelf)
        return number

    def regroup(self, numbers: Iterable[int], shelf: Shelf) -> None:
        """Groups the stories of these reports anew, as after a person's ruling."""
        self._regroup({shelf.story(number) for number in numbers}, shelf)

    def _likeness(self, profile: Profile, near: list[int], shelf: Shelf) -> dict[int, float]:
        if not near:
            return {}
        rows = self._comparer.features(profile, shelf.profiles(near), shelf.background)
        found = self._model.probabilities(rows).tolist()
        return {number: value for number, value in zip(near, found, strict=True) if value > _KEPT}

    def _join(self, number: int, likeness: dict[int, float], shelf: Shelf) -> None:
        """Into the story whose members are most alike; then the stories around it anew. A report
        that is read anew is at once in the story that it founded, and may no longer fit there."""
        back = len(shelf.members(shelf.story(number))) > 1
        values: dict[int, list[float]] = defaultdict(list)
        for other, value in likeness.items():
            values[shelf.story(other)].append(value)
        best, story = max(
            ((togetherness(found, len(shelf.members(s))), -s) for s, found in values.items()),
            default=(0.0, 0),
        )
        if best > self._model.bar.groups:
            shelf.place(number, -story)
        tied = {shelf.story(other) for other, value in likeness.items() if value > _TIES}
        found = shelf.story(number)
        torn = found in values and _is_torn(values[found], len(shelf.members(found)) - 1)
        self._regroup(tied | {found}, shelf, even_one=back or torn)

    def _regroup(self, stories: Iterable[int], shelf: Shelf, even_one: bool = False) -> None:
        members = {story: list(shelf.members(story)) for story in sorted(stories)}
        numbers = sorted(number for found in members.values() for number in found)
        ruled = shelf.rulings(numbers)
        enough = len(members) > 1 or even_one
        if (not enough or len(numbers) > _REGROUPED) and not ruled:
            return
        parts = link(numbers, shelf.likeness(numbers), self._model.bar, ruled)
        if sorted(map(tuple, members.values())) == sorted(map(tuple, parts)):
            return
        _rename(members, parts, shelf)


def _is_torn(values: list[float], members: int) -> bool:
    """True where a report is like some of a story's members and not like others: there may be
    two stories in it, which only now can be told apart."""
    return members > _FEW and sum(value > _TIES for value in values) < members


def _rename(before: dict[int, list[int]], parts: list[list[int]], shelf: Shelf) -> None:
    """Each part keeps the story of its founder where it can, so that ids last."""
    owner = {number: story for story, found in before.items() for number in found}
    for part in parts:
        founders = [number for number in part if number in before]
        name = founders[0] if founders else part[0]
        for number in part:
            if owner[number] != name:
                shelf.place(number, name)
