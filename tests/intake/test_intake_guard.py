"""The measure of a page, against what an HTML parser really makes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from accordingto.intake.glance import plainly_harmless
from accordingto.intake.guard import excess, is_harmless, measure, nesting_depth
from accordingto.intake.limits import Limits
from accordingto.marks import Marks

LIMITS = Limits()


@pytest.mark.parametrize(
    "page",
    [
        "<p>One.<p>Two." * 10_000,
        "<ul>" + "<li>One" * 10_000,
        "<dl>" + "<dt>One<dd>Two" * 10_000,
        "<br><img src=x><hr><input>" * 10_000,
        "<table>" + "<tr><td>One<td>Two" * 10_000,
        "<p><b>One</p>" * 10_000,
        "<a href=x>One" * 10_000,
        "<select>" + "<option>One" * 10_000,
        "<svg>" + "<path d='M0'/><g/>" * 10_000 + "</svg>",
        "<script>" + "document.write('<div>');" * 10_000 + "</script>",
        "<!--" + "<div>" * 10_000 + "-->",
        "<p title='" + "<div>" * 10_000 + "'>One",
        "<div><div><b><p>One</b></div></div>" * 5_000,
        "<html><body>" * 6_000,
    ],
)
def test_untidy_but_real_pages_pass(page: str) -> None:
    assert excess(measure(page, LIMITS), LIMITS) is None


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<div>" * 6_000, "nested"),
        ("<span><div></span>" * 6_000, "nested"),
        ("<li><ul></li>" * 6_000, "nested"),
        ("<table><td>" * 6_000, "nested"),
        ("<b><div></b>" * 6_000, "nested"),
        ("<i>" * 6_000, "nested"),
        ("".join(f"<p><font id={i}>x</p>" for i in range(3_000)), "formatting"),
        ("<p " + " ".join(f"a{i}" for i in range(3_000)) + ">", "attributes"),
        ("<p " + "a/" * 6_000, "attributes"),
        # A quotation mark opens a value only behind a name and an equals sign.
        ('<p =" a=">" ' + "b " * 3_000 + ">", "attributes"),
        ('<p/=" a=">" ' + "b " * 3_000 + ">", "attributes"),
        ('<p a=b=" c=">" ' + "b " * 3_000 + ">", "attributes"),
        ('<p x="1"=" a=">" ' + "b " * 3_000 + ">", "attributes"),
        ("<p\xa0=' a='>' " + "b " * 3_000 + ">", "attributes"),
    ],
)
def test_pages_built_to_exhaust_are_told(page: str, words: str) -> None:
    assert words in (excess(measure(page, LIMITS), LIMITS) or "")
    assert not is_harmless(Marks(page.encode()), LIMITS)


def depth_of_tree(html: str) -> int:
    """The deepest element of the parsed tree, ``html`` and ``body`` not counted."""
    best, todo = 0, [(LexborHTMLParser(html).body, 0)]
    while todo:
        node, depth = todo.pop()
        best = max(best, depth)
        child = node.child if node is not None else None
        while child is not None:
            if child.tag not in ("-text", "-comment"):
                todo.append((child, depth + 1))
            child = child.next
    return best


# Names whose rules are followed to the letter; tables are near enough (a parser adds tbody).
NAMES = ("div", "p", "ul", "li", "span", "section", "dl", "dt", "dd", "h2", "br")
TAGS = st.sampled_from([f"<{name}>" for name in NAMES] + [f"</{name}>" for name in NAMES] + ["x"])


@given(st.lists(TAGS, max_size=30).map("".join))
def test_depth_is_that_of_the_tree(html: str) -> None:
    # An end tag for p or br without a start makes an empty element, which the measure leaves out.
    assert abs(nesting_depth("<body>" + html) - depth_of_tree("<body>" + html)) <= 1


FORMATTED = ("p", "b", "i", "a", "div", "font", "table", "tr", "td", "button", "object")
FORMATTING = st.sampled_from(
    [f"<{name}>" for name in FORMATTED] + [f"</{name}>" for name in FORMATTED] + ["x"]
)


@given(st.lists(FORMATTING, max_size=60).map("".join))
def test_any_markup_is_measured(html: str) -> None:
    markup = measure(html, LIMITS)
    assert 0 <= markup.depth <= 60 + markup.repeats
    assert markup.repeats >= 0


NARROW = Limits(max_depth=20, max_repeats=60, max_attributes=3)
ODD = st.sampled_from(
    [
        "<p a b c d>", "<a/b/c/d/e/f>", "<!--", "-->", "<script>", "</script>", "<p title='", "'>",
        "<p ", ">", '"', "=", '="', ' a="', " b ", " c=d", '" ',
    ]
)  # fmt: skip


@given(st.lists(FORMATTING | ODD, max_size=60).map("".join))
def test_what_counts_as_harmless_passes_no_limit(html: str) -> None:
    if is_harmless(Marks(html.encode()), NARROW):
        assert excess(measure(html, NARROW), NARROW) is None


def test_formatting_that_ends_where_it_should_needs_no_second_look() -> None:
    assert is_harmless(Marks(b"<p><b>One</b> <i class='x'>two</i></p>" * 500), LIMITS)
    assert not is_harmless(Marks(b"<p><b>One</p>" * 500), LIMITS)
    # An end tag within a part of a picture does not reach the start before it.
    assert not is_harmless(Marks(b"<p><b><svg><desc></b></desc></svg></p>" * 500), LIMITS)


def test_formatting_closed_at_once_is_told_without_reading_all_tags() -> None:
    page = Marks(b"<p>One <b>two</b> <I class='x>y'>three</i> four.</p>" * 500)
    assert plainly_harmless(page, LIMITS)
    # What looks like the end tag stands in an attribute, or is that of another element.
    assert not plainly_harmless(Marks(b"<p>One <b title='</b>'> two.</p>" * 500), LIMITS)
    assert not plainly_harmless(Marks(b"<p>One <b>two</big> three.</p>" * 500), LIMITS)
