"""A story as one self-contained HTML page; every cell leads to the exact words in its article.

Like the page of a document it needs nothing from outside and may do nothing: its own style and
script, by hash, and only escaped words of the articles.
"""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from string import Template

from accordingto.exports.markup import attribute, web_address, words
from accordingto.exports.passages import as_claim
from accordingto.exports.story_html_parts import figures, links, naming, timeline
from accordingto.exports.story_places import Places
from accordingto.exports.story_view import (
    Cell,
    Matrix,
    StoryView,
    alone,
    more_claims,
    origin_words,
    voice_words,
)
from accordingto.exports.wording import agreeing, day, plural
from accordingto.records.story import Claim, Voicing

# So many marks stand in a cell.
_MARKS = 4
_SIGNS = {"says": "✓", "denies": "✗", "doubts": "?"}


def render_story_html(view: StoryView) -> str:
    """The page of one story. The same story gives the same page."""
    places = Places(view)
    sections = [
        ("articles", "Articles", "Articles and origins", _articles(view)),
        ("positions", "Positions", "Who says what, and who denies it", _positions(view, places)),
        ("carried", "Carried by", "Which article carries what", _carried(view, places)),
        ("figures", "Figures", "Figures by claimant", figures(view, places)),
        ("links", "Conflicts", "Conflicts and updates between articles", links(view, places)),
        ("names", "Names", "Who is called what", naming(view, places)),
        ("timeline", "Timeline", "Timeline", timeline(view, places)),
        # The last, as all others have left their places in it.
        ("texts", "Texts", "The articles", places.articles()),
    ]
    full = [section for section in sections if section[3]]
    jumps = "".join(f'<a href="#{part}">{name}</a>' for part, name, _, _ in full)
    body = "".join(
        f'<section id="{part}"><h2>{title}</h2>{inside}</section>'
        for part, _, title, inside in full
    )
    head = f'{_masthead(view)}<nav class="jump" aria-label="Parts">{jumps}</nav>'
    style, script = _asset("story.css"), _asset("story.js")
    return Template(_asset("story.html")).substitute(
        title=attribute(view.story.title),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        body=head + body,
    )


def _masthead(view: StoryView) -> str:
    story = view.story
    days = " to ".join(dict.fromkeys(filter(None, (day(story.first), day(story.last)))))
    told = "".join(f'<p class="verdict">{words(s)}</p>' for s in story.sentences)
    return (
        f'<header class="masthead"><h1 dir="auto">{words(story.title)}</h1>'
        f'<p class="facts">{plural(len(view.documents), "article")} · {words(days)}</p>{told}'
        "</header>"
    )


def _articles(view: StoryView) -> str:
    members = {member.document: member for member in view.story.members}
    shared = {copy.document: copy for copy in view.story.copies}
    items = []
    for origin in view.story.origins:
        lines = []
        for document in origin.documents:
            member = members[document]
            source = words(member.headline or document)
            address = web_address(member.url)
            outside = (
                f' <a href="{attribute(address)}" rel="noreferrer noopener">page ↗</a>'
                if address
                else ""
            )
            when = words(day(member.published) or "no day")
            copied = ""
            if document in shared and shared[document].kind == "copy":
                copy = shared[document]
                copied = (
                    f'<small class="copy">{round(100 * copy.own)} % of its prose is that of '
                    f"{words(view.outlet(copy.original))}; {_changes(view, document)}</small>"
                )
            outlet = "" if alone(view, origin) else f"<b>{words(view.outlet(document))}</b> "
            lines.append(
                f'<li>{outlet}<a href="#t-{document}">{source}</a>'
                f"<small>{when}{outside}</small>{copied}</li>"
            )
        many = not alone(view, origin)
        voice = f"<small>{voice_words(origin)}</small>"
        why = f"<details><summary>Why</summary><ul>{_reasons(origin.reasons)}</ul></details>"
        items.append(
            f'<div class="origin"><h3>{words(origin.name)} {voice if many else ""}</h3>'
            f"<ul>{''.join(lines)}</ul>{why if many else ''}</div>"
        )
    return f'<div class="cards">{"".join(items)}</div>'


def _changes(view: StoryView, document: str) -> str:
    copy = next(copy for copy in view.story.copies if copy.document == document)
    cut = sum(change.kind == "cut" for change in copy.changes)
    added = sum(change.kind == "added" for change in copy.changes)
    told = [f"{plural(cut, 'passage')} cut"] if cut else []
    told += [f"{plural(added, 'passage')} added"] if added else []
    told += [
        f"“{words(c.was.words)}” became “{words(c.now.words)}”"
        for c in copy.changes
        if c.kind == "figure" and c.was and c.now
    ]
    return ", ".join(told) or "nothing cut or added"


