"""Runs ``add``: captures that the ledger has not yet, read and kept one by one."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from accordingto.batch import read_many
from accordingto.cli.progress import Progress
from accordingto.cli.startup import settled
from accordingto.exports.visible import visible
from accordingto.intake.inputs import captures
from accordingto.intake.limits import Limits
from accordingto.ledger.base import LedgerStore, RefusedDocument
from accordingto.pipeline import document_id, read_capture
from accordingto.records.capture import Capture, Failure
from accordingto.version import __version__


class Tally:
    """What became of the inputs, by number; ``stopped`` where the user interrupted it."""

    def __init__(self) -> None:
        self.added = self.updated = self.unchanged = 0
        self.failures: list[str] = []
        self.stopped = False

    @property
    def failed(self) -> int:
        return len(self.failures)

    @property
    def seen(self) -> int:
        return self.added + self.updated + self.unchanged + self.failed

    def __str__(self) -> str:
        failed = f", {self.failed:,} failed" if self.failed else ""
        return f"{self.added:,} added, {self.updated:,} updated, {self.unchanged:,} there{failed}"


def add_all(
    store: LedgerStore,
    inputs: Sequence[str],
    *,
    jobs: int,
    timeout: float | None = None,
    limits: Limits | None = None,
) -> Tally:
    """Reads ``inputs`` into ``store``; each document is kept before the next one is.

    Failures are listed on stderr at the end. Raises LedgerError where the ledger cannot go on.
    """
    tally = Tally()
    with Progress(wanted=True) as progress:
        try:
            items = _missing(store, captures(inputs, limits=limits), tally)
            for result in settled(read_many(items, read_capture, jobs=jobs, timeout=timeout)):
                if isinstance(result, Failure):
                    tally.failures.append(str(result))
                else:
                    try:
                        done = store.add(result)
                    except RefusedDocument as error:
                        tally.failures.append(str(error))
                    else:
                        setattr(tally, done, getattr(tally, done) + 1)
                progress.count(tally.seen, tally.failed, result.source)
        except KeyboardInterrupt:
            tally.stopped = True
    for failure in tally.failures:
        print(visible(failure), file=sys.stderr)
    if not tally.seen and not tally.stopped:
        names = visible(", ".join(inputs))
        print(f"{names}: nothing to read was found. Name pages, texts or records.", file=sys.stderr)
    return tally


def _missing(
    store: LedgerStore, items: Iterable[Capture | Failure], tally: Tally
) -> Iterator[Capture | Failure]:
    """The inputs without those that the ledger has from this version or a newer one."""
    for item in items:
        if isinstance(item, Failure):
            # A folder that is added may well hold the ledger: that is no page that failed.
            if not store.is_part(item.source):
                yield item
        elif store.has(document_id(item), __version__):
            tally.unchanged += 1
        else:
            yield item
