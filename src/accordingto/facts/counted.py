"""What a number counts: read from the counted noun and the verb over it."""

from typing import cast

import msgspec

from accordingto.facts.figurewords import figure_words, harm_of, is_human, kind_of_noun, listed
from accordingto.facts.frames import sought
from accordingto.facts.happened import happened, has_state, kind_gives_way
from accordingto.facts.numbers import Amount
from accordingto.facts.refused import (
    is_address,
    is_no_figure,
    is_speed,
    is_time_or_age,
    refers_back,
)
from accordingto.records.facts import What
from accordingto.records.reading import Reading, Token

_TIMELIKE = frozenset({"DATE", "TIME", "ORDINAL"})
# The unit is part of the figure: "three metres", "500,000 barrels".
_MEASURES = frozenset({"distance", "quantity"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "ROOT", "conj"})
_DEFINITE = frozenset({"the", "these", "those", "his", "her", "their", "its", "our", "my"})
_PRONOUNS = frozenset({"them", "whom", "which", "us", "you"})
_FIRED = frozenset({"artillery", "mortar", "tank", "rocket", "howitzer"})
_SMALL_SCORE = 0.4
# So few people can speak as one.
_FEW, _MANY = 10, 1000


class Counted(msgspec.Struct, frozen=True):
    """What is counted, in whose words (``unit``), how sure, and why. ``end`` is set where the
    unit's own word belongs to the figure ("three metres")."""

    what: What
    unit: str | None
    score: float
    reason: str
    end: int | None = None


def counted(reading: Reading, amount: Amount) -> Counted | None:
    """What ``amount`` counts, or ``None`` where it is no figure (an age, a time, a list number)
    or has no noun and verb that tell."""
    if amount.unit is not None:
        return None if _is_calibre(reading, amount) else _by_unit(amount.unit)
    tokens = reading.tokens_in(amount.core)
    if not tokens or is_no_figure(reading, amount, tokens):
        return None
    if _hyphened(reading, tokens[-1]) is not None:
        return _by_hyphen(reading, tokens[-1])
    if _is_rest(reading, tokens[0]):
        return Counted("count", None, _SMALL_SCORE, "those of whom the opposite is told")
    noun, is_part = _noun(reading, tokens[-1])
    if noun is None and tokens[0].ent in _TIMELIKE:
        # "Rose to 12 from 9 overnight": the engine takes a number without a noun for an hour; and
        # "between 30 and 50 died" for years.
        told = happened(reading, None, tokens[-1]) if amount.value is None else None
        if told is not None:
            return Counted(told[0], None, 0.7, f"'{told[1]}' says what happened to those counted")
        return _changed(reading, tokens[-1])
    if is_part and noun is not None:
        return _part(reading, amount, noun, tokens[-1])
    if noun is None:
        return _bare(reading, tokens[-1])
    return _of_noun(reading, amount, noun, tokens)


def _is_calibre(reading: Reading, amount: Amount) -> bool:
    """ "A 9mm pistol", "155mm shells": which weapon it is."""
    inside = reading.tokens_in(amount.span) if amount.unit == "mm" else []
    behind = reading.tokens[inside[-1].index + 1 : inside[-1].index + 2] if inside else []
    return any(kind_of_noun(token) == "weapons" or token.lemma == "round" for token in behind)


def _by_unit(unit: str) -> Counted:
    if unit == "%":
        return Counted("percent", "%", 0.95, "a percentage")
    if unit == "votes":
        return Counted("votes", "votes", 0.9, "one side of a vote")
    short: str | None = figure_words()["short_units"].get(unit)
    if short is not None or unit == "m":
        return Counted(cast(What, short or "distance"), unit, 0.9, f"measured in {unit}")
    return Counted("money", unit, 0.95, "a sum of money")