def _reasons(reasons: Sequence[str]) -> str:
    return "".join(f"<li>{words(reason)}</li>" for reason in reasons)


def _positions(view: StoryView, places: Places) -> str:
    if not view.positions.rows:
        return "<p>No claim is told by more than one article.</p>"
    legend = (
        '<p class="legend"><span class="says">✓ says</span> <span class="denies">✗ denies</span> '
        '<span class="doubts">? doubts</span>; an empty cell: nothing on it. A red edge: '
        "contested. Choose a mark to see the exact words; below, those in quotation marks are the "
        "speaker’s, those in slanted letters the article’s.</p>"
    )
    return legend + _matrix(view.positions, places) + _words(view, places)


def _carried(view: StoryView, places: Places) -> str:
    if not view.carried.rows:
        return ""
    return '<p class="legend">An empty cell: this article does not carry the claim.</p>' + _matrix(
        view.carried, places
    )


def _matrix(matrix: Matrix, places: Places) -> str:
    heads = "".join(f'<th scope="col"><span>{words(head)}</span></th>' for head in matrix.heads)
    rows = []
    for number, (claim, cells) in enumerate(matrix.rows, start=1):
        own = cells[:-1] if matrix.gathers else cells
        told = "".join(f"<td>{_cell(cell.voicings, number, places)}</td>" for cell in own)
        if matrix.gathers:
            told += f"<td>{_gathered(cells[-1], number, places)}</td>"
        mark = ' class="contested"' if claim.contested else ""
        rows.append(
            f'<tr{mark}><th scope="row"><a href="#c-{number}">{number}</a> '
            f'<bdi>{words(_short(claim))}</bdi></th><td class="count">{claim.origins or "–"}</td>'
            f"{told}</tr>"
        )
    more = ""
    if matrix.more_rows:
        more = f'<p class="legend">{more_claims(matrix.more_rows)}</p>'
    return (
        f'<div class="wide"><table class="matrix"><thead><tr><th scope="col">Claim</th>'
        f'<th class="count" scope="col" title="independent origins">Origins</th>{heads}</tr>'
        "</thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>{more}"
    )


def _short(claim: Claim) -> str:
    flat = as_claim(" ".join(claim.words.split()))
    return flat if len(flat) <= 140 else f"{flat[:139].rsplit(' ', 1)[0]} …"


def _gathered(cell: Cell, number: int, places: Places) -> str:
    """The cell of those without a column of their own: each by name."""
    by_name: dict[str, list[Voicing]] = {}
    for voicing in cell.voicings:
        by_name.setdefault(voicing.name, []).append(voicing)
    return "".join(
        f'<div class="one"><bdi>{words(name)}</bdi> {_cell(told, number, places)}</div>'
        for name, told in by_name.items()
    )


def _cell(voicings: Sequence[Voicing], number: int, places: Places) -> str:
    """A mark for each telling, which leads to its words; the rest is a link to all of them."""
    marks = []
    for voicing in voicings[:_MARKS]:
        stand = agreeing(voicing.name, voicing.stand)
        label = attribute(f"{voicing.name} {stand}, {places.outlet(voicing.ref)}")
        marks.append(
            f'<a class="{voicing.stand}" href="#{places.place(voicing.ref)}" '
            f'aria-label="{label}" title="{label}">{_SIGNS[voicing.stand]}</a>'
        )
    more = len(voicings) - _MARKS
    if more > 0:
        label = attribute(f"{more} more: all the words of claim {number}")
        marks.append(
            f'<a class="more" href="#c-{number}" aria-label="{label}" title="{label}">+{more}</a>'
        )
    return " ".join(marks)


def _words(view: StoryView, places: Places) -> str:
    items = []
    for number, (claim, _) in enumerate(view.positions.rows, start=1):
        told = "".join(
            f"<li><b>{words(v.name)}</b> "
            f'<span class="{v.stand}">{agreeing(v.name, v.stand)}</span> '
            f"<small>{words(places.outlet(v.ref))}</small> {places.link(v.ref)}</li>"
            for v in claim.voicings
        )
        silent = ", ".join(view.outlet(document) for document in claim.silent)
        silence = f'<p class="silent">Silent: {words(silent)}</p>' if silent else ""
        items.append(
            f'<details id="c-{number}"><summary><b>{number}</b> <bdi>{words(_short(claim))}</bdi> '
            f"<small>{origin_words(claim)}</small></summary>"
            f"<ul>{told}</ul>{silence}</details>"
        )
    return f'<div class="claims">{"".join(items)}</div>'


@cache
def _asset(name: str) -> str:
    return files("accordingto.exports").joinpath("data", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
