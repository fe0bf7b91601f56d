"""Stories: grouping, copies, links and pairs of claims (bench/stories, bench/ledger), and our own.

Grouping is one pass in the order of publication with the weights that ship. They were fitted on
these very rows; what they do on topics that they have not seen is told by
``python -m training.stories evaluate``.
"""

import json
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.document import Document
from accordingto.records.story import Report
from accordingto.stories.batch import group
from accordingto.stories.copies import judge
from accordingto.stories.grouping import Grouper
from accordingto.stories.index import MemoryShelf
from accordingto.stories.overlap import overlap, text_of
from accordingto.stories.sentences import compare_sentences
from accordingto.stories.stance import body_of, stance
from accordingto.stories.tell import tell
from accordingto.stories.texts import report_of
from benchmarks.corpora import Row, corpus, rows, scorer, write_rows
from benchmarks.story_gold import gold_sets, pairs_of, score_links, score_origins, score_stories
from benchmarks.table import Table

_SETS = ("ecb", "basil", "roundup")


def run() -> Table:
    """All tasks whose corpora are there; our own sets always."""
    table = Table("stories", ("measure", "F1 or share", "precision", "recall"))
    names = [chosen["name"] for chosen in gold_sets()]
    table.add("own same-story pairs", score_stories().f1)
    origins = [score_origins(name) for name in names]
    table.add("own origins", sum(origins[1:], origins[0]).f1)
    links = [score_links(name) for name in names]
    total = sum(links[1:], links[0])
    table.add("own links", total.right / total.wanted)
    folder = corpus("stories")
    _grouping(table, folder)
    _copies(table, folder)
    _sentences(table, folder)
    _sides(table, folder)
    _ledger_stories(table, corpus("ledger"))
    return table


def _grouping(table: Table, folder: Path) -> None:
    streams = {"incidents": list(rows(folder / "incidents.jsonl.gz"))}
    every = list(rows(folder / "clustering.jsonl.gz"))
    for name in _SETS:
        found = [row for row in every if row["set"] == name]
        streams[name] = sorted(found, key=lambda row: (row["date"] or "", row["id"]))
    for name, stream in streams.items():
        shelf, grouper = MemoryShelf(), Grouper()
        begun = time.perf_counter()
        numbers = {row["id"]: grouper.add(_report(row), shelf) for row in stream}
        speed = len(stream) / (time.perf_counter() - begun)
        gold = "incidents.jsonl.gz" if name == "incidents" else "clustering.jsonl.gz"
        guess = [{"id": key, "cluster": shelf.story(n)} for key, n in numbers.items()]
        options = [] if name == "incidents" else ["--set", name]
        out = _scored(folder, "clustering", gold, guess, *options)
        table.add(f"{name} B³", out["b3"]["f1"], out["b3"]["p"], out["b3"]["r"])
        table.add(f"{name} pairs", out["pairs"]["f1"], out["pairs"]["p"], out["pairs"]["r"])
        table.add(f"{name} articles a second", round(speed))
        table.add(f"{name} the same in another order", _shuffled(stream, numbers, shelf))


def _shuffled(stream: list[Row], numbers: dict[str, int], shelf: MemoryShelf) -> float:
    """F1 of the pairs of one story when the reports come in no order, against those found before:
    what of the stories hangs on the order of arrival."""
    before: dict[int, list[str]] = {}
    for key, number in numbers.items():
        before.setdefault(shelf.story(number), []).append(key)
    mixed = sorted(stream, key=lambda row: sha256(row["id"].encode()).hexdigest())
    found = pairs_of(group(_report(row) for row in mixed))
    was = pairs_of(before.values())
    return 2 * len(found & was) / max(1, len(found) + len(was))


def _report(row: Row) -> Report:
    return Report(id=row["id"], text=row["text"], title=row["title"], day=row["date"])


def _copies(table: Table, folder: Path) -> None:
    texts = {row["id"]: text_of(row["text"]) for row in rows(folder / "neardup_docs.jsonl.gz")}
    guess = [
        {"id": row["id"], "label": judge(overlap(texts[row["a"]], texts[row["b"]]))}
        for row in rows(folder / "neardup.jsonl.gz")
    ]
    out = _scored(folder, "neardup", "neardup.jsonl.gz", guess)
    for name in ("copy", "copy_judged", "dependent_judged"):
        table.add(f"neardup {name}", out[name]["f1"], out[name]["p"], out[name]["r"])


