"""The two sides' signs, as on the dial: a hollow circle and a diamond."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.dialogue.model import Viewpoint


def paint_side(painter: QPainter, theme: Theme, viewpoint: Viewpoint, middle: QPointF) -> None:
    """The employee's circle or the leader's diamond, about 12 design pixels wide."""
    half = theme.px(11) / 2
    painter.setPen(QPen(theme.color("ink"), theme.px(2)))
    painter.setBrush(theme.color("sheet"))
    if viewpoint is Viewpoint.EMPLOYEE:
        painter.drawEllipse(middle, half, half)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink"))
    painter.translate(middle)
    painter.rotate(45)
    painter.drawRect(QRectF(-half * 0.9, -half * 0.9, half * 1.8, half * 1.8))
    painter.resetTransform()


class SideSign(QWidget):
    """A sign beside the name it stands for, which says the same in words."""

    def __init__(self, theme: Theme, viewpoint: Viewpoint) -> None:
        super().__init__()
        self._theme, self._viewpoint = theme, viewpoint
        theme.changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_side(painter, self._theme, self._viewpoint, QRectF(self.rect()).center())

    def _fit(self) -> None:
        self.setFixedSize(self._theme.px(18), self._theme.px(18))
        self.update()
