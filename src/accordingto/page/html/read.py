"""HTML to an article: the entry of this package."""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from accordingto.marks import marks_of
from accordingto.page.html.asides import is_walled
from accordingto.page.html.assemble import assemble
from accordingto.page.html.authors import find_authors
from accordingto.page.html.body import Scored, Scorer, score_blocks, stated_agreement
from accordingto.page.html.containers import settle_names, spread_names
from accordingto.page.html.elements import Elements
from accordingto.page.html.entries import find_entries
from accordingto.page.html.features import Page
from accordingto.page.html.figures import group_figures
from accordingto.page.html.guard import tame
from accordingto.page.html.headline import (
    OPENS_TITLE,
    Headline,
    agreement,
    find_headline,
    fold,
    site_names,
)
from accordingto.page.html.identity import (
    find_genre,
    find_language,
    find_outlet,
    find_url,
    shown_outlet,
)
from accordingto.page.html.images import find_images
from accordingto.page.html.metadata import Stated, read_stated
from accordingto.page.html.particulars import find_particulars, why
from accordingto.page.html.published import find_dates
from accordingto.page.html.roles import give_roles
from accordingto.page.html.rows import join_rows
from accordingto.page.html.scene import BODY, Piece, Scene
from accordingto.page.html.topics import find_labels, find_section, find_tags
from accordingto.page.html.tree import Block, Tree
from accordingto.page.html.walk import read_tree
from accordingto.page.wires import find_info_sources
from accordingto.records.article import Article, Note, Segment
from accordingto.records.capture import Capture

_SOME_WORDS = 12
_LIVE = 3  # entries from which a page is a live one, whatever it is called
_STATED_BODY = 300  # characters from which a stated body is the text and no summary
_LINKED_ROLES = frozenset(("body", "subhead", "standfirst", "embed", "footnote"))


def read_html(capture: Capture, scorer: Scorer | None = None) -> Article:
    """The article of an HTML page.

    All visible text is in ``text``, block by block; the segments' roles say what is the
    article's and what is the site's. What the user gave with the capture is believed over what
    the page says. Raises nothing for any markup: what could not be found is left empty and noted.
    ``scorer`` tells running text; only training gives one.
    """
    parser, cut = _parsed(capture)
    stated = read_stated(parser)
    url = find_url(capture, stated)
    look, notes = _best_look(parser, stated, url, scorer)
    tree, headline = look.tree, look.headline
    pieces, scene = give_roles(tree, look.scored, headline, stated)
    text, segments, offsets = assemble(tree, pieces)
    dates = find_dates(capture, scene, url)
    outlet = find_outlet(capture, stated) or shown_outlet(scene)
    authors, why_authors = find_authors(scene, pieces, site_names(stated, url), outlet)
    language, why_language, language_notes = find_language(capture, stated, _words(text, segments))
    section = find_section(stated, scene)
    entries = find_entries(scene, pieces, offsets)
    chosen = {
        "authors": ("authors", "; ".join(authors) or None, why_authors),
        "outlet": why("outlet", outlet, stated.outlets),
        "url": why("url", url, stated.urls),
        "language": ("language", language, why_language),
        "section": why("section", section, stated.sections),
    }
    standfirst = " ".join(
        tree.blocks[p.block].text[p.start : p.end] for p in pieces if p.role == "standfirst"
    )
    return Article(
        source=capture.source,
        sha256=capture.sha256,
        text=text,
        segments=segments,
        headline=headline.text or None,
        standfirst=standfirst or None,
        authors=authors,
        published=dates.published,
        modified=dates.modified,
        outlet=outlet,
        url=url,
        language=language,
        genre=find_genre(stated, url, find_labels(scene))
        or ("live" if len(entries) >= _LIVE else None),
        section=section,
        tags=find_tags(stated),
        info_sources=find_info_sources(text, segments, authors, stated.origins),
        entries=entries,
        images=find_images(scene, pieces, offsets, url),
        links=_links(tree, pieces, url),
        particulars=find_particulars(capture.given, stated, headline, dates, chosen),
        notes=(*notes, *_notes(headline, stated, scene, cut), *dates.notes, *language_notes),
    )


def look_at(capture: Capture) -> tuple[Tree, Page]:
    """The visible blocks and what their features need, before anything is scored."""
    parser, _ = _parsed(capture)
    stated = read_stated(parser)
    tree = _tree(parser)
    return tree, _seen(tree, stated, find_url(capture, stated))[1]


def visible_lines(capture: Capture) -> list[str]:
    """The text of each visible block in page order, as one who copies the whole page has it: each
    entry of a menu is a line."""
    parser, _ = _parsed(capture)
    return [block.text for block in read_tree(parser, menus=False).blocks]


def _parsed(capture: Capture) -> tuple[LexborHTMLParser, int]:
    """The parsed page, and how many tags were left out of it."""
    data, cut = tame(marks_of(capture.content))
    # With scripting on, <noscript> is one text node and does not break up the head.
    return LexborHTMLParser(data, scripting=True), cut


def _tree(parser: LexborHTMLParser, *, show_hidden: bool = False) -> Tree:
    tree = read_tree(parser, show_hidden=show_hidden)
    join_rows(tree)
    return tree


