"""While the open file is worked on: what is on screen is seen, and nothing in it can be changed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.banner import announce
from kompasskive.desktop.widgets.layer import Layer
from kompasskive.desktop.widgets.layouts import column, frame
from kompasskive.desktop.widgets.text import label

TITLE = "Et øjeblik …"
WHY = "Filen er lukket imens. Intet kan ændres, før den er åben igen."


def _card() -> QFrame:
    centre = Qt.AlignmentFlag.AlignHCenter
    words = column(gap=4, margins=(24, 16, 24, 16))
    for part in (label(TITLE, "title"), label(WHY, "body", "ink2")):
        words.addWidget(part, 0, centre)
    return frame("card", words)


class Pause(Layer):
    """Lies over the window until the file is open again; F9 still hides the screen."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over, f"{TITLE} {WHY}", (_card(),))

    def put_on(self) -> None:
        super().put_on()
        announce(self, self.accessibleName())

    def lets(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_F9

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
