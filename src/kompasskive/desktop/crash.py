"""What was not expected: what is on screen is handed to disk, a report is written, and one
sentence is said. The report holds types and lines only; a message could hold personal data.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kompasskive import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from types import TracebackType

TITLE = "Der skete en fejl i programmet"
TOLD = (
    "Det, I har skrevet, {safe}. Luk programmet, og åbn det igen, hvis noget ser forkert ud.\n\n"
    "En rapport uden navne og tekst ligger i {report}, hvis fejlen skal meldes."
)


class CrashGuard(QObject):
    """Takes over what nobody caught, on any thread; says it once, however often it happens.

    `save` hands over what is on screen and returns how it stands with it, in Danish.
    """

    _fell = Signal(str)

    def __init__(
        self,
        folder: Callable[[], Path],
        now: Callable[[], datetime],
        save: Callable[[], str],
        tell: Callable[[str, str], object],
    ) -> None:
        super().__init__()
        self._folder, self._now, self._save, self._tell = folder, now, save, tell
        self._told = False
        self._before = (sys.excepthook, threading.excepthook)
        self._fell.connect(self._say_soon)

    def stand(self) -> None:
        """From now on."""
        sys.excepthook = self.caught
        threading.excepthook = lambda fall: self.caught(
            fall.exc_type, fall.exc_value, fall.exc_traceback
        )

    def leave(self) -> None:
        """Those who caught before do so again."""
        sys.excepthook, threading.excepthook = self._before

    def caught(
        self, kind: type[BaseException], _: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the report, and have the window say so."""
        self._fell.emit(report(kind, trace))

    def _say_soon(self, text: str) -> None:
        """On the window's thread, once what fell has been left."""
        QTimer.singleShot(0, self, lambda: self._say(text))

    def _say(self, text: str) -> None:
        path = self._folder() / f"fejl {self._now():%Y-%m-%d %H.%M.%S}.txt"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError:
            print(text, file=sys.stderr)
        if not self._told:
            self._told = True
            self._tell(TITLE, TOLD.format(safe=self._save(), report=path))


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Version, the exception's type, and file, line and function of every frame."""
    import traceback

    frames = [
        f"{Path(frame.filename).name}, linje {frame.lineno}, {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join((f"Kompasskive {__version__}", kind.__name__, *frames)) + "\n"
