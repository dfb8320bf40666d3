"""The dial's small signs outside the dial: ■ practical, ● reflexive, ▲ relational, and beads."""

from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.dial_painter import Stroke, paint_strokes, prepare
from kompasskive.desktop.theme import Theme
from kompasskive.dial.geometry import placed
from kompasskive.dial.marks import bead, dimension_sign
from kompasskive.framework.model import Dimension, Mark

_BEAD_UNITS = 5.6


def paint_mark(
    painter: QPainter, mark: Mark | None, center: QPointF, size: float, ink: QColor, ground: QColor
) -> None:
    """Paint a mark about `center`, `size` pixels square; None is the dot of not discussed."""
    palette = {"ink": ink.name(), "paper": ground.name(), "undiscussed": ink.name()}
    painter.translate(center)
    paint_strokes(painter, _mark_strokes(mark, size), palette)
    painter.translate(-center)


@cache
def _mark_strokes(mark: Mark | None, size: float) -> tuple[Stroke, ...]:
    signs = bead(mark, False, 0, 0, "")
    return prepare(tuple(placed(sign, 0, 0, size / _BEAD_UNITS) for sign in signs))


class Symbol(QWidget):
    """A dimension's sign, `size` design pixels square; the name stands beside it in words."""

    def __init__(self, theme: Theme, dimension: Dimension, size: int = 16) -> None:
        super().__init__()
        self._theme, self._dimension, self._size = theme, dimension, size
        theme.changed.connect(self._fit)
        self._fit()

    def show_dimension(self, dimension: Dimension) -> None:
        """Show another dimension's sign."""
        if dimension is not self._dimension:
            self._dimension = dimension
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        middle = self.width() / 2
        sign = dimension_sign(self._dimension, 0, 0, 1, "sign")
        color = self._theme.tokens[f"{self._dimension.value}1"]
        strokes = prepare((placed(sign, middle, middle, middle * 0.86),))
        paint_strokes(painter, strokes, {"sign": color})

    def _fit(self) -> None:
        side = self._theme.px(self._size)
        self.setFixedSize(side, side)
        self.update()
