"""The profile in words: a short paragraph per field, to read aloud or copy."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.badge import Badge
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.profile.model import Profile
from kompasskive.profile.words import FieldWords, in_words

LINE = 720


class ProfileWords(QWidget):
    """`field_chosen` carries a field's id."""

    field_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: KeyedColumn[Paragraph] = KeyedColumn(self._make, gap=16)
        self.setLayout(column(self.rows, None, margins=(0, 8, 0, 8)))

    def show_profile(self, profile: Profile) -> None:
        """Show a profile."""
        if self.rows.show_keys(field.field_id for field in profile.fields):
            follow_around(self)
        for paragraph, told in zip(self.rows.rows, in_words(profile), strict=True):
            paragraph.show_words(told)

    def _make(self, key: str) -> "Paragraph":
        paragraph = Paragraph(self._theme)
        paragraph.name.clicked.connect(lambda: self.field_chosen.emit(key))
        return paragraph


class Paragraph(QWidget):
    """One field: its name opens it, its text can be marked and copied."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.badge = Badge(theme, 0)
        self.name = Button(theme, "", "link")
        self.text = label("", "body", wrap=True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        told = column(row(self.name, None), self.text, gap=0)
        line = row(gap=12)
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(told, 1)
        self.setLayout(line)
        theme.changed.connect(self._fit)
        self._fit()

    def show_words(self, told: FieldWords) -> None:
        """Show a field."""
        self.badge.show_field(told.number)
        self.name.set_label(told.name)
        set_text(self.text, told.text)

    def _fit(self) -> None:
        self.text.setMaximumWidth(self._theme.px(LINE))
