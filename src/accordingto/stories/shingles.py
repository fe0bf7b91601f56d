"""Runs of words as numbers, and a small sample of them by which copies find each other.

The sample is a scaled MinHash: of all runs those whose number is low. Two texts that share a
passage share its low numbers, however long the rest of each is; and as the share of low numbers
is the same everywhere, it tells how much of one text stands in the other, which a MinHash of
fixed size cannot. Candidates only come from the sample; what is shared is then read in full.
"""

import re
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Runs = NDArray[np.uint64]

# Words in a run, one in how many runs is sampled, most samples kept, characters looked at.
RUN = 5
_ONE_IN = 16
_MOST = 24
_READ = 8000
# Above every number of a term, so that both can be keys of one index.
_ABOVE = 1 << 20

_WORDS = re.compile(r"\w+")
_PRIME = np.uint64(0x100000001B3)


def run_numbers(words: list[str], length: int = RUN) -> Runs:
    """A number for each run of ``length`` words, in order: ``len(words) - length + 1`` of them."""
    if len(words) < length:
        return np.zeros(0, dtype=np.uint64)
    coded = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    codes = np.array(coded, dtype=np.uint64)
    runs = np.zeros(len(words) - length + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for at in range(length):
            runs = (runs ^ codes[at : at + len(runs)]) * _PRIME
            runs ^= runs >> np.uint64(29)
    return runs


def folded_words(text: str) -> list[str]:
    """The words of a text without case."""
    return _WORDS.findall(text.lower())


def passage_keys(text: str) -> list[int]:
    """The sampled runs of a text as keys for an index, each above all numbers of terms."""
    runs = run_numbers(folded_words(text[:_READ]))
    low = np.unique(runs[runs % np.uint64(_ONE_IN) == 0])[:_MOST]
    return [_ABOVE + int(run >> np.uint64(34)) for run in low]
