"""Who takes part in the talk, when it is held and how long there is."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.date_field import DateField
from kompasskive.desktop.widgets.line_edit import LineEdit
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.dialogue.edits import set_details
from kompasskive.dialogue.model import NAME_MAX, DialogueKind

MINUTES: Final = (30, 45, 60, 75, 90, 120)
_OPEN: Final = "Åben tid"
_FIELD_WIDTH: Final = 280


def time_words(minutes: int | None) -> str:
    """ "60 minutter", or "Åben tid"."""
    return _OPEN if minutes is None else f"{minutes} minutter"


class FrameOfTalk(QWidget):
    """Each change is an undo step of its own."""

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk = talk
        self.person = label("", "strong", wrap=True)
        self.leader = LineEdit("Leder", length=NAME_MAX)
        self.day = DateField(talk.theme, "Dato")
        self.minutes = Choice("Tid", [(m, time_words(m)) for m in (None, *MINUTES)])
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        self._leader_name = label("Leder", "small", "ink2")
        self._leader_name.setBuddy(self.leader)
        grid.addWidget(self._leader_name, 1, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.leader, 1, 1)
        rows = ((0, "Medarbejder", self.person), (2, "Dato", self.day), (3, "Tid", self.minutes))
        self._names = {name: label(name, "small", "ink2") for _, name, _ in rows}
        for at, name, field in rows:
            above = self._names[name]
            above.setBuddy(field)
            grid.addWidget(above, at, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, at, 1)
        grid.setColumnStretch(2, 1)
        self.leader.committed.connect(self._write_leader)
        self.day.chosen.connect(self._write_day)
        self.minutes.activated.connect(lambda _index: self._write_minutes())
        for line in (self.leader, self.day):
            line.ended.connect(talk.end_typing)
        talk.theme.changed.connect(self._fit)
        self._fit()

    def render_frame(self) -> None:
        """Show what is stored."""
        dialogue, locked = self._talk.dialogue, bool(self._talk.locked)
        set_text(self.person, self._talk.name)
        set_text(self._names["Medarbejder"], "Team" if self._talk.team else "Medarbejder")
        self.leader.show_text(dialogue.leader)
        alone = dialogue.kind is DialogueKind.SELF_REFLECTION
        for part in (self._leader_name, self.leader):
            part.setVisible(not alone)
        self.day.show_date(dialogue.held_on)
        others = () if dialogue.minutes in (None, *MINUTES) else (dialogue.minutes,)
        offered = (None, *sorted((*MINUTES, *(m for m in others if m is not None))))
        self.minutes.set_options([(m, time_words(m)) for m in offered])
        self.minutes.show_value(dialogue.minutes)
        for field in (self.leader, self.day, self.minutes):
            field.setEnabled(not locked)

    def leave(self) -> None:
        """Store what is being typed."""
        self.leader.commit()
        self.day.commit()

    def _write_leader(self, name: str) -> None:
        talk = self._talk.dialogue
        new = set_details(talk, talk.held_on, name, talk.minutes)
        self._talk.edit("Leder rettet", new, "leader")

    def _write_day(self, day: date | None) -> None:
        talk = self._talk.dialogue
        if day is not None:
            self._talk.edit("Dato rettet", set_details(talk, day, talk.leader, talk.minutes))

    def _write_minutes(self) -> None:
        talk, chosen = self._talk.dialogue, self.minutes.value
        minutes = chosen if isinstance(chosen, int) else None
        new = set_details(talk, talk.held_on, talk.leader, minutes)
        self._talk.edit(f"Tid: {time_words(minutes).lower()}", new)

    def _fit(self) -> None:
        for field in (self.leader, self.day, self.minutes):
            field.setFixedWidth(self._talk.theme.px(_FIELD_WIDTH))
