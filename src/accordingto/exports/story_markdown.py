"""A story as Markdown, made to be read on a code host."""

from accordingto.exports.markdown import escaped
from accordingto.exports.passages import as_claim
from accordingto.exports.story_digest import Side, namings, oppositions, outlets_of
from accordingto.exports.story_view import Matrix, StoryView, alone, more_claims, origin_words
from accordingto.exports.story_words import (
    casualty_rows,
    likely_words,
    moment_title,
    moment_words,
    range_words,
    told_words,
)
from accordingto.exports.wording import agreeing, day, plural, spaced
from accordingto.records.story import Ref


def render_story_markdown(view: StoryView) -> str:
    """Origins, the positions matrix with the words of each cell, figures, names, timeline."""
    story = view.story
    days = " to ".join(dict.fromkeys(filter(None, (day(story.first), day(story.last)))))
    blocks = [f"# {escaped(story.title)}", f"{plural(len(view.documents), 'article')} · {days}"]
    blocks += [f"**{escaped(sentence)}**" for sentence in story.sentences]
    blocks += ["## Articles and origins", "\n".join(_articles(view))]
    if view.positions.rows:
        blocks += ["## Who says what, and who denies it", "\n".join(_matrix(view.positions))]
        blocks += ["### In whose words", "\n".join(_words(view))]
        blocks += ["## Which article carries what", "\n".join(_matrix(view.carried))]
    for title, lines in (
        ("Figures by claimant", _tolls(view)),
        ("Conflicts and updates between articles", _links(view)),
        ("Who is called what", _naming(view)),
        ("Timeline", _timeline(view)),
    ):
        if lines:
            blocks += [f"## {title}", "\n".join(lines)]
    return "\n\n".join(blocks) + "\n"


def _articles(view: StoryView) -> list[str]:
    members = {member.document: member for member in view.story.members}
    lines = []
    for origin in view.story.origins:
        lines.append(f"- **{escaped(origin.name)}**")
        for document in origin.documents:
            member = members[document]
            told = [
                "" if alone(view, origin) else view.outlet(document),
                day(member.published) or "",
                member.headline or "",
                document,
            ]
            lines.append(f"  - {' · '.join(escaped(part) for part in told if part)}")
        lines += [f"  - *{escaped(reason)}*" for reason in origin.reasons]
    for copy in view.story.copies:
        for change in copy.changes:
            if change.kind == "figure" and change.was and change.now:
                lines.append(
                    f"- {escaped(view.outlet(copy.document))} prints {_quoted(change.now)} where "
                    f"{escaped(view.outlet(copy.original))} has {_quoted(change.was)}"
                )
    return lines


def _quoted(ref: Ref) -> str:
    return f"“{escaped(ref.words)}”"


def _said(view: StoryView, ref: Ref) -> str:
    told = escaped(view.words(ref))
    kind = view.quote(ref)
    return f"“{told}”" if kind == "direct" else f"*{told}*" if kind == "indirect" else told


def _matrix(matrix: Matrix) -> list[str]:
    lines = [
        "| No. | Claim | " + " | ".join(escaped(head) for head in matrix.heads) + " |",
        "| ---: | --- |" + " --- |" * len(matrix.heads),
    ]
    for number, (claim, cells) in enumerate(matrix.rows, start=1):
        signs = " | ".join(cell.sign or "·" for cell in cells)
        lines.append(f"| {number} | {escaped(as_claim(claim.words))} | {signs} |")
    if matrix.more_rows:
        lines += ["", f"*{more_claims(matrix.more_rows)}*"]
    return lines


def _words(view: StoryView) -> list[str]:
    lines = []
    for number, (claim, _) in enumerate(view.positions.rows, start=1):
        lines.append(f"{number}. {escaped(as_claim(claim.words))} ({origin_words(claim)})")
        lines += [
            f"   - {escaped(v.name)} {agreeing(v.name, v.stand)}, "
            f"{escaped(view.outlet(v.ref.document))}: {_said(view, v.ref)} "
            f"\\[{v.ref.span.start}–{v.ref.span.end}\\]"
            for v in claim.voicings
        ]
    return lines


def _tolls(view: StoryView) -> list[str]:
    lines = []
    if rows := casualty_rows(view.story):
        lines += ["| Bound | Number | Given by |", "| --- | --- | --- |"]
        lines += [f"| {name} | {amount} | {escaped(by)} |" for name, amount, by in rows]
        lines.append("")
    for toll in view.tolls:
        if not toll.claimants:
            lines += [f"**{spaced(toll.what)}**", "", f"*{escaped(likely_words(toll) or '')}*", ""]
            continue
        lines += [f"**{spaced(toll.what)}: {range_words(toll.least, toll.most)}**", ""]
        lines += ["| Claimant | Low–high | As told |", "| --- | --- | --- |"]
        for claimant in toll.claimants:
            told = "; ".join(told_words(claimant))
            bounds = range_words(claimant.low, claimant.high)
            lines.append(f"| {escaped(claimant.name)} | {bounds} | {escaped(told)} |")
        notes = [*toll.unresolved, *filter(None, [likely_words(toll)])]
        lines += ["", *(f"*{escaped(note)}*" for note in notes), ""]
    return lines


def _links(view: StoryView) -> list[str]:
    lines = []
    for x in oppositions(view.story):
        reasons = f" ({escaped('; '.join(x.reasons))})" if x.reasons else ""
        lines.append(f"- {_side(view, x.a)} **{x.kind}** {_side(view, x.b)}{reasons}")
    return lines


def _side(view: StoryView, side: Side) -> str:
    where = escaped(outlets_of(side.documents, view.outlets))
    who = f"{escaped(side.teller)} (in {where})" if side.name else where
    return f"{who} {_said(view, side.ref)}"


def _naming(view: StoryView) -> list[str]:
    lines = ["| Party | Outlet | In its own voice | In quotations |", "| --- | --- | --- | --- |"]
    for party, rows in namings(view.story):
        for names in rows:
            own = ", ".join(escaped(ref.words) for ref in names.own)
            quoted = "; ".join(f"{escaped(r.words)} ({escaped(who)})" for who, r in names.quoted)
            outlets = escaped(", ".join(names.outlets))
            lines.append(f"| {escaped(party)} | {outlets} | {own} | {quoted} |")
    return lines if len(lines) > 2 else []


def _timeline(view: StoryView) -> list[str]:
    return [
        f"- {moment_words(m.when)} · **{escaped(moment_title(m))}**: {_said(view, m.ref)}"
        for m in view.story.moments
    ]
