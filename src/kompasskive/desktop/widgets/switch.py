"""One choice of a few views: tabs where they fit, a drop-down where they do not."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Tabs
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.layouts import column


class Switch(QWidget):
    """`chosen` carries the index of the view the user turned to."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, names: Sequence[str], name: str) -> None:
        super().__init__()
        self._names = tuple(names)
        self.tabs = Tabs(theme, names, name=name)
        self.choice = Choice(name, enumerate(names))
        self.choice.hide()
        self.setLayout(column(self.tabs, self.choice, gap=0))
        self.tabs.chosen.connect(self._turned)
        self.choice.picked.connect(lambda index: self.tabs.choose(int(str(index))))

    @property
    def index(self) -> int:
        """The chosen view, from 0."""
        return self.tabs.index

    def choose(self, index: int) -> None:
        """Choose a view as if it was clicked."""
        self.tabs.choose(index)

    def set_names(self, names: Sequence[str]) -> None:
        """Show new words on the same views."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self.tabs.set_names(names)
            self.choice.set_options(enumerate(names))
            self.choice.show_value(self.index)

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) view, round."""
        self.choose((self.index + by) % len(self._names))

    def fit(self, width: int) -> None:
        """Show tabs if they fit in `width` pixels."""
        tabs = self.tabs.sizeHint().width() <= width
        self.tabs.setVisible(tabs)
        self.choice.setVisible(not tabs)

    def _turned(self, index: int) -> None:
        self.choice.show_value(index)
        self.chosen.emit(index)
