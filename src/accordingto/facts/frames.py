"""Verbs that tell what happened to those counted by their subject or object, not by themselves."""

from accordingto.facts.figurewords import harm_of, is_human, kind_of_noun, listed
from accordingto.records.facts import What
from accordingto.records.reading import Reading, Token

_CLIMB = 3
_SIDE = frozenset({"it", "they", "we"})
_VERBS = frozenset({"VERB", "AUX"})
_STANDING = frozenset({"be", "stand", "remain", "live", "teeter"})


def verb_over(reading: Reading, anchor: Token) -> Token | None:
    """The verb nearest above, three words up at most."""
    at = anchor
    for _ in range(3):
        at = reading.tokens[at.head]
        if at.pos in _VERBS:
            return at
    return None


def by_frame(reading: Reading, anchor: Token, noun: Token | None) -> tuple[What, str] | None:
    """Verbs that tell by their subject or object: "claimed 32 lives", "police hold 12"."""
    verb = verb_over(reading, anchor)
    if anchor.dep == "pobj" and _has_injuries(reading, anchor):
        return "injured", "injuries to"
    life = _life_of(reading, anchor)
    if life is not None:
        return "killed", f"{reading.tokens[life.head].text} {life.text}"
    if verb is None:
        return None
    if anchor.lemma == "life" and verb.lemma in listed("lives", "verbs"):
        return "killed", f"{verb.text} {anchor.text}"
    if verb.lemma in {"vote", "abstain"} and anchor.dep == "nsubj" and is_human(noun):
        return "votes", verb.text
    if not is_human(noun):
        return None
    if _is_felled(reading, verb, anchor):
        return "killed", f"{verb.text} down"
    want = _want(reading, verb) if anchor.dep == "nsubj" else None
    if want is not None:
        return "affected", f"{verb.text} … {want.text}"
    if verb.lemma == "fight" and anchor.dep == "nsubj" and _for_life(reading, verb):
        return "injured", verb.text
    if verb.lemma == "fall" and anchor.dep == "nsubj" and _in_battle(reading, verb, anchor):
        return "killed", verb.text
    if verb.lemma == "lose" and anchor.dep == "dobj" and _is_loss(reading, verb, anchor):
        return "killed", verb.text
    if verb.lemma == "bury" and anchor.dep in {"dobj", "nsubjpass"} and _is_laid(reading, verb):
        return "killed", verb.text
    if anchor.dep == "nsubj" and loses_life(reading, verb):
        return "killed", verb.text
    if verb.lemma == "cross" and anchor.dep == "nsubj" and _into_land(reading, verb):
        return "displaced", verb.text
    if _is_told_to_go(reading, verb) and anchor.dep in {"nsubjpass", "dobj"}:
        return "displaced", f"{verb.text} to leave"
    if _lost_home(reading, verb, anchor):
        return "displaced", f"{verb.text} home"
    if verb.lemma in listed("holding", "verbs") and anchor.dep in {"dobj", "nsubjpass"}:
        return _by_holder(reading, verb)
    is_agent = reading.tokens[anchor.head].dep == "agent"
    if verb.lemma == "carry" and anchor.dep == "dobj" and _carrier(reading, verb):
        return "affected", verb.text
    if is_agent and harm_of(verb) == "participants":
        return "participants", verb.text
    doubtful = listed("with_people", "participants")
    if verb.lemma in doubtful and (anchor.dep == "nsubj" or is_agent):
        has_object = any(reading.tokens[i].dep == "dobj" for i in reading.children[verb.index])
        return None if has_object and verb.lemma != "join" else ("participants", verb.text)
    return None


def loses_life(reading: Reading, verb: Token) -> bool:
    """ "Lost their lives", "passed away"."""
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    if verb.lemma == "lose":
        return any(t.dep == "dobj" and t.lemma == "life" for t in below)
    return verb.lemma == "pass" and any(t.lower == "away" for t in below)


def _is_felled(reading: Reading, verb: Token, anchor: Token) -> bool:
    """ "Gunned down 26 tourists"."""
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    down = any(t.lower == "down" and t.index - verb.index <= 1 for t in below)
    return down and verb.lemma in listed("felled", "verbs") and anchor.dep in {"dobj", "nsubjpass"}


