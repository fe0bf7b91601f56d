"""What holds of every page that is read, whatever its markup."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.marks import Marks
from accordingto.page.html.guard import tame
from accordingto.page.html.read import read_html
from accordingto.records.article import Article
from accordingto.records.capture import Capture

SAMPLE = (
    "<html><head><title>Fire at the mill | Velm Post</title></head><body><nav><a href=/>Home</a>"
    "</nav><article><h1>Fire at the mill</h1><figure><img src=a.jpg><figcaption>The mill. Photo: "
    "Ana Ruel/AFP</figcaption></figure><p>The mill at Marn burned down on Monday, &amp; nobody was "
    "hurt, firefighters said.</p><blockquote><p>“It was old,” said the owner&#8217;s son.</p>"
    "</blockquote><ul><li>One<li>Two</ul><table><tr><td>3<td>4</table></article></body></html>"
)
ODD = [
    "\r\n",
    "👩‍👩‍👧",
    "e\u0301",
    "שלום",
    "مرحبا",
    "&nbsp;",
    "&#x1F525;",
    "\u200b",
    "\x00",
    "\ud800",
]
TAGS = [
    "<p>",
    "</p>",
    "<div hidden>",
    "</div>",
    "<b>",
    "<a href='//[x'>",
    "<table>",
    "<td>",
    "<br><br>",
    "<figure>",
    "<figcaption>",
    "<img src='x' alt='y'>",
    "<span class=credit>",
    "</span>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<h1>",
    "<svg>",
    "<template>",
    "<",
    ">",
    '<time datetime="2021-99-99">',
    '<script type="application/ld+json">{"@type":"Article","author":[[{"name":[1]}]]}</script>',
]


def _read(html: str) -> Article:
    return read_html(
        Capture(
            source="p", media="html", content=html, sha256="", charset="utf-8", charset_reason=""
        )
    )


def _check(article: Article) -> None:
    text = article.text
    last = 0
    for segment in article.segments:
        words = segment.span.of(text)
        assert segment.span.start >= last
        assert words == words.strip() != ""
        assert not text[last : segment.span.start].strip()
        assert segment.line == text.count("\n", 0, segment.span.start) + 1
        assert 0 <= segment.score <= 1
        last = segment.span.end
    assert not text[last:].strip()
    for image in article.images:
        if image.caption_span is not None:
            assert image.caption_span.of(text) == image.caption
        if image.credit_span is not None:
            assert image.credit_span.of(text) == image.credit


def test_sample() -> None:
    article = _read(SAMPLE)
    _check(article)
    assert "The mill at Marn burned down on Monday, & nobody was hurt" in article.text


@pytest.mark.parametrize("odd", ODD)
def test_odd_characters(odd: str) -> None:
    _check(_read(SAMPLE.replace("burned", f"bur{odd}ned").replace("Photo", f"{odd}Photo")))


def test_line_ends_do_not_matter() -> None:
    spread = SAMPLE.replace(" ", "\n")
    assert _read(spread).text == _read(spread.replace("\n", "\r\n")).text


def test_same_input_same_output() -> None:
    assert _read(SAMPLE) == _read(SAMPLE)


@given(
    st.lists(
        st.tuples(st.integers(0, len(SAMPLE)), st.sampled_from(TAGS + ODD), st.integers(0, 30)),
        max_size=8,
    )
)
@settings(max_examples=120, deadline=None)
def test_mutated_pages(edits: list[tuple[int, str, int]]) -> None:
    html = SAMPLE
    for at, put, cut in edits:
        html = html[:at] + put + html[at + cut :]
    _check(_read(html))


@given(st.lists(st.one_of(st.sampled_from(TAGS), st.text(max_size=20)), max_size=40))
@settings(max_examples=120, deadline=None)
def test_soups(parts: list[str]) -> None:
    _check(_read("".join(parts)))


@pytest.mark.parametrize("tag", ["div", "b", "span", "ul><li", "table><tr><td", "p><b", "font"])
def test_deep_nesting(tag: str) -> None:
    article = _read(f"<{tag}>" * 100_000 + "The end of it.")
    _check(article)
    assert "The end of it." in article.text


def test_different_formats_that_would_be_opened_again() -> None:
    html = "".join(f"<p><b id={i}>word" for i in range(4_000))
    article = _read(html)
    _check(article)
    assert article.text.count("word") == 4_000


def test_guard_leaves_ordinary_pages_alone() -> None:
    data = SAMPLE.encode()
    assert tame(Marks(data)) == (data, 0)


def test_guard_does_not_count_tags_in_scripts() -> None:
    html = "<script>" + "'<div>';" * 5000 + "</script><div><p>Text</p></div>"
    data = html.encode()
    assert tame(Marks(data)) == (data, 0)
