"""Relations: denials beside what they deny, repetition, and nothing on no evidence."""

from tests.reading import article_of, reading_of, span_of

import accordingto
from accordingto.records.article import Role
from accordingto.records.capture import Given
from accordingto.records.facts import Actor
from accordingto.records.statement import Act, Statement
from accordingto.relations.relate import relate
from accordingto.relations.scene import scene


def said(
    text: str, id: str, source: str, act: Act, content: str, *, parent: str | None = None
) -> Statement:
    return Statement(
        id=id, source=source, act=act, content_spans=(span_of(text, content),), parent=parent
    )


def relations(
    text: str, statements: list[Statement], roles: dict[int, Role] | None = None
) -> list[tuple[str, str, str]]:
    article = article_of(text, roles=roles)
    found = relate(scene(article, reading_of(article), statements, (), ()))
    assert all(r.reasons and 0 < r.score <= 1 for r in found)
    return [(r.origin, r.kind, r.target) for r in found]


def test_a_claim_named_in_its_denial() -> None:
    text = "The ministry denied army claims that its pilots had helped."
    claim = said(text, "claim", "army", "assert", "that its pilots had helped")
    denial = said(text, "denial", "ministry", "deny", "that its pilots had helped")
    assert relations(text, [denial, claim]) == [("denial", "denies", "claim")]


def test_a_denial_that_points_back() -> None:
    text = "Orlik said pilots had helped. The ministry denied that assertion."
    claim = said(text, "claim", "orlik", "assert", "pilots had helped")
    denial = said(text, "denial", "ministry", "deny", "that assertion")
    assert relations(text, [claim, denial]) == [("denial", "denies", "claim")]


def test_a_denial_in_like_words() -> None:
    text = "Orlik said the army shelled the market. The ministry denied shelling any market."
    claim = said(text, "claim", "orlik", "assert", "the army shelled the market")
    denial = said(text, "denial", "ministry", "deny", "shelling any market")
    assert relations(text, [claim, denial]) == [("denial", "denies", "claim")]


def test_a_denial_of_something_else_denies_nothing_here() -> None:
    text = "Orlik said the harvest was good. The ministry denied shelling any market."
    claim = said(text, "claim", "orlik", "assert", "the harvest was good")
    denial = said(text, "denial", "ministry", "deny", "shelling any market")
    assert relations(text, [claim, denial]) == []


def test_nobody_denies_himself() -> None:
    text = "Orlik said the army shelled the market. She denied shelling any market."
    claim = said(text, "claim", "orlik", "assert", "the army shelled the market")
    denial = said(text, "denial", "orlik", "deny", "shelling any market")
    assert relations(text, [claim, denial]) == []


def test_the_headline_repeats_the_body() -> None:
    text = (
        "MPs demand probe of raid\n"
        "MPs from the opposition demanded that the cabinet probe the raid."
    )
    head = said(text, "head", "mps", "demand", "probe of raid")
    body = said(text, "body", "mps", "demand", "that the cabinet probe the raid")
    assert relations(text, [head, body], {1: "headline"}) == [("body", "repeats", "head")]


def test_set_against_a_claim_that_it_names() -> None:
    text = "Contrary to Moravia's claims, the camp was empty, Orlik said."
    outer = said(
        text, "outer", "orlik", "assert", "Contrary to Moravia's claims, the camp was empty"
    )
    inner = Statement(
        id="inner",
        source="moravia",
        source_span=span_of(text, "Moravia"),
        cue_span=span_of(text, "claims"),
        content_spans=(span_of(text, "the camp was empty"),),
        parent="outer",
    )
    assert relations(text, [outer, inner]) == [("outer", "denies", "inner")]


def test_a_demand_that_points_back_responds() -> None:
    text = "The army said pilots had helped. MPs asked the cabinet to investigate that assertion."
    claim = said(text, "claim", "army", "assert", "pilots had helped")
    asked = said(text, "asked", "mps", "demand", "the cabinet to investigate that assertion")
    assert relations(text, [claim, asked]) == [("asked", "responds", "claim")]


def test_shared_names_alone_are_no_denial() -> None:
    text = "Orlik said the Delta Front ran the depot. Karsovia denied paying the Delta Front."
    claim = said(text, "claim", "orlik", "assert", "the Delta Front ran the depot")
    denial = said(text, "denial", "karsovia", "deny", "paying the Delta Front")
    assert relations(text, [claim, denial]) == []


def test_a_body_and_its_spokesman_are_one_side() -> None:
    text = (
        "The ministry denied shelling the crowded market. "
        "Orlik denied that the army shelled the crowded market."
    )
    article = article_of(text)
    statements = [
        said(text, "one", "ministry", "deny", "shelling the crowded market"),
        said(text, "two", "orlik", "deny", "that the army shelled the crowded market"),
    ]
    actors = [
        Actor(id="ministry", kind="government", name="ministry", mentions=()),
        Actor(id="orlik", kind="person", name="Orlik", mentions=(), member_of="ministry"),
    ]
    found = relate(scene(article, reading_of(article), statements, actors, ()))
    assert [(r.origin, r.kind, r.target) for r in found] == [("two", "repeats", "one")]


def test_tolls_of_different_days_are_no_rivals() -> None:
    text = (
        "Rescuers said nine people had been killed and 20 injured in Ores.\n\n"
        "The president blamed the rebels for the attack on 9 October in which two soldiers were "
        "killed and seven injured, Jana Orlik said.\n\n"
        "The army said 15 people had been killed in Ores."
    )
    document = accordingto.read_text(text, given=Given(published="2024-10-19"))
    words = {s.id: (s.source_span.of(text) if s.source_span else "") for s in document.statements}
    disputes = {
        frozenset((words[r.origin], words[r.target]))
        for r in document.relations
        if r.kind == "disputes"
    }
    assert frozenset(("Rescuers", "The army")) in disputes
    assert all("president" not in word for pair in disputes for word in pair)