def _of_noun(reading: Reading, amount: Amount, noun: Token, tokens: list[Token]) -> Counted | None:
    if is_time_or_age(noun) or noun.lemma in listed("excluded", "heads") or is_address(noun):
        return None
    if noun.lemma in listed("excluded", "wounds"):
        # "Two gunshot wounds": one person may have all of them.
        return Counted("count", noun.lower, 0.6, f"counts '{noun.text}'")
    kind = _kind(reading, noun)
    told = happened(reading, noun, tokens[-1]) if kind_gives_way(kind) else None
    back = refers_back(reading, amount, tokens[0])
    if told is not None:
        what, word = told
        score = 0.6 if back else 0.85
        return Counted(what, noun.lower, score, f"'{word}' says what happened to those counted")
    if kind is not None and kind != "people":
        end = noun.end if kind in _MEASURES else None
        score = 0.5 if back else 0.8
        return Counted(cast(What, kind), noun.lower, score, f"counts '{noun.text}'", end)
    if amount.value == 1 or back or _speak(reading, amount, noun):
        # "One man said": a numeral that counts nobody, no more than "two officials said"; "the two
        # leaders" refers back.
        return None
    return Counted("count", noun.lower, 0.6, f"counts '{noun.text}'")


def _speak(reading: Reading, amount: Amount, noun: Token) -> bool:
    verb = reading.tokens[noun.head]
    told = noun.dep == "nsubj" and verb.lemma in listed("speaks", "verbs")
    return told and is_human(noun) and (amount.value or _MANY) <= _FEW


def _kind(reading: Reading, noun: Token) -> str | None:
    kind = kind_of_noun(noun)
    below = [reading.tokens[i] for i in reading.children[noun.index]]
    if kind == "distance" and (
        is_speed(reading, noun) or any(t.lower in {"square", "cubic"} for t in below)
    ):
        return "quantity"
    if kind is None and noun.lemma == "round":
        inner = (reading.tokens[i] for t in below for i in reading.children[t.index])
        fired = any(t.lemma in _FIRED for t in below)
        return "weapons" if fired or any(t.lemma == "ammunition" for t in inner) else None
    return kind


def _part(reading: Reading, amount: Amount, whole: Token, number: Token) -> Counted | None:
    """A part of a definite whole: "two of the dead", "four of the nine miners are missing"."""
    who = reading.tokens[min(whole.index + 1, len(reading.tokens) - 1)]
    if whole.lower in _PRONOUNS and who.tag == "NNS":
        # "48 civilians, 12 of them children": whatever happened to the 48.
        return None
    losing = reading.tokens[number.head]
    if whole.lower == "own" and losing.lemma == "lose":
        return Counted("killed", None, 0.75, f"'{losing.text}' of those of one's own")
    told = happened(reading, None, number, whole if whole.pos in _NOUNS else None)
    own = harm_of(whole)
    # "176 of the 181 on board": the other number is no noun.
    unit = whole.lower if whole.pos != "NUM" else None
    if told is not None and told[0] not in {"participants", "affected"}:
        return Counted(told[0], unit, 0.75, f"'{told[1]}' says what happened to this part")
    if own is not None and whole.lemma not in listed("standing", "nouns"):
        return Counted(own, unit, 0.75, f"a part of '{whole.text}'")
    if amount.value == 1 or whole.lower in _PRONOUNS:
        return None
    if is_time_or_age(whole) or whole.lemma in listed("excluded", "heads"):
        return None
    kind = own or kind_of_noun(whole)
    if kind is None or kind == "people":
        return Counted("count", unit, 0.5, f"a part of '{whole.text}'")
    return Counted(cast(What, kind), whole.lower, 0.6, f"a part of '{whole.text}'")


def _bare(reading: Reading, number: Token) -> Counted | None:
    """A number without a noun: "30 were killed", "a toll of 30", "48 were expelled"."""
    if number.dep not in _NOUN_PLACES and number.pos != "NUM":
        return None
    own = sought(reading, number) or has_state(reading, number)
    changed = None if own else _changed(reading, number)
    told = None if changed is not None else happened(reading, None, number)
    if told is not None:
        return Counted(told[0], None, 0.8, f"'{told[1]}' says what happened to those counted")
    if changed is not None:
        return changed
    in_place = (
        number.dep in {"nsubj", "nsubjpass", "dobj"}
        or _is_share(reading, number)
        or _is_many(reading, number)
    )
    if in_place and number.lower not in {"one", "two"}:
        return Counted("count", None, _SMALL_SCORE, "a number without a noun")
    return None


