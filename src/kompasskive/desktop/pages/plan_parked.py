""" "Det vender vi tilbage til": the parked topics, opened before the plan is written."""

from PySide6.QtWidgets import QFrame, QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.widgets.buttons import Button, IconLabel
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.dialogue import edits
from kompasskive.dialogue.model import ParkedTopic


class ParkedTopics(QFrame):
    """Hidden when nothing waits; what is done can be undone like every other change."""

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk = talk
        self.setProperty("kind", "track")
        self.rows: KeyedColumn[ParkedRow] = KeyedColumn(lambda _key: ParkedRow(talk), gap=4)
        heading = row(
            IconLabel(talk.theme, "park", 18, "ink2"),
            label("Det vender vi tilbage til", "section"),
            None,
        )
        self.setLayout(column(heading, self.rows, gap=8, margins=(16, 12, 12, 12)))

    def render_parked(self) -> None:
        """Show the topics that wait."""
        waiting = [t for t in self._talk.dialogue.parked if not t.closed]
        if self.rows.show_keys(t.id for t in waiting):
            follow_around(self)
        for topic in waiting:
            self.rows.row(topic.id).show_topic(topic)
        self.setVisible(bool(waiting))


class ParkedRow(QWidget):
    """One topic with where it came up."""

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk, self._topic = talk, ParkedTopic("", "")
        self.text = label("", wrap=True)
        self.field = label("", "caption", "ink2", wrap=True)
        self.done = Button(talk.theme, "Færdig", "small", on_click=self._close)
        self.remove = Button(talk.theme, "Fjern", "quiet", on_click=self._remove)
        line = row(gap=8)
        line.addLayout(column(self.text, self.field, gap=0), 1)
        line.addWidget(self.done)
        line.addWidget(self.remove)
        self.setLayout(line)

    def show_topic(self, topic: ParkedTopic) -> None:
        """Show a topic."""
        self._topic = topic
        framework = self._talk.framework
        set_text(self.text, topic.text)
        set_text(self.field, framework.field(topic.field_id).name if topic.field_id else "")
        self.field.setVisible(bool(topic.field_id))
        for button, verb in ((self.done, "Færdig med"), (self.remove, "Fjern")):
            button.setAccessibleName(f"{verb}: {topic.text}")
            button.setEnabled(not self._talk.locked)

    def _close(self) -> None:
        new = edits.close_parked(self._talk.dialogue, self._topic.id)
        self._talk.edit("Parkeret emne sat til færdig", new)

    def _remove(self) -> None:
        new = edits.remove_parked(self._talk.dialogue, self._topic.id)
        self._talk.edit("Parkeret emne fjernet", new)
