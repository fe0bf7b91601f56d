"""Pages in the manner of very different outlets, each read whole. All in them is invented."""

from accordingto.intake.capture import capture_html
from accordingto.page.read import read_article
from accordingto.records.article import Article, Role

TEXT = [
    "The ferry left the harbour of Tarnholm at six on Friday morning with some 140 people on "
    "board, the coastguard said.",
    "Its owner, Skarv Line, denied that the alarms had been switched off, and said that a "
    "report would follow within ten days.",
    "Two passengers were still missing in the evening, according to the county's health board.",
]
HEADLINE = "Ferry burns off Tarnholm, two people missing"


def _read(body: str, *, title: str = HEADLINE, head: str = "", language: str = "en") -> Article:
    return read_article(
        capture_html(
            f'<html lang="{language}"><head><title>{title}</title>{head}</head><body>'
            '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
            f"{body}<footer>All rights reserved</footer></body></html>",
            "page",
        )
    )


def _paragraphs(lines: list[str] = TEXT) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _texts(article: Article, *roles: Role) -> list[str]:
    return [s.span.of(article.text) for s in article.segments if s.role in roles]


def test_entries_of_a_ticker_are_text_and_have_their_times() -> None:
    entries = [
        ("16:42 Uhr", "Landrat öffnet die Altstadt", "Landrat Ulf Tessen hat die Altstadt von "
         "Wiehlau wieder geöffnet. Der Damm sei sicher, sagte er am Nachmittag."),
        ("14:05 Uhr", "Noch sechzig Keller unter Wasser", "Nach Angaben der Feuerwehr stehen noch "
         "sechzig Keller unter Wasser. Am Vortag waren es mehr als zweihundert gewesen."),
        ("11:20 Uhr", "Scheitel in der Nacht erwartet", "Das Landesamt rechnet mit dem Scheitel "
         "der Welle in der Nacht. Der Pegel werde bei sechs Metern erwartet."),
    ]  # fmt: skip
    items = "".join(
        f'<div class="ticker-item"><div class="ticker-time">{time}</div><h3>{head}</h3>'
        f"<p>{text}</p></div>"
        for time, head, text in entries
    )
    title = "Hochwasser in Wiehlau: Der Damm hält vorerst"
    article = _read(
        f'<main><span class="dachzeile">Liveticker</span><h1>{title}</h1>'
        '<div class="meta">Von Jonna Brehl | Stand: 27.12.2023, 16:42 Uhr</div>'
        f'<div class="ticker">{items}</div></main>',
        title=title,
        language="de",
    )
    assert article.genre == "live"
    assert [entry.headline for entry in article.entries] == [head for _, head, _ in entries]
    assert _texts(article, "body") == [text for _, _, text in entries]
    assert article.modified == "2023-12-27T16:42:00"
    assert article.published == article.modified


def test_a_change_on_the_line_of_publication_is_told_apart() -> None:
    line = "Published: 08:41 AM, March 2, 2021 | Updated: 11:02 AM, March 3, 2021"
    article = _read(f'<h1>{HEADLINE}</h1><div class="date">{line}</div>{_paragraphs()}')
    assert article.published == "2021-03-02T08:41:00"
    assert article.modified == "2021-03-03T11:02:00"


def test_lines_of_a_gallery_behind_the_text_are_captions_and_credits() -> None:
    slides = [
        ("Firefighters carry a man from his house on Thursday night.", "Arne Holt / AFP"),
        ("Cows stand on a dike near Sarn on 13 July 2023.", "Handout / Velm Fire Brigade"),
        ("Mayor Etta Roos speaks to residents in the gym.", "© Lina Berg/EPA"),
    ]
    gallery = "".join(
        f'<div class="slide"><img src="{number}.jpg"><div class="counter">{number}/3</div>'
        f'<p class="caption">{caption}</p><p class="credit">{credit}</p></div>'
        for number, (caption, credit) in enumerate(slides, 1)
    )
    article = _read(f'<h1>{HEADLINE}</h1>{_paragraphs()}<div class="gallery">{gallery}</div>')
    assert _texts(article, "body") == TEXT
    assert _texts(article, "caption") == [caption for caption, _ in slides]
    assert _texts(article, "credit") == [credit for _, credit in slides]
    assert [image.url for image in article.images] == ["1.jpg", "2.jpg", "3.jpg"]
    assert [image.date for image in article.images] == [None, "2023-07-13", None]


