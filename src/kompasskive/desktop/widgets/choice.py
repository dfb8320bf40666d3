"""A drop-down with a name that leaves the mouse wheel to the page it stands on."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

SHORTEST = 12


class Choice(QComboBox):
    """`picked` carries the value the user chose; showing a value never emits it."""

    picked = Signal(object)

    def __init__(self, name: str, options: Iterable[tuple[object, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._values: list[object] = []
        self.set_options(options)
        self.activated.connect(lambda index: self.picked.emit(self._values[index]))

    def set_options(self, options: Iterable[tuple[object, str]]) -> None:
        """Offer these values under these words, keeping the choice where it is still there."""
        pairs = list(options)
        if [text for _, text in pairs] == [self.itemText(i) for i in range(self.count())]:
            self._values = [value for value, _ in pairs]
            return
        chosen = self.value
        self._values = [value for value, _ in pairs]
        self.clear()
        self.addItems([text for _, text in pairs])
        self.show_value(chosen)

    @property
    def value(self) -> object:
        """The chosen value; None before there are options."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def show_value(self, value: object) -> None:
        """Show a value; one that is not offered shows the first."""
        index = self._values.index(value) if value in self._values else 0
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
