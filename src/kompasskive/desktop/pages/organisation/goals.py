"""Jeres mål og det, I har: per field what is there beside what is wanted."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.badge import Badge
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.profile.goals import GoalLine, Verdict, by_importance

NO_GOALS: Final = "Der er ingen mål endnu. Tallene viser det, I har."
MET: Final = "Ingen huller og ingen overrepræsentation i forhold til jeres mål."


class GoalLines(QWidget):
    """Fields with a verdict first, by what matters most; with no goal there are only numbers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.note = flowing("", "small", "ink2")
        self.rows: KeyedColumn[GoalRow] = KeyedColumn(lambda _key: GoalRow(theme), gap=10)
        self.setLayout(column(self.note, self.rows, gap=10))

    def show_goals(self, lines: Sequence[GoalLine]) -> None:
        """Show the fields."""
        told = by_importance(lines)
        rest = [line for line in lines if line.verdict is Verdict.NONE]
        wished = [line for line in lines if _has_goal(line)]
        set_text(self.note, NO_GOALS if not wished else "" if told else MET)
        self.note.setVisible(bool(self.note.text()))
        ordered = [*told, *rest]
        self.rows.show_keys(line.field_id for line in ordered)
        for line in ordered:
            self.rows.row(line.field_id).show_line(line)


class GoalRow(QWidget):
    """One field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.badge = Badge(theme, 1, 22)
        self.name = flowing("", "strong")
        self.numbers = flowing("", "small", "ink2")
        self.verdict = label("", "small_strong", "ink2")
        under = row(gap=12)
        under.addWidget(self.numbers, 1)
        under.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignTop)
        line = row(gap=12)
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(self.name, under, gap=2), 1)
        self.setLayout(line)

    def show_line(self, line: GoalLine) -> None:
        """Show a field's numbers, and its verdict if there is one."""
        self.badge.show_field(line.number)
        set_text(self.name, line.field)
        told = list(line.words)
        told += [f"Prioritet {line.priority}"] if line.priority else []
        set_text(self.numbers, " ".join(f"{part}.".replace(" ", "\u00a0") for part in told))
        set_text(self.verdict, line.word)
        self.verdict.setVisible(bool(line.word))


def _has_goal(line: GoalLine) -> bool:
    wanted = (line.priority, line.breadth.wanted, line.depth.wanted)
    return any(number is not None for number in wanted)
