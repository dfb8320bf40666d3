"""Turning the preview's pages and choosing how much of one is seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button, IconButton
from kompasskive.desktop.widgets.layouts import row
from kompasskive.desktop.widgets.text import label, set_text

BUSY = "Siderne tegnes …"
FITS = ("Hele siden", "Tilpas bredde")
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Of what fits; the middle one is where it begins."""
_FITTING = ZOOMS.index(1.0)


class PreviewTools(QWidget):
    """`stepped` carries -1 or 1, `fit_chosen` whether the whole page is to be seen.

    `zoom_chosen` carries one of ZOOMS.
    """

    stepped = Signal(int)
    fit_chosen = Signal(bool)
    zoom_chosen = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._whole, self._place = False, _FITTING
        self.smaller = IconButton(theme, "minus", "Mindre (Ctrl+−)", lambda: self.zoom(-1), 18)
        self.larger = IconButton(theme, "plus", "Større (Ctrl++)", lambda: self.zoom(1), 18)
        self.back = IconButton(theme, "left", "Forrige side", lambda: self.stepped.emit(-1), 18)
        self.forward = IconButton(theme, "right", "Næste side", lambda: self.stepped.emit(1), 18)
        self.page = label(BUSY, "small", "ink2")
        self.fit = Button(theme, FITS[0], "quiet", on_click=self._turn)
        pages = (self.back, self.page, self.forward)
        self.setLayout(row(*pages, self.smaller, self.larger, self.fit, gap=4))
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

    def zoom(self, step: int) -> None:
        """See the pages one step larger (1) or smaller (-1)."""
        self._place = min(max(self._place + step, 0), len(ZOOMS) - 1)
        self.smaller.setEnabled(self._place > 0)
        self.larger.setEnabled(self._place < len(ZOOMS) - 1)
        self.zoom_chosen.emit(ZOOMS[self._place])

    def _turn(self) -> None:
        self._whole = not self._whole
        self.zoom(_FITTING - self._place)
        self.fit.set_label(FITS[self._whole])
        self.fit_chosen.emit(self._whole)
