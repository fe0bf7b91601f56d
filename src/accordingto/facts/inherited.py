"""Numbers that leave their noun out, and so speak of what the figure before them counts."""

from collections.abc import Sequence
from functools import cache

from accordingto.facts.counted import Counted
from accordingto.facts.elsewhere import is_elsewhere
from accordingto.facts.figurewords import figure_words, is_human, listed
from accordingto.facts.numbers import Amount
from accordingto.facts.refused import is_no_figure
from accordingto.records.facts import Figure
from accordingto.records.reading import Reading, Token

# Only these are what two sides dispute by number alone.
_DISPUTED = frozenset(
    {
        "killed", "injured", "killed_and_injured", "missing", "abducted", "freed", "arrested",
        "displaced", "affected", "participants", "troops", "attackers", "aircraft", "weapons",
        "vehicles", "ships", "votes",
    }
)  # fmt: skip
_SUFFERED = frozenset(
    {"killed", "injured", "killed_and_injured", "missing", "abducted", "displaced"}
)
_SCORE = 0.4
# How many figures back the same number is looked for.
_BACK = 12
_GRAVELY = frozenset({"seriously", "critically", "badly", "gravely", "severely", "lightly"})
_PRONOUNS = frozenset({"them", "whom"})
# A sentence that gives no more than another number is no longer, in words.
_SHORT = 16
_SUMS = frozenset({"MONEY", "PERCENT", "QUANTITY"})


def inherited(
    reading: Reading,
    amount: Amount,
    own: Counted | None,
    earlier: Sequence[Figure],
    *,
    alone: bool = False,
) -> Counted | None:
    """What a number counts by a figure before it: a bare one by the last of its own sentence
    ("police spoke of 300", "14 men died, two of them teachers"), people among those counted there
    ("33 bodies, among them seven children"), and "the 400 families" by the last 400 families. The
    score is low: the text leaves it open. ``alone`` is true for a number that is all of what
    somebody says ("the army put the dead at nine, the rebels at 38")."""
    tokens = reading.tokens_in(amount.core)
    if not tokens or amount.unit is not None or is_no_figure(reading, amount, tokens):
        return None
    graver = _graver(reading, tokens[-1], earlier)
    if graver is not None:
        return graver
    part = _is_part(reading, tokens[-1])
    if own is not None and own.unit is not None and not (part and own.unit in _people()):
        return (
            _among(reading, tokens[0], own, earlier)
            or _again(reading, tokens, amount, own, earlier)
            or _taken_too(reading, tokens[-1], own, earlier)
            or _with_those(reading, tokens[-1], own, earlier)
        )
    again = _part_again(reading, tokens[-1], earlier)
    if again is not None:
        return again
    is_part = amount.value != 1 and part
    whole = reading.tokens_in(amount.span)
    is_told = _is_given(reading, tokens[-1]) or _is_rival(reading, whole, earlier)
    is_told = is_told or _is_elliptic(reading, whole) or is_elsewhere(reading, whole)
    is_told = is_told or _has_left(reading, tokens[-1], earlier)
    if not (alone or is_part or is_told):
        return None
    sentence = reading.sentence_of(tokens[0].index)
    for figure in reversed(earlier):
        if figure.span.start < sentence.span.start:
            break
        if figure.what in _DISPUTED or (is_part and figure.unit is not None):
            return _as_in(figure)
    given = alone or _is_given(reading, tokens[-1])
    return _of_sentence_before(reading, tokens[0], earlier) if given and not is_part else None


def _as_in(figure: Figure) -> Counted:
    reason = f"taken from the figure under discussion ({figure.what})"
    return Counted(figure.what, figure.unit, _SCORE, reason)


