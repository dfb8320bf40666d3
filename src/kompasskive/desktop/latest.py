"""Work off the window's thread where only what was asked for last is wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kompasskive.desktop.background import Background
from kompasskive.errors import ExpectedError


class Latest(QObject):
    """`ready` carries what the work made, `failed` an ExpectedError; only for the latest wish."""

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._wish: object = None

    def is_wanted(self, wish: object) -> bool:
        """Whether just this was wished for last: it is being made, or was."""
        return wish == self._wish

    def start(self, wish: object, work: Callable[[], object]) -> bool:
        """Do the work, unless just this was wished for last; whether anything began."""
        if self.is_wanted(wish):
            return False
        self._wish = wish
        self._background.start(lambda: self._work(wish, work), self._done, self._fail)
        return True

    def forget(self) -> None:
        """Do the work anew next time."""
        self._wish = None

    def _work(self, wish: object, work: Callable[[], object]) -> tuple[object, object]:
        """On the worker's thread."""
        return wish, None if wish is not self._wish else work()

    def _done(self, outcome: tuple[object, object]) -> None:
        wish, made = outcome
        if wish is self._wish and made is not None:
            self.ready.emit(made)

    def _fail(self, error: ExpectedError) -> None:
        self._wish = None
        self.failed.emit(error)
