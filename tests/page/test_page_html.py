"""HTML pages to articles: roles, metadata, pictures. All pages are of invented incidents."""

import hashlib

import pytest

from accordingto.page.html.read import read_html
from accordingto.records.article import Article
from accordingto.records.capture import Capture, Given

BODY = [
    "Two grain barges burned in the harbour of Port Velm on Tuesday night, the coast guard said.",
    "The Marn government accused the Velm Front of setting the fire; the Front denied it within "
    "an hour and called the charge a fabrication.",
    "“We were nowhere near the harbour,” said Ilse Tarn, a spokeswoman for the Front, in a "
    "recorded message that local radio carried.",
    "Harbour workers told this newspaper that they had heard two blasts shortly before midnight, "
    "and that a third barge had sunk.",
    "A team of inspectors from the river commission is to arrive on Thursday, officials said.",
]

PAGE = """<!DOCTYPE html><html lang="en-GB"><head>
<title>Barges burn in Port Velm - The Marn Courier</title>
<meta property="og:title" content="Barges burn in Port Velm">
<meta property="og:site_name" content="The Marn Courier">
<meta property="article:published_time" content="2022-05-04T08:30:00+02:00">
<link rel="canonical" href="https://courier.example/world/barges-burn">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "NewsArticle", "headline": "Barges burn in Port Velm",
  "author": [{"@type": "Person", "name": "Odile Brandt"}],
  "dateModified": "2022-05-04T10:00:00+02:00", "publisher": {"name": "The Marn Courier"}}]}
</script></head><body>
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li>
</ul></nav></header>
<main><article><h1>Barges burn in Port Velm</h1>
<p class="standfirst">Government and rebels trade blame over a fire that sank a grain barge.</p>
<div class="byline">By <a href="/odile">Odile Brandt</a></div>
<figure><img src="/img/barge.jpg" alt="A barge on fire"><figcaption>A barge on fire at the pier.
 Photo: Ana Ruel/Orbit</figcaption></figure>
<div class="article-body">%s</div></article></main>
<aside class="related-stories"><h3>Related</h3><ul>
<li><a href="/a">Marn minister resigns after a month of protests</a></li>
<li><a href="/b">River traffic resumes on the upper Velm today</a></li></ul></aside>
<footer class="site-footer"><p>© 2022 The Marn Courier. All rights reserved.</p></footer>
<script>var hidden = "no text";</script></body></html>"""


def _page(extra: str = "") -> str:
    return PAGE % ("".join(f"<p>{p}</p>" for p in BODY) + extra)


def _read(html: str, **given: str) -> Article:
    digest = hashlib.sha256(html.encode("utf-8", "replace")).hexdigest()
    return read_html(
        Capture(
            source="page.html",
            media="html",
            content=html,
            sha256=digest,
            charset="utf-8",
            charset_reason="test",
            given=Given(**given),
        )
    )


def _texts(article: Article, *roles: str) -> list[str]:
    return [s.span.of(article.text) for s in article.segments if s.role in roles]


def test_body_is_whole_and_alone() -> None:
    assert _texts(_read(_page()), "body") == BODY


def test_roles_around_the_body() -> None:
    article = _read(_page())
    assert _texts(article, "headline") == ["Barges burn in Port Velm"]
    assert _texts(article, "standfirst") == [
        "Government and rebels trade blame over a fire that sank a grain barge."
    ]
    assert _texts(article, "byline") == ["By Odile Brandt"]
    assert _texts(article, "caption") == ["A barge on fire at the pier."]
    assert _texts(article, "credit") == ["Photo: Ana Ruel/Orbit"]
    assert "Marn minister resigns after a month of protests" in _texts(article, "teaser")
    furniture = _texts(article, "boilerplate")
    assert "Home World" in furniture
    assert "© 2022 The Marn Courier. All rights reserved." in furniture
    assert "hidden" not in article.text


def test_metadata() -> None:
    article = _read(_page())
    assert article.headline == "Barges burn in Port Velm"
    assert article.authors == ("Odile Brandt",)
    assert article.published == "2022-05-04T08:30:00+02:00"
    assert article.modified == "2022-05-04T10:00:00+02:00"
    assert article.outlet == "The Marn Courier"
    assert article.language == "en"
    assert article.url == "https://courier.example/world/barges-burn"


