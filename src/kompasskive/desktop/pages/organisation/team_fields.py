"""Field by field across the team: what depth rests on, who has it, and whom to ask."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kompasskive import danish
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.badge import Badge
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.dialogue.model import Employee
from kompasskive.profile.team_model import FieldOverview

NAMES_MOST: Final = 12


class FieldLines(QWidget):
    """A row per field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: KeyedColumn[FieldLine] = KeyedColumn(lambda _key: FieldLine(theme), gap=12)
        self.setLayout(column(self.rows, None))

    def show_fields(self, fields: Sequence[FieldOverview]) -> None:
        """Show the fields in their order."""
        self.rows.show_keys(one.field_id for one in fields)
        for one in fields:
            self.rows.row(one.field_id).show_field(one)


class FieldLine(QWidget):
    """One field in two or three lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.badge = Badge(theme, 1, 22)
        self.name = flowing("", "strong")
        self.notice = flowing("", "body")
        self.who = flowing("", "small", "ink2")
        line = row(gap=12)
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(self.name, self.notice, self.who, gap=2), 1)
        self.setLayout(line)

    def show_field(self, one: FieldOverview) -> None:
        """Show a field."""
        self.badge.show_field(one.number, bool(one.discussed))
        set_text(self.name, one.field)
        set_text(self.notice, one.sentence)
        self.notice.setVisible(bool(one.sentence))
        told = [f"{word}: {names(people)}." for word, people in _groups(one) if people]
        set_text(self.who, " ".join(told) or "Ikke drøftet med nogen endnu.")


def names(people: Sequence[Employee]) -> str:
    """ "Amina Yusuf, Jens Jensen og 4 andre"."""
    if len(people) <= NAMES_MOST:
        return danish.join(one.name for one in people)
    rest = len(people) - NAMES_MOST
    return danish.join([*(one.name for one in people[:NAMES_MOST]), f"{rest} andre"])


def _groups(one: FieldOverview) -> tuple[tuple[str, tuple[Employee, ...]], ...]:
    return ("Dybde", one.deep), ("Bredde", one.broad)
