"""How the window learns that a text somewhere in it is held back."""

from typing import Final

from PySide6.QtCore import QEvent, QObject

HELD: Final = "held"
HELD_EVENT: Final = QEvent.Type(QEvent.registerEventType())


def holds(root: QObject) -> bool:
    """Whether a text in `root` waits for an answer."""
    return root.findChild(QObject, HELD) is not None
