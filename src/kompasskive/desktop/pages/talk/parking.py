"""Topics the two have parked, and the line to park one more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.widgets.buttons import Button, IconButton, IconLabel
from kompasskive.desktop.widgets.cpr_guard import CprGuard
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.short_menu import Entry, open_below, short_menu
from kompasskive.desktop.widgets.text import flowing, label, restyle, set_text
from kompasskive.dialogue.model import ParkedTopic

PARK = "Parkér et emne"


class ParkedRow(QWidget):
    """One topic; a closed one stays in grey with a tick until it is removed."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._topic = ParkedTopic("", "")
        self._locked = False
        theme = actions.talk.theme
        self.open_sign = IconLabel(theme, "park", 18)
        self.closed_sign = IconLabel(theme, "tick", 18, "ok_ink")
        self.text = flowing("", "small")
        self.more = IconButton(theme, "more", "Flere valg for emnet", self._open_menu)
        layout = row(self.open_sign, self.closed_sign, gap=8)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.more)
        self.setLayout(layout)

    def show_topic(self, topic: ParkedTopic, locked: bool) -> None:
        """Show a topic."""
        self._topic, self._locked = topic, locked
        set_text(self.text, topic.text)
        restyle(self.text, "tone", "ink3" if topic.closed else "ink")
        self.open_sign.setVisible(not topic.closed)
        self.closed_sign.setVisible(topic.closed)
        self.more.setAccessibleName(f"Flere valg for emnet {topic.text}")

    def menu(self) -> QMenu:
        """Close it, open it again or remove it."""
        topic, can = self._topic, not self._locked
        turn = "Parkér igen" if topic.closed else "Det er talt færdigt"
        entries = (
            Entry(
                turn,
                lambda: self._actions.close_parked(topic.id, topic.text, not topic.closed),
                enabled=can,
            ),
            Entry(
                "Fjern emnet",
                lambda: self._actions.remove_parked(topic.id, topic.text),
                enabled=can,
            ),
        )
        return short_menu(self, "Flere valg for emnet", entries)

    def _open_menu(self) -> None:
        open_below(self.menu(), self.more)


class Parking(QWidget):
    """Parks with Enter; the line stays open until it is left empty or Esc is pressed."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._field_id = ""
        theme = actions.talk.theme
        self.button = Button(theme, PARK, "link", "plus", self.open)
        self.button.setToolTip(f"{PARK} (Ctrl+J)")
        self.line = QLineEdit()
        self.line.setAccessibleName(PARK)
        self.line.setPlaceholderText("Skriv emnet, og tryk Enter")
        self.line.hide()
        self.line.returnPressed.connect(self._take)
        self.guard = CprGuard(self.line)
        self.guard.chosen.connect(self._take)
        self.topics = KeyedColumn(lambda _id: ParkedRow(actions), gap=0)
        head = row(label("Parkeret", "strong"), None, self.button)
        self.setLayout(column(head, self.line, self.topics, gap=4))

    def show_topics(self, state: State) -> None:
        """Show the talk's topics; a new one belongs to the field in view."""
        self._field_id = state.field.id
        self.button.setEnabled(not state.locked)
        topics = state.dialogue.parked
        self.topics.show_keys(topic.id for topic in topics)
        for topic in topics:
            self.topics.row(topic.id).show_topic(topic, state.locked)

    def open(self, text: str = "") -> None:
        """Write a topic; `text` is a suggestion."""
        if self.button.isEnabled():
            self.line.setText(text)
            self.line.show()
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.isVisible():
            self.line.hide()
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        text = self.line.text().strip()
        if not self.guard.lets(text):
            return
        if text:
            self._actions.park(text, self._field_id)
            self.line.clear()
        else:
            self.line.hide()
