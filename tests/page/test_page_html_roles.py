"""Roles and fields where markup misleads: names of containers, live blogs, old tables, posts."""

import pytest

from accordingto.page.html.authors import clean_names
from accordingto.page.html.read import read_html
from accordingto.records.article import Article
from accordingto.records.capture import Capture, Given

BODY = [
    "The dam above Orlenz gave way shortly after four on Monday morning, and the water reached "
    "the lower town within twenty minutes, the district office said.",
    "At least six people are missing, according to the fire brigade, which has been going from "
    "house to house in boats since dawn.",
    "The operator, Velm Hydro, rejected the mayor's charge that it had ignored two warnings, and "
    "said that its gauges had shown nothing unusual on Sunday.",
    "Engineers of the state inspectorate are to look at what is left of the wall on Wednesday, "
    "once the level of the river has fallen, the ministry announced.",
]
HEADLINE = "Dam above Orlenz bursts, six people missing"


def _read(html: str, **given: str) -> Article:
    return read_html(
        Capture(
            source="page.html",
            media="html",
            content=html,
            sha256="",
            charset="utf-8",
            charset_reason="test",
            given=Given(**given),
        )
    )


def _page(body: str, top: str = "", head: str = "") -> str:
    return (
        f'<html lang="en"><head><title>{HEADLINE} | Orlenz Post</title>'
        f'<meta property="og:title" content="{HEADLINE}">{head}</head><body>'
        '<ul class="menu"><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul>'
        f"<article><h1>{HEADLINE}</h1>{top}{body}</article>"
        '<div class="footer">© 2023 Orlenz Post. All rights reserved.</div></body></html>'
    )


def _paragraphs(*extra: str) -> str:
    return "".join(f"<p>{p}</p>" for p in [*BODY, *extra])


def _texts(article: Article, *roles: str) -> list[str]:
    return [s.span.of(article.text) for s in article.segments if s.role in roles]


@pytest.mark.parametrize(
    "name",
    ["subscriber-premium", "paywall-content", "post category-x tag-flood", "story register",
     "article-poll", "email-body"],
)  # fmt: skip
def test_name_of_the_container_of_the_text_does_not_condemn_it(name: str) -> None:
    article = _read(_page(f'<div class="{name}">{_paragraphs()}</div>'))
    assert _texts(article, "body") == BODY


def test_the_same_name_on_a_small_box_does() -> None:
    box = '<div class="subscriber-offer"><p>Unlimited access to all of our stories now.</p></div>'
    article = _read(_page(_paragraphs() + box))
    assert _texts(article, "body") == BODY


def test_comments_longer_than_the_article_are_no_text() -> None:
    thread = "".join(
        f'<div class="comment"><b>user{i}</b><p>I have lived below that wall for {i} years and '
        "nobody ever came to look at it, whatever they may say now to the papers.</p></div>"
        for i in range(2, 14)
    )
    article = _read(_page(_paragraphs() + f'<div id="comments"><h3>Comments</h3>{thread}</div>'))
    assert _texts(article, "body") == BODY


def test_entry_of_a_live_blog_named_a_correction_is_text() -> None:
    entries = "".join(
        f'<section class="entry{" correction" if i == 1 else ""}"><time datetime="2023-05-0{i + 1}'
        f'T06:00:00Z">Day {i + 1}, 06:0{i}</time><h2>{title}</h2><p>{BODY[i]}</p><p>{more}</p>'
        "</section>"
        for i, (title, more) in enumerate(
            [
                ("Water reaches the lower town", "Trains are not running, the railway said."),
                ("Correction: six are missing", "An earlier count of nine was wrong, it said."),
                ("Operator rejects the charge", "The mayor has not replied to the company yet."),
                ("Inspectors on their way", "They will be joined by two experts from abroad."),
            ]
        )
    )
    article = _read(_page(f'<div class="live-feed">{entries}</div>'))
    assert [t for t in _texts(article, "body") if t in BODY] == BODY
    assert "Correction: six are missing" in _texts(article, "subhead")
    assert not _texts(article, "footnote")
    assert "Day 2, 06:01" in _texts(article, "byline", "subhead")


def test_small_note_is_a_footnote() -> None:
    note = '<p class="correction">This article was changed on 3 May: the river is the Orla.</p>'
    article = _read(_page(_paragraphs() + note))
    assert len(_texts(article, "footnote")) == 1


def test_list_below_the_headline_is_the_standfirst() -> None:
    points = ["Six people missing after flood", "Operator says its gauges showed nothing unusual"]
    top = "<ul class='bullets'>" + "".join(f"<li>{p}</li>" for p in points) + "</ul>"
    assert _texts(_read(_page(_paragraphs(), top)), "standfirst") == points


