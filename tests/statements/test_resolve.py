"""Sources joined to actors: names, roles, pronouns, the unnamed."""

import msgspec
from tests.reading import article_of, reading_of, span_of

from accordingto.records.facts import Actor, ActorKind
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.statements.resolve import resolve_sources


def actor(text: str, name: str, kind: ActorKind = "person", *, role: str | None = None) -> Actor:
    return Actor(id=name, kind=kind, name=name, mentions=(span_of(text, name),), role=role)


def resolved(text: str, sources: list[str | Span], actors: list[Actor]) -> list[Statement]:
    """Statements with these source words, resolved."""
    article = article_of(text)
    statements = [
        Statement(id=str(at), source_span=s if isinstance(s, Span) else span_of(text, s))
        for at, s in enumerate(sources)
    ]
    return list(resolve_sources(article, reading_of(article), statements, actors))


def test_a_name_with_its_title() -> None:
    text = "Defence Minister Jana Orlik said the bridge was safe."
    (found,) = resolved(text, ["Defence Minister Jana Orlik"], [actor(text, "Jana Orlik")])
    assert (found.source, found.source_kind, found.source_score) == ("Jana Orlik", "named", 1.0)


def test_a_pronoun_is_who_spoke_last() -> None:
    text = "Jana Orlik said the bridge was safe. She added that it would reopen."
    found = resolved(text, ["Jana Orlik", "She"], [actor(text, "Jana Orlik")])
    assert found[1].source == "Jana Orlik"
    assert found[1].source_score < 1
    assert "who spoke last" in found[1].reasons[-1]


def test_a_new_subject_takes_the_pronoun() -> None:
    text = "Jana Orlik said the bridge was safe. Petr Varga resigned. He called it a disgrace."
    people = [actor(text, "Jana Orlik"), actor(text, "Petr Varga")]
    assert resolved(text, ["Jana Orlik", "He"], people)[1].source == "Petr Varga"


def test_the_country_is_no_pronoun() -> None:
    text = "US claims of a breach were rejected."
    (found,) = resolved(text, ["US"], [actor(text, "US", "government")])
    assert found.source == "US"


def test_a_spokesman_without_a_name_speaks_for_his_body() -> None:
    text = "A Border Guard spokesman said nobody had crossed."
    (found,) = resolved(
        text, ["A Border Guard spokesman"], [actor(text, "Border Guard", "government")]
    )
    assert found.source == "Border Guard"
    assert found.holder_text == "A Border Guard spokesman"
    assert found.source_kind == "role-only"


def test_unnamed_officials_stay_unnamed() -> None:
    text = "Two officials said the talks had failed."
    (found,) = resolved(text, ["Two officials"], [])
    assert (found.source, found.holder_text, found.source_kind) == (
        None,
        "Two officials",
        "anonymous",
    )


def test_a_definite_role_is_its_only_holder() -> None:
    text = "Jana Orlik, the defence minister, flew home. The minister said she was tired."
    people = [actor(text, "Jana Orlik", role="defence minister")]
    (found,) = resolved(text, ["The minister"], people)
    assert found.source == "Jana Orlik"


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    text = 'Jana Orlik said: "I warned that the bridge would fall."'
    article = article_of(text)
    outer = Statement(id="outer", source_span=span_of(text, "Jana Orlik"))
    inner = Statement(id="inner", source_span=span_of(text, "I"), parent="outer")
    people = [actor(text, "Jana Orlik")]
    found = resolve_sources(article, reading_of(article), [outer, inner], people)
    assert found[1].source == "Jana Orlik"


def test_no_source_is_said_to_be_none() -> None:
    text = "The bridge was reportedly safe."
    article = article_of(text)
    (found,) = resolve_sources(article, reading_of(article), [Statement(id="s")], [])
    assert found.source is None
    assert "names no source" in found.reasons[-1]


def test_a_title_keeps_the_wrong_pronoun_away() -> None:
    text = "Mr Varga opened the hearing. Ms Orlik spoke. He said it was over."
    people = [actor(text, "Varga"), actor(text, "Orlik")]
    assert resolved(text, ["He"], people)[0].source == "Varga"


def test_a_pronoun_behind_a_speaker_without_a_name_means_that_speaker() -> None:
    text = "Jana Orlik flew home. A military spokesman said nobody was hurt. He added nothing."
    found = resolved(
        text, ["Jana Orlik", "A military spokesman", "He"], [actor(text, "Jana Orlik")]
    )
    assert found[2].source is None
    assert found[2].holder_text == "A military spokesman"
    assert "who spoke last" in found[2].reasons[-1]


def test_a_pronoun_behind_a_bodys_spokesman_is_the_body_with_his_words() -> None:
    text = "Jana Orlik flew home. A Border Guard spokesman said so. He would not say more."
    people = [actor(text, "Jana Orlik"), actor(text, "Border Guard", "government")]
    found = resolved(text, ["Jana Orlik", "A Border Guard spokesman", "He"], people)
    assert (found[2].source, found[2].holder_text) == ("Border Guard", "A Border Guard spokesman")


def test_a_name_that_comes_after_the_nameless_speaker_takes_the_pronoun() -> None:
    text = "A military spokesman said so. Petr Varga resigned. He called it a disgrace."
    found = resolved(text, ["A military spokesman", "He"], [actor(text, "Petr Varga")])
    assert found[1].source == "Petr Varga"


def test_a_relative_clause_that_reaches_back_over_its_noun() -> None:
    text = "On Monday the owners who were afraid said nothing."
    article = article_of(text)
    reading = reading_of(article)
    words = [token.text for token in reading.tokens]
    on, noun, who, verb = (words.index(word) for word in ("On", "owners", "who", "were"))
    tree = {on: (verb, "prep"), who: (verb, "nsubj"), verb: (noun, "relcl")}
    tokens = tuple(
        msgspec.structs.replace(token, head=tree[token.index][0], dep=tree[token.index][1])
        if token.index in tree
        else token
        for token in reading.tokens
    )
    crossed = msgspec.structs.replace(reading, tokens=tokens)
    statement = Statement(id="0", source_span=span_of(text, "who"))
    (found,) = resolve_sources(article, crossed, [statement], [])
    assert found.holder_text == "the owners"
