"""Many pages: order, processes, and pages that break things."""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.batch import read_many
from accordingto.errors import AccordingtoError, InputError
from accordingto.records.article import Article
from accordingto.records.capture import Capture, Failure
from accordingto.records.document import Document, document_of

FAILED = Failure(source="f", problem="is not there", advice="Look again.")


@pytest.fixture(autouse=True, scope="module")
def importable() -> Iterator[None]:
    """Other processes must find ``read`` in this module, which pytest keeps off the path."""
    root = str(Path(__file__).parents[1])
    sys.path.append(root)
    yield
    sys.path.remove(root)


def capture(words: str) -> Capture:
    return Capture(
        source=words,
        media="text",
        content=words,
        sha256="0",
        charset="utf-8",
        charset_reason="test",
    )


def read(page: Capture) -> Document:
    """A reader that does what the page says."""
    # Imported by other processes under this module's name.
    match page.content.split():
        case ["raise", words]:
            raise ValueError(f"{words} <object at 0x7f00aa>\nmore")
        case ["input"]:
            raise InputError(FAILED)
        case ["system-exit"]:
            raise SystemExit(3)
        case ["deep"]:
            return read(page)
        case ["exit", code]:
            os._exit(int(code))
        case ["kill"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["once", path]:
            if not Path(path).exists():
                Path(path).touch()
                os._exit(1)
    article = Article(source=page.source, sha256=page.sha256, text=page.content, segments=())
    return document_of(article, id=page.content, version=os.environ.get("OMP_NUM_THREADS", ""))


def sources(found: list[Document | Failure]) -> list[str]:
    return [one.source for one in found]


@pytest.mark.parametrize("jobs", [1, 3])
def test_order_is_kept_and_failures_pass(jobs: int) -> None:
    words = ["sleep 0.3", *(f"page {number}" for number in range(20))]
    items = [FAILED, *map(capture, words), FAILED]
    found = list(read_many(items, read, jobs=jobs))
    assert sources(found) == ["f", *words, "f"]


def test_outcomes_do_not_depend_on_the_number_of_jobs() -> None:
    words = ["a", "raise one", "b", "deep", "input", "system-exit", "c"] * 2
    items = [capture(word) for word in words]
    alone, together = (list(read_many(items, read, jobs=jobs)) for jobs in (1, 2))
    strip = [one if isinstance(one, Failure) else one.id for one in alone]
    assert strip == [one if isinstance(one, Failure) else one.id for one in together]
    assert "ValueError: one <object at 0x…>" in str(alone[1])
    assert "test_batch.py, line" in str(alone[1]) and "more" not in str(alone[1])
    assert "RecursionError" in str(alone[3])
    assert alone[4] == FAILED
    assert "SystemExit" in str(alone[5])


@pytest.mark.parametrize(("deed", "how"), [("exit 7", "exit code 7"), ("kill", "SIGKILL")])
def test_page_that_kills_its_process_costs_only_itself(deed: str, how: str) -> None:
    words = ["a", deed, "b", "c", "d", "e"]
    found = list(read_many(map(capture, words), read, jobs=2))
    assert sources(found) == words
    assert [isinstance(one, Failure) for one in found] == [word == deed for word in words]
    assert how in str(found[1])


def test_page_whose_process_dies_once_is_read_again(tmp_path: Path) -> None:
    (found,) = read_many([capture(f"once {tmp_path}/died")], read, jobs=2)
    assert isinstance(found, Document)


def test_page_that_takes_too_long() -> None:
    words = ["a", "sleep 60", "b"]
    found = list(read_many(map(capture, words), read, timeout=0.5))
    assert [isinstance(one, Failure) for one in found] == [False, True, False]
    assert "0.5 seconds" in str(found[1])


def test_processes_keep_to_one_thread_and_the_environment_is_as_before() -> None:
    before = dict(os.environ)
    (found,) = read_many([capture("a")], read, jobs=2)
    assert isinstance(found, Document)
    assert found.version == "1"
    assert dict(os.environ) == before


@pytest.mark.parametrize("jobs", [1, 2])
def test_inputs_are_taken_as_they_are_needed(jobs: int) -> None:
    taken = 0

    def endless() -> Iterator[Capture]:
        nonlocal taken
        while True:
            taken += 1
            yield capture(str(taken))

    found = read_many(endless(), read, jobs=jobs)
    assert [next(found).source for _ in range(5)] == ["1", "2", "3", "4", "5"]
    assert taken < 20
    found.close()  # type: ignore[attr-defined]


def test_interrupt_ends_the_processes() -> None:
    def interrupted() -> Iterator[Capture]:
        for number in range(20):
            if number == 10:
                raise KeyboardInterrupt
            yield capture(f"sleep 0.{number}")

    found = read_many(interrupted(), read, jobs=2)
    with pytest.raises(KeyboardInterrupt):
        list(found)
    assert not multiprocessing.active_children()


def test_reader_that_cannot_be_imported_is_told() -> None:
    with pytest.raises((RuntimeError, AttributeError, TypeError), match=r"pickle|local|started"):
        list(read_many([capture("a")], lambda page: read(page), jobs=2))


@pytest.mark.parametrize("jobs", [0, -1])
def test_jobs_below_one(jobs: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        read_many([], read, jobs=jobs)


@pytest.mark.parametrize("jobs", [1, 4])
def test_nothing_in_nothing_out(jobs: int) -> None:
    assert list(read_many([], read, jobs=jobs)) == []


@settings(max_examples=3, deadline=None)
@given(st.lists(st.sampled_from(["a", "raise x", "f"]), max_size=12))
def test_one_outcome_for_each_input(words: list[str]) -> None:
    items = [FAILED if word == "f" else capture(word) for word in words]
    found = list(read_many(items, read, jobs=2))
    assert sources(found) == [item.source for item in items]


def unfinished(page: Capture) -> Document:
    raise AccordingtoError("A part is missing: run the set-up again.")


def test_an_incomplete_set_up_is_no_defect_of_the_page() -> None:
    (outcome,) = read_many([capture("a page")], unfinished)
    assert isinstance(outcome, Failure)
    assert "set up" in outcome.problem
    assert outcome.advice == "A part is missing: run the set-up again."
