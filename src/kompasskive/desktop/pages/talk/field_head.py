"""The field's heading: its number, its name and the way to the next one."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.position import Position
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.badge import Badge
from kompasskive.desktop.widgets.buttons import IconButton
from kompasskive.desktop.widgets.hugging import Hugging
from kompasskive.desktop.widgets.layouts import row
from kompasskive.desktop.widgets.short_menu import Entry, open_below, short_menu
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.dialogue.progress import field_progress, fields_touched


class FieldHead(QWidget):
    """Over the items in three panes: number and name, and two arrows at the end."""

    def __init__(self, theme: Theme, position: Position) -> None:
        super().__init__()
        self.badge = Badge(theme, 1, 32)
        self.name = flowing("", "field_title")
        self.back = IconButton(theme, "left", "Forrige felt", lambda: position.step_field(-1), 18)
        self.on = IconButton(theme, "right", "Næste felt", lambda: position.step_field(1), 18)
        layout = row(self.badge, 4, gap=8, margins=(12, 0, 8, 0))
        layout.addWidget(self.name, 1)
        layout.addWidget(self.back)
        layout.addWidget(self.on)
        self.setLayout(layout)

    def show_field(self, state: State) -> None:
        """Show the field in view; the heading's disc is always solid."""
        self.badge.show_field(state.field_profile.number)
        set_text(self.name, state.field.name)


class FieldStepper(QWidget):
    """Over the sheet where there is no room for the list of fields: arrows, name and list."""

    def __init__(self, theme: Theme, position: Position) -> None:
        super().__init__()
        self._position = position
        self._state: State | None = None
        self.badge = Badge(theme, 1, 24)
        self.name = Hugging("", "title")
        self.back = IconButton(theme, "left", "Forrige felt", lambda: position.step_field(-1), 18)
        self.list = IconButton(theme, "down", "Vælg felt", self._open, 18)
        self.on = IconButton(theme, "right", "Næste felt", lambda: position.step_field(1), 18)
        self.count = label("", "caption", "ink2")
        layout = row(self.back, self.badge, gap=8, margins=(8, 8, 16, 4))
        layout.addWidget(self.name)
        for part in (self.list, self.on):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.count)
        self.setLayout(layout)

    def show_field(self, state: State) -> None:
        """Show the field in view and how far the talk has come."""
        self._state = state
        self.badge.show_field(state.field_profile.number)
        set_text(self.name, state.field.name)
        set_text(self.count, fields_touched(state.framework, state.dialogue))

    def menu(self) -> QMenu:
        """The fields with their progress in words."""
        state = self._state
        if state is None:
            raise ValueError("no talk is shown")
        entries = [
            Entry(
                f"{number}  {field.name} – {field_progress(state.dialogue, field)}",
                partial(self._position.open_field, field.id),
                field is state.field,
            )
            for number, field in enumerate(state.framework.fields, start=1)
        ]
        return short_menu(self, "Felter", entries)

    def _open(self) -> None:
        open_below(self.menu(), self.list)
