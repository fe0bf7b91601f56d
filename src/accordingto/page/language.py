"""Which language a text is written in.

``identify`` looks at the script first, then at function words, and asks the statistical model
(py3langid, which takes most of a second to load) only where these leave it open.
"""

import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import Any

from accordingto.tables import table

Answer = tuple[str | None, float, str]

_SAMPLE = 3000  # characters; more text does not make the answer surer
_BEGINNING = 900  # characters that bear out what is declared
_CHUNK = 300  # characters in which a mixed text is expected to stay with one language
_SHORT = 20  # letters under which nothing is said
_SHORT_DENSE = 6  # the same for scripts that write a syllable or more with one letter
_TOLD = 0.12  # share of function words from which they tell the language
_ENOUGH = 120  # letters from which the text may overrule what was declared
_DENSE = frozenset({"han", "kana", "hangul"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]*)?")
_CODE = re.compile(r"[a-z]{2,8}")


@cache
def _data() -> dict[str, Any]:
    return table("accordingto.page", "languages.toml")


@cache
def _ranges() -> tuple[list[int], list[tuple[int, str]]]:
    rows = sorted(
        (first, last, name) for name, pairs in _data()["scripts"].items() for first, last in pairs
    )
    return [row[0] for row in rows], [(row[1], row[2]) for row in rows]


@cache
def _script_of(char: str) -> str | None:
    """The script of a letter; ``None`` for what is no letter."""
    if not char.isalpha():
        return None
    firsts, rows = _ranges()
    at = bisect_right(firsts, ord(char)) - 1
    if at >= 0 and ord(char) <= rows[at][0]:
        return rows[at][1]
    return "other"


def scripts(text: str) -> dict[str, int]:
    """Letters by script, most frequent first (ties by name)."""
    found: Counter[str] = Counter()
    for char, count in Counter(text).items():
        name = _script_of(char)
        if name is not None:
            found[name] += count
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def normal_code(declared: str | None) -> str | None:
    """ISO 639-1 code of a declared language ("en-GB", "EN_us", "deu"); ``None`` if unreadable.

    A code that has no two-letter form is kept as it is.
    """
    found = _CODE.match((declared or "").strip().lower())
    if found is None:
        return None
    codes: dict[str, str] = _data()["codes"]
    code = codes.get(found[0], found[0])
    return code if len(code) <= 3 else None


def identify(text: str, declared: str | None) -> Answer:
    """Language (ISO 639-1), confidence from 0 to 1, and why.

    ``declared`` is what the page or its user says; it is believed unless the text clearly says
    otherwise. The language is ``None`` where the text is too short, or mixed, to tell.
    """
    said = normal_code(declared)
    if said is not None and len(text) > 2 * _BEGINNING:
        # Where the beginning bears out what is declared, the rest could not overrule it.
        found, score, why = _from_text(text[:_BEGINNING], said)
        if found == said:
            return said, max(score, 0.95), f"declared {said} and {why}"
    found, score, why = _from_text(text, said)
    if said is None:
        return found, score, why
    if found is None:
        return said, 0.7, f"declared {said}; {why}"
    if found == said:
        return said, max(score, 0.95), f"declared {said} and {why}"
    letters = sum(scripts(_sample(text)).values())
    if _related(found, said) or score < 0.9 or letters < _ENOUGH:
        return said, 0.6, f"declared {said}, believed although {why}"
    return found, round(score * 0.95, 2), f"declared {said}, overruled: {why}"


def _related(one: str, other: str) -> bool:
    return any(one in row.split() and other in row.split() for row in _data()["related"]["rows"])


def _sample(text: str) -> str:
    """The text, or pieces of its start, middle and end where it is long."""
    if len(text) <= _SAMPLE:
        return text
    part = _SAMPLE // 3
    middle = (len(text) - part) // 2
    return "\n".join((text[:part], text[middle : middle + part], text[-part:]))


def _from_text(text: str, said: str | None) -> Answer:
    sample = _sample(text)
    found = scripts(sample)
    letters = sum(found.values())
    main = next(iter(found), None)
    if main is None or letters < (_SHORT_DENSE if main in _DENSE else _SHORT):
        return None, 0.0, f"the text is too short to tell its language ({letters} letters)"
    by_script = _by_script(found, letters)
    if by_script is not None:
        return by_script
    if main not in _DENSE and found[main] < 0.6 * letters:
        return None, 0.0, "the text mixes scripts"
    return _by_words(sample, letters, said)


