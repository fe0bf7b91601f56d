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
from accordingto.exports.story_view import Cell, Matrix, StoryView, origin_words
from accordingto.exports.wording import agreeing, day, plural
from accordingto.records.story import Claim

_SIGNS = {"says": "✓", "denies": "✗", "doubts": "?"}


def render_story_html(view: StoryView) -> str:
    """The page of one story. The same story gives the same page."""
    places = Places(view)
    body = "".join(
        (
            _masthead(view),
            _section("articles", "Articles and origins", _articles(view)),
            _section("positions", "Who says what, and who denies it", _positions(view, places)),
            _section("carried", "Which article carries what", _carried(view, places)),
            _section("figures", "Figures by claimant", figures(view, places)),
            _section("links", "Conflicts and updates between articles", links(view, places)),
            _section("names", "Who is called what", naming(view, places)),
            _section("timeline", "Timeline", timeline(view, places)),
            _section("texts", "The articles", places.articles()),
        )
    )
    style, script = _asset("story.css"), _asset("story.js")
    return Template(_asset("story.html")).substitute(
        title=attribute(view.story.title),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        body=body,
    )


def _section(id: str, title: str, inside: str) -> str:
    return f'<section id="{id}"><h2>{title}</h2>{inside}</section>' if inside else ""


def _masthead(view: StoryView) -> str:
    story = view.story
    days = " to ".join(dict.fromkeys(filter(None, (day(story.first), day(story.last)))))
    told = "".join(f'<p class="verdict">{words(s)}</p>' for s in story.sentences)
    names = (
        ("articles", "Articles"), ("positions", "Positions"), ("carried", "Carried by"),
        ("figures", "Figures"), ("links", "Conflicts"), ("names", "Names"),
        ("timeline", "Timeline"), ("texts", "Texts"),
    )  # fmt: skip
    jumps = "".join(f'<a href="#{part}">{name}</a>' for part, name in names)
    return (
        f'<header class="masthead"><h1 dir="auto">{words(story.title)}</h1>'
        f'<p class="facts">{plural(len(view.documents), "article")} · {words(days)}</p>{told}'
        f'</header><nav class="jump" aria-label="Parts">{jumps}</nav>'
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
            lines.append(
                f'<li><b>{words(view.outlet(document))}</b> <a href="#t-{document}">{source}</a>'
                f"<small>{when}{outside}</small>{copied}</li>"
            )
        many = len(origin.documents) > 1 or origin.kind == "agency"
        voice = f"<small>one voice in {plural(len(origin.documents), 'article')}</small>"
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
    told = [f"{cut} cut", f"{added} added"]
    told += [
        f"“{words(c.was.words)}” became “{words(c.now.words)}”"
        for c in copy.changes
        if c.kind == "figure" and c.was and c.now
    ]
    return ", ".join(told)


def _reasons(reasons: Sequence[str]) -> str:
    return "".join(f"<li>{words(reason)}</li>" for reason in reasons)


def _positions(view: StoryView, places: Places) -> str:
    if not view.positions.rows:
        return "<p>No claim is told by more than one article.</p>"
    legend = (
        '<p class="legend"><span class="says">✓ says</span> <span class="denies">✗ denies</span> '
        '<span class="doubts">? doubts</span> · silent. Choose a mark to see the exact words.</p>'
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
        told = "".join(f"<td>{_cell(cell, places)}</td>" for cell in cells)
        mark = ' class="contested"' if claim.contested else ""
        rows.append(
            f'<tr{mark}><th scope="row"><a href="#c-{number}">{number}</a> '
            f'<bdi>{words(_short(claim))}</bdi></th><td class="count">{claim.origins}</td>'
            f"{told}</tr>"
        )
    more = ""
    if matrix.more_rows:
        more = f'<p class="legend">{plural(matrix.more_rows, "claim")} more in the JSON.</p>'
    return (
        f'<div class="wide"><table class="matrix"><thead><tr><th>Claim</th>'
        f'<th class="count" title="independent origins">origins</th>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>{more}"
    )


def _short(claim: Claim) -> str:
    flat = as_claim(" ".join(claim.words.split()))
    return flat if len(flat) <= 140 else f"{flat[:139].rsplit(' ', 1)[0]} …"


def _cell(cell: Cell, places: Places) -> str:
    marks = []
    for voicing in cell.voicings[:4]:
        stand = agreeing(voicing.name, voicing.stand)
        label = attribute(f"{voicing.name} {stand}, {places.outlet(voicing.ref)}")
        marks.append(
            f'<a class="{voicing.stand}" href="#{places.place(voicing.ref)}" '
            f'aria-label="{label}" title="{label}">{_SIGNS[voicing.stand]}</a>'
        )
    more = len(cell.voicings) - 4
    return " ".join(marks) + (f" <small>+{more}</small>" if more > 0 else "")


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
