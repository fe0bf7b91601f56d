"""A story's links and names drawn together."""

from accordingto.exports.story_digest import namings, oppositions
from accordingto.exports.story_words import moment_title, moment_words
from accordingto.records.span import Span
from accordingto.records.story import (
    Called,
    Claim,
    Moment,
    Party,
    Ref,
    StatementLink,
    Story,
    Voicing,
)
from accordingto.stories.tolls import casualties_of

_PARTS = (
    "members", "origins", "copies", "parties", "claims", "links", "tolls", "naming", "moments",
    "sentences",
)  # fmt: skip


def _ref(document: str, words: str, statement: str | None = None) -> Ref:
    return Ref(document=document, span=Span(0, len(words)), words=words, statement=statement)


def _voicing(ref: Ref, name: str, stand: str) -> Voicing:
    return Voicing(
        ref=ref, party=None, name=name, stand=stand, act="assert",  # type: ignore[arg-type]
        outlet=ref.document, published=None, origin=ref.document,
    )  # fmt: skip


def _claim(id: str, *voicings: Voicing) -> Claim:
    return Claim(
        id=id, words=voicings[0].ref.words, voicings=voicings, origins=1, contested=False,
        first_seen=None, last_seen=None,
    )  # fmt: skip


def _story(**parts: object) -> Story:
    empty: dict[str, object] = dict.fromkeys(_PARTS, ())
    empty["casualties"] = casualties_of([])
    return Story(id="y", title="t", first=None, last=None, **{**empty, **parts})  # type: ignore[arg-type]


def test_one_denial_carried_by_two_outlets_is_one_opposition() -> None:
    told = [_ref(d, "the mine was open", "s1") for d in ("one", "two")]
    denied = _ref("three", "that it was open", "s2")
    story = _story(
        claims=(
            _claim("c1", *(_voicing(ref, "The mayor", "says") for ref in told)),
            _claim("c2", _voicing(denied, "The operator", "denies")),
        ),
        links=(
            StatementLink(a=told[0], b=denied, kind="conflicts", score=0.6, reasons=("denied",)),
            StatementLink(a=denied, b=told[1], kind="conflicts", score=0.8),
            StatementLink(a=told[0], b=told[1], kind="agrees", score=0.9),
        ),
    )
    (only,) = oppositions(story)
    sides = {only.a.name: only.a.documents, only.b.name: only.b.documents}
    assert sides == {"The mayor": ("two", "one"), "The operator": ("three",)}
    assert {only.a.teller, only.b.teller} == {"The mayor says", "The operator denies"}
    assert only.score == 0.8


def test_counts_of_words_are_no_reason_for_a_reader() -> None:
    reasons = ("4 telling words in common (likeness 0.63)", "the operator denies it")
    link = StatementLink(
        a=_ref("one", "x"), b=_ref("two", "y"), kind="conflicts", score=0.5, reasons=reasons
    )
    assert oppositions(_story(links=(link,)))[0].reasons == ("the operator denies it",)


def test_who_is_called_the_same_by_all_is_left_out() -> None:
    def party(id: str, name: str) -> Party:
        return Party(id=id, name=name, kind="person", actors=(), names=(name,), score=1.0)

    def called(id: str, outlet: str, *own: str) -> Called:
        return Called(party=id, outlet=outlet, own=tuple(_ref(outlet, words) for words in own))

    found = namings(
        _story(
            parties=(party("p1", "Ines Sobral"), party("p2", "Blue Lamp")),
            naming=(
                called("p1", "one", "Ines Sobral", "Sobral"),
                called("p1", "two", "Ines Sobral"),
                called("p2", "one", "Blue Lamp", "a charity"),
                called("p2", "two", "Blue Lamp", "a cult"),
                called("p2", "three", "a Charity", "the Blue Lamp"),
            ),
        )
    )
    assert [name for name, _ in found] == ["Blue Lamp"]
    assert [names.outlets for names in found[0][1]] == [("one", "three"), ("two",)]


def test_a_part_of_a_day_in_words() -> None:
    assert moment_words("2024-10-17TNI") == "2024-10-17, night"
    assert moment_words("2024-10-18T06:34:00") == "2024-10-18 06:34"
    assert moment_words("2023-03") == "2023-03"


def test_a_minute_has_its_offset_as_the_order_is_that_of_all_zones() -> None:
    assert moment_words("2024-10-18T06:34:00+02:00") == "2024-10-18 06:34 +02:00"
    assert moment_words("2024-10-18T06:34Z") == "2024-10-18 06:34 Z"


def test_a_kind_of_event_is_told_in_words_of_people() -> None:
    ref = _ref("one", "x")
    told = {
        kind: moment_title(Moment(when="2031", kind="event", ref=ref, what=kind))
        for kind in ("RETREAT", "ASSAULT", "PROTEST")
    }
    assert told == {
        "RETREAT": "withdrawal or truce", "ASSAULT": "attack", "PROTEST": "protest",
    }  # fmt: skip
