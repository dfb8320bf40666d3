"""Beside the profile: the three dimensions across, breadth and depth, and what has moved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.profile_moves import Moves
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.badge import Badge
from kompasskive.desktop.widgets.beads import Beads
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, hair, row
from kompasskive.desktop.widgets.symbols import Symbol
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.framework.model import Dimension
from kompasskive.profile.comparison import Comparison
from kompasskive.profile.model import FieldProfile, Profile
from kompasskive.profile.words import basic_words, specialised_words

WIDTH = 416


class ProfileSide(QWidget):
    """`field_chosen` carries a field's id."""

    field_chosen = Signal(str)

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._theme = talk.theme
        self.dimensions = {d: Across(talk.theme, d) for d in Dimension}
        self.rows: KeyedColumn[BreadthRow] = KeyedColumn(self._make, gap=4)
        self.moves = Moves(talk.theme)
        legend = row(
            label("Grundlæggende før stregen, specialiseret efter", "caption", "ink2", wrap=True),
            label("Fast praksis", "caption", "ink2"),
        )
        legend.setStretch(0, 1)
        parts = (
            label("De tre dimensioner på tværs", "question"),
            *self.dimensions.values(),
            4,
            hair(),
            8,
            column(label("Bredde og dybde", "question"), legend, gap=2),
            self.rows,
            None,
            self.moves,
        )
        self.setLayout(column(*parts, gap=12, margins=(8, 4, 8, 8)))

    def show_profile(self, profile: Profile, comparison: Comparison | None) -> None:
        """Show a profile and what moved since the talk before, if there was one."""
        for summary in profile.dimensions:
            self.dimensions[summary.dimension].show_text(summary.name, summary.text)
        if self.rows.show_keys(field.field_id for field in profile.fields):
            follow_around(self)
        columns = max(len(field.basic) for field in profile.fields)
        for field in profile.fields:
            self.rows.row(field.field_id).show_field(field, columns)
        self.moves.show_comparison(comparison)

    def _make(self, key: str) -> "BreadthRow":
        made = BreadthRow(self._theme)
        made.clicked.connect(lambda: self.field_chosen.emit(key))
        return made


class Across(QWidget):
    """One dimension across all fields."""

    def __init__(self, theme: Theme, dimension: Dimension) -> None:
        super().__init__()
        self._name = label("", "strong")
        self._text = label("", "body", "ink2", wrap=True)
        line = row(gap=12)
        line.addLayout(column(2, Symbol(theme, dimension, 16), None, gap=0))
        line.addLayout(column(self._name, self._text, gap=2), 1)
        self.setLayout(line)

    def show_text(self, name: str, text: str) -> None:
        """Show a summary."""
        set_text(self._name, name)
        set_text(self._text, text)


class BreadthRow(QAbstractButton):
    """One field's items as beads, with how many basic ones are fast praksis."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 6)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.badge = Badge(theme, 0, 22)
        self._name = label("", "small", wrap=True)
        self._count = label("", "small")
        self.beads = Beads(theme)
        told = row(self._name, self._count)
        told.setStretch(0, 1)
        line = row(gap=12, margins=(0, 3, 0, 3))
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(told, self.beads, gap=2), 1)
        self.setLayout(line)

    def show_field(self, field: FieldProfile, columns: int) -> None:
        """Show a field; `columns` places before the line."""
        self.badge.show_field(field.number, field.touched)
        set_text(self._name, field.name)
        basic = basic_words(field.basic_counts)
        set_text(self._count, basic)
        self.beads.show_items(field.basic, field.specialised, columns)
        deep = specialised_words(field.specialised_counts)
        self.setAccessibleName(
            f"{field.number} {field.name}, grundlæggende {basic}, specialiseret {deep}"
        )
        self.setAccessibleDescription("Fast praksis. Enter åbner feltet i Samtale.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self.underMouse() or self.isDown():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
