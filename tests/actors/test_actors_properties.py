"""What holds for the actors and places of any text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from accordingto.actors.find import find_actors
from accordingto.actors.fold import initials, key, parts
from accordingto.facts.places import FoundPlaces, find_places
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language
from accordingto.records.article import Article, Segment
from accordingto.records.reading import Reading
from accordingto.records.span import Span, trim
from accordingto.records.statement import Statement

PIECES = st.sampled_from(
    [
        "Olga Brandt",
        "the minister",
        "Iraq's Defence Ministry",
        "al-Hakim",
        "NRC",
        "(NRC)",
        "Moscow",
        "said",
        "denied",
        "accused",
        "in",
        "near",
        "the West Bank",
        "Homs",
        "'s",
        "’s",
        ",",
        ".",
        "—",
        "[",
        "]",
        "(",
        ")",
        "“",
        "”",
        "also known as",
        "police",
        "a man",
        "The group",
        "of",
        "and",
        "-",
        "Al",
        "U.N.",
        "AP",
        "the",
        "\n",
        "2014",
        "spokesman",
        "General",
        "’",
        "É",
        "𝔸",
        "or",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map(" ".join)


def read(text: str) -> tuple[Article, Reading]:
    spans = []
    at = 0
    for line in text.split("\n"):
        span = trim(text, Span(at, at + len(line)))
        if span is not None:
            spans.append(span)
        at += len(line) + 1
    segments = tuple(Segment(line=i + 1, span=s, role="body") for i, s in enumerate(spans))
    article = Article(source="any", sha256="1" * 64, text=text, segments=segments)
    return article, read_language(article, engine_for("en"))


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(0, 200), st.integers(1, 30))
@example("Olga Brandt \n the Iraq's Defence Ministry", 0, 1)
def test_actors_and_places_of_any_text(text: str, start: int, size: int) -> None:
    article, reading = read(text)
    spoken = trim(text, Span(min(start, len(text)), min(start + size, len(text))))
    statements = (Statement(id="s", source_span=spoken),) if spoken else ()
    actors = find_actors(article, reading, statements)
    named = find_places(article, reading, actors)
    places = (*named.places, *named.demonyms)

    assert actors == find_actors(article, reading, statements)
    assert named == find_places(article, reading, actors)
    assert len({a.id for a in actors}) == len(actors)
    assert len({p.id for p in places}) == len(places)
    for record in (*actors, *places):
        assert record.mentions
        assert list(record.mentions) == sorted(set(record.mentions))
        assert 0 < record.score <= 1
        assert record.name in {m.of(text) for m in record.mentions}
        for mention in record.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert mention.of(text).strip() == mention.of(text)
    firsts = [a.mentions[0] for a in actors]
    assert firsts == sorted(firsts, key=lambda s: (s.start, -s.end))
    assert len({m for a in actors for m in a.mentions}) == sum(len(a.mentions) for a in actors)
    known = {a.id for a in actors}
    assert all(a.member_of is None or a.member_of in known - {a.id} for a in actors)


def test_without_an_engine_there_are_none() -> None:
    article = Article(source="x", sha256="2" * 64, text="Olga Brandt spoke.", segments=())
    reading = Reading(engine=None)
    assert find_actors(article, reading, ()) == ()
    assert find_places(article, reading, ()) == FoundPlaces()


@given(st.text(max_size=40))
def test_keys_are_stable(name: str) -> None:
    assert key(name) == " ".join(parts(name))
    assert all(part for part in parts(name))
    assert len(initials(name)) == 3
