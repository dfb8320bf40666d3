"""Turning the preview's pages and choosing how much of one is seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button, IconButton
from kompasskive.desktop.widgets.layouts import row
from kompasskive.desktop.widgets.text import label, set_text

BUSY = "Siderne tegnes …"
FITS = ("Hele siden", "Tilpas bredde")


class PreviewTools(QWidget):
    """`stepped` carries -1 or 1, `fit_chosen` whether the whole page is to be seen."""

    stepped = Signal(int)
    fit_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._whole = False
        self.back = IconButton(theme, "left", "Forrige side", lambda: self.stepped.emit(-1), 18)
        self.forward = IconButton(theme, "right", "Næste side", lambda: self.stepped.emit(1), 18)
        self.page = label(BUSY, "small", "ink2")
        self.fit = Button(theme, FITS[0], "quiet", on_click=self._turn)
        self.setLayout(row(self.back, self.page, self.forward, self.fit, gap=4))
        self.set_busy()

    def set_busy(self) -> None:
        """Say that the pages are being drawn."""
        set_text(self.page, BUSY)
        self.back.setEnabled(False)
        self.forward.setEnabled(False)

    def show_page(self, number: int, count: int) -> None:
        """Show which page is in view, from 1."""
        set_text(self.page, f"Side {number} af {count}")
        self.back.setEnabled(number > 1)
        self.forward.setEnabled(number < count)

    def _turn(self) -> None:
        self._whole = not self._whole
        self.fit.set_label(FITS[self._whole])
        self.fit_chosen.emit(self._whole)
