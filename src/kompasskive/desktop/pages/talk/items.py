"""The items of a field: basic, specialised, and what the two add themselves."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.extra_line import ExtraLine
from kompasskive.desktop.pages.talk.item_row import ItemRow, Standing
from kompasskive.desktop.pages.talk.section import Section
from kompasskive.desktop.pages.talk.state import State, extra_beads
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.dialogue.progress import level_progress
from kompasskive.framework.model import Level
from kompasskive.profile.model import Bead

OWN_TITLE: Final = "Andet, der hører til her"


class Items(QWidget):
    """Rows are reused from field to field, so that turning to a field is quick.

    `parking` carries the text of an item that is to be parked.
    """

    parking = Signal(str)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.definition = flowing("", tone="ink2")
        self.basic = Section("Grundlæggende", "– forventes af alle", actions)
        self.specialised = Section("Specialiseret", "– dybde, som nogle har", actions)
        self.own = Section(OWN_TITLE, "", actions)
        self.extra = ExtraLine(actions)
        layout = column(gap=0)
        layout.addLayout(row(self.definition, margins=(12, 0, 8, 20)))
        for section in (self.basic, self.specialised, self.own):
            layout.addWidget(section)
            layout.addSpacing(16)
        layout.addWidget(self.extra)
        self.setLayout(layout)

    @property
    def rows(self) -> tuple[ItemRow, ...]:
        """The rows on show, from the top."""
        return (*self.basic.rows, *self.specialised.rows, *self.own.rows)

    def show_field(self, state: State) -> None:
        """Show the items of the field in view."""
        set_text(self.definition, state.field.definition)
        profile, name = state.field_profile, state.first_name
        counted = {
            level: level_progress(state.dialogue, state.field, level, name) for level in Level
        }
        extras = extra_beads(state)
        self._fill(self.basic, state, profile.basic, counted[Level.BASIC])
        self._fill(self.specialised, state, profile.specialised, counted[Level.SPECIALISED])
        self._fill(self.own, state, extras, "")
        self.own.setVisible(bool(extras))
        self.extra.show_field(state)

    def commit(self) -> None:
        """Hand over what is being typed."""
        for item in self.rows:
            item.commit()

    def follow_focus(self) -> None:
        """Let the row that has the focus tell its keys."""
        focused = QApplication.focusWidget()
        for item in self.rows:
            item.set_active(item.owns_focus(focused))

    def step(self, item: ItemRow, by: int) -> None:
        """Move the focus to the row above (-1) or below (1); the ends hold."""
        rows = self.rows
        at = rows.index(item) + by
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self, section: Section, state: State, beads: Sequence[Bead], count: str) -> None:
        for item in section.show_rows(len(beads)):
            self._listen(item)
        set_text(section.count, count)
        basic, own = section is self.basic, section is self.own
        for index, (item, bead) in enumerate(zip(section.rows, beads, strict=True), start=1):
            item.show_item(state, bead, Standing(index, len(beads), basic, own))

    def _listen(self, item: ItemRow) -> None:
        item.stepped.connect(lambda by: self.step(item, by))
        item.parking.connect(self.parking)
        item.renaming.connect(self.extra.rename)
