"""The profile's table as cards: a field each, every value under its heading."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.profile.words import Table, TableRow


class ProfileCards(QWidget):
    """`field_chosen` carries a field's id."""

    field_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: KeyedColumn[Card] = KeyedColumn(self._make, gap=12)
        self.setLayout(column(self.rows))

    def show_table(self, content: Table, ids: list[str]) -> None:
        """Show a table; `ids` are its rows' fields."""
        if self.rows.show_keys(ids):
            follow_around(self)
        for key, one in zip(ids, content.rows, strict=True):
            self.rows.row(key).show_row(content.header, one)

    def _make(self, key: str) -> "Card":
        return Card(self._theme, lambda: self.field_chosen.emit(key))


class Card(QFrame):
    """One field; its name opens it."""

    def __init__(self, theme: Theme, choose: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.name = Button(theme, "", "link", on_click=choose)
        self.lines = [label("", "body", wrap=True) for _ in range(5)]
        self.setLayout(column(row(self.name, None), *self.lines, gap=4, margins=(16, 10, 16, 12)))

    def show_row(self, header: tuple[str, ...], one: TableRow) -> None:
        """Show a field."""
        self.name.set_label(f"{one.number}  {one.field}")
        values = (*one.placements, one.basic, one.specialised)
        for target, head, value in zip(self.lines, header[1:], values, strict=True):
            set_text(target, f"{head}: {value}")
