"""The sample pages are what their README says, and the gold made from them points at its words."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples" / "varlesk"
GOLD = ROOT / "tests" / "gold"
CORPUS = ROOT.parent / "shared" / "bench" / "ledger"
PAGES = ("courier", "clarion", "merinform", "register", "lumen24")
LEDGERS = ("noor", "mine", "border")

Row = dict[str, Any]


def markup(name: str) -> str:
    encoding = "cp1252" if name == "merinform" else "utf-8"
    return (SAMPLES / f"{name}.html").read_bytes().decode(encoding)


def json_ld(name: str) -> Iterator[str]:
    tree = LexborHTMLParser(markup(name))
    yield from (n.text() for n in tree.css('script[type="application/ld+json"]'))


def rows(path: str) -> list[Row]:
    return [json.loads(line) for line in (GOLD / path).read_text(encoding="utf-8").splitlines()]


def page_gold(name: str) -> Row:
    return next(row for row in rows("page/gold.jsonl") if row["id"] == name)


def ledger(name: str) -> tuple[str, Row]:
    gold: Row = json.loads((GOLD / "ledger" / f"{name}.json").read_text(encoding="utf-8"))
    return (GOLD / "ledger" / gold["text_file"]).read_bytes().decode("utf-8"), gold


def word_runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def spans_in(value: object, key: str = "") -> Iterator[tuple[int, int]]:
    """Every ``[start, end]`` below a key that names spans."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from spans_in(inner, name)
    elif isinstance(value, list):
        named = key.endswith(("span", "spans", "mentions"))
        if named and len(value) == 2 and all(isinstance(v, int) for v in value):
            yield value[0], value[1]
        else:
            for inner in value:
                yield from spans_in(inner, key)


# The pages


