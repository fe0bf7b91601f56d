"""Roles and fields where markup misleads: names of containers, live blogs, old tables, posts."""

import pytest

from accordingto.page.html.names import clean_names
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


def test_lines_of_the_main_heading_are_one() -> None:
    parted = "<h1><div>Dam above Orlenz bursts,<br>six people missing</div></h1>"
    listed = f'<ul class="popular"><li><h2>{HEADLINE}</h2></li></ul>'
    html = _page(_paragraphs()).replace(f"<h1>{HEADLINE}</h1>", parted)
    article = _read(html.replace("</article>", "</article>" + listed))
    assert _texts(article, "headline") == [HEADLINE]
    assert article.text.index(HEADLINE) < article.text.index(BODY[0])


@pytest.mark.parametrize(
    "line",
    ['<div class="share-author author">by Maret Oslan</div>', "<p>Maret Oslan | Orlenz, 4 May</p>",
     '<div class="ad-slot"><p class="name">Maret Oslan</p></div>'],
)  # fmt: skip
def test_a_line_with_a_stated_author_is_the_byline(line: str) -> None:
    stated = '<meta name="author" content="Maret Oslan">'
    article = _read(_page(_paragraphs(), top=line, head=stated))
    assert [text for text in _texts(article, "byline") if "Maret Oslan" in text]


@pytest.mark.parametrize(
    "line",
    ['<div class="author"><p>Maret Oslan writes on dams, rivers and the people who live along '
     "both of them for the Post.</p></div>",
     '<div class="author-row"><ul class="tags"><li><a href="/t">Velm Hydro</a></li></ul></div>'],
)  # fmt: skip
def test_a_portrait_of_the_author_or_a_tag_is_no_byline(line: str) -> None:
    stated = '<meta name="author" content="Maret Oslan">'
    article = _read(_page(_paragraphs(), top=line, head=stated))
    assert not _texts(article, "byline")


def test_a_name_above_the_credit_of_a_picture_is_its_caption() -> None:
    figure = (
        '<div class="image"><img src="/m.jpg"><p class="lead-line">Maret Oslan</p>'
        "<p>Photo: REUTERS/Ana Ruel</p></div>"
    )
    article = _read(_page(figure + _paragraphs()))
    assert _texts(article, "caption") == ["Maret Oslan"]
    assert article.images[0].caption == "Maret Oslan"
    assert article.images[0].credit == "REUTERS/Ana Ruel"


def test_a_label_of_an_advert_is_no_caption() -> None:
    figure = '<figure><img src="/m.jpg"><figcaption>Advertisement</figcaption></figure>'
    assert not _texts(_read(_page(_paragraphs() + figure + f"<p>{BODY[0]}</p>")), "caption")


def test_a_credit_may_say_which_picture_it_is_of() -> None:
    article = _read(_page(_paragraphs("Main image credit: Orbit Images")))
    assert _texts(article, "credit") == ["Main image credit: Orbit Images"]


def test_stamps_below_links_to_other_articles_make_no_live_page() -> None:
    card = '<div><a href="/other/{0}">Velm Hydro was warned of a crack {0}</a></div>'
    stamp = '<div><time class="date">{0}. 4. 2023 5:00</time></div>'
    cards = [card.format(i) + stamp.format(i) for i in (1, 2, 3, 4)]
    text = "".join(f"<p>{p}</p>{c}" for p, c in zip(BODY, cards, strict=True))
    article = _read(_page(text + f"<p>{BODY[0]}</p>"))
    assert not _texts(article, "byline")
    assert article.entries == ()


def test_who_wrote_another_article_is_no_byline() -> None:
    card = (
        '<div class="cards"><a href="/other">Velm Hydro was warned of a crack in its wall</a>'
        '<span></span></div><div class="byline">By Tomas Rieke</div>'
    )
    article = _read(_page("".join(f"<p>{p}</p>{card}" for p in BODY)))
    assert not _texts(article, "byline")


