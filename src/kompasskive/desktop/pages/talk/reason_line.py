"""Why a basic item is not relevant: asked in the row, and printed."""

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.keyed_edit import KeyedEdit, ReasonKey
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import flowing

QUESTION = "Hvorfor er punktet ikke relevant? Begrundelsen kommer med på papiret."


class ReasonLine(QWidget):
    """The question and one line to answer it in."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        words = flowing(QUESTION, "caption", "ink2")
        self.edit = KeyedEdit(actions.talk.theme, QUESTION, lines=1)
        words.setBuddy(self.edit)
        self.setLayout(column(words, self.edit, gap=4))
        self.edit.written.connect(actions.write_reason)
        self.edit.ended.connect(actions.talk.end_typing)

    def show_reason(self, state: State, item_id: str) -> None:
        """Show what is said of an item."""
        reason = state.dialogue.answer(item_id).reason
        self.edit.show_keyed(ReasonKey(state.dialogue.id, item_id), reason)
        self.edit.set_locked(state.locked)
