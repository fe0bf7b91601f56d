"""Labels: what characterises whom, in whose voice."""

from accordingto.facts.labels import find_labels
from accordingto.records.facts import Actor
from accordingto.records.statement import Statement
from tests.reading import article_of, reading_of, span_of


def labels(text: str, *names: str, statements: tuple[Statement, ...] = ()) -> list[tuple[str, str]]:
    article = article_of(text)
    actors = [
        Actor(id=name, kind="armed_group", name=name, mentions=(span_of(text, name),))
        for name in names
    ]
    found = find_labels(reading_of(article), statements, actors)
    return [(label.label_span.of(text), label.by) for label in found]


def test_a_loaded_noun_in_the_outlets_voice() -> None:
    assert labels("The terrorists attacked the port.", "The terrorists") == [
        ("The terrorists", "outlet")
    ]


def test_tied_to_a_side_by_a_hyphen() -> None:
    text = "The Varan-backed militia left the town."
    assert labels(text, "The Varan-backed militia") == [("The Varan-backed militia", "outlet")]


def test_said_to_be() -> None:
    text = "The Northern Front is a terrorist group."
    assert labels(text, "Northern Front") == [("a terrorist group", "outlet")]


def test_plain_words_are_no_labels() -> None:
    assert labels("The fighters attacked the soldiers.", "The fighters", "the soldiers") == []


def test_inside_a_quotation_it_is_the_speakers() -> None:
    text = '"The terrorists will not win," Ilves said.'
    said = Statement(
        id="s", source="ilves", content_spans=(span_of(text, "The terrorists will not win"),)
    )
    assert labels(text, "The terrorists", statements=(said,)) == [("The terrorists", "ilves")]


def test_in_indirect_speech_the_outlet_chose_the_word() -> None:
    text = "Ilves said the militants had left."
    said = Statement(
        id="s", source="ilves", content_spans=(span_of(text, "the militants had left"),)
    )
    assert labels(text, "the militants", statements=(said,)) == [("the militants", "outlet")]
