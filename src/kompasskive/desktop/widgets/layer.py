"""What lies over everything in a window or dialog and takes every key and click meanwhile."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.layouts import column


class Layer(QFrame):
    """Over `over`; `words` stand in its middle, `name` is what is read aloud."""

    taken_off = Signal()

    def __init__(self, theme: Theme, over: QWidget, name: str, words: Sequence[QWidget]) -> None:
        super().__init__(over)
        self.theme, self._over = theme, over
        self._before: QWidget | None = None
        self.setProperty("ring", "none")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        layout = column(None, gap=12)
        for part in words:
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.setLayout(layout)
        theme.lead(self)
        self.hide()

    def put_on(self) -> None:
        """Cover the window."""
        self._before = self._over.focusWidget()
        self.lie_over()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lie_over(self) -> None:
        """Cover the window and leave the keyboard where it is."""
        self._over.installEventFilter(self)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def take_off(self) -> None:
        """Uncover it, with the focus where it was."""
        before, self._before = self._before, None
        had = self._over.focusWidget() is self
        self._over.removeEventFilter(self)
        self.hide()
        if had and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had:
            self._over.focusNextPrevChild(True)
        self.taken_off.emit()

    def lets(self, event: QKeyEvent) -> bool:  # noqa: ARG002
        """Whether the window may have this key."""
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not self.lets(event):
                event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: ARG002
        return False