def _is_many(reading: Reading, number: Token) -> bool:
    """ "A loss for tens of thousands": people without a noun."""
    preposition = reading.tokens[number.head]
    return (
        (number.dep, number.tag) == ("pobj", "NNS")
        and preposition.lower in {"for", "to", "among", "on", "against"}
        and all(reading.tokens[i].dep != "det" for i in reading.children[number.index])
    )


def _is_rest(reading: Reading, first: Token) -> bool:
    """ "All but four were released" says nothing of that kind of the four."""
    before = [t.lower for t in reading.tokens[max(0, first.index - 2) : first.index]]
    return before == ["all", "but"]


def _is_share(reading: Reading, number: Token) -> bool:
    """ "Including six from the mission", "three to Lira and two to Ores"."""
    if not 0 < number.index < len(reading.tokens) - 1:
        return False
    before, after = reading.tokens[number.index - 1], reading.tokens[number.index + 1]
    leads = before.lower in {"including", "among"} or before.text in {"—", "–", "("}
    joined = number.dep == "conj" and reading.tokens[number.head].pos == "NUM"
    return (leads or joined) and after.pos == "ADP"


def _changed(reading: Reading, number: Token) -> Counted | None:
    """ "Increase its deployment from 500 to 4,000", "put the number of dead at 23": what is
    counted is what changes or is given."""
    at = number
    while at.dep in {"quantmod", "nummod", "prep", "pobj", "conj"} and at.head != at.index:
        over = reading.tokens[at.head]
        if at is number and at.dep == "conj" and over.pos == "VERB":
            # "Are grounded and 3,200 of the staff …": another clause's.
            return None
        at = over
        if at.pos == "VERB":
            # "Said they fired and put the dead at four": no other verb's matter.
            break
    if at.pos != "VERB" or at.index == number.index or number.dep in {"dobj", "nsubj"}:
        return None
    things = [reading.tokens[i] for i in reading.children[at.index]]
    if at.dep == "relcl" and any(t.tag == "WDT" and t.dep == "dobj" for t in things):
        # "The death toll, which the army puts at 112".
        things = [msgspec.structs.replace(reading.tokens[at.head], dep="dobj")]
    if at.dep == "acl":
        # "Protesters, estimated at 20,000", "the number of protesters killed at 46".
        put = reading.tokens[number.head].lower == "at"
        what = (harm_of(at) if put else None) or _topic(reading.tokens[at.head])
        if what is not None:
            word = reading.tokens[at.head]
            return Counted(what, word.lower, 0.7, f"'{at.text}' gives the number of '{word.text}'")
    # What is put, cut or raised before who does so: "the hospital put the dead at 11".
    for thing in sorted(things, key=lambda t: t.dep == "nsubj"):
        if thing.dep not in {"dobj", "nsubjpass", "nsubj"} or thing.lemma == "hospital":
            continue
        within = [reading.tokens[i] for i in reading.subtree(thing.index)]
        if thing.index < number.index:
            # "The number of infected to 1,975 and that of the dead to 56".
            within = [t for t in within if t.index < number.index]
        for part in (thing, *within):
            what = _topic(part)
            if what is not None:
                reason = f"'{at.text}' gives the number of '{part.text}'"
                return Counted(what, part.lower, 0.7, reason)
    return None


def _topic(part: Token) -> What | None:
    if part.pos not in {"NOUN", "PROPN", "ADJ", "VERB"}:
        return None
    harm = harm_of(part)
    if harm is not None:
        return harm
    kind = kind_of_noun(part) if part.pos in _NOUNS else None
    return cast(What, kind) if kind is not None and kind != "people" else None


