""" "Andet, der hører til her": the line where the two write an item of their own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.cpr_guard import CprGuard
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import flowing
from kompasskive.profile.model import Bead

ADD = "Andet, der hører til her"
OPEN_LIST = "Listen er ikke udtømmende"


class ExtraLine(QWidget):
    """A button that opens a line; the same line rewrites an item."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._field_id = ""
        self._renamed: Bead | None = None
        theme = actions.talk.theme
        self.button = Button(theme, ADD, "link", "plus", self.open)
        self.line = QLineEdit()
        self.line.setAccessibleName("Jeres eget punkt")
        self.line.setPlaceholderText("Skriv jeres eget punkt, og tryk Enter")
        self.done = Button(theme, "Tilføj", "small", on_click=self._take)
        self.cancel = Button(theme, "Fortryd", "quiet", on_click=self.close_line)
        self._open = QWidget()
        self._open.setLayout(row(self.line, self.done, self.cancel))
        self._open.hide()
        self.line.returnPressed.connect(self._take)
        self.guard = CprGuard(self.line)
        self.guard.chosen.connect(self._take)
        more = flowing(OPEN_LIST, "caption", "ink2")
        more.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        closed = row(self.button, gap=12)
        closed.addWidget(more, 1)
        self.setLayout(column(self._open, closed, margins=(12, 0, 8, 0)))

    def show_field(self, state: State) -> None:
        """Belong to the field in view; a half-written item is let go with its field."""
        if self._field_id != state.field.id:
            self._field_id = state.field.id
            self.close_line()
        self.button.setEnabled(not state.locked)

    def open(self) -> None:
        """Write a new item."""
        self._begin(None)

    def rename(self, bead: Bead) -> None:
        """Rewrite an item."""
        self._begin(bead)

    def close_line(self) -> None:
        """Put the line away."""
        self.line.clear()
        self._open.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open.isVisible():
            self.close_line()
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _begin(self, bead: Bead | None) -> None:
        self._renamed = bead
        self.line.setText(bead.text if bead else "")
        self.done.set_label("Ret" if bead else "Tilføj")
        self._open.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        text = self.line.text().strip()
        if not self.guard.lets(text):
            return
        if text and self._renamed:
            self._actions.rewrite_extra(self._renamed.item_id, text)
        elif text:
            self._actions.add_extra(self._field_id, text)
        self.close_line()
