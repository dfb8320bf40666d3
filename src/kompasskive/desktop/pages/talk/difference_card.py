"""One place the two see differently: both starting points, and two equally good answers."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.badge import Badge
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.ladder_cells import (
    BAR,
    Look,
    lay_out,
    paint_baseline,
    paint_cells,
)
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.side_signs import SideSign
from kompasskive.desktop.widgets.text import flowing, label
from kompasskive.dialogue.meeting import Difference
from kompasskive.dialogue.model import Placement, Viewpoint
from kompasskive.dialogue.preparation import STARTING_POINTS
from kompasskive.framework.model import Framework
from kompasskive.profile.fields import STATE_WORDS
from kompasskive.profile.model import Cell, CellState

TOGETHER: Final = "Placér i fællesskab"
STAND: Final = "Lad begge stå"


class StartingBar(QWidget):
    """A ladder's cells with both starting points; the words under it say the same."""

    def __init__(self, theme: Theme, difference: Difference) -> None:
        super().__init__()
        self._theme = theme
        self._cell = Cell(
            difference.dimension,
            CellState.LET_STAND,
            "",
            employee=difference.employee.level,
            leader=difference.leader.level,
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(BAR + 10))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = self._theme.px(BAR)
        cells = lay_out(0, self.width(), self._theme.scale)
        look = Look(self._cell.dimension, self._cell, (self.height() - bar) / 2, bar)
        paint_cells(painter, self._theme, cells, look)
        paint_baseline(painter, self._theme, cells, 0, self.height())


class DifferenceCard(QFrame):
    """`answered` carries the difference and whether both shall stand."""

    answered = Signal(object, bool)

    def __init__(self, theme: Theme, state: State, names: dict[Viewpoint, str], one: Difference):
        super().__init__()
        self.setProperty("kind", "card")
        framework = state.framework
        dimension = framework.dimension(one.dimension).name
        self.setAccessibleName(f"{one.field.name}, {dimension}")
        head = row(Badge(theme, framework.number(one.field.id)), gap=10)
        head.addWidget(flowing(one.field.name, "strong"), 1)
        head.addWidget(label(dimension, "small", "ink2"))
        told = Flow(gap=16)
        for viewpoint, placement in zip(STARTING_POINTS, (one.employee, one.leader), strict=True):
            words = f"{names[viewpoint]}: {placement_word(framework, placement)}"
            said = QWidget()
            line = row(SideSign(theme, viewpoint), label(words, "small_strong"), gap=6)
            said.setLayout(line)
            told.addWidget(said)
        self.together = Button(theme, TOGETHER, "small")
        self.stand = Button(theme, STAND, "small")
        answers = Flow(gap=8)
        for button, stands in ((self.together, False), (self.stand, True)):
            button.setAccessibleDescription(f"{one.field.name}, {dimension}")
            button.clicked.connect(partial(self._answer, one, stands))
            button.setEnabled(not state.locked)
            answers.addWidget(button)
        layout = column(head, StartingBar(theme, one), told, answers, gap=8)
        layout.setContentsMargins(16, 12, 16, 14)
        self.setLayout(layout)

    def _answer(self, one: Difference, stands: bool, _checked: bool = False) -> None:
        self.answered.emit(one, stands)


def placement_word(framework: Framework, placement: Placement) -> str:
    """ "Godt i gang" or "Ikke relevant"."""
    level = placement.level
    not_relevant = STATE_WORDS[CellState.NOT_RELEVANT]
    return not_relevant if level is None else framework.placement_word(level)
