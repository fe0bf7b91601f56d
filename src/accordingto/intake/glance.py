"""A first look at a page's tags, all at once: is it plainly no page built to exhaust the parser?

Where each mark stands is found without a loop. A tag ends at the next ``>`` unless that stands in
quotation marks, so that a tag whose last mark before it closes needs no second look. The others,
few on a page, are read by themselves.
"""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from accordingto.intake.limits import Limits
from accordingto.intake.tags import START, count_attributes
from accordingto.intake.words import elements
from accordingto.marks import Marks, Names, Places

# Tags read by themselves: those of the usual length, and those that are longer.
_MOST_ALONE, _MOST_LONG = 600, 8
_END = re.compile(rb"</([a-zA-Z][^ \t\n\f\r/>]*+)[ \t\n\f\r/>]")
LINKS = frozenset(("a", "nobr"))  # in each of the cells and boxes that bound them one at most


def plainly_harmless(marks: Marks, limits: Limits) -> bool:
    """True where no limit can be passed by a page in UTF-8. Linear time."""
    reopened = _reopened().of(marks, marks.starts)
    if len(marks.starts) + 1 + len(reopened) > limits.max_depth:
        return False
    many, tags = len(reopened), len(marks.places)
    if tags * (1 + many) > limits.max_repeats:
        # What is closed before another tag opens is not there to be opened again.
        many -= sum(_closed_at_once(marks, at) for at in reopened)
    return tags * (1 + many) <= limits.max_repeats and _have_few(marks, limits)


def _closed_at_once(marks: Marks, at: int) -> bool:
    """True where nothing but text stands between the tag and its own end tag."""
    following = int(marks.places.searchsorted(at, side="right"))
    if following == len(marks.places):
        return False
    end = int(marks.places[following])
    opened = START.match(marks.data, at, end)
    closed = _END.match(marks.data, end)
    return opened is not None and closed is not None and opened[1].lower() == closed[1].lower()


@cache
def reopened_names() -> frozenset[str]:
    """Formatting that may be opened again, and what bounds a link that may."""
    return (elements("formatting") - LINKS) | elements("marker")


@cache
def _reopened() -> Names:
    return Names(reopened_names())


def _have_few(marks: Marks, limits: Limits) -> bool:
    """True where no tag has too many attributes; no attribute is shorter than two characters."""
    data, starts, most = marks.data, marks.starts, 2 * limits.max_attributes
    closings = np.append((marks.codes == ord(">")).nonzero()[0], len(data) + most)
    closing = closings.searchsorted(starts)
    ends = closings[closing]
    long = ends - starts > most
    alone = ~_paired(marks.codes, starts, ends) & ~long
    alone[:-1] |= (closing[1:] == closing[:-1]) & ~long[:-1]
    odd, far = starts[alone].tolist(), starts[long].tolist()
    if len(odd) > _MOST_ALONE or len(far) > _MOST_LONG:
        return False
    tags = [START.match(data, at, at + most) for at in odd] + [START.match(data, at) for at in far]
    if None in tags:
        return False
    counts = (count_attributes(tag[2]) for tag in tags[len(odd) :] if tag is not None)
    return all(count <= limits.max_attributes for count in counts)


def _paired(codes: NDArray[np.uint8], starts: Places, ends: Places) -> NDArray[np.bool_]:
    """For each tag whether it ends where it seems to: there is one kind of quotation marks before
    its end, and the last of them closes. Only behind an equals sign, perhaps with blanks, does
    one open."""
    singles = (codes == ord("'")).nonzero()[0]
    # The first stands before the page, so that each tag has one before its end.
    quotes = np.append(-1, (codes == ord('"')).nonzero()[0])
    last = quotes[quotes.searchsorted(ends) - 1]
    no_single = singles.searchsorted(starts) == singles.searchsorted(ends)
    return np.asarray(((last < starts) | _CLOSING[codes[last - 1]]) & no_single)


_CLOSING = np.ones(256, np.bool_)
_CLOSING[[ord(character) for character in " \t\n\f\r="]] = False