def _want(reading: Reading, verb: Token) -> Token | None:
    """What those need who "face hunger", "are on the brink of famine", "are in need of aid"."""
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    if verb.lemma in listed("want", "verbs"):
        found = [t for t in below if t.dep == "dobj"]
    else:
        places = [t for t in below if t.dep == "prep"] if verb.lemma in _STANDING else []
        edges = [t for t in _inside(reading, places) if t.lemma in listed("want", "edges")]
        of = [t for t in _inside(reading, edges) if t.lower in {"of", "for"}]
        found = _inside(reading, of)
    return next((t for t in found if t.lemma in listed("want", "things")), None)


def _inside(reading: Reading, tokens: list[Token]) -> list[Token]:
    return [reading.tokens[i] for token in tokens for i in reading.children[token.index]]


def _is_loss(reading: Reading, verb: Token, anchor: Token) -> bool:
    """ "The army lost three men", "it killed nine, losing two men", "Lorvan lost seven soldiers";
    what is lost to injury or another side lives."""
    at = verb
    for _ in range(_CLIMB):
        sides = [reading.tokens[i] for i in reading.children[at.index]]
        if at.dep not in {"advcl", "xcomp", "conj"} or any(t.dep == "nsubj" for t in sides):
            break
        at = reading.tokens[at.head]
    if any(reading.tokens[i].lower == "to" for i in reading.children[verb.index]):
        return False
    armed = anchor.lemma in listed("losing", "armed")
    return anchor.lemma in listed("losing", "men") and any(
        t.dep == "nsubj"
        and (
            t.lemma in listed("losing", "sides") or t.lower in _SIDE or (armed and t.pos == "PROPN")
        )
        for t in sides
    )


def _into_land(reading: Reading, verb: Token) -> bool:
    """ "Had crossed into Tanor": people in numbers do so to get away."""
    return any(
        preposition.lower == "into" and reading.tokens[below].pos == "PROPN"
        for preposition in (reading.tokens[i] for i in reading.children[verb.index])
        for below in reading.children[preposition.index]
    )


def _has_injuries(reading: Reading, anchor: Token) -> bool:
    """ "Caused injuries to 14 workers"."""
    to = reading.tokens[anchor.head]
    before = reading.tokens[max(0, to.index - 1)]
    return to.lower == "to" and before.lemma == "injury" and before.tag == "NNS"


def _for_life(reading: Reading, verb: Token) -> bool:
    """ "Forty are fighting for their lives"."""
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    inner = (
        reading.tokens[i] for t in below if t.lower == "for" for i in reading.children[t.index]
    )
    return any(t.lemma == "life" for t in inner)


def _in_battle(reading: Reading, verb: Token, anchor: Token) -> bool:
    """ "Nine men fell in battle", "11 soldiers fell"."""
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    if anchor.lemma in listed("losing", "men") and all(
        t.dep in {"nsubj", "punct", "aux"} for t in below
    ):
        return True
    inner = (reading.tokens[i] for t in below if t.lower == "in" for i in reading.children[t.index])
    return any(t.lemma in {"battle", "action", "combat", "fighting"} for t in inner)


def _is_laid(reading: Reading, verb: Token) -> bool:
    """ "We buried 22 people"; those whom a landslide, snow or rubble buries may live."""
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    if any(t.dep == "agent" or t.lower in {"alive", "under", "beneath"} for t in below):
        return False
    who = next((t for t in below if t.dep == "nsubj"), None)
    return who is None or who.pos in {"PRON", "PROPN"} or is_human(who)


def sought(reading: Reading, anchor: Token) -> tuple[What, str] | None:
    """ "Divers are looking for nine more": none but rescuers look for numbers of people, where the
    sentence also tells of a rescue."""
    over = reading.tokens[anchor.head]
    anchor = over if over.lower == "more" else anchor
    preposition = reading.tokens[anchor.head]
    verb = reading.tokens[preposition.head]
    if anchor.dep != "pobj" or preposition.lower != "for":
        return None
    if verb.lemma not in listed("rescue", "seeks"):
        return None
    sentence = reading.sentence_of(verb.index)
    words = reading.tokens[sentence.first : sentence.last]
    told = any(t.lemma in listed("rescue", "words") for t in words)
    return ("missing", f"{verb.text} for") if told else None


