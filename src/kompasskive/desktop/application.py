"""The application, and the files the system asks it to open while it runs (macOS' Finder)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kompasskive.desktop.notice import Notice
from kompasskive.desktop.window import Window

BUSY: Final = Notice("Filen blev ikke åbnet.", "Gør det færdigt, der er i gang, og åbn filen igen.")


class Application(QApplication):
    """`on_file` is called with each file the system names; until it is set, they are let be."""

    on_file: Callable[[Path], object] | None = None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and self._open(event):
            return True
        return super().event(event)

    def _open(self, event: QEvent) -> bool:
        from PySide6.QtGui import QFileOpenEvent

        named = isinstance(event, QFileOpenEvent) and event.file()
        if named and self.on_file is not None:
            self.on_file(Path(named))
        return bool(named and self.on_file)


def hear_the_system(app: QApplication, window: Window) -> None:
    """Have the files the system names opened in the window."""
    if isinstance(app, Application):
        app.on_file = partial(open_from_system, window)


def open_from_system(window: Window, path: Path) -> None:
    """Bring the window forward and open a file in it, once it has been painted.

    Nothing is opened under a dialog, which belongs to the file that is open.
    """

    def bring_and_open() -> None:
        window.setWindowState(window.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if window.files.busy or QApplication.activeModalWidget() is not None:
            window.banner.say(BUSY)
        else:
            window.files.open(path)

    window.when_painted(bring_and_open)
