"""Words of a headline in capitals that the engine takes for names ("Demand Probe", "Biggest")."""

from bisect import bisect_right
from collections.abc import Sequence

from accordingto.actors.fold import head_word, parts
from accordingto.actors.kinds import kind_of_name
from accordingto.actors.mention import Mention
from accordingto.actors.runs import title_cased
from accordingto.records.reading import Reading, Sentence

# A text that is more than its headline has this many other sentences.
_FEWEST = 2
_LEAST_LETTERS = 3


def without_capitals(reading: Reading, names: Sequence[Mention]) -> list[Mention]:
    """The names, without those that only the capitals of a headline make: no table, word or title
    tells what they are, and the text below never comes back to them."""
    heads = [s for s in reading.sentences if _is_headline(reading, s)]
    if not heads or len(reading.sentences) - len(heads) < _FEWEST:
        return list(names)
    starts = [s.span.start for s in heads]

    def in_headline(mention: Mention) -> bool:
        at = bisect_right(starts, mention.span.start) - 1
        return at >= 0 and mention.span.start < heads[at].span.end

    below = {word for m in names if not in_headline(m) for word in parts(m.words)}
    return [m for m in names if not in_headline(m) or _is_told(m) or _comes_back(m, below)]


def _is_headline(reading: Reading, sentence: Sentence) -> bool:
    """Capitals also on words that are no names: "Lum Visits Lira", not "Lum knew Brenk"."""
    tokens = reading.tokens[sentence.first + 1 : sentence.last]
    others = [t for t in tokens if t.text[:1].isupper() and t.pos in {"VERB", "ADJ", "ADV", "NOUN"}]
    return bool(others) and title_cased(reading, sentence.first, sentence.last)


def _is_told(mention: Mention) -> bool:
    by_words = kind_of_name(head_word(mention.words), "", None) is not None
    return mention.spoken or mention.country is not None or by_words


def _comes_back(mention: Mention, below: set[str]) -> bool:
    return any(len(word) >= _LEAST_LETTERS and word in below for word in parts(mention.words))