def test_a_chinese_page_has_headline_reporter_and_caption() -> None:
    headline = "临川一化工厂爆炸致五人死亡"
    text = [
        "本报临川7月17日电（记者 林一帆）十七日下午，临川市一家化工厂发生爆炸，造成五人死亡、"
        "十二人受伤，附近居民已全部疏散。",
        "临川市应急管理局局长陈立表示，事故原因正在调查之中，结果将在十日之内向社会公布。",
        "附近居民说，爆炸之前曾经闻到刺鼻气味。该厂负责人否认此前收到过任何投诉。",
    ]
    article = _read(
        f'<h1>{headline}</h1><div class="info">2022年07月18日 08:32　来源：南江日报</div>'
        f'<div class="content">{_paragraphs(text[:2])}<p><img src="a.jpg"></p>'
        f"<p>7月17日，消防员在爆炸现场。林一帆 摄</p>{_paragraphs(text[2:])}</div>",
        title=f"{headline}_南江新闻网",
        language="zh",
    )
    assert article.headline == headline
    assert not article.notes
    assert article.authors == ("林一帆",)
    assert article.published == "2022-07-18T08:32:00"
    assert _texts(article, "body") == text
    image = article.images[0]
    assert (image.caption, image.credit) == ("7月17日，消防员在爆炸现场。", "林一帆")


def test_the_place_in_a_byline_is_no_author() -> None:
    article = _read(
        f'<h1>{HEADLINE}</h1><p class="byline">By Ines Farrow — Tarnholm</p>{_paragraphs()}'
    )
    assert article.authors == ("Ines Farrow",)


def test_the_agency_behind_an_arabic_caption_is_its_credit() -> None:
    caption = "رجال الإنقاذ يبحثون بين الأنقاض في مدينة سلمى"
    article = _read(
        f"<h1>{HEADLINE}</h1><figure><img src=a.jpg><figcaption>{caption} (رويترز)</figcaption>"
        f"</figure>{_paragraphs()}"
    )
    assert [(image.caption, image.credit) for image in article.images] == [(caption, "رويترز")]


def test_claim_and_verdict_of_a_fact_check_are_text() -> None:
    box = [
        "Claim: A video shows the ferry burn off Tarnholm on Friday.",
        "Verdict: False",
        "The video is from an exercise four years ago.",
    ]
    lines = "".join(f"<div>{line}</div>" for line in box)
    article = _read(
        f'<h1>Fact check: {HEADLINE}</h1><div class="verdict-box">{lines}</div>{_paragraphs()}'
    )
    assert _texts(article, "body") == [*box, *TEXT]


def test_the_box_of_a_fact_check_does_not_swallow_the_page() -> None:
    article = _read(
        f"<h1>{HEADLINE}</h1><p>Claim: the ferry sank.</p><p>Verdict: it burnt.</p>{_paragraphs()}"
        '<p class="share">Share</p>'
    )
    assert "Share" in _texts(article, "boilerplate")


def test_a_passage_set_again_in_large_type_is_no_text() -> None:
    passage = "“denied that the alarms had been switched off”"
    quoted = "“We saw smoke before the bell rang, and nobody came,” said Ola Brandt, a passenger."
    article = _read(
        f"<h1>{HEADLINE}</h1>{_paragraphs(TEXT[:2])}"
        f'<blockquote class="pullquote">{passage}</blockquote><blockquote>{quoted}</blockquote>'
        f"{_paragraphs(TEXT[2:])}"
    )
    assert _texts(article, "body") == [*TEXT[:2], quoted, *TEXT[2:]]
    assert passage in _texts(article, "boilerplate")


