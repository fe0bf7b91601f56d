"""The grouper's shelf in the ledger's tables, so that stories go on where the last run ended."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

import numpy as np
from sqlalchemy import Connection

from accordingto.stories.background import Background, fresh_background
from accordingto.stories.grouping import Grouper
from accordingto.stories.index import NEWEST
from accordingto.stories.keep import packed, unpacked
from accordingto.stories.profile import Profile

_CACHED = 2_000
_AT_ONCE = 500


class Remembered:
    """What a process keeps between additions: counts of terms, profiles read lately."""

    def __init__(self) -> None:
        self.background: Background | None = None
        self.upto = -1
        self.grouper: Grouper | None = None
        self.profiles: OrderedDict[int, Profile] = OrderedDict()
        # Numbers of documents that are being read anew: they keep them, and with them the story
        # that they founded keeps its id.
        self.vacant: dict[str, int] = {}


class TableShelf:
    """A :class:`~accordingto.stories.index.Shelf` over one open transaction."""

    def __init__(self, connection: Connection, remembered: Remembered) -> None:
        self._sql = connection.exec_driver_sql
        self._kept = remembered
        self.background = self._background()

    def _background(self) -> Background:
        """The counts that this process has, read anew where another process has added since."""
        last = self._last()
        if self._kept.background is None or self._kept.upto != last:
            counted = fresh_background()
            rows = self._sql("SELECT term, reports FROM story_terms").all()
            terms = np.array([row[0] for row in rows], dtype=np.int32)
            counted.add(terms, np.array([row[1] for row in rows], dtype=np.int32), last)
            self._kept.background, self._kept.upto = counted, last
        return self._kept.background

    def _last(self) -> int:
        found = self._sql("SELECT coalesce(max(number), 0) FROM story_reports").scalar_one()
        return int(found)

    def put(self, profile: Profile, keys: Sequence[int]) -> int:
        sql = self._sql
        number = int(
            sql(
                "INSERT INTO story_reports (number, document, story, profile)"
                " VALUES (?, ?, 0, ?) RETURNING number",
                (self._kept.vacant.pop(profile.id, None), profile.id, packed(profile)),
            ).scalar_one()
        )
        sql("UPDATE story_reports SET story = ? WHERE number = ?", (number, number))
        if keys:
            rows = [(key, number) for key in sorted(set(keys))]
            sql("INSERT INTO story_keys (term, report) VALUES (?, ?)", rows)
        terms = [(term,) for term in profile.views[0].terms.tolist()]
        if terms:
            sql(
                "INSERT INTO story_terms (term, reports) VALUES (?, 1)"
                " ON CONFLICT (term) DO UPDATE SET reports = reports + 1",
                terms,
            )
        self._kept.upto = max(number, self._kept.upto)
        self._remember(number, profile)
        return number

    def under(self, keys: Sequence[int]) -> list[list[int]]:
        query = f"SELECT report FROM story_keys WHERE term = ? ORDER BY report DESC LIMIT {NEWEST}"
        return [[row[0] for row in self._sql(query, (key,))] for key in keys]

    def profiles(self, numbers: Sequence[int]) -> list[Profile]:
        missing = [number for number in numbers if number not in self._kept.profiles]
        found = {number: self._kept.profiles[number] for number in numbers if number not in missing}
        for part in _parts(missing):
            marks = ",".join("?" * len(part))
            query = f"SELECT number, profile FROM story_reports WHERE number IN ({marks})"
            for number, data in self._sql(query, tuple(part)):
                found[number] = unpacked(data)
                self._remember(number, found[number])
        return [found[number] for number in numbers]

    def _remember(self, number: int, profile: Profile) -> None:
        self._kept.profiles[number] = profile
        if len(self._kept.profiles) > _CACHED:
            self._kept.profiles.popitem(last=False)

    def put_likeness(self, number: int, likeness: dict[int, float]) -> None:
        rows = [(number, earlier, value) for earlier, value in likeness.items()]
        if rows:
            self._sql("INSERT INTO story_likeness (later, earlier, score) VALUES (?, ?, ?)", rows)

    def likeness(self, numbers: Iterable[int]) -> dict[tuple[int, int], float]:
        wanted = sorted(set(numbers))
        found: dict[tuple[int, int], float] = {}
        known = set(wanted)
        for part in _parts(wanted):
            marks = ",".join("?" * len(part))
            query = f"SELECT earlier, later, score FROM story_likeness WHERE later IN ({marks})"
            for earlier, later, score in self._sql(query, tuple(part)):
                if earlier in known:
                    found[earlier, later] = score
        return dict(sorted(found.items()))

    def story(self, number: int) -> int:
        query = "SELECT story FROM story_reports WHERE number = ?"
        return int(self._sql(query, (number,)).scalar_one())

    def members(self, story: int) -> list[int]:
        query = "SELECT number FROM story_reports WHERE story = ? ORDER BY number"
        return [row[0] for row in self._sql(query, (story,))]

    def place(self, number: int, story: int) -> None:
        self._sql("UPDATE story_reports SET story = ? WHERE number = ?", (story, number))

    def rulings(self, numbers: Iterable[int]) -> list[tuple[int, int, bool]]:
        known = set(numbers)
        query = (
            "SELECT a.number, b.number, r.same FROM story_rulings AS r"
            " JOIN story_reports AS a ON a.document = r.document"
            " JOIN story_reports AS b ON b.document = r.other ORDER BY 1, 2"
        )
        return [(a, b, bool(same)) for a, b, same in self._sql(query) if {a, b} <= known]

    def remove(self, document: str) -> None:
        """Forgets a document, as it is to be read anew."""
        query = "SELECT number, profile FROM story_reports WHERE document = ?"
        for number, data in self._sql(query, (document,)).all():
            terms = [(term,) for term in unpacked(data).views[0].terms.tolist()]
            if terms:
                self._sql("UPDATE story_terms SET reports = reports - 1 WHERE term = ?", terms)
            self._sql("DELETE FROM story_reports WHERE number = ?", (number,))
            self._kept.profiles.pop(number, None)
            self._kept.vacant[document] = number
            self._kept.upto = -1


def _parts(numbers: Sequence[int]) -> list[Sequence[int]]:
    return [numbers[at : at + _AT_ONCE] for at in range(0, len(numbers), _AT_ONCE)]
