"""The outline that all views share."""

import pytest
from tests.documents import at, document, ferry

from accordingto.exports.outline import outline_of
from accordingto.exports.passages import passages_of
from accordingto.exports.wording import amount, day, number
from accordingto.records.facts import Actor, Figure
from accordingto.records.span import Span
from accordingto.records.statement import Quote, Relation, Statement


def test_statements_are_numbered_in_text_order_and_parents_come_first() -> None:
    entries = outline_of(ferry()).entries
    assert [entry.number for entry in entries] == [1, 2, 3, 4, 5, 6]
    assert [entry.statement.id for entry in entries] == [
        "s-head",
        "s-toll",
        "s-quote",
        "s-survivor",
        "s-denial",
        "s-officials",
    ]


def test_a_statement_knows_its_speaker_carriers_and_place() -> None:
    outline = outline_of(ferry())
    survivor, denial = outline.entry(4), outline.entry(5)
    assert (survivor.voice.name, survivor.voice.actor) == ("a survivor", None)
    assert survivor.inside == 3
    assert denial.carriers == ("Radio Sund",)
    assert denial.voice.name == "Veltian navy"


def test_statements_of_one_speaker_are_together() -> None:
    groups = outline_of(ferry()).by_voice()
    assert [(voice.name, [e.number for e in entries]) for voice, entries in groups] == [
        ("Veltian navy", [1, 5]),
        ("Ilse Tavrin", [2, 3]),
        ("a survivor", [4]),
        ("Officials", [6]),
    ]


def test_a_repeated_denial_is_listed_once_with_what_it_denies() -> None:
    disputes = outline_of(ferry()).disputes
    assert [(d.entry.number, d.target and d.target.number) for d in disputes] == [(5, 4)]


def test_a_denial_of_nobodys_claim_stands_alone() -> None:
    denial = Statement(id="s", content_spans=(Span(0, 4),), act="deny")
    (dispute,) = outline_of(document("that it knew", statements=(denial,))).disputes
    assert dispute.target is None


def test_figures_are_grouped_by_claimant_with_the_words_beside_them() -> None:
    tallies = outline_of(ferry()).tallies
    assert [(t.voice and t.voice.name, t.words) for t in tallies] == [
        ("Ilse Tavrin", "at least 12"),
        ("Officials", "9"),
    ]
    assert tallies[0].after == " people had died when the Marl…"
    assert tallies[1].after == "."


def test_names_that_differ_in_article_case_or_apostrophe_alone_are_one() -> None:
    text = "the Fisher's Guild and The Fisher’s Guild"
    guild = Actor(
        id="a",
        kind="organisation",
        name="Fisher's Guild",
        mentions=(at("the Fisher's Guild", text=text), at("The Fisher’s Guild", text=text)),
    )
    outline = outline_of(document(text, actors=(guild,)))
    assert (outline.namings, outline.named_once) == ((), 1)


def test_what_is_unsure_is_listed() -> None:
    messages = [(doubt.numbers, doubt.message) for doubt in outline_of(ferry()).doubts]
    assert messages == [
        ((), "The date stands only in the address."),
        ((6,), "Who says this is unsure (score 0.40): which officials is not said."),
    ]


def test_statements_unsure_for_one_reason_are_one_doubt() -> None:
    doubtful = {"score": 0.3, "reasons": ("nobody is named",)}
    said = [
        Statement(id=f"s{at}", content_spans=(Span(at, at + 1),), **doubtful)  # type: ignore[arg-type]
        for at in range(4)
    ]
    (doubt,) = outline_of(document("abcd", statements=tuple(said))).doubts
    assert doubt.numbers == (1, 2, 3, 4)


def test_references_to_what_is_not_there_do_no_harm() -> None:
    lost = Statement(id="s", source="a-none", parent="s-none", via=("a-none",))
    relation = Relation(origin="s", target="s-none", kind="denies", score=0.1)
    figure = Figure(id="f", span=Span(0, 1), what="killed", statement="s-none")
    outline = outline_of(
        document("1 dead", statements=(lost,), relations=(relation,), figures=(figure,))
    )
    (entry,) = outline.entries
    assert (entry.inside, entry.links, entry.voice.name) == (None, (), "unnamed source")
    assert outline.tallies[0].entry is None


@pytest.mark.parametrize(
    ("text", "content", "quote", "shown"),
    [
        ("“We fired,” he said.", "We fired", "direct", "“We fired,”"),
        ('"We fired," he said.', "We fired,", "direct", '"We fired,"'),
        ("« Nous partons », dit-il", "Nous partons", "direct", "« Nous partons »"),
        ("»Wir gehen«, sagte er", "Wir gehen", "direct", "»Wir gehen«"),
        ("He called it “a lie”.", "it “a lie", "mixed", "it “a lie”"),
        ("They 'don't know', he said", "They 'don't know", "mixed", "They 'don't know'"),
        ("The guards' post, he said", "The guards' post", "mixed", "The guards' post"),
        ("He called it “a lie” and left.", "it “a lie” and left", "mixed", "it “a lie” and left"),
        ("“He said that we fired,” Li said", "that we fired", "indirect", "that we fired"),
        ("“We fired. We left", "We fired. We left", "direct", "“We fired. We left"),
    ],
)
def test_quotation_marks_are_shown_as_in_the_text(
    text: str, content: str, quote: Quote, shown: str
) -> None:
    start = text.index(content)
    statement = Statement(id="s", content_spans=(Span(start, start + len(content)),), quote=quote)
    (passage,) = passages_of(text, statement)
    assert passage.words == shown == passage.span.of(text)


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(30, 30, "30"), (90, None, "≥ 90"), (None, 200, "≤ 200"), (20, 4000, "20–4,000")],
)
def test_bounds_are_shown_as_worded(low: int | None, high: int | None, shown: str) -> None:
    assert amount(Figure(id="f", span=Span(0, 1), what="killed", low=low, high=high)) == shown


def test_numbers_and_days() -> None:
    assert [number(4000), number(4.5), number(2.0)] == ["4,000", "4.5", "2"]
    assert day("2021-02-27") == "27 February 2021"
    assert day("2021-02-27T05:30:00+03:00") == "27 February 2021, 05:30 (UTC+03:00)"
    assert day("last spring") == "last spring"
