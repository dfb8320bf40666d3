"""What stands around the ladders: the words over the cells, last time, and Grundlinjen's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.ladder_cells import lay_out
from kompasskive.profile.model import Cell, CellState

LABEL: Final = 100
SIGN: Final = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def said(cell: Cell) -> str:
    """The line under a ladder's name: last time if there was one, else what it is now."""
    if cell.state is not CellState.PLACED or not cell.previous_word:
        return cell.word
    return "Som sidst" if cell.previous == cell.level else f"Sidst: {cell.previous_word}"


def margin_for(theme: Theme, cells: Sequence[Cell]) -> "Margin":
    """Room for the names and the lines under them, which move left where they are long."""
    measure = theme.metrics(12).horizontalAdvance
    longest = max((measure(said(cell)) for cell in cells), default=0) + theme.px(6)
    label, indent = theme.px(LABEL), theme.px(SIGN + 8)
    if indent + longest <= label:
        return Margin(label, indent)
    return Margin(max(label, longest), 0)


@dataclass(frozen=True, slots=True)
class Margin:
    """How far in the cells begin, and the line under the name, in pixels."""

    width: int
    indent: int


class LadderHead(QWidget):
    """The words of the levels above the cells of the ladders under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._margin = theme, margin_for(theme, ())
        self._words: Sequence[str] = ()
        theme.changed.connect(self._fit)
        self._fit()

    def set_words(self, words: Sequence[str]) -> None:
        """The words of the levels 0-6."""
        if words != self._words:
            self._words = words
            self.update()

    def lay(self, margin: Margin) -> None:
        """Follow the ladders' cells."""
        if margin != self._margin:
            self._margin = margin
            self.update()

    def fits(self, width: int, margin: Margin) -> bool:
        """Whether every word fits over its cell when the ladders are `width` pixels wide.

        Before there are words they do. An exception here, in a resize event, would crash Qt.
        """
        if not self._words:
            return True
        theme = self._theme
        cells = lay_out(margin.width, width - margin.width, theme.scale)
        measure = theme.metrics(12).horizontalAdvance
        rooms = (room for _left, room in cells.edges)
        return all(measure(word) <= room + 3 for word, room in zip(self._words, rooms, strict=True))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._theme
        painter = QPainter(self)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("ink2"))
        left = self._margin.width
        cells = lay_out(left, self.width() - left, theme.scale)
        for level, word in enumerate(self._words):
            left = cells.edges[level][0]
            painter.drawText(QRectF(left, 0, theme.px(160), self.height()), _LEFT, word)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(18))
        self.update()


class LadderFoot(QWidget):
    """The name of Grundlinjen, under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._left = theme, 0
        theme.changed.connect(self._fit)
        self._fit()

    def lay(self, stacked: bool, margin: Margin) -> None:
        """Follow the ladders' cells."""
        left = 0 if stacked else margin.width
        if left != self._left:
            self._left = left
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._theme
        cells = lay_out(self._left, self.width() - self._left, theme.scale)
        painter = QPainter(self)
        painter.setFont(theme.font(12, 600))
        painter.setPen(theme.color("ink2"))
        half = theme.px(100)
        space = QRectF(cells.baseline - 1.5 - half, theme.px(2), 2 * half, theme.px(18))
        painter.drawText(space, Qt.AlignmentFlag.AlignCenter, "Grundlinjen")

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(20))
        self.update()
