""" "Hvilket eksempel viser det?": asked beside a placement that no specialised item supports."""

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.keyed_edit import ExampleKey, KeyedEdit
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.framework.model import Dimension
from kompasskive.profile.model import Cell

QUESTION = "Hvilket eksempel viser det?"
_ASKS_FROM = 5


def asks(state: State, cell: Cell) -> bool:
    """Whether a placement is at 5-6 while no specialised item is Sikker or Deler."""
    high = cell.level is not None and cell.level >= _ASKS_FROM
    return high and state.field_profile.specialised_counts.settled == 0


class ExampleLine(QWidget):
    """Never in the way: it stays open without an answer and keeps one that was given."""

    def __init__(self, actions: Actions, dimension: Dimension) -> None:
        super().__init__()
        self._dimension = dimension
        self._shown: tuple[object, ...] = ()
        self.words = flowing("", "caption_strong", "ink2")
        self.edit = KeyedEdit(actions.talk.theme, QUESTION, lines=1)
        self.words.setBuddy(self.edit)
        self.setLayout(column(self.words, self.edit, gap=4, margins=(0, 0, 0, 8)))
        self.edit.written.connect(actions.write_example)
        self.edit.ended.connect(actions.talk.end_typing)
        self.hide()

    def show_cell(self, state: State, cell: Cell) -> None:
        """Show the example of a placement, or ask for one; nothing is touched when it is there."""
        field, name = state.field, state.framework.dimension(self._dimension).name
        placement = state.dialogue.placement(field.id, self._dimension)
        text = placement.example if placement else ""
        wanted = bool(text) or asks(state, cell)
        shown = (state.dialogue.id, field.id, name, cell.word, text, state.locked, wanted)
        if shown == self._shown:
            return
        self._shown = shown
        sentence = f"{name}, {cell.word}: {QUESTION[0].lower()}{QUESTION[1:]}"
        set_text(self.words, sentence)
        self.edit.setAccessibleName(sentence)
        self.edit.show_keyed(ExampleKey(state.dialogue.id, field.id, self._dimension), text)
        self.edit.set_locked(state.locked)
        self.setVisible(wanted)
