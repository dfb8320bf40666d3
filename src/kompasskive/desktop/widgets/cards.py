"""A table's rows as cards: every value under its heading."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label, set_text

OPEN = "Åbn"


class Cards(QWidget):
    """`chosen` carries a row's id; `opens` gives each card a button."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, opens: bool) -> None:
        super().__init__()
        self._theme, self._opens = theme, opens
        self.rows: KeyedColumn[Card] = KeyedColumn(self._make, gap=12)
        self.setLayout(column(self.rows))

    def show_rows(
        self, header: Sequence[str], rows: Sequence[Sequence[str]], ids: Sequence[str]
    ) -> None:
        """Show a table; the first column names the row, `ids` are the rows' ids."""
        if self.rows.show_keys(ids):
            follow_around(self)
        for key, one in zip(ids, rows, strict=True):
            self.rows.row(key).show_row(header, one)

    def _make(self, key: str) -> "Card":
        return Card(self._theme, (lambda: self.chosen.emit(key)) if self._opens else None)


class Card(QFrame):
    """One row; a button opens it where there is something to open."""

    def __init__(self, theme: Theme, choose: Callable[[], object] | None) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.name = label("", "strong", wrap=True)
        self.values = label("", "body", wrap=True)
        self.open = None if choose is None else Button(theme, OPEN, "small", on_click=choose)
        head = row(gap=12)
        head.addWidget(self.name, 1)
        if self.open is not None:
            head.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, self.values, gap=4, margins=(16, 10, 16, 12)))

    def show_row(self, header: Sequence[str], one: Sequence[str]) -> None:
        """Show a row; empty values are left out."""
        first, *values = one
        set_text(self.name, first)
        if self.open is not None:
            self.open.setAccessibleName(f"{OPEN} {first}")
        named = zip(header[1:], values, strict=True)
        told = "\n".join(f"{head}: {value}" for head, value in named if value)
        set_text(self.values, told)
        self.values.setVisible(bool(told))
