"""Work that takes its time: a quiet line with how far it is, and a way to stop it."""

import threading
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.banner import announce
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.layouts import frame, row
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.errors import ExpectedError

PATIENCE_MS: Final = 1000


class StoppedError(ExpectedError):
    """The user stopped the work; nothing was changed."""


class Progress(QObject):
    """Handed to the work; `tell` is called on its thread and raises StoppedError when stopped."""

    told = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()

    def tell(self, done: int, whole: int) -> None:
        """`done` parts of `whole` are finished."""
        if self._stop.is_set():
            raise StoppedError("Arbejdet blev stoppet. Intet er ændret.")
        self.told.emit(done, whole)

    def stop(self) -> None:
        """Have the work end at its next step."""
        self._stop.set()


class Working(QWidget):
    """Hidden until the work has taken more than a second."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._progress: Progress | None = None
        self.words = label("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop_button = Button(theme, "Stop", "small", on_click=self._stop)
        line = row(gap=12, margins=(16, 8, 12, 8))
        line.addWidget(self.words, 1)
        line.addWidget(self.bar)
        line.addWidget(self.stop_button)
        self.setLayout(row(frame("sunken", line), margins=(0, 0, 16, 12)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._appear)
        self.hide()

    def begin(self, words: str) -> Callable[[int, int], None]:
        """Work begins; the function it tells its progress to, from its own thread."""
        self._progress = Progress()
        self._progress.told.connect(self._show)
        set_text(self.words, words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        self.stop_button.setEnabled(True)
        self._timer.start()
        return self._progress.tell

    def end(self) -> None:
        """Work is over, however it went."""
        self._timer.stop()
        self._progress = None
        self.hide()

    def _appear(self) -> None:
        self.show()
        announce(self, self.words.text())

    def _show(self, done: int, whole: int) -> None:
        self.bar.setRange(0, max(1, whole))
        self.bar.setValue(done)

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        if self._progress is not None:
            self._progress.stop()
