""" "Giv os et spørgsmål": one question at a time for the two, never the same twice in a row."""

from secrets import randbelow
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button, IconLabel
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.dialogue.model import DialogueKind
from kompasskive.dialogue.prompts import next_prompt

if TYPE_CHECKING:
    from kompasskive.framework.model import Prompt

_MANY = 1000


def question_for(kind: DialogueKind) -> str:
    """ "Spørgsmål til jer begge", or to the team, or to oneself."""
    others = {DialogueKind.TEAM: "jer alle", DialogueKind.SELF_REFLECTION: "dig"}
    return f"Spørgsmål til {others.get(kind, 'jer begge')}"


class PromptCard(QFrame):
    """The warm card. Each field keeps the question it was left with; `asked` says it has a new."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "warm")
        self._whose = label("", "caption_strong", "warm_ink")
        self._state: State | None = None
        self._dialogue_id = ""
        self._asked: list[str] = []
        self._shown: dict[str, Prompt] = {}
        self.text = flowing("", "question")
        self.button = Button(theme, "Giv os et spørgsmål", "small", on_click=self.ask)
        icon = IconLabel(theme, "question", 18, "warm_ink")
        head = row(icon, self._whose, None)
        foot = row(self.button, label("Ctrl+G", "caption", "ink2"), None, gap=10)
        self.setLayout(column(head, self.text, 2, foot, gap=8, margins=(16, 14, 16, 14)))

    def show_field(self, state: State) -> None:
        """Show the field's question; a field met for the first time brings a new one."""
        self._state = state
        whose = question_for(state.dialogue.kind)
        set_text(self._whose, whose)
        self.setAccessibleName(whose)
        if self._dialogue_id != state.dialogue.id:
            self._dialogue_id = state.dialogue.id
            self._asked, self._shown = [], {}
        if state.field.id in self._shown:
            set_text(self.text, self._shown[state.field.id].text)
        else:
            self.ask()

    def ask(self) -> None:
        """Ask another question."""
        state = self._state
        if state is None:
            return
        prompt = next_prompt(state.framework, state.field.id, self._asked, randbelow(_MANY))
        self._asked.append(prompt.id)
        self._shown[state.field.id] = prompt
        set_text(self.text, prompt.text)
        self.asked.emit()
