"""What an outlet itself says is not so: "There is no evidence that …", "Verdict: false".

Nobody is quoted in it, so that no reading of an article has it among its statements. A story sets
it beside the claims all the same, as the outlet's own voice: a reference without a statement.
"""

import re
from collections.abc import Iterator, Sequence

from accordingto.records.document import Document
from accordingto.records.span import Span
from accordingto.records.statement import Act, Statement

_ROLES = frozenset({"headline", "standfirst", "subhead", "body"})
# How sure it is that such a sentence is a denial in the outlet's voice.
_SCORE = 0.6
_MOST = 12
_SHORTEST, _LONGEST = 10, 400
# A sentence within a line, as far as its first stop: what is looked for stands at its beginning.
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d))+")
_UNTRUE = (
    r"(?:false|untrue|fake|a hoax|fabricated|baseless|unfounded|not true|wrong|incorrect|doctored"
    r"|a lie)"
)
# What follows is said not to be so.
_NO_EVIDENCE = re.compile(
    r"(?:(?:but|however|in fact|yet),? )?(?:there (?:is|was|has been) no (?:credible |any )?"
    r"(?:evidence|proof|sign|indication|record)|it is (?:simply |just )?" + _UNTRUE + r")"
    r" (?:that|to suggest that|for the claim that) (?P<what>[^.!?\n]{8,300})",
    re.IGNORECASE,
)
# "No, the plant does not poison children".
_NO = re.compile(
    r"No, (?P<what>[^.!?\n]{4,200}?\b(?:not|never|no|n[’']t)\b[^.!?\n]{2,200})", re.IGNORECASE
)
# What points at a claim that was told before.
_POINTS = re.compile(
    r"(?:but |however, )?(?:(?:this|that|the|these) (?:[\w-]+ ){0,2}"
    r"(?:claim|story|post|report|rumou?r|allegation|assertion)s?) (?:is|are|was|were) "
    r"(?:\w+ly )?" + _UNTRUE + r"\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:our |the )?(?:verdict|rating|ruling|conclusion|fact[- ]check|our view)\s*[:–—-]\s*"
    r"(?:mostly |totally |completely |entirely )?(?:false|fake|untrue|hoax|wrong|no evidence)\b",
    re.IGNORECASE,
)
# "…, as Lum also claims".
_AS_CLAIMED = re.compile(r",? (?:as|like) [^,;]{2,60}\Z")
_CLAIMED = re.compile(r"(?:the |what was )?claim(?:ed)?\s*[:–—-]", re.IGNORECASE)
_CLAIMS: frozenset[Act] = frozenset({"assert", "accuse", "confirm"})


def own_denials(document: Document) -> list[tuple[Statement, tuple[str, ...]]]:
    """Denials in the outlet's own voice, in text order, made like statements, each with the ids of
    the statements of its article that it points at."""
    found = []
    spoken = [hull for s in document.statements if (hull := _whole(s)) is not None]
    for line in document.lines:
        if line.role not in _ROLES:
            continue
        for match in _SENTENCE.finditer(document.text, line.span.start, line.span.end):
            blank = len(match[0]) - len(match[0].lstrip())
            sentence = Span(match.start() + blank, match.end())
            if not _SHORTEST <= len(sentence) <= _LONGEST:
                continue
            for statement, targets in _denials(document, sentence):
                # "It is not true that the city hid it, as Lum claims": the outlet says so.
                begins = max(statement.content_spans[0].start - len(" that "), sentence.start + 1)
                own = Span(sentence.start, begins)
                if not any(own.overlaps(span) for span in spoken):
                    found.append((statement, targets))
    return found[:_MOST]


def is_own(statement: Statement) -> bool:
    """True for a denial that the outlet makes itself."""
    return statement.id.startswith("own ")


def _whole(statement: Statement) -> Span | None:
    spans = [*statement.content_spans, *([statement.cue_span] if statement.cue_span else [])]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _denials(document: Document, sentence: Span) -> Iterator[tuple[Statement, tuple[str, ...]]]:
    words = sentence.of(document.text)
    told = _NO_EVIDENCE.match(words)
    if told is not None:
        end = _AS_CLAIMED.search(told["what"])
        what = Span(*told.span("what"))
        cut = (what.start, what.start + end.start()) if end else (what.start, what.end)
        made = _made(sentence, cut, "deny")
        yield made, tuple(s.id for s in document.statements if _is_in(s, sentence))
        return
    told = _NO.match(words)
    if told is not None and not any(
        _LABEL.match(line.span.of(document.text)) for line in document.lines
    ):
        yield _made(sentence, told.span("what"), "assert"), ()
        return
    label = _LABEL.match(words)
    points = label or _POINTS.match(words)
    if points is not None:
        target = _checked(document) if label else None
        target = target or _last_before(document.statements, sentence.start)
        if target is not None:
            yield _made(sentence, points.span(), "deny"), (target.id,)


def _made(sentence: Span, at: tuple[int, int], act: Act) -> Statement:
    content = Span(sentence.start + at[0], sentence.start + at[1])
    return Statement(
        id=f"own {content.start}-{content.end}",
        content_spans=(content,),
        act=act,
        source_kind="outlet",
        score=_SCORE,
        reasons=("the outlet says so itself",),
    )


def _checked(document: Document) -> Statement | None:
    """What a line that begins "Claim:" says that somebody claims."""
    for line in document.lines:
        if _CLAIMED.match(line.span.of(document.text)):
            inside = [s for s in document.statements if _is_in(s, line.span)]
            return next(iter(inside), None)
    return None


def _is_in(statement: Statement, line: Span) -> bool:
    inside = any(line.contains(span) for span in statement.content_spans)
    return inside and statement.act in _CLAIMS


def _last_before(statements: Sequence[Statement], at: int) -> Statement | None:
    before = [
        s
        for s in statements
        if s.act in _CLAIMS and s.content_spans and s.content_spans[-1].end <= at
    ]
    return max(before, key=lambda s: s.content_spans[0].start, default=None)
