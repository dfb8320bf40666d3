"""The talks there have been with one person, each with its state and the way into it."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from kompasskive import danish
from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.widgets.buttons import Button, IconButton
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.desktop.wording import capital, life_lines, state_line
from kompasskive.dialogue.model import Dialogue
from kompasskive.dialogue.overview import KIND_WORDS, occasion

DELETE: Final = "Slet samtalen …"


def talk_name(dialogue: Dialogue) -> str:
    """ "Samtale 23.11.2026", and what it says of its state while it is a draft."""
    name = capital(f"{KIND_WORDS[dialogue.kind]} {danish.short_date(dialogue.held_on)}")
    return f"{name} ({state_line(dialogue)})" if dialogue.is_draft else name


class EarlierTalks(QWidget):
    """The latest first; the open one says so instead of having a button."""

    def __init__(self, talk: OpenTalk, delete: Callable[[str], object]) -> None:
        super().__init__()
        self._talk = talk
        self.rows: KeyedColumn[TalkRow] = KeyedColumn(lambda key: TalkRow(talk, key, delete), gap=6)
        self.setLayout(column(label("Samtalerne", "title"), 4, self.rows, gap=4))

    def render_talks(self) -> None:
        """Show the person's talks."""
        talks = self._talk.every[::-1]
        if self.rows.show_keys(d.id for d in talks):
            follow_around(self)
        for dialogue in talks:
            self.rows.row(dialogue.id).show_talk(dialogue)


class TalkRow(QWidget):
    """One talk."""

    def __init__(self, talk: OpenTalk, dialogue_id: str, delete: Callable[[str], object]) -> None:
        super().__init__()
        self._talk = talk
        self.name, self.state = flowing(""), label("", "small", "ink2")
        self.life = flowing("", "caption", "ink2")
        self.open_button = Button(talk.theme, "Åbn", "small", on_click=partial(self._open))
        self._id = dialogue_id
        self.more = IconButton(talk.theme, "more", "Flere muligheder")
        self.menu = QMenu(self)
        self._delete = self.menu.addAction(DELETE)
        self._delete.triggered.connect(lambda _checked: delete(dialogue_id))
        self.more.setMenu(self.menu)
        line = row(gap=16)
        line.addLayout(column(self.name, self.life, gap=0), 1)
        line.addWidget(self.state)
        line.addWidget(self.open_button)
        line.addWidget(self.more)
        self.setLayout(line)

    def show_talk(self, dialogue: Dialogue) -> None:
        """Show a talk with its state."""
        is_open = dialogue.id == self._talk.context.position.dialogue_id
        name = capital(occasion(dialogue))
        set_text(self.name, name)
        set_text(self.state, f"{state_line(dialogue)}{'  ·  åben nu' if is_open else ''}")
        told = life_lines(dialogue)
        set_text(self.life, "\n".join(told))
        self.life.setVisible(bool(told))
        self.open_button.setEnabled(not is_open)
        self.open_button.setAccessibleName(f"Åbn {name}")
        self.more.setAccessibleName(f"Flere muligheder for {name}")
        self._delete.setEnabled(not self._talk.context.document.read_only_reason)

    def _open(self) -> None:
        workbook = self._talk.context.document.value
        self._talk.context.position.open_dialogue(workbook.dialogue(self._id))