def test_a_short_line_in_capitals_heads_what_follows() -> None:
    article = _read(_page(_paragraphs("WHO KNEW OF THE CRACK?", BODY[0])))
    assert "WHO KNEW OF THE CRACK?" in _texts(article, "subhead")


def test_a_job_behind_a_name_is_no_second_author() -> None:
    assert clean_names(["Maret Oslan, Velm News Chief Political Writer"]) == ["Maret Oslan"]
    assert clean_names(["Maret Oslan and Tomas Rieke, Staff Reporters"]) == [
        "Maret Oslan",
        "Tomas Rieke",
    ]


def test_a_name_in_bold_below_the_text_signs_it() -> None:
    stated = (
        '<meta property="og:site_name" content="Orlenz Post">'
        '<meta name="author" content="Orlenz Post">'
    )
    body = "<div>" + _paragraphs() + "<p><b>Maret Oslan</b></p></div><div>Share</div>"
    article = _read(_page(body, head=stated))
    assert article.authors == ("Maret Oslan",)
    body = "<div>" + _paragraphs() + "<p><b>What we know so far</b></p></div><div>Share</div>"
    assert "Maret Oslan" not in _read(_page(body, head=stated)).authors


@pytest.mark.parametrize("line", ["Photo: Ana Ruel/Orbit", "PAP/ Ana Ruel"])
def test_a_signed_picture_is_no_byline(line: str) -> None:
    figure = f'<div class="image"><img src="/m.jpg"><p class="image-author">{line}</p></div>'
    article = _read(_page(figure + _paragraphs()))
    assert _texts(article, "credit") == [line]
    assert not _texts(article, "byline")


def test_a_line_in_the_middle_of_the_text_is_no_byline() -> None:
    line = '<div class="author">How the mayor answered</div>'
    text = "".join(f"<p>{p}</p>" for p in BODY[:3]) + line + "".join(f"<p>{p}</p>" for p in BODY)
    assert not _texts(_read(_page(text)), "byline")


def test_an_outlet_is_named_without_its_address() -> None:
    head = '<meta property="og:site_name" content="www.orlenzpost.example">'
    assert _read(_page(_paragraphs(), head=head)).outlet == "orlenzpost.example"


@pytest.mark.parametrize("line", ["May 4, 2023 5 AM PT", "Published:"])
def test_a_date_or_a_label_in_the_byline_is_none(line: str) -> None:
    top = f'<div><p class="author">By Maret Oslan</p><p class="byline">{line}</p></div>'
    assert _texts(_read(_page(_paragraphs(), top=top)), "byline") == ["By Maret Oslan"]


def test_who_edited_the_text_did_not_write_it() -> None:
    stated = '<meta name="author" content="Jana Orlik">'
    top = '<div class="author">Tomas Rieke</div>'
    article = _read(_page(_paragraphs() + "<div>Editor : Jana Orlik</div>", top=top, head=stated))
    assert article.authors == ("Tomas Rieke",)


def test_a_word_of_publishing_ends_the_name() -> None:
    top = '<div class="meta">Von Jorin Haller publiziert am 4. Mai 2023</div>'
    assert _read(_page(_paragraphs(), top=top)).authors == ("Jorin Haller",)


def test_what_a_label_points_to_is_another_article() -> None:
    pointed = (
        '<table bgcolor="#EEF2F8"><tr><td><b>READ ALSO:</b><br>'
        '<a href="/1">Police detain three men over theft of pumps in Orlenz district</a><br>'
        '<a href="/2">Cabinet extends the lease of two power stations</a></td></tr></table>'
    )
    told = [f"<p>{paragraph}</p>" for paragraph in BODY]
    article = _read(_page("".join([*told[:2], pointed, *told[2:]])))
    roles = {s.span.of(article.text)[:12]: s.role for s in article.segments}
    assert roles["Police detai"] == "teaser"
    assert roles["Engineers of"] == "body"
