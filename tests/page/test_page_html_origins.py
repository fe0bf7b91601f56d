"""From the fixed text back to the HTML."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.library import read_page, source_map
from accordingto.page.html.origins import source_map as map_text
from accordingto.records.span import Span

SENTENCE = "The bridge over the Sool is unsafe, the mayor told this newspaper on Monday morning."


def test_every_character_leads_back() -> None:
    html = (
        "<html><head><style>p { color: red }</style><title>Bridge closed</title></head><body>"
        f"<!-- <p>{SENTENCE}</p> --><h1 title='a > b'>Bridge\n  closed</h1><script>if (a < b) "
        f'document.write("{SENTENCE}")</script><p>{SENTENCE}</p><p>Fish&nbsp;&amp; chips &lt;3, '
        "<b>she</b> said: &#8220;no&#8221;.</p></body></html>"
    )
    document = read_page(html)
    places = source_map(html, document)
    assert places.share() == 1.0
    start = document.text.index(SENTENCE)
    found = places.span(Span(start, start + len(SENTENCE)))
    assert found is not None
    assert found.of(html) == SENTENCE
    assert html[found.end :].startswith("</p><p>Fish")
    at = document.text.index("&")
    assert html[places.places[at] :].startswith("&amp; chips")
    quoted = document.text.index("“")
    assert html[places.places[quoted] :].startswith("&#8220;no")


def test_comments_with_dashes_are_no_text() -> None:
    # Some versions of Python lose such comments to possessive groups.
    html = f"<body><!-- a - b -- c <p>Not this.</p> --><p>{SENTENCE}</p><!-- open - end"
    document = read_page(html)
    assert document.text.strip() == SENTENCE
    assert source_map(html, document).places[0] == html.index(SENTENCE)


def test_text_that_a_browser_moves() -> None:
    html = f"<table><tr><td>One cell</td></tr><p>{SENTENCE}</p></table><p>Behind it all.</p>"
    document = read_page(html)
    places = source_map(html, document)
    for words in ("One cell", SENTENCE, "Behind it all."):
        start = document.text.index(words)
        found = places.span(Span(start, start + len(words)))
        assert found is not None
        assert found.of(html) == words


def test_words_that_do_not_stand_in_the_page_have_no_place() -> None:
    places = map_text("<p>Something else</p>", "Not here")
    assert places.span(Span(0, 8)) is None


PARTS = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<table>",
    "<td>",
    "&amp;",
    "&",
    "&#x41;",
    "&nbsp;",
    "a",
    "Ü",
    " ",
    "\n",
    "<",
    ">",
    '"',
    "<!-- x -->",
    "<!--",
    "<script>",
    "</script>",
    "<a href='>'>",
    "word and word",
    "😀",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_any_markup(html: str) -> None:
    document = read_page("<p>x</p>" + html)
    places = source_map("<p>x</p>" + html, document)
    assert len(places.places) == len(document.text)
    for at, place in enumerate(places.places):
        char = document.text[at]
        if place >= 0 and not char.isspace():
            assert ("<p>x</p>" + html)[place] in (char, "&")


@pytest.mark.parametrize("size", [2_000, 20_000])
def test_a_text_of_another_page(size: int) -> None:
    assert map_text("<p>" + "ab " * size, "xyz " * size).share() < 0.3
