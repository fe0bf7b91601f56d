"""What a phrase beside those counted tells: "taken to hospital", "in critical condition"."""

from accordingto.facts.figurewords import complement, listed
from accordingto.facts.frames import verb_over
from accordingto.records.facts import What
from accordingto.records.reading import Reading, Token

_PREPOSED = frozenset({"prep", "dative"})
_OF_NEED = frozenset({"evacuation", "relief", "displacement", "reception"})
_GRAVE = frozenset({"critical", "serious", "grave", "stable", "guarded"})
# Who is sentenced or scared to death lives.
_NOT_TO_DEATH = frozenset({"sentence", "condemn", "scare", "bore", "frighten", "work"})
Told = tuple[What, str]


def by_complement(reading: Reading, anchor: Token) -> Told | None:
    """ "Six were taken to hospital", "forced from their homes", "on board"."""
    verb = verb_over(reading, anchor)
    holders = [anchor] if verb is None else [anchor, verb]
    for holder in holders:
        if holder is verb and anchor.dep not in {"nsubj", "nsubjpass", "dobj"}:
            continue
        # "Sent four to the hospital" tells of them, however the house is called.
        brought = holder.lemma in listed("victims", "brought")
        for index in reading.children[holder.index]:
            preposition = reading.tokens[index]
            # "Left 100 with burns"; "found with wounds" leaves open what came of it.
            left = preposition.lower != "with" or (verb is not None and verb.lemma == "leave")
            for below in reading.children[index] if left and preposition.dep in _PREPOSED else ():
                kind = complement(preposition.lower, _state(reading, below))
                if kind == "killed" and holder.lemma in _NOT_TO_DEATH:
                    continue
                if kind is not None and (brought or not _is_building(reading, below)):
                    return kind, f"{preposition.text} {reading.tokens[below].text}"
    return None


def _state(reading: Reading, index: int) -> str:
    """The noun of a state, "intensive care" and "serious condition" as one."""
    noun = reading.tokens[index].lemma
    below = {reading.tokens[i].lower for i in reading.children[index]}
    if noun == "condition":
        return f"serious {noun}" if below & _GRAVE else noun
    if noun in {"centre", "center"}:
        return f"evacuation {noun}" if below & _OF_NEED else noun
    return f"intensive {noun}" if "intensive" in below else noun


def _is_building(reading: Reading, index: int) -> bool:
    """ "In the hospital" names a building; "in hospital" a state."""
    if reading.tokens[index].lemma not in {"hospital", "board", "home"}:
        return False
    return any(reading.tokens[i].lower in {"a", "the"} for i in reading.children[index])
