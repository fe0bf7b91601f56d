"""The search for relations looks at so many pairs a statement, however long and alike the page."""

from tests.reading import article_of, reading_of

from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.relations.classes import Classes
from accordingto.relations.pairs import pairs
from accordingto.relations.relate import relate
from accordingto.relations.scene import Scene, scene

SENTENCE = "The army denied that it had shut the old bridge in Ores.\n"
PAIRS_A_STATEMENT = 24


def alike(count: int) -> Scene:
    """Statements that all say the same, half of them as denials by another side."""
    text = SENTENCE * count
    article = article_of(text)
    statements = []
    for at in range(count):
        start = at * len(SENTENCE)
        content = SENTENCE.index("that it had")
        end = SENTENCE.index(".")
        statements.append(
            Statement(
                id=f"s{at}",
                source="army" if at % 2 else "mayor",
                act="deny" if at % 2 else "assert",
                content_spans=(Span(start + content, start + end),),
            )
        )
    return scene(article, reading_of(article), statements, (), ())


def test_pairs_grow_with_the_number_of_statements() -> None:
    for count in (20, 200, 400):
        assert len(list(pairs(alike(count)))) <= PAIRS_A_STATEMENT * count


def test_relations_grow_with_the_number_of_statements() -> None:
    relations = relate(alike(300))
    assert 0 < len(relations) <= 4 * 300
    assert len({frozenset((r.origin, r.target)) for r in relations}) == len(relations)


def test_repetition_joins_each_claim_once() -> None:
    classes = Classes()
    assert classes.join("a", "b")
    assert classes.join("c", "b")
    assert not classes.join("c", "a")
    assert classes.same("a", "c")
    assert not classes.same("a", "d")