def test_the_heading_of_a_table_is_a_heading_and_no_caption() -> None:
    rows = "<tr><td>Sarn</td><td>710</td></tr><tr><td>Upper Kell</td><td>402</td></tr>"
    table = f"<table><caption>Casualties by province</caption>{rows}</table>"
    article = _read(f"<h1>{HEADLINE}</h1>{_paragraphs(TEXT[:2])}{table}{_paragraphs(TEXT[2:])}")
    assert _texts(article, "subhead") == ["Casualties by province"]
    assert not article.images


def test_the_label_over_the_headline_tells_the_genre() -> None:
    article = _read(f"<p>PRESS RELEASE No. 118/2023</p><h1>{HEADLINE}</h1>{_paragraphs()}")
    assert article.genre == "press-release"


def test_outlet_from_the_site_and_a_note_that_it_is_not_free() -> None:
    data = (
        '{"@graph":[{"@type":"WebSite","name":"The Halden Review"},{"@type":"NewsArticle",'
        f'"headline":"{HEADLINE}","isAccessibleForFree":"False"}}]}}'
    )
    article = _read(
        f"<h1>{HEADLINE}</h1>{_paragraphs()}",
        head=f'<script type="application/ld+json">{data}</script>',
    )
    assert article.outlet == "The Halden Review"
    assert "paywalled" in [note.code for note in article.notes]


def test_text_in_many_boxes_goes_on_below_links() -> None:
    box = '<div class="text-block"><p>{}</p></div>'
    links = "".join(
        f'<li><a href="/{n}">{title}</a></li>'
        for n, title in enumerate(
            ["Who controls the harbour of Tarnholm?", "Aid turned back again"]
        )
    )
    article = _read(
        f"<h1>{HEADLINE}</h1><article>{''.join(map(box.format, TEXT[:2]))}"
        f'<div class="links-block"><ul>{links}</ul></div>'
        f"{box.format('The paper has seen two videos of the fire.')}{box.format(TEXT[2])}</article>"
    )
    assert _texts(article, "body") == [
        *TEXT[:2],
        "The paper has seen two videos of the fire.",
        TEXT[2],
    ]


def test_parts_of_a_byline_are_words_of_their_own() -> None:
    article = _read(
        f'<h1>{HEADLINE}</h1><div class="byline"><span>By Lena Orbach</span><span>Middle East '
        f"correspondent, Kest</span></div>{_paragraphs()}"
    )
    assert article.authors == ("Lena Orbach",)
    assert _texts(article, "byline") == ["By Lena Orbach Middle East correspondent, Kest"]


def test_parts_of_a_word_in_the_text_stay_together() -> None:
    article = _read(f"<h1>{HEADLINE}</h1><p><span>T</span><span>he</span> ferry left.</p>")
    assert "The ferry left." in article.text


def test_a_korean_page_has_reporter_change_and_notice() -> None:
    headline = "해림시 물류창고 화재로 7명 사망"
    text = [
        "3일 새벽 2시께 해림시의 한 물류창고에서 불이 나 7명이 숨졌다고 소방당국이 밝혔다.",
        "경찰은 방화 가능성을 열어 두고 수사하고 있다고 말했다. 창고 측은 의혹을 모두 부인했다.",
        "유가족 대표는 아무도 우리에게 설명하지 않았다고 말했다. 장례는 시청에서 치러질 예정이다.",
    ]
    rights = "<저작권자 ⓒ 한별일보, 무단전재 및 재배포 금지>".replace("<", "&lt;").replace(
        ">", "&gt;"
    )
    article = _read(
        f'<h1>{headline}</h1><div class="info">박서린 기자 입력 2022.11.03 07:12 수정 2022.11.03 '
        f'10:30</div><div class="body">{_paragraphs(text)}<p>{rights}</p></div>',
        title=f"{headline} | 한별일보",
        language="ko",
    )
    assert article.authors == ("박서린",)
    assert (article.published, article.modified) == ("2022-11-03T07:12:00", "2022-11-03T10:30:00")
    assert article.outlet == "한별일보"
    assert _texts(article, "body") == text


