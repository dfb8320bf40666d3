""" "Placér på skiven": off until it is asked for, and seen to be on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.layouts import row
from kompasskive.desktop.widgets.text import label

NAME = "Placér på skiven"
HINT = "Klik på et trin, eller brug ↑ og ↓. Esc slutter."


class PlacingSwitch(QWidget):
    """Turns the mode of its panes; Escape on a dial ends it. `turned` tells whether it is on."""

    turned = Signal(bool)

    def __init__(self, theme: Theme, *panes: DialPane) -> None:
        super().__init__()
        self._panes = panes
        self.button = Button(theme, NAME, "switch")
        self.button.setCheckable(True)
        self.button.setToolTip("Sæt niveauer direkte på skiven")
        self.button.setAccessibleDescription(HINT)
        self._hint = label(HINT, "caption", "ink2", wrap=True)
        layout = row(self.button, gap=10)
        layout.addWidget(self._hint, 1)
        layout.setAlignment(self.button, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.button.toggled.connect(self._turn)
        for pane in panes:
            pane.view.placing_ended.connect(lambda: self.button.setChecked(False))
        self._turn(False)

    @property
    def on(self) -> bool:
        """Whether clicks place."""
        return self.button.isChecked()

    def set_locked(self, locked: bool) -> None:
        """Off and out of reach while nothing can be changed."""
        self.button.setEnabled(not locked)
        if locked:
            self.button.setChecked(False)

    def _turn(self, on: bool) -> None:
        self._hint.setVisible(on)
        for pane in self._panes:
            pane.view.set_placing(on)
        self.turned.emit(on)
