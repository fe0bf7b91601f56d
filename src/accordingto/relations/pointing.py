"""Contents that point back at a claim instead of making one: "that assertion", "the charges"."""

import re
from functools import cache

from accordingto.records.statement import Statement
from accordingto.relations.wordlists import words

# A phrase that points back is short: "the allegations", "these claims as entirely false".
_POINTING_WORDS = 8
_START = len("that ")
# "That was “a fairy tale”", said and told as a denial.
_IS = re.compile(r"(?:is|was|’s|'s)\s+(?:[“‘\"'«„]|an?\b)")
# "Such claims were “cooked up in the usual kitchens”", told as a denial, at any length.
_TOLD = re.compile(r"\s+(?:is|are|was|were|had been)\s", re.IGNORECASE)
_QUOTES = ("“", "‘", '"', "'", "«", "„")


def pointing_phrase(text: str, statement: Statement, *, anywhere: bool = False) -> str | None:
    """The words by which a statement's content points back at a claim: "that assertion".

    The content must be little more than that, unless ``anywhere``: a demand "to investigate that
    assertion" points back in passing.
    """
    for span in statement.content_spans:
        phrase = span.of(text)
        first = phrase.split(" ", 1)[0]
        if first.lower() in words("pointing", "pronouns"):
            rest = phrase[len(first) :].strip()
            # "It a lie", "that as “a fairy tale”": what it is called follows.
            called = rest.startswith((*_QUOTES, "a ", "an ")) and (
                first.lower() != "that" or _is_calling(text, statement)
            )
            if not rest or rest.startswith("as ") or called:
                return first
            if statement.act == "deny" and (_IS.match(rest) or _is_false(rest)):
                return first
        case = _case().match(phrase)
        if case is not None:
            return case.group()
        match = _pointer().search(phrase)
        if match is None and not anywhere:
            match = _modified().match(phrase)
        if match is None:
            continue
        told = statement.act == "deny" and _TOLD.match(phrase, match.end())
        if anywhere or (match.start() <= _START and (_is_short(phrase) or told)):
            return match.group()
    return None


def _is_calling(text: str, statement: Statement) -> bool:
    """ "(Called) that a lie": the cue is a word for calling something something."""
    cue = statement.cue_span.of(text).lower() if statement.cue_span is not None else ""
    return any(word.startswith(tuple(words("pointing", "calling"))) for word in cue.split())


def _is_false(rest: str) -> bool:
    """ "(That) was simply untrue": what is said of a claim, and nothing more."""
    said = [word.strip(".,!”\"’'").lower() for word in rest.split()]
    return said[:1] in (["is"], ["was"]) and len(said) < 4 and said[-1] in words("false", "words")


def _is_short(phrase: str) -> bool:
    """True for a phrase that says no more of the claim than that it is false."""
    head = re.split(r"[,.;]|\b(?:and|but)\b", phrase, maxsplit=1)[0]
    return len(head.split()) <= _POINTING_WORDS


@cache
def _modified() -> re.Pattern[str]:
    """ "The beating allegation", "those earlier police reports"."""
    nouns = "|".join(sorted(words("pointing", "nouns")))
    return re.compile(
        rf"(?:that\s+)?(?:the|this|that|these|those|such|both)(?:\s+[\w-]+){{1,3}}?\s+"
        rf"(?:{nouns})s?\b(?!\s+(?:that|of|against)\b)",
        re.IGNORECASE,
    )


def pointer_of_something(text: str, statement: Statement) -> str | None:
    """ "(Called) the allegation of beatings (false)": the words that point back, where what the
    claim is of follows, and no more than that."""
    match = _of_something().match(statement.content_spans[0].of(text))
    return match["phrase"] if match is not None else None


@cache
def _of_something() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("pointing", "nouns")))
    return re.compile(
        rf"(?P<phrase>(?:the|this|that|these|those|any|all)\s+(?:{nouns})s?)\s+(?:of|about)\s+"
        rf"[\w-]+(?:\s+[\w-]+)?(?:$|\s+(?:as\b|[\"“'‘]))",
        re.IGNORECASE,
    )


@cache
def _case() -> re.Pattern[str]:
    cases = "|".join(sorted(words("pointing", "cases")))
    return re.compile(
        rf"(?:that\s+)?(?:this|that|it)\s+(?:is|was)(?:\s+not)?\s+(?:{cases})\b", re.IGNORECASE
    )


@cache
def _pointer() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("pointing", "nouns")))
    between = "|".join(sorted(words("pointing", "between")))
    return re.compile(
        rf"\b(?:the|this|that|these|those|such|a|an|any|all|both)\s+(?:(?:{between})\s+)?"
        rf"(?:{nouns})s?\b(?!\s+(?:that|of|against)\b)",
        re.IGNORECASE,
    )
