"""What stands around the names in a credit: names before an agency, words behind a name."""

import re

_NAMED = 80  # characters in front of an agency in which a name is looked for
_NAME_WORDS, _INITIAL = 5, 3  # words of it at most, characters of an initial
_SENTENCE_ENDS = '.!?…”»"'
# Links that sites set behind the credit.
OFFERED = re.compile(
    r"\s*[.|,]?\s*(?:purchase licensing rights|buy (?:this )?(?:photo|print)s?"
    r"|licen[sc]e this photo|order reprints?|enlarge(?: this)? image"
    r"|view (?:larger|full)[ -]?(?:size )?image)\b",
    re.IGNORECASE,
)
_TAKEN = r"\s?[/／]?\s?(?:[摄攝]影?|撮影|提供)"
_HAN = r"(?:[\u4e00-\u9fff·]{2,6}|[\u30a0-\u9fff]{2,12}(?=提供))"
HAN_TAIL = re.compile(rf"(?<=[。！？”」）\s、＝=])[（(]?{_HAN}{_TAKEN}[）)]?\Z")
HAN_TAKEN = re.compile(rf"(?<=[\u30a0-\u9fff]){_TAKEN}\Z")


def named_before(caption: str) -> int:
    """The length of a name behind the last sentence: "… in Puerto Luz. ANA SOLÍS (AFP)"."""
    words = caption[-_NAMED:].split()
    many = 0
    for word in reversed(words):
        initial = len(word) <= _INITIAL and word[-1:] == "."
        if not word[:1].isupper() or (word[-1] in _SENTENCE_ENDS and not initial):
            break
        many += 1
    before = words[-many - 1] if 1 < many < len(words) else ""
    if not before or many > _NAME_WORDS or before[-1] not in _SENTENCE_ENDS:
        return 0
    start = len(caption)
    for word in reversed(words[-many:]):
        start = caption.rindex(word, 0, start)
    return len(caption) - start
