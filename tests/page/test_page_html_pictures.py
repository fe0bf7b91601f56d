"""Pictures whose captions and credits are laid out in odd ways, and the outlet's bare name."""

import pytest
from tests.page.test_page_html_roles import _page, _paragraphs, _read, _texts


def test_a_credit_in_several_elements_is_one() -> None:
    figure = (
        '<figure><img src="/d.jpg" alt=""><figcaption><p>The dam on Monday</p></figcaption>'
        "<div class='credit'><p>(</p><p>Image:</p><p>Ana Ruel via Getty Images)</p></div></figure>"
    )
    article = _read(_page(_paragraphs(), top=figure))
    assert [(i.caption, i.credit) for i in article.images] == [
        ("The dam on Monday", "Ana Ruel via Getty Images")
    ]


def test_the_title_of_a_gallery_is_no_credit() -> None:
    link = '<p>PHOTOS: <a href="/g">See The Lower Town Before And After The Flood Came</a></p>'
    article = _read(_page(_paragraphs()[: len(_paragraphs()) // 2] + link + _paragraphs()))
    assert not _texts(article, "credit")
    assert not article.images


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("© 2001-2009 Orlenz Post", "Orlenz Post"),
        ("Orlenz Post. All rights reserved.", "Orlenz Post"),
        ("人民之河版权所有", "人民之河"),
        ("Radio 2000", "Radio 2000"),
        ("Fischerverein Orlenz e.V.", "Fischerverein Orlenz e.V."),
        ("Copyright (c) 2017", "Orlenz Post"),  # which title and footer have
    ],
)
def test_an_outlet_is_named_without_its_rights(name: str, outlet: str) -> None:
    head = f'<meta property="og:site_name" content="{name}">'
    assert _read(_page(_paragraphs(), head=head)).outlet == outlet


def test_a_credit_without_an_agency_below_a_caption() -> None:
    figure = (
        '<figure><img src="/d.jpg" alt=""><figcaption><p>The dam on Monday</p></figcaption>'
        "<p>Ana Ruel for Orlenz Post</p></figure>"
    )
    article = _read(_page(_paragraphs(), top=figure))
    assert [(i.caption, i.credit) for i in article.images] == [
        ("The dam on Monday", "Ana Ruel for Orlenz Post")
    ]


def test_a_rule_between_two_parts_is_no_heading_and_the_last_line_holds_the_rights() -> None:
    half = _paragraphs()
    article = _read(_page(f"{half}<p><b>___</b></p>{half}<p>3.5.2023 | © Orlenz Post Media</p>"))
    assert not _texts(article, "subhead")
    assert "3.5.2023 | © Orlenz Post Media" in _texts(article, "boilerplate")


def test_a_section_that_an_article_is_posted_in_is_no_byline() -> None:
    article = _read(_page(_paragraphs(), top="<div>Posted in River</div>"))
    assert not _texts(article, "byline")


@pytest.mark.parametrize(
    "line",
    [
        "<figcaption>03.05.2023, 15:15 Uhr</figcaption>",
        "<figcaption>3.5.2023 | 2:43 min</figcaption>",
        '<div class="caption"><button>Open picture in full screen</button></div>',
        '<figcaption class="visually-hidden">Play. Length 8 minutes 15 seconds.</figcaption>',
    ],
)
def test_what_is_no_caption_of_a_picture(line: str) -> None:
    figure = f'<figure><img src="/d.jpg" alt="">{line}</figure>'
    article = _read(_page(_paragraphs(), top=figure))
    assert not _texts(article, "caption", "credit")


def test_the_footer_of_a_figure_is_not_the_sites() -> None:
    figure = (
        '<figure><img src="/d.jpg" alt=""><figcaption class="footer"><p>The dam on Monday</p>'
        '<p class="footer">Ana Ruel/REUTERS</p></figcaption></figure>'
    )
    article = _read(_page(_paragraphs(), top=figure))
    assert [(i.caption, i.credit) for i in article.images] == [
        ("The dam on Monday", "Ana Ruel/REUTERS")
    ]