def test_six_pages_and_their_table() -> None:
    names = {path.name for path in SAMPLES.iterdir()}
    assert names == {f"{name}.html" for name in PAGES} | {"noor.txt"}
    readme = (SAMPLES.parent / "README.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in readme for name in names)


@pytest.mark.parametrize("name", PAGES)
def test_pages_hold_a_whole_story(name: str) -> None:
    assert 450 <= len(page_gold(name)["body"].split()) <= 900


def test_broadsheet_metadata_is_right() -> None:
    (block,) = json_ld("courier")
    article = next(n for n in json.loads(block)["@graph"] if n["@type"] == "NewsArticle")
    gold = page_gold("courier")
    assert (article["headline"], article["datePublished"]) == (gold["headline"], gold["published"])


def test_tabloid_metadata_is_broken_and_wrong() -> None:
    broken, wrong = json_ld("clarion")
    with pytest.raises(json.JSONDecodeError):
        json.loads(broken)
    gold, found = page_gold("clarion"), json.loads(wrong)
    assert found["headline"] != gold["headline"]
    assert found["datePublished"][:10] != gold["published"][:10]


def test_tabloid_body_stands_in_several_containers() -> None:
    tree = LexborHTMLParser(markup("clarion"))
    assert len(tree.css("div.body-part")) == 3
    assert all(part.css("p") for part in tree.css("div.body-part"))
    assert len(tree.css("div.ad-slot")) == 2


def test_state_outlet_declares_the_wrong_encoding_and_no_metadata() -> None:
    data = (SAMPLES / "merinform.html").read_bytes()
    assert b"charset=utf-8" in data
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert "“No information was provided to any party,”" in data.decode("cp1252")
    assert not list(json_ld("merinform"))
    assert "og:" not in markup("merinform")


def test_live_page_runs_backwards_with_offsets() -> None:
    (block,) = json_ld("lumen24")
    live = json.loads(block)
    times = [entry["datePublished"] for entry in live["liveBlogUpdate"]]
    assert live["@type"] == "LiveBlogPosting"
    assert len(times) == 4
    assert times == sorted(times, reverse=True)
    assert all(time.endswith("+02:00") for time in times)


def test_network_page_has_its_furniture() -> None:
    lines = (SAMPLES / "noor.txt").read_text(encoding="utf-8").splitlines()
    assert any(re.match(r"© TPA / Piet LannoyM", line) for line in lines)
    assert any(line.startswith("* ") for line in lines)
    assert any(re.fullmatch(r"[\u0600-\u06ff ]+", line) for line in lines)


def test_regional_paper_prints_agency_copy() -> None:
    """At least four in five of its five-word runs are the broadsheet's; the reverse is less."""
    copy = word_runs(page_gold("register")["body"], 5)
    source = word_runs(page_gold("courier")["body"], 5)
    assert len(copy & source) / len(copy) >= 0.8
    assert len(copy & source) / len(source) < 0.8
    assert page_gold("register")["headline"] != page_gold("courier")["headline"]


@pytest.mark.parametrize("name", ["clarion", "merinform", "lumen24"])
def test_the_others_are_written_separately(name: str) -> None:
    own = word_runs(page_gold(name)["body"], 5)
    assert len(own & word_runs(page_gold("courier")["body"], 5)) / len(own) < 0.25


# The gold


@pytest.mark.parametrize("name", LEDGERS)
def test_ledger_segments_cover_the_text(name: str) -> None:
    text, gold = ledger(name)
    last = 0
    for line in gold["lines"]:
        start, end = line["span"]
        assert start >= last
        assert not text[last:start].strip()
        assert line["line"] == text.count("\n", 0, start) + 1
        last = end
    assert not text[last:].strip()


@pytest.mark.parametrize("name", LEDGERS)
def test_ledger_spans_slice_whole_words(name: str) -> None:
    text, gold = ledger(name)
    spans = list(spans_in(gold))
    assert len(spans) > 80
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        for edge in (start, end):
            glued = text[edge - 1 : edge + 1]
            # A credit glued to its caption is the one place where two words meet.
            assert glued == "yM" or not glued.isalnum() or len(glued) < 2, text[start:end]


@pytest.mark.parametrize("name", LEDGERS)
def test_ledger_references_hold(name: str) -> None:
    _, gold = ledger(name)
    actors = {a["id"] for a in gold["actors"]}
    statements = {s["id"] for s in gold["statements"]}
    assert {s["source"] for s in gold["statements"]} <= actors | {None}
    assert {s["parent"] for s in gold["statements"]} <= statements | {None}
    assert {end for r in gold["relations"] for end in (r["from"], r["to"])} <= statements
    assert {f["statement"] for f in gold["figures"]} <= statements | {None}
    assert {x["by"] for x in gold["labels"]} <= actors | {"outlet"}


def test_ledger_of_the_sample_is_of_the_sample() -> None:
    assert (GOLD / "ledger" / "noor.txt").read_bytes() == (SAMPLES / "noor.txt").read_bytes()


@pytest.mark.parametrize("name", PAGES)
def test_page_gold_stands_in_its_page(name: str) -> None:
    gold = page_gold(name)
    page = LexborHTMLParser(markup(name)).text(separator="\n")
    squeezed = "".join(page.split())
    wanted = [gold["headline"], *gold.get("lead", []), *gold["paragraphs"], *gold["headings"]]
    wanted += [image["caption"] for image in gold["images"]]
    wanted += [image["credit"] for image in gold["images"]]
    for words in wanted:
        assert "".join(words.split()) in squeezed
    path = (GOLD / "page" / gold["html"]).resolve()
    assert path == SAMPLES / f"{name}.html"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == gold["html_sha256"]
    assert gold["body"] == "\n\n".join(gold["paragraphs"])
    assert all(words in gold["body"] for words in gold["with"])
    assert not any(words in gold["body"] for words in gold["without"])


def test_attribution_gold_slices_right() -> None:
    for row in rows("attribution/gold.jsonl"):
        assert row["text"] == page_gold(row["id"])["body"]
        for item in row["attributions"]:
            assert len(item["cue"]) == 1
            for start, end in [*item["source"], *item["cue"], *item["content"]]:
                assert row["text"][start:end] == row["text"][start:end].strip() != ""


def test_facts_gold_slices_right() -> None:
    times, quantities = rows("facts/time.jsonl"), rows("facts/quantity.jsonl")
    assert len(times) == len(quantities) == 25
    for row in times:
        assert all(row["text"][t["s"] : t["e"]] == t["text"] for t in row["timex"])
    for row in quantities:
        assert all(q["change"] in ("=", "~", ">", "<", "up", "down") for q in row["quantities"])
        assert all(float(q["value"]) > 0 for q in row["quantities"])


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the ledger corpus is not beside the checkout")
def test_our_texts_copy_no_corpus() -> None:
    own = [page_gold(name)["body"] for name in PAGES] + [ledger(name)[0] for name in LEDGERS]
    ours = set().union(*(word_runs(text, 8) for text in own))
    for path in sorted(CORPUS.glob("*.txt")):
        assert not ours & word_runs(path.read_text(encoding="utf-8"), 8), path.name
