"""Which heading is the headline, and when the page was published. All of it is invented."""

import hashlib

import pytest

from accordingto.page.dates import parse_date
from accordingto.page.html.headline import without_kicker, without_label
from accordingto.page.html.read import read_html
from accordingto.records.article import Article
from accordingto.records.capture import Capture

BODY = "".join(
    f"<p>{p}</p>"
    for p in (
        "Two grain barges burned in the harbour of Port Velm on Tuesday, the coast guard said.",
        "The Marn government accused the Velm Front of setting the fire; the Front denied it.",
        "A team of inspectors from the river commission is to arrive on Thursday, officials said.",
    )
)


def _read(head: str, top: str) -> Article:
    html = f"<html><head>{head}</head><body><main>{top}<div>{BODY}</div></main></body></html>"
    return read_html(
        Capture(
            source="page.html", media="html", content=html,
            sha256=hashlib.sha256(html.encode()).hexdigest(), charset="utf-8",
            charset_reason="test",
        )
    )  # fmt: skip


def test_the_path_to_the_page_is_no_headline() -> None:
    title = "<title>Port Velm fire: Barges, cause</title>"
    path = "<nav><ol><li>World</li><li><h1>Port Velm fire: Barges, cause</h1></li></ol></nav>"
    heading = "<header><h2 class='headline'>The night the barges burned in Port Velm</h2></header>"
    assert _read(title, path + heading).headline == "The night the barges burned in Port Velm"


def test_the_only_main_heading_is_believed_over_a_title_for_search_engines() -> None:
    head = '<title>Marn travel</title><meta property="og:title" content="Best river tours">'
    article = _read(head, "<h1>Barges burn in the harbour of Port Velm</h1>")
    assert article.headline == "Barges burn in the harbour of Port Velm"


@pytest.mark.parametrize(
    ("text", "titles", "wanted"),
    [
        (
            "Port Velm Barges burn in harbour fire",
            ["Fire: Barges burn in harbour fire"],
            "Barges burn in harbour fire",
        ),
        (
            "Night of fire - Barges burn in the harbour",
            ["Blaze: Barges burn in the harbour"],
            "Barges burn in the harbour",
        ),
        (": Barges burn", ["Port Velm: Barges burn"], "Port Velm: Barges burn"),
        (
            "Port Velm: Barges burn",
            ["Port Velm: Barges burn", "Barges burn"],
            "Port Velm: Barges burn",
        ),
        (
            "Velm saw it coming: Barges burn in the harbour",
            ["Port Velm saw it coming: Barges burn in the harbour"],
            "Velm saw it coming: Barges burn in the harbour",
        ),
    ],
)
def test_kickers(text: str, titles: list[str], wanted: str) -> None:
    assert without_kicker(text, titles) == wanted


def test_a_genre_behind_the_headline_is_no_part_of_it() -> None:
    assert without_label("The river needs a rest | Opinion") == "The river needs a rest"
    assert without_label("Marn | Velm talks") == "Marn | Velm talks"


def test_soft_hyphens_are_not_in_the_headline() -> None:
    heading = "<h1>Fracht\xadkähne brennen in Velm</h1>"
    article = _read("<title>Frachtkähne brennen in Velm</title>", heading)
    assert article.headline == "Frachtkähne brennen in Velm"


def test_the_moment_in_the_markup_of_a_date_stamp() -> None:
    stamp = (
        '<h1>Barges burn in Port Velm</h1><time datetime="2022-05-04T08:30:00+02:00">4 May</time>'
    )
    assert (
        _read("<title>Barges burn in Port Velm</title>", stamp).published
        == "2022-05-04T08:30:00+02:00"
    )


def test_local_time_is_preferred_to_the_same_moment_in_world_time() -> None:
    head = (
        '<meta property="article:published_time" content="2022-05-03T22:10:00Z">'
        '<meta name="date" content="2022-05-04T00:10:00+02:00">'
    )
    assert _read(head, "<h1>Barges burn in Port Velm</h1>").published == "2022-05-04T00:10:00+02:00"


def test_a_value_in_place_of_the_content_of_a_meta_element() -> None:
    head = '<meta name="article:published_time" value="2022-05-04T08:30:00+02:00">'
    assert _read(head, "<h1>Barges burn in Port Velm</h1>").published == "2022-05-04T08:30:00+02:00"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("May 4, 2022 3:33 AM ET", "2022-05-04T03:33:00-04:00"),
        ("Jan. 4, 2022 3:33 AM ET", "2022-01-04T03:33:00-05:00"),
        ("March 13, 2022 5:00 a.m. PT", "2022-03-13T05:00:00-07:00"),
        ("Nov. 6, 2022 5:00 a.m. PT", "2022-11-06T05:00:00-08:00"),
    ],
)
def test_american_times_without_a_season(text: str, wanted: str) -> None:
    assert parse_date(text, day_first=False) == wanted
