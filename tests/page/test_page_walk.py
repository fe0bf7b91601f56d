"""The tags of a page as they are read, against the parser's own tree."""

from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from accordingto.page.html.walk import read_tree

NAMES = ("div", "p", "section", "ul", "li", "span", "b", "a", "h2", "table", "td", "x-box")
PIECES = st.sampled_from(
    [
        *(f"<{name}>" for name in NAMES),
        *(f"</{name}>" for name in NAMES),
        '<div class="card">', "<p title='a > b'>", "<div hidden>", '<div data-x="</div>">',
        "<div \xa0 \u2003>", '<span "=">', "<br>", "<hr>", "<img src=x>", "<!-- </div> -->",
        "<svg><path/></svg>", "pier", " crane ", "\n", "&lt;div&gt;", "&nbsp;",
    ]
)  # fmt: skip
MENUS = st.sampled_from(
    ["<nav>", "</nav>", '<ul class="menu">', '<div class="footer">', "</ul>", "<a href=/x>", "</a>"]
)
INLINE = ("span", "b", "a")
UNSEEN = ("svg", "img", "br")


def _blocks(node: LexborNode) -> list[str]:
    """The names of the block elements in the order of the parser's tree, all but the body's."""
    found: list[str] = []
    todo = [node]
    while todo:
        at = todo.pop()
        name = at.tag or ""
        if name in UNSEEN or name.startswith("-") or "hidden" in at.attributes:
            continue
        if name not in (*INLINE, "body"):
            found.append(name)
        todo += reversed(list(at.iter()))
    return found


@given(st.lists(PIECES, max_size=40).map("".join))
@example("<div \xa0><p>pier</p></div><p>crane</p>")
@example("<div><b>pier</b> </div> <p>crane")
def test_elements_are_those_of_the_tree(page: str) -> None:
    parser = LexborHTMLParser("<body>" + page.replace("x-box", "section"))
    assert parser.body is not None
    expected = _blocks(parser.body)
    assert read_tree(parser).tags[1:] == expected


@given(st.lists(PIECES | MENUS, max_size=40).map("".join))
@example("<b>pier</b> <i>crane</i>")
@example("<p>pier<span hidden><b>x</b> </span>crane</p>")
def test_no_visible_letter_is_lost(page: str) -> None:
    parser = LexborHTMLParser("<body>" + page)
    assert parser.body is not None
    for node in parser.css("[hidden],svg"):
        node.decompose(recursive=True)
    letters = "".join(parser.body.text(deep=True).split())
    assert "".join("".join(b.text for b in read_tree(parser).blocks).split()) == letters
