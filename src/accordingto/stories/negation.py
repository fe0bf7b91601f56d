"""What a statement negates: whether its proposition as a whole, and which of its words.

That one statement has a negation and the other none does not set them against each other: "there
was no need to hand over the server" and "she used a server" both hold. They are opposed where
what one negates is what the other says.
"""

import re

from accordingto.stories.words import word_term

_NEGATED = re.compile(
    r"\b(?:(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|be|been)(?: not|n[’']t)"
    r"|cannot|never|no longer|not to"
    r"|(?:took|takes?|plays?|played|has|had|have|bears?|bore) no (?:part|role|hand|blame)"
    r"|(?:lost|found|saw|seen|received|fired|used|sent|gave|given|paid|caused)"
    r" no(?! (?:more|fewer|less|longer|doubt))"
    r"|there (?:is|are|was|were|had been|has been) no"
    r"|\A(?:that )?(?:not (?:one|a single)|none of|nobody|no one|neither)"
    # "No agent had been expelled"; "no fewer than nine" and "no doubt" are no negations.
    r"|\A(?:that )?no (?!doubt|longer|wonder|matter|fewer|less|more|later|sooner)[a-z]+)\b",
    re.IGNORECASE,
)
# "Dismissed the claim as false" denies once, "denied that it was not so" twice.
_FALSE = re.compile(
    r"\b(?:(?:false|fake|fabricated)(?=\s*(?:$|[^\w\s-]"
    # "Filing false records", "a fake passport": what is false there is no claim.
    r"|(?:and|or|but|that|because|as|by|in|on|with|from|since|when|to|for|at|claims?|reports?|news"
    r"|stor(?:y|ies)|allegations?|accusations?|charges?|rumou?rs?|narratives?|assertions?)\b))"
    r"|untrue|hoax|baseless"
    r"|beli(?:e|es|ed|ying)|contradict(?:s|ed|ing)?|refut(?:e|es|ed|ing)|disprov(?:e|es|ed|ing)"
    r"|debunk(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_CLAIMS_FALSE = re.compile(
    r"(?:that )?(?:(?:the|all|any|these|such|a) )?(?:[\w-]+ )?"
    r"(?:claim|report|allegation|accusation|charge|rumou?r|suggestion|assertion)s?"
    r" (?:that|of|by|in|about)\b[^;.!?]{3,200} (?:is|are|was|were) (?:\w+ ){0,2}"
    r"(?:false|untrue|baseless|unfounded|fabricated|nonsense|lies|a lie|wrong|not true)\b",
    re.IGNORECASE,
)
_HEAD_WORDS = 14
# "Mr. Dorn" ends no clause.
_CLAUSE = re.compile(
    r";|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bGen)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\b[A-Z])\."
    r"|, (?:and|but|while)\b|\band that\b"
)
_ASIDE = re.compile(r", [^,.;!?]{1,120},")
# What is told between commas of somebody or something, and not who was there ("the boy, the
# girl,").
_BESIDE = re.compile(
    r", (?P<beside>(?:(?:in|on|at|during|to|from) which|who|whom|whose|which|where|when|the|a|an)\b"
    r"[^,.;!?]{12,120}),(?! (?:and|or)\b)"
)
# "The boy who lost an eye was hit by a stone" claims nothing of the eye.
_WHO = re.compile(
    r"(?<=\w )(?:who|whom|whose|which|that (?=\w+ed\b)) ?(?P<beside>[^,.;!?]{6,80}?)"
    r"(?= (?:was|were|is|are|had|has|have|will|would|did|may|might|could)\b)"
)
# "Three people who were not hit" were there all the same.
_RELATIVE = re.compile(r"(?<=\w )(?:who|whom|whose|which)\b[^,.;!?]{1,120}")

# A negation, and the words after it as far as its clause goes. What was removed is not there.
_NEGATION = re.compile(
    r"(?:\b(?:not|no|never|cannot|without|neither|nor|none|nobody|remov(?:ed|es|ing)|lack(?:ed|s|ing))"
    # Looked at and not taken: in "none of it was hit and it lost no men" there are two.
    r"|n[’']t)\b(?=(?P<after>[^.;:,!?]{0,80}))",
    re.IGNORECASE,
)
# "No need to", "no doubt that": what follows may well be so.
_NO_MATTER = re.compile(
    r"\s*(?:need|reason|doubt|choice|question|point (?:in|of|to)|way|just|only|merely|simply"
    r"|solely)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# So many telling words after a negation are negated by it.
_REACH = 2


def is_negated(words: str) -> bool:
    """True where the first words of a proposition negate it. What stands between commas is not
    part of it: "that Ilves, a clerk who had never left the town, was there" says that he was."""
    head = _head(words)
    return (len(_NEGATED.findall(head)) + len(_FALSE.findall(head))) % 2 == 1


def negations(words: str) -> int:
    """How often the first words of a proposition negate it."""
    return len(_NEGATED.findall(_head(words)))


def says_false(words: str) -> bool:
    """True where something is called false, a hoax and the like."""
    return bool(_FALSE.search(_head(words)))


def rejects(words: str) -> bool:
    """True for "claims that the dam had cracks were untrue": said of a claim, it denies it."""
    return bool(_CLAIMS_FALSE.match(words))


def denied_terms(words: str) -> frozenset[int]:
    """The terms that stand right behind a negation in the first clause: what is denied as such."""
    return negated_terms(_head(words))


def negated_terms(words: str) -> frozenset[int]:
    """The terms that stand right behind a negation, anywhere in the words."""
    found: set[int] = set()
    for match in _NEGATION.finditer(words):
        if _NO_MATTER.match(match["after"]):
            continue
        terms = [term for word in _WORD.findall(match["after"]) if (term := word_term(word)) >= 0]
        found.update(terms[:_REACH])
    return frozenset(found)


def head_terms(words: str) -> frozenset[int]:
    """The terms of the first clause: what is said before all else."""
    return frozenset(t for word in _WORD.findall(_head(words)) if (t := word_term(word)) >= 0)


def in_passing(words: str) -> frozenset[int]:
    """The terms that stand only beside what is claimed: "The mill, where four had died, had no
    licence" claims nothing of anybody's death."""
    asides = [match["beside"] for match in _BESIDE.finditer(words)]
    plain = _BESIDE.sub(" , ", words)
    asides += [match["beside"] for match in _WHO.finditer(plain)]
    plain = _WHO.sub(" ", plain)
    beside = " ".join(asides)
    if not beside:
        return frozenset()
    terms = {word_term(word) for word in _WORD.findall(beside)}
    return frozenset(terms - {word_term(word) for word in _WORD.findall(plain)} - {-1})


def _head(words: str) -> str:
    """The first clause of a proposition, or as much of it as is looked at."""
    plain = _RELATIVE.sub(" ", _ASIDE.sub(" ", words))
    return " ".join(_CLAUSE.split(plain, 1)[0].split()[:_HEAD_WORDS])