def test_the_photographer_of_a_japanese_caption() -> None:
    caption = "崩落現場付近で待機する消防隊員＝2023年9月4日午後、白浜市、"
    article = _read(
        f"<h1>{HEADLINE}</h1><figure><img src=a.jpg><figcaption>{caption}佐伯由香撮影</figcaption>"
        f"</figure>{_paragraphs()}"
    )
    image = article.images[0]
    assert (image.caption, image.credit) == (caption, "佐伯由香")
    assert [name.kind for name in image.credits] == ["photographer"]


def test_the_first_question_of_an_interview_is_no_standfirst() -> None:
    asked = ["What happened that night, captain?", "Were the alarms on?"]
    told = [
        "We were asleep. The smoke came through the floor, and I woke the two men beside me.",
        "They were on. I heard one myself, and so did the cook.",
    ]
    body = "".join(
        f"<p><strong>{question}</strong></p><p>{answer}</p>"
        for question, answer in zip(asked, told, strict=True)
    )
    article = _read(f"<h1>{HEADLINE}</h1>{body}{_paragraphs()}")
    assert article.standfirst is None
    assert _texts(article, "body")[:4] == [asked[0], told[0], asked[1], told[1]]


def test_what_stands_alone_between_headline_and_byline_is_the_standfirst() -> None:
    summary = "The owner says that every alarm was on. Those who were on board tell it otherwise."
    article = _read(
        f'<h1>{HEADLINE}</h1><p class="desc">{summary}</p><p class="byline">By Ines Farrow</p>'
        f"{_paragraphs()}"
    )
    assert article.standfirst == summary


def test_a_wall_below_the_text_is_noted() -> None:
    wall = "<section><p>Already a subscriber? Sign in to read on.</p></section>"
    article = _read(f"<h1>{HEADLINE}</h1>{_paragraphs()}{wall}")
    assert "paywalled" in [note.code for note in article.notes]
    assert "paywalled" not in [n.code for n in _read(f"<h1>{HEADLINE}</h1>{_paragraphs()}").notes]


def test_what_is_offered_behind_a_credit_is_none_of_it() -> None:
    line = "Soldiers guard the crossing, May 12, 2024. REUTERS/Ada Quist/File Photo"
    article = _read(
        f"<h1>{HEADLINE}</h1><figure><img src=a.jpg><figcaption><span>{line}</span> "
        f'<a href="/l">Purchase Licensing Rights</a></figcaption></figure>{_paragraphs()}'
    )
    assert article.images[0].credit == "REUTERS/Ada Quist/File Photo"


def test_a_pointer_at_the_end_of_a_paragraph_is_apart() -> None:
    pointer = "Read also: Court orders release of the mayor"
    link = '<b>Read also: <a href="/n">Court orders release of the mayor</a></b>'
    article = _read(f"<h1>{HEADLINE}</h1><p>{TEXT[0]} {link}</p>{_paragraphs(TEXT[1:])}")
    assert _texts(article, "body") == TEXT
    assert _texts(article, "teaser") == [pointer]
    kept = '<p>Read also what the <a href="/n">Court ordered</a> in the matter of the mayor.</p>'
    article = _read(f"<h1>{HEADLINE}</h1>{_paragraphs()}{kept}{_paragraphs()}")
    assert "teaser" not in [segment.role for segment in article.segments]


