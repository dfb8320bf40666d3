"""A line for a password: hidden until asked to be shown; says when capitals are locked."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.layouts import row

LONGEST: Final = 1_000
SHOW, HIDE = "Vis", "Skjul"
CAPITALS: Final = "Caps Lock ser ud til at være slået til."
_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretLine(QLineEdit):
    """`capitals` tells, with each letter, whether they come out as capitals without Shift."""

    capitals = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(LONGEST)
        self.show_letters(False)

    def show_letters(self, shown: bool) -> None:
        """Show what is typed, or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_HINTS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isalpha() and text.lower() != text.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(text.isupper() != shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.capitals.emit(False)
        super().keyPressEvent(event)


class SecretField(QWidget):
    """The line and its "Vis"; further lines may follow the same switch."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.line = SecretLine()
        self.line.setAccessibleName(name)
        self._followers: list[SecretLine] = [self.line]
        self.switch = Button(theme, SHOW, "small", on_click=self._turn)
        self.switch.setAccessibleName(f"{SHOW} adgangskoden")
        self.setLayout(row(self.line, self.switch, gap=8))
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def follow(self, line: SecretLine) -> None:
        """Have another line shown and hidden with this one."""
        self._followers.append(line)

    def _turn(self) -> None:
        shown = self.line.echoMode() == QLineEdit.EchoMode.Password
        for line in self._followers:
            line.show_letters(shown)
        word = HIDE if shown else SHOW
        self.switch.set_label(word)
        self.switch.setAccessibleName(f"{word} adgangskoden")
