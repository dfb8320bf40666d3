"""Something shown over the whole window, larger, until Esc: what two people look at together."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from kompasskive.desktop.theme import Theme

TITLE: Final = "Vis for os begge"
_LARGER: Final = 1.25
_MOST: Final = 2.0


class OverWindow(QFrame):
    """Subclasses put their parts in it, in `self.theme`, which is larger than the window's.

    Shortcuts that lead out of it are kept from the window; `leads_on` lets some through.
    """

    closed = Signal()

    def __init__(self, plain: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._before = over.focusWidget()
        self.theme = Theme(plain.name, min(_MOST, plain.text * _LARGER), plain.motion)
        self.setProperty("kind", "win")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(TITLE)
        self.theme.lead(self)
        over.installEventFilter(self)
        plain.changed.connect(self.leave)
        self.fit()

    def first(self) -> QWidget:
        """What has the keyboard when it opens."""
        return self

    def leads_on(self, event: QKeyEvent) -> bool:
        """Whether the window may have this key."""
        return event.key() == Qt.Key.Key_F9

    def fit(self) -> None:
        """Follow the window's size."""
        self.setGeometry(self._over.rect())

    def open(self) -> None:
        """Lie over the window."""
        self.show()
        self.raise_()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Give the window back, with the keyboard where it was."""
        self._over.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not self.leads_on(event):
                event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.leave()
