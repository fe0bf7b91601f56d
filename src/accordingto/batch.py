"""The same reading over many pages: in order, in parallel, and past what breaks.

One page that fails, hangs or kills its process costs that page alone. Results come in the order
of the inputs, so the output is the same bytes for any number of jobs, and only a few pages are
held at a time.
"""

import gc
import multiprocessing
import os
import pickle
import re
import signal
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from pathlib import PurePath

from accordingto.errors import AccordingtoError, InputError
from accordingto.records.capture import Capture, Failure
from accordingto.records.document import Document

Read = Callable[[Capture], Document]
Outcome = Document | Failure

# Pages held for each job: being read, waiting to be read, or waiting for one before them.
_WINDOW = 4
# A page is tried again in a new process once: the system may have ended the first for
# what another program did.
_DEATHS = 2
_FAILED_STARTS = 3
_READY = b"ready"
# Each process keeps to one core: numeric libraries would otherwise start a thread for each
# core in each process.
_THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]+")
_REPORT = "This is a defect of accordingto; please report it with the page."


def read_many(
    items: Iterable[Capture | Failure],
    read: Read,
    *,
    jobs: int = 1,
    timeout: float | None = None,
) -> Iterator[Outcome]:
    """Read each Capture with ``read``, and pass each Failure on; outcomes in input order.

    With ``jobs`` above 1, or with a ``timeout``, pages are read in processes of their own;
    ``read`` must then be a function that can be imported, and the calling script must be
    guarded by ``if __name__ == "__main__"``. ``timeout`` is in seconds a page; a process's first
    page may include the loading of models. A page on which ``read`` raises, that takes longer,
    or whose process dies twice, becomes a Failure. With one job and no timeout all runs in
    this process, and only what raises is contained.

    Raises ValueError for less than one job, RuntimeError where processes cannot be started.
    """
    if jobs < 1:
        raise ValueError("jobs must be at least 1")
    if jobs == 1 and timeout is None:
        return _one_by_one(items, read)
    return _in_processes(items, read, jobs, timeout)


def attempt(read: Read, capture: Capture) -> Outcome:
    """``read(capture)``, or a Failure that names the input and what was raised."""
    try:
        return read(capture)
    except InputError as error:
        return error.failure
    except AccordingtoError as error:
        problem = "could not be read, as accordingto is not set up whole"
        return Failure(source=capture.source, problem=problem, advice=str(error))
    except (Exception, SystemExit) as error:
        return _defect(capture, error)


def _one_by_one(items: Iterable[Capture | Failure], read: Read) -> Iterator[Outcome]:
    for item in items:
        yield item if isinstance(item, Failure) else attempt(read, item)


def _in_processes(
    items: Iterable[Capture | Failure], read: Read, jobs: int, timeout: float | None
) -> Iterator[Outcome]:
    source = iter(items)
    slots: deque[_Slot] = deque()
    pool = _Pool(read, jobs, timeout)
    more = True
    try:
        while True:
            while more and len(slots) < _WINDOW * jobs:
                item = next(source, None)
                if item is None:
                    more = False
                else:
                    slots.append(_Slot(item))
                    pool.add(slots[-1])
            if not slots:
                return
            pool.step(block=slots[0].outcome is None)
            if (outcome := slots[0].outcome) is not None:
                slots.popleft()
                yield outcome
    finally:
        pool.stop()


class _Slot:
    """An item's place in the order, and what has become of it."""

    __slots__ = ("deaths", "item", "outcome")

    def __init__(self, item: Capture | Failure) -> None:
        self.item = item
        self.outcome: Outcome | None = item if isinstance(item, Failure) else None
        self.deaths = 0


class _Worker:
    """A process with a pipe of its own, so that it is known which page it has."""

    def __init__(self, read: Read) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, read), daemon=True)
        with _one_thread():
            self.process.start()
        theirs.close()
        self.ready = False
        self.slot: _Slot | None = None
        self.deadline: float | None = None

    def end(self) -> str:
        """End the process, and say how it ended."""
        self.pipe.close()
        self.process.join(0.1)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        code = self.process.exitcode or 0
        if code >= 0:
            return f"exit code {code}"
        with suppress(ValueError):
            return f"signal {signal.Signals(-code).name}"
        return f"signal {-code}"


