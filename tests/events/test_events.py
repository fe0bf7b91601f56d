"""Events: what happened, in which words, to whom, when and where."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import article_of, encoded

from accordingto.encoder.model import encoder_for
from accordingto.pipeline import read_article_ledger
from accordingto.records.document import Document
from accordingto.records.facts import Event

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "events.toml").read_text(encoding="utf-8")
)["case"]


def read(text: str, published: str | None = None) -> Document:
    article = article_of(text, published=published)
    return read_article_ledger(article, encoded(), encoder_for("en"), "d-0")


def shown(document: Document, event: Event) -> str:
    names = {actor.id: actor.name for actor in document.actors}
    places = {place.id: place.name for place in document.places}
    who = ", ".join(names[a] for a in event.actors) or "."
    whom = ", ".join(names[a] for a in event.targets) or "."
    words = ", ".join(span.of(document.text) for span in event.anchor_spans)
    kind = f"{'*' if event.main else ''}{event.type} {event.mode} {event.realis}"
    where = places[event.where] if event.where else "."
    return f"{kind} | {words} | {who} -> {whom} | {event.when or '.'} | {where}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_case(case: dict[str, Any]) -> None:
    document = read(case["text"], case["published"])
    found = [shown(document, event) for event in document.events]
    if "events" in case:
        assert found == case["events"]
    assert set(case.get("partly", [])) <= set(found), found


def test_a_denied_event_has_both_voices() -> None:
    text = (
        "Rescuers said the army bombed the market. “Our planes did not bomb the market,” "
        "said Colonel Orrin Vask, a spokesman for the army. The ministry denied bombing the market."
    )
    document = read(text)
    (event,) = [e for e in document.events if e.mode == "bombing"]
    sources = {s.id: s.cue_span.start for s in document.statements if s.cue_span}
    assert [sources[s] for s in event.asserted_by] == [text.index("said the army")]
    assert [sources[s] for s in event.denied_by] == [
        text.index("said Colonel"),
        text.index("denied"),
    ]
    assert event.realis == "past"


def test_what_the_outlet_tells_itself_is_the_narrators() -> None:
    (event,) = read("Rebels shelled the port.").events
    assert event.asserted_by == ("narrator",)


def test_what_only_deniers_tell_is_denied() -> None:
    events = read("The ministry denied that rebels shelled the port.").events
    assert [(e.realis, e.asserted_by) for e in events] == [("denied", ())]


def test_a_figure_hangs_on_its_event() -> None:
    document = read("A bomb wounded nine people. Police later arrested 12 men.")
    modes = {event.id: event.type for event in document.events}
    about = {figure.what: figure.about_event for figure in document.figures}
    assert {what: modes[event] for what, event in about.items() if event} == {
        "injured": "ASSAULT",
        "arrested": "COERCE",
    }


def test_a_deed_without_a_word_of_its_own_is_found_where_the_article_comes_back_to_it() -> None:
    text = (
        "The army opened the dams on Sunday, the mayor said. The army opened the dams at night.\n"
        "Officials asked why the dams were opened."
    )
    events = read(text, "2025-06-10").events
    assert [(e.type, e.main, len(e.anchor_spans)) for e in events] == [("OTHER", True, 3)]


@pytest.mark.parametrize(
    "published", [None, "2025", "2025-06", "2025-06-10T09:00:00+01:00", "soon"]
)
def test_any_day_of_publication_will_do(published: str | None) -> None:
    text = "Rebels shelled the port in the 1970s, in 2011, on 3 May 2024 and on Monday."
    assert read(text, published).events


WORDS = st.sampled_from(
    [
        "Rebels",
        "police",
        "the",
        "a",
        "attack",
        "killed",
        "bombed",
        "denied",
        "said",
        "that",
        "arrest",
        "of",
        "in",
        "Ankara",
        "on",
        "Tuesday",
        "not",
        "will",
        "soldiers",
        "strike",
        "strikes",
        ".",
        ",",
        "and",
        "by",
        "opened",
        "fire",
        "talks",
        "dams",
        "were",
    ]
)


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, max_size=24))
def test_any_words_give_events_that_hold_together(pieces: list[str]) -> None:
    document = read(" ".join(pieces), "2025-06-10")
    actors = {actor.id for actor in document.actors}
    places = {place.id for place in document.places}
    statements = {statement.id for statement in document.statements} | {"narrator"}
    spans = [span for event in document.events for span in event.anchor_spans]
    assert len(spans) == len(set(spans))
    assert sum(event.main for event in document.events) == bool(document.events)
    for event in document.events:
        assert event.reasons
        assert 0 <= event.score <= 1
        assert list(event.anchor_spans) == sorted(event.anchor_spans)
        assert {*event.actors, *event.targets} <= actors
        assert event.where is None or event.where in places
        assert {*event.asserted_by, *event.denied_by} <= statements
        assert event.asserted_by or event.realis == "denied"
    ids = {event.id for event in document.events}
    assert all(f.about_event is None or f.about_event in ids for f in document.figures)
    assert len(ids) == len(document.events)


PARTIES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "parties.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", PARTIES, ids=lambda case: case["text"][:40])
def test_parties(case: dict[str, Any]) -> None:
    document = read(case["text"])
    found = [
        f"{party.role} {party.kind} | {party.span.of(document.text)}"
        for event in document.events
        if event.mode == case["mode"]
        for party in event.parties
    ]
    assert found == case["parties"]
    if "named_by" in case:
        assert _named_by(document, case["mode"]) == case["named_by"]


def _named_by(document: Document, mode: str) -> dict[str, list[str]]:
    said = {
        s.id: s.source_span.of(document.text) if s.source_span else "?" for s in document.statements
    }
    return {
        party.span.of(document.text): [said.get(voice, voice) for voice in party.named_by]
        for event in document.events
        if event.mode == mode
        for party in event.parties
    }
