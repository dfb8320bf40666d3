"""Det, der er talt med: this file's own talks and each contribution of the period."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive import danish
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.dialogue.organisation import Contribution


class Included(QWidget):
    """`removed` carries a contribution's id."""

    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.own = flowing("", "body")
        self.rows: KeyedColumn[ContributionRow] = KeyedColumn(self._make, gap=4)
        self.setLayout(column(self.own, self.rows, gap=6))

    def show_included(
        self, people: int | None, contributions: Sequence[Contribution], writable: bool
    ) -> None:
        """How many talks are counted in all (None when unknown), and what others sent."""
        others = sum(one.people for one in contributions)
        told = "" if people is None else f"{people} godkendte samtaler er talt med."
        if others:
            told = f"{told} Heraf {others} fra bidrag.".strip()
        set_text(self.own, told)
        self.own.setVisible(bool(told))
        if self.rows.show_keys(one.id for one in contributions):
            follow_around(self)
        for one in contributions:
            self.rows.row(one.id).show_contribution(one, writable)

    def _make(self, key: str) -> "ContributionRow":
        return ContributionRow(self._theme, lambda: self.removed.emit(key))


class ContributionRow(QWidget):
    """One contribution, by the name the receiver gave it."""

    def __init__(self, theme: Theme, remove: Callable[[], object]) -> None:
        super().__init__()
        self.words = flowing("", "small", "ink2")
        self.remove_button = Button(theme, "Fjern", "link", on_click=remove)
        line = row(gap=12)
        line.addWidget(self.words, 1)
        line.addWidget(self.remove_button)
        self.setLayout(line)

    def show_contribution(self, one: Contribution, writable: bool) -> None:
        """Show a contribution."""
        day = danish.short_date(one.received_at.date())
        name = one.label or "Bidrag"
        set_text(self.words, f"{name}  ·  {one.people} samtaler  ·  modtaget {day}")
        self.remove_button.setVisible(writable)
        self.remove_button.setAccessibleName(f"Fjern bidraget {name}")