def test_a_line_with_a_change_and_no_mark_is_a_date() -> None:
    line = "HARN, June 11 | 9:30 PM (Updated June 12, 2024 at 6:15 AM)"
    article = _read(f"<h1>{HEADLINE}</h1><p>{line}</p>{_paragraphs()}")
    assert article.published == "2024-06-12T06:15:00"
    assert _texts(article, "body") == TEXT


def test_the_photographer_before_the_agency_in_brackets_is_of_the_credit() -> None:
    caption = "Marchers run from the gas, this Tuesday in Puerto Luz."
    article = _read(
        f"<h1>{HEADLINE}</h1><figure><img src=a.jpg><figcaption><span>{caption}</span> "
        f"<span>J. C. SOLÍS (AFP)</span></figcaption></figure>{_paragraphs()}"
    )
    image = article.images[0]
    assert image.caption == caption
    assert [(n.name, n.kind) for n in image.credits] == [
        ("J. C. SOLÍS", "photographer"), ("AFP", "agency")
    ]  # fmt: skip


def test_an_agency_at_the_head_of_the_stamp_is_the_author() -> None:
    line = "PTI | Tarnholm | Updated: November 2, 2023 13:40 IST"
    article = _read(f'<h1>{HEADLINE}</h1><div class="auth">{line}</div>{_paragraphs()}')
    assert article.authors == ("PTI",)
    assert [source.name for source in article.info_sources] == ["PTI"]


def test_the_stated_day_tells_how_the_page_writes_days() -> None:
    article = _read(
        f"<h1>{HEADLINE}</h1>{_paragraphs()}<p>First published on: 02-11-2023 at 08:15 IST</p>",
        head='<meta name="publish-date" content="2023-11-02T08:15:00+05:30">',
    )
    assert article.published == "2023-11-02T08:15:00+05:30"
    assert "dates-conflict" not in [note.code for note in article.notes]


def test_days_of_publication_and_change_on_one_long_line_are_no_text() -> None:
    line = "Published 3:05 p.m. ET May 4, 2024 | Updated 4:10 p.m. ET May 4, 2024"
    article = _read(f"<h1>{HEADLINE}</h1><p>{line}</p>{_paragraphs()}")
    assert article.published == "2024-05-04T15:05:00-04:00"
    assert article.modified == "2024-05-04T16:10:00-04:00"
    assert _texts(article, "body") == TEXT


def test_who_took_the_pictures_did_not_write_the_text() -> None:
    line = "Text: Jonas Wild, Fotos: Mia Kohl"
    article = _read(f'<h1>{HEADLINE}</h1><p class="byline">{line}</p>{_paragraphs()}')
    assert article.authors == ("Jonas Wild",)


def test_the_time_of_a_change_is_not_that_of_publication() -> None:
    line = "Updated 4 May 2024, 16:10"
    article = _read(
        f'<h1>{HEADLINE}</h1><div class="date">4 May 2024</div><div class="date">{line}</div>'
        f"{_paragraphs()}"
    )
    assert (article.published, article.modified) == ("2024-05-04", "2024-05-04T16:10:00")
    assert not article.notes
    article = _read(f'<h1>{HEADLINE}</h1><div class="date">{line}</div>{_paragraphs()}')
    assert (article.published, article.modified) == ("2024-05-04T16:10:00", "2024-05-04T16:10:00")
    assert [note.code for note in article.notes] == ["date-inferred"]
    chosen = next(one for one in article.particulars if one.field == "modified")
    assert [(c.value, c.origin) for c in chosen.candidates] == [("2024-05-04T16:10:00", "text")]


def test_a_change_on_the_day_of_the_address_tells_the_hour() -> None:
    article = _read(
        f'<h1>{HEADLINE}</h1><div class="date">Updated 4 May 2024, 16:10</div>{_paragraphs()}',
        head='<link rel="canonical" href="https://tarn.example/2024/05/04/ferry">',
    )
    assert article.published == "2024-05-04T16:10:00"
