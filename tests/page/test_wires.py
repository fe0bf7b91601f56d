"""From whom an article has its text, and notes on corrections: paragraphs in, findings out."""

import pytest

from accordingto.page.read import read_article
from accordingto.records.article import Article
from accordingto.records.capture import Capture

FIRST = (
    "Two grain barges burned in the harbour of Port Velm on Tuesday night, the coast guard said."
)
LAST = "A team of inspectors from the river commission is to arrive on Thursday, officials said."


def _read(*paragraphs: str, byline: str = "", head: str = "") -> Article:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    html = (
        f"<html><head><title>Barges burn in Port Velm harbour</title>{head}</head><body><article>"
        f"<h1>Barges burn in Port Velm harbour</h1><div class='byline'>{byline}</div>"
        f"<div class='article-body'>{body}</div></article></body></html>"
    )
    return read_article(
        Capture(
            source="page.html", media="html", content=html, sha256="0", charset="utf-8",
            charset_reason="test",
        )
    )  # fmt: skip


def _told(article: Article) -> list[tuple[str | None, str, str, str | None]]:
    return [
        (s.name, s.part, s.where, s.span.of(article.text) if s.span else None)
        for s in article.info_sources
    ]


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        (
            (f"PORT VELM, May 4 (Reuters) - {FIRST}", LAST),
            ("Reuters", "whole", "dateline", "Reuters"),
        ),
        ((f"Port Velm (dpa) – {FIRST}", LAST), ("dpa", "whole", "dateline", "dpa")),
        ((f"PORT VELM — AFP — {FIRST}", LAST), ("AFP", "whole", "dateline", "AFP")),
        ((FIRST, f"{LAST} (AP)"), ("AP", "whole", "signature", "AP")),
        (
            (FIRST, LAST, "With files from Agence France-Presse"),
            ("AFP", "contribution", "note", "Agence France-Presse"),
        ),
        (
            (FIRST, LAST, "Reuters contributed to this report."),
            ("Reuters", "contribution", "note", "Reuters"),
        ),
        (
            (FIRST, LAST, "This article was originally published by River Watch."),
            ("River Watch", "whole", "note", "River Watch"),
        ),
        ((FIRST, LAST, "Source: Interfax"), ("Interfax", "whole", "note", "Interfax")),
    ],
)
def test_origin_in_the_text(paragraphs: tuple[str, ...], wanted: tuple[str, str, str, str]) -> None:
    assert _told(_read(*paragraphs)) == [wanted]


@pytest.mark.parametrize(
    ("byline", "wanted"),
    [
        ("By Odile Brandt and AFP", ("AFP", "whole", "byline", "AFP")),
        (
            "By Odile Brandt, Orbit Press Agency",
            ("Orbit Press Agency", "whole", "byline", "Orbit Press Agency"),
        ),
        ("By staff and agencies", (None, "whole", "byline", "agencies")),
    ],
)
def test_origin_in_the_byline(byline: str, wanted: tuple[str | None, str, str, str]) -> None:
    assert _told(_read(FIRST, LAST, byline=byline)) == [wanted]


def test_origin_in_the_metadata() -> None:
    article = _read(FIRST, LAST, head='<meta name="syndication-source" content="Xinhua">')
    assert _told(article) == [("Xinhua", "whole", "metadata", None)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The minister denied it in an interview with Reuters.",
        "A harbour worker told AFP that he had heard two blasts.",
        "The barges (AP counted three) had sunk by the morning, and the fire was out.",
        "She works for the Velm Port Authority (PA) and did not want to be named.",
        "“Mehr” is the German word for “more”, the guide explained to them.",
    ],
)
def test_agencies_that_are_only_spoken_of(paragraph: str) -> None:
    assert _told(_read(FIRST, LAST, paragraph)) == []


def test_each_origin_once_by_its_best_evidence() -> None:
    article = _read(
        f"PORT VELM (Reuters) - {FIRST}", f"{LAST} (Reuters)", byline="By Reuters",
        head='<meta name="author" content="Reuters">',
    )  # fmt: skip
    assert [s.name for s in article.info_sources] == ["Reuters"]
    assert article.info_sources[0].score == 0.95


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        (
            "Correction: An earlier version of this report gave the wrong number of barges.",
            "correction",
        ),
        ("This article was amended on 5 May 2022. Two barges burned, not three.", "correction"),
        (
            "Clarification, 5 May: The Front runs the harbour office, not the harbour.",
            "clarification",
        ),
        ("UPDATE: The coast guard has since confirmed that a third barge sank.", "update"),
        ("Editor’s note: The name of the witness has been changed at her wish.", "editors-note"),
        (
            "Korrektur: Es brannten zwei Kähne im Hafen, nicht drei, wie es zuerst hieß.",
            "correction",
        ),
        ("Our story on Monday gave the wrong age. We regret the error.", "correction"),
        ("(Corrects spelling of the captain's name in paragraph two)", "correction"),
        ("Esta noticia ha sido corregida: el barco zarpó a las seis de la tarde.", "correction"),
    ],
)
def test_notes_on_corrections(note: str, kind: str) -> None:
    article = _read(FIRST, LAST, note)
    assert [(c.kind, c.span.of(article.text)) for c in article.corrections] == [(kind, note)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Corrections to the harbour law are to be debated on Thursday, officials said.",
        "Updates on the fire were promised for the evening by the coast guard.",
        "Corrections: If you are aware of an error in our reports, write to the desk.",
    ],
)
def test_sentences_that_are_no_correction(sentence: str) -> None:
    assert _read(FIRST, LAST, sentence).corrections == ()


def test_section_and_tags() -> None:
    head = (
        '<meta property="article:section" content="World, News"><meta property="article:tag" '
        'content="Port Velm"><meta name="keywords" content="port velm, River Marn, kind: story">'
    )
    article = _read(FIRST, LAST, head=head)
    assert article.section == "World"
    assert article.tags == ("Port Velm", "River Marn")