def test_heading_of_a_card_that_is_named_an_embed_is_no_post() -> None:
    card = (
        '<div class="product-embed"><h3>Wading boots, tall</h3><p>Velm Outdoor 40</p>'
        "<p>Our testers stood in the river in them for a day, and their feet stayed dry.</p></div>"
    )
    posts = _texts(_read(_page(_paragraphs() + card + f"<p>{BODY[0][:60]}.</p>")), "embed")
    assert not {"Wading boots, tall", "Velm Outdoor 40"} & set(posts)


def test_quoted_post_is_an_embed() -> None:
    post = (
        "<blockquote><p>Our crews are on the water. Please stay out of the lower town until we "
        "tell you.</p>— Orlenz Fire Brigade (@orlenzfire) May 1, 2023</blockquote>"
    )
    article = _read(_page(_paragraphs() + post + f"<p>{BODY[0]} It was the second time.</p>"))
    assert len(_texts(article, "embed")) == 2
    assert not any("Our crews" in t for t in _texts(article, "body"))


def test_quotation_without_a_signature_stays_text() -> None:
    quote = (
        "<blockquote><p>We told them twice, in writing, and we have the receipts.</p></blockquote>"
    )
    article = _read(_page(_paragraphs() + quote + f"<p>{BODY[0]} It was the second time.</p>"))
    assert any("We told them twice" in t for t in _texts(article, "body"))


def test_page_of_tables_and_fonts() -> None:
    lines = "<br><br>".join(BODY)
    page = (
        "<html><head><title>ORLINFORM - News of the District</title></head><body><table><tr>"
        '<td><a href="/">Main</a> | <a href="/d">District</a></td></tr><tr><td>'
        '<font size="1">02.05.2023 09:15</font><br>'
        f'<font size="5"><b>{HEADLINE}</b></font><br><br>'
        '<table><tr><td><img src="/p.jpg"></td></tr><tr><td><font size="1">The wall at noon on '
        "Monday. Photo: ORLINFORM</font></td></tr></table>"
        f"{lines}<br><br><font size=1>Views: 2 114</font></td></tr></table></body></html>"
    )
    article = _read(page)
    assert article.headline == HEADLINE
    assert article.published == "2023-05-02T09:15:00"
    assert article.language == "en"
    assert _texts(article, "body") == BODY
    assert [(i.caption, i.credit) for i in article.images] == [
        ("The wall at noon on Monday.", "ORLINFORM")
    ]


def test_byline_names_one_more_than_the_metadata() -> None:
    head = '<meta name="author" content="Ada Brenn">'
    top = '<p class="author">By ADA BRENN, NIGHT EDITOR and <a href="/author/j">JOSS TARRY</a></p>'
    article = _read(_page(_paragraphs(), top, head))
    assert article.authors == ("Ada Brenn", "Joss Tarry")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Brenn May 3, 2023", ("Ada Brenn",)),
        ("By: Ada Brenn", ("Ada Brenn",)),
        ("Tuesday May 2, 2023 9:15 am by Ada Brenn", ("Ada Brenn",)),
        ("By Ada Brenn Staff Writer", ("Ada Brenn",)),
        ("By Ada Brenn and Joss Tarry", ("Ada Brenn", "Joss Tarry")),
    ],
)
def test_visible_bylines(line: str, names: tuple[str, ...]) -> None:
    article = _read(_page(_paragraphs(), f'<div class="byline">{line}</div>'))
    assert article.authors == names


def test_agency_as_author_keeps_its_name() -> None:
    assert clean_names(["Associated Velm Press"]) == ["Associated Velm Press"]


def test_language_is_told_from_the_text_where_none_is_declared() -> None:
    assert _read(_page(_paragraphs()).replace(' lang="en"', "")).language == "en"


def test_wrong_declaration_of_language_is_noted() -> None:
    article = _read(_page(_paragraphs()).replace('lang="en"', 'lang="de"'))
    assert article.language == "en"
    assert "language-differs" in {n.code for n in article.notes}


def test_short_line_in_front_of_the_headline_is_no_part_of_it() -> None:
    page = _page(_paragraphs()).replace("<h1>", "<h1><span>Flood: </span> ")
    assert _read(page).headline == HEADLINE


def test_a_value_that_ends_like_an_attribute() -> None:
    line = "<p><font title='in the old markup: font size='>Six people are missing.</font></p>"
    assert "Six people are missing." in _read(_page(_paragraphs() + line)).text


def test_a_link_in_capitals_alone_on_its_line_is_a_teaser() -> None:
    link = '<p><a href="/talks">RIVER TALKS BREAK DOWN FOR THE THIRD TIME</a></p>'
    paragraphs = _paragraphs().split("</p>", 1)
    article = _read(_page(f"{paragraphs[0]}</p>{link}{paragraphs[1]}"))
    assert _texts(article, "teaser") == ["RIVER TALKS BREAK DOWN FOR THE THIRD TIME"]
    assert _texts(article, "body") == BODY
