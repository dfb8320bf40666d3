"""One line of text: commits like a note field, a second after the last key and on focus loss."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from kompasskive.desktop.widgets.cpr_guard import CprGuard
from kompasskive.desktop.widgets.removed import tell_if_removed
from kompasskive.desktop.widgets.text_edit import COMMIT_AFTER_MS
from kompasskive.dialogue.model import NOTE_MAX


class LineEdit(QLineEdit):
    """A line with a name; `committed` carries the text, `ended` says the typing is over."""

    committed = Signal(str)
    ended = Signal()

    def __init__(self, name: str, placeholder: str = "", length: int = NOTE_MAX) -> None:
        super().__init__()
        self._shown = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(length)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COMMIT_AFTER_MS)
        self._timer.timeout.connect(self.commit)
        self.textEdited.connect(lambda _text: self._timer.start())
        self.returnPressed.connect(self.commit)
        self.guard = CprGuard(self)
        self.guard.chosen.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless the user is in the middle of typing something else."""
        if text == self._shown or self._timer.isActive() or self.guard.held:
            return
        self._shown = text
        self.guard.know(text)
        if text != self.text():
            self.setText(text)

    def commit(self) -> None:
        """Hand over what was typed, if it differs from what is stored and is not held back."""
        self._timer.stop()
        if self.text() != self._shown and self.guard.lets(self.text()):
            self._shown = self.text()
            tell_if_removed(self, self._shown, lines=False)
            self.committed.emit(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()
        self.ended.emit()
