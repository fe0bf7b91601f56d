""" "The 34-year-old": the one person of whom the text gives that age."""

import re
from collections.abc import Sequence

from accordingto.actors.group import Grouping
from accordingto.actors.mention import Mention
from accordingto.records.reading import Reading
from accordingto.records.span import Span

AGED = "year-old"
_AGED = re.compile(r"\b[Tt]he (\d{1,3})-year-old\b")
AGE = re.compile(r", (?:aged |age )?(\d{1,3})(?=[,;.])")
_SCORE = 0.75
# How far back whoever spoke before the one of an age stands, in characters.
_REACH = 500


def aged_mentions(text: str, reading: Reading, spoken: frozenset[int]) -> list[Mention]:
    """ "The 34-year-old" where no noun follows, as mentions of somebody."""
    found: list[Mention] = []
    for match in _AGED.finditer(text):
        span = Span(match.start(), match.end())
        head = reading.head_of(span)
        if head is None or not span.contains(head.span):
            continue
        last = reading.tokens_in(span)[-1].index
        after = reading.tokens[last + 1 : last + 2]
        if after and after[0].pos in {"NOUN", "PROPN", "ADJ"}:
            continue
        found.append(
            Mention(
                span=span,
                words=match.group(),
                head=head.index,
                form="noun",
                kind="person",
                lemma=AGED,
                definite=True,
                spoken=head.index in spoken,
            )
        )
    return found


def join_aged(text: str, group: Grouping) -> None:
    """Joins each to whose age it is, where that is one person's only."""
    aged = [i for i, m in enumerate(group.mentions) if m.lemma == AGED]
    ages = _ages(text, group.mentions) if aged else {}
    for index in aged:
        age = re.findall(r"\d+", group.mentions[index].words)[0]
        roots = {group.root(i) for i in ages.get(age, ())}
        if len(roots) == 1:
            at = ages[age][0]
            group.join(at, index, _SCORE, f"the only one of {age}: {group.mentions[at].words}")
        elif not roots:
            at_first = _unnamed_before(group, index)
            if at_first is not None:
                who = group.mentions[at_first].words
                group.join(at_first, index, 0.6, f"the one who spoke before: {who}")


def _unnamed_before(group: Grouping, index: int) -> int | None:
    """ "A member of his crew said … . The 23-year-old said": the one person unnamed who spoke last,
    where nobody else has spoken since."""
    mention = group.mentions[index]
    for other in range(index - 1, -1, -1):
        earlier = group.mentions[other]
        if mention.span.start - earlier.span.end > _REACH:
            return None
        if not earlier.spoken or earlier.kind != "person":
            continue
        members = [group.mentions[i] for i in group.members(other)]
        unnamed = all(m.form == "noun" for m in members) and not earlier.plural
        one = earlier.words.lower().startswith(("a ", "an ", "one "))
        return other if mention.spoken and unnamed and one else None
    return None


def _ages(text: str, mentions: Sequence[Mention]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        match = AGE.match(text, mention.span.end) if mention.form == "name" else None
        if match is not None and mention.kind in {"person", None}:
            found.setdefault(match.group(1), []).append(index)
    return found
