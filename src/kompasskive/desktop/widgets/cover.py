"""F9: the screen is hidden at once and comes back exactly as it was."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import IconLabel
from kompasskive.desktop.widgets.layer import Layer
from kompasskive.desktop.widgets.text import label

TITLE = "Skærmen er skjult"
WAY_BACK = "Tryk Esc eller F9 for at vise den igen."


def hide_with(dialog: QDialog, behind: "Cover") -> None:
    """Let F9 hide a dialog together with the window behind it, and bring both back."""
    cover = Cover(behind.theme, dialog)
    cover.taken_off.connect(behind.take_off)
    QShortcut(QKeySequence("F9"), dialog).activated.connect(lambda: _put_on(cover, behind))


def _put_on(cover: "Cover", behind: "Cover") -> None:
    behind.lie_over()
    cover.put_on()


class Cover(Layer):
    """Hides what is under it until Esc or F9."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        title, way_back = label(TITLE, "title"), label(WAY_BACK, "body", "ink2")
        words = (IconLabel(theme, "hide", 32), title, way_back)
        super().__init__(theme, over, f"{TITLE}. {WAY_BACK}", words)
        self.setProperty("kind", "win")
        self.setAutoFillBackground(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F9):
            self.take_off()
