"""The exceptions that users of the library may meet.

AccordingtoError
├── InputError      an input cannot be read: which, why, what to do
└── LedgerError     a ledger cannot be opened, is of a newer version, or lacks what is asked for
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The command line needs these errors for its --help, and nothing else.
    from accordingto.records.capture import Failure


class AccordingtoError(Exception):
    """Base of everything that this package raises on purpose."""


class InputError(AccordingtoError):
    """An input cannot be read. ``failure`` says which one, what is wrong and what to do."""

    def __init__(self, failure: "Failure") -> None:
        super().__init__(str(failure))
        self.failure = failure


class LedgerError(AccordingtoError):
    """A ledger cannot do what was asked."""
