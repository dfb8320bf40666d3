"""A whole window on a temporary folder, answered beforehand instead of by a person."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from kompasskive.desktop.questions import FILE_FILTER, Questions
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.window import Window
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.workbook import create

if TYPE_CHECKING:
    from collections.abc import Callable

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
PAGES = (
    "start",
    "people",
    "preparation",
    "talk",
    "profile",
    "plan",
    "history",
    "organisation",
    "report",
)
NOW = datetime(2026, 11, 23, 14, 5).astimezone()


class Answers(Questions):
    """Answers in order; a dialog is filled in by the next function in `forms` and accepted."""

    def __init__(self) -> None:
        super().__init__(QWidget(), Theme())
        self.paths: list[Path] = []
        self.forms: list[Callable[[QDialog], object]] = []
        self.yes = True
        self.asked: list[str] = []

    def confirm(
        self, title: str, text: str, yes: str, no: str = "Fortryd", *, careful: bool = False
    ) -> bool:
        self.asked.append(title)
        return self.yes

    def tell(self, title: str, text: str) -> None:
        self.asked.append(title)

    def run(self, dialog: QDialog) -> bool:
        self.asked.append(dialog.windowTitle())
        if not self.forms:
            return False
        self.forms.pop(0)(dialog)
        return dialog.result() == QDialog.DialogCode.Accepted

    def open_path(self, title: str, folder: Path) -> Path | None:
        return self.paths.pop(0) if self.paths else None

    def open_paths(self, title: str, folder: Path, file_filter: str) -> tuple[Path, ...]:
        chosen, self.paths = tuple(self.paths), []
        return chosen

    def save_path(
        self, title: str, suggestion: Path, file_filter: str = FILE_FILTER
    ) -> Path | None:
        return self.paths.pop(0) if self.paths else None


@dataclass
class Desk:
    """A window and what stands around it."""

    window: Window
    answers: Answers
    settings: Settings
    folder: Path
    bot: QtBot

    def show(self, width: int = 1440, height: int = 900) -> None:
        """Show the window and let what waits for the first paint happen."""
        self.window.resize(width, height)
        self.window.show()
        self.bot.waitExposed(self.window)
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Until nothing runs in the background and every event is handled."""
        for _ in range(4):
            QApplication.processEvents()
            self.window.files.background.wait()
        QApplication.processEvents()

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a widget with the mouse and let what follows happen."""
        at = place or widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO_MODIFIER, at)
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key where the focus is and let what follows happen."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def open_changed_file(self) -> Path:
        """A file with the example's first three people, open in the window, changed once."""
        path = self.folder / "fil.kompas"
        create(path, example_workbook(bundled(), 3, 1, NOW.date())).close()
        self.show()
        self.window.files.open(path)
        self.settle()
        document = self.window.context.document
        document.edit("Leder", replace(document.value, leader="Mette"))
        return path

    def show_example(self, people: int = 12) -> Workbook:
        """Open the example in memory."""
        example = example_workbook(bundled(), people, 1, NOW.date())
        self.window.context.document.show(example, None)
        return example
