"""The profile as a table: a row per field, a column per dimension, and the counts of items."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.table import Table
from kompasskive.desktop.widgets.text import label
from kompasskive.profile.model import Profile
from kompasskive.profile.words import table

SETTLED = "Grundlæggende og specialiseret viser, hvor mange punkter der er fast praksis."


class ProfileTable(QWidget):
    """A table, or a card per field where room is short; `field_chosen` carries a field's id."""

    field_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._table = Table(theme, "Profilen som skema", opens=True)
        self.grid, self.cards = self._table.grid, self._table.cards
        self._table.chosen.connect(self.field_chosen)
        note = label(SETTLED, "small", "ink2", wrap=True)
        self.setLayout(column(self._table, note, None, gap=12, margins=(0, 8, 0, 0)))

    def show_profile(self, profile: Profile) -> None:
        """Show a profile."""
        content, ids = table(profile), [field.field_id for field in profile.fields]
        rows = [
            (f"{one.number}  {one.field}", *one.placements, one.basic, one.specialised)
            for one in content.rows
        ]
        self._table.show_rows(content.header, rows, ids)

    def set_cards(self, cards: bool) -> None:
        """A card per field instead of the table."""
        self._table.set_cards(cards)
