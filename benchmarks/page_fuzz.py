"""``python -m benchmarks.page_fuzz``: broken pages by the thousand, and pages built to exhaust.

No page may crash the reading, break the contract of its segments, or take more than its share of
time and memory. Each page is made from the seed and its number alone, so that one that fails can be
made again: ``--one NUMBER`` writes it to standard output. Ends with exit code 1 where one fails.
"""

import argparse
import gzip
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

from accordingto.errors import InputError
from accordingto.intake.capture import capture_html
from accordingto.page.read import read_article
from accordingto.records.article import Article
from benchmarks.corpora import ROOT, MissingCorpusError, corpus, rows
from benchmarks.table import Table

_LONGEST = 14_000  # characters of a mutated page
_CORPUS_PAGES = 60
_SECONDS = 5  # processor time that one page may take
_MEMORY = 2 << 30  # bytes that all of it may take
_TOLD = 5_000  # every so many pages a line says how far it is
_AGAIN = 50  # every so many pages one is read twice
_PIECES = (
    "<", ">", '"', "'", "&", "&amp;", "&#0;", "</", "<!--", "-->", "<script>", "</script>", "<br>",
    "<table><tr><td>", "</table>", "<tr><td>1<td>2", "<b>", "<i>", "<font size=5>", '<a href="',
    "</a>", "\x00", "\ud800", "\U0001f600", '<time datetime="2022-13-45T99:99">', "<h1>",
    "<figure>", "<figcaption>", "<svg>", "<math>", "<template>", "<select><option>",
    "<plaintext>", "<xmp>",
    "<noscript>", "<p", "= ", '="', "<li><ul>", '{"@type":"NewsArticle","headline":', "<x-y>",
    '<script type="application/ld+json">', "[[[[[[", "(Reuters) -", "© ", "Photo: ", "<body>",
    '<html lang="xx">', '<base href="//[">', '<meta name="date" content="', "\u202e", "\xad",
)  # fmt: skip
# Shapes of which real pages have a little, and hostile ones as much as they like.
SHAPES: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("paragraphs", lambda n: "<p>The river rose again on Monday, officials said.</p>" * (n // 53)),
    ("one text", lambda n: "<p>" + "The river rose again. " * (n // 22)),
    ("line breaks", lambda n: "The river rose.<br>" * (n // 19)),
    ("links", lambda n: "<a href=/x>River</a>" * (n // 20)),
    ("table cells", lambda n: "<table>" + "<tr><td>1<td>2" * (n // 14)),
    ("nested boxes", lambda n: "<div>" * (n // 50) + "x" * n),
    ("open formatting", lambda n: "<b><p>x" * (n // 7)),
    ("one tag", lambda n: "<p " + "a=1 " * (n // 4) + ">x"),
    ("one tag, stray marks", lambda n: '<p =" a=">" ' + "a=1 " * (n // 4) + ">x"),
    ("menus", lambda n: "<nav><a href=/x>River</a><div class=menu>" * (n // 42)),
    ("list in list", lambda n: "<ul><li>x" * (n // 9)),
    ("metadata", lambda n: '<meta name="author" content="A. Rue">' * (n // 38) + "<p>x"),
    ("stamps", lambda n: "<h1>River rises</h1>" + "<p>Updated 1/2/2023" * (n // 19)),
    ("headings", lambda n: "<title>River rises</title>" + "<h1>River 1</h1>" * (n // 16)),
    ("captions", lambda n: "<p>River<p class=caption>x<p class=credit>y/AFP" * (n // 47)),
    ("comments", lambda n: "<!-- x --" * (n // 9)),
)
_SIZES = (1_250_000, 2_500_000, 5_000_000)
_DEEP = 100_000


def main(arguments: list[str]) -> int:
    """Reads the command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page_fuzz", description=__doc__)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument(
        "--from", dest="first", type=int, default=0, help="number of the first page"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", type=int, help="write the page of this number")
    parser.add_argument("--shapes", action="store_true", help="also the pages built to exhaust")
    options = parser.parse_args(arguments)
    seeds = _seeds()
    if options.one is not None:
        sys.stdout.write(
            mutated(seeds, options.seed, options.one).encode("utf-8", "replace").decode()
        )
        return 0
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.signal(signal.SIGPROF, _too_slow)
    failed = _mutations(seeds, options.seed, range(options.first, options.first + options.pages))
    if options.shapes:
        failed += _shapes()
    return 1 if failed else 0


def _seeds() -> list[str]:
    """The sample pages, and the shortest pages of the corpus where it is present."""
    found = [p.read_text("utf-8", "replace") for p in sorted((ROOT / "samples").rglob("*.html"))]
    try:
        folder = corpus("page")
    except MissingCorpusError:
        return found
    pages = [
        gzip.decompress((folder / gold["html"]).read_bytes())
        for gold in rows(folder / "gold.jsonl")
    ]
    pages.sort(key=lambda page: (len(page), page))
    return found + [page.decode("utf-8", "replace")[:9_000] for page in pages[:_CORPUS_PAGES]]


def mutated(seeds: list[str], seed: int, number: int) -> str:
    """The page of this number: a seed with pieces added, taken out, repeated and mixed in."""
    chance = random.Random(f"{seed}:{number}")
    page = chance.choice(seeds)
    for _ in range(chance.randint(1, 12)):
        kind, at = chance.random(), chance.randrange(len(page) + 1)
        end = min(len(page), at + chance.randint(1, 400))
        if kind < 0.35:
            piece = chance.choice(_PIECES) * chance.choice((1, 1, 1, 3, 30))
            page = page[:at] + piece + page[at:]
        elif kind < 0.6:
            page = page[:at] + page[end:]
        elif kind < 0.8:
            page = page[:at] + page[at:end] * chance.randint(2, 6) + page[end:]
        elif kind < 0.9:
            other = chance.choice(seeds)
            start = chance.randrange(len(other) + 1)
            page = page[:at] + other[start : start + chance.randint(1, 2_000)] + page[at:]
        else:
            page = page[:at]
        page = page[:_LONGEST]
    return page or "x"


def _mutations(seeds: list[str], seed: int, numbers: range) -> int:
    failures: list[str] = []
    for page in seeds:  # what is loaded at first use is no page's own
        read_article(capture_html(page, "page"))
    refused, worst, worst_at, started = 0, 0.0, -1, time.process_time()
    for number in numbers:
        page = mutated(seeds, seed, number)
        begun = time.process_time()
        try:
            refused += _read(page, again=number % _AGAIN == 0) is None
        except Exception as error:
            failures.append(f"page {number}: {type(error).__name__}: {error}")
            print(failures[-1], flush=True)
        taken = (time.process_time() - begun) / (len(page) + 2_000) * 10_000
        if taken > worst:
            worst, worst_at = taken, number
        if (number + 1) % _TOLD == 0:
            print(f"up to page {number}: {len(failures)} failed", flush=True)
    table = Table(
        f"page_fuzz (seed {seed}, pages {numbers.start} to {numbers.stop - 1})",
        ("measure", "figure"),
    )
    table.add("pages", float(len(numbers)))
    table.add("failed", float(len(failures)))
    table.add("refused with a reason", float(refused))
    table.add("ms a page", 1000 * (time.process_time() - started) / max(1, len(numbers)))
    table.add(f"ms for 10,000 characters at worst (page {worst_at})", 1000 * worst)
    table.add("peak memory, MB", _peak())
    print(table, flush=True)
    return len(failures)


def _read(page: str, *, again: bool) -> Article | None:
    """The article, ``None`` where intake refuses. Raises where the contract is broken."""
    signal.setitimer(signal.ITIMER_PROF, _SECONDS)
    try:
        article = read_article(capture_html(page, "page"))
        if again and read_article(capture_html(page, "page")) != article:
            raise AssertionError("read twice, it comes out differently")
    except InputError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    _check(article)
    return article


def _check(article: Article) -> None:
    """Segments are in order, have no outer blanks, and cover all that is no blank."""
    at = 0
    for segment in article.segments:
        span = segment.span
        words = article.text[span.start : span.end]
        if not at <= span.start < span.end or words != words.strip():
            raise AssertionError(f"segment {span} is out of order or has outer blanks")
        if article.text[at : span.start].strip():
            raise AssertionError(f"text before {span} has no role")
        at = span.end
    if article.text[at:].strip():
        raise AssertionError("text at the end has no role")


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"took more than {_SECONDS} seconds")


def _shapes() -> int:
    """Times at growing sizes: what grows with the size alone doubles with it."""
    failed = 0
    table = Table(
        "page_fuzz: pages built to exhaust", ("shape", *[f"{s / 1e6:g} MB, s" for s in _SIZES])
    )
    for name, made in SHAPES:
        seconds = []
        for size in _SIZES:
            begun = time.process_time()
            try:
                article = read_article(capture_html(made(size), "page"))
                _check(article)
            except InputError:
                pass
            except Exception as error:
                failed += 1
                print(f"{name}: {type(error).__name__}: {error}", flush=True)
            seconds.append(time.process_time() - begun)
        table.add(name, *seconds)
    begun = time.process_time()
    deep = "<div>" * _DEEP + "<p>The river rose again on Monday, officials said.</p>"
    try:
        read_article(capture_html(deep, "page"))
        told = "read"
    except InputError as refusal:
        told = str(refusal).splitlines()[0][:80]
    print(table)
    print(f"{_DEEP:,} elements deep: {time.process_time() - begun:.2f} s ({told})")
    print(f"peak memory: {_peak():.0f} MB")
    return failed


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
