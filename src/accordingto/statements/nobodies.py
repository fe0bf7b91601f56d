"""Bodies of which nobody spoke: "Nobody from the ministry was available for comment"."""

import re

from accordingto.records.span import Span, trim
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.silence import silent_draft

_BODY = re.compile(
    r"\b(?:nobody|no one|no-one|no (?:spokes(?:man|woman|person)|official|representative|member))"
    r"\s(?:from|at|for|of)\s(?P<who>[\w’'.&-]+(?:\s[\w’'.&-]+){0,6}?)"
    r"\s(?P<cue>(?:was|were|is)\s(?:immediately\s|on hand\s)?"
    r"(?:available|willing|reachable|present)"
    r"|could\s(?:immediately\s)?be\sreached|would\s(?:speak|talk|comment)|answered|responded"
    r"|replied|commented|returned"
    # "Would say how many", "would disclose whether": with what is left unsaid.
    r"|(?:would|could)\s(?:say|tell|explain|disclose|confirm)"
    r"(?=\s(?:how|what|when|where|whether|who|why|if)\b))\b"
    r"(?:\s(?P<what>(?:for|to|on(?=\s(?-i:[a-z]))|calls?|questions?|messages?"
    r"|how|what|when|where|whether|who|why|if)\b[^.,;\n]{0,80}))?",
    re.IGNORECASE,
)


def nobody_drafts(page: Page) -> list[Draft]:
    """One draft for each such sentence outside quotations, in text order."""
    found = []
    for match in _BODY.finditer(page.text):
        tokens = page.reading.tokens_in(Span(match.start("cue"), match.end("cue")))
        if not tokens or page.quoted[tokens[0].index] != NO_TOKEN:
            continue
        source = trim(page.text, Span(match.start("who"), match.end("who")))
        cue = Span(tokens[0].start, tokens[-1].end)
        if match["what"] is not None:
            content = trim(page.text, Span(match.start("what"), match.end("what")))
        else:
            cue, content = Span(cue.start, tokens[-1].start), tokens[-1].span
            cue = Span(cue.start, cue.start + len(cue.of(page.text).rstrip()))
        if source is None or content is None or not len(cue):
            continue
        reason = "a body of which nobody spoke"
        found.append(silent_draft(tokens[-1].index, source, cue, content, reason))
    return found
