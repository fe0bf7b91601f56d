"""When the article was published and last changed."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from accordingto.page.dates import change_in, day_order, parse_date
from accordingto.page.html.scene import Scene
from accordingto.page.html.vocabulary import bits
from accordingto.records.article import Note
from accordingto.records.capture import Capture

_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_DATE = bits("date", "byline")
_OTHERS = bits("related", "comment", "footer", "nav", "ad")
_MAYBE = re.compile(r"\d\s?[./-]\s?\d")
_SHORT = 200  # characters; a longer block tells a story and is no date stamp
_ABOVE, _BELOW = 8, 10  # blocks around headline and first paragraph
_BY = 4  # blocks from the headline in which a date stamp is the article's, whatever is around it
_STAMP = 6  # words; a line as short that holds a date is a date stamp
_TRIED = 50  # lines whose date is compared with what is stated
_STAMPS = 20  # words of a line with the words for a change
_FAR = 2  # days between two stated dates from which they conflict


@dataclass(frozen=True, slots=True)
class Dates:
    """When the article was published and last changed, with notes on what conflicts, why this day
    was taken, and all dates found as ISO values with their places; ``changes`` are those that the
    page shows as days of a change."""

    published: str | None
    modified: str | None
    notes: list[Note]
    reason: str
    found: list[tuple[str, str]]
    changes: list[str]


def find_dates(capture: Capture, scene: Scene, url: str | None) -> Dates:
    """The dates of an article; what was given is believed over what the page says."""
    order = _order(scene)
    stated = [
        (where, d) for where, v in scene.stated.published if (d := parse_date(v, day_first=order))
    ]
    modified = [d for _, v in scene.stated.modified if (d := parse_date(v, day_first=order))]
    fresh, changes = _seen(scene, order)
    addressed = _addressed(url)
    changed = modified[0] if modified else _fullest(changes) if changes else None
    found = [*stated, *[("text", value) for value in fresh + changes]]
    found += [("address", addressed)] if addressed else []
    if capture.given.published:
        given = capture.given.published
        return Dates(given, changed, [], "given with the page", found, changes)
    # Of a stated day a change on it may be all that tells the hour.
    chosen = _choose(stated, [*fresh, *(changes if stated else ())], addressed)
    if chosen is not None and chosen == addressed:
        chosen = _fullest([chosen, *changes])  # a change on that day may be all that tells the hour
    reason = _reason(chosen, stated, fresh)
    notes = _conflicts(chosen or changed, stated, fresh)
    if chosen is None and changed:
        chosen, reason = changed, "only the day of the last change is stated"
        message = "Only the day of the last change is stated; it was taken as that of publication."
        notes.append(Note(code="date-inferred", message=message))
    return Dates(chosen, changed, notes, reason, found, changes)


def _reason(chosen: str | None, stated: list[tuple[str, str]], seen: list[str]) -> str:
    if chosen is None:
        return "no date was found"
    if not stated:
        return "shown near the headline" if seen else "the day that stands in the address"
    where, first = stated[0]
    if chosen == first:
        return f"stated first, in {where}"
    return f"the fuller form of the day that {where} states first"


def _order(scene: Scene) -> bool | None:
    """Whether this page writes the day first, from dates that can be read in one way only."""
    told = {(parse_date(value, day_first=None) or "")[:10] for _, value in scene.stated.published}
    left = _TRIED
    for block in scene.tree.blocks:
        if len(block.text) <= _SHORT and _MAYBE.search(block.text):
            order = day_order(block.text)
            if order is None and left:
                left -= 1
                order = _agreeing(block.text, told)
            if order is not None:
                return order
    for _, value in scene.stated.languages:
        if value.lower().startswith("en-us"):
            return False
        if value:
            return value.lower() != "en"
    return None


def _agreeing(text: str, told: set[str]) -> bool | None:
    """The order in which the date of a line is the stated day, where it is so in one only."""
    first, second = (
        (parse_date(text, day_first=order) or "-")[:10] in told for order in (True, False)
    )
    return first if first != second else None


def _choose(stated: list[tuple[str, str]], seen: list[str], addressed: str | None) -> str | None:
    """The first stated moment; a fuller one where another place gives the same day with a clock
    time or an offset; that of the two with the local offset where both are one moment."""
    if not stated:
        return _fullest(seen) if seen else addressed
    first, *others = [value for _, value in stated]
    return _fullest([first, *others, *seen])


def _fullest(values: list[str]) -> str:
    first = values[0]
    for value in values[1:]:
        if value[:10] == first[:10] and len(value) > len(first):
            first = value
    for value in values:
        if first.endswith("+00:00") and _moment(value) == _moment(first):
            first = value
    return first


def _moment(value: str) -> datetime | None:
    """The minute in world time that a full moment means."""
    moment = datetime.fromisoformat(value)
    return None if moment.tzinfo is None else moment.astimezone(UTC).replace(second=0)


def _seen(scene: Scene, order: bool | None) -> tuple[list[str], list[str]]:
    """Dates in short blocks near the headline: those of publication, and those of a change."""
    head = scene.headline.block if scene.headline.block >= 0 else scene.first
    fresh: list[str] = []
    changed: list[str] = []
    for index in range(
        max(0, head - _ABOVE), min(len(scene.tree.blocks), max(head, scene.first) + _BELOW)
    ):
        block = scene.tree.blocks[index]
        told = scene.running(index) and not block.near & _DATE and block.words > _STAMP
        elsewhere = block.near & _OTHERS and not (block.own & _DATE and abs(index - head) <= _BY)
        at = change_in(block.text) if len(block.text) <= _SHORT else -1
        told = told and not (at >= 0 and block.words <= _STAMPS)
        if len(block.text) > _SHORT or elsewhere or told:
            continue
        first, later = (block.text, "") if at < 0 else (block.text[:at], block.text[at:])
        # A page in many languages may show no date in words, but its markup has one.
        found = parse_date(block.stamp, day_first=order) if block.stamp else None
        written = parse_date(first, day_first=order)
        again = parse_date(later, day_first=order) if later else None
        if found and written is None and at >= 0:
            again = found
        elif found:
            written = found
        fresh += [written] if written else []
        changed += [again] if again else []
    return fresh, changed


def _addressed(url: str | None) -> str | None:
    found = _IN_URL.search(url or "")
    return parse_date("-".join(found.groups()), day_first=None) if found else None


def _conflicts(chosen: str | None, stated: list[tuple[str, str]], seen: list[str]) -> list[Note]:
    if chosen is None:
        return [Note(code="date-missing", message="No date of publication was found.")]
    day = date.fromisoformat(chosen[:10])
    others = {v[:10] for _, v in stated} | {v[:10] for v in seen[:1]}
    far = sorted(o for o in others if abs((date.fromisoformat(o) - day).days) >= _FAR)
    if not far:
        return []
    message = (
        f"Dates of publication differ: {chosen[:10]} was taken; the page also has {', '.join(far)}."
    )
    return [Note(code="dates-conflict", message=message)]
