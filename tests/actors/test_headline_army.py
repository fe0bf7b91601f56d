"""Whose army "military" is in a headline."""

from accordingto.library import read_text

_BODY = (
    "\n\nBy Ada Lum\n\nPresident Otto Brenk of France said the target was a depot in Belgium. "
    "A military spokesman said 15 fighters had been killed.\n\n"
    "Belgian forces had given no coordinates, the Belgian defence ministry said in Brussels."
)


def test_of_two_states_it_may_be_either() -> None:
    document = read_text("Strike on depot kills 15, military says" + _BODY)
    text = document.text
    for actor in document.actors:
        words = {mention.of(text).lower() for mention in actor.mentions}
        assert not {"military", "belgian forces"} <= words
