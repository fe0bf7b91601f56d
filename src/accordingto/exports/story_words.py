"""The words in which the views of a story tell figures and times."""

import re

from accordingto.exports.wording import agreeing
from accordingto.records.story import Claimant, Count, Moment, Story, StoryToll

_BOUNDS = {
    "killed_min": "killed, at least",
    "killed_max": "killed, at most",
    "injured_min": "injured, at least",
    "injured_max": "injured, at most",
}


def range_words(low: float | int | None, high: float | int | None) -> str:
    """Bounds as a reader expects them: ``9``, ``9–11``, ``≥ 9``, ``≤ 15``."""
    if low is None and high is None:
        return "?"
    if low is None:
        return f"≤ {high:,}"
    if high is None:
        return f"≥ {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def casualty_rows(story: Story) -> list[tuple[str, str, str]]:
    """The least and the most of the dead and injured with who gives them: (``killed, at least``,
    ``9``, ``rescuers; The Halmouth Courier``). A bound that nobody gives has no row."""
    found = []
    for name, told in _BOUNDS.items():
        amount: float | int | None = getattr(story.casualties, name)
        by: tuple[str, ...] = getattr(story.casualties, f"{name}_by")
        if amount is not None:
            found.append((told, f"{amount:,}", "; ".join(by)))
    return found


def likely_words(toll: StoryToll) -> str | None:
    """What the articles' own tolls come to, in a sentence."""
    if toll.likely is None or toll.likely_score is None:
        return None
    reasons = "; ".join(toll.likely_reasons)
    return f"The articles as wholes: {toll.likely:,} (score {toll.likely_score:.2f}; {reasons})"


def bounds_words(toll: StoryToll, named: int) -> str:
    """Who gives the least and who the most, at most ``named`` of each; who gives both at once."""
    least, most = toll.least_by[:named], toll.most_by[:named]
    if toll.least == toll.most and least:
        return f"given by {', '.join(dict.fromkeys((*least, *most)))}"
    found = [f"least given by {', '.join(least)}"] if least else []
    if most:
        found.append(f"most by {', '.join(most)}")
    return "; ".join(found)


def told_words(claimant: Claimant) -> list[str]:
    """What a claimant gives, each number once with all who print it: ``≥ 9 (Lumen 24, The Courier,
    2024-10-18 to 2024-10-19)``."""
    printed: dict[str, list[Count]] = {}
    for count in claimant.counts:
        printed.setdefault(count_words(count), []).append(count)
    found = []
    for number, counts in printed.items():
        outlets = dict.fromkeys(c.outlet or "?" for c in counts)
        days = sorted({c.published[:10] for c in counts if c.published})
        when = days[:1] if len(days) < 2 else [f"{days[0]} to {days[-1]}"]
        found.append(f"{number} ({', '.join((*outlets, *when))})")
    return found


def count_words(count: Count) -> str:
    """A figure with its bounds, for a table."""
    role = f" {count.role}" if count.role else ""
    elsewhere = " of another event" if count.elsewhere else ""
    withdrawn = ", withdrawn since" if count.withdrawn else ""
    denied = ", denied" if count.denied else ""
    part = ", a part" if count.part and not role else ""
    return f"{range_words(count.low, count.high)}{role}{part}{elsewhere}{withdrawn}{denied}"


# What people call the kinds of events that PLOVER has.
_KINDS = {
    "AGREE": "agreement",
    "CONSULT": "talks",
    "SUPPORT": "support",
    "COOPERATE": "cooperation",
    "CONCEDE": "concession",
    "RETREAT": "withdrawal or truce",
    "REQUEST": "demand",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "MOBILIZE": "mobilisation",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}
# Characters of "2024-10-18T06:34".
_MINUTE = 16
_OFFSET = re.compile(r"[+-]\d\d:\d\d\Z|Z\Z")
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "MI": "midday"}


def moment_words(when: str) -> str:
    """A time of the timeline as a reader expects it: ``2024-10-17, night``, not ``…TNI``; of a
    minute with its offset, as times of several zones stand in one order."""
    stem, _, part = when.partition("T")
    if part[:2] in _PARTS:
        return f"{stem}, {_PARTS[part[:2]]}"
    offset = _OFFSET.search(when, _MINUTE)
    return f"{when[:_MINUTE].replace('T', ' ')}{f' {offset[0]}' if offset else ''}"


def moment_title(moment: Moment) -> str:
    """The kind of an event, or the outlet, or who says it."""
    if moment.kind == "event":
        return _KINDS.get(moment.what, moment.what.lower())
    if moment.kind == "claim":
        name, stand = moment.what.rsplit(" ", 1)
        return f"{name} {agreeing(name, stand)}"
    return moment.what
