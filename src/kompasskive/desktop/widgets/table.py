"""A table of words that becomes cards where room is short."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.cards import Cards
from kompasskive.desktop.widgets.grid import Grid
from kompasskive.desktop.widgets.layouts import column


class Table(QWidget):
    """`chosen` carries a row's id; `opens` says that a row can be opened."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, *, opens: bool = False) -> None:
        super().__init__()
        self.grid = Grid(theme, name)
        self.cards = Cards(theme, opens=opens)
        if opens:
            self.grid.chosen.connect(self.chosen)
            self.cards.chosen.connect(self.chosen)
        self.setLayout(column(self.grid, self.cards, gap=0))
        self.set_cards(False)

    def show_rows(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        ids: Sequence[str] | None = None,
    ) -> None:
        """Show a table; `ids` are the rows' ids, their places unless given."""
        keys = [str(at) for at in range(len(rows))] if ids is None else list(ids)
        self.grid.show_rows(header, rows, keys)
        self.cards.show_rows(header, rows, keys)

    def set_cards(self, cards: bool) -> None:
        """A card per row instead of the table."""
        self.grid.setVisible(not cards)
        self.cards.setVisible(cards)
