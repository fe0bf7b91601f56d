"""Floors on real pages, where the benchmark lies beside the repository."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from accordingto.page.html.read import read_html
from accordingto.records.capture import Capture, Given

BENCH = Path(__file__).resolve().parents[2].parent / "shared" / "bench" / "page"
PAGES = 50

pytestmark = pytest.mark.skipif(
    not (BENCH / "gold.jsonl").exists(), reason="the page benchmark is not beside the repository"
)


def _records() -> list[dict[str, Any]]:
    found = []
    with (BENCH / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["news"] and record.get("body"):
                found.append(record)
    return found[:: max(1, len(found) // PAGES)]


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def _f1(predicted: str, gold: str) -> float:
    one, two = _runs(predicted), _runs(gold)
    return 2 * (one & two).total() / (one.total() + two.total())


def test_bodies_of_real_pages() -> None:
    scores = []
    for record in _records():
        html = gzip.decompress((BENCH / record["html"]).read_bytes()).decode("utf-8", "replace")
        article = read_html(
            Capture(
                source=record["id"],
                media="html",
                content=html,
                sha256="",
                charset="utf-8",
                charset_reason="benchmark",
                given=Given(url=record["url"]),
            )
        )
        body = "\n".join(
            s.span.of(article.text) for s in article.segments if s.role in ("body", "subhead")
        )
        golds = [record["body"], record.get("body_with_lead") or record["body"]]
        scores.append(max(_f1(body, gold) for gold in golds))
    assert min(scores) > 0.3
    assert sum(scores) / len(scores) > 0.94
