"""How the window learns that characters nobody can see were taken out of what was written."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from kompasskive.dialogue import text as texts
from kompasskive.dialogue.model import NOTE_MAX

REMOVED_EVENT: Final = QEvent.Type(QEvent.registerEventType())
WHAT: Final = "Nogle usynlige tegn er taget ud af teksten."
MORE: Final = (
    "De kan ikke vises eller trykkes, og nogle af dem vender skriftens retning. Resten af teksten"
    " er, som I skrev den."
)


def tell_if_removed(field: QWidget, text: str, lines: bool) -> None:
    """Have the window say so when something in `text` will not be stored."""
    if texts.clean(text[:NOTE_MAX], NOTE_MAX, lines).lost:
        QCoreApplication.postEvent(_teller(field), QEvent(REMOVED_EVENT))


def tell_of_fields(form: QWidget) -> None:
    """The same for every field of a dialog whose texts are about to be stored, but for secrets."""
    for line in form.findChildren(QLineEdit):
        if not _is_secret(line):
            tell_if_removed(line, line.text(), lines=False)
    for field in form.findChildren(QPlainTextEdit):
        tell_if_removed(field, field.toPlainText(), lines=True)


def _is_secret(line: QLineEdit) -> bool:
    hidden = line.echoMode() is not QLineEdit.EchoMode.Normal
    return hidden or bool(line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData)


def _teller(field: QWidget) -> QWidget:
    """The window a field is in; of a dialog the window it lies over."""
    window = field.window()
    below = window.parentWidget() if isinstance(window, QDialog) else None
    return window if below is None else _teller(below)