def _of_sentence_before(
    reading: Reading, first: Token, earlier: Sequence[Figure]
) -> Counted | None:
    """ "Residents said 14 were killed. The police said nine.": where the sentence before counts
    people in one way only, and nobody is counted in this one."""
    sentence = reading.sentence_of(first.index)
    words = reading.tokens[sentence.first : sentence.last]
    if sentence.first == 0 or len(words) > _SHORT or any(t.ent in _SUMS for t in words):
        return None
    before = reading.sentence_of(sentence.first - 1).span.start
    told = [f for f in earlier[-_BACK:] if before <= f.span.start and f.what in _DISPUTED]
    alike = told and all(f.what == told[-1].what for f in told)
    return _as_in(told[-1]) if alike else None


def _is_given(reading: Reading, number: Token) -> bool:
    """ "Spoke of 300", "sticks to four", "admits only three": a verb of giving numbers."""
    at = reading.tokens[number.head]
    if number.dep == "pobj":
        at = reading.tokens[at.head]
    elif number.dep not in {"dobj", "attr", "nummod", "npadvmod"}:
        return False
    return at.index != number.index and at.lemma in listed("gives", "verbs")


def _is_rival(reading: Reading, tokens: Sequence[Token], earlier: Sequence[Figure]) -> bool:
    """ "Police put the crowd at 5,000, organisers at 20,000", "at 300 by police and 900 by the
    union": the other side's number in the same words."""
    if not earlier:
        return False
    last = reading.tokens_in(earlier[-1].span)
    if not last or last[0].index == 0 or tokens[0].index == 0:
        return False
    before, leads = (reading.tokens[t[0].index - 1].lower for t in (tokens, last))
    behind, follows = (
        reading.tokens[min(t[-1].index + 1, len(reading.tokens) - 1)].lower for t in (tokens, last)
    )
    return (before == leads == "at") or (before == "and" and behind == follows == "by")


def _is_elliptic(reading: Reading, tokens: Sequence[Token]) -> bool:
    """ "300 were displaced, the government 90 and aid groups over 1,000": nothing but another
    claimant and his number."""
    at, behind = tokens[0].index - 1, tokens[-1].index + 1
    who = reading.tokens[max(0, at)]
    after = reading.tokens[behind].lower if behind < len(reading.tokens) else "."
    claims = who.pos in {"NOUN", "ADJ"} and (
        is_human(who)
        or who.lemma in listed("holding", "held")
        or who.lemma in listed("losing", "sides")
    )
    return (
        claims
        and tokens[-1].head != who.index
        and after in {",", ".", ";", "and", "while", "”", '"'}
    )


def _has_left(reading: Reading, number: Token, earlier: Sequence[Figure]) -> bool:
    """ "Some 90,000 people have fled Tanor and 60,000 have left Lorvan"."""
    fled = bool(earlier) and earlier[-1].what == "displaced"
    return fled and number.dep == "nsubj" and reading.tokens[number.head].lemma == "leave"


def _is_part(reading: Reading, number: Token) -> bool:
    """ "Two of them", "three of whom"."""
    following = [t.lower for t in reading.tokens[number.index + 1 : number.index + 3]]
    return len(following) == 2 and following[0] == "of" and following[1] in _PRONOUNS


def _graver(reading: Reading, number: Token, earlier: Sequence[Figure]) -> Counted | None:
    """ "Wounded 11, two seriously"."""
    how = reading.tokens[min(number.index + 1, len(reading.tokens) - 1)].lower
    before = reading.tokens[max(0, number.index - 1)].lower
    hurt = bool(earlier) and earlier[-1].what in {"injured", "killed_and_injured"}
    if how not in _GRAVELY or before not in {",", "and", "(", "—", "–"} or not hurt:
        return None
    if earlier[-1].span.start < reading.sentence_of(number.index).span.start:
        return None
    return Counted("injured", earlier[-1].unit, _SCORE, f"'{how}', of those counted before")


