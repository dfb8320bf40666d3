"""A note on an item or a field: the text, its arena and whether it goes to the personnel file."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from kompasskive.desktop.pages.talk.actions import Actions, find_note
from kompasskive.desktop.pages.talk.keyed_edit import KeyedEdit, NoteKey
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.short_menu import Entry, open_below, short_menu
from kompasskive.desktop.widgets.text import label
from kompasskive.framework.model import Arena, Framework

if TYPE_CHECKING:
    from kompasskive.dialogue.model import Note

REMINDER = "Beskriv situationen, ikke borgeren"
THROWN = "Ellers samtalenote (slettes)"
NO_ARENA = "Ingen bestemt arena"
_WORDS = 24


class NoteEditor(QWidget):
    """Shows one note; arena and tick can be set once there is a text.

    With `own` it stands in a place of its own: it takes the height there, and the reminder with it.
    """

    def __init__(self, actions: Actions, name: str, own: bool = False) -> None:
        super().__init__()
        self._actions = actions
        self._note: Note | None = None
        self._framework: Framework | None = None
        self._shown: tuple[object, ...] = ()
        theme = actions.talk.theme
        self.edit = KeyedEdit(theme, name, 2, grows=not own)
        self.edit.setAccessibleDescription(REMINDER)
        self.arena = Button(theme, "", "caption", on_click=self._open_arenas)
        self.to_file = QCheckBox("Til personalesagen")
        self.to_file.setProperty("kind", "caption")
        self.to_file.setAccessibleName("Til personalesagen")
        self.to_file.setAccessibleDescription(THROWN)
        self.thrown = label(THROWN, "caption", "ink2")
        self.reminder = label(REMINDER, "caption", "ink2")
        self._under = Flow(gap=12)
        if not own:
            self._under.addWidget(self.reminder)
        self._under.addWidget(self.arena)
        self._under.addWidget(self.to_file)
        self._under.addWidget(self.thrown)
        layout = column(gap=4)
        layout.addWidget(self.edit, 1)
        layout.addLayout(self._under)
        self.setLayout(layout)
        self.edit.written.connect(actions.write_note)
        self.edit.ended.connect(actions.talk.end_typing)
        self.to_file.clicked.connect(self._ticked)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        for words in (self.thrown, self.reminder):
            words.setMinimumHeight(self._actions.talk.theme.px(_WORDS))

    def show_note(self, state: State, key: NoteKey) -> None:
        """Show the note of a target, or an empty one; nothing is touched when it is as it was."""
        note = find_note(state.dialogue, key.scope, key.target_id)
        shown = (key, note, state.framework, state.locked)
        if shown == self._shown:
            return
        self._shown, self._framework, self._note = shown, state.framework, note
        self.edit.show_keyed(key, self._note.text if self._note else "")
        self.edit.set_locked(state.locked)
        can = self._note is not None and not state.locked
        arena = self._note.arena if self._note else None
        self.arena.set_label(f"Arena: {self._arena_name(arena)} ▾")
        self.arena.setAccessibleName(f"Arena: {self._arena_name(arena)}")
        self.arena.setEnabled(can)
        self.to_file.setEnabled(can)
        kept = self._note is not None and self._note.to_file
        self.to_file.setChecked(kept)
        self.thrown.setVisible(self._note is not None and not kept)

    def arena_menu(self) -> QMenu:
        """The arenas to choose among, and none."""
        now = self._note.arena if self._note else None
        entries = [
            Entry(self._arena_name(a), partial(self._choose, a), now is a) for a in (None, *Arena)
        ]
        return short_menu(self, "Arena", entries)

    def _open_arenas(self) -> None:
        open_below(self.arena_menu(), self.arena)

    def _arena_name(self, arena: Arena | None) -> str:
        if arena is None or self._framework is None:
            return NO_ARENA
        return next(a.name for a in self._framework.arenas if a.arena is arena)

    def _choose(self, arena: Arena | None) -> None:
        if self._note is not None:
            self._actions.set_arena(self._note, arena)

    def _ticked(self, on: bool) -> None:
        if self._note is not None:
            self._actions.set_to_file(self._note, on)