def _life_of(reading: Reading, anchor: Token) -> Token | None:
    """ "Took the lives of 17 dancers"."""
    preposition = reading.tokens[anchor.head]
    life = reading.tokens[preposition.head]
    if anchor.dep != "pobj" or preposition.lower != "of" or life.lemma != "life":
        return None
    taken = reading.tokens[life.head].lemma in listed("lives", "verbs")
    return life if taken and life.dep == "dobj" else None


def _is_told_to_go(reading: Reading, verb: Token) -> bool:
    """ "180,000 people were ordered to leave"."""
    below = (reading.tokens[i] for i in reading.children[verb.index])
    goes = any(t.dep == "xcomp" and t.lemma in {"leave", "flee", "evacuate"} for t in below)
    return goes and verb.lemma in {"order", "tell", "force", "urge"}


def _lost_home(reading: Reading, verb: Token, anchor: Token) -> bool:
    """ "400 families had to leave their homes"."""
    at = verb
    for _ in range(2):
        below = [reading.tokens[i] for i in reading.children[at.index]]
        homes = any(t.dep == "dobj" and t.lemma in {"home", "house"} for t in below)
        if homes and at.lemma in listed("homes", "verbs"):
            return anchor.dep in {"nsubj", "nsubjpass", "dobj"}
        at = next((t for t in below if t.dep == "xcomp"), at)
    return False


def _by_holder(reading: Reading, verb: Token) -> tuple[What, str] | None:
    # "Freed two but still hold six": the first verb's subject.
    over = reading.tokens[verb.head]
    first = reading.children[over.index] if verb.dep == "conj" and over.pos in _VERBS else ()
    for index in (*reading.subtree(verb.index), *first):
        token = reading.tokens[index]
        is_holder = token.dep == "nsubj" or (
            token.dep == "pobj" and reading.tokens[token.head].dep == "agent"
        )
        if is_holder and token.lemma in listed("holding", "arrested"):
            return "arrested", f"{token.text} {verb.text}"
        if is_holder and token.lemma in listed("holding", "abducted"):
            return "abducted", f"{token.text} {verb.text}"
        if is_holder and verb.lemma == "hold" and token.lemma in listed("holding", "held"):
            return "abducted", f"{token.text} {verb.text}"
    return _by_takers(reading, verb)


def _by_takers(reading: Reading, verb: Token) -> tuple[What, str] | None:
    """ "The governor said 333 were taken", in a sentence on gunmen, and nowhere in particular."""
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    passive = any(t.dep == "auxpass" for t in below)
    sentence = reading.sentence_of(verb.index)
    words = reading.tokens[sentence.first : sentence.last]
    if passive and verb.lemma == "take" and _from_home(reading, below):
        # "Some 280 pupils were taken from a school; most were freed".
        kept = any(t.lemma in listed("holding", "kept") for t in words)
        return ("abducted", verb.text) if kept else None
    if not passive or verb.lemma == "hold" or any(t.dep in {"prep", "agent"} for t in below):
        return None
    takers = any(t.lemma in listed("holding", "abducted") for t in words)
    return ("abducted", verb.text) if takers else None


def _from_home(reading: Reading, below: list[Token]) -> bool:
    return any(
        preposition.lower == "from" and reading.tokens[i].lemma in listed("holding", "homes")
        for preposition in below
        for i in reading.children[preposition.index]
    )


def _carrier(reading: Reading, verb: Token) -> bool:
    subjects = [reading.tokens[i] for i in reading.children[verb.index]]
    subjects = [t for t in subjects if t.dep == "nsubj"] or [reading.tokens[verb.head]]
    return any(kind_of_noun(t) in {"vehicles", "ships", "aircraft"} for t in subjects)
