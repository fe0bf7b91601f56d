"""The sample that ships with the project, scored by measures of our own.

Small and ours, so no ground for claims: it is there so that a change which breaks a stage is seen
in continuous integration, with no corpus beside the checkout. The measures are plain versions of
those in the corpora's READMEs: span overlap or word overlap, one to one, F1.
"""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from accordingto.library import read, read_text
from accordingto.records.capture import Given
from accordingto.records.document import Document
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from benchmarks.corpora import ROOT, Row, rows
from benchmarks.table import Table

P = TypeVar("P")
G = TypeVar("G")

GOLD = ROOT / "tests" / "gold"


def run() -> Table:
    """Scores the sample articles: ledgers of plain texts, and articles read from pages."""
    table = Table("own sample", ("measure", "F1", "precision", "recall"))
    counts: dict[str, Count] = {}
    for path in sorted((GOLD / "ledger").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_name(gold["text_file"]).read_bytes().decode("utf-8")
        document = read_text(text, given=Given(published=gold["published"]))
        for name, count in ledger_counts(gold, document).items():
            counts[name] = counts.get(name, Count()) + count
    for name, count in {**counts, **page_counts()}.items():
        table.add(name, count.f1, count.precision, count.recall)
    return table


class Count:
    """Right, predicted and gold items of one measure."""

    def __init__(self, right: float = 0, predicted: float = 0, gold: float = 0) -> None:
        self.right, self.predicted, self.gold = right, predicted, gold

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 1.0


def matched(predicted: Sequence[P], gold: Sequence[G], same: Callable[[P, G], bool]) -> Count:
    """Pairs predicted and gold items one to one, each prediction with the first gold it fits."""
    left = list(gold)
    right = 0
    for item in predicted:
        found = next((g for g in left if same(item, g)), None)
        if found is not None:
            left.remove(found)
            right += 1
    return Count(right, len(predicted), len(gold))


def ledger_counts(gold: Row, document: Document) -> dict[str, Count]:
    """The measures of one article's ledger."""
    text = document.text
    required = [s for s in gold["statements"] if not s.get("optional")]
    optional = [s for s in gold["statements"] if s.get("optional")]

    def words(spans: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
        return {m.span() for s, e in spans for m in re.compile(r"\w+").finditer(text, s, e)}

    def same_content(one: Sequence[Span], other: Row) -> bool:
        a, b = words([[s.start, s.end] for s in one]), words(other["content_spans"])
        return bool(a & b) and len(a & b) / len(a | b) >= 0.5

    def same_source(statement: object, other: Row) -> bool:
        span = getattr(statement, "source_span", None)
        theirs = other.get("source_span")
        if span is None or theirs is None:
            return span is None and theirs is None
        return bool(span.overlaps(Span(*theirs)))

    said = [
        s for s in document.statements
        if not any(same_content(s.content_spans, o) for o in optional)
    ]  # fmt: skip
    return {
        "lines": matched(
            document.lines, gold["lines"],
            lambda p, g: p.role == g["role"] and _iou(p.span, Span(*g["span"])) >= 0.8,
        ),
        "statements (content)": matched(
            said, required, lambda p, g: same_content(p.content_spans, g)
        ),
        "statements (content and source)": matched(
            said, required, lambda p, g: same_content(p.content_spans, g) and same_source(p, g)
        ),
        "acts": matched(
            said, required,
            lambda p, g: same_content(p.content_spans, g)
            and p.act in [g["act"], *(g.get("act_alt") or [])],
        ),
        "who is meant": _who(gold, document, said, required, same_content),
        "via": _chains(gold, document, said, required, same_content),
        "repeats": _repeats(gold, document, same_content),
        "figures": matched(
            document.figures, [f for f in gold["figures"] if not f.get("optional")],
            lambda p, g: p.span.overlaps(Span(*g["span"])) and p.what == g["what"]
            and (p.value, p.low, p.high) == (g["value"], g["low"], g["high"]),
        ),
        "times": matched(
            document.times, gold["times"],
            lambda p, g: p.span.overlaps(Span(*g["span"])) and p.value == g["value"],
        ),
        "denials": matched(
            [r for r in document.relations if r.kind in ("denies", "disputes")],
            [r for r in gold["relations"] if r["kind"] in ("denies", "disputes")],
            lambda p, g: _ends(document, p.origin, gold, g["from"], same_content)
            and _ends(document, p.target, gold, g["to"], same_content),
        ),
    }  # fmt: skip


Same = Callable[[Sequence[Span], Row], bool]


def _named(gold: Row, document: Document) -> dict[str, set[str]]:
    """For each actor of ours the gold actors with which it shares a mention."""
    found: dict[str, set[str]] = {}
    for actor in document.actors:
        found[actor.id] = {
            a["id"]
            for a in gold["actors"]
            if any(m.overlaps(Span(*g)) for m in actor.mentions for g in a["mentions"])
        }
    return found


def _who(
    gold: Row, document: Document, said: list[Statement], required: list[Row], same: Same
) -> Count:
    """Statements with the right content whose source is the right actor, or rightly nobody."""
    named = _named(gold, document)

    def right(statement: Statement, row: Row) -> bool:
        if not same(statement.content_spans, row):
            return False
        wanted = [row["source"], *(row.get("source_alt") or [])]
        if statement.source is None:
            return None in wanted
        return bool(named[statement.source] & set(wanted))

    return matched(said, required, right)


def _chains(
    gold: Row, document: Document, said: list[Statement], required: list[Row], same: Same
) -> Count:
    """Carriers of statements with the right content, each one counted."""
    named = _named(gold, document)
    count = Count()
    left = list(required)
    for statement in said:
        row = next((g for g in left if same(statement.content_spans, g)), None)
        if row is None:
            continue
        left.remove(row)
        wanted = set(row["via"])
        hits = {g for carrier in statement.via for g in named[carrier] & wanted}
        count += Count(len(hits), len(statement.via), len(wanted))
    return count + Count(0, 0, sum(len(row["via"]) for row in left))


def _repeats(gold: Row, document: Document, same: Same) -> Count:
    """Pairs of statements put together as one claim."""
    return matched(
        [r for r in document.relations if r.kind == "repeats"],
        [r for r in gold["relations"] if r["kind"] == "repeats"],
        lambda p, g: (
            (
                _ends(document, p.origin, gold, g["from"], same)
                and _ends(document, p.target, gold, g["to"], same)
            )
            or (
                _ends(document, p.origin, gold, g["to"], same)
                and _ends(document, p.target, gold, g["from"], same)
            )
        ),
    )


def _ends(
    document: Document,
    predicted: str,
    gold: Row,
    wanted: str,
    same: Callable[[Sequence[Span], Row], bool],
) -> bool:
    ours = next(s for s in document.statements if s.id == predicted)
    theirs = next(s for s in gold["statements"] if s["id"] == wanted)
    return same(ours.content_spans, theirs)


def _iou(one: Span, other: Span) -> float:
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def page_counts() -> dict[str, Count]:
    """Bodies by four-word runs, and headline, date and authors, of the sample pages."""
    body, headline, date, authors = Count(), Count(), Count(), Count()
    folder = GOLD / "page"
    for gold in rows(folder / "gold.jsonl"):
        document = read((folder / gold["html"]).resolve())
        got = [s.span.of(document.text) for s in document.lines if s.role in ("body", "subhead")]
        body += _runs("\n".join(got), gold["body"])
        headline += _equal(document.headline, gold["headline"])
        date += _equal((document.published or "")[:10], gold["published"][:10])
        authors += matched(document.authors, gold["authors"], lambda p, g: p == g)
    return {
        "page body": body,
        "page headline": headline,
        "page date": date,
        "page authors": authors,
    }


def _runs(got: str, wanted: str) -> Count:
    def runs(text: str) -> set[tuple[str, ...]]:
        found = re.findall(r"\w+", text)
        return {tuple(found[i : i + 4]) for i in range(max(1, len(found) - 3))}

    one, other = runs(got), runs(wanted)
    return Count(len(one & other), len(one), len(other))


def _equal(got: str | None, wanted: str | None) -> Count:
    return Count(float(bool(wanted) and got == wanted), float(bool(got)), float(bool(wanted)))


def gold_files() -> list[Path]:
    """The gold ledgers that ship with the project."""
    return sorted((GOLD / "ledger").glob("*.json"))