def _sentences(table: Table, folder: Path) -> None:
    guess = [
        {"id": row["id"], "relation": compare_sentences(row["a"], row["b"]).relation}
        for row in rows(folder / "claim_pairs.jsonl.gz")
    ]
    out = _scored(folder, "claims", "claim_pairs.jsonl.gz", guess)
    table.add("claim pairs accuracy", out["accuracy"])
    table.add("claim pairs macro F1", out["macro_f1"])


def _sides(table: Table, folder: Path) -> None:
    """Sides of articles to headlines. The weights were fitted on these rows: what they do on
    unseen topics is told by ``python -m training.stories stance``."""
    bodies = {r["body"]: body_of(r["text"]) for r in rows(folder / "stance_bodies.jsonl.gz")}
    guess = [
        {"id": row["id"], "stance": stance(row["headline"], bodies[row["body"]]).side}
        for row in rows(folder / "stance.jsonl.gz")
    ]
    out = _scored(folder, "stance", "stance.jsonl.gz", guess)
    table.add("stance macro F1", out["macro_f1"])
    table.add("stance disagree", out["classes"]["disagree"]["f1"])
    out = _scored(folder, "conflict", "stance.jsonl.gz", guess)
    table.add("conflicting pairs of articles", out["classes"]["conflict"]["f1"])


def _scored(folder: Path, task: str, gold: str, guess: list[Row], *options: str) -> Any:
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "guess.jsonl"
        write_rows(path, guess)
        return json.loads(scorer(folder, task, folder / gold, path, *options))


def _ledger_stories(table: Table, folder: Path) -> None:
    gold = json.loads((folder / "stories.json").read_text(encoding="utf-8"))
    ledgers = {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for story in gold["stories"]
        for path in (folder / f"{name}.json" for name in story["articles"])
    }
    documents = {name: _article(folder, ledger) for name, ledger in ledgers.items()}
    names = {document.id: name for name, document in documents.items()}
    groups = group(report_of(document) for document in documents.values())
    found = {frozenset((names[a], names[b])) for g in groups for a in g for b in g if a < b}
    wanted = {
        frozenset((a, b)) for s in gold["stories"] for a in s["articles"] for b in s["articles"]
        if a < b
    }  # fmt: skip
    _f1(table, "ledger same-story pairs", found, wanted)
    same = {
        key: f"{name}:{statement}"
        for name, document in documents.items()
        for key, statement in _matched(document, ledgers[name])
    }
    links = set()
    for story in gold["stories"]:
        if len(story["articles"]) > 1:
            for link in tell("y", [documents[name] for name in story["articles"]]).links:
                ends = [(end.document, end.statement) for end in (link.a, link.b)]
                links.add((frozenset(same.get(end, str(end)) for end in ends), link.kind))
    _f1(
        table,
        "ledger links",
        links,
        {(frozenset((x["a"], x["b"])), x["kind"]) for x in gold["links"]},
    )


def _f1(table: Table, name: str, found: set[Any], wanted: set[Any]) -> None:
    right = len(found & wanted)
    precision, recall = right / max(1, len(found)), right / max(1, len(wanted))
    table.add(name, 2 * right / max(1, len(found) + len(wanted)), precision, recall)


def _article(folder: Path, ledger: Row) -> Document:
    text = (folder / ledger["text_file"]).read_bytes().decode("utf-8")
    given = Given(published=ledger["published"], outlet=ledger.get("outlet"))
    return read_text(text, source=ledger["text_file"], given=given)


def _matched(document: Document, ledger: Row) -> list[tuple[tuple[str, str | None], str]]:
    """Our statements with those of the gold that have half of their words in common; of several of
    the same words (an accusation and its denial) with that of the same act."""
    gold = [(s["id"], s["act"], _characters(s["content_spans"])) for s in ledger["statements"]]
    found: list[tuple[tuple[str, str | None], str]] = []
    for statement in document.statements:
        mine = _characters([(s.start, s.end) for s in statement.content_spans])
        best = max(
            (
                (2 * len(mine & theirs) / max(1, len(mine) + len(theirs)), name, act)
                for name, act, theirs in gold
            ),
            key=lambda match: (match[0], match[2] == statement.act, match[1]),
            default=(0.0, "", ""),
        )
        if best[0] >= 0.5:
            found.append(((document.id, statement.id), best[1]))
    return found


def _characters(spans: list[Any]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}
