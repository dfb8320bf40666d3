"""How the window learns that characters nobody can see were taken out of what was written."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

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
        QCoreApplication.postEvent(field.window(), QEvent(REMOVED_EVENT))