@dataclass(slots=True)
class _Look:
    tree: Tree
    headline: Headline
    scored: list[Scored]

    def has_body(self) -> bool:
        """True where some block of any length is clearly running text."""
        return any(
            s.score >= BODY and b.words >= _SOME_WORDS
            for s, b in zip(self.scored, self.tree.blocks, strict=True)
        )

    def is_stub(self, stated: str) -> bool:
        """True where the page shows hardly any of a stated body."""
        shown = sum(
            len(b.text)
            for s, b in zip(self.scored, self.tree.blocks, strict=True)
            if s.score >= BODY
        )
        return len(stated) >= _STATED_BODY and shown < 0.3 * len(stated)


def _seen(tree: Tree, stated: Stated, url: str | None) -> tuple[Headline, Page]:
    elements = Elements(tree)
    spread_names(tree, elements)
    headline = find_headline(tree, stated, url)
    settle_names(tree, elements, headline.block)
    group_figures(tree, elements)
    description = stated.descriptions[0][1] if stated.descriptions else ""
    told = max(stated.body, stated.updates, key=len)
    agreed = stated_agreement(told, [b.text for b in tree.blocks])
    return headline, Page(elements, headline.block, description, agreed, _names(stated))


def _names(stated: Stated) -> tuple[str, ...]:
    """Stated authors with a first and a last name: such names open a biography."""
    values = [value for _, names in stated.authors for value in names if "://" not in value]
    return tuple(dict.fromkeys(v for v in values if " " in v and len(v) <= 60))[:12]


def _look(tree: Tree, stated: Stated, url: str | None, scorer: Scorer | None) -> _Look:
    headline, page = _seen(tree, stated, url)
    return _Look(tree, headline, score_blocks(tree, page, scorer))


def _best_look(
    parser: LexborHTMLParser, stated: Stated, url: str | None, scorer: Scorer | None
) -> tuple[_Look, list[Note]]:
    """What is visible; where that has no running text, what is hidden, then what is stated."""
    look = _look(_tree(parser), stated, url, scorer)
    if look.has_body() and not look.is_stub(stated.body):
        return look, []
    if len(stated.body) >= _STATED_BODY:
        tree = look.tree
        lines = [" ".join(line.split()) for line in stated.body.splitlines()]
        look.scored = [Scored(min(s.score, 0.4), s.reasons) for s in look.scored]
        for line in filter(None, lines):
            tree.blocks.append(Block(line, "p", 0, 0, 0, 0, ()))
            look.scored.append(Scored(0.9, ("stated in the metadata",)))
        message = "The text stands in the page's metadata only and was put at the end."
        return look, [Note(code="body-from-metadata", message=message)]
    hidden = _look(_tree(parser, show_hidden=True), stated, url, scorer)
    if hidden.has_body():
        message = "The text is marked as hidden in the page."
        return hidden, [Note(code="body-hidden", message=message)]
    return look, []


def _words(text: str, segments: tuple[Segment, ...]) -> str:
    """The running text, by which the language is told; the headline where there is none."""
    spans = [s.span for s in segments if s.role == "body"]
    spans = spans or [s.span for s in segments if s.role == "headline"]
    return "\n".join(span.of(text) for span in spans)


def _links(tree: Tree, pieces: list[Piece], url: str | None) -> tuple[str, ...]:
    """Absolute addresses linked from the article's own words, each once, in page order."""
    found: dict[str, None] = {}
    for piece in pieces:
        if piece.role not in _LINKED_ROLES or piece.start:
            continue
        for href in tree.blocks[piece.block].hrefs:
            try:
                address = urljoin(url or "", href.strip())
                if urlsplit(address).scheme in ("http", "https"):
                    found[address] = None
            except ValueError:
                continue
    return tuple(found)


def _differ(headline: str, stated: Stated) -> bool:
    return agreement(fold(headline), fold(stated.titles[0][1])) < 0.5


def _notes(headline: Headline, stated: Stated, scene: Scene, cut: int) -> list[Note]:
    notes = []
    if cut:
        message = f"{cut} tags were left out because elements were nested too deeply."
        notes.append(Note(code="nesting-cut", message=message))
    if stated.unfree or is_walled(scene):
        message = "The page says that it is not free to read: more may be behind a pay wall."
        notes.append(Note(code="paywalled", message=message))
    if scene.last < 0:
        notes.append(Note(code="body-missing", message="No running text was found on the page."))
    elif scene.threshold < BODY:
        message = "No block is clearly running text; the likeliest ones were taken."
        notes.append(Note(code="body-unsure", message=message))
    if not headline.text:
        notes.append(Note(code="headline-missing", message="No headline was found."))
    elif headline.block < 0:
        message = "The headline is taken from the page's metadata; it is not in the text."
        notes.append(Note(code="headline-not-in-text", message=message))
    elif headline.reason != OPENS_TITLE and stated.titles and _differ(headline.text, stated):
        message = f"The headline differs from the stated title: {stated.titles[0][1][:200]}"
        notes.append(Note(code="headline-differs", message=message))
    return notes
