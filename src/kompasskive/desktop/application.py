"""The application, and the files the system asks it to open while it runs (macOS' Finder)."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from kompasskive.desktop.widgets.banner import Notice
from kompasskive.desktop.window import Window

BUSY: Final = Notice("Filen blev ikke åbnet.", "Gør det færdigt, der er i gang, og åbn filen igen.")


class Application(QApplication):
    """`on_file` is called with each file the system names; until it is set, they are let be."""

    on_file: Callable[[Path], object] | None = None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file() and self.on_file is not None:
            self.on_file(Path(event.file()))
            return True
        return super().event(event)


def open_from_system(window: Window, path: Path) -> None:
    """Bring the window forward and open a file in it, once it has been painted.

    Nothing is opened under a dialog, which belongs to the file that is open.
    """

    def bring_and_open() -> None:
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if window.files.busy or QApplication.activeModalWidget() is not None:
            window.banner.say(BUSY)
        else:
            window.files.open(path)

    window.when_painted(bring_and_open)
