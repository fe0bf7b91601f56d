"""Headline, authors, dates, outlet, pictures of plain texts, and the shared benchmark."""

import json
from pathlib import Path

import pytest

from accordingto.page.plain.bylines import authors_in, byline_strength
from accordingto.page.plain.phrases import is_counter, is_furniture, is_notice, opens_list
from accordingto.page.plain.read import read_plain
from accordingto.records.article import Article
from accordingto.records.capture import Capture, Given

LEDGER = Path(__file__).parents[3] / "shared" / "bench" / "ledger"

BODY = """
Two guards were hurt when a gate of the Sool dam gave way on Monday, the water board said.
The board said that the gate had been repaired in spring by a firm from Kell.
"We were never asked to repair that gate," said the head of the firm, Berta Nils.
"""


def read(text: str, given: Given | None = None) -> Article:
    return read_plain(
        Capture(
            source="t",
            media="text",
            content=text,
            sha256="",
            charset="utf-8",
            charset_reason="given",
            given=given or Given(),
        )
    )


@pytest.mark.parametrize(
    ("stamp", "published", "modified"),
    [
        ("Published: 3 May 2021 10:30", "2021-05-03T10:30:00", None),
        ("Tuesday, 9 May 2017", "2017-05-09", None),
        ("Published 3 May 2021 | Updated 5 May 2021", "2021-05-03", "2021-05-05"),
        ("Last updated: June 4, 2019", "2019-06-04", "2019-06-04"),
        ("By Ilse Tarn, 3 May 2021", "2021-05-03", None),
        ("14.08.2018", "2018-08-14", None),
        ("2021年6月3日 18時20分", "2021-06-03T18:20:00", None),
        ("Marco Tellin 4 Marzo 2024 - 14:41", "2024-03-04T14:41:00", None),
        ("3 h ago", None, None),
    ],
)
def test_dates_in_stamps(stamp: str, published: str | None, modified: str | None) -> None:
    article = read(f"Water board and firm disagree over dam gate\n{stamp}{BODY}")
    assert (article.published, article.modified) == (published, modified)


def test_a_date_in_a_caption_or_a_copyright_is_not_the_date_of_publication() -> None:
    caption = "The dam is seen in this February 2, 2020 handout photo (Ola Brandt/AFP)"
    rights = "© 2015 Sool Post. All rights reserved."
    article = read(f"Water board and firm disagree over dam gate\n{caption}{BODY}{rights}")
    assert article.published is None
    assert article.images[0].date == "2020-02-02"
    assert "date-missing" in {note.code for note in article.notes}


def test_weak_evidence_for_a_date_is_noted() -> None:
    alt = "Water runs through the broken gate of the dam - Sool Post, 1280, 04.02.2020"
    article = read(f"Water board and firm disagree over dam gate\n{alt}{BODY}")
    assert article.published == "2020-02-04"
    assert article.outlet == "Sool Post"
    assert "date-inferred" in {note.code for note in article.notes}


def test_a_dateline_with_a_year_gives_the_date() -> None:
    article = read(f"Dam gate gives way\nSOOL, 3 June 2020 (AFP) — {BODY.strip()}")
    assert article.published == "2020-06-03"


def test_two_stamps_that_differ_are_noted() -> None:
    title = "Water board and firm disagree over dam gate"
    article = read(f"{title}\nPublished: 3 May 2021\n7 May 2021{BODY}")
    assert article.published == "2021-05-03"
    assert "dates-conflict" in {note.code for note in article.notes}


def test_what_is_given_is_believed() -> None:
    given = Given(published="2001-01-01", outlet="Kell Courier", language="fr", url="https://a.b/c")
    article = read(f"Water board denies\nPublished: 3 May 2021{BODY}© 2015 Sool Post.", given)
    assert (article.published, article.outlet) == ("2001-01-01", "Kell Courier")
    assert (article.language, article.url) == ("fr", "https://a.b/c")


