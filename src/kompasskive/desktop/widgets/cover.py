"""F9: the screen is hidden at once and comes back exactly as it was."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import IconLabel
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import label


class Cover(QFrame):
    """Lies over everything in `over` and takes every key and click until Esc or F9."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._before: QWidget | None = None
        self.setProperty("kind", "win")
        self.setProperty("ring", "none")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Skærmen er skjult. Tryk Esc eller F9 for at vise den igen.")
        words = (
            IconLabel(theme, "hide", 32),
            label("Skærmen er skjult", "title"),
            label("Tryk Esc eller F9 for at vise den igen.", "body", "ink2"),
        )
        layout = column(None, gap=12)
        for part in words:
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.setLayout(layout)
        self.hide()

    def put_on(self) -> None:
        """Cover the window."""
        self._before = self._over.focusWidget()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_off(self) -> None:
        """Uncover it, with the focus where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F9):
            self.take_off()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: ARG002
        return False
