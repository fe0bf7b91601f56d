"""A menu is one block, whatever the site calls it; what is none is read as ever."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from accordingto.page.html.walk import read_tree

ITEMS = "<ul><li><a href=/a>Harbour</a></li><li><a href=/b>Weather</a><span>4</span></li></ul>"


def _texts(body: str, *, show_hidden: bool = False) -> list[str]:
    parser = LexborHTMLParser(f"<body>{body}</body>")
    return [block.text for block in read_tree(parser, show_hidden=show_hidden).blocks]


@pytest.mark.parametrize(
    "around",
    ["<nav>{}</nav>", '<div class="main-menu">{}</div>', '<footer role="contentinfo">{}</footer>'],
)
def test_a_menu_is_one_block(around: str) -> None:
    html = "<p>Before.</p>" + around.format(ITEMS) + "<p>Behind.</p>"
    assert _texts(html) == ["Before.", "Harbour Weather 4", "Behind."]


def test_what_follows_in_the_element_around_it_is_read() -> None:
    html = f"<div><div><nav>{ITEMS}</nav></div> Tides <b>today</b></div>low"
    assert _texts(html) == ["Harbour Weather 4", "Tides today", "low"]


def test_its_characters_are_those_of_the_page() -> None:
    html = "<nav><ul><li><a href=/a>Fish &amp; chips</a></li><li><a>3 &lt; 4</a></li></ul></nav>"
    assert _texts(html) == ["Fish & chips 3 < 4"]


def test_a_hidden_part_of_a_menu_is_shown_when_asked_for() -> None:
    html = f"<nav><a href=/>Start</a><div hidden>{ITEMS}</div><a href=/z>End</a></nav>"
    assert _texts(html) == ["Start End"]
    assert _texts(html, show_hidden=True) == ["Start Harbour Weather 4 End"]


@pytest.mark.parametrize(
    "inside",
    [
        "<p>The ferry sank on Monday.</p>",
        "<h1>Ferry sinks</h1>",
        "<article><div>The ferry sank.</div></article>",
        '<span class="byline"><a href=/m>Maret Oslan</a></span>',
        "<div>No link of this long line leads anywhere at all, as in no menu ever.</div>",
    ],
)
def test_what_holds_an_article_is_no_menu(inside: str) -> None:
    found = _texts(f"<nav>{ITEMS}{inside}</nav>")
    assert found[:2] == ["Harbour", "Weather 4"]
    assert len(found) == 3


def test_a_menu_that_never_ends_does_not_swallow_the_article() -> None:
    html = f"<nav>{ITEMS}<main><p>The ferry sank on Monday.</p></main>"
    assert _texts(html) == ["Harbour", "Weather 4", "The ferry sank on Monday."]
    parts = "".join(f"<div><a href=/{i}>Part {i}</a></div>" for i in range(2_000))
    assert len(_texts(f"<nav>{parts}")) == 2_000
