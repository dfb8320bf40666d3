"""Work off the window's thread: the result comes back as a call on it."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal, Slot

from kompasskive.errors import ExpectedError

TURN_S: Final = 0.001 if sys.platform == "win32" else 0.0002


class _Outcome(QObject):
    """Tells on the window's thread how a task went, and goes when it has told.

    It is the window's alone: the task only leaves word, so none of the two ever takes it from the
    other.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tell: Callable[[], object] = bool

    def leave_word(self, tell: Callable[[], object]) -> None:
        """Have `tell` called on the window's thread; the task's last word."""
        self._tell = tell
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def customEvent(self, _event: QEvent) -> None:
        tell, self._tell = self._tell, bool
        tell()
        self.deleteLater()


class _Task(QRunnable):
    def __init__(self, work: Callable[[], object], outcome: _Outcome) -> None:
        super().__init__()
        self._work, self._outcome = work, outcome

    @Slot()
    def run(self) -> None:
        try:
            result = self._work()
        except ExpectedError as error:
            self._outcome.leave_word(partial(self._outcome.failed.emit, error))
        else:
            self._outcome.leave_word(partial(self._outcome.done.emit, result))


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
        self._pool.start(_Task(work, outcome))

    def wait(self) -> None:
        """Until nothing is running; for closing."""
        self._pool.waitForDone()
