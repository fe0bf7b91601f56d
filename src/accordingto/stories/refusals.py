"""Denials that deny nothing: a request turned down, an entry refused, a matter made small.

Readers call all of them denials, as the verbs are the same. Only a claim can be denied; "rejected
the offer" and "denied them entry" say what somebody would not do.
"""

import re
from functools import cache

from accordingto.records.document import Document
from accordingto.records.span import Span, hull
from accordingto.records.statement import Statement
from accordingto.tables import table

# So many words of a content are looked at for what it is.
_HEAD_WORDS = 9
# What only points at a claim has at most so many.
_POINTER = 6
_UNREAL = frozenset({"could", "would", "might", "may", "can"})
# Who takes a claim back, in his cue or right in front of it ("retracted a statement").
_LEAD = 24
_RETRACTS = re.compile(
    r"\b(?:retract|withdr[ae]w|recant|backtrack|rescind)\w*|\b(?:took|take[sn]?|taking) back\b"
    r"|\bapologi[sz]\w+ for\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")
# What a clause or a noun with an article begins with.
_CLAUSE = re.compile(
    r"[\"“‘'«]|(?:that|whether|it|he|she|they|we|i|there|this|these|those|them|him|her|any|ever|the|a|an"
    r"|all|every|both|his|their|its|having|being|what)\b|\w+ing\b|\w+[’']s?\s",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s*(?:[\"“‘'«]|(?:that|having|being|ever)\b)", re.IGNORECASE)
# "Any", "having": the deed is denied, whatever is asked for in it.
_VERBAL = re.compile(r"\s*(?:any|that|\w+ing)\b", re.IGNORECASE)


def refuses(document: Document, statement: Statement, words: str) -> bool:
    """True for a denial whose ``words`` of content are no claim."""
    if statement.act != "deny" or statement.quote == "direct" or statement.cue_span is None:
        return False
    said = [word.lower() for word in _WORD.findall(statement.cue_span.of(document.text))]
    if _UNREAL.intersection(said[:-1]) and "later" not in said:
        # "A claim that could be rejected": nobody has.
        return True
    cue = {_stem(word) for word in said}
    if cue & _verbs("belittling"):
        return True
    if _THAT.match(words) or _has(words, "claims") or _has(words, "given"):
        return False
    if cue & _verbs("refusing"):
        return True
    if "deny" not in cue:
        return False
    if _has(words, "requests") and not _VERBAL.match(words):
        return True
    return not (_CLAUSE.match(words.lstrip()) or _has(words, "deniable"))


def retracts(document: Document, statement: Statement) -> bool:
    """True where somebody takes back what he had said: "withdrew its statement that …"."""
    cue = statement.cue_span
    if cue is None:
        return False
    if not _RETRACTS.search(Span(max(0, cue.start - _LEAD), cue.end).of(document.text)):
        return False
    whole = hull((cue, *statement.content_spans)) or cue
    # "Withdrew its troops" takes nothing back that anybody had said.
    return _has(whole.of(document.text), "claims")


def points(words: str) -> bool:
    """True for what only points at a claim: "your past assertions", "Ms. Orlik's figures"."""
    told = _WORD.findall(re.split(r"\bas\b", words, maxsplit=1)[0])
    last = told[-1].lower() if told else ""
    return len(told) <= _POINTER and names_claim(last)


def names_claim(noun: str) -> bool:
    """True for a word for what somebody claims: "allegation", "figures", "result"."""
    low = noun.lower()
    known = _nouns("claims") | _nouns("figures")
    return low in known or low.removesuffix("s") in known


def _has(words: str, group: str) -> bool:
    first = _WORD.findall(words)[:_HEAD_WORDS]
    known = _nouns(group)
    return any(low in known or low.removesuffix("s") in known for w in first if (low := w.lower()))


def _stem(word: str) -> str:
    """A verb of the table from one of its forms."""
    low = word.lower()
    known = _verbs("refusing") | _verbs("belittling") | {"deny"}
    for ending, instead in (("ied", "y"), ("ies", "y"), ("ed", ""), ("ing", ""), ("es", ""),
                            ("s", ""), ("ion", ""), ("d", "")):  # fmt: skip
        stem = low.removesuffix(ending) + instead if low.endswith(ending) else low
        if stem in known:
            return stem
    return low


@cache
def _verbs(group: str) -> frozenset[str]:
    return frozenset(table("accordingto.stories", "refusals.toml")[group])


@cache
def _nouns(group: str) -> frozenset[str]:
    return frozenset(table("accordingto.stories", "refusals.toml")[group])
