"""A whole program in a process of its own that is closed while Rapport draws its pages.

`python -m tests.desktop.ending FILE`; the pages are drawn first when the window is closed.
"""

import sys
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from kompasskive.desktop import app
from kompasskive.desktop.pages import report_job
from kompasskive.desktop.window import Window

LATER_S = 0.5
texts_of, show = report_job.texts_of, Window.show


class Closing(QObject):
    """Asks the window's thread to close it."""

    wanted = Signal()


def begin(window: Window) -> None:
    """Go to Rapport as soon as the file is open, and close when its pages are to be drawn."""
    show(window)
    closing, position = Closing(window), window.context.position
    closing.wanted.connect(window.close)

    def slow(content: bytes) -> tuple[str, ...]:
        closing.wanted.emit()
        until = monotonic() + LATER_S
        while monotonic() < until:
            texts_of(content)
        return texts_of(content)

    def to_report() -> None:
        position.open_person(window.context.document.value.people[0].id)
        QTimer.singleShot(0, window, lambda: position.go("report"))

    report_job.texts_of = slow
    window.context.document.opened.connect(to_report)


if __name__ == "__main__":
    Window.show = begin  # type: ignore[method-assign, assignment]
    sys.exit(app.run(Path(sys.argv[1])))
