"""A document's ledger as one self-contained HTML page: the article beside who says what in it.

The page needs nothing from outside and may do nothing: its content security policy allows only
its own style sheet and script, by their hashes. Only stored text is shown, escaped.
"""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from string import Template

from accordingto.exports.html_article import article
from accordingto.exports.html_ledger import ledger
from accordingto.exports.markup import attribute, web_address, words
from accordingto.exports.outline import outline_of
from accordingto.exports.palette import colours
from accordingto.exports.views import Outline
from accordingto.exports.wording import day, plural
from accordingto.records.document import Document


def render_html(document: Document) -> str:
    """The page of one document. The same document gives the same page."""
    return render_html_page([document])


def render_html_page(documents: Sequence[Document]) -> str:
    """One page for ``documents``, in order; for more than one with an index at its head."""
    outlines = [outline_of(document) for document in documents]
    prefixes = [""] if len(outlines) == 1 else [f"d{n}-" for n in range(1, len(outlines) + 1)]
    sections = "".join(
        _section(outline, prefix) for outline, prefix in zip(outlines, prefixes, strict=True)
    )
    title = _title(outlines[0].document) if len(outlines) == 1 else f"{len(outlines)} documents"
    style, script = _asset("page.css"), _asset("page.js")
    return Template(_asset("page.html")).substitute(
        title=attribute(title),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        index=_index(outlines, prefixes) if len(outlines) > 1 else "",
        sections=sections,
    )


def _section(outline: Outline, prefix: str) -> str:
    document = outline.document
    classes = colours(outline)
    language = f' lang="{attribute(document.language)}"' if document.language else ""
    return (
        f'<section class="document" id="{prefix}top">{_masthead(outline, prefix)}'
        f'<div class="sides">'
        f'<article class="text"{language} dir="auto">{article(outline, classes, prefix)}</article>'
        f'<aside class="ledger" aria-label="Ledger">{ledger(outline, classes, prefix)}</aside>'
        "</div></section>"
    )


def _masthead(outline: Outline, prefix: str) -> str:
    document = outline.document
    facts = [document.outlet, day(document.published), ", ".join(document.authors)]
    facts += [document.genre, document.language]
    line = " · ".join(f"<bdi>{words(fact)}</bdi>" for fact in facts if fact)
    address = web_address(document.url)
    source = words(document.url or document.source)
    if address:
        source = f'<a href="{attribute(address)}" rel="noreferrer noopener">{source}</a>'
    counts = [plural(len(outline.entries), "statement"), plural(len(outline.voices), "source")]
    if outline.disputes:
        counts.append(plural(len(outline.disputes), "denial or dispute", "denials or disputes"))
    if outline.tallies:
        counts.append(plural(len(outline.tallies), "figure"))
    aside = sum(count for _, count in outline.aside)
    counts.append(f"{aside} of {plural(len(document.lines), 'part')} of the page set aside")
    return (
        f'<header class="masthead"><h1 dir="auto">{words(_title(document))}</h1>'
        f'<p class="facts">{line}</p><p class="origin" dir="auto">{source}</p>'
        f'<p class="counts">{" · ".join(counts)}</p>'
        f'<p class="down"><a href="#{prefix}voices">Who says what ↓</a></p></header>'
    )


def _index(outlines: Sequence[Outline], prefixes: Sequence[str]) -> str:
    items = []
    for outline, prefix in zip(outlines, prefixes, strict=True):
        document = outline.document
        facts = [
            document.outlet,
            day(document.published),
            plural(len(outline.entries), "statement"),
        ]
        line = " · ".join(words(fact) for fact in facts if fact)
        title = words(_title(document))
        items.append(
            f'<li dir="auto"><a href="#{prefix}top">{title}</a> <small>{line}</small></li>'
        )
    head = f"<h1>{len(items)} documents</h1>"
    return f'<nav class="index" aria-label="Documents">{head}<ol>{"".join(items)}</ol></nav>'


def _title(document: Document) -> str:
    return document.headline or document.source or "(no headline)"


@cache
def _asset(name: str) -> str:
    return files("accordingto.exports").joinpath("data", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """A source expression of a content security policy for an inline element."""
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
