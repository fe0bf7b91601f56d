"""The HTML page: its text is the document's, and nothing of the input is markup."""

import itertools
import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.documents import TEXT, document, ferry

from accordingto.exports.html import render_html, render_html_page
from accordingto.exports.markup import shown
from accordingto.records.article import Role, Segment
from accordingto.records.document import Document
from accordingto.records.facts import Actor, Figure
from accordingto.records.span import Span, trim
from accordingto.records.statement import Statement

NASTY = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</script><img src=x onerror=alert(1)>",
        "</article></style><!--",
        "]]>",
        "&lt;b&gt; &amp; &#x3c; &nbsp;",
        "\"' onmouseover=alert(1)",
        "javascript:alert(1)",
        "\x00\x1b[31m\x07\x85\x9b",
        "\u202egnp.exe\u202c \u2066x\u2069",
        "\r\n",
        "\r",
        "\n\n",
        "שלום עולם",
        "مرحبا",
        "👩‍👩‍👧‍👦🇺🇳",
        "\ud800",
        "$title ${script}",
        "\ufeff\u2028",
        " ",
    ]
)
WORDS = st.lists(NASTY | st.text(max_size=12), max_size=12).map("".join)
ROLES = st.sampled_from(["headline", "body", "caption", "teaser", "boilerplate", "byline", "embed"])

_OWN_SCRIPT = files("accordingto.exports").joinpath("data/page.js").read_text(encoding="utf-8")


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any text in any segments with any spans over it, overlapping as they like."""
    text = draw(WORDS)
    place = st.integers(0, len(text))
    spans = st.tuples(place, place).map(lambda pair: Span(min(pair), max(pair)))
    cuts = sorted(draw(st.sets(place, max_size=6)) | {0, len(text)})
    segments = [
        Segment(line=1, span=span, role=role)
        for start, end in itertools.pairwise(cuts)
        if (span := trim(text, Span(start, end))) and (role := _role(draw)) is not None
    ]
    statements = [
        Statement(
            id=f"s{number}",
            source=draw(st.sampled_from([None, "a1"])),
            source_span=draw(st.none() | spans),
            cue_span=draw(st.none() | spans),
            content_spans=tuple(draw(st.lists(spans, max_size=2))),
            quote=draw(st.sampled_from(["direct", "indirect", "mixed"])),
            holder_text=draw(st.none() | WORDS),
            parent=draw(st.sampled_from([None, "s0", "s1"])),
        )
        for number in range(draw(st.integers(0, 4)))
    ]
    return document(
        text,
        tuple(segments),
        headline=draw(st.none() | WORDS),
        outlet=draw(st.none() | WORDS),
        url=draw(st.none() | WORDS),
        language=draw(st.none() | WORDS),
        actors=(Actor(id="a1", kind="person", name=draw(WORDS), mentions=()),),
        statements=tuple(statements),
        figures=(Figure(id="f", span=draw(spans), what="count", unit=draw(WORDS)),),
    )


def _role(draw: st.DrawFn) -> Role | None:
    role: Role | None = draw(ROLES)
    return role


def text_of(page: str) -> str:
    """The text content of the article part, without the summaries of what was set aside."""
    article = LexborHTMLParser(page).css_first("article.text")
    assert article is not None
    for summary in article.css("summary"):
        summary.decompose()
    return article.text()


@settings(max_examples=150, deadline=None)
@given(documents())
def test_the_article_part_has_the_documents_text(given_document: Document) -> None:
    assert text_of(render_html(given_document)) == shown(given_document.text)


@settings(max_examples=150, deadline=None)
@given(documents())
def test_no_markup_of_the_input_survives(given_document: Document) -> None:
    page = render_html(given_document)
    tree = LexborHTMLParser(page)
    scripts = tree.css("script")
    assert [script.text() for script in scripts] == [_OWN_SCRIPT]
    assert [node.tag for node in tree.css("img, iframe, object, embed, form, base, link")] == []
    names = {name.lower() for node in tree.css("*") for name in node.attributes}
    assert not {name for name in names if name.startswith("on") or name in ("src", "style")}
    for link in tree.css("a"):
        assert re.match(r"#|https?://", link.attributes["href"] or "", re.IGNORECASE)
    page.encode("utf-8")


@settings(max_examples=60, deadline=None)
@given(documents())
def test_every_statement_is_linked_both_ways(given_document: Document) -> None:
    tree = LexborHTMLParser(render_html(given_document))
    for number in range(1, len(given_document.statements) + 1):
        assert len(tree.css(f"article a#w-{number}[href='#s-{number}']")) == 1
        assert len(tree.css(f"aside li#s-{number} a[href='#w-{number}']")) == 1


def test_highlighted_words_are_the_statements_words() -> None:
    tree = LexborHTMLParser(render_html(ferry()))

    def marked(number: int) -> str:
        return "".join(node.text() for node in tree.css(f"article span.st[data-s='{number}']"))

    assert marked(4) == "“A grey ship fired at us,”"
    assert marked(3) == "“A grey ship fired at us,” Tavrin quoted a survivor as saying"
    assert marked(5) == "that its ships had fired"


def test_furniture_is_folded_and_kept() -> None:
    tree = LexborHTMLParser(render_html(ferry()))
    folded = [node.text() for node in tree.css("article details .seg")]
    assert folded == [
        "Sign in | Weather | <b>Jobs</b>",
        "Read more: [red]Five recipes[/red] for autumn",
    ]


def test_nested_statements_are_drawn_inside_each_other() -> None:
    tree = LexborHTMLParser(render_html(ferry()))
    assert tree.css_first("span.st[data-s='3'] span.st[data-s='4']") is not None


def test_a_very_deep_pile_of_statements_stays_small() -> None:
    pile = tuple(
        Statement(id=f"s{n}", content_spans=(Span(n % 40, len(TEXT) - n % 40),)) for n in range(300)
    )
    lines = (Segment(line=1, span=Span(0, len(TEXT)), role="body"),)
    page = render_html(document(TEXT, lines, statements=pile))
    assert text_of(page) == TEXT
    assert page.count('<span class="st ') < 80 * 6 + 300


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = render_html(ferry())
    policy = LexborHTMLParser(page).css_first("meta[http-equiv='Content-Security-Policy']")
    assert policy is not None
    content = policy.attributes["content"] or ""
    assert content.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in content
    assert "@import" not in page and "url(" not in page


def test_only_web_addresses_are_links() -> None:
    for url, linked in (("https://harbour.example/a?b&c", True), ("javascript:alert(1)", False)):
        tree = LexborHTMLParser(render_html(document("Text", url=url)))
        links = [node.attributes["href"] for node in tree.css(".origin a")]
        assert links == ([url] if linked else [])


def test_several_documents_have_an_index_and_ids_of_their_own() -> None:
    tree = LexborHTMLParser(render_html_page([ferry(), ferry()]))
    assert len(tree.css(".index a")) == 2
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    targets = [(node.attributes["href"] or "")[1:] for node in tree.css("a[href^='#']")]
    assert set(targets) <= set(ids)


@pytest.mark.parametrize("language", ["ar", None])
def test_language_and_direction_are_given(language: str | None) -> None:
    page = LexborHTMLParser(render_html(document("مرحبا", language=language)))
    article = page.css_first("article")
    assert article is not None
    assert article.attributes.get("lang") == language
    assert article.attributes["dir"] == "auto"


def test_same_document_same_page() -> None:
    assert render_html(ferry()) == render_html(ferry())
