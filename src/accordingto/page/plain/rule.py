"""What a rule is: points for a role, a reason in words, and a test of one piece in its place.

All rules are asked of every piece; the role with the most points wins. Points are judgements
made on texts of many shapes, on one scale: 8 and more decides alone, 4 wins unless something
speaks against it, 1 tips a balance.
"""

from collections.abc import Callable
from dataclasses import dataclass

from accordingto.page.plain.context import View
from accordingto.records.article import Role

LIKELY, UNLIKELY, HARDLY = 0.8, 0.3, 0.1  # chances of running text
Test = Callable[[View], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """``points`` for ``role`` where ``test`` holds; ``reason`` says so to a reader."""

    role: Role
    points: float
    reason: str
    test: Test


def rules_for(role: Role, *rows: tuple[float, str, Test]) -> tuple[Rule, ...]:
    """Rules of one role from rows of points, reason and test."""
    return tuple(Rule(role, points, reason, test) for points, reason, test in rows)


def content(v: View) -> bool:
    """True where nothing marks the piece as furniture, credit, byline or pointer."""
    t = v.t
    return not (t.chrome or t.credit or t.pointer or t.byline >= 0.8) and v.hint is None


def titled(v: View) -> bool:
    """True for what could be the headline of this or another article."""
    return v.t.title and content(v) and v.t.size >= 4


def captionable(v: View) -> bool:
    """True for a line of the length of a caption that nothing else claims."""
    return 4 <= v.t.size <= 70 and content(v)


def within(v: View) -> bool:
    """True between the headline and the end of the running text."""
    return v.zone in ("head", "body")


def outside(v: View) -> bool:
    """True above the headline and below the running text."""
    return v.zone in ("before", "after")
