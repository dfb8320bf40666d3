"""Historik's two dials: the earlier talk and the later one, to be seen at a glance."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.widgets.dial_row import DialRow
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import label
from kompasskive.dial.multiples import since_panels
from kompasskive.dial.options import DialOptions
from kompasskive.dial.sheet import caption
from kompasskive.dialogue.model import Dialogue
from kompasskive.profile.profile import make_profile

WIDTH: Final = 380
_LABELS: Final = 13.0
_LEAST: Final = 520


class HistoryDials(QWidget):
    """`field_chosen` carries a field's id."""

    field_chosen = Signal(str)

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk = talk
        self._shown: tuple[Dialogue, Dialogue, float] | None = None
        self.dials = DialRow(talk.theme, 2, "win")
        self.dials.field_chosen.connect(self.field_chosen)
        self.setLayout(column(label("På skiven", "title"), self.dials, gap=8, margins=(8, 8, 0, 8)))

    def show_talks(self, before: Dialogue, now: Dialogue) -> None:
        """Show two talks with one person, the later one with what it moved from."""
        size = _LABELS * self._talk.theme.scale
        if self._shown == (before, now, size):
            return
        self._shown = before, now, size
        workbook = self._talk.context.document.value
        name = self._talk.person.name if self._talk.person else ""
        older, framework = workbook.framework_of(before), workbook.framework_of(now)
        then = make_profile(older, before, name, None)
        after = make_profile(framework, now, name, before, older)
        options = DialOptions(label_size=size, labels=False)
        told = caption("Fra", then), caption("Til", after)
        self.dials.show_panels(since_panels(then, told[0], after, told[1], options))

    def fit(self, room: int, stacked: bool) -> None:
        """As high as the window shows at once; a fixed height where they stand below the sheet."""
        least = self._talk.theme.px(_LEAST)
        self.setFixedHeight(least if stacked else max(least, room))
