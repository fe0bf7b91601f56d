"""Which colour each speaker has on a page."""

from collections import Counter

from accordingto.exports.views import Outline

# Named colours v0 to v7 of the style sheet: those of Okabe and Ito, "Color Universal Design"
# (2008), which people with any common colour vision tell apart.
_COLOURS = 8


def colours(outline: Outline) -> dict[str, str]:
    """For each speaker's key its CSS classes; those who speak most get a colour of their own.

    Beyond eight, colours come back with the class ``again`` (a dashed line); who has no name
    is ``v8`` (grey).
    """
    counts = Counter(entry.voice.key for entry in outline.entries)
    named = [voice for voice in outline.voices if voice.actor is not None]
    # The sort is stable: speakers with as many statements stay in text order.
    ranked = sorted(named, key=lambda voice: -counts[voice.key])
    classes = {voice.key: "v8" for voice in outline.voices}
    for rank, voice in enumerate(ranked):
        again = " again" if rank >= _COLOURS else ""
        classes[voice.key] = f"v{rank % _COLOURS}{again}"
    return classes
