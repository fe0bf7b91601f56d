"""What a stranger meets on pages of many languages: lines beside the text and what they are."""

import pytest

from accordingto.page.credits import split_credit
from accordingto.page.html.names import clean_names
from accordingto.page.read import read_article
from accordingto.records.article import Article
from accordingto.records.capture import Capture

HEADLINE = "Two grain barges burn in the harbour of Port Velm"
BODY = (
    "Two grain barges burned in the harbour of Port Velm on Tuesday night, the coast guard said, "
    "and nine of their crew were taken to the hospital.",
    "The harbour master, Jana Orlik, said the fire had begun in the engine room of the first barge "
    "and had reached the second within minutes.",
    "The river commission, which licenses the barges, announced that it would send a team of "
    "inspectors on Thursday, once the wrecks have cooled.",
)


def _read(above: str = "", within: str = "", behind: str = "", head: str = "") -> Article:
    first, *rest = (f"<p>{p}</p>" for p in BODY)
    html = (
        f"<html><head><title>{HEADLINE}</title>{head}</head><body><article><h1>{HEADLINE}</h1>"
        f"{above}<div class='article-body'>{first}{within}{''.join(rest)}</div>{behind}</article>"
        "</body></html>"
    )
    return read_article(
        Capture(
            source="page.html", media="html", content=html, sha256="0", charset="utf-8",
            charset_reason="test",
        )
    )  # fmt: skip


def _role(article: Article, text: str) -> str:
    return next(s.role for s in article.segments if s.span.of(article.text) == text)


@pytest.mark.parametrize(
    "line", ["Partager", "Envoyer par e-mail", "Ajouter à vos sélections", "00:00", "Anmäl fel"]
)
def test_what_stands_beside_a_byline_is_none(line: str) -> None:
    above = f"<div class='author'><p>Par Ada Lumen</p><div>{line}</div></div>"
    article = _read(above)
    assert _role(article, line) == "boilerplate"
    assert _role(article, "Par Ada Lumen") == "byline"


@pytest.mark.parametrize("line", ["Ada Lumen", "Ada Lumen, Port Velm", "AFP"])
def test_a_name_in_a_byline_is_one(line: str) -> None:
    above = f"<div class='author'><div class='who'>{line}</div></div>"
    assert _role(_read(above), line) == "byline"


@pytest.mark.parametrize(
    "line", ["Foto: REUTERS/Ana Ruel", "Ảnh: Ana Ruel", "Фото: Ana Ruel / AFP", "Kuva: Ana Ruel"]
)
def test_a_marked_credit_alone_on_its_line(line: str) -> None:
    above = f"<div class='author'><p>Jan Dorn</p><p>{line}</p></div>"
    assert _role(_read(above), line) == "credit"
    above = f"<figure><img src='/a.jpg'><div class='author'>{line}</div></figure>"
    assert _role(_read(above), line) == "credit"


@pytest.mark.parametrize("label", ["Lue myös:", "Lire aussi :", "Leia também:"])
def test_label_above_a_link_to_another_article(label: str) -> None:
    within = f"<p>{label}</p><p><a href='/b'>The bridge of Dorn is closed for a year</a></p>"
    assert _role(_read(within=within), label) == "teaser"


def test_link_to_another_article_that_says_so() -> None:
    line = "Lire aussi Réservé aux abonnés Le pont de Dorn ferme pour un an"
    within = f"<p><a href='/b'>{line}</a></p>"
    assert _role(_read(within=within), line) == "teaser"


def test_sentence_that_begins_like_a_pointer_stays_text() -> None:
    line = "Related companies of the owner run three more barges, the commission said on Tuesday."
    assert _role(_read(within=f"<p>{line}</p>"), line) == "body"


def test_date_stamp_is_no_standfirst() -> None:
    above = "<h2 class='lead'>20 May 2025 • Updated: 21 May 2025</h2>"
    article = _read(above)
    assert article.standfirst is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [("Bron: BELGA", "Belga"), ("Lähde: STT", "STT"), ("来源：新华社", "Xinhua")],
)
def test_source_named_above_the_text(line: str, agency: str) -> None:
    found = _read(f"<div class='src'>{line}</div>").info_sources
    assert [(s.name, s.part, s.where) for s in found] == [(agency, "whole", "note")]


def test_an_initial_ends_no_caption() -> None:
    line = "The wreck of the barge J. Orlik, seen from the mole. Ana Ruel/AFP"
    caption, credit = split_credit(line)
    assert caption is not None and credit is not None
    assert caption.of(line) == "The wreck of the barge J. Orlik, seen from the mole."
    assert split_credit("J. Orlik / AFP")[0] is None


@pytest.mark.parametrize("prefix", ["Текст: ", "Metin: ", "Penulis: ", "Tác giả: "])
def test_words_before_a_name(prefix: str) -> None:
    assert clean_names([prefix + "Ada Lumen"]) == ["Ada Lumen"]


def test_headings_named_like_dates_are_no_stamps_of_a_live_page() -> None:
    heads = ("First findings", "What the owner says", "Next steps")
    within = "".join(f"<h3 class='info'>{h}</h3><p>{BODY[1]} {h}.</p>" for h in heads)
    article = _read(within=within)
    assert [_role(article, h) for h in heads] == ["subhead"] * 3


def test_clocks_of_a_recording_are_no_stamps_of_a_live_page() -> None:
    player = "<div class='author player'><button>Play</button><div class='time'>00:00</div></div>"
    article = _read(within="".join(f"<p>{BODY[2]} {n}</p>{player}" for n in range(3)))
    assert {_role(article, "00:00")} == {"boilerplate"}


def test_headings_in_an_element_of_their_own_head_the_text() -> None:
    heads = ("A fire in the engine room", "The commission sends inspectors", "A third barge")
    behind = "".join(
        f"<div class='entry'><div class='top'><time>1{n}:20</time><h3>{h}</h3></div>"
        f"<div class='text'><p>{BODY[n]} {h}, she said.</p></div></div>"
        for n, h in enumerate(heads)
    )
    article = _read(behind=behind)
    assert [_role(article, h) for h in heads] == ["subhead"] * 3


def test_lines_of_a_table_of_contents_are_no_text() -> None:
    parts = ("What happened in the harbour", "What the commission plans")
    items = "".join(f"<li><a href='#p{n}'>{part}</a></li>" for n, part in enumerate(parts))
    article = _read(within=f"<ul>{items}</ul>")
    assert [_role(article, part) for part in parts] == ["boilerplate"] * 2
