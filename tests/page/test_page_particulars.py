"""How particulars were chosen: every candidate with its place, and why one was taken."""

from accordingto import read_page
from accordingto.records.article import Particular
from accordingto.records.capture import Given

PAGE = """<html lang="en"><head><title>Ferry service halted - The Marn Courier</title>
<meta property="og:title" content="Ferry service halted at Port Velm">
<meta property="og:site_name" content="The Marn Courier">
<meta property="article:published_time" content="2022-05-04T08:30:00+02:00">
<meta name="date" content="2022-05-04">
<meta name="author" content="Odile Brandt">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-05-04",
 "dateModified": "2022-05-05T07:00:00+02:00", "articleSection": "Harbour"}</script>
</head><body><article><h1>Ferry service halted at Port Velm</h1>
<p>The harbour office of Port Velm halted all ferries on Wednesday, as a crane fell on a pier.</p>
<p>Nobody was hurt, the office said, and the service is to go on at the end of the week.</p>
</article></body></html>"""


def _chosen(field: str, **given: str) -> Particular:
    return next(p for p in read_page(PAGE, given=Given(**given)).particulars if p.field == field)


def test_the_fuller_form_of_a_day_is_explained() -> None:
    found = _chosen("published")
    assert found.value == "2022-05-04T08:30:00+02:00"
    assert found.reason == "the fuller form of the day that json-ld NewsArticle states first"
    assert [(c.origin, c.value) for c in found.candidates] == [
        ("json-ld NewsArticle", "2022-05-04"),
        ("meta article:published_time", "2022-05-04T08:30:00+02:00"),
        ("meta date", "2022-05-04"),
    ]


def test_what_is_given_comes_first_and_is_the_reason() -> None:
    found = _chosen("published", published="2022-05-03")
    assert (found.value, found.reason) == ("2022-05-03", "given with the page")
    assert found.candidates[0].origin == "given"


def test_headline_has_the_visible_one_and_all_titles() -> None:
    found = _chosen("headline")
    assert found.reason == "agrees with the stated title"
    assert [c.origin for c in found.candidates] == ["text", "meta og:title", "title"]


def test_where_the_rest_was_found() -> None:
    assert _chosen("authors").reason == "stated in meta author"
    assert _chosen("outlet").reason == "stated in meta og:site_name"
    assert _chosen("section").value == "Harbour"
    assert _chosen("modified").value == "2022-05-05T07:00:00+02:00"


def test_fields_without_any_value_are_left_out() -> None:
    assert "url" not in {p.field for p in read_page(PAGE).particulars}
