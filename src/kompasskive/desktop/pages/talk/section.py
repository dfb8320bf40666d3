"""A heading with the rows under it; rows are kept when there are fewer to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.item_row import ItemRow
from kompasskive.desktop.widgets.hugging import Hugging
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import flowing, label


class Section(QWidget):
    """ "Grundlæggende – forventes af alle", how far, and the items."""

    def __init__(self, title: str, meaning: str, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._made: list[ItemRow] = []
        self._shown = 0
        self.count = flowing("", "caption", "ink2")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words = (label(title, "section"), Hugging(meaning, tone="ink2"))
        head = row(*words, gap=6, margins=(12, 0, 8, 4))
        head.addWidget(self.count, 1)
        self._column = column(head, gap=4)
        self.setLayout(self._column)

    @property
    def rows(self) -> tuple[ItemRow, ...]:
        """The rows on show."""
        return tuple(self._made[: self._shown])

    def show_rows(self, count: int) -> tuple[ItemRow, ...]:
        """Show that many rows; the ones that had to be made are returned."""
        if count == self._shown:
            return ()
        new = tuple(ItemRow(self._actions) for _ in range(count - len(self._made)))
        for item in new:
            self._column.addWidget(item)
        self._made += new
        self._shown = count
        for index, item in enumerate(self._made):
            item.setVisible(index < count)
        return new
