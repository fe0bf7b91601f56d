"""The entries of a live page. The incident is invented."""

import json

from accordingto.page.html.read import read_html
from accordingto.records.article import Article
from accordingto.records.capture import Capture

ENTRIES = (
    (
        "2022-05-04T10:20:00+02:00",
        "Third barge found",
        "Divers have found a third barge on the bottom of the harbour, the coast guard said.",
    ),
    (
        "2022-05-04T09:40:00+02:00",
        "Front denies it",
        "The Velm Front has denied that it set the fire, and called the charge a fabrication.",
    ),
    (
        "2022-05-04T08:30:00+02:00",
        "Barges on fire",
        "Two grain barges are burning in the harbour of Port Velm, harbour workers told us.",
    ),
)


def _read(body: str, head: str = "") -> Article:
    html = (
        f"<html><head><title>Port Velm fire live: updates</title>{head}</head><body><main>"
        f"<h1>Port Velm fire live: updates</h1><div>{body}</div></main></body></html>"
    )
    return read_html(
        Capture(
            source="p", media="html", content=html, sha256="", charset="utf-8", charset_reason="t"
        )
    )


def _told(article: Article) -> list[tuple[str | None, str | None, bool]]:
    """Time, headline, and whether the entry's words are all of its own and nothing else."""
    return [
        (e.time, e.headline, e.span.of(article.text).endswith(text))
        for e, (_, _, text) in zip(article.entries, ENTRIES, strict=True)
    ]


WANTED = [(time, title, True) for time, title, _ in ENTRIES]


def test_entries_by_stamps_of_time() -> None:
    body = "".join(
        f"<section><time datetime='{time}'>{time[11:16]}</time>"
        f"<h3>{title}</h3><p>{text}</p></section>"
        for time, title, text in ENTRIES
    )
    article = _read(body)
    assert _told(article) == WANTED
    assert [e.time_span.of(article.text) for e in article.entries if e.time_span] == [
        "10:20",
        "09:40",
        "08:30",
    ]


def test_entries_by_linked_data() -> None:
    updates = [
        {"@type": "BlogPosting", "datePublished": time, "headline": title, "articleBody": text}
        for time, title, text in ENTRIES
    ]
    blog = {
        "@type": "LiveBlogPosting",
        "headline": "Port Velm fire live: updates",
        "liveBlogUpdate": updates,
    }
    head = f'<script type="application/ld+json">{json.dumps(blog)}</script>'
    body = "".join(f"<h3>{title}</h3><p>{text}</p>" for _, title, text in ENTRIES)
    assert _told(_read(body, head)) == WANTED


def test_an_article_with_dates_has_no_entries() -> None:
    body = "".join(f"<p>{text}</p>" for _, _, text in ENTRIES)
    assert _read(body).entries == ()


def test_entries_by_headings_with_a_time_of_day() -> None:
    body = "".join(
        f"<h3>{time[11:13]}.{time[14:16]} Uhr: {title}</h3><p>{text}</p>"
        for time, title, text in ENTRIES
    )
    article = _read(body)
    assert article.genre == "live"
    assert _told(article) == [(None, title, True) for _, title, _ in ENTRIES]
    assert [e.time_span.of(article.text) for e in article.entries if e.time_span] == [
        "10.20 Uhr",
        "09.40 Uhr",
        "08.30 Uhr",
    ]


def test_headings_with_numbers_are_no_entries() -> None:
    body = "".join(
        f"<h3>{number} {title}</h3><p>{text}</p>"
        for number, (_, title, text) in zip(("1.20", "2.000", "30.15"), ENTRIES, strict=True)
    )
    article = _read(body)
    assert article.entries == ()
    assert article.genre is None
