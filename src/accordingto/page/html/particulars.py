"""How each particular of the article was chosen: all values found, their places, and why."""

from collections.abc import Iterable

from accordingto.page.html.headline import Headline, fold
from accordingto.page.html.metadata import Stated
from accordingto.page.html.published import Dates
from accordingto.records.article import Candidate, Particular
from accordingto.records.capture import Given

_MOST = 12  # candidates of one particular
_LONGEST = 300  # characters of a value
Found = list[tuple[str, str]]  # places with their values, in order of trust
Why = tuple[str, str | None, str]  # field, value, reason


def find_particulars(
    given: Given, stated: Stated, headline: Headline, dates: Dates, chosen: dict[str, Why]
) -> tuple[Particular, ...]:
    """The records of all choices, without those for which nothing was found.

    ``chosen`` has value and reason of the fields that are chosen elsewhere: ``authors``,
    ``outlet``, ``url``, ``language``, ``section``.
    """
    shown: Found = [("text", headline.text)] if headline.block >= 0 and headline.text else []
    authors = [(where, "; ".join(names)) for where, names in stated.authors]
    changes = [*stated.modified, *[("text", value) for value in dates.changes]]
    changed = _first(dates.modified, changes)
    rows: list[tuple[Why, Found, str | None]] = [
        (("headline", headline.text, headline.reason), [*shown, *stated.titles], None),
        (("published", dates.published, dates.reason), dates.found, given.published),
        (("modified", dates.modified, changed), changes, None),
        (chosen["authors"], authors, None),
        (chosen["outlet"], stated.outlets, given.outlet),
        (chosen["url"], stated.urls, given.url),
        (chosen["language"], stated.languages, given.language),
        (chosen["section"], stated.sections, None),
    ]
    found = (_particular(*row) for row in rows)
    return tuple(one for one in found if one is not None)


def _particular(why: Why, found: Found, given: str | None) -> Particular | None:
    field, value, reason = why
    if given:
        found, reason = [("given", given), *found], "given with the page"
    if value is None and not found:
        return None
    return Particular(
        field=field, value=value, reason=reason, candidates=tuple(_candidates(found))[:_MOST]
    )


def _candidates(found: Found) -> Iterable[Candidate]:
    for origin, value in dict.fromkeys(found):
        yield Candidate(value=value[:_LONGEST], origin=origin)


def why(field: str, value: str | None, found: Found) -> Why:
    """The field and value with where the value stands among what the page states."""
    return field, value, _first(value, found)


def _first(value: str | None, found: Found) -> str:
    if value is None:
        return "none of what is stated will do" if found else "nothing is stated"
    words = fold(value)
    places = [origin for origin, text in found if fold(text)[: len(words)] == words]
    return f"stated in {places[0]}" if places else "read from the page"
