"""A small document of our own, about an incident that never happened."""

from collections.abc import Callable

import msgspec
import pytest

from accordingto.records.article import Note, Segment
from accordingto.records.document import Document
from accordingto.records.facts import Actor, Event, Figure, Label, Place, Time
from accordingto.records.span import Span
from accordingto.records.statement import Relation, Statement

HEADLINE = "Osterhafen denies shelling Marrow Bridge"
FIRST = (
    "Colonel Ilse Varga said on Friday that at least 12 dockers were killed at Marrow Bridge, "
    "Radio Lagune reported."
)
SECOND = "“We fired nothing,” the harbour ministry said, “and the so-called rebels know it.”"
THIRD = "The old ferry has not run since the spring; Çelik’s café is shut."
TEXT = "\n".join((HEADLINE, FIRST, SECOND, THIRD))


def at(words: str, start: int = 0) -> Span:
    found = TEXT.index(words, start)
    return Span(found, found + len(words))


def harbour_report() -> Document:
    varga, ministry, radio, rebels = "a-varga", "a-ministry", "a-radio", "a-rebels"
    second = TEXT.index(SECOND)
    return Document(
        id="d-0123456789ab",
        source="pages/harbour.txt",
        sha256="ab" * 32,
        version="0.1.0",
        contract="1",
        headline=HEADLINE,
        standfirst=None,
        authors=("Jo Winter", "Ada Brandt"),
        published="2031-05-17T09:00:00+02:00",
        modified=None,
        outlet="The Lagoon Courier",
        url="https://lagoon.example/harbour",
        language="en",
        genre="news",
        images=(),
        links=("https://lagoon.example/ferry",),
        lines=tuple(
            Segment(line=n, span=at(words), role="headline" if n == 1 else "body", score=0.9)
            for n, words in enumerate(TEXT.split("\n"), 1)
        ),
        actors=(
            Actor(
                id=varga,
                kind="person",
                name="Ilse Varga",
                aliases=("Varga",),
                role="Colonel",
                member_of=rebels,
                mentions=(at("Ilse Varga"),),
            ),
            Actor(id=ministry, kind="government", name="Osterhafen", mentions=(at("Osterhafen"),)),
            Actor(id=radio, kind="media", name="Radio Lagune", mentions=(at("Radio Lagune"),)),
            Actor(id=rebels, kind="armed_group", name="rebels", mentions=(at("rebels"),)),
        ),
        statements=(
            Statement(
                id="s-head",
                source=ministry,
                source_span=at("Osterhafen"),
                cue_span=at("denies"),
                content_spans=(at("shelling Marrow Bridge"),),
                act="deny",
            ),
            Statement(
                id="s-toll",
                source=varga,
                source_span=at("Colonel Ilse Varga"),
                cue_span=at("said"),
                content_spans=(at("that at least 12 dockers were killed at Marrow Bridge"),),
                via=(radio,),
                via_spans=(at("Radio Lagune"),),
                via_cue_span=at("Radio Lagune reported"),
                when="2031-05-16",
                score=0.8,
                reasons=("cue verb", "subject of the cue"),
            ),
            Statement(
                id="s-fired",
                source=ministry,
                source_span=at("the harbour ministry"),
                cue_span=at("said", second),
                content_spans=(
                    at("We fired nothing,"),
                    at("and the so-called rebels know it."),
                ),
                quote="direct",
                act="deny",
                holder_text="the harbour ministry",
                parent=None,
            ),
        ),
        relations=(
            Relation(origin="s-head", target="s-toll", kind="denies", score=0.7),
            Relation(origin="s-head", target="s-fired", kind="repeats", score=0.6),
        ),
        figures=(
            Figure(
                id="f-1",
                span=at("at least 12"),
                what="killed",
                value=12,
                low=12,
                unit="dockers",
                statement="s-toll",
                about_event="e-1",
            ),
        ),
        events=(
            Event(
                id="e-1",
                type="ASSAULT",
                anchor_spans=(at("shelling Marrow Bridge"),),
                where="p-bridge",
                denied_by=("s-head",),
            ),
        ),
        places=(
            Place(
                id="p-bridge", name="Marrow Bridge", kind="site", mentions=(at("Marrow Bridge"),)
            ),
        ),
        demonyms=(),
        quantities=(),
        tolls=(),
        times=(Time(span=at("on Friday"), value="2031-05-16"),),
        durations=(),
        labels=(Label(actor=rebels, label_span=at("so-called rebels"), by=ministry),),
        notes=(Note(code="unsure", message="The ferry may be another.", span=at("old ferry")),),
        text=TEXT,
    )


@pytest.fixture(scope="session")
def report() -> Document:
    """Three statements on a bridge: a toll passed on by a radio, and its denial, twice."""
    return harbour_report()


@pytest.fixture
def variant() -> Callable[..., Document]:
    """Makes the report with some fields replaced; ``n`` gives it an id and bytes of its own."""

    def make(n: int = 0, **changes: object) -> Document:
        if n:
            changes = {
                "id": f"d-{n:012x}",
                "sha256": f"{n:064x}",
                "source": f"pages/{n}.txt",
                **changes,
            }
        return msgspec.structs.replace(harbour_report(), **changes)

    return make
