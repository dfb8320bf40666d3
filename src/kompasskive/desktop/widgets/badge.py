"""A field's number on a dark disc, as on the dial's rim."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme


class Badge(QWidget):
    """`size` in design pixels; an untouched field has a ring instead of a disc."""

    def __init__(self, theme: Theme, number: int, size: int = 24, touched: bool = True) -> None:
        super().__init__()
        self._theme, self._number, self._size, self._touched = theme, number, size, touched
        theme.changed.connect(self._fit)
        self._fit()

    def show_field(self, number: int, touched: bool = True) -> None:
        """Show another field's number."""
        if (number, touched) != (self._number, self._touched):
            self._number, self._touched = number, touched
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = QPen(theme.color("ink" if self._touched else "unchosen"), 1.5)
        if not self._touched:
            edge.setDashPattern((2, 2))
        painter.setPen(edge)
        painter.setBrush(theme.color("ink" if self._touched else "sheet"))
        painter.drawEllipse(disc)
        painter.setFont(theme.font(self._size * 0.58, 700))
        painter.setPen(theme.color("on_ink" if self._touched else "ink2"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _fit(self) -> None:
        side = self._theme.px(self._size)
        self.setFixedSize(side, side)
        self.update()
