"""Whether the verb over a time looks back or ahead."""

import re

from accordingto.facts.timecontext import Tense
from accordingto.facts.timewords import TimeWords, time_words
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_CLIMB = 6
_PLANS = frozenset({"plan", "schedule"})
_DEMANDS = frozenset(
    {"demand", "insist", "require", "ask", "urge", "order", "propose", "recommend"}
)
_FORESEE = frozenset({"expect", "forecast", "predict", "foresee", "plan", "intend", "await"})


# Words right before a time by which it still lies ahead.
_AHEAD_LEAD = re.compile(
    r"\b(?:as\s+(?:early|soon|late)\s+as|no\s+later\s+than|effective|starting|beginning|payable)\s+(?:on\s+|in\s+)?$"
    r"|\bgo(?:es)?\s+to\s+the\s+polls\s+(?:again\s+)?on\s+$"
    r"|(?<!had been )\b(?:scheduled|slated|billed|booked)\s+(?:for|on)\s+$"
    r"|\b(?:postponed?|delayed?|adjourned?|deferred|extended|rescheduled|deadline|given?|gave|has|have"
    r"|put\s+off|pushed\s+back|shut|closed|remanded)\b"
    r"(?:\s+[\w.]+){0,6}?\s+(?:until|to|till)\s+"
    r"(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?,?\s+(?:[A-Z]{2,4}\s+)?(?:on\s+)?|noon\s+|midnight\s+)?$",
    re.IGNORECASE,
)
_LEAD_CHARS = 80
# What the parser may take for a noun: "the ultimatum expires on Sunday".
_RUNS_TO = re.compile(
    r"\b(?:expires|lapses|ends|opens|resumes|begins|starts|closes|reopens|convenes)\s+"
    r"(?:(?:on|in|next)\s+|at\s+(?:noon|midnight)\s+(?:on\s+)?)?$",
    re.IGNORECASE,
)
_SHORT = 40


def tense_over(text: str, reading: Reading, span: Span) -> Tense:
    """The tense of the first verb above the words of ``span``; "" where it tells nothing."""
    inside = reading.tokens_in(span)
    if not inside:
        return ""
    if _AHEAD_LEAD.search(text[max(0, span.start - _LEAD_CHARS) : span.start]):
        return "future"
    words = time_words()
    at = inside[-1].index
    for _ in range(_CLIMB):
        token = reading.tokens[at]
        if token.pos in {"VERB", "AUX"}:
            told = _of_verb(reading, token, words)
            if told is not None:
                return told
        elif token.lower in words.future_verbs and not _is_behind(reading, token):
            return "future"
        if token.head == at:
            break
        at = token.head
    return "future" if _RUNS_TO.search(text[max(0, span.start - _SHORT) : span.start]) else ""


def _is_behind(reading: Reading, due: Token) -> bool:
    """ "Had been due to expire": ahead then, behind by now."""
    near = (*reading.children[due.index], *reading.children[due.head])
    return any(reading.tokens[i].dep == "aux" and reading.tokens[i].lower == "had" for i in near)


def _of_verb(reading: Reading, token: Token, words: TimeWords) -> Tense | None:
    """A verb's own tense; ``None`` for an infinitive, which has that of the verb over it."""
    children = [reading.tokens[i] for i in reading.children[token.index]]
    auxiliaries = [c for c in children if c.dep in {"aux", "auxpass"}]
    if any(c.lower in words.future_auxiliaries for c in auxiliaries):
        return "future"
    if token.lemma in _PLANS and token.tag == "VBD" and not auxiliaries:
        # "They planned a march on Saturday"; "planned it last year" says so by itself.
        return "future"
    if token.lemma in words.future_verbs and token.tag in {"VBN", "VBD"}:
        told = auxiliaries and not any(c.lower in {"had", "having"} for c in auxiliaries)
        return "future" if told else "past"
    if token.tag == "VBD" or any(c.tag == "VBD" for c in auxiliaries):
        return "past"
    if token.tag in {"VBZ", "VBP"} and token.lemma in words.timetabled and not auxiliaries:
        # "The hearing continues on Thursday".
        return "future"
    if token.lemma in _FORESEE and token.tag in {"VBZ", "VBP"} and not auxiliaries:
        # "Forecasters expect rain by Wednesday".
        return "future"
    head = reading.tokens[token.head]
    bare = token.tag in {"VB", "VBP"} and token.dep == "ccomp" and not auxiliaries
    if bare and head.lemma in _DEMANDS:
        # "Demanding that he resign by Tuesday".
        return "future"
    if token.tag != "VB" or head.index == token.index:
        return ""
    # "Planned to leave on Thursday", "set to resume on Monday", "is to begin on Tuesday".
    ahead = words.future_verbs | words.leading_verbs
    leads = head.lemma in ahead or head.lemma == "be"
    if leads and _is_behind(reading, head):
        return "past"
    return "future" if leads and any(c.lower == "to" for c in auxiliaries) else None
