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
        self._cards = False
        self._content: tuple[Sequence[str], Sequence[Sequence[str]], list[str]] | None = None
        self.setLayout(column(self.grid, self.cards, gap=0))
        self._arrange()

    def show_rows(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        ids: Sequence[str] | None = None,
        *,
        cards: bool | None = None,
    ) -> None:
        """Show a table; `ids` are the rows' ids, their places unless given.

        `cards` chooses the form, which stays as it is unless given.
        """
        if cards is not None:
            self._cards = cards
            self._arrange()
        keys = [str(at) for at in range(len(rows))] if ids is None else list(ids)
        self._content = (header, rows, keys)
        self._render()

    def set_cards(self, cards: bool) -> None:
        """A card per row instead of the table."""
        if cards != self._cards:
            self._cards = cards
            self._arrange()
            self._render()

    def _arrange(self) -> None:
        self.grid.setVisible(not self._cards)
        self.cards.setVisible(self._cards)

    def _render(self) -> None:
        """Only the one on show: the other is made when it is turned to."""
        if self._content is not None:
            (self.cards if self._cards else self.grid).show_rows(*self._content)
