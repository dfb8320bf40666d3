"""One ladder with its ⋯."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.widgets.buttons import IconButton
from kompasskive.desktop.widgets.ladder import Ladder
from kompasskive.desktop.widgets.layouts import row
from kompasskive.desktop.widgets.short_menu import Entry, open_below, short_menu
from kompasskive.framework.model import CompetenceField, Dimension
from kompasskive.profile.model import Cell, CellState

_GAP = 4


class LadderRow(QWidget):
    """Places, clears and sets aside one field and dimension."""

    def __init__(self, actions: Actions, dimension: Dimension) -> None:
        super().__init__()
        self._actions = actions
        self.dimension = dimension
        self._field: CompetenceField | None = None
        self._cell = Cell(dimension, CellState.NOT_DISCUSSED, "")
        self.ladder = Ladder(actions.talk.theme, dimension)
        self.more = IconButton(actions.talk.theme, "more", "Flere valg", self._open_menu)
        layout = row(gap=_GAP)
        layout.addWidget(self.ladder, 1)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(layout)
        self.ladder.chosen.connect(self._place)
        self.ladder.irrelevant.connect(self._turn)

    @property
    def inset(self) -> int:
        """How many pixels the ladder ends before the row does."""
        return self.more.width() + _GAP

    def show_cell(self, state: State, cell: Cell) -> None:
        """Show the placement of the field in view."""
        self._field, self._cell = state.field, cell
        name = state.framework.dimension(self.dimension).name
        self.ladder.show_cell(state.field.name, name, cell)
        self.ladder.setEnabled(not state.locked)
        self.more.setEnabled(not state.locked)
        self.more.setAccessibleName(f"Flere valg for {name.lower()}")

    def owns_focus(self, widget: QWidget | None) -> bool:
        """Whether the focus is on the ladder or its button."""
        return widget in (self.ladder, self.more)

    def menu(self) -> QMenu:
        """Set it aside or clear it."""
        state = self._cell.state
        aside = state is CellState.NOT_RELEVANT
        entries = (
            Entry("Ikke relevant", self._turn, aside, key="I"),
            Entry(
                "Ryd",
                lambda: self._place(None),
                enabled=state is not CellState.NOT_DISCUSSED,
                key="Delete",
            ),
        )
        return short_menu(self, self.more.accessibleName(), entries)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.ladder.isEnabled():
            self.menu().popup(event.globalPos())

    def _open_menu(self) -> None:
        open_below(self.menu(), self.more)

    def _place(self, level: int | None) -> None:
        if self._field is not None:
            self._actions.place(self._field, self.dimension, level)

    def _turn(self) -> None:
        if self._field is not None:
            self._actions.turn_placement(self._field, self.dimension, self._cell.state)
