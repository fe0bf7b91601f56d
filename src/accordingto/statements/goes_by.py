"""Sources without a name that are given one: "one of them, who gave his name as Joseph"."""

import re

from accordingto.records.span import Span
from accordingto.statements.answer import Answer, kind_of
from accordingto.statements.antecedents import Antecedents

_GOES_BY = re.compile(
    r",? who (?:asked to be (?:named|identified|called)(?: only)?(?: as)?|identified"
    r" (?:himself|herself|themselves) (?:only )?as|goes by(?: the name(?: of)?)?"
    r"|gave (?:only )?(?:his|her|their) (?:\w+ )?name (?:only )?as) "
)


def goes_by(text: str, named: Antecedents, span: Span) -> Answer | None:
    """Who is named behind the source's words as the one who goes by that name."""
    match = _GOES_BY.match(text, span.end)
    if match is None:
        return None
    near = named.around(Span(match.end(), match.end() + 1))
    actor = next((a for m, a in near if m.start == match.end()), None)
    if actor is None or actor.kind != "person":
        return None
    reason = f"'{span.of(text)}' goes by the name of {actor.name}"
    return Answer(source=actor.id, kind=kind_of(actor), score=0.8, reason=reason)
