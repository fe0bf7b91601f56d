"""Numbers that a text itself calls the toll: "the death toll rose to 27, up from 19"."""

import re

# What stands before the number, in the same sentence. (A toll "of 12" may be that of before.)
_CALLED = re.compile(
    r"\b(?:death toll|toll"
    r"|(?:number|count|total) of (?:the )?(?:dead|deaths|killed|fatalities|bodies)"
    r"|(?:bring|tak|rais|push)(?:ing|es?|s) the (?:dead|deaths|total)"
    r"|(?:brought|took|raised|pushed) the (?:dead|deaths|total))"
    r"\b[^.;!?]{0,80}?\b(?:to|at|reached|reaching|reaches|hit|hits|passed|now|was|is)"
    r"(?: (?:at least|more than|nearly|almost|about|some|over|least|around))?\s$",
    re.IGNORECASE,
)
_REACH = 160


def stated(text: str, numbers: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    """Those of the ``numbers`` (with their offsets) that are called the toll, newest last."""
    found = [n for n, at in numbers if _CALLED.search(text, max(0, at - _REACH), at)]
    return tuple(dict.fromkeys(found))
