"""Notes to the field and the topics the two have parked."""

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.keyed_edit import NoteKey
from kompasskive.desktop.pages.talk.note_editor import REMINDER, NoteEditor
from kompasskive.desktop.pages.talk.parking import Parking
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import label
from kompasskive.dialogue.model import NoteScope


class Notes(QWidget):
    """The note takes the height that is left over."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        title = label("Noter til feltet", "strong")
        self.note = NoteEditor(actions, "Noter til feltet", own=True)
        title.setBuddy(self.note.edit)
        head = Flow(gap=8)
        head.addWidget(title)
        head.addWidget(label(REMINDER, "caption", "ink2"))
        self.parking = Parking(actions)
        layout = column(gap=8)
        layout.addLayout(head)
        layout.addWidget(self.note, 1)
        layout.addSpacing(4)
        layout.addWidget(self.parking)
        self.setLayout(layout)

    def show_field(self, state: State) -> None:
        """Show the note of the field in view and the talk's parked topics."""
        key = NoteKey(state.dialogue.id, NoteScope.FIELD, state.field.id)
        self.note.show_note(state, key)
        self.parking.show_topics(state)

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.note.edit.commit()
