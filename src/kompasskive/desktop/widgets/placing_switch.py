""" "Placér på skiven": off until it is asked for, and seen to be on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.layouts import row
from kompasskive.desktop.widgets.text import label

NAME = "Placér på skiven"
HINT = "Klik på et trin, eller brug ↑ og ↓. Esc slutter."


class PlacingSwitch(QWidget):
    """Turns the mode of a dial; Escape on the dial ends it. `turned` tells whether it is on.

    `narrow` lets the words that tell how to place take two lines beside the button.
    """

    turned = Signal(bool)

    def __init__(self, theme: Theme, pane: DialPane, narrow: bool = False) -> None:
        super().__init__()
        self._pane = pane
        self.button = Button(theme, NAME, "switch")
        self.button.setCheckable(True)
        self.button.setToolTip("Sæt niveauer direkte på skiven")
        self.button.setAccessibleDescription(HINT)
        self._hint = label(HINT, "caption", "ink2", wrap=narrow)
        policy = self._hint.sizePolicy()
        policy.setRetainSizeWhenHidden(narrow)
        self._hint.setSizePolicy(policy)
        layout = row(self.button, gap=10)
        layout.addWidget(self._hint, 1)
        self.setLayout(layout)
        self.button.toggled.connect(self._turn)
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
        self._pane.view.set_placing(on)
        self.turned.emit(on)