@pytest.mark.parametrize(
    ("tail", "outlet"),
    [
        ("© 2015 Sool Post. All rights reserved.", "Sool Post"),
        ("Copyright 2019 by Reuters. All rights reserved.", None),
        ("", None),
    ],
)
def test_outlet_from_a_rights_line(tail: str, outlet: str | None) -> None:
    assert read(f"Water board and firm disagree over dam gate{BODY}{tail}").outlet == outlet


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ilse Tarn", ("Ilse Tarn",)),
        ("By Ilse Tarn and Jon van Asker", ("Ilse Tarn", "Jon van Asker")),
        ("By ILSE TARN, Reuters", ("ILSE TARN", "Reuters")),
        ("Von Anna Brandl", ("Anna Brandl",)),
        ("(Reporting by Ilse Tarn; Editing by Joss Wick)", ("Ilse Tarn",)),
        ("By Ilse Tarn | 3 May 2021", ("Ilse Tarn",)),
        ("Associated Press", ("Associated Press",)),
    ],
)
def test_names_in_bylines(line: str, names: tuple[str, ...]) -> None:
    assert byline_strength(line) >= 0.8
    assert authors_in(line)[: len(names)] == names


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, 40 houses had burnt down.",
        "By the time the police came, the square was empty.",
        "From the roof she saw the smoke.",
        "Reuters could not verify the account.",
    ],
)
def test_running_text_is_no_byline(line: str) -> None:
    assert byline_strength(line) < 0.8


def test_authors_are_people_where_there_are_any() -> None:
    article = read(f"Water board denies\nBy Ilse Tarn{BODY}Reuters\n(Editing by Joss Wick)")
    assert article.authors == ("Ilse Tarn",)


def test_a_caption_that_comes_again_is_one_picture() -> None:
    words = "Water runs through the broken gate of the dam above Sool"
    head = "Water board and firm disagree over dam gate"
    article = read(f"{head}\n© AFP / Ola Brandt{words}\n{words} - Sool Post, 1280{BODY}")
    (image,) = article.images
    assert (image.caption, image.credit, image.alt) == (words, "AFP / Ola Brandt", words)


def test_genre_by_the_headline() -> None:
    assert read(f"Live: dam gate gives way{BODY}").genre == "live"
    assert read(f"Opinion: The dam was never safe{BODY}").genre == "opinion"
    assert read(f"Dam gate gives way{BODY}").genre is None


@pytest.mark.parametrize("line", ["Log in", "SHARE", "Home | World | Sport", "Iniciar sesión"])
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["12 comments", "5 min read", "World / 3 h ago", "7:45 p.m.", "3"])
def test_counters(line: str) -> None:
    assert is_counter(line)


@pytest.mark.parametrize("line", ["Two guards hurt", "30 killed in raid", "Police said 3 May"])
def test_words_of_an_article_are_no_furniture(line: str) -> None:
    assert not (is_furniture(line) or is_counter(line) or is_notice(line) or opens_list(line))


@pytest.mark.skipif(not LEDGER.is_dir(), reason="the shared benchmark is not beside the checkout")
def test_roles_on_the_shared_articles() -> None:
    right = found = gold = 0
    for path in sorted(LEDGER.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if "text_file" not in record:
            continue
        text = (LEDGER / record["text_file"]).read_bytes().decode("utf-8")
        want = {(*line["span"], line["role"]) for line in record["lines"]}
        have = {(s.span.start, s.span.end, s.role) for s in read(text).segments}
        right, found, gold = right + len(want & have), found + len(have), gold + len(want)
    assert gold
    assert 2 * right / (found + gold) >= 0.97


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Marco Tellin 4 March 2024 - 14:41", ("Marco Tellin",)),
        ("4 March 2024 by Tessa Orrin", ("Tessa Orrin",)),
        ("Tessa Orrin Roads and Rail Reporter", ("Tessa Orrin",)),
        ("byTessa Orrin", ("Tessa Orrin",)),
        ("Par Odile Vernet avec AFP", ("Odile Vernet",)),
        ("By Tessa Orrin @torrin Nov 4, 2024", ("Tessa Orrin",)),
        # A place before a date is nobody.
        ("New Velm 4 March 2024", ()),
    ],
)
def test_names_in_lines_by_the_headline(line: str, names: tuple[str, ...]) -> None:
    assert read(f"Water board and firm disagree over dam gate\n{line}{BODY}").authors == names


def test_bylines_of_other_articles_name_none_of_the_authors() -> None:
    who = ("The owner", "The keeper", "The builder")
    more = "".join(
        f"{one} of the dam was told of it, the board said on Monday night.\n" for one in who
    )
    others = "Most read\nMayor opens new bridge over the Sool\nBy Joss Wick\n"
    article = read(f"Water board and firm disagree over dam gate\nBy Ilse Tarn{BODY}{more}{others}")
    assert article.authors == ("Ilse Tarn",)


def test_a_consent_dialog_is_no_headline() -> None:
    dialog = "We value your privacy\nWe store and access information on your device.\nAccept all\n"
    article = read(f"{dialog}Water board and firm disagree over dam gate\nBy Ilse Tarn{BODY}")
    assert article.headline == "Water board and firm disagree over dam gate"
