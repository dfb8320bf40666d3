"""Three buttons in the header that open the right pane's parts one at a time."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton

from kompasskive.desktop.widgets.layouts import row

PARTS: Final = ("Skive", "Spørgsmål", "Noter")


class DrawerButtons(QFrame):
    """`turned` carries the index of the part to open, or -1 to close the drawer."""

    turned = Signal(int)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("kind", "sunken")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.buttons = tuple(self._button(index, name) for index, name in enumerate(names))
        self.setLayout(row(*self.buttons, gap=2, margins=(3, 3, 3, 3)))

    def show_part(self, index: int) -> None:
        """Show which part is open; -1 for none."""
        for at, button in enumerate(self.buttons):
            button.setChecked(at == index)

    def _button(self, index: int, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "tab")
        button.setCheckable(True)
        button.setText(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda on: self.turned.emit(index if on else -1))
        return button
