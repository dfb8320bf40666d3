"""A small number with a word for "none", which leaves the mouse wheel to the page."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox


class NumberField(QSpinBox):
    """`least` to `most`; one below `least` is None and reads `none`, where there is such a word."""

    def __init__(self, name: str, least: int, most: int, none: str = "") -> None:
        super().__init__()
        self._least = least
        self.setAccessibleName(name)
        self.setRange(least - 1 if none else least, most)
        self.setSpecialValueText(none)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.PlusMinus)

    @property
    def number(self) -> int | None:
        """What was chosen."""
        return None if self.value() < self._least else self.value()

    def show_number(self, number: int | None) -> None:
        """Show a number, or the word for none."""
        self.setValue(self._least - 1 if number is None else number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