def _by_script(found: dict[str, int], letters: int) -> Answer | None:
    dense = sum(found.get(name, 0) for name in ("han", "kana"))
    # A sentence of news in Han script is often a third Latin letters: names, abbreviations.
    if dense >= 0.5 * letters:
        if found.get("kana", 0) >= 0.05 * dense:
            return "ja", 0.97, "it is written in kana and Han script"
        return "zh", 0.95, "it is written in Han script without kana"
    for name, language in _data()["language_of_script"].items():
        if found.get(name, 0) >= 0.7 * letters:
            return language, 0.97, f"it is written in {name} script"
    return None


@cache
def _function_words() -> dict[str, tuple[tuple[str, float], ...]]:
    """Word to languages with its weight: one, shared among the languages that have it."""
    table: dict[str, list[str]] = {}
    for language, words in _data()["function_words"].items():
        for word in dict.fromkeys(words.split()):
            table.setdefault(word, []).append(language)
    return {
        word: tuple((language, 1 / len(owners)) for language in owners)
        for word, owners in table.items()
    }


def _counts(text: str) -> tuple[dict[str, float], int]:
    """Weighted function words by language, and the number of words."""
    table = _function_words()
    words = _WORD.findall(text.lower().replace("’", "'"))
    found: dict[str, float] = {}
    for rows in filter(None, map(table.get, words)):
        for language, weight in rows:
            found[language] = found.get(language, 0.0) + weight
    return found, len(words)


def _by_words(sample: str, letters: int, said: str | None) -> Answer:
    chunks = [_counts(sample[at : at + _CHUNK]) for at in range(0, len(sample), _CHUNK)]
    found, words = _together(chunks)
    ranked = [*found.items(), ("", 0.0), ("", 0.0)]
    (best, hits), (second, next_hits) = ranked[0], ranked[1]
    share = hits / max(1, words)
    if letters >= _ENOUGH and _mixed(chunks):
        return None, 0.0, "the text mixes languages"
    if hits >= 2 and share >= _TOLD and hits >= 2 * next_hits:
        score = min(0.99, 0.8 + share / 2 + min(words, 60) / 600)
        return best, round(score, 2), f"its function words are of language {best}"
    rivals = min(hits, next_hits) >= 2 and next_hits >= 0.08 * words
    # Romance languages share short words: in a sentence or two the model tells them apart.
    if rivals and letters >= _CHUNK and not _related(best, second):
        return None, 0.0, f"the text mixes languages ({best}, {second})"
    if said is not None and (share < _TOLD or said in (best, second)):
        # The model takes as long to load as a hundred pages to read: not to confirm what is said.
        return None, 0.0, "its function words tell nothing against it"
    return _by_model(sample, letters, {best, second} - {""})


def _together(chunks: list[tuple[dict[str, float], int]]) -> tuple[dict[str, float], int]:
    total: dict[str, float] = {}
    for found, _ in chunks:
        for language, weight in found.items():
            total[language] = total.get(language, 0.0) + weight
    ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    return dict(ranked), sum(words for _, words in chunks)


def _mixed(chunks: list[tuple[dict[str, float], int]]) -> bool:
    """True where chunks that show a language at all disagree, unrelated languages only."""
    votes: Counter[str] = Counter()
    for found, words in chunks:
        if found and words >= 8:
            best = min(found, key=lambda language: (-found[language], language))
            if found[best] >= 0.12 * words:
                votes[best] += 1
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) < 2:
        return False
    total = sum(votes.values())
    return ranked[1][1] >= 0.3 * total and not _related(ranked[0][0], ranked[1][0])


@cache
def _model() -> Any:
    """The model of py3langid. Imported here: most texts never need it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _by_model(sample: str, letters: int, likely: set[str]) -> Answer:
    label, probability = _model().classify(sample)
    code = normal_code(str(label)) or ""
    agrees = code in likely
    if code in ("", "zxx") or len(code) > 2:
        return None, 0.0, "the text is in no language that is known"
    needed = 0.3 if agrees else 0.5 if letters >= 40 else 0.8
    if probability < needed:
        return None, 0.0, "neither function words nor the model tell its language"
    score = min(0.95, float(probability) + (0.1 if agrees else 0.0))
    also = "function words and the model together" if agrees else "the model"
    return code, round(score, 2), f"language {code} is what {also} suggest"