def _part_again(reading: Reading, number: Token, earlier: Sequence[Figure]) -> Counted | None:
    """ "Two of the six were medics": a part of those whom a figure before told of."""
    words = reading.tokens[number.index + 1 : number.index + 4]
    if len(words) < 3 or words[0].lower != "of" or words[1].lower not in {"the", "those"}:
        return None
    whole = words[2]
    value = int(whole.text) if whole.text.isdecimal() else figure_words()["words"].get(whole.lower)
    for figure in reversed(earlier[-_BACK:]):
        if value is not None and figure.value == value and figure.what in _SUFFERED:
            reason = f"a part of the {whole.text} before ({figure.what})"
            return Counted(figure.what, figure.unit, _SCORE, reason)
    return None


def _among(
    reading: Reading, first: Token, own: Counted, earlier: Sequence[Figure]
) -> Counted | None:
    """ "33 bodies were brought in, among them seven children", "four others, including two
    children, were taken to hospital"."""
    before = [t.lower for t in reading.tokens[max(0, first.index - 2) : first.index]]
    sentence = reading.sentence_of(first.index)
    among = before == ["among", "them"] or (before[-1:] == ["including"] and own.what == "count")
    if not among or not earlier or earlier[-1].what not in _SUFFERED:
        return None
    if earlier[-1].span.start < sentence.span.start or own.unit not in _people():
        return None
    return Counted(earlier[-1].what, own.unit, _SCORE, f"among those counted ({earlier[-1].what})")


def _with_those(
    reading: Reading, number: Token, own: Counted, earlier: Sequence[Figure]
) -> Counted | None:
    """ "Including two children and six members of the guard": both parts of those counted."""
    noun = reading.tokens[number.head]
    over = reading.tokens[noun.head]
    if noun.dep != "conj" or own.what != "count" or not earlier or not is_human(noun):
        return None
    last = earlier[-1]
    before = reading.tokens_in(last.span)
    lead = reading.tokens[max(0, before[0].index - 1)].lower if before else ""
    joined = (
        last.unit == over.lower
        and last.what in _SUFFERED
        and lead in {"including", "included", "them"}
    )
    if not joined or last.span.start < reading.sentence_of(number.index).span.start:
        return None
    return Counted(last.what, own.unit, _SCORE, f"among those counted ({last.what})")


def _taken_too(
    reading: Reading, number: Token, own: Counted, earlier: Sequence[Figure]
) -> Counted | None:
    """ "Only nine people were taken", where the text has told of abductions."""
    noun = reading.tokens[number.head]
    verb = reading.tokens[noun.head]
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    taken = verb.lemma in {"take", "seize", "snatch"} and noun.dep == "nsubjpass"
    apart = any(t.dep in {"prep", "dobj", "xcomp"} for t in below)
    if not taken or apart or own.what != "count" or own.unit not in _people():
        return None
    told = any(f.what == "abducted" for f in earlier[-_BACK:])
    return Counted("abducted", own.unit, _SCORE, f"'{verb.text}', of abductions") if told else None


def _again(
    reading: Reading, tokens: Sequence[Token], amount: Amount, own: Counted,
    earlier: Sequence[Figure],
) -> Counted | None:  # fmt: skip
    """ "The figure of 400 families": the same number of the same again."""
    before = [t.lower for t in reading.tokens[max(0, tokens[0].index - 2) : tokens[0].index]]
    if not before or not (before[-1] in {"the", "those", "these"} or before[-1:] == ["of"]):
        return None
    for figure in reversed(earlier[-_BACK:]):
        if figure.value == amount.value and figure.unit == own.unit:
            told = figure.what in _DISPUTED
            reason = f"the same number as before ({figure.what})"
            return Counted(figure.what, own.unit, _SCORE, reason) if told else None
    return None


@cache
def _people() -> frozenset[str]:
    """Words for people as written, many and one."""
    words = figure_words()["counted"]["people"]
    irregular = {"men", "women", "children", "people", "policemen", "policewomen", "families"}
    return frozenset({*words, *(f"{word}s" for word in words), *irregular})
