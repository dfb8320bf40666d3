"""What the dial tells about one cell: plain text that stays, can be pointed at and dismissed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from kompasskive.dial.palette import Palette

LINGER = 300
_GAP = 8
_LETTERS = 64
_NEAR = 24


class DialTip(QLabel):
    """Lies in its parent, so that the mouse can move onto it. Escape hides it, wherever focus is.

    It stays until `leave` has been said and the mouse is not on it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dial = parent
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMouseTracking(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LINGER)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def set_palette(self, palette: Palette) -> None:
        """Dress in the dial's colours, turned round."""
        self.setStyleSheet(
            f"background: {palette['ink']}; color: {palette['page']};"
            "border-radius: 6px; padding: 5px 9px;"
        )

    def tell(self, text: str, spot: QPoint) -> None:
        """Show `text` beside a spot in the parent's coordinates, wholly inside the parent."""
        self._timer.stop()
        self.setText(text)
        self.setGeometry(self._place(spot))
        self.raise_()
        self.show()

    @property
    def going(self) -> bool:
        """Whether it will hide in a moment."""
        return self._timer.isActive()

    def leave(self) -> None:
        """The mouse has left what the text is about: go, unless it moves onto the text."""
        if self.isVisible() and not self.underMouse():
            self._timer.start()

    def enterEvent(self, _event: QEnterEvent) -> None:
        """Stay while the mouse is here."""
        self._timer.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        """Go a little later."""
        self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Listen for Escape."""
        super().showEvent(event)
        window = self.window().windowHandle()
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Take the Escape that hides the text; stop listening when it was hidden otherwise."""
        if not self.isVisible():
            window.removeEventFilter(self)
            return False
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if not escape or event.type() != QEvent.Type.KeyPress:
            return False
        self.hide()
        return True

    def _place(self, spot: QPoint) -> QRect:
        """Beside the spot, away from the dial's middle, and back again where room ends."""
        room = self._dial.size()
        size = self._size(room)
        right, down = spot.x() > room.width() / 2, spot.y() > room.height() / 2
        left = spot.x() - _NEAR if right else spot.x() + _NEAR - size.width()
        top = spot.y() + 2 * _GAP if down else spot.y() - _GAP - size.height()
        left = max(0, min(left, room.width() - size.width()))
        if not 0 <= top <= room.height() - size.height():
            top = spot.y() - _GAP - size.height() if down else spot.y() + 2 * _GAP
        return QRect(QPoint(left, max(0, min(top, room.height() - size.height()))), size)

    def _size(self, room: QSize) -> QSize:
        self.setWordWrap(False)
        natural = self.sizeHint()
        widest = min(room.width(), self.fontMetrics().averageCharWidth() * _LETTERS)
        if natural.width() <= widest:
            return natural
        self.setWordWrap(True)
        return QSize(widest, self.heightForWidth(widest))
