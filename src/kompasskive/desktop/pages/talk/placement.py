""" "Hvordan kommer det til udtryk?": three ladders, what supports them, and an example."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.example_line import ExampleLine
from kompasskive.desktop.pages.talk.guidance import Guidance
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.widgets.buttons import IconButton
from kompasskive.desktop.widgets.hugging import Hugging
from kompasskive.desktop.widgets.ladder import Ladder
from kompasskive.desktop.widgets.ladder_words import LadderFoot, LadderHead, margin_for
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.short_menu import Entry, open_below, short_menu
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.dialogue.progress import support
from kompasskive.framework.model import Dimension
from kompasskive.profile.model import Cell, CellState

TITLE = "Hvordan kommer det til udtryk?"
MORE = "Flere valg for placeringerne"


class Placement(QWidget):
    """While a ladder has the focus, its question and expressions stand where the count line was.

    They open above the ladders while docked and below them otherwise, so that no ladder moves.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setAccessibleName(TITLE)
        theme = actions.talk.theme
        self._actions = actions
        self._state: State | None = None
        self._shown: tuple[object, ...] = ()
        self.support = flowing("", "caption", "ink2")
        self.support.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.more = IconButton(theme, "more", MORE, self._open_menu)
        self.guidance = Guidance()
        self.examples = tuple(ExampleLine(actions, dimension) for dimension in Dimension)
        self.head = LadderHead(theme)
        self.ladders = tuple(Ladder(theme, dimension) for dimension in Dimension)
        self.foot = LadderFoot(theme)
        top = row(Hugging(TITLE, "section"), gap=12)
        top.addWidget(self.support, 1)
        top.addWidget(self.more)
        self._column = column(top, gap=0, margins=(12, 0, 8, 0))
        for part in (*self.examples, self.head, *self.ladders, self.foot):
            self._column.addWidget(part)
        self.setLayout(self._column)
        self.set_docked(True)
        theme.changed.connect(self._fit)
        for index, ladder in enumerate(self.ladders):
            self._listen(index, ladder)

    def show_field(self, state: State) -> None:
        """Show the three placements of the field in view."""
        self._state = state
        cells = state.field_profile.cells
        self._tell_support(not self.guidance.isVisible())
        for example, cell in zip(self.examples, cells, strict=True):
            example.show_cell(state, cell)
        shown = (state.framework, state.field.name, cells, state.locked)
        if shown != self._shown:
            self._shown = shown
            self._show_cells(state, cells)

    def _show_cells(self, state: State, cells: tuple[Cell, ...]) -> None:
        self.head.set_words([p.word for p in state.framework.placements])
        for ladder, cell in zip(self.ladders, cells, strict=True):
            name = state.framework.dimension(cell.dimension).name
            ladder.set_meanings([f"{p.word}: {p.meaning}" for p in state.framework.placements])
            ladder.show_cell(state.field.name, name, cell)
            ladder.setEnabled(not state.locked)
        self.more.setEnabled(not state.locked)
        self.guidance.show_framework(state.framework)
        self._fit()

    def set_docked(self, docked: bool) -> None:
        """Docked under the items, or in the flow of a page."""
        self._column.removeWidget(self.guidance)
        self._column.insertWidget(1 if docked else self._column.count(), self.guidance)

    def follow_focus(self) -> None:
        """Swap the count line for the question and expressions of the ladder that has the focus."""
        focused = QApplication.focusWidget()
        dimension = next((one.dimension for one in self.ladders if one is focused), None)
        self.guidance.show_dimension(dimension)
        self._tell_support(dimension is None)

    def commit(self) -> None:
        """Hand over what is being typed."""
        for example in self.examples:
            example.edit.commit()

    def menu(self, dimensions: tuple[Dimension, ...] = tuple(Dimension)) -> QMenu:
        """Set placements aside or clear them, for all dimensions or one."""
        return short_menu(self, MORE, self._entries(dimensions))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        under = self.childAt(event.pos())
        if isinstance(under, Ladder) and under.isEnabled():
            self.menu((under.dimension,)).popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _listen(self, index: int, ladder: Ladder) -> None:
        ladder.chosen.connect(partial(self._place, ladder.dimension))
        ladder.irrelevant.connect(partial(self._turn, ladder.dimension))
        ladder.stepped.connect(lambda by: self._step(index + by))

    def _entries(self, dimensions: tuple[Dimension, ...]) -> Iterator[Entry | None]:
        if self._state is None:
            return
        framework, profile = self._state.framework, self._state.field_profile
        for dimension in dimensions:
            if dimension is not dimensions[0]:
                yield None
            name, state = framework.dimension(dimension).name, profile.cell(dimension).state
            aside = state is CellState.NOT_RELEVANT
            said = state is not CellState.NOT_DISCUSSED
            yield Entry(f"{name}: ikke relevant", partial(self._turn, dimension), aside, key="I")
            clear = partial(self._place, dimension, None)
            yield Entry(f"{name}: ryd", clear, enabled=said, key="Delete")

    def _open_menu(self) -> None:
        open_below(self.menu(), self.more)

    def _place(self, dimension: Dimension, level: int | None) -> None:
        if self._state is not None:
            self._actions.place(self._state.field, dimension, level)

    def _turn(self, dimension: Dimension) -> None:
        if self._state is not None:
            cell = self._state.field_profile.cell(dimension)
            self._actions.turn_placement(self._state.field, dimension, cell.state)

    def _tell_support(self, on: bool) -> None:
        state = self._state
        told = support(state.dialogue, state.field) if on and state else ""
        set_text(self.support, told.replace(" · ", "\n"))

    def _step(self, index: int) -> None:
        if 0 <= index < len(self.ladders):
            self.ladders[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        """Names above the bars where the words do not fit over their cells."""
        margins = self._column.contentsMargins()
        cells = self._state.field_profile.cells if self._state else ()
        margin = margin_for(self._actions.talk.theme, cells)
        stacked = not self.head.fits(self.width() - margins.left() - margins.right(), margin)
        for ladder in self.ladders:
            ladder.lay(stacked, margin)
        self.foot.lay(stacked, margin)
        self.head.lay(margin)
        self.head.setVisible(not stacked)
