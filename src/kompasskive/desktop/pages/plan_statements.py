"""Strengths, potentials and directions: at most three each, written where they stand."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.plan_statement import StatementRow
from kompasskive.desktop.widgets.buttons import Button, IconLabel
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.held import holds
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.dialogue import plan
from kompasskive.dialogue.model import About, Statement
from kompasskive.dialogue.plan import StatementKind

MOST = 3


@dataclass(frozen=True)
class ListWords:
    """What a list and one of its statements are called; `one` is capitalised."""

    heading: str
    icon: str
    one: str
    add: str


WORDS = {
    StatementKind.STRENGTH: ListWords(
        "Styrkepositioner", "star", "Styrkeposition", "Tilføj en styrkeposition"
    ),
    StatementKind.POTENTIAL: ListWords(
        "Udviklingspotentialer", "direction", "Udviklingspotentiale", "Tilføj et potentiale"
    ),
    StatementKind.DIRECTION: ListWords("Sæt kursen", "", "Retning", "Tilføj en retning"),
}


class StatementList(QWidget):
    """One kind of statements; a new one is stored as soon as it says or is about something."""

    def __init__(self, talk: OpenTalk, kind: StatementKind) -> None:
        super().__init__()
        self._talk, self._kind, self.words = talk, kind, WORDS[kind]
        self._editing = self._dialogue_id = ""
        self._known: frozenset[str] = frozenset()
        self._waiting: dict[str, str] = {}
        self.count = label("", "caption", "ink2")
        self.rows: KeyedColumn[StatementRow] = KeyedColumn(self._make, gap=14)
        self.add_button = Button(talk.theme, self.words.add, "link", "plus", self.add)
        layout = column(gap=12)
        if self.words.icon:
            icon = IconLabel(talk.theme, self.words.icon, 20, "ink")
            layout.addLayout(row(icon, label(self.words.heading, "title"), None, self.count))
        layout.addWidget(self.rows)
        layout.addLayout(row(self.add_button, None))
        layout.addStretch(1)
        self.setLayout(layout)

    def render_list(self) -> None:
        """Show the talk's statements and the one being written."""
        statements = {s.id: s for s in plan.statements(self._talk.dialogue, self._kind)}
        self._stop_if_gone(frozenset(statements))
        keys = list(statements)
        if self._editing and self._editing not in statements:
            keys.append(self._editing)
        if self.rows.show_keys(keys):
            follow_around(self)
        for index, key in enumerate(keys):
            statement = statements.get(key, Statement(key, About(), ""))
            self.rows.row(key).show_statement(statement, index, len(keys), key == self._editing)
        self._show_room(len(statements), len(keys))

    def add(self) -> None:
        """Begin a new statement."""
        self.edit(self._talk.new_id())

    def edit(self, statement_id: str) -> None:
        """Open a statement for writing, and close the one that was open."""
        self.leave()
        if self._editing:
            return
        self._editing = statement_id
        self.render_list()
        self.rows.row(statement_id).begin()

    def leave(self) -> None:
        """Store what is being written and close the editor, unless its text is held back."""
        if self._editing:
            key, row_ = self._editing, self.rows.row(self._editing)
            row_.commit()
            if holds(row_):
                return
            self._editing = ""
            if self._talk.exists:
                self._drop_if_empty(key)
                self.render_list()

    def put(self, statement: Statement, merge: str = "") -> None:
        """Store a new or rewritten statement."""
        dialogue, kind, one = self._talk.dialogue, self._kind, self.words.one
        about, text = statement.about, statement.text
        if any(s.id == statement.id for s in plan.statements(dialogue, kind)):
            new = plan.rewrite_statement(dialogue, kind, statement.id, about, text)
            self._talk.edit(f"{one} skrevet om", new, merge)
        elif about != About() or text.strip():
            new = plan.add_statement(dialogue, kind, statement.id, about, text)
            self._talk.edit(f"{one} tilføjet", new, merge)

    def shift(self, statement_id: str, index: int) -> None:
        """Move a statement to `index`, from 0."""
        new = plan.move_statement(self._talk.dialogue, self._kind, statement_id, index)
        self._talk.edit(f"{self.words.one} flyttet", new)

    def remove(self, statement_id: str) -> None:
        """Take a statement out of the plan."""
        new = plan.remove_statement(self._talk.dialogue, self._kind, statement_id)
        self._talk.edit(f"{self.words.one} fjernet", new)
        self.add_button.setFocus()

    def _make(self, _key: str) -> StatementRow:
        return StatementRow(self._talk, self, numbered=self._kind is StatementKind.DIRECTION)

    def _stop_if_gone(self, present: frozenset[str]) -> None:
        """Undo may take away the statement that is being written; another talk always does."""
        dialogue_id = self._talk.dialogue.id
        turned = dialogue_id != self._dialogue_id
        if turned:
            held = self._editing and holds(self.rows.row(self._editing))
            self._waiting[self._dialogue_id] = self._editing if held else ""
            self._editing = self._waiting.pop(dialogue_id, "")
        elif self._editing in self._known - present or self._talk.locked:
            self._editing = ""
        self._known, self._dialogue_id = present, dialogue_id

    def _drop_if_empty(self, key: str) -> None:
        for statement in plan.statements(self._talk.dialogue, self._kind):
            if statement.id == key and statement.about == About() and not statement.text.strip():
                self.remove(key)

    def _show_room(self, stored: int, shown: int) -> None:
        set_text(self.count, f"{stored} af højst {MOST}")
        self.add_button.setVisible(shown < MOST and not self._talk.locked)
