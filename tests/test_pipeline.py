"""The stages in order: what reaches the document from each, and how unserved languages fare."""

from accordingto.intake.capture import capture_bytes
from accordingto.language.read import MOST_CHARACTERS
from accordingto.library import read_html, read_text
from accordingto.pipeline import (
    document_id,
    read_article_ledger,
    read_capture,
    read_page_only,
)
from accordingto.records.capture import Given
from accordingto.records.document import Document
from tests.reading import article_of

RAID = """Ministry denies part in raid

The defence ministry denied army claims that its pilots had helped in Thursday night's raid.

"Nobody asked us," Defence Minister Jana Orlik told reporters in Alvany. "We would have refused."

A spokesman for the Homeland Bloc said the raid had killed and injured 26 people, TTV reported.
"""


def said(document: Document) -> list[tuple[str, str | None]]:
    names = {actor.id: actor.name for actor in document.actors}
    return [(s.act, names.get(s.source or "")) for s in document.statements]


def test_a_short_report() -> None:
    document = read_text(RAID, given=Given(published="2025-06-02"))
    assert document.text == RAID
    assert document.headline == "Ministry denies part in raid"
    assert ("assert", "Jana Orlik") in said(document)
    assert {r.kind for r in document.relations} >= {"denies"}
    (toll,) = [f for f in document.figures if f.what == "killed_and_injured"]
    assert toll.value == 26
    assert toll.statement is not None
    assert "2025-05-29TNI" in [t.value for t in document.times]


def test_page_only_stops_after_the_article() -> None:
    page = read_page_only(capture_bytes(RAID.encode(), "raid.txt"))
    assert page.headline == "Ministry denies part in raid"
    assert page.lines
    assert page.statements == ()


def test_a_language_without_an_engine_says_so_and_keeps_its_quotations() -> None:
    text = (
        "Le ministre a déclaré que les négociations avaient échoué. « Nous ne céderons jamais à la "
        "menace », a-t-il ajouté devant les journalistes réunis à la mairie de la ville."
    )
    document = read_text(text)
    assert document.language == "fr"
    assert "language-unserved" in [n.code for n in document.notes]
    quoted = [c.of(text).strip() for s in document.statements for c in s.content_spans]
    assert quoted == ["Nous ne céderons jamais à la menace"]


def test_what_intake_had_to_say_reaches_the_document() -> None:
    capture = capture_bytes(b"The mayor resigned\x00 on Friday. Nobody knew why she did.", "a.txt")
    notes = [n for n in read_capture(capture).notes if n.code == "intake"]
    assert any("U+FFFD" in n.message for n in notes)


def test_what_is_given_makes_another_document() -> None:
    one = capture_bytes(RAID.encode(), "raid.txt")
    two = capture_bytes(RAID.encode(), "raid.txt", Given(published="2025-06-02"))
    assert document_id(one) != document_id(two)
    assert document_id(one) == document_id(capture_bytes(RAID.encode(), "elsewhere.txt"))


def test_markup_in_a_page_is_text_in_the_document() -> None:
    page = (
        "<h1>Army &amp; ministry differ</h1><p>The army said &lt;b&gt; was &quot;no tag&quot;.</p>"
    )
    document = read_html(page)
    assert 'The army said <b> was "no tag".' in document.text


def test_a_book_is_read_from_its_beginning_and_says_so() -> None:
    line = "The mayor said on Friday that the bridge would stay closed for repairs until May.\n\n"
    text = line * (MOST_CHARACTERS // len(line.strip()) + 2)
    document = read_article_ledger(
        article_of(text), None, None, "d"
    )  # without an engine: the limit is the language stage's, not the parser's
    assert "text-not-read" in [n.code for n in document.notes]
    assert document.text == text
