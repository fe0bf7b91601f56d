"""Figures with their chart, links, names and times of a story's page."""

from accordingto.exports.markup import words
from accordingto.exports.story_chart import chart_of
from accordingto.exports.story_digest import Side, namings, oppositions, outlets_of
from accordingto.exports.story_places import Places
from accordingto.exports.story_view import StoryView
from accordingto.exports.story_words import (
    bounds_words,
    casualty_rows,
    count_words,
    likely_words,
    moment_title,
    moment_words,
    range_words,
)
from accordingto.exports.wording import spaced
from accordingto.records.story import Claimant, Count, StoryToll

_LINKS = 60

# Claimants whose names stand beside a bound.
_NAMED = 4


def figures(view: StoryView, places: Places) -> str:
    """The bounds of the dead and injured; a chart and a table for each harm."""
    return _bounds(view) + "".join(_toll(toll, places) for toll in view.tolls)


def _bounds(view: StoryView) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{name}</th><td class='amount'>{amount}</td><td>{words(by)}</td></tr>"
        for name, amount, by in casualty_rows(view.story)
    )
    if not rows:
        return ""
    return (
        '<div class="wide"><table><thead><tr><th>Bound</th><th>Number</th><th>Given by</th></tr>'
        f"</thead><tbody>{rows}</tbody></table></div>"
    )


def _toll(toll: StoryToll, places: Places) -> str:
    likely = likely_words(toll)
    judged = f'<p class="legend">{words(likely)}</p>' if likely else ""
    if not toll.claimants:
        return f"<h3>{spaced(toll.what)}</h3>{judged}"
    rows = "".join(
        f"<tr><th scope='row'>{words(c.name)}</th>"
        f"<td class='amount'>{range_words(c.low, c.high)}</td><td>{_counts(c, places)}</td></tr>"
        for c in toll.claimants
    )
    why = "".join(f"<li>{words(reason)}</li>" for reason in toll.unresolved)
    unresolved = f'<p class="legend">Unresolved:</p><ul class="why">{why}</ul>' if why else ""
    return (
        f"<h3>{spaced(toll.what)}: {range_words(toll.least, toll.most)} "
        f"<small>{words(bounds_words(toll, _NAMED))}</small></h3>{chart_of(toll)}"
        f'<div class="wide"><table><thead><tr><th>Claimant</th><th>Low–high</th><th>As told</th>'
        f"</tr></thead><tbody>{rows}</tbody></table></div>{unresolved}{judged}"
    )


def _counts(claimant: Claimant, places: Places) -> str:
    """Each number once, with a link to every place that gives it."""
    printed: dict[str, list[Count]] = {}
    for count in claimant.counts:
        printed.setdefault(count_words(count), []).append(count)
    told = []
    for number, counts in printed.items():
        places_of = ", ".join(_printed(count, places) for count in counts)
        told.append(f"<li><b>{words(number)}</b> in {places_of}</li>")
    return f'<ul class="told">{"".join(told)}</ul>'


def _printed(count: Count, places: Places) -> str:
    when = (count.published or "no day")[:10]
    outlet = words(places.outlet(count.ref))
    return f'<a href="#{places.place(count.ref)}">{outlet}</a> <small>{words(when)}</small>'


def links(view: StoryView, places: Places) -> str:
    """Pairs of claims that conflict, differ or replace one another, each once."""
    found = oppositions(view.story)
    rows = "".join(
        f'<div class="pair"><p>{_side(view, x.a, places)}</p>'
        f'<p class="kind {x.kind}">{x.kind}<small>{words("; ".join(x.reasons))}</small></p>'
        f"<p>{_side(view, x.b, places)}</p></div>"
        for x in found[:_LINKS]
    )
    more = len(found) - _LINKS
    return rows + (f'<p class="legend">… and {more} more in the JSON.</p>' if more > 0 else "")


def _side(view: StoryView, side: Side, places: Places) -> str:
    where = words(outlets_of(side.documents, view.outlets, most=6))
    who = f"<b>{where}</b>"
    if side.name:
        who = f"<b>{words(side.teller)}</b> <small>in {where}</small>"
    return f"{who} {places.link(side.ref)}"


def naming(view: StoryView, places: Places) -> str:
    """What outlets call each party that is not called the same by all."""
    rows = []
    for party, groups in namings(view.story):
        for at, names in enumerate(groups):
            own = ", ".join(
                f'<a href="#{places.place(ref)}">{words(ref.words)}</a>' for ref in names.own[:6]
            )
            quoted = "; ".join(
                f'<a href="#{places.place(ref)}">{words(ref.words)}</a> <small>{words(who)}</small>'
                for who, ref in names.quoted[:6]
            )
            mark = "" if at else ' class="first"'
            rows.append(
                f"<tr{mark}><th scope='row'>{'' if at else words(party)}</th>"
                f"<td>{words(', '.join(names.outlets))}</td><td>{own}</td><td>{quoted}</td></tr>"
            )
    if not rows:
        return ""
    return (
        '<div class="wide"><table class="names"><thead><tr><th>Party</th><th>Outlet</th>'
        "<th>In its own voice</th><th>In quotations, and whose</th></tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def timeline(view: StoryView, places: Places) -> str:
    """Events, articles and first tellings by time."""
    rows = "".join(
        f'<li class="{m.kind}"><time>{words(moment_words(m.when))}</time> '
        f"<b>{words(moment_title(m))}</b> {places.link(m.ref)}</li>"
        for m in view.story.moments
    )
    return f'<ol class="times">{rows}</ol>' if rows else ""
