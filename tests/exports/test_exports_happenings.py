"""Events in the views: the main one first, its words counted, who tells and who denies it."""

import msgspec
from tests.documents import at, document, ferry

from accordingto.exports.html import render_html
from accordingto.exports.markdown import render_markdown
from accordingto.exports.outline import outline_of
from accordingto.records.facts import Event, Party

SINKING = Event(
    id="e-2",
    type="ASSAULT",
    mode="attack",
    anchor_spans=(at("sinking"), at("fired"), at("fired", 1)),
    main=True,
    when="2031-10-03",
    actors=("a-navy",),
    asserted_by=("s-survivor",),
    denied_by=("s-head", "s-denial"),
)
ACCIDENT = Event(
    id="e-1",
    type="ACCIDENT",
    mode="crash",
    anchor_spans=(at("went down"),),
    realis="ongoing",
    when="2031-W40",
    asserted_by=("narrator", "s-toll"),
)


def test_an_outline_has_the_main_event_first_and_says_who_tells_it() -> None:
    told = msgspec.structs.replace(ferry(), events=(ACCIDENT, SINKING))
    first, second = outline_of(told).happenings
    assert first.wordings == (("sinking", 1), ("fired", 2))
    assert first.facts == (
        "attack",
        "by Veltian navy",
        "on 3 October 2031",
        "told by 4",
        "denied by 1, 5",
    )
    assert second.facts == (
        "crash",
        "ongoing",
        "in the week of 29 September 2031",
        "told by the outlet, 2",
    )


def test_who_did_it_is_said_with_those_who_alone_say_so() -> None:
    party = Party(
        role="actor", span=SINKING.anchor_spans[0], kind="body", actor=SINKING.actors[0],
        named_by=("s-toll",),
    )  # fmt: skip
    told = msgspec.structs.replace(SINKING, parties=(party,), asserted_by=("narrator", "s-toll"))
    (shown,) = outline_of(msgspec.structs.replace(ferry(), events=(told,))).happenings
    assert shown.facts[1] == "by Veltian navy (so 2)"
    own = msgspec.structs.replace(party, named_by=("narrator",))
    told = msgspec.structs.replace(told, parties=(party, own))
    (shown,) = outline_of(msgspec.structs.replace(ferry(), events=(told,))).happenings
    assert shown.facts[1] == "by Veltian navy"


def test_views_show_events_and_escape_their_words() -> None:
    text = "<b>Blast</b> at the mill"
    blast = Event(id="e-1", type="ACCIDENT", mode="fire", anchor_spans=(at(text, text=text),))
    one = document(text, events=(blast,))
    assert "## Events" in render_markdown(one)
    assert "<b>Blast" not in render_markdown(one).replace("\\<", "")
    assert "&lt;b&gt;Blast" in render_html(one)
    assert ">Events <" not in render_html(document(text))
