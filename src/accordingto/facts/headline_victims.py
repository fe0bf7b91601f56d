"""Victims of a headline: "Teen killed, another wounded", "2 dead, 3 hurt", "Officer, suspect shot".

Headlines leave verbs and articles out, and a parser trained on sentences takes their participles
for nouns. Their form is narrow enough to be read by itself: somebody, then what became of him.
"""

from collections.abc import Iterator, Sequence

import msgspec

from accordingto.facts.harmed import Victims
from accordingto.facts.harms import Harm
from accordingto.facts.numbers import find_amounts
from accordingto.facts.victims import Who, is_person_word, sex_of
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

# In characters: no headline is longer.
_LONGEST = 160
_STATES: dict[str, Harm] = {
    "killed": "killed", "dead": "killed", "slain": "killed", "dies": "killed", "murdered": "killed",
    "wounded": "injured", "injured": "injured", "hurt": "injured", "hospitalized": "injured",
    "hospitalised": "injured", "critical": "injured",
    "shot": "hit", "stabbed": "hit", "struck": "hit", "beaten": "hit",
}  # fmt: skip
_ENDS = frozenset({"dead", "killed", "kills"})
_ADVERBS = frozenset({"fatally", "critically", "seriously", "badly", "accidentally"})
_FURTHER = frozenset({"another", "others", "other", "more"})
_BREAKS = frozenset({",", ";", ":", "|", "and", "-", "–", "—", "but", "as", "after", "when"})
# What may stand behind a state; anything else is its object: "Man shot officer".
_BEHIND = _BREAKS | frozenset(
    {"in", "at", "by", "on", "near", "during", "outside", "inside", "over", "with", "while", "from",
     "along", "for", "to", "."}
)  # fmt: skip


def headline_victims(text: str, reading: Reading) -> list[Victims]:
    """Those whom the first block tells of where it is short and has this form; none else."""
    if not reading.blocks or reading.blocks[0].end - reading.blocks[0].start > _LONGEST:
        return []
    tokens = reading.tokens_in(reading.blocks[0])
    found: list[Victims] = []
    for at, token in enumerate(tokens):
        harm = _STATES.get(token.lower)
        behind = [t.lower for t in (*tokens[at + 1 : at + 3],)] + [",", ","]
        if harm is None or not (behind[0] in _BEHIND or behind[0] in _ENDS):
            continue
        before = _before(tokens, at)
        if harm == "hit" and (_is_ended(behind) or "fatally" in {t.lower for t in before}):
            harm = "killed"
        for who in _people(text, before):
            found.append(Victims(harm, who.span, who, token.index))
    return found


def _is_ended(behind: Sequence[str]) -> bool:
    """ "Shot dead", "shot, killed", "shot to death"."""
    first, second = behind[:2]
    return first in _ENDS or (first in {",", "and"} and second in _ENDS) or second == "death"


def with_headline(victims: Sequence[Victims], headline: Sequence[Victims]) -> list[Victims]:
    """All of them in text order; whom grammar has found already is left as it is, but for who is
    killed behind a comma: "Woman shot, killed"."""
    dead = {v.span.end for v in headline if v.harm == "killed"}
    victims = [
        msgspec.structs.replace(v, harm="killed") if v.harm == "hit" and v.span.end in dead else v
        for v in victims
    ]
    known = {victim.span.start for victim in victims} | {victim.span.end for victim in victims}
    more = [v for v in headline if v.span.start not in known and v.span.end not in known]
    return sorted((*victims, *more), key=lambda v: (v.span, v.harm))


def _before(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words of the clause up to the state; those of "girl, woman shot" too."""
    first = at
    while first > 0 and tokens[first - 1].lower not in _BREAKS - {"-"}:
        first -= 1
    if first > 1 and tokens[first - 1].lower in {",", "and"} and is_person_word(tokens[first - 2]):
        start = first - 2
        while start > 0 and tokens[start - 1].lower not in _BREAKS - {"-"}:
            start -= 1
        if not any(
            t.lower in _STATES or t.pos in {"VERB", "AUX"} for t in tokens[start : first - 1]
        ):
            first = start
    return list(tokens[first:at])


def _people(text: str, before: Sequence[Token]) -> Iterator[Who]:
    """Every person of a clause, each the last word of its part."""
    words = [t for t in before if t.lower not in _ADVERBS]
    parts: list[list[Token]] = [[]]
    for token in words:
        if token.lower in _BREAKS - {"-"}:
            parts.append([])
        else:
            parts[-1].append(token)
    for part in parts:
        who = _who(text, part)
        if who is not None:
            yield who


def _who(text: str, part: Sequence[Token]) -> Who | None:
    """ "A 5-year-old girl", "two deputies", "3", "another", "6 others", "four found"."""
    if part and part[-1].lower == "found":
        part = part[:-1]
    if not part or any(t.pos in {"VERB", "AUX"} or t.lower in {"no", "not"} for t in part[:-1]):
        return None
    last = part[-1]
    number = next((t for t in part if t.pos == "NUM" and not t.ent.startswith("DATE")), None)
    further = any(t.lower in _FURTHER for t in part)
    is_head = is_person_word(last) or last.lower in _FURTHER or last is number
    if not is_head or (last is number and len(part) > 1 and not further):
        return None
    if number is not None:
        amount = next(find_amounts(text, number.span), None)
        value = int(amount.value) if amount is not None and amount.value else 0
        if not 0 < value < 100_000:
            return None
        noun = "" if last is number else last.lemma.lower()
        return Who(Span(number.start, max(number.end, last.end)), value, "number", noun=noun)
    noun = "other" if last.lower in _FURTHER else last.lemma.lower()
    if last.tag == "NNS" or last.lower in {"others", "people", "family"}:
        return None
    return Who(last.span, 1, "further" if further else "bare", sex=sex_of(noun), noun=noun)
