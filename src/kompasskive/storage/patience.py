"""Other programs hold a file for a moment (OneDrive, virus scanners): that is waited out."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Final

from kompasskive.storage.failures import driver_code

SECONDS = 10.0
PAUSE: Final = 0.25
BUSY_MS: Final = 500
"""How long SQLite itself waits for another program's lock before the wait is told of."""

_BUSY, _LOCKED, _READ_ONLY, _CANNOT_OPEN = 5, 6, 8, 14
_PASSING_CODES: Final = {_BUSY, _LOCKED, _READ_ONLY, _CANNOT_OPEN}
_PASSING_ERRORS: Final = {errno.EACCES, errno.EBUSY, errno.ETXTBSY, errno.EPERM}


def is_busy(error: BaseException) -> bool:
    """Whether another program held SQLite's lock; the connection is as good as before."""
    return driver_code(error) in (_BUSY, _LOCKED)


def may_pass(error: BaseException, path: Path) -> bool:
    """Whether a failure may be another program's hold on a file that is there and readable.

    Windows reports a sharing violation as missing rights, or as a file that cannot be opened.
    """
    code = driver_code(error)
    passing = code in _PASSING_CODES if code is not None else _errno(error) in _PASSING_ERRORS
    return passing and os.access(path, os.R_OK)


class Patience:
    """Waits at most `SECONDS` in all, counted from the first failure; `pause` waits once."""

    def __init__(self, path: Path, pause: Callable[[float], object]) -> None:
        self._path, self._pause = path, pause
        self._until: float | None = None

    def lasts(self, error: BaseException) -> bool:
        """Whether it is worth trying again after this failure."""
        if not may_pass(error, self._path):
            return False
        now = monotonic()
        self._until = self._until or now + SECONDS
        return now < self._until

    def wait(self) -> None:
        """A moment, before the next attempt."""
        self._pause(PAUSE)


def _errno(error: BaseException) -> int | None:
    return error.errno if isinstance(error, OSError) else None
