""" "Hvordan kommer det til udtryk?": three ladders, what supports them, and an example."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.example_line import ExampleLine
from kompasskive.desktop.pages.talk.guidance import Guidance
from kompasskive.desktop.pages.talk.ladder_row import LadderRow
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.widgets.ladder import LadderFoot, LadderHead
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.dialogue.progress import support
from kompasskive.framework.model import Dimension

TITLE = "Hvordan kommer det til udtryk?"


class Placement(QWidget):
    """While a ladder has the focus, its question and expressions stand where the count line was.

    They open above the ladders while docked and below them otherwise, so that no ladder moves.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setAccessibleName(TITLE)
        theme = actions.talk.theme
        self.title = label(TITLE, "section")
        self.support = label("", "caption", "ink2", wrap=True)
        self.support.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.guidance = Guidance()
        self.head = LadderHead(theme)
        self.foot = LadderFoot(theme)
        self.rows = tuple(LadderRow(actions, dimension) for dimension in Dimension)
        self.examples = tuple(ExampleLine(actions, dimension) for dimension in Dimension)
        self._stacked = False
        top = row(self.title, gap=16)
        top.addWidget(self.support, 1)
        self._column = column(top, gap=0, margins=(12, 0, 8, 0))
        self._column.addSpacing(4)
        for example in self.examples:
            self._column.addWidget(example)
        for part in (self.head, *self.rows, self.foot):
            self._column.addWidget(part)
        self.setLayout(self._column)
        self.set_docked(True)
        for index, ladder_row in enumerate(self.rows):
            ladder_row.ladder.stepped.connect(lambda by, at=index: self._step(at + by))

    def show_field(self, state: State) -> None:
        """Show the three placements of the field in view."""
        self.head.set_words([p.word for p in state.framework.placements])
        set_text(self.support, support(state.dialogue, state.field))
        for ladder_row, cell in zip(self.rows, state.field_profile.cells, strict=True):
            ladder_row.show_cell(state, cell)
        for example, cell in zip(self.examples, state.field_profile.cells, strict=True):
            example.show_cell(state, cell)
        self.guidance.show_framework(state.framework)
        self._fit()

    def set_docked(self, docked: bool) -> None:
        """Docked under the items, or in the flow of a page."""
        self._column.removeWidget(self.guidance)
        self._column.insertWidget(1 if docked else self._column.count(), self.guidance)

    def follow_focus(self) -> None:
        """Swap the count line for the question and expressions of the ladder that has the focus."""
        focused = QApplication.focusWidget()
        dimension = next((r.dimension for r in self.rows if r.owns_focus(focused)), None)
        self.guidance.show_dimension(dimension)
        self.support.setVisible(dimension is None)

    def commit(self) -> None:
        """Hand over what is being typed."""
        for example in self.examples:
            example.edit.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _step(self, index: int) -> None:
        if 0 <= index < len(self.rows):
            self.rows[index].ladder.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        """Names above the bars where the words do not fit over their cells."""
        inset = self.rows[0].inset
        margins = self._column.contentsMargins()
        width = self.width() - margins.left() - margins.right() - inset
        stacked = not self.head.fits(width)
        for ladder_row in self.rows:
            ladder_row.ladder.set_stacked(stacked)
        self.foot.set_stacked(stacked)
        self.head.setVisible(not stacked)
        for part in (self.head, self.foot):
            part.setContentsMargins(0, 0, inset, 0)
