"""One statement of the plan: read, or written where it stands."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kompasskive.desktop.pages.about_editor import AboutEditor
from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.widgets.badge import Badge
from kompasskive.desktop.widgets.buttons import IconButton, IconLabel
from kompasskive.desktop.widgets.layouts import clear, column
from kompasskive.desktop.widgets.split import reveal
from kompasskive.desktop.widgets.symbols import Symbol
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.desktop.wording import about_name, direction_text
from kompasskive.dialogue.model import About, Statement

SIGN = 22
UNSAID = "Ikke skrevet endnu"
WHOLE = "På tværs af felterne"


class Owner(Protocol):
    """The list a row asks to store, move and remove its statement."""

    def put(self, statement: Statement, merge: str = "") -> None:
        """Store it."""

    def shift(self, statement_id: str, index: int) -> None:
        """Move it."""

    def remove(self, statement_id: str) -> None:
        """Remove it."""

    def edit(self, statement_id: str) -> None:
        """Open it for writing."""

    def leave(self) -> None:
        """Close what is open."""


class StatementRow(QWidget):
    """`numbered` rows are directions: they show their order instead of a sign."""

    def __init__(self, talk: OpenTalk, owner: Owner, numbered: bool = False) -> None:
        super().__init__()
        self._talk, self._owner, self._numbered = talk, owner, numbered
        self._statement = Statement("", About(), "")
        self._shown_about: tuple[About, float] | None = None
        self._index, self._count = 0, 1
        self._sign = QHBoxLayout()
        self._order = label("", "strong", "ink2")
        self.head = label("", "strong", wrap=True)
        self.text = label("", "body", "ink2" if numbered else "ink", wrap=True)
        self.more = IconButton(talk.theme, "more", "", size=18)
        self._menu = QMenu(self)
        self.more.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._editor: AboutEditor | None = None
        self._reading = self._build_reading()
        self._column: QVBoxLayout = column(self._reading, gap=0)
        self.setLayout(self._column)

    def show_statement(self, statement: Statement, index: int, count: int, editing: bool) -> None:
        """Show a statement at its place from 0 among `count`."""
        self._statement, self._index, self._count = statement, index, count
        self._show_sign(statement.about)
        framework = self._talk.framework
        name = about_name(framework, statement.about, split=self._numbered)
        set_text(self.head, name or WHOLE)
        set_text(
            self.text, direction_text(framework, statement) if self._numbered else statement.text
        )
        self.text.setVisible(bool(self.text.text()))
        set_text(self._order, f"{index + 1}.")
        self.more.setAccessibleName(f"Flere valg for {name or statement.text or UNSAID}")
        self.more.setToolTip("Flere valg")
        self.more.setVisible(not self._talk.locked)
        self._reading.setVisible(not editing)
        if editing:
            self._open_editor().show_statement(framework, statement)
        if self._editor is not None:
            self._editor.setVisible(editing)

    @property
    def editor(self) -> AboutEditor:
        """Where the statement is written; made when it is first opened."""
        return self._open_editor()

    def begin(self) -> None:
        """Put the cursor in the text."""
        self._open_editor().text.setFocus()
        reveal(self)

    def commit(self) -> None:
        """Store what is being typed."""
        if self._editor is not None:
            self._editor.text.commit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._reading.isVisible() and not self._talk.locked:
            self._owner.edit(self._statement.id)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._reading.isVisible():
            self._finish()
        else:
            super().keyPressEvent(event)

    def _build_reading(self) -> QWidget:
        reading = QWidget()
        line = QHBoxLayout(reading)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        if self._numbered:
            line.addWidget(self._order, 0, top)
        else:
            line.addLayout(self._sign)
            line.setAlignment(self._sign, top)
        line.addLayout(column(self.head, self.text, gap=2), 1)
        if self._numbered:
            line.addWidget(IconLabel(self._talk.theme, "direction", 20, "bad_ink"), 0, top)
        line.addWidget(self.more, 0, top)
        return reading

    def _show_sign(self, about: About) -> None:
        theme = self._talk.theme
        if (about, theme.scale) == self._shown_about or self._numbered:
            return
        self._shown_about = about, theme.scale
        clear(self._sign)
        if about.field_id:
            self._sign.addWidget(Badge(theme, self._talk.framework.number(about.field_id), SIGN))
        elif about.dimension:
            self._sign.addWidget(Symbol(theme, about.dimension, SIGN))
        else:
            self._sign.addSpacing(theme.px(SIGN))

    def _open_editor(self) -> AboutEditor:
        if self._editor is None:
            self._editor = AboutEditor(self._talk.theme, self._talk.framework)
            self._column.addWidget(self._editor)
            self._editor.about_picked.connect(self._set_about)
            self._editor.text.committed.connect(self._set_text)
            self._editor.text.ended.connect(self._talk.end_typing)
            self._editor.finished.connect(self._finish)
        return self._editor

    def _set_about(self, about: About) -> None:
        self.commit()
        self._owner.put(Statement(self._statement.id, about, self._statement.text))

    def _set_text(self, text: str) -> None:
        statement = self._statement
        self._owner.put(Statement(statement.id, statement.about, text), f"statement {statement.id}")

    def _finish(self) -> None:
        self._owner.leave()
        self.more.setFocus()

    def _fill_menu(self) -> None:
        self._menu.clear()
        key, index = self._statement.id, self._index
        self._act("Ret").triggered.connect(lambda: self._owner.edit(key))
        up, down = self._act("Flyt op"), self._act("Flyt ned")
        up.setEnabled(index > 0)
        down.setEnabled(index < self._count - 1)
        up.triggered.connect(lambda: self._owner.shift(key, index - 1))
        down.triggered.connect(lambda: self._owner.shift(key, index + 1))
        self._menu.addSeparator()
        self._act("Fjern").triggered.connect(lambda: self._owner.remove(key))

    def _act(self, text: str) -> QAction:
        return self._menu.addAction(text)
