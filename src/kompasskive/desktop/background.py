"""Work off the window's thread: the result comes back as a call on it."""

import sys
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from kompasskive.errors import ExpectedError

TURN_S: Final = 0.001 if sys.platform == "win32" else 0.0002


class _Outcome(QObject):
    done = Signal(object)
    failed = Signal(object)


class _Task(QRunnable):
    def __init__(self, work: Callable[[], object], outcome: _Outcome) -> None:
        super().__init__()
        self._work, self._outcome = work, outcome

    @Slot()
    def run(self) -> None:
        try:
            result = self._work()
        except ExpectedError as error:
            self._outcome.failed.emit(error)
        else:
            self._outcome.done.emit(result)


class Background(QObject):
    """Runs tasks one at a time, in the order they were started.

    Every call to Qt gives up Python's lock, and the window's thread waits a turn to have it back
    while a task is at work: a hundred calls, with Python's own turns of 5 ms, were half a second.
    On Windows turns are whole milliseconds, as it rounds what is less to none.
    """

    def __init__(self) -> None:
        super().__init__()
        sys.setswitchinterval(TURN_S)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def start(
        self,
        work: Callable[[], object],
        done: Callable[[Any], object],
        failed: Callable[[ExpectedError], object],
    ) -> None:
        """Run `work`; call `done(result)` or `failed(error)` on the window's thread."""
        outcome = _Outcome(self)
        outcome.done.connect(done)
        outcome.failed.connect(failed)
        outcome.done.connect(outcome.deleteLater)
        outcome.failed.connect(outcome.deleteLater)
        self._pool.start(_Task(work, outcome))

    def wait(self) -> None:
        """Until nothing is running; for closing."""
        self._pool.waitForDone()
