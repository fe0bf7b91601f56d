"""Whole ledgers of plain-text articles against gold made by hand (bench/ledger).

Each article is read twice: as a bare file, the way a scraper left it, and with the day of
publication given. The first is what a user sees; the second shows what knowing the day is worth.
"""

import json
import tempfile
from pathlib import Path

import msgspec

from accordingto.exports.json import encode
from accordingto.library import read_text
from accordingto.records.capture import Given
from benchmarks.corpora import corpus, scorer
from benchmarks.table import Table

# fmt: off
_ORDER = (
    "mean", "lines", "lines_chars", "statements_content", "statements", "act", "quote", "via",
    "parent", "relations", "conflicts", "repeats", "figures", "figures_value", "actors", "places",
    "times", "labels", "events",
)
# fmt: on


def run() -> Table:
    """Reads every article of the corpus and scores the output as it is printed."""
    folder = corpus("ledger")
    bare = _scores(folder, given_day=False)
    dated = _scores(folder, given_day=True)
    table = Table("ledger", ("measure", "bare text", "day given"))
    for name in _ORDER:
        if name in bare:
            table.add(name, bare[name], dated.get(name))
    return table


def _scores(folder: Path, *, given_day: bool) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary)
        for gold_path in sorted(folder.glob("*.json")):
            gold = json.loads(gold_path.read_text(encoding="utf-8"))
            if "text_file" not in gold:
                continue
            text = (folder / gold["text_file"]).read_bytes().decode("utf-8")
            given = Given(published=gold["published"]) if given_day else None
            document = read_text(text, source=gold["text_file"], given=given)
            meant = tuple(place for place in document.places if not place.metonymic)
            document = msgspec.structs.replace(document, places=meant)
            (out / gold_path.name).write_bytes(encode(document, pretty=False))
        found = json.loads(scorer(folder, "--all", "--json", folder, out))["micro"]
    return {name: _number(value) for name, value in found.items() if _number(value) is not None}


def _number(value: object) -> float:
    if isinstance(value, dict):
        picked = value.get("f1", value.get("value"))
        return float(picked) if picked is not None else 0.0
    return float(value)  # type: ignore[arg-type]
