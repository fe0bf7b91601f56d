"""Events and codes (bench/facts): PLOVER's gold records, police reports, MUC-4 templates.

Read by the rules alone where only codes are scored, as these do not look at the encoder. The models
of the codes were fitted on the rows of ``plover`` and ``police`` in sight; their figures on folds
are in their model card, and those here show only that what ships is what was fitted.
"""

import json
import tempfile
from functools import cache
from pathlib import Path

from accordingto.intake.capture import capture_text
from accordingto.pipeline import read_by_rules, read_capture
from accordingto.records.capture import Given
from accordingto.records.document import Document
from accordingto.records.facts import Event
from accordingto.records.span import Span
from accordingto.tables import table
from benchmarks.corpora import Row, corpus, rows, scorer, write_rows
from benchmarks.table import Table

_TASKS = ("plover", "police", "muc4")
_FILES = {"muc4": "muc4_dev"}
# Modes of events as MUC-4 names its incidents.
_INCIDENTS = {
    "bombing": "bombing",
    "abduction": "kidnapping",
    "arson": "arson",
    "robbery": "robbery",
    **dict.fromkeys(
        (
            "killing",
            "shooting",
            "airstrike",
            "shelling",
            "clash",
            "attack",
            "destruction",
            "downing",
        ),
        "attack",
    ),
}
# Those who are held responsible are perpetrators there, too.
_DOERS = ("actor", "accused")
_UNREAL = frozenset({"future", "hypothetical", "denied"})


def run() -> Table:
    """Reads every row and scores it with the corpus's scorer."""
    folder = corpus("facts")
    table = Table("events", ("measure", "F1 or share", "precision", "recall"))
    for task in _TASKS:
        gold = folder / f"{_FILES.get(task, task)}.jsonl"
        with tempfile.TemporaryDirectory() as temporary:
            path = Path(temporary) / "predictions.jsonl"
            write_rows(path, (_FORMS[task](row) for row in rows(gold)))
            scores = json.loads(scorer(folder, task, gold, path, "--json"))
        for name, value in scores.items():
            if isinstance(value, dict):
                table.add(f"{task} {name}", value["f1"], value["p"], value["r"])
            else:
                table.add(f"{task} {name}", value)
    return table


def _read(row: Row, text: str, *, rules: bool) -> Document:
    given = Given(language="en", published=row.get("date"))
    capture = capture_text(text, row["id"], given)
    return read_by_rules(capture) if rules else read_capture(capture)


def _plover(row: Row) -> Row:
    document = _read(row, row["text"], rules=True)
    codes = [code for code in document.codes if code.scheme == "plover"]
    best = max(codes, key=lambda code: code.score, default=None)
    main = next((event for event in document.events if event.main), None)
    sources = _mentions(document, main.actors if main else ())
    if not sources:
        sources = [s.source_span for s in document.statements if s.source_span is not None][:1]
    return {
        "id": row["id"],
        "event": best.code if best else None,
        "sources": _spans(sources),
        "targets": _spans(_mentions(document, main.targets if main else ())),
    }


def _mentions(document: Document, ids: tuple[str, ...]) -> list[Span]:
    return [actor.mentions[0] for actor in document.actors if actor.id in ids]


def _spans(spans: list[Span]) -> list[Row]:
    return [{"s": span.start, "e": span.end} for span in spans]


def _police(row: Row) -> Row:
    lines = [" ".join(text.split()) or "-" for text, _ in row["sents"]]
    document = _read(row, "\n".join(lines), rules=True)
    labels: list[list[str]] = []
    at = 0
    for line in lines:
        here = {
            code.code
            for code in document.codes
            if code.scheme == "police" and at <= code.span.start < at + len(line)
        }
        labels.append(sorted(here))
        at += len(line) + 1
    return {"id": row["id"], "labels": labels}


def _muc4(row: Row) -> Row:
    document = _read({"id": row["id"]}, row["text"], rules=False)
    incidents = [e for e in document.events if e.mode in _INCIDENTS and e.realis not in _UNREAL]
    return {
        "id": row["id"],
        "templates": [_template(document, event) for event in incidents],
        "figures": sorted(
            {
                ("DEATH" if f.what == "killed" else "INJURY", int(f.value))
                for f in document.figures
                if f.what in {"killed", "injured"} and f.value is not None and f.low == f.high
            }
        ),
    }


def _template(document: Document, event: Event) -> Row:
    def named(roles: tuple[str, ...], *kinds: str) -> list[list[str]]:
        words = dict.fromkeys(
            party.span.of(document.text)
            for party in event.parties
            if party.role in roles and party.kind in kinds
        )
        return [[word] for word in words]

    return {
        "type": _INCIDENTS[event.mode or ""],
        "PerpInd": named(_DOERS, "people"),
        "PerpOrg": named(_DOERS, "body"),
        "Target": named(("target",), "thing", "body"),
        "Victim": [w for w in named(("target",), "people") if not _is_many(w[0])],
        "Weapon": named(("instrument",), "people", "body", "thing", "other"),
    }


def _is_many(words: str) -> bool:
    """Whether a noun phrase tells of several people without a name: the corpus's victims are single
    ones, and groups stand elsewhere in its keys."""
    last = words.lower().split()[-1]
    return last in _MANY or (last.endswith("s") and last[:-1] in _people())


@cache
def _people() -> frozenset[str]:
    nouns = table("accordingto.actors", "kinds.toml")["nouns"]
    return frozenset({*nouns["person"], *nouns["group"]})


_MANY = frozenset({"people", "men", "women", "children", "personnel", "persons", "clergymen"})
_FORMS = {"plover": _plover, "police": _police, "muc4": _muc4}
