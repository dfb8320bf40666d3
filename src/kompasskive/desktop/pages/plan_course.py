""" "Sæt kursen": up to three directions, the dial whose needle follows, and management's part."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.plan_statements import StatementList
from kompasskive.desktop.pages.talk.keyed_edit import KeyedEdit
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.layouts import column, hair
from kompasskive.desktop.widgets.text import label
from kompasskive.dial.options import DialOptions
from kompasskive.dialogue import plan
from kompasskive.dialogue.plan import StatementKind
from kompasskive.profile.model import Profile

INTRO = "Hvor skal dømmekraften styrkes? Vælg op til tre retninger. Nålen peger på den første."
DIAL = 312
WIDTH = 344


class Course(QWidget):
    """The side column of the plan."""

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk = talk
        theme = talk.theme
        self.dial = DialPane(theme, "win")
        self.directions = StatementList(talk, StatementKind.DIRECTION)
        self.management = KeyedEdit(theme, "Hvad skal ledelsen gøre?", lines=2)
        self.management.setPlaceholderText("Tid, plads, sparring – hvad skal der til?")
        above = label("Hvad skal ledelsen gøre?", "strong")
        above.setBuddy(self.management)
        layout = column(
            label("Sæt kursen", "title"), label(INTRO, "body", "ink2", wrap=True), 12, gap=4
        )
        layout.setContentsMargins(8, 4, 8, 8)
        layout.addWidget(self.dial, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (12, self.directions, 8, hair(), 12, above, self.management):
            if isinstance(part, int):
                layout.addSpacing(part)
            else:
                layout.addWidget(part)
        layout.addStretch(1)
        self.setLayout(layout)
        self.management.written.connect(self._write)
        self.management.ended.connect(talk.end_typing)
        theme.changed.connect(self._fit)
        self._fit()

    def render_course(self, profile: Profile) -> None:
        """Show the dial, the directions and what management does."""
        options = DialOptions(labels=False, beads=False, previous=False)
        self.dial.show_profile(profile, options)
        self.directions.render_list()
        self.management.show_keyed(self._talk.dialogue.id, self._talk.dialogue.management)
        self.management.set_locked(bool(self._talk.locked))

    def leave(self) -> None:
        """Store what is being typed."""
        self.directions.leave()
        self.management.commit()

    def _write(self, dialogue_id: str, text: str) -> None:
        if dialogue_id != self._talk.dialogue.id:
            return
        new = plan.set_management(self._talk.dialogue, text)
        self._talk.edit("»Hvad skal ledelsen gøre?« skrevet", new, "management")

    def _fit(self) -> None:
        side = self._talk.theme.px(DIAL)
        self.dial.setFixedSize(side, side)