def _hyphened(reading: Reading, last: Token) -> Token | None:
    """The word tied to a number by a hyphen: "12,000-strong"."""
    if last.index + 2 >= len(reading.tokens):
        return None
    mark, word = reading.tokens[last.index + 1 : last.index + 3]
    tied = mark.text in {"-", "‑"} and mark.start == last.end and word.start == mark.end
    return word if tied and word.text[0].isalpha() else None


def _by_hyphen(reading: Reading, last: Token) -> Counted | None:
    word = _hyphened(reading, last)
    if word is None:
        return None
    if word.lower == "strong":
        head = reading.tokens[word.head]
        kind = kind_of_noun(head) or harm_of(head)
        what = "participants" if head.lemma == "crowd" else kind or "count"
        what = "count" if what == "people" else what
        return Counted(cast(What, what), head.lower, 0.8, f"the strength of '{head.text}'")
    kind = kind_of_noun(word)
    if kind in _MEASURES:
        return Counted(cast(What, kind), word.lower, 0.8, f"measured in '{word.text}'", word.end)
    return None


def _noun(reading: Reading, last: Token) -> tuple[Token | None, bool]:
    """The counted noun: the head of a numeral, or the object of "of" behind "dozens"; and whether
    it is a definite whole of which the number is a part."""
    last = _last_of_number(reading, last)
    head = reading.tokens[last.head]
    behind = reading.tokens[min(last.index + 1, len(reading.tokens) - 1)]
    apart = behind.text in {"-", "–", "—"} and behind.start > last.end
    if head.index > last.index and (behind.lower in {",", "and"} or apart):
        # "Kills 4, wounds 16"; "killing five and wounding dozens"; "the next two - Tal and Mar".
        return None, False
    if last.dep in {"nummod", "compound", "quantmod", "amod", "det"} and head.pos in _NOUNS:
        return (_headed(reading, head), False) if head.index > last.index else (None, False)
    if last.dep in {"nummod", "quantmod", "compound"} and head.pos == "NUM":
        return None, False
    whole = _whole(reading, last)
    if whole is not None:
        return whole, _is_definite(reading, whole)
    following = last.index + 1
    if following < len(reading.tokens):
        after = reading.tokens[following]
        same = reading.sentence_of(following) == reading.sentence_of(last.index)
        if after.pos == "NOUN" and same:
            return _headed(reading, after), False
    return None, False


def _headed(reading: Reading, noun: Token) -> Token:
    """The noun that a word before it qualifies: "20 air and sea-launched missiles"."""
    behind = reading.tokens[noun.index + 1 : noun.index + 3]
    if len(behind) == 2 and behind[0].text == "-" and behind[1].pos in _NOUNS:
        tied = behind[0].start == noun.end and behind[1].start == behind[0].end
        # "Three co-defendants".
        return behind[1] if tied and behind[1].tag == "NNS" else noun
    head = reading.tokens[noun.head]
    qualifies = noun.dep in {"compound", "nmod"} and head.tag[:2] == "NN"
    qualifies = qualifies and kind_of_noun(noun) is None
    return head if qualifies and head.index > noun.index else noun


def _last_of_number(reading: Reading, last: Token) -> Token:
    """Up through the parts of a number in several words; always to the right, so it ends."""
    head = reading.tokens[last.head]
    while (
        last.dep in {"nummod", "quantmod", "compound"}
        and head.pos == "NUM"
        and head.index > last.index
    ):
        last, head = head, reading.tokens[head.head]
    return last


def _whole(reading: Reading, last: Token) -> Token | None:
    for index in reading.children[last.index]:
        child = reading.tokens[index]
        if child.lower == "of" and child.index == last.index + 1:
            for below in reading.children[index]:
                if reading.tokens[below].dep == "pobj":
                    return reading.tokens[below]
    return None


def _is_definite(reading: Reading, whole: Token) -> bool:
    if whole.pos == "PRON":
        return True
    below = (reading.tokens[i] for i in reading.children[whole.index])
    return any(t.lower in _DEFINITE or t.dep in {"poss", "nummod"} for t in below)
