"""A line that gives way: shortened with … where room is short, whole in its tooltip."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from kompasskive.desktop.early import literal
from kompasskive.desktop.widgets.text import set_tip

LEAST = 80


class ElidedLabel(QLabel):
    """Plain text on one line, dressed by the style sheet like `text.label`.

    The tooltip is escaped, since Qt would read markup in it.
    """

    def __init__(self, text: str = "", kind: str = "body", tone: str = "ink") -> None:
        super().__init__()
        literal(self)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(LEAST, hint.width()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room, text = self.contentsRect(), self.text()
        if self.fontMetrics().horizontalAdvance(text) <= room.width():
            set_tip(self, "")
            super().paintEvent(event)
            return
        from PySide6.QtCore import Qt

        set_tip(self, text)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
