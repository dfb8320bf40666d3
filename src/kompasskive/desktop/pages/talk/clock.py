"""The quiet arc in the header, and the question when four fifths of the time are used."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button, IconButton, IconLabel
from kompasskive.desktop.widgets.header import strip
from kompasskive.desktop.widgets.layouts import row
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.dialogue import edits, timing
from kompasskive.dialogue.model import Dialogue

if TYPE_CHECKING:
    from datetime import datetime

HIDE: Final = "Skjul tiden"
SHOW: Final = "Vis tiden"
_EVERY_MS: Final = 15_000
_ARC: Final = 24
_FULL: Final = 360 * 16
_TOP: Final = 90 * 16


class Arc(QAbstractButton):
    """An arc of the time that is left, and the minutes in words; a click hides it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._share = theme, 1.0
        self.setProperty("ring_radius", 6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(HIDE)
        theme.changed.connect(self.updateGeometry)

    def show_left(self, left: int, minutes: int) -> None:
        """Show how many of the minutes are left."""
        words = timing.left_words(left)
        if words != self.text():
            self._share = left / minutes
            self.setText(words)
            self.setAccessibleName(words)
            self.setAccessibleDescription(HIDE)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        side = self._theme.px(_ARC)
        return QSize(side + self._theme.px(20) + words, max(32, side + 8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, side = self._theme, self._theme.px(_ARC)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = theme.px(4)
        ring = QRectF(theme.px(4), (self.height() - side) / 2, side, side)
        ring.adjust(wide / 2, wide / 2, -wide / 2, -wide / 2)
        for token, share in (("hair", 1.0), ("ink2", self._share)):
            flat = Qt.PenCapStyle.FlatCap
            painter.setPen(QPen(theme.color(token), wide, Qt.PenStyle.SolidLine, flat))
            painter.drawArc(ring, _TOP, -round(_FULL * share))
        painter.setPen(theme.color("ink2"))
        words = self.rect().adjusted(side + theme.px(12), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


class TalkClock(QWidget):
    """Counts from when the talk was first opened in this window; `question` lies elsewhere."""

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk = talk
        self._begun: dict[str, datetime] = {}
        self._answered: dict[str, int] = {}
        self.wanted = self._room = True
        self.arc = Arc(talk.theme)
        self.question = TimeQuestion(talk.theme)
        self.setLayout(row(self.arc, gap=0))
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.render_clock)
        self.arc.clicked.connect(self.turn)
        self.question.end_button.clicked.connect(self._round_off)
        self.question.more_button.clicked.connect(self._take_more)
        self.question.later_button.clicked.connect(self._answer)

    def render_clock(self, room: bool | None = None) -> None:
        """Show the time where it is known, wanted and there is room in the header."""
        self._room = self._room if room is None else room
        talk = self._talk.context.position.dialogue
        minutes = talk.minutes if talk is not None and talk.is_draft else None
        if talk is None or not minutes:
            self._timer.stop()
            self.setVisible(False)
            self.question.setVisible(False)
            return
        self._timer.start()
        left = self._left(talk, minutes)
        self.arc.show_left(left, minutes)
        self.setVisible(self.wanted and self._room)
        asked = timing.asks(minutes, left) and self._answered.get(talk.id) != minutes
        self.question.ask(timing.question(left) if self.wanted and asked else "")

    def turn(self) -> None:
        """Hide the time, or show it again."""
        self.wanted = not self.wanted
        self.render_clock()

    def _left(self, talk: Dialogue, minutes: int) -> int:
        now = self._talk.context.now()
        return timing.minutes_left(minutes, self._begun.setdefault(talk.id, now), now)

    def _answer(self) -> None:
        talk = self._talk.dialogue
        self._answered[talk.id] = talk.minutes or 0
        self.render_clock()

    def _round_off(self) -> None:
        self._answer()
        self._talk.context.position.go("plan")

    def _take_more(self) -> None:
        talk = self._talk.dialogue
        minutes = (talk.minutes or 0) + timing.MORE_MINUTES
        new = edits.set_details(talk, talk.held_on, talk.leader, minutes)
        self._talk.edit(f"{timing.MORE_MINUTES} minutter mere", new)


class TimeQuestion(QWidget):
    """One line under the header; it waits, and nothing happens when it is left alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = flowing("")
        self.end_button = Button(theme, "Rund af", "small")
        self.more_button = Button(theme, f"Tag {timing.MORE_MINUTES} minutter mere", "small")
        self.later_button = IconButton(theme, "cross", "Luk spørgsmålet")
        tools = (self.end_button, self.more_button, self.later_button)
        line = strip("info", IconLabel(theme, "clock"), self.words, *tools)
        self.setLayout(row(line, margins=(0, 0, 16, 8)))
        self.hide()

    def ask(self, words: str) -> None:
        """Ask; "" takes the question away."""
        set_text(self.words, words)
        self.setVisible(bool(words))
