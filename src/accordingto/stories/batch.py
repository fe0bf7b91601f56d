"""Groups many reports at once, in memory: the same code as one by one."""

from collections.abc import Iterable

from accordingto.records.story import Report
from accordingto.stories.grouping import Grouper
from accordingto.stories.index import MemoryShelf


def group(reports: Iterable[Report]) -> list[list[str]]:
    """Stories as lists of report ids, in the order in which their first reports came."""
    shelf = MemoryShelf()
    grouper = Grouper()
    ids = {grouper.add(report, shelf): report.id for report in reports}
    stories: dict[int, list[str]] = {}
    for number, report in ids.items():
        stories.setdefault(shelf.story(number), []).append(report)
    return list(stories.values())
