"""A note field: commits to the document at most a second after the last key, and on focus loss."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.cpr_guard import CprGuard
from kompasskive.desktop.widgets.removed import tell_if_removed
from kompasskive.dialogue.model import NOTE_MAX

COMMIT_AFTER_MS = 1000


class TextEdit(QPlainTextEdit):
    """Plain text with a name; `committed` carries the text, `ended` says the typing is over."""

    committed = Signal(str)
    ended = Signal()

    def __init__(self, theme: Theme, name: str, lines: int = 2, grows: bool = False) -> None:
        super().__init__()
        self._theme, self._lines, self._grows = theme, lines, grows
        self._shown = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(2)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COMMIT_AFTER_MS)
        self._timer.timeout.connect(self.commit)
        self.textChanged.connect(self._typed)
        self.guard = CprGuard(self, self._fit)
        self.guard.chosen.connect(self.commit)
        theme.changed.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show what is stored, unless the user is in the middle of typing something else."""
        if text == self._shown or self._timer.isActive() or self.guard.held:
            return
        self._shown = text
        self.guard.know(text)
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._fit()

    def put_aside(self, key: object) -> None:
        """Keep a text that is held back under a key, and show what is stored instead."""
        self.guard.put_aside(key)
        self.blockSignals(True)
        self.setPlainText(self._shown)
        self.blockSignals(False)
        self._fit()

    def commit(self) -> None:
        """Hand over what was typed, if it differs from what is stored and is not held back."""
        self._timer.stop()
        text = self.toPlainText()[:NOTE_MAX]
        if text != self._shown and self.guard.lets(text):
            self._shown = text
            tell_if_removed(self, text, lines=True)
            self.committed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()
        self.ended.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _typed(self) -> None:
        self._timer.start()
        self._fit()

    def _fit(self) -> None:
        """As high as its lines; a growing field follows its text up to twelve lines."""
        spacing = self.fontMetrics().lineSpacing()
        lines = self._lines
        if self._grows:
            lines = min(12, max(lines, int(self.document().size().height())))
        height = lines * spacing + self._theme.px(20) + self.guard.height
        self.setMinimumHeight(height)
        if self._grows:
            self.setMaximumHeight(height)
