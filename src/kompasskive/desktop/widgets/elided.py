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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if not self.text():
            return
        from PySide6.QtCore import Qt

        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        set_tip(self, self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