def test_given_is_believed() -> None:
    article = _read(
        _page(),
        url="https://other.example/x",
        published="2022-05-03",
        outlet="Other",
        language="fr",
    )
    assert article.url == "https://other.example/x"
    assert article.published == "2022-05-03"
    assert article.outlet == "Other"
    assert article.language == "fr"


def test_image_points_at_its_words() -> None:
    article = _read(_page())
    (image,) = article.images
    assert image.caption == "A barge on fire at the pier."
    assert image.credit == "Ana Ruel/Orbit"
    assert image.alt == "A barge on fire"
    assert image.url == "https://courier.example/img/barge.jpg"
    assert image.caption_span is not None
    assert image.caption_span.of(article.text) == image.caption
    assert image.credit_span is not None
    assert image.credit_span.of(article.text) == image.credit


def test_credit_marked_by_an_inline_element() -> None:
    figure = (
        '<figure><img src="b.jpg"><figcaption>The pier the morning after '
        '<span class="credit">Ana Ruel / Orbit</span></figcaption></figure>'
    )
    article = _read(_page(figure))
    assert "The pier the morning after" in _texts(article, "caption")
    assert "Ana Ruel / Orbit" in _texts(article, "credit")


def test_links_of_the_body_are_absolute() -> None:
    link = (
        "<p>The commission published its first findings on the harbour fire "
        'in <a href="/report">a long report</a> that both sides have read.</p>'
    )
    article = _read(_page(link))
    assert article.links == ("https://courier.example/report",)


def test_read_more_line_in_the_body_is_no_body() -> None:
    line = '<p class="read-more"><a href="/c">Read more: Marn closes its river border</a></p>'
    article = _read(_page(line + f"<p>{BODY[0]} It was the third such fire.</p>"))
    assert not any("closes its river border" in t for t in _texts(article, "body", "subhead"))
    assert any("third such fire" in t for t in _texts(article, "body"))


def test_heading_in_the_body_is_a_subhead() -> None:
    article = _read(_page(f"<h2>What the workers saw</h2><p>{BODY[3]} Nobody was hurt.</p>"))
    assert "What the workers saw" in _texts(article, "subhead")


def test_broken_linked_data_still_gives_fields() -> None:
    broken = PAGE.replace('"headline":', '"x": [1,, "headline":', 1) % f"<p>{BODY[0]}</p>"
    assert _read(broken).authors == ("Odile Brandt",)


def test_body_that_stands_in_metadata_only() -> None:
    body = " ".join(BODY)
    page = (
        '<html><head><script type="application/ld+json">{"@type": "NewsArticle", '
        f'"headline": "Barges burn in Port Velm", "articleBody": "{body}"}}</script></head>'
        "<body><h1>Barges burn in Port Velm</h1><p>Loading</p></body></html>"
    )
    article = _read(page)
    assert _texts(article, "body") == [body]
    assert "body-from-metadata" in {n.code for n in article.notes}


def test_hidden_text_is_no_text_unless_it_is_all_there_is() -> None:
    assert "secret" not in _read(_page('<p style="display: none">A secret line.</p>')).text
    hidden = PAGE.replace("<article>", "<article hidden>") % "".join(f"<p>{p}</p>" for p in BODY)
    article = _read(hidden)
    assert _texts(article, "body") == BODY
    assert "body-hidden" in {n.code for n in article.notes}


def test_conflicting_dates_are_noted() -> None:
    page = _page().replace("</head>", '<meta name="pubdate" content="2022-06-20"></head>')
    article = _read(page)
    assert article.published == "2022-05-04T08:30:00+02:00"
    assert "dates-conflict" in {n.code for n in article.notes}


def test_headline_from_metadata_is_noted() -> None:
    page = _page().replace("<h1>Barges burn in Port Velm</h1>", "")
    article = _read(page)
    assert article.headline == "Barges burn in Port Velm"
    assert "headline-not-in-text" in {n.code for n in article.notes}


@pytest.mark.parametrize(
    ("section", "genre"), [("Opinion", "opinion"), ("Live", "live"), ("World", None)]
)
def test_stated_genre(section: str, genre: str | None) -> None:
    head = f'<meta property="article:section" content="{section}"></head>'
    assert _read(_page().replace("</head>", head)).genre == genre


def test_empty_page() -> None:
    article = _read("")
    assert article.text == ""
    assert article.segments == ()
    assert {"body-missing", "headline-missing", "date-missing"} <= {n.code for n in article.notes}
