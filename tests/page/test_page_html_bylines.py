"""Who wrote an article, from bylines of many forms."""

import pytest
from tests.page.test_page_html_roles import _page, _paragraphs, _read, _texts

from accordingto.page.html.names import clean_names


@pytest.mark.parametrize(
    ("top", "names"),
    [
        # The name leads to its author's page, whatever else stands on the line.
        (
            '<p class="date">3. Mai 2023 • <a href="/author/mk/">Mara Kolb</a> • 3 Minuten</p>',
            ("Mara Kolb",),
        ),
        (
            '<div class="date"><a href="/about/editors/mara-kolb/">Mara Kolb</a>, @mkolb, 05.03.23'
            "</div>",
            ("Mara Kolb",),
        ),
        (
            '<p><a href="/profile/mkolb">Mara Kolb</a> and <a href="/profile/jt">Jon Tarry</a></p>',
            ("Mara Kolb", "Jon Tarry"),
        ),
        # Only names that are marked may be single words.
        (
            '<div class="entry-date">Posted on <a href="/2023/05/03/">2023-05-03</a> by '
            '<a rel="author" href="/?u=7">karo</a> | <a href="#c">Leave a comment</a></div>',
            ("karo",),
        ),
        ('<div class="entry-date">Posted on 2023-05-03 by reader | Leave a comment</div>', ()),
        ('<p><a rel="author" href="/2023/">May</a> 3, 2023</p>', ()),
        # A word before a number is the end of a name, unless it is that of a month or a day.
        ('<p class="byline">By Mara Kolb 3 May 2023, 3:51 pm 11 Edit</p>', ("Mara Kolb",)),
        ('<p class="byline">By Mara Kolb Wed 3 May 2023</p>', ("Mara Kolb",)),
        ('<p class="byline">By Mara Kolb May 3, 2023</p>', ("Mara Kolb",)),
    ],
)
def test_names_in_a_byline(top: str, names: tuple[str, ...]) -> None:
    article = _read(_page(_paragraphs(), top=top))
    assert article.authors == names
    assert len(_texts(article, "body")) == 4


def test_a_marked_byline_below_the_standfirst() -> None:
    top = (
        '<h2 class="standfirst">Boats are searching the lower town, where the water stands as high '
        "as the first floor, and the operator denies that it was ever warned of anything.</h2>"
        '<p class="date">3 May 2023</p><p class="author-name">Mara Kolb</p>'
    )
    article = _read(_page(_paragraphs(), top=top))
    assert article.authors == ("Mara Kolb",)
    assert _texts(article, "byline") == ["Mara Kolb"]


def test_a_byline_below_a_caption_that_leads_to_a_film() -> None:
    top = (
        '<figure><img src="d.jpg" alt=""><figcaption><a href="/film">Water runs through the gap '
        "in the dam above Orlenz</a></figcaption></figure>"
        '<div class="byline"><a href="/profile/mk">Mara Kolb</a></div>'
    )
    article = _read(_page(_paragraphs(), top=top))
    assert article.authors == ("Mara Kolb",)


def test_an_agency_alone_below_the_headline_is_the_byline() -> None:
    article = _read(_page(_paragraphs(), top="<p>Reuters</p>"))
    assert _texts(article, "byline") == ["Reuters"]
    assert article.authors == ("Reuters",)
    pictured = '<figure><img src="d.jpg" alt=""><p>Reuters</p></figure>'
    assert _read(_page(_paragraphs(), top=pictured)).authors == ()


def test_who_is_stated_with_more_names_than_the_byline_shows_is_believed() -> None:
    stated = '<meta name="author" content="Mara Oline Kolb">'
    shown = '<p class="byline">By Mara Kolb</p>'
    assert _read(_page(_paragraphs(), top=shown, head=stated)).authors == ("Mara Oline Kolb",)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Von Rechtsanwalt Jon Tarry", "Jon Tarry"),
        ("Von OP-Online-Experte Jon Tarry", "Jon Tarry"),
        ("Verfasst von: Jon Tarry", "Jon Tarry"),
        ("著者：田中川男", "田中川男"),
    ],
)
def test_jobs_and_words_of_authorship_in_front_of_a_name(written: str, name: str) -> None:
    assert clean_names([written]) == [name]