class _Pool:
    """Hands slots to workers. One ``step`` waits (if it is to block) until one has answered,
    died or run out of time, and takes note of it."""

    def __init__(self, read: Read, jobs: int, timeout: float | None) -> None:
        self._read, self._jobs, self._timeout = read, jobs, timeout
        self._todo: deque[_Slot] = deque()
        self._workers: list[_Worker] = []
        self._failed_starts = 0

    def add(self, slot: _Slot) -> None:
        if slot.outcome is None:
            self._todo.append(slot)

    def step(self, *, block: bool) -> None:
        self._start()
        self._hand_out()
        patience = self._patience() if block else 0.0
        readable = wait([worker.pipe for worker in self._workers], patience)
        for worker in [worker for worker in self._workers if worker.pipe in readable]:
            self._receive(worker)
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.deadline is not None and worker.deadline <= now:
                self._overdue(worker)

    def stop(self) -> None:
        for worker in self._workers:
            worker.process.kill()
        while self._workers:
            self._workers.pop().end()

    def _patience(self) -> float | None:
        """Seconds until the next page is overdue; ``None`` where none can be."""
        deadlines = [worker.deadline for worker in self._workers if worker.deadline is not None]
        return max(0.0, min(deadlines) - time.monotonic()) if deadlines else None

    def _start(self) -> None:
        """Start no more processes than there are pages for."""
        busy = sum(worker.slot is not None for worker in self._workers)
        while len(self._workers) < min(self._jobs, busy + len(self._todo)):
            self._workers.append(_Worker(self._read))

    def _hand_out(self) -> None:
        for worker in list(self._workers):
            if not self._todo:
                return
            if worker.ready and worker.slot is None:
                worker.slot = self._todo.popleft()
                if self._timeout is not None:
                    worker.deadline = time.monotonic() + self._timeout
                try:
                    worker.pipe.send(worker.slot.item)
                except OSError:
                    self._died(worker)

    def _receive(self, worker: _Worker) -> None:
        try:
            message = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            self._died(worker)
            return
        if worker.slot is None:
            worker.ready = True
            self._failed_starts = 0
            return
        worker.slot.outcome = _unpickled(worker.slot.item, message)
        worker.slot = worker.deadline = None

    def _died(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        how = worker.end()
        slot = worker.slot
        if slot is None:
            self._failed_starts += not worker.ready
            if self._failed_starts >= _FAILED_STARTS:
                raise RuntimeError(
                    f"reading processes cannot be started ({how}); what they wrote to standard"
                    " error says why. Reading with one job needs none."
                )
            return
        slot.deaths += 1
        if slot.deaths < _DEATHS:
            self._todo.appendleft(slot)
            return
        problem = f"ended the process that read it, twice ({how})"
        advice = "It may need more memory than there is; if there was enough: " + _REPORT
        slot.outcome = Failure(source=slot.item.source, problem=problem, advice=advice)

    def _overdue(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.end()
        slot = worker.slot
        if slot is not None:
            problem = f"took longer than the limit of {self._timeout:g} seconds a page"
            advice = "Allow more time, or report it as a defect with the page."
            slot.outcome = Failure(source=slot.item.source, problem=problem, advice=advice)


def _serve(pipe: Connection, read: Read) -> None:
    """A worker's life: take a capture, send back its outcome, until the pipe closes."""
    # An interrupt from the keyboard reaches all processes; the parent ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        pipe.send_bytes(_READY)
        _answer(pipe, read)
        # Models and tables are loaded now, and stay: to look them through for garbage again and
        # again would take a fiftieth of the time.
        gc.freeze()
        while True:
            _answer(pipe, read)


def _answer(pipe: Connection, read: Read) -> None:
    capture: Capture = pipe.recv()
    pipe.send_bytes(_pickled(capture, attempt(read, capture)))


def _pickled(capture: Capture, outcome: Outcome) -> bytes:
    try:
        return pickle.dumps(outcome)
    except Exception as error:
        return pickle.dumps(_defect(capture, error))


def _unpickled(item: Capture | Failure, message: bytes) -> Outcome:
    try:
        outcome: Outcome = pickle.loads(message)
    except Exception as error:
        return _defect(item, error)
    return outcome


def _defect(item: Capture | Failure, error: BaseException) -> Failure:
    """What was raised and where, in words that do not change from run to run."""
    words = (str(error).strip() or "no message").splitlines()[0][:200]
    frames = traceback.extract_tb(error.__traceback__)
    place = ""
    if frames:
        path = PurePath(frames[-1].filename)
        place = f" in {path.parent.name}/{path.name}, line {frames[-1].lineno}"
    said = _ADDRESS.sub("0x…", f"{type(error).__name__}: {words}")
    return Failure(
        source=item.source, problem=f"made the reader fail ({said}{place})", advice=_REPORT
    )


@contextmanager
def _one_thread() -> Iterator[None]:
    """The environment says "one thread" while a process is started, and is then as before."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
