"""F9: the screen is hidden at once and comes back exactly as it was."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import IconLabel
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import label


def hide_with(dialog: QDialog, behind: "Cover") -> None:
    """Let F9 hide a dialog together with the window behind it, and bring both back."""
    cover = Cover(behind.theme, dialog)
    cover.taken_off.connect(behind.hide)
    QShortcut(QKeySequence("F9"), dialog).activated.connect(lambda: _put_on(cover, behind))


def _put_on(cover: "Cover", behind: "Cover") -> None:
    behind.lie_over()
    cover.put_on()


class Cover(QFrame):
    """Lies over everything in `over` and takes every key and click until Esc or F9."""

    taken_off = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self.theme, self._over = theme, over
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
        self.lie_over()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lie_over(self) -> None:
        """Cover the window and leave the keyboard where it is."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def take_off(self) -> None:
        """Uncover it, with the focus where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.taken_off.emit()

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
