"""The articles of a story with every place that a cell points at, and links to these places."""

from collections import defaultdict
from itertools import pairwise

from accordingto.exports.markup import words
from accordingto.exports.story_view import StoryView
from accordingto.exports.wording import day
from accordingto.records.article import SPOKEN_ROLES
from accordingto.records.document import Document
from accordingto.records.span import Span
from accordingto.records.story import Ref

_TAGS = {"headline": "h4", "subhead": "h5"}
_SHOWN = 180


class Places:
    """Gives each referred place an anchor; ``articles`` is written last, with all of them."""

    def __init__(self, view: StoryView) -> None:
        self._view = view
        self._anchors: dict[str, dict[Span, str]] = defaultdict(dict)
        self._number = {document.id: n for n, document in enumerate(view.documents, start=1)}

    def place(self, ref: Ref) -> str:
        """The anchor of a place in an article's text."""
        anchor = f"w-{self._number[ref.document]}-{ref.span.start}-{ref.span.end}"
        self._anchors[ref.document][ref.span] = anchor
        return anchor

    def link(self, ref: Ref) -> str:
        """The words of a place, as a link to it; in quotation marks where they are quoted."""
        flat = " ".join(self._view.words(ref).split())
        shown = flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1].rsplit(' ', 1)[0]} …"
        kind = self._view.quote(ref)
        told = f"<q>{words(shown)}</q>" if kind == "direct" else words(shown)
        return f'<a class="q {kind}" href="#{self.place(ref)}">{told}</a>'

    def outlet(self, ref: Ref) -> str:
        """What to call the outlet in which a place stands."""
        return self._view.outlet(ref.document)

    def articles(self) -> str:
        """All articles with their places marked."""
        return "".join(self._article(document) for document in self._view.documents)

    def _article(self, document: Document) -> str:
        anchors = self._anchors[document.id]
        pieces = []
        for line in document.lines:
            if line.role in SPOKEN_ROLES or any(line.span.overlaps(span) for span in anchors):
                tag = _TAGS.get(line.role, "p")
                inside = _painted(document.text, line.span, anchors)
                pieces.append(f'<{tag} class="{line.role}" dir="auto">{inside}</{tag}>')
        head = f"{self._view.outlet(document.id)} · {day(document.published) or 'no day'}"
        return (
            f'<article id="t-{document.id}"><h3>{words(head)}</h3>{"".join(pieces)}'
            f'<p class="back"><a href="#positions">↑ Positions</a></p></article>'
        )


def _painted(text: str, line: Span, anchors: dict[Span, str]) -> str:
    """A line cut where places begin and end; each piece knows the places that it is part of."""
    here = {span: anchor for span, anchor in anchors.items() if span.overlaps(line)}
    cuts = {line.start, line.end}
    for span in here:
        cuts |= {max(span.start, line.start), min(span.end, line.end)}
    ordered = sorted(cuts)
    pieces = []
    for start, end in pairwise(ordered):
        over = [anchor for span, anchor in here.items() if span.start <= start and end <= span.end]
        opens = [anchor for span, anchor in here.items() if max(span.start, line.start) == start]
        first = [a for a, span in ((a, s) for s, a in here.items()) if span.start == start]
        pieces += [f'<a class="at" id="{anchor}"></a>' for anchor in opens if anchor in first]
        inside = words(text[start:end])
        pieces.append(
            f'<span class="ref" data-r="{" ".join(over)}">{inside}</span>' if over else inside
        )
    return "".join(pieces)
