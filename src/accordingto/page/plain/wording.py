"""What words, marks and letters of a line tell, whatever page it stands on."""

import re
from functools import cache

from accordingto.page.language import scripts

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_DENSE = re.compile(r"[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_STOP = re.compile(r"[.!?…。！？؟।۔:;][\"'”’»“)\]*†‡\s]*$")
_FULL_STOP = re.compile(r"[.!…。！।۔][\"'”’»“)\]*†‡\s]*$")
_INNER_STOP = re.compile(r"[.!?…。！？؟।۔][\"'”’»)\]*]*(?:\s+|(?<=[。！？]))(?=[^\s.!?。！？])")
_SMALL = 3  # letters up to which a word of a title may be lower case

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """Words in lower case; a letter of a script without blanks between words is a word."""
    if _DENSE.search(text) is None:
        return tuple(word.lower() for word in _WORD.findall(text))
    spread = _DENSE.sub(lambda found: f" {found[0]} ", text)
    return tuple(word.lower() for word in _WORD.findall(spread))


def size_of(text: str, words: Words) -> float:
    """Length in words; two letters of a script without blanks count as one word."""
    return len(words) - len(_DENSE.findall(text)) / 2


def ends_sentence(text: str) -> bool:
    """True where the last mark closes a sentence or opens what follows."""
    return _STOP.search(text[-12:]) is not None


def ends_with_stop(text: str) -> bool:
    """True where the last mark is a full stop or its like: no title ends so."""
    return _FULL_STOP.search(text[-12:]) is not None


def sentences_in(text: str) -> int:
    """A rough count of sentences, for telling running text from titles."""
    return len(_INNER_STOP.findall(text)) + 1


def title_share(text: str) -> float:
    """Share of the longer words after the first that begin with a capital; 0 without any."""
    found = [word for word in _WORD.findall(text) if len(word) > _SMALL and word[0].isalpha()]
    later = found[1:]
    if not later:
        return 0.0
    return sum(1 for word in later if word[0].isupper()) / len(later)


def main_script(text: str) -> str | None:
    """The script of most letters."""
    return next(iter(scripts(text)), None)


def script_share(text: str, script: str) -> float:
    """Share of the letters that are of ``script``; 1 where there are no letters."""
    if text.isascii():
        return 1.0 if script == "latin" or not has_letters(text) else 0.0
    found = scripts(text)
    total = sum(found.values())
    return found.get(script, 0) / total if total else 1.0


def has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


@cache
def _outer() -> str:
    return " \t\r\n\xa0\u200b\ufeff.,:;!?…|·•»«›‹>→<←-–—_*#\"'“”‘’()[]{}+▼▲▶►✕×↓↑"


def plain_form(text: str) -> str:
    """Lower case, straight apostrophes, single blanks, no outer marks: for comparing lines."""
    return " ".join(text.lower().replace("’", "'").split()).strip(_outer())


# Set apart from the text that it opens, with the dash behind it: "ORES, August 8 (Landpress) --".
_DATELINE_ALONE = re.compile(
    r"[A-ZÀ-Þ]{3}[^()\n]{0,60}\([A-Z][A-Za-z/ .-]{1,28}\)\s?(?:--?|[–—_])\s*"
)


def is_dateline_alone(line: str) -> bool:
    """Whether a line is a dateline and nothing else."""
    return _DATELINE_ALONE.fullmatch(line) is not None
