"""Other articles on an article's page, tables of contents, and headings over pictures. All of it is
invented."""

import hashlib

from accordingto.page.html.read import read_html
from accordingto.records.article import Article
from accordingto.records.capture import Capture

BODY = [
    "Two grain barges burned in the harbour of Port Velm on Tuesday night, the coast guard of Marn "
    "said, and a third was towed out to sea before the fire could reach it.",
    "The Marn government accused the Velm Front of setting the fire; the Front denied it and asked "
    "for an inquiry under the eyes of the river commission.",
    "A team of inspectors from the commission is to arrive on Thursday, officials said, to look at "
    "the moorings and at what the cameras of the harbour have kept.",
    "The harbour master said that no watchman had been on duty since the spring, when the last one "
    "retired and nobody was found who wanted the post.",
]
HEADLINE = "Barges burn in the harbour of Port Velm"


def _read(body: str, top: str = f"<h1>{HEADLINE}</h1>", below: str = "") -> Article:
    html = (
        f'<html><head><title>{HEADLINE}</title></head><body><div class="page">{top}<main>'
        f"<div>{body}</div></main>{below}</div></body></html>"
    )
    return read_html(
        Capture(
            source="page.html", media="html", content=html,
            sha256=hashlib.sha256(html.encode()).hexdigest(), charset="utf-8",
            charset_reason="test",
        )
    )  # fmt: skip


def _texts(article: Article, *roles: str) -> list[str]:
    return [s.span.of(article.text) for s in article.segments if s.role in roles]


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_heading_over_a_picture_heads_the_text_below_it() -> None:
    parts = [
        f'<div class="block"><h2>{name}</h2></div><div class="block"><img src="/{name}.jpg">'
        f"<dl><dt>Photo:</dt><dd>archive of {name}</dd></dl></div>"
        f'<div class="block">{_paragraphs(text)}</div>'
        for name, text in zip(("Ana Orlo", "Per Dane", "Ilse Marr"), BODY[1:], strict=True)
    ]
    article = _read(f'<div class="block">{_paragraphs(BODY[0])}</div>' + "".join(parts))
    assert _texts(article, "subhead") == ["Ana Orlo", "Per Dane", "Ilse Marr"]


def test_the_headlines_of_teasers_are_not_those_of_the_page() -> None:
    teasers = "".join(
        f'<li><a href="/{n}"><h1 itemprop="headline">River talks number {n} break down again</h1>'
        "</a></li>"
        for n in range(2, 7)
    )
    top = f'<h2><a href="/">{HEADLINE}</a></h2>'
    article = _read(_paragraphs(*BODY), top, f"<ul>{teasers}</ul>")
    assert article.headline == HEADLINE


def test_a_link_below_the_word_related_is_another_article() -> None:
    card = (
        '<div><a href="/talks"><h2>Related</h2>'
        "<h3>Talks on the river end without a word on the barges</h3></a></div>"
    )
    article = _read(_paragraphs(*BODY[:2]) + card + _paragraphs(*BODY[2:]))
    assert _texts(article, "body", "subhead") == BODY
    assert len(_texts(article, "teaser")) == 2


def test_what_stands_below_the_title_of_another_article_is_none_of_this_one() -> None:
    about = "What the commission may look at."
    card = (
        '<div><div><p><a href="/m">Marn</a></p><h3><a href="/guide">Your guide to the river '
        f"commission of Marn</a></h3></div><div><p>{about}</p></div></div>"
    )
    article = _read(_paragraphs(*BODY[:2]) + card + _paragraphs(*BODY[2:]))
    assert _texts(article, "body", "subhead") == BODY
    assert about in _texts(article, "teaser")


def test_a_list_below_some_paragraphs_is_no_summary() -> None:
    items = [
        'The barges of Velm burned in the spring of 2019, as was <a href="/b">told here</a>.',
        "Four men were hurt in the yards of Marn in the spring of 2021, when a boiler burst.",
        "A crane fell on a ferry in the autumn of 2022, and nobody was hurt.",
    ]
    listed = "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    before = _paragraphs(*BODY[:2], "It is not the first accident there:")
    article = _read(before + listed + _paragraphs(*BODY[2:]))
    assert _texts(article, "standfirst") == []
    assert items[2] in _texts(article, "body")


def test_a_table_of_contents_may_lead_elsewhere_too() -> None:
    lines = ["The fire", "The harbour", "The commission", "A map of the river"]
    places = ["#fire", "#harbour", "#commission", "https://maps.example/river"]
    items = "".join(
        f'<li><a href="{place}">{line}</a></li>' for line, place in zip(lines, places, strict=True)
    )
    article = _read(_paragraphs(BODY[0]) + f"<ol>{items}</ol>" + _paragraphs(*BODY[1:]))
    assert _texts(article, "body", "subhead") == BODY
    assert _texts(article, "boilerplate")[:4] == lines
