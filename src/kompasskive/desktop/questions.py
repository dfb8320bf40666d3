"""Modal questions in one place, so that tests can answer them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

    from kompasskive.desktop.theme import Theme

FILE_FILTER = "Kompasskive (*.kompas)"


class Questions:
    """Asks the user; `parent` is the window the questions belong to, `theme` how they look."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        self._parent, self._theme = parent, theme

    def confirm(
        self, title: str, text: str, yes: str, no: str = "Fortryd", *, careful: bool = False
    ) -> bool:
        """Whether the user chose `yes`; when `careful`, Enter alone is a no."""
        from PySide6.QtWidgets import QMessageBox

        box = self._box(title, text)
        chosen = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        if careful:
            box.setDefaultButton(other)
        self._hideable(box)
        box.exec()
        return box.clickedButton() is chosen

    def tell(self, title: str, text: str) -> None:
        """Say one thing and wait for "OK"."""
        box = self._box(title, text)
        self._hideable(box)
        box.exec()

    def run(self, dialog: QDialog) -> bool:
        """Show a dialog over the window until it is closed; whether it was accepted."""
        if dialog.parentWidget() is None:
            dialog.setParent(self._parent, dialog.windowFlags())
        self._theme.lead(dialog)
        self._hideable(dialog)
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        return accepted

    def _hideable(self, dialog: QDialog) -> None:
        """F9 hides a dialog and the window behind it as well."""
        from kompasskive.desktop.widgets.cover import hide_with

        cover = getattr(self._parent, "cover", None)
        if cover is not None:
            hide_with(dialog, cover)

    def open_path(self, title: str, folder: Path) -> Path | None:
        """A workbook to open, or None."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(folder), FILE_FILTER)
        return Path(name) if name else None

    def open_paths(self, title: str, folder: Path, file_filter: str) -> tuple[Path, ...]:
        """Files to read, none or several."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(self._parent, title, str(folder), file_filter)
        return tuple(Path(name) for name in names)

    def save_path(
        self, title: str, suggestion: Path, file_filter: str = FILE_FILTER
    ) -> Path | None:
        """Where to write a file, or None."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), file_filter)
        return Path(name) if name else None

    def _box(self, title: str, text: str) -> QMessageBox:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        self._theme.lead(box)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(title)
        box.setText(text)
        return box
